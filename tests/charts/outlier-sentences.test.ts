import { describe, expect, test } from 'vitest'
import { outlierSentences } from '../../src/charts/words/outlier-sentences.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Figure } from '../../src/model/figure.ts'
import { EMPTY_VIEW } from '../../src/model/view.ts'
import { dotsInput } from '../support/dots-states.ts'
import { figure } from '../support/figure.ts'

const CODES = ['01', '19', '26', '35', '36', '46', '77', '79', '10', '20']

/** One number a place, by 2024 and the year before; the unit is left to the indicator's. */
function numbers(indicator: string, values: readonly number[], year: 2023 | 2024): Figure[] {
  const unit = indicator === 'money' ? 'VND' : 'tip'
  return values.map((value, at) =>
    figure({
      indicator,
      unit,
      value,
      territory: { set: '63', code: CODES[at] as string },
      period: { start: `${year}-01-01`, end: `${year}-12-31`, basis: 'stated', duration: '' },
      comparisonKey: `${indicator}|total|${unit}|W:${year}-01-01/${year}-12-31`,
    }),
  )
}

const BEFORE = [100, 100, 100, 100, 100, 100, 100, 100, 100, 29]
/** All grow by about a tenth, one is four times what it was; the last grew as much from a number that is too small. */
const NOW = [110, 112, 108, 111, 109, 110, 107, 113, 400, 290]

const shuffled = <T>(all: readonly T[]): T[] => [...all].reverse()
const told = (now: readonly Figure[], before: readonly Figure[], language: 'vi' | 'en' = 'vi') => {
  const found = outlierSentences(dotsInput('yoy', { words: wordsOf(language), language }, now, before))
  const lines = found?.lines.map((parts) => parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')) ?? []
  return { lines, rule: found?.rule ?? '' }
}

describe('whose change is far from all others', () => {
  test('the rule says with all of its bounds who was looked at', () => {
    const { lines, rule } = told(numbers('tips', NOW, 2024), numbers('tips', BEFORE, 2023))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('tăng 300')
    expect(rule).toContain('ít nhất 10 điểm phần trăm, tính trên mức tăng, giảm của 9 địa phương')
    expect(rule).toContain('nơi có số kỳ trước dưới 30 thì không xét')
    expect(rule).not.toContain('Chỉ xét')
    const english = told(numbers('tips', NOW, 2024), numbers('tips', BEFORE, 2023), 'en').rule
    expect(english).toContain('where the earlier number is under 30 the change is not looked at')
  })

  test('of several things the one of most places is looked at, and named', () => {
    const few = { now: NOW.slice(1, 9), before: BEFORE.slice(1, 9) }
    const now = [...numbers('tips', few.now, 2024), ...numbers('money', NOW, 2024)]
    const before = [...numbers('tips', few.before, 2023), ...numbers('money', BEFORE, 2023)]
    const { lines, rule } = told(now, before)
    expect(rule).toContain('Chỉ xét “Kinh phí ủng hộ, đóng góp”, là số liệu có nhiều địa phương so được nhất ở đây')
    expect(lines[0]).toMatch(/^Kinh phí ủng hộ, đóng góp: /)
    expect(told(now, before, 'en').rule).toContain('Only “Money donated” is looked at')
  })

  test('of equally many places the indicator that is listed first is, in whatever order the figures come', () => {
    const now = [...numbers('money', NOW, 2024), ...numbers('tips', NOW, 2024)]
    const before = [...numbers('money', BEFORE, 2023), ...numbers('tips', BEFORE, 2023)]
    const { lines, rule } = told(now, before)
    expect(rule).toContain('Chỉ xét “Nguồn tin do quần chúng nhân dân cung cấp”')
    expect(told(shuffled(now), shuffled(before))).toEqual({ lines, rule })
  })
})

test('absolute numbers of one time are asked nothing: places differ in size', () => {
  expect(EMPTY_VIEW.normalisation).toBe('abs')
  expect(outlierSentences(dotsInput('none', {}, numbers('tips', NOW, 2024), []))).toBeNull()
})
