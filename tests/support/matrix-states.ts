import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { Indicator } from '../../src/model/indicator.ts'
import { figure } from './figure.ts'
import { HAND_MADE, inputOf } from './hand-made.ts'

const KINDS: readonly [value: string, vi: string, en: string][] = [
  ['gun', 'Súng', 'Guns'],
  ['round', 'Đạn các loại', 'Ammunition'],
  ['explosive', 'Thuốc nổ', 'Explosive'],
  ['crude', 'Vũ khí thô sơ', 'Rudimentary weapons (knives, swords, crossbows)'],
  ['tool', 'Công cụ hỗ trợ', 'Support tools (batons, stun guns, tear gas)'],
]

/** The hand-made dataset with weapons by kinds that do not add, in the order of danger. It has no rows. */
export const MATRIX_WORLD: Dataset = {
  ...HAND_MADE,
  indicators: [...HAND_MADE.indicators, weapons()],
  breakdowns: [...HAND_MADE.breakdowns, { indicator: 'items', key: 'item', rule: 'not_additive' }],
  codes: [
    ...HAND_MADE.codes,
    ...KINDS.map(([value, vi, en], order) => ({ key: 'item', value, label: { vi, en }, unit: null, parent: null, order })),
    { key: 'unit', value: 'gram', label: { vi: 'gam', en: 'grams' }, unit: null, parent: null, order: 0 },
    { key: 'magnitude', value: '100', label: { vi: 'hàng trăm', en: 'hundreds' }, unit: null, parent: null, order: 0 },
  ],
}

/** So many of one kind of weapons; explosive in grams. */
export function weaponsOf(kind: string, code: string, value: number | null, more: Partial<Figure> = {}): Figure {
  const unit = kind === 'explosive' ? 'gram' : 'item'
  return figure({
    territory: { set: '63', code },
    indicator: 'items',
    basis: 'part',
    breakdownKey: 'item',
    breakdownValues: [kind],
    unit,
    value,
    state: value === 0 ? 'zero' : 'value',
    comparisonKey: `items|item=${kind}|${unit}|2024`,
    ...more,
  })
}

/** Five years from 2017, which no other figure is of. */
export const FIVE_YEARS: Partial<Figure> = {
  period: { start: '2017-01-01', end: null, basis: 'carried', duration: 'P5Y' },
  comparisonKey: 'items|2017',
}

/** A town, not its province. */
export const townOf = (name: string): Partial<Figure> => ({
  scope: name,
  scopeVi: `chỉ ${name}`,
  scopeEn: `${name} only`,
  unitLevel: 'huyen',
  state: 'only_parts',
  comparisonKey: `items|${name}`,
})

/** A row of all classes; bounds of every sort; a scale beside figures outside it; states without a number; two figures of a cell. */
export const MATRIX_STATES: readonly Figure[] = [
  weaponsOf('gun', '01', 103),
  weaponsOf('gun', '19', 64, { low: true, word: 'trên' }),
  weaponsOf('gun', '26', 50, { approx: true, word: 'khoảng' }),
  weaponsOf('gun', '35', 30, { high: true, word: 'không quá' }),
  weaponsOf('gun', '36', 0),
  weaponsOf('gun', '77', 12, { provisional: true }),
  weaponsOf('round', '01', 2273),
  weaponsOf('round', '19', 1287, { provisional: true }),
  weaponsOf('round', '36', 3089, FIVE_YEARS),
  weaponsOf('round', '35', 31, townOf('thị xã Duy Tiên')),
  weaponsOf('round', '35', 17, townOf('thành phố Phủ Lý')),
  weaponsOf('explosive', '01', 16670, { needsVerification: true }),
  weaponsOf('explosive', '19', null, { state: 'in_words', magnitudes: [100] }),
  weaponsOf('explosive', '77', null, { state: 'in_words', magnitudes: [100], needsVerification: true }),
  weaponsOf('explosive', '26', null, { ...townOf('thành phố Vĩnh Yên'), magnitudes: [100] }),
  weaponsOf('explosive', '35', 900, { days: 304, daysOf: 366, comparisonKey: 'items|304 days' }),
  weaponsOf('crude', '26', null, { state: 'suppressed' }),
  weaponsOf('crude', '77', null, { state: 'not_applicable' }),
  weaponsOf('crude', '01', 376),
  figure({ territory: { set: '63', code: '01' }, value: 8968 }),
  figure({ territory: { set: '63', code: '36' }, value: 2127 }),
]

/** Figures of another time: of a kind that now has none, of a place that has others, of a place that has none. */
export const MATRIX_OTHER_TIME: readonly Figure[] = [
  weaponsOf('tool', '01', 9, FIVE_YEARS),
  weaponsOf('gun', '79', 8, FIVE_YEARS),
  weaponsOf('crude', '36', 428, FIVE_YEARS),
]

/** What a matrix of hand-made figures is drawn from. */
export function matrixInput(
  figures: readonly Figure[],
  more: Partial<PictureInput> = {},
  otherTime: readonly Figure[] = [],
  dataset: Dataset = MATRIX_WORLD,
): PictureInput {
  const input = inputOf(figures, more, dataset)
  const indicators = ['items', 'tips'].filter((code) => [...figures, ...otherTime].some((one) => one.indicator === code))
  return { ...input, view: { ...input.view, indicators }, answer: { ...input.answer, otherTime } }
}

function weapons(): Indicator {
  return {
    code: 'items',
    label: { vi: 'Vũ khí, vật liệu nổ do người dân giao nộp', en: 'Weapons and explosives handed in' },
    definition: { vi: '', en: '' },
    domain: 'surrenders',
    unit: 'item',
    aggregation: 'sum',
    partOf: null,
    decimals: 0,
    direction: 'neutral',
    headlineOrder: null,
    numerator: null,
    denominator: null,
  }
}
