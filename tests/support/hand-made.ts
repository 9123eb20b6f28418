import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { wordsOf } from '../../src/locale/words.ts'
import { breakdownRule, type Dataset } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { Indicator } from '../../src/model/indicator.ts'
import { compareFigures } from '../../src/model/rules/comparability.ts'
import type { Territory, TerritoryKey } from '../../src/model/territory.ts'
import { EMPTY_VIEW } from '../../src/model/view.ts'
import { figure } from './figure.ts'
import { worldMeta } from './small-worlds.ts'

const NAMES: readonly [code: string, vi: string, en: string][] = [
  ['01', 'Thành phố Hà Nội', 'Ha Noi City'],
  ['19', 'Thái Nguyên', 'Thai Nguyen'],
  ['26', 'Vĩnh Phúc', 'Vinh Phuc'],
  ['35', 'Hà Nam', 'Ha Nam'],
  ['36', 'Nam Định', 'Nam Dinh'],
  ['46', 'Thừa Thiên Huế', 'Thua Thien Hue'],
  ['77', 'Bà Rịa - Vũng Tàu', 'Ba Ria - Vung Tau'],
  ['79', 'Thành phố Hồ Chí Minh', 'Ho Chi Minh City'],
]

const FIELDS: readonly [value: string, vi: string, en: string][] = [
  [
    'security',
    'Bảo đảm an ninh, trật tự; phong trào Toàn dân bảo vệ an ninh Tổ quốc',
    'Security and order; the all-people movement to protect national security',
  ],
  ['reform', 'Cải cách hành chính', 'Administrative reform'],
]

/** A dataset of two domains with an indicator each for counts, money and models by field; it has no rows. */
export const HAND_MADE: Dataset = {
  ...worldMeta('ds_hand'),
  indicators: [
    indicator('tips', 'tips', 'Nguồn tin do quần chúng nhân dân cung cấp', 'Tips supplied by the public'),
    indicator('money', 'charity', 'Kinh phí ủng hộ, đóng góp', 'Money donated', { unit: 'VND' }),
    indicator('models', 'models', 'Mô hình đã đăng ký thực hiện', 'Models registered', { unit: 'model', aggregation: 'last' }),
  ],
  breakdowns: [{ indicator: 'models', key: 'field', rule: 'additive' }],
  codes: [
    code('unit', 'tip', 'nguồn tin', 'tips'),
    code('unit', 'VND', 'đồng', 'VND'),
    code('unit', 'model', 'mô hình', 'models'),
    code('breakdown_key', 'field', 'Lĩnh vực', 'Field'),
    ...FIELDS.map(([value, vi, en]) => code('field', value, vi, en)),
  ],
  reporters: NAMES.map(([number]) => `63:${number}` as const),
  territories: new Map(NAMES.map(([number, vi, en]) => [`63:${number}` as TerritoryKey, territory(number, vi, en)])),
  years: [2024],
  latestDay: '2024-12-31',
  rhythms: [],
  seams: [],
}

const of = (number: string, more: Partial<Figure>): Figure => figure({ territory: { set: '63', code: number }, ...more })
const tips = (number: string, value: number, more: Partial<Figure> = {}) =>
  of(number, { value, state: value === 0 ? 'zero' : 'value', ...more })
const money = (number: string, value: number, more: Partial<Figure>) =>
  of(number, { indicator: 'money', unit: 'VND', value, comparisonKey: 'money|total|VND|2024-01-01/2024-12-31/stated', ...more })
const models = (value: number, field: string) =>
  of('36', {
    indicator: 'models',
    unit: 'model',
    basis: 'part',
    stands: false,
    breakdownKey: 'field',
    breakdownValues: [field],
    value,
    comparisonKey: `models|field=${field}|model|@2024-12-31`,
  })

/** Every state that a bar may have: exact, bounded on either side, about, nearly, ties, zero, remarks, long names, parts of a whole. */
export const BAR_STATES: readonly Figure[] = [
  tips('01', 8968),
  tips('79', 5200, { low: true, word: 'trên' }),
  tips('46', 2127, { provisional: true }),
  tips('77', 2127, { estimated: true, days: 305, daysOf: 366 }),
  tips('19', 2127),
  tips('35', 1000, { approx: true, word: 'khoảng' }),
  tips('36', 900, { approx: true, high: true, word: 'gần' }),
  tips('26', 0),
  money('79', 3_584_000_000, { low: true, terms: [1, 2] }),
  money('01', 1_700_000_000, { low: true, word: 'hơn' }),
  money('36', 70_000_000, {}),
  models(97, 'security'),
  models(39, 'reform'),
]

/** "not more than" stands with figures that nothing bounds below. */
export const AT_MOST: readonly Figure[] = [tips('36', 40, { high: true, word: 'không quá' }), tips('35', 31)]

/** What a picture is drawn from, of figures made by hand. */
export function inputOf(
  figures: readonly Figure[],
  more: Partial<PictureInput> = {},
  dataset: Dataset = HAND_MADE,
): PictureInput {
  const isAdditive = (one: Figure) => breakdownRule(dataset, one.indicator, one.breakdownKey) === 'additive'
  const { language = 'vi' } = more
  return {
    answer: {
      figures,
      otherTime: [],
      refused: [],
      refusedOtherTime: [],
      comparability: compareFigures(figures, isAdditive),
      compared: null,
      owed: [],
    },
    view: { ...EMPTY_VIEW, dataset: dataset.id, indicators: dataset.indicators.map((one) => one.code), units: '63', language },
    dataset,
    words: wordsOf(language),
    language,
    width: 1100,
    dark: false,
    ...more,
  }
}

function indicator(of: string, domain: string, vi: string, en: string, more: Partial<Indicator> = {}): Indicator {
  return {
    code: of,
    label: { vi, en },
    definition: { vi, en },
    domain,
    unit: 'tip',
    aggregation: 'sum',
    partOf: null,
    decimals: 0,
    direction: 'neutral',
    headlineOrder: null,
    numerator: null,
    denominator: null,
    ...more,
  }
}

function code(key: string, value: string, vi: string, en: string) {
  return { key, value, label: { vi, en }, unit: null, parent: null, order: 0 }
}

function territory(number: string, vi: string, en: string): Territory {
  return {
    set: '63',
    code: number,
    name: { vi, en },
    kind: 'tinh',
    region: { vi: 'Vùng', en: 'Region' },
    mergedInto: null,
    formedFrom: [],
    aliases: [],
  }
}
