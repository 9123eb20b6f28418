import { COMMUNE_BASIS, POPULATION_BASIS } from './denominators.mjs'

/** Rules that the shared table does not have, because no published report splits the indicator so. */
export const ADDED_BREAKDOWNS = [{ indicator_code: 'models_maintained', breakdown_key: 'field', rule: 'additive' }]

/** Codes of the resources that the published reports do not have. */
export const ADDED_CODES = [
  code('grain', 'month', 'Tháng', 'Month', 1),
  code('grain', 'quarter', 'Quý', 'Quarter', 2),
  code('grain', 'half', 'Sáu tháng', 'Six months', 3),
  code('grain', 'first_half', 'Lũy kế sáu tháng đầu năm', 'First six months, cumulative', 4),
  code('grain', 'nine_months', 'Lũy kế chín tháng', 'Nine months, cumulative', 5),
  code('grain', 'year', 'Cả năm', 'Whole year', 6),
  code('measure', 'population', 'Dân số', 'Population', 1),
  code('measure', 'commune_units', 'Số đơn vị hành chính cấp xã', 'Commune-level units', 2),
  code(
    'basis',
    POPULATION_BASIS,
    'Dân số trung bình 2020 và 2023, kéo theo đường thẳng',
    'Average population of 2020 and 2023, on a line',
    1,
  ),
  code('basis', COMMUNE_BASIS, 'Đếm theo danh mục năm 2025', 'Counted on the lists of 2025', 2),
]

/** Keys of codes that belong to the model itself: kept whole. Of all others the package has those that it uses. */
const MODEL_KEYS = [
  ...['unit_level', 'level_relation', 'period_basis', 'qualifier', 'magnitude', 'status'],
  ...['aggregation', 'breakdown_rule', 'direction', 'kind', 'field_basis', 'movement', 'movement_basis'],
  ...['grain', 'measure', 'basis', 'step'],
]

/** The codes of the model, and of the others those that cells and indicators use, with the ones they are listed under. */
export function usedCodes(codes, cells, indicators) {
  const all = [...codes, ...ADDED_CODES]
  const wanted = new Set([
    ...indicators.flatMap(({ domain, unit }) => [`domain:${domain}`, `unit:${unit}`]),
    ...cells.flatMap(({ key, value }) => [`breakdown_key:${key}`, `${key}:${value}`]),
  ])
  // Units and parents that only codes name; parents may have parents.
  for (let before = -1; before < wanted.size; ) {
    before = wanted.size
    for (const { key, value, unit, parent } of all) {
      if (!wanted.has(`${key}:${value}`)) continue
      if (unit) wanted.add(`unit:${unit}`)
      if (parent) wanted.add(`${key}:${parent}`)
    }
  }
  return all.filter(({ key, value }) => MODEL_KEYS.includes(key) || wanted.has(`${key}:${value}`))
}

function code(key, value, label_vi, label_en, order) {
  return { key, value, label_vi, label_en, unit: '', parent: '', order: String(order) }
}
