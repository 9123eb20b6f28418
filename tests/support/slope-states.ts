import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import type { Figure } from '../../src/model/figure.ts'
import { compareAnswer } from '../../src/query/compare-answer.ts'
import { figure } from './figure.ts'
import { HAND_MADE, inputOf } from './hand-made.ts'

const NOW = 'tips|total|tip|W:2024-01-01/2024-12-31'
const BASE = 'tips|total|tip|W:2023-01-01/2023-12-31'

/** Tips of one place in 2024. */
export function nowOf(code: string, value: number | null, more: Partial<Figure> = {}): Figure {
  const state = value === 0 ? 'zero' : 'value'
  return figure({ territory: { set: '63', code }, value, state, comparisonKey: NOW, terms: [Number(code)], ...more })
}

/** Tips of one place in 2023. */
export function baseOf(code: string, value: number | null, more: Partial<Figure> = {}): Figure {
  const window = { from: '2023-01-01', to: '2023-12-31' }
  const period = { start: window.from, end: window.to, basis: 'stated', duration: '' } as const
  return nowOf(code, value, { period, window, comparisonKey: BASE, terms: [100 + Number(code)], ...more })
}

const money = { indicator: 'money', unit: 'VND' } as const
const moneyNow = (code: string, value: number) =>
  nowOf(code, value, { ...money, comparisonKey: NOW.replace('tips|total|tip', 'money|total|VND') })
const moneyBase = (code: string, value: number) =>
  baseOf(code, value, { ...money, comparisonKey: BASE.replace('tips|total|tip', 'money|total|VND') })

/** Rises and falls, ties at both times, bounds, provisional and estimated numbers, and every reason why a place is not drawn. */
export const SLOPE_NOW: readonly Figure[] = [
  nowOf('01', 8968),
  nowOf('79', 5200, { low: true, word: 'trên' }),
  nowOf('46', 2127, { provisional: true }),
  nowOf('19', 2127),
  nowOf('35', 1000, { approx: true, word: 'khoảng' }),
  nowOf('36', 12),
  nowOf('26', null, { state: 'in_words', magnitudes: [100] }),
  moneyNow('01', 7_680_000_000),
  moneyNow('79', 5_100_000_000),
  moneyNow('77', 300_000_000),
]

export const SLOPE_BASE: readonly Figure[] = [
  baseOf('01', 7250),
  baseOf('79', 6100),
  baseOf('46', 1800),
  baseOf('19', 1800, { estimated: true }),
  baseOf('35', 1000),
  baseOf('36', 0),
  baseOf('26', 40),
  baseOf('77', 90),
  moneyBase('01', 7_420_000_000),
  moneyBase('79', 5_900_000_000),
]

/** What a picture of two times of hand-made figures is drawn from. */
export function slopeInput(now: readonly Figure[], base: readonly Figure[], more: Partial<PictureInput> = {}): PictureInput {
  const input = inputOf(now, more)
  const codes = HAND_MADE.indicators.map(({ code }) => code)
  const indicators = codes.filter((code) => now.some(({ indicator }) => indicator === code))
  const view = { ...input.view, indicators, comparison: 'yoy', ...more.view } as const
  const compared = compareAnswer(view, HAND_MADE, {
    units: HAND_MADE.reporters,
    window: { from: '2024-01-01', to: '2024-12-31' },
    before: { from: '2023-01-01', to: '2023-12-31' },
    now: { onList: now, reported: now },
    base: { onList: base, reported: base },
    comparability: input.answer.comparability,
  })
  return { ...input, view, answer: { ...input.answer, compared } }
}
