import Papa from 'papaparse'
import { YEARS } from './calendar.mjs'

/** Averages of the statistics office for 2020 and 2023; years between and beyond on a straight line through the two. */
export const POPULATION_BASIS = 'gso_average_extended'
/** Commune-level units on the day of the reference tables; taken for all years of a list. */
export const COMMUNE_BASIS = 'counted_2025'

/** Populations of both lists for every year, and commune counts for the years in which a list is in force. */
export function denominatorRows({ old, merged }, reference) {
  const averages = averagesOf(reference)
  const peopleOf = (unit, year) => (unit.parts.length > 0 ? unit.parts : [unit]).map((part) => lineAt(averages, part.code, year))
  const people = [...old, ...merged].flatMap((unit) =>
    YEARS.map((year) => {
      const parts = peopleOf(unit, year)
      return {
        ...{ territory: unit.key, year: String(year), measure: 'population', basis: POPULATION_BASIS },
        value: String(parts.reduce((sum, { value }) => sum + value, 0)),
        verified: parts.every(({ verified }) => verified) ? 'yes' : 'no',
      }
    }),
  )
  const communes = [...old, ...merged].flatMap((unit) =>
    YEARS.filter((year) => (unit.list === '63' ? year <= 2025 : year >= 2025)).map((year) => ({
      ...{ territory: unit.key, year: String(year), measure: 'commune_units', value: String(unit.communes) },
      ...{ basis: COMMUNE_BASIS, verified: year === 2025 ? 'yes' : 'no' },
    })),
  )
  return [...people, ...communes]
}

function averagesOf(reference) {
  const { data } = Papa.parse(reference.get('populations.csv'), { header: true, skipEmptyLines: true })
  const found = data.filter((row) => row.territory_set === '63' && row.basis === 'gso_average')
  return new Map(
    found.map((row) => [`${row.code} ${row.year}`, { people: Number(row.population), known: row.status === 'verified' }]),
  )
}

/** Rounded to hundreds, as the office does. */
function lineAt(averages, code, year) {
  const [first, second] = [averages.get(`${code} 2020`), averages.get(`${code} 2023`)]
  const people = first.people + ((second.people - first.people) * (year - 2020)) / 3
  const own = averages.get(`${code} ${year}`)
  return { value: Math.round(people / 100) * 100, verified: own?.known ?? false }
}
