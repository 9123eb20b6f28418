import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { type Dataset, NOTHING_BESIDE } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import { bucketsBetween, type Rhythm } from '../../src/model/rhythm.ts'
import { indexSeries } from '../../src/model/rules/index-series.ts'
import type { Grain } from '../../src/model/view.ts'
import type { Series } from '../../src/query/series-query.ts'
import { figure } from './figure.ts'
import { HAND_MADE, inputOf } from './hand-made.ts'

const [tips] = HAND_MADE.indicators
if (!tips) throw new Error('no indicator to take after')

const rhythm = (indicator: string): Rhythm => ({ indicator, grain: 'month', from: '2024-01-01', to: '2024-12-31' })

/** The hand-made dataset with a year of months, givers that add up, and a printed share. It has no rows. */
export const LINE_DATASET: Dataset = {
  ...HAND_MADE,
  indicators: [
    ...HAND_MADE.indicators,
    {
      ...{ ...tips, code: 'share', unit: 'percent', aggregation: 'ratio' as const, decimals: 1 },
      label: { vi: 'Tỷ lệ tin có giá trị', en: 'Share of valuable tips' },
    },
  ],
  breakdowns: [
    ...HAND_MADE.breakdowns,
    { indicator: 'money', key: 'giver', rule: 'additive' },
    { indicator: 'tips', key: 'kind', rule: 'definition' },
  ],
  codes: [
    ...HAND_MADE.codes,
    code('breakdown_key', 'giver', 'Bên đóng góp', 'Donor', 0),
    code('giver', 'people', 'Nhà hảo tâm', 'Benefactors', 1),
    code(
      'giver',
      'officers',
      'Cán bộ, chiến sĩ và đoàn viên, thanh niên trong lực lượng',
      'Officers and members of the youth union',
      2,
    ),
    code('kind', 'valuable', 'Tin có giá trị', 'Valuable tips', 1),
    code('magnitude', '100', 'hàng trăm', 'hundreds', 0),
  ],
  rhythms: ['tips', 'money', 'models', 'share'].map(rhythm),
}

/** A figure of a place in a month of 2024; the whole month's where nothing else is said. */
export function monthly(place: string, month: number, value: number | null, more: Partial<Figure> = {}): Figure {
  const two = String(month).padStart(2, '0')
  const last = new Date(Date.UTC(2024, month, 0)).getUTCDate()
  const { indicator = 'tips', unit = 'tip', breakdownKey = '', breakdownValues = [] } = more
  const kind = breakdownKey === '' ? 'total' : `${breakdownKey}=${breakdownValues.join('+')}`
  return figure({
    territory: { set: '63', code: place },
    value,
    state: value === null ? 'in_words' : value === 0 ? 'zero' : 'value',
    period: { start: `2024-${two}-01`, end: `2024-${two}-${last}`, basis: 'stated', duration: '' },
    days: last,
    daysOf: last,
    terms: [Number(place) * 100 + month],
    comparisonKey: `${indicator}|${kind}|${unit}|W:2024-${two}-01/2024-${two}-${last}`,
    ...more,
  })
}

/** One value for each month from January on; null leaves the month out. */
export function months(place: string, values: readonly (number | null)[], more: Partial<Figure> = {}): Figure[] {
  return values.flatMap((value, at) => (value === null ? [] : [monthly(place, at + 1, value, more)]))
}

const giver = (value: string): Partial<Figure> => ({
  ...{ indicator: 'money', unit: 'VND', basis: 'part', stands: false, breakdownKey: 'giver', breakdownValues: [value] },
})
const scoped: Partial<Figure> = {
  ...{
    scope: 'huyen|x|x',
    scopeVi: 'chỉ thị xã Duy Tiên',
    scopeEn: 'Duy Tien town only',
    unitLevel: 'huyen',
    state: 'only_parts',
  },
}

