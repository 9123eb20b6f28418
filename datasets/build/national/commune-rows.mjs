import { listOf, MONTHS } from './calendar.mjs'
import { chance } from './chance.mjs'
import { COMMUNE_SYLLABLES } from './model-names.mjs'

/** Rows of a commune's month, where so many are enough. */
const USUAL_CELLS = 20

/**
 * How a set of so many rows is cut: back from the last month as far as rows are wanted, and where all months are not enough, with
 * more rows for each commune. Throws where there are more rows wanted than cells.
 */
export function planOf(rows, units, cells) {
  const communesIn = ({ index }) => units.of(listOf(index)).reduce((sum, { communes }) => sum + communes, 0)
  const all = MONTHS.reduce((sum, month) => sum + communesIn(month), 0)
  const perMonth = Math.max(USUAL_CELLS, Math.ceil(rows / all))
  if (perMonth > cells.length) throw new Error(`${rows} rows are more than the ${all * cells.length} that communes could report`)
  let found = 0
  let first = MONTHS.length
  while (found < rows && first > 0) {
    first -= 1
    found += communesIn(MONTHS[first]) * perMonth
  }
  return { months: MONTHS.slice(first), cells: cells.slice(0, perMonth) }
}

/** The rows of a set, one after the other and no more than `rows`: months in their order, units, communes, cells. */
export function* communeRows({ rows, units, months, cells }) {
  let left = rows
  for (const month of months) {
    for (const unit of units.of(listOf(month.index))) {
      for (let commune = 1; commune <= unit.communes; commune++) {
        const random = chance(unit.key, month.index, 'commune', commune)
        const name = communeName(unit, commune)
        for (const [at, cell] of cells.entries()) {
          if (left === 0) return
          left -= 1
          yield rowOf({ unit, month, commune, name, cell, at, number: random })
        }
      }
    }
  }
}

function rowOf({ unit, month, commune, name, cell, at, number }) {
  const label = `${month.year}-${String(month.month).padStart(2, '0')}`
  return {
    observation_id: `${unit.list}-${unit.code}-${label}-x${String(commune).padStart(3, '0')}-${String(at + 1).padStart(3, '0')}`,
    source_id: `BC${unit.list}-${month.year}`,
    ...{ revision: 1, territory_set: unit.list, province_code: unit.code, province_vi: unit.name },
    ...{ unit_level: 'xa', unit_name: `Công an ${name} (mô phỏng)`, scope_vi: name, scope_en: `${name} (commune)` },
    level_relation: 'within',
    ...{ period_start: cell.isStock ? '' : month.start, period_end: month.end, period_basis: 'stated', duration_stated: '' },
    ...{ period_note_vi: '', period_note_en: '', indicator_code: cell.indicator },
    ...{ breakdown_key: cell.key, breakdown_value: cell.value },
    value: cell.unit === 'VND' ? Math.floor(number() * 60) * 1_000_000 : Math.floor(number() * number() * 40),
    ...{ unit: cell.unit, status: 'reported', qualifier: 'exact', qualifier_word: '', magnitude: null, printed: '', locator: '' },
    ...{ verify_vi: '', verify_en: '', note_vi: '', note_en: '' },
  }
}

/** Two syllables and a number, so that no two communes of a unit are called the same. */
function communeName(unit, commune) {
  const random = chance(unit.key, 'name of commune', commune)
  const [first, second] = COMMUNE_SYLLABLES.map((words) => words[Math.floor(random() * words.length)])
  return `xã ${first} ${second} ${commune}`
}
