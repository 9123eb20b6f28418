import type { Dataset } from '../../src/model/dataset.ts'
import type { Figure, FigurePeriod } from '../../src/model/figure.ts'
import type { Territory, TerritoryKey } from '../../src/model/territory.ts'
import { figure } from './figure.ts'
import { HAND_MADE } from './hand-made.ts'

const MORE_PLACES: readonly [code: string, vi: string, en: string][] = [
  ['22', 'Quảng Ninh', 'Quang Ninh'],
  ['40', 'Nghệ An', 'Nghe An'],
  ['58', 'Ninh Thuận', 'Ninh Thuan'],
  ['62', 'Kon Tum', 'Kon Tum'],
  ['84', 'Trà Vinh', 'Tra Vinh'],
]

/** The hand-made dataset with more places, all in official order, and an indicator that is a share. It has no rows. */
export const RIBBON_DATASET: Dataset = ribbonDataset()

/** A period from the texts of its bounds, empty where a bound is unknown. */
export function period(start: string, end: string, more: Partial<FigurePeriod> = {}): FigurePeriod {
  return { start: start || null, end: end || null, basis: 'stated', duration: '', ...more }
}

export function year(number: number): FigurePeriod {
  return period(`${number}-01-01`, `${number}-12-31`)
}

/** Tips of a province over a period; no two periods compare. */
export function tipsOf(code: string, value: number | null, over: FigurePeriod, more: Partial<Figure> = {}): Figure {
  const { indicator = 'tips', unit = 'tip', scope = '' } = more
  const { start, end, basis } = over
  return figure({
    territory: { set: '63', code },
    value,
    state: value === null ? 'in_words' : value === 0 ? 'zero' : 'value',
    period: over,
    comparisonKey: [indicator, 'total', unit, `${start ?? '?'}/${end ?? '?'}/${basis}`, scope].join('|'),
    ...more,
  })
}

const scoped = (name: string): Partial<Figure> => ({
  scope: name,
  scopeVi: `chỉ ${name}`,
  scopeEn: `${name} only`,
  unitLevel: 'huyen',
  state: 'only_parts',
})
const NO_TIME = period('', '', { basis: 'not_stated' })
const money = { indicator: 'money', unit: 'VND' }
const models = { indicator: 'models', unit: 'model' }
const share = { indicator: 'share', unit: 'percent' }

/** Every state that a ribbon may have, in four definitions; the first one has them all. */
export const RIBBON_STATES: readonly Figure[] = [
  tipsOf('84', 2127, year(2024), { needsVerification: true }),
  tipsOf('36', 8968, period('2017-01-01', '', { duration: 'P5Y' })),
  tipsOf('01', 3120, period('2019-01-01', '2023-12-31')),
  tipsOf('19', 640, year(2022), scoped('huyện Đồng Hỷ')),
  tipsOf('22', 45, period('2016-01-01', '2024-12-31')),
  tipsOf('26', null, period('', '2017-09-19', { basis: 'as_of' }), { magnitudes: [1000] }),
  tipsOf('35', null, period('2019-01-01', '', { basis: 'carried' }), { magnitudes: [100], ...scoped('thị xã Duy Tiên') }),
  tipsOf('40', 1200, period('', '2018-12-31', { duration: 'P2Y' }), { approx: true, word: 'khoảng' }),
  tipsOf('46', 980, period('2020-07-01', '2021-06-30'), { approx: true, high: true, word: 'gần', provisional: true }),
  tipsOf('58', 25, period('2023-05-19', '2023-05-19')),
  tipsOf('62', 310, period('2021-03-01', '', { basis: 'carried' })),
  tipsOf('77', 0, year(2021)),
  tipsOf('79', 5200, NO_TIME, { low: true, word: 'trên' }),
  tipsOf('79', 75, period('', '', { basis: 'not_stated', duration: 'P3Y' }), scoped('thành phố Thủ Đức')),
  tipsOf('01', null, year(2024), { ...scoped('quận Hoàn Kiếm'), state: 'suppressed' }),
  tipsOf('79', 3_584_000_000, year(2020), { ...money, low: true, terms: [1, 2] }),
  tipsOf('36', 70_000_000, period('2023-01-01', '2023-06-30'), money),
  tipsOf('36', 52, period('', '', { basis: 'as_of' }), models),
  tipsOf('35', 132, period('2022-01-01', '2024-06-30', { basis: 'as_of' }), models),
  tipsOf('84', 150, period('', '2024-12-31', { basis: 'as_of' }), { ...models, needsVerification: true }),
  tipsOf('36', 99.9, period('2020-01-01', '2022-12-31'), share),
  tipsOf('84', 31, period('', '2021-06-30'), { ...share, state: 'value' }),
]

function ribbonDataset(): Dataset {
  const [tips] = HAND_MADE.indicators
  if (!tips) throw new Error('no indicator to take after')
  const territory = ([code, vi, en]: (typeof MORE_PLACES)[number]): [TerritoryKey, Territory] => [
    `63:${code}`,
    {
      ...{ set: '63', code, name: { vi, en }, kind: 'tinh', region: { vi: 'Vùng', en: 'Region' } },
      ...{ mergedInto: null, formedFrom: [], aliases: [] },
    },
  ]
  const territories = [...HAND_MADE.territories, ...MORE_PLACES.map(territory)].sort(([a], [b]) => (a < b ? -1 : 1))
  const magnitude = (value: string, vi: string, en: string) => ({
    ...{ key: 'magnitude', value, label: { vi, en }, unit: null, parent: null, order: 0 },
  })
  return {
    ...HAND_MADE,
    indicators: [
      ...HAND_MADE.indicators,
      {
        ...{ ...tips, code: 'share', unit: 'percent', aggregation: 'ratio', decimals: 1 },
        label: { vi: 'Tỷ lệ xã có mô hình', en: 'Share of communes with a model' },
      },
    ],
    codes: [...HAND_MADE.codes, magnitude('100', 'hàng trăm', 'hundreds'), magnitude('1000', 'hàng nghìn', 'thousands')],
    territories: new Map(territories),
    reporters: territories.map(([key]) => key),
  }
}
