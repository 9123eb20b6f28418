import { chance, happens } from './chance.mjs'
import { digits, print, printWords } from './wording.mjs'

const NOTHING = { vi: '', en: '' }
/** Shares of the figures that may be marked at all, one after the other. */
const MARKS = [
  { share: 0.0016, name: 'at_least' },
  { share: 0.0005, name: 'about' },
  { share: 0.0005, name: 'nearly' },
  { share: 0.0004, name: 'at_most' },
  { share: 0.0006, name: 'in_words' },
  { share: 0.0005, name: 'suspect' },
  { share: 0.0003, name: 'estimated' },
]
const LEAST_TO_MARK = 20
const BOUNDED_MONEY = 0.004
const PARTS_DIFFER = 0.0015
const REVISED = 0.0025
const SHARE_DIFFERS = 0.01

/**
 * How a true number stands in a report: a list of one figure, or of a figure and its correction. Each has `value` (null in words),
 * `qualifier`, `word`, `magnitude`, `printed`, `status`, `verify`, `note`, `revision` and the `traps` that it is an example of.
 * `place` is `{ cell, unit (of measure), key, index }`.
 */
export function figuresOf(place, truth) {
  const marked = mark(place, truth)
  if (marked.traps.length > 0 || !happens(REVISED, place.key, place.index, place.cell.id, 'revised')) return [marked]
  const before = misread(place, truth)
  if (before === truth) return [marked]
  const [was, is] = [before, truth].map((number) => print(place.cell, place.unit, number))
  const note = { vi: `Đính chính số ${digits(before)} đã in trước đó.`, en: `Corrects the ${before} printed before.` }
  return [
    { ...marked, value: before, printed: was, traps: ['replaced'] },
    { ...marked, printed: is, note, revision: 2, traps: ['revision'] },
  ]
}

/** A number as it is, with no mark. */
export function plainFigure(value) {
  return {
    ...{ value, qualifier: 'exact', word: '', magnitude: null, printed: '', status: 'reported', verify: NOTHING, note: NOTHING },
    ...{ revision: 1, traps: [] },
  }
}

/** What is not said, and why: `suppressed` or `not_applicable`. */
export function withheldFigure(status, note) {
  return { ...plainFigure(null), status, note, traps: [status] }
}

function mark(place, truth) {
  const { cell, key, index } = place
  if (cell.kind === 'ratio') return markedShare(place, truth)
  if (cell.indicator === 'charity_donations') return markedMoney(place, truth)
  if (cell.id === 'charity_gifts  ' && truth > 0 && happens(PARTS_DIFFER, key, index, cell.id, 'parts')) {
    return { ...plainFigure(truth + 1 + (truth % 9)), traps: ['parts_differ'] }
  }
  if (!cell.marked || truth < LEAST_TO_MARK) return plainFigure(truth)
  let drawn = chance(key, index, cell.id, 'mark')()
  for (const { share, name } of MARKS) {
    if (drawn < share) return markAs(name, place, truth)
    drawn -= share
  }
  return plainFigure(truth)
}

function markAs(name, { cell, unit }, truth) {
  const worded = (number, qualifier, word) => ({
    ...plainFigure(number),
    ...{ qualifier, word, printed: print(cell, unit, number, word), traps: [name] },
  })
  const step = stepOf(truth)
  const below = Math.floor((truth - 1) / step) * step
  const above = Math.ceil((truth + 1) / step) * step
  if (name === 'at_least') return worded(below, 'at_least', truth % 2 === 0 ? 'trên' : 'hơn')
  if (name === 'about') return worded(Math.round(truth / step) * step, 'about', 'khoảng')
  if (name === 'nearly') return worded(above, 'about', 'gần')
  if (name === 'at_most') return worded(above, 'at_most', 'dưới')
  if (name === 'estimated') {
    const note = { vi: 'Số ước tính, chưa chốt.', en: 'An estimate, not yet final.' }
    return { ...plainFigure(Math.round(truth / step) * step), status: 'estimated', note, traps: [name] }
  }
  if (name === 'suspect') {
    const verify = {
      vi: 'Gấp khoảng mười lần các tháng khác; có thể thừa một chữ số 0.',
      en: 'About ten times the other months; possibly one zero too many.',
    }
    return { ...plainFigure(truth * 10), printed: print(cell, unit, truth * 10), verify, traps: [name] }
  }
  return inWords(cell, unit, truth)
}

/** Only hundreds and thousands have a word of their own. */
function inWords(cell, unit, truth) {
  const magnitude = truth >= 100 && truth < 1_000 ? 100 : truth >= 1_000 && truth < 10_000 ? 1_000 : null
  if (magnitude === null) return plainFigure(truth)
  const note = { vi: 'Chỉ nêu bằng chữ, không có số.', en: 'Words only, no number.' }
  const printed = printWords(cell, unit, magnitude)
  return { ...plainFigure(null), qualifier: 'unquantified', magnitude, printed, note, traps: [`in_words_${magnitude}`] }
}

/** Where the money of benefactors is only "more than", so is the whole. */
function markedMoney({ cell, unit, key, index }, truth) {
  if (cell.key === '' && truth > 0 && happens(PARTS_DIFFER, key, index, cell.id, 'parts')) {
    return { ...plainFigure(truth + 10_000_000), traps: ['parts_differ'] }
  }
  const isBounded = happens(BOUNDED_MONEY, key, index, 'money') && (cell.key === '' || cell.value === 'benefactors')
  const step = truth >= 1_000_000_000 ? 100_000_000 : 10_000_000
  const number = Math.floor(truth / step) * step
  if (!isBounded || number === truth || number === 0) return plainFigure(truth)
  const word = index % 2 === 0 ? 'trên' : 'hơn'
  return { ...plainFigure(number), qualifier: 'at_least', word, printed: print(cell, unit, number, word), traps: ['at_least'] }
}

/** A share as printed that its two counts do not give. */
function markedShare({ key, index, cell }, truth) {
  if (truth < 2 || !happens(SHARE_DIFFERS, key, index, cell.id, 'share')) return plainFigure(truth)
  return { ...plainFigure(Math.round((truth - 1.3) * 10) / 10), traps: ['share_differs'] }
}

/** What stood there before it was corrected. */
function misread({ cell, unit, key, index }, truth) {
  if (cell.kind === 'ratio') return truth
  const off = 0.03 + 0.1 * chance(key, index, cell.id, 'misread')()
  const step = unit === 'VND' ? 10_000_000 : unit === 'gram' ? 10 : 1
  return truth + Math.max(step, Math.round((truth * off) / step) * step)
}

/** Two digits are left: 347 is "trên 340". */
function stepOf(number) {
  let step = 1
  while (number / step >= 100) step *= 10
  return step === 1 ? 10 : step
}
