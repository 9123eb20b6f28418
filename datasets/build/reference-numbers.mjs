const COPIES = 'public copies of the list; the resolution itself was not read'
const RECALLED = 'recalled, no source cell; agrees with the published totals'

/** Populations of both lists in long form, in persons: one row per territory, basis and year. */
export function populations({ old, new: now, comparable, provenance, gso2020 }) {
  const of63 = (year, row, value, proof) => ({
    territory_set: '63',
    code: row.code,
    basis: 'gso_average',
    year,
    population: persons(value),
    ...proof,
  })
  const gso2023 = old.map((row) => of63('2023', row, row.population_thousand, proofOf(provenance, row, 'population_thousand')))
  const older = gso2020.map((row) =>
    of63(
      '2020',
      row,
      row.population_thousand,
      verified('average population 2020 of the statistics office, in letung3105/coviddata'),
    ),
  )
  const sums = [gso2023, older].flatMap((rows) => now.map((row) => sumOf(rows, row)))
  const decision = comparable
    .filter((row) => row.population_qd759_thousand !== '')
    .map((row) =>
      of34(row, 'decision_759', row.population_qd759_thousand, 'Decision 759/QĐ-TTg of 2025-04-14, in public copies of the list'),
    )
  const official = comparable.map((row) =>
    of34(
      row,
      row.population_official_basis,
      row.population_official_thousand,
      row.population_official_basis === 'resolution_202' ? `Resolution 202/2025/QH15, in ${COPIES}` : COPIES,
    ),
  )
  return [...gso2023, ...older, ...sums, ...decision, ...official]
}

export function areas({ old, new: now, provenance }) {
  return [
    ...old.map((row) => ({
      territory_set: '63',
      code: row.code,
      year: '2023',
      area_km2: row.area_km2,
      ...proofOf(provenance, row, 'area_km2'),
    })),
    ...now.map((row) => ({
      territory_set: '34',
      code: row.code,
      year: '',
      area_km2: row.area_km2,
      ...verified(row.formed_from_codes.includes('|') ? `Resolution 202/2025/QH15, in ${COPIES}` : COPIES),
    })),
  ]
}

export function communeUnits({ old, comparable }) {
  const counted = 'rows counted in thanglequoc/vietnamese-provinces-database'
  return [
    ...old.map((row) => ({
      territory_set: '63',
      code: row.code,
      as_of: '2025-03-01',
      commune_units: row.commune_units,
      communes: '',
      wards: '',
      special_zones: '',
      source: `${counted} v2.4.1`,
    })),
    ...comparable.map((row) => ({
      territory_set: '34',
      code: row.code,
      as_of: '2025-07-01',
      commune_units: row.commune_units_after,
      communes: row.communes_after,
      wards: row.wards_after,
      special_zones: row.special_zones_after,
      source: `${counted} v3.0.2`,
    })),
  ]
}

/** Thousands with up to three decimals as whole persons, without passing through a binary fraction. */
function persons(thousands) {
  const match = /^(\d+)(?:\.(\d{1,3}))?$/.exec(thousands)
  if (!match) throw new Error(`not a number of thousands: ${thousands}`)
  return String(Number(match[1] + (match[2] ?? '').padEnd(3, '0')))
}

function proofOf(provenance, row, field) {
  const proof = provenance.find((one) => one.code === row.code && one.field === field)
  if (proof?.value !== row[field]) throw new Error(`${field} of ${row.code} has no provenance`)
  if (proof.status === 'recalled') return { status: 'recalled', source: RECALLED }
  return { status: proof.status === 'partly' ? 'recalled' : 'verified', source: proof.source }
}

function verified(source) {
  return { status: 'verified', source }
}

function of34(row, basis, value, source) {
  return { territory_set: '34', code: row.code, basis, year: '', population: persons(value), ...verified(source) }
}

/** The population of a new unit on the basis of the old ones; recalled as soon as one term is. */
function sumOf(rows, { code, formed_from_codes }) {
  const terms = formed_from_codes.split('|').map((old) => rows.find((row) => row.code === old))
  return {
    ...terms[0],
    territory_set: '34',
    code,
    population: String(terms.reduce((sum, term) => sum + Number(term.population), 0)),
    status: terms.some((term) => term.status === 'recalled') ? 'recalled' : 'verified',
    source: `sum of ${formed_from_codes.replaceAll('|', ', ')} of list 63`,
  }
}
