import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { Indicator } from '../../src/model/indicator.ts'
import { figure } from './figure.ts'
import { HAND_MADE, inputOf } from './hand-made.ts'

const registered = HAND_MADE.indicators.find(({ code }) => code === 'models') as Indicator

function indicator(code: string, vi: string, en: string, more: Partial<Indicator> = {}): Indicator {
  const definition = { vi: `Số ${vi}. Ghi riêng ở từng nơi.`, en: `Number of: ${en}. Places differ.` }
  return { ...registered, code, label: { vi, en }, definition, ...more }
}

function code(key: string, value: string, vi: string, en: string, order: number) {
  return { key, value, label: { vi, en }, unit: null, parent: null, order }
}

/** Steps that contain each other or not, that count models, their holders and, over a year, those closed; of one nothing is known. */
export const MODEL_WORLD: Dataset = {
  ...HAND_MADE,
  indicators: [
    ...HAND_MADE.indicators,
    indicator('built', 'mô hình đã xây dựng', 'models built'),
    indicator('recognised', 'tập thể, cá nhân được công nhận mô hình', 'holders of models recognised', {
      unit: 'holder',
      partOf: 'models',
    }),
    indicator('maintained', 'mô hình đang duy trì', 'models kept running'),
    indicator('expanding', 'mô hình đang nhân rộng', 'models being replicated', { partOf: 'maintained' }),
    indicator('closed', 'mô hình kết thúc trong năm', 'models closed in the year', { aggregation: 'sum' }),
  ],
  breakdowns: [...HAND_MADE.breakdowns, { indicator: 'recognised', key: 'holder', rule: 'additive' }],
  codes: [
    ...HAND_MADE.codes,
    code('magnitude', '100', 'hàng trăm', 'hundreds', 0),
    code('unit', 'holder', 'tập thể, cá nhân', 'holders', 0),
    code('breakdown_key', 'holder', 'Tập thể, cá nhân', 'Holder', 0),
    code('holder', 'collective', 'Tập thể', 'Collectives', 1),
    code('holder', 'individual', 'Cá nhân', 'Individuals', 2),
    // The order is theirs, not that of the file.
    code('step', 'maintained', 'Duy trì', 'Kept running', 4),
    code('step', 'models', 'Đăng ký', 'Registered', 1),
    code('step', 'built', 'Xây dựng', 'Built', 2),
    code('step', 'recognised', 'Công nhận', 'Recognised', 3),
    code('step', 'expanding', 'Nhân rộng', 'Replicated', 5),
    code('step', 'closed', 'Kết thúc', 'Closed', 6),
    code('step', 'unheard_of', 'Tổng kết', 'Reviewed', 7),
  ],
}

export const END = '2024-12-31'
const WINDOW = 'W:2024-01-01/2024-12-31'

/** How many there are at one place on the last day of 2024. */
export function stock(indicator: string, place: string, value: number | null, more: Partial<Figure> = {}): Figure {
  const unit = indicator === 'recognised' ? 'holder' : 'model'
  return figure({
    territory: { set: '63', code: place },
    ...{ indicator, unit, value },
    state: value === 0 ? 'zero' : 'value',
    period: { start: null, end: END, basis: 'stated', duration: '' },
    comparisonKey: `${indicator}|total|${unit}|${WINDOW}`,
    terms: [Number(place)],
    ...more,
  })
}

/** A part of such a number. */
export function part(
  indicator: string,
  place: string,
  key: string,
  kind: string,
  value: number,
  more: Partial<Figure> = {},
): Figure {
  const whole = stock(indicator, place, value)
  const [, , ...rest] = whole.comparisonKey.split('|')
  return {
    ...whole,
    ...{ basis: 'part', stands: false, breakdownKey: key, breakdownValues: [kind] },
    comparisonKey: [indicator, `${key}=${kind}`, ...rest].join('|'),
    ...more,
  }
}

const inOctober = { period: { start: null, end: '2024-10-31', basis: 'stated', duration: '' } } as const
const ofDistrict = (place: string) => ({
  ...{ scope: 'huyen|Lý Nhân|', scopeVi: 'chỉ huyện Lý Nhân', scopeEn: 'Lý Nhân district only', state: 'only_parts' as const },
  comparisonKey: `built|total|model|${WINDOW}|63:${place}|huyen|Lý Nhân|`,
})

/** Numbers by field, and by field with a rest; open ends, about, zero, words, withheld, in doubt, provisional, of a part, of parts. */
export const DOT_STATES: readonly Figure[] = [
  stock('models', '36', 150),
  part('models', '36', 'field', 'security', 97),
  part('models', '36', 'field', 'reform', 53),
  stock('models', '35', 64),
  part('models', '35', 'field', 'security', 41),
  stock('built', '01', 52),
  stock('built', '79', 40, { low: true, word: 'trên' }),
  stock('built', '46', 33, { provisional: true }),
  stock('built', '77', 12, { high: true, word: 'không quá' }),
  stock('built', '26', 28, { approx: true, word: 'khoảng', ...inOctober }),
  stock('built', '36', 0),
  stock('built', '35', 21, ofDistrict('35')),
  stock('built', '19', null, { state: 'in_words', magnitudes: [100] }),
  stock('maintained', '01', 4321),
  stock('maintained', '79', 3890),
  stock('maintained', '19', 7, { needsVerification: true }),
  stock('maintained', '46', null, { state: 'suppressed' }),
  stock('recognised', '79', 19, {
    ...{ basis: 'parts_sum', breakdownKey: 'holder', breakdownValues: ['collective', 'individual'] },
    comparisonKey: `recognised|holder=collective+individual|holder|${WINDOW}`,
  }),
  part('recognised', '79', 'holder', 'collective', 17),
  part('recognised', '79', 'holder', 'individual', 2),
]

const closed = (place: string, value: number) =>
  stock('closed', place, value, { period: { start: '2024-01-01', end: END, basis: 'stated', duration: '' } })

/** Steps with all places and with some; bounded, of other dates, of a part, in words, withheld; counted in other units, and over time. */
export const STEP_STATES: readonly Figure[] = [
  ...['01', '19', '26', '35', '36', '46', '77'].map((place, at) => stock('models', place, 120 - at * 10)),
  ...['01', '19', '26', '35'].map((place, at) => stock('built', place, 100 - at * 10)),
  stock('built', '36', 50, inOctober),
  stock('built', '79', 33, { needsVerification: true }),
  stock('recognised', '01', 19),
  stock('recognised', '19', 12),
  stock('maintained', '01', 90, { low: true, word: 'trên' }),
  stock('maintained', '19', 60),
  stock('maintained', '77', 0),
  stock('expanding', '26', null, { state: 'in_words', magnitudes: [100] }),
  stock('expanding', '35', 3, { ...ofDistrict('35'), comparisonKey: `expanding|total|model|${WINDOW}|63:35|huyen|Lý Nhân|` }),
  stock('expanding', '46', null, { state: 'not_applicable' }),
  closed('01', 4),
  closed('19', 6),
]

/** What a picture of models made by hand is drawn from. */
export function modelInput(figures: readonly Figure[], more: Partial<PictureInput> = {}): PictureInput {
  const input = inputOf(figures, more, MODEL_WORLD)
  return { ...input, view: { ...input.view, indicators: ['dom-models'], ...more.view } }
}