/** Every state of a point: exact, zero, bounded on either side, about, of some days, provisional, estimated, to be verified, alone. */
export const LINE_STATES: readonly Figure[] = [
  ...months('01', [820, 868, 910, 1040, 990, 1012, 1105, 1060, 1180, 1214, 1190]),
  monthly('01', 12, 1260, { provisional: true }),
  ...months('79', [640, null, 702, 655, null, null, 690, 720, 741, 802, 799, 810]),
  monthly('79', 2, 300, {
    days: 12,
    daysOf: 29,
    period: { start: '2024-02-01', end: '2024-02-12', basis: 'stated', duration: '' },
  }),
  monthly('79', 5, null, { magnitudes: [100] }),
  ...months('46', [0, 12, 0, 25, 31, 40]),
  monthly('46', 8, 500, { low: true, word: 'trên' }),
  monthly('46', 9, 520, { low: true, word: 'hơn' }),
  monthly('46', 10, 400, { high: true, word: 'không quá' }),
  monthly('36', 3, 450, { approx: true, word: 'khoảng' }),
  monthly('36', 4, 380, { approx: true, high: true, word: 'gần' }),
  monthly('36', 7, 560, { needsVerification: true }),
  monthly('36', 9, 470),
  monthly('36', 11, 430, { estimated: true }),
  monthly('36', 12, 445, { estimated: true }),
  monthly('35', 6, null, { state: 'suppressed' }),
  monthly('35', 7, 40, scoped),
  ...months('01', [210, 230, 260, 255, 270, 250, 300, 280, 310, 320, 305, 330], {
    ...{ basis: 'part', breakdownKey: 'kind', breakdownValues: ['valuable'] },
  }),
  ...months('79', [150, 160, 155, 170, 165, 172, 180, 169, 190, 201, 199, 205], {
    ...{ basis: 'part', breakdownKey: 'kind', breakdownValues: ['valuable'] },
  }),
]

/** Parts of one whole of one place, and their sum. */
export const LINE_PARTS: readonly Figure[] = [
  ...months('01', [1.2e9, 0.9e9, 1.4e9, 2.1e9, 1.1e9, 1.3e9], giver('people')),
  ...months('01', [0.3e9, 0.25e9, 0.4e9, 0.35e9, 0.3e9, 0.42e9], giver('officers')),
  ...months('01', [1.5e9, 1.15e9, 1.8e9, 2.45e9, 1.4e9, 1.72e9], {
    ...{ indicator: 'money', unit: 'VND', basis: 'parts_sum', breakdownKey: 'giver', breakdownValues: ['officers', 'people'] },
  }),
]

/** A base of February, an index bounded below, one of some days, one in words and one that has no base. */
export const LINE_INDEX: readonly Figure[] = [
  ...months('01', [820, 868, 910, 1040, 990, 1012, 1105, 1060, 1180, 1214, 1190, 1260]),
  ...months('79', [null, 300, 390, 410, null, 280, 310, 0, 350, 372]),
  monthly('79', 11, 400, { low: true, word: 'trên' }),
  monthly('79', 12, 120, { days: 12, period: { start: '2024-12-01', end: '2024-12-12', basis: 'stated', duration: '' } }),
  monthly('79', 5, null, { magnitudes: [100] }),
  monthly('36', 7, 560, { needsVerification: true }),
]

/** The same picture with every number over that of its line in the common base. */
export function indexInput(figures: readonly Figure[], more: Partial<PictureInput> = {}): PictureInput {
  const { series, ...input } = lineInput(figures, more)
  if (!series) throw new Error('no series')
  return { ...input, series: { ...series, ...indexSeries(series.figures, series.buckets) } }
}

/** What a picture of these figures over the months of 2024 is drawn from; a figure is of the bucket that its period ends in. */
export function lineInput(figures: readonly Figure[], more: Partial<PictureInput> = {}, grain: Grain = 'month'): PictureInput {
  const buckets = bucketsBetween('2024-01-01', '2024-12-31', grain)
  const series: Series = {
    grain,
    buckets,
    calendar: '01-01',
    ...NOTHING_BESIDE,
    figures: buckets.map(({ from, to }) => figures.filter(({ period: { end } }) => end !== null && end >= from && end <= to)),
  }
  return { ...inputOf(figures, more, LINE_DATASET), series, ...more }
}

function code(key: string, value: string, vi: string, en: string, order: number) {
  return { key, value, label: { vi, en }, unit: null, parent: null, order }
}
