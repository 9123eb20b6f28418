const MILLION = 1_000_000
const BILLION = 1_000 * MILLION

/** What a report counts, in its words, by unit or by kind of item. */
const NOUNS = {
  ...{ tip: 'tin', model: 'mô hình', gift: 'suất quà', meal: 'suất cơm', blood_unit: 'đơn vị máu', session: 'buổi' },
  ...{ house: 'căn nhà', person: 'mẹ', police_unit: 'đơn vị', holder: 'tập thể, cá nhân', commune_unit: 'xã', percent: '%' },
  ...{ gun: 'khẩu súng', grenade: 'quả lựu đạn', bomb: 'quả bom', ammunition_round: 'viên đạn', crude_weapon: 'vũ khí thô sơ' },
  ...{ explosive: 'gam thuốc nổ', detonator: 'kíp nổ', support_tool: 'công cụ hỗ trợ' },
}

/** The figure as a report prints it, with the word before it: `trên 1,2 tỷ đồng`, `gần 300 tin`. */
export function print(cell, unit, number, word = '') {
  const figure = unit === 'VND' ? money(number) : `${digits(number)} ${nounOf(cell, unit)}`
  return word === '' ? figure : `${word} ${figure}`
}

/** `hàng trăm tin`. */
export function printWords(cell, unit, magnitude) {
  return `hàng ${magnitude === 100 ? 'trăm' : 'nghìn'} ${nounOf(cell, unit)}`
}

function nounOf(cell, unit) {
  const noun = NOUNS[cell.value] ?? NOUNS[unit]
  if (noun === undefined) throw new Error(`no noun for ${cell.id} in ${unit}`)
  return noun
}

function money(number) {
  if (number < BILLION) return `${digits(number / MILLION)} triệu đồng`
  const decimals = String((number % BILLION) / MILLION)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return `${digits(Math.floor(number / BILLION))}${decimals && ','}${decimals} tỷ đồng`
}

/** With a point between thousands and a comma before decimals. */
export function digits(number) {
  const [whole, decimals] = String(number).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '.')
  return decimals === undefined ? grouped : `${grouped},${decimals}`
}
