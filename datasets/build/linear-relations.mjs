const NOISE = 1e-9

/**
 * Solves relations between quantities as far as the order of `unknowns` allows. A relation is a Map of quantity → factor whose
 * products add up to zero; a quantity outside `unknowns` is known. Each unknown that leads a solved relation leads no other, so an
 * unknown is determined by what is known exactly where it leads one that has no other unknown (reduced row echelon form).
 */
export function solveRelations(relations, unknowns) {
  const rows = relations.map((relation) => new Map(relation))
  const solved = []
  for (const lead of unknowns) {
    const at = rows.findIndex((row) => row.has(lead))
    if (at < 0) continue
    const [row] = rows.splice(at, 1)
    const factor = row.get(lead)
    for (const [quantity, own] of row) row.set(quantity, own / factor)
    for (const other of [...rows, ...solved.map(({ relation }) => relation)]) subtract(other, row, lead)
    solved.push({ lead, relation: row })
  }
  return solved
}

/**
 * The least and the most that each unknown can be where none is below its own `least`: bounds of single relations, passed on until
 * nothing changes. A relation that contradicts them, as reports do, says nothing. `by` is the relation that gave the last bound.
 */
export function boundsOf(relations, leastOf, numberOf) {
  const bounds = new Map()
  const unknown = (quantity) => leastOf(quantity) !== undefined
  for (const relation of relations)
    for (const quantity of relation.keys())
      if (unknown(quantity)) bounds.set(quantity, { least: leastOf(quantity), most: Number.POSITIVE_INFINITY, by: null })
  for (let turn = 0, changed = true; changed && turn < MOST_TURNS; turn++) {
    changed = false
    for (const relation of relations) {
      for (const [quantity, factor] of relation) {
        if (!unknown(quantity)) continue
        const found = rangeOf(relation, quantity, factor, bounds, numberOf)
        const own = bounds.get(quantity)
        if (found.least > own.most + NOISE || found.most < own.least - NOISE) continue
        if (found.least > own.least + NOISE || found.most < own.most - NOISE) {
          bounds.set(quantity, { least: Math.max(found.least, own.least), most: Math.min(found.most, own.most), by: relation })
          changed = true
        }
      }
    }
  }
  return bounds
}

/** Bounds that grow by ever smaller steps need not come to an end. */
const MOST_TURNS = 60

/** What one relation says of one of its quantities. */
function rangeOf(relation, quantity, factor, bounds, numberOf) {
  let [least, most] = [0, 0]
  for (const [other, own] of relation) {
    if (other === quantity) continue
    const share = -own / factor
    const known = bounds.get(other)
    const [low, high] = known ? [known.least, known.most] : [numberOf(other), numberOf(other)]
    least += share > 0 ? share * low : share * high
    most += share > 0 ? share * high : share * low
  }
  return { least, most }
}

function subtract(row, from, lead) {
  const times = row.get(lead)
  if (times === undefined) return
  for (const [quantity, factor] of from) {
    const left = (row.get(quantity) ?? 0) - times * factor
    if (Math.abs(left) < NOISE) row.delete(quantity)
    else row.set(quantity, left)
  }
}
