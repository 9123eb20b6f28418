import { describe, expect, test } from 'vitest'
import { printFigure } from '../../src/locale/print-figure.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Figure } from '../../src/model/figure.ts'
import { changeOf } from '../../src/model/rules/change.ts'
import { figureOf, smallDataset } from '../support/small-dataset.ts'

function told(now: Partial<Figure>, base: Partial<Figure>, language: 'vi' | 'en' = 'vi', against: 'prev' | 'peers' = 'prev') {
  const { percent, step } = changeOf(figureOf('tips', '36', now), figureOf('tips', '36', base), {
    aggregation: 'sum',
    against,
  })
  const print = (figure: Figure | null) => figure && printFigure(figure, smallDataset, wordsOf(language).figure, language).number
  return { percent: print(percent), step: print(step) }
}

describe('a change that is known on one side only', () => {
  test.each([
    ['more than 100 before, 104 now', { value: 104 }, { value: 100, low: true }, 'không tăng quá 4%', 'không tăng quá 4'],
    ['more than 100 before, 90 now', { value: 90 }, { value: 100, low: true }, 'giảm ít nhất 10%', 'giảm ít nhất 10'],
    ['100 before, more than 104 now', { value: 104, low: true }, { value: 100 }, 'tăng ít nhất 4%', 'tăng ít nhất 4'],
    ['100 before, more than 95 now', { value: 95, low: true }, { value: 100 }, 'không giảm quá 5%', 'không giảm quá 5'],
    ['100 before, more than 100 now', { value: 100, low: true }, { value: 100 }, 'không giảm', 'không giảm'],
    ['more than 100 before, 100 now', { value: 100 }, { value: 100, low: true }, 'không tăng', 'không tăng'],
  ])('%s', (_, now, base, percent, step) => {
    expect(told(now, base)).toEqual({ percent, step })
  })

  test('is rounded so that the words stay true, whichever way it goes', () => {
    // 4.05 % at most is not 4 % at most; a fall by at least 4.08 % is not one by at least 4.1 %.
    expect(told({ value: 10_405 }, { value: 10_000, low: true }).percent).toBe('không tăng quá 4,1%')
    expect(told({ value: 9592 }, { value: 10_000, low: true }).percent).toBe('giảm ít nhất 4%')
    expect(told({ value: 9592, low: true }, { value: 10_000 }).percent).toBe('không giảm quá 4,1%')
  })

  test('in English too', () => {
    expect(told({ value: 104 }, { value: 100, low: true }, 'en').percent).toBe('not up by more than 4%')
    expect(told({ value: 90 }, { value: 100, low: true }, 'en').percent).toBe('down by at least 10%')
  })
})

test('a change that is exact or about keeps its sign and its word', () => {
  expect(told({ value: 104 }, { value: 100 })).toEqual({ percent: '+4%', step: '+4' })
  expect(told({ value: 96 }, { value: 100 })).toEqual({ percent: '-4%', step: '-4' })
  expect(told({ value: 104, approx: true }, { value: 100 }).percent).toBe('khoảng +4%')
})

test('of peers is a distance: nobody rises over others', () => {
  expect(told({ value: 104 }, { value: 100, low: true }, 'vi', 'peers').percent).toBe('không cao hơn quá 4%')
  expect(told({ value: 90 }, { value: 100, low: true }, 'vi', 'peers').percent).toBe('thấp hơn ít nhất 10%')
  expect(told({ value: 104 }, { value: 100, low: true }, 'en', 'peers').percent).toBe('not higher by more than 4%')
})
