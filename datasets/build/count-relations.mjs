import { groupBy } from './group-by.mjs'

/**
 * Every sum that ties cells to one another, in groups that share none: `{ cells, readings }`, each reading a list of relations as
 * `solveRelations` takes them. Quantities are cells by their id and, between them, slices: what happened on one line between two
 * days at which some period begins or ends. Every period is the sum of its slices, so a year, its halves, its months and every
 * difference of two of them hang together without being listed. The first reading takes a part that a table does not name for
 * unknown; the second takes it for nothing where the table has no total, as a reader might. A part of an indicator (`part_of`) is
 * in no relation: it is one of the things that its whole counts, and what the others come to is printed nowhere.
 */
export function countRelations(cells, breakdowns, oldUnits) {
  const additive = new Set(
    breakdowns.filter((one) => one.rule === 'additive').map((one) => `${one.indicator_code} ${one.breakdown_key}`),
  )
  const newUnit = new Map([...oldUnits].flatMap(([unit, codes]) => codes.map((code) => [code, unit])))
  const groups = groupBy(cells, ({ line }) => {
    const unit = line.set === '34' ? line.code : (newUnit.get(line.code) ?? `63:${line.code}`)
    return JSON.stringify([unit, line.indicator])
  })
  return [...groups.values()].map((group) => {
    const slices = slicesOf(group)
    const parts = group.filter(({ line }) => additive.has(`${line.indicator} ${line.key}`))
    const certain = [
      ...group.map((cell) => relationOf([cell.id], slices.of(cell.line, cell.time))),
      ...mergerRelations(group, parts, oldUnits, slices),
      ...lowerUnitRelations(group),
    ]
    const readings = [false, true].map((trusting) => [...certain, ...partsRelations(group, parts, slices, trusting)])
    return { cells: group, readings }
  })
}

/** The whole is the sum of its parts at every time that is printed of either; parts of one place may be those of another. */
function partsRelations(group, parts, slices, trusting) {
  const places = [...groupBy(group, placeKey).values()]
  return places.flatMap((place) =>
    [...groupBy(parts, ({ line }) => JSON.stringify([line.scope, line.key])).values()].flatMap((alike) => {
      const [{ line: own }] = place
      if (alike[0].line.scope !== own.scope) return []
      return timesOf(place).flatMap((time) => {
        const values = new Set(alike.filter((cell) => overlaps(cell.time, time)).map(({ line }) => line.value))
        const named = place.filter((cell) => cell.line.key === alike[0].line.key && cell.time.name === time.name)
        const whole = place.find((cell) => cell.line.key === '' && cell.time.name === time.name)
        // A table may leave out what is nothing: where the parts that it names come to its total, there are no others.
        const isAll = whole && whole.value !== null ? sumOf(named) === whole.value : trusting && named.length > 0
        const lines = isAll
          ? named.map(({ line }) => line)
          : [...values].map((value) => ({ ...own, key: alike[0].line.key, value }))
        return lines.length > 0 ? [sameSum(totalOf(own), lines, time, slices)] : []
      })
    }),
  )
}

/** A unit of the list of 34 is the sum of its old ones, in the whole and in each part. */
function mergerRelations(group, parts, oldUnits, slices) {
  const own = group.filter(({ line }) => line.scope === '')
  const news = own.filter(({ line }) => line.set === '34')
  if (news.length === 0 || news.length === own.length) return []
  const [{ line: unit }] = news
  const lines = linesOf([...own, ...parts].map(({ line }) => ({ line: { ...unit, key: line.key, value: line.value } })))
  return linesOf([{ line: totalOf(unit) }, ...lines.map((line) => ({ line }))]).flatMap((line) =>
    timesOf(own).map((time) => {
      const olds = (oldUnits.get(unit.code) ?? []).map((code) => ({ ...line, set: '63', code }))
      return sameSum(line, olds, time, slices)
    }),
  )
}

/**
 * Units inside a province whose numbers come to exactly its own: then they are all of them. Where they do not, some are missing,
 * and a difference is no number of any unit.
 */
function lowerUnitRelations(group) {
  const byFigure = groupBy(group, ({ line, time }) => JSON.stringify([line.set, line.code, line.key, line.value, time.name]))
  return [...byFigure.values()].flatMap((cells) => {
    const own = cells.find(({ line }) => line.scope === '')
    const inside = cells.filter(({ line }) => line.scope !== '' && !line.scope.endsWith('|additional'))
    return [...groupBy(inside, ({ line }) => line.scope.split('|')[0]).values()].flatMap((units) => {
      return own && units.length > 1 && sumOf(units) === own.value
        ? [
            relationOf(
              [own.id],
              units.map(({ id }) => id),
            ),
          ]
        : []
    })
  })
}

/** Cuts the time of a group at every day at which a period begins or ends; a time without days is one slice of its own. */
function slicesOf(group) {
  const days = [...new Set(group.flatMap(({ time }) => time.days ?? []))].sort((a, b) => a - b)
  const name = (line, at) => JSON.stringify(['slice', line.set, line.code, line.scope, line.key, line.value, at])
  return {
    of(line, time) {
      if (time.days === null) return [name(line, time.name)]
      const [from, to] = time.days
      return days.filter((day) => day >= from && day < to).map((day) => name(line, day))
    },
  }
}

/** NaN where one is in words. */
function sumOf(cells) {
  return cells.reduce((sum, { value }) => sum + (value ?? Number.NaN), 0)
}

/** What happened on a line in a time is what happened on others together. */
function sameSum(line, others, time, slices) {
  return relationOf(
    slices.of(line, time),
    others.flatMap((other) => slices.of(other, time)),
  )
}

function timesOf(cells) {
  return [...new Map(cells.map(({ time }) => [time.name, time])).values()]
}

/** Both sides come to the same; what stands on both cancels out. */
function relationOf(left, right) {
  const relation = new Map(left.map((quantity) => [quantity, 1]))
  for (const quantity of right) {
    const factor = (relation.get(quantity) ?? 0) - 1
    if (factor === 0) relation.delete(quantity)
    else relation.set(quantity, factor)
  }
  return relation
}

function overlaps(one, other) {
  if (one.days === null || other.days === null) return one.name === other.name
  return one.days[0] < other.days[1] && other.days[0] < one.days[1]
}

function totalOf(line) {
  return { ...line, key: '', value: '' }
}

function linesOf(cells) {
  return [...new Map(cells.map(({ line }) => [JSON.stringify(Object.values(line)), line])).values()]
}

function placeKey({ line }) {
  return JSON.stringify([line.set, line.code, line.scope])
}
