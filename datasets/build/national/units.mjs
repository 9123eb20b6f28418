import Papa from 'papaparse'

const NORTH = ['Đồng bằng sông Hồng', 'Trung du và miền núi phía Bắc']
const SOUTH = ['Đông Nam Bộ', 'Đồng bằng sông Cửu Long']
/** Where many Khmer live: only there gifts to Khmer households are told apart. */
const KHMER = ['84', '86', '89', '91', '92', '93', '94', '95', '96']

/**
 * The units of both lists, from the files of the reference package: `key` (`63:36`), `list`, `code`, `name`, `office` (who
 * reports), `region`, `part` of the country, `people` (2020), `communes`, `khmer`, and of a unit of the 34 its `parts`.
 */
export function readUnits(reference) {
  const read = (file) => Papa.parse(reference.get(file), { header: true, skipEmptyLines: true }).data
  const provinces = read('provinces.csv')
  const communes = new Map(
    read('commune-units.csv').map((row) => [`${row.territory_set}:${row.code}`, Number(row.commune_units)]),
  )
  const people = peopleOf(read('populations.csv'))
  const unit = (row) => {
    const key = `${row.territory_set}:${row.code}`
    const place = row.kind === 'thanh_pho' ? 'thành phố' : 'tỉnh'
    return {
      ...{
        key,
        list: row.territory_set,
        code: row.code,
        name: row.name_vi,
        region: row.region_vi,
        isCity: row.kind === 'thanh_pho',
      },
      office: `Công an ${place} ${row.name_vi} (mô phỏng)`,
      part: NORTH.includes(row.region_vi) ? 'north' : SOUTH.includes(row.region_vi) ? 'south' : 'centre',
      communes: communes.get(key),
    }
  }
  const old = provinces
    .filter((row) => row.territory_set === '63')
    .map((row) => ({ ...unit(row), people: people.get(row.code), khmer: KHMER.includes(row.code), parts: [] }))
  const merged = provinces
    .filter((row) => row.territory_set === '34')
    .map((row) => {
      const parts = row.formed_from_codes.split('|').map((code) => old.find((one) => one.code === code))
      return { ...unit(row), parts, people: sumOf(parts, 'people'), khmer: parts.some(({ khmer }) => khmer) }
    })
  return { old, merged, of: (list) => (list === '63' ? old : merged) }
}

/** Averages of the statistics office for 2020, by code of the list of 63. */
function peopleOf(rows) {
  const found = rows.filter((row) => row.territory_set === '63' && row.basis === 'gso_average' && row.year === '2020')
  return new Map(found.map((row) => [row.code, Number(row.population)]))
}

function sumOf(rows, name) {
  return rows.reduce((sum, row) => sum + row[name], 0)
}
