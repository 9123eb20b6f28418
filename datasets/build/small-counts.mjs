import { countCells, lineOf } from './count-cells.mjs'
import { countRelations } from './count-relations.mjs'
import { groupBy } from './group-by.mjs'
import { boundsOf, solveRelations } from './linear-relations.mjs'

/** What stands in place of a number, and of the words around it, which could repeat it. */
export const WITHHELD = {
  printed: 'không công bố',
  note_vi: 'Số nhỏ, hoặc số mà từ đó tính ra được số nhỏ, không công bố.',
  note_en: 'Small numbers, and those that would give one away, are not published.',
}

/**
 * The rows of a package as they may be published: every count above zero and below `threshold` is `suppressed`, and with it as
 * many others as it takes that none of them can be worked out again from totals and parts, from longer and shorter periods, from
 * revisions and other sources, from old and merged provinces or from shares. 0 leaves the rows as they are. `oldUnits` has the
 * codes of the list of 63 by the code of the list of 34 that they became. All withheld rows look the same: not even their locator
 * tells which was the small one. Throws where another row of the place and time repeats a withheld figure in its words.
 */
export function withoutSmallCounts(observations, { indicators, breakdowns, oldUnits, threshold }) {
  if (threshold === 0) return observations
  const cells = countCells(observations, indicators, threshold)
  const withheld = new Set()
  for (const group of countRelations(cells, breakdowns, oldUnits)) {
    for (const cell of withheldCells(group)) for (const row of cell.rows) withheld.add(row)
  }
  for (const row of sharesOf(withheld, observations, indicators)) withheld.add(row)
  refuseRepeats(withheld, observations)
  return observations.map((row) => (withheld.has(row) ? withoutNumber(row) : row))
}

/** The codes of the list of 63 by the code of the list of 34 that they became, from the table of the new provinces. */
export function oldUnitsOf(provinces34) {
  return new Map(provinces34.map(({ code, formed_from_codes }) => [code, formed_from_codes.split('|')]))
}

/** The small cells of a group and, one at a time, the smallest other one in whatever gives one of them away. */
function withheldCells({ cells, readings }) {
  const withheld = new Set(cells.filter(({ isSmall, isHeld }) => isSmall || isHeld))
  if (withheld.size === 0) return withheld
  const byId = new Map(cells.map((cell) => [cell.id, cell]))
  const published = (id) => byId.has(id) && !withheld.has(byId.get(id)) && byId.get(id).value !== null
  for (;;) {
    const revealing = readings.map((relations) => revealingRelation({ byId, relations, withheld, published })).find(Boolean)
    if (!revealing) return withheld
    const others = [...revealing.keys()].filter(published).map((id) => byId.get(id))
    const [smallest] = others.sort((a, b) => rank(a) - rank(b) || a.value - b.value || (a.id < b.id ? -1 : 1))
    withheld.add(smallest)
  }
}

/** A zero gives nothing to hide behind: it is the last to go. */
function rank({ value }) {
  return value === 0 ? 1 : 0
}

/** A relation in which one withheld cell is all that is unknown, or in which its bounds leave it one number; undefined where there is none. */
function revealingRelation({ byId, relations, withheld, published }) {
  const isHidden = (quantity) => byId.has(quantity) && withheld.has(byId.get(quantity))
  const quantities = [...new Set(relations.flatMap((relation) => [...relation.keys()]))].filter((id) => !published(id))
  const unknowns = [...quantities.filter((id) => !isHidden(id)), ...quantities.filter(isHidden)]
  const solved = solveRelations(relations, unknowns)
  const unknown = new Set(unknowns)
  // Without a published number beside it, a relation says that what is there is nothing: the reports contradict one another.
  const sole = solved.find(
    ({ lead, relation }) =>
      isHidden(lead) &&
      [...relation.keys()].some(published) &&
      [...relation.keys()].every((id) => id === lead || !unknown.has(id)),
  )
  if (sole) return sole.relation
  const leastOf = (id) => (unknown.has(id) ? (isHidden(id) && isCounted(byId.get(id)) ? 1 : 0) : undefined)
  const bounds = boundsOf([...solved.map(({ relation }) => relation), ...relations], leastOf, (id) => byId.get(id).value)
  const isKnown = ([id, { least, most }]) => isHidden(id) && isCounted(byId.get(id)) && most - least < 1 - NOISE
  const narrow = [...bounds].find(([id, bound]) => isKnown([id, bound]) && [...bound.by.keys()].some(published))
  return narrow?.[1].by
}

/** Of whole things there is at least one: a zero is not small. */
function isCounted({ value }) {
  return value > 0 && Number.isInteger(value)
}

const NOISE = 1e-9

/** A share beside one of its two counts gives the other. */
function sharesOf(withheld, observations, indicators) {
  const shares = new Map(
    indicators
      .filter(({ aggregation, numerator, denominator }) => aggregation === 'ratio' && numerator !== '' && denominator !== '')
      .map(({ indicator_code, numerator, denominator }) => [indicator_code, [numerator, denominator]]),
  )
  const keyOf = (row, indicator) => JSON.stringify([...Object.values({ ...lineOf(row), indicator }), row.period_end])
  const hidden = new Set([...withheld].map((row) => keyOf(row, row.indicator_code)))
  return observations.filter((row) =>
    (shares.get(row.indicator_code) ?? []).some((count) => row.value !== '' && hidden.has(keyOf(row, count))),
  )
}

/** Words of other rows are read for what a withheld one printed: `2 khẩu súng` in a remark on the whole. */
function refuseRepeats(withheld, observations) {
  const placeOf = (row) => [row.territory_set, row.province_code, row.period_end].join(' ')
  const printed = groupBy(
    [...withheld].filter((row) => /\d.*\p{L}/u.test(row.printed)),
    placeOf,
  )
  for (const row of observations) {
    if (withheld.has(row)) continue
    const words = FREE_TEXT.map((column) => row[column]).join('\n')
    const repeated = (printed.get(placeOf(row)) ?? []).find((one) => repeats(words, one.printed))
    if (repeated) throw new Error(`${row.observation_id} repeats what ${repeated.observation_id} may not say`)
  }
}

const FREE_TEXT = ['locator', 'scope_vi', 'scope_en', 'note_vi', 'note_en', 'verify_vi', 'verify_en']

/** Whether a text has the words with their number whole: `12 khẩu súng` does not repeat `2 khẩu súng`. */
function repeats(text, words) {
  const plain = words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\d.,])${plain}(?!\\p{L})`, 'u').test(text)
}

function withoutNumber(row) {
  if (row.status === 'suppressed') return row
  return {
    ...row,
    ...{ value: '', status: 'suppressed', qualifier: 'exact', qualifier_word: '', magnitude: '' },
    ...{ locator: WITHHELD.printed, verify_vi: '', verify_en: '' },
    ...WITHHELD,
  }
}
