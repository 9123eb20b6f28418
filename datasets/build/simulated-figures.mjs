import { randomOf } from './random.mjs'

/**
 * The provinces of the simulation, on the list of 63: a month's usual tips, items handed in and money given, the models at the
 * start, and growth in a year. None of it is taken from a real report.
 */
export const PROVINCES = [
  { code: '01', unit: 'Công an thành phố Hà Nội', tips: 760, models: 642, items: 30, money: 1_450_000_000, growth: 0.08 },
  { code: '22', unit: 'Công an tỉnh Quảng Ninh', tips: 236, models: 214, items: 17, money: 430_000_000, growth: 0.06 },
  { code: '48', unit: 'Công an thành phố Đà Nẵng', tips: 198, models: 167, items: 8, money: 520_000_000, growth: 0.1 },
  { code: '66', unit: 'Công an tỉnh Đắk Lắk', tips: 304, models: 291, items: 46, money: 240_000_000, growth: 0.12 },
  { code: '92', unit: 'Công an thành phố Cần Thơ', tips: 171, models: 183, items: 9, money: 310_000_000, growth: 0.05 },
]

/** The 24 months, `2023-01` to `2024-12`. */
export const MONTHS = [2023, 2024].flatMap((year) =>
  Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`),
)

/** What each province reports each month, in this order. An empty key is the total. */
export const CELLS = [
  cell('tips_received', '', ''),
  cell('tips_received', 'tip_kind', 'valuable'),
  cell('models_maintained', '', ''),
  cell('models_maintained', 'field', 'public_security'),
  cell('models_maintained', 'field', 'administrative_reform'),
  cell('models_maintained', 'field', 'charity'),
  cell('surrendered_items', 'item', 'gun'),
  cell('surrendered_items', 'item', 'ammunition_round'),
  cell('surrendered_items', 'item', 'crude_weapon'),
  cell('surrendered_items', 'item', 'explosive'),
  cell('surrendered_items', 'item', 'support_tool'),
  cell('charity_donations', 'donor_group', 'benefactors'),
  cell('charity_donations', 'donor_group', 'officers'),
  cell('charity_donations', 'donor_group', 'youth_union_members'),
]

/** The numbers of one province by month and cell: `numbers.get('2024-06 tips_received  ')`, see `numberKey`. */
export function simulate(province) {
  const numbers = new Map()
  const put = (month, indicator, key, value, number) => numbers.set(numberKey(month, { indicator, key, value }), number)
  const stocks = new Map(Object.entries(FIELDS).map(([field, share]) => [field, Math.round(province.models * share)]))
  MONTHS.forEach((month, at) => {
    const draw = (what) => randomOf(`${SEED} ${province.code} ${month} ${what}`)
    const usual = (season, what) => (1 + (province.growth * at) / 12) * season[at % 12] * wave(draw(what), 0.16)

    const tips = Math.round(province.tips * usual(SEASON.tips, 'tips'))
    put(month, 'tips_received', '', '', tips)
    put(month, 'tips_received', 'tip_kind', 'valuable', Math.round(tips * 0.33 * wave(draw('valuable'), 0.2)))

    for (const [field, share] of Object.entries(FIELDS)) {
      const random = draw(field)
      const begun = Math.round(province.models * share * 0.014 * SEASON.models[at % 12] * wave(random, 0.9))
      const ended = Math.round(province.models * share * 0.005 * wave(random, 1.6))
      stocks.set(field, stocks.get(field) + begun - ended)
      put(month, 'models_maintained', 'field', field, stocks.get(field))
    }
    const models = [...stocks.values()].reduce((sum, stock) => sum + stock, 0)
    put(month, 'models_maintained', '', '', models)

    for (const [item, { share, step }] of Object.entries(ITEMS)) {
      const number = province.items * share * usual(SEASON.items, item) * wave(draw(`${item} catch`), 0.7)
      put(month, 'surrendered_items', 'item', item, Math.max(1, Math.round(number / step)) * step)
    }
    for (const [group, share] of Object.entries(DONORS)) {
      const money = province.money * share * usual(SEASON.money, group) * wave(draw(`${group} gift`), 0.3)
      // As reports round it: to a million, from a billion on to two decimals of it.
      const step = money < 999_500_000 ? 1_000_000 : 10_000_000
      put(month, 'charity_donations', 'donor_group', group, Math.round(money / step) * step)
    }
  })
  return numbers
}

export function numberKey(month, { indicator, key, value }) {
  return [month, indicator, key, value].join(' ')
}

const SEED = 'demo-simulated 1'

/** Shares of the models by field, of the money by donor; items per usual item, explosive in steps of ten grams. */
const FIELDS = { public_security: 0.61, administrative_reform: 0.17, charity: 0.22 }
const DONORS = { benefactors: 0.64, officers: 0.22, youth_union_members: 0.14 }
const ITEMS = {
  gun: { share: 0.24, step: 1 },
  ammunition_round: { share: 5.5, step: 1 },
  crude_weapon: { share: 0.9, step: 1 },
  explosive: { share: 38, step: 10 },
  support_tool: { share: 0.4, step: 1 },
}

/**
 * January to December. Before Tết more is told and given, in its month less; the campaigns for handing in weapons run in spring
 * and autumn, the registration of models after Tết; July has the day of gratitude, August the day of the people's movement.
 */
const SEASON = {
  tips: [1.16, 0.8, 0.94, 0.98, 1.02, 1.05, 1.1, 1.17, 1.0, 0.96, 0.98, 1.06],
  models: [0.3, 0.6, 2.4, 1.8, 1.0, 0.9, 0.7, 0.8, 0.9, 1.0, 0.9, 0.7],
  items: [0.9, 0.6, 0.8, 1.3, 1.5, 1.2, 0.8, 0.9, 0.8, 1.1, 1.3, 1.1],
  money: [1.9, 0.8, 0.6, 0.7, 0.8, 0.9, 1.4, 0.9, 0.9, 1.1, 1.0, 1.3],
}

function cell(indicator, key, value) {
  return { indicator, key, value }
}

/** Around 1, at most `width` / 2 away, near it more often than far. */
function wave(random, width) {
  return 1 + width * ((random() + random()) / 2 - 0.5)
}
