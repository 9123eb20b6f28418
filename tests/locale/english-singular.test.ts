import { expect, test } from 'vitest'
import { englishSingular } from '../../src/locale/english-singular.ts'
import { printFigure } from '../../src/locale/print-figure.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Figure } from '../../src/model/figure.ts'
import { changeOf } from '../../src/model/rules/change.ts'
import { figureOf, smallDataset } from '../support/small-dataset.ts'

test.each([
  ['models', 'model'],
  ['people', 'person'],
  ['copies', 'copy'],
  ['houses', 'house'],
  ['branches', 'branch'],
  ['blood units', 'blood unit'],
  ['person-times', 'person-time'],
  ['meals per week', 'meal per week'],
  ['VND', 'VND'],
  ['km', 'km'],
  ['%', '%'],
])('one of "%s" is "%s"', (label, one) => {
  expect(englishSingular(label)).toBe(one)
})

/** Whole, in the words of a language, with a unit of its own label there. */
function printed(figure: Figure | null, language: 'vi' | 'en' = 'en') {
  const codes = [
    ...smallDataset.codes.filter(({ key }) => key !== 'unit'),
    { key: 'unit', value: 'tip', label: { vi: 'nguồn tin', en: 'tips' }, unit: null, parent: null, order: 1 },
  ]
  return figure && printFigure(figure, { ...smallDataset, codes }, wordsOf(language).figure, language).full
}

test('a figure, a change and its bound have one unit behind 1, and several behind all else', () => {
  const tips = (value: number, more: Partial<Figure> = {}) => figureOf('tips', '36', { value, ...more })
  const step = (now: Figure, base: Figure) => changeOf(now, base, { aggregation: 'sum', against: 'prev' }).step
  expect([0, 1, 2, 11, 1001].map((value) => printed(tips(value)))).toEqual(['0 tips', '1 tip', '2 tips', '11 tips', '1,001 tips'])
  expect(printed(tips(1), 'vi')).toBe('1 nguồn tin')
  expect([step(tips(5), tips(4)), step(tips(4), tips(5))].map((one) => printed(one)?.replace('−', '-'))).toEqual([
    '+1 tip',
    '-1 tip',
  ])
  expect(printed(step(tips(5, { low: true }), tips(4)))).toBe('up by at least 1 tip')
})

test('the list of units of the column keeps the plural', () => {
  const { unit } = printFigure(figureOf('tips', '36', { value: 1 }), smallDataset, wordsOf('en').figure, 'en')
  expect(unit).toBe(smallDataset.codes.find(({ key, value }) => key === 'unit' && value === 'tip')?.label.en)
})
