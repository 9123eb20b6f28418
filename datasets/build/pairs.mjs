/** Words that are the same in Vietnamese and English: the only pairs whose two sides may be equal. */
export const SAME_IN_BOTH = {
  'codes.label': ['%', 'km'],
  'provinces.name': ['An Giang', 'Gia Lai', 'Kon Tum', 'Long An'],
}

/** Throws where a `_vi` cell has no `_en` beside it, or the reverse, or where the two say the same without being listed above. */
export function checkPairs(table, rows) {
  for (const [index, row] of rows.entries()) {
    for (const column of Object.keys(row)) {
      if (!column.endsWith('_vi')) continue
      const base = column.slice(0, -3)
      const vi = row[column]
      const en = row[`${base}_en`]
      if (en === undefined) continue
      const where = `${table}, row ${index + 1}, ${base}`
      if ((vi === '') !== (en === '')) throw new Error(`${where}: one language is missing`)
      if (vi !== '' && vi === en && !(SAME_IN_BOTH[`${table}.${base}`] ?? []).includes(vi)) {
        throw new Error(`${where}: both languages say "${vi}"`)
      }
    }
  }
  return rows
}
