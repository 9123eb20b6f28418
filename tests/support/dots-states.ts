import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { Comparison } from '../../src/model/view.ts'
import { compareAnswer } from '../../src/query/compare-answer.ts'
import { figure } from './figure.ts'
import { HAND_MADE, inputOf } from './hand-made.ts'

const NOW = { from: '2024-01-01', to: '2024-12-31' }
const BEFORE = { from: '2023-01-01', to: '2023-12-31' }

type Told = readonly [code: string, value: number, more?: Partial<Figure>]

const tips = ([code, value, more = {}]: Told, year: 2023 | 2024 = 2024): Figure =>
  figure({
    territory: { set: '63', code },
    value,
    state: value === 0 ? 'zero' : 'value',
    terms: [Number(code) + year],
    period: { start: `${year}-01-01`, end: `${year}-12-31`, basis: 'stated', duration: '' },
    comparisonKey: `tips|total|tip|W:${year}-01-01/${year}-12-31`,
    ...more,
  })
const money = ([code, value, more = {}]: Told): Figure =>
  tips([code, value, { indicator: 'money', unit: 'VND', comparisonKey: 'money|total|VND|W:2024-01-01/2024-12-31', ...more }])

const LOW = { low: true, word: 'trên' } as const

/**
 * Every state that a dot may have: exact, bounded on either side, about, nearly, provisional, estimated, 0, equal ones; a change up,
 * down, none, bounded, of a base of 0, of no base, and one that is not computed; money beside it, without any base.
 */
export const DOT_STATES: readonly Figure[] = [
  tips(['01', 8968]),
  tips(['79', 5200, LOW]),
  tips(['46', 2127, { provisional: true }]),
  tips(['77', 2127, { estimated: true }]),
  tips(['19', 2127]),
  tips(['35', 1000, { approx: true, word: 'khoảng' }]),
  tips(['36', 900, { approx: true, high: true, word: 'gần' }]),
  tips(['26', 0]),
  money(['79', 3_584_000_000, { low: true, terms: [1, 2] }]),
  money(['01', 70_000_000]),
]

/** What they are compared with; of one place there is nothing. */
export const DOT_BASE: readonly Figure[] = [
  tips(['01', 7000], 2023),
  tips(['79', 5000, LOW], 2023),
  tips(['46', 3000], 2023),
  tips(['77', 2000, { high: true, word: 'không quá' }], 2023),
  tips(['19', 2127], 2023),
  tips(['35', 0], 2023),
  tips(['26', 5], 2023),
]

/** What dots of hand-made figures are drawn from. */
export function dotsInput(
  comparison: Comparison,
  more: Partial<PictureInput> = {},
  now: readonly Figure[] = DOT_STATES,
  base: readonly Figure[] = DOT_BASE,
): PictureInput {
  const groups = [{ id: 'cum-a', label: { vi: 'Cụm', en: 'Group' }, members: [...HAND_MADE.territories.keys()].slice(0, 5) }]
  const days = { start: NOW.from, end: NOW.to }
  const targets = now
    .filter(({ indicator, territory }) => indicator === 'tips' && territory.code !== '36')
    .map(({ territory, indicator, unit }) => ({ territory, indicator, unit, ...days, value: 2500 }))
  const dataset = { ...HAND_MADE, groups, targets }
  const input = inputOf(now, more, dataset)
  const view = { ...input.view, indicators: ['tips', 'money'], comparison, ...more.view }
  const compared = compareAnswer(view, dataset, {
    units: dataset.reporters,
    window: NOW,
    before: BEFORE,
    now: { onList: now, reported: now },
    base: { onList: base, reported: base },
    comparability: input.answer.comparability,
  })
  return { ...input, view, answer: { ...input.answer, compared } }
}
