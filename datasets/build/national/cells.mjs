import { MONTHS, monthIndex } from './calendar.mjs'

const PLAIN = {
  ...{ grain: 'month', from: 0, until: MONTHS.length - 1 },
  ...{ rare: false, cumulative: false, yearly: false, restated: false, marked: false, khmerOnly: false },
}

/**
 * What a report has rows for, in the order of its tables. An empty key is the total.
 * `kind`: a flow of a period, a stock of a day, or a ratio of two stocks. `grain`: with which reports it comes.
 * `rare`: only mentioned where there is something. `cumulative`: told again for six and nine months; `yearly`: in the review of
 * the year. `marked`: may be printed as a bound or in words. `from`, `until`: months by index.
 */
export const CELLS = [
  ...table('tips', [
    flow('tips_received', '', '', { cumulative: true, yearly: true, marked: true, restated: true }),
    flow('tips_received', 'tip_kind', 'security_related', { cumulative: true, marked: true }),
    flow('tips_received', 'tip_kind', 'valuable', { cumulative: true, marked: true }),
  ]),
  ...table('models', [
    stock('models_registered', '', '', { yearly: true }),
    ...fields('models_registered'),
    stock('models_built', '', ''),
    stock('models_maintained', '', '', { yearly: true }),
    ...fields('models_maintained'),
    flow('models_new', '', '', { cumulative: true, yearly: true, restated: true }),
    stock('models_expanding', '', '', { grain: 'quarter' }),
    stock('model_replication_units', '', '', { grain: 'quarter' }),
    stock('models_recognised_provincial', '', '', { grain: 'half' }),
    stock('models_recognised_provincial', 'holder', 'collective', { grain: 'half' }),
    stock('models_recognised_provincial', 'holder', 'individual', { grain: 'half' }),
    // There were no district police after 1 March 2025: the report of June 2025 says "not applicable", later ones nothing.
    stock('models_recognised_district', '', '', { grain: 'half', until: monthIndex(2025, 6) }),
  ]),
  ...table('surrenders', [
    item('gun', { cumulative: true, yearly: true }),
    item('grenade', { rare: true }),
    item('bomb', { rare: true }),
    item('ammunition_round', { cumulative: true, yearly: true, marked: true }),
    item('crude_weapon', { cumulative: true, yearly: true, marked: true }),
    item('explosive', { cumulative: true, yearly: true, marked: true }),
    item('detonator', { rare: true }),
    item('support_tool', { cumulative: true, yearly: true }),
  ]),
  ...table('charity', [
    flow('charity_donations', '', '', { cumulative: true, yearly: true, restated: true }),
    ...['benefactors', 'officers', 'youth_union_members'].map((group) =>
      flow('charity_donations', 'donor_group', group, { cumulative: true }),
    ),
    flow('charity_gifts', '', '', { cumulative: true, yearly: true }),
    flow('charity_gifts', 'recipient_group', 'disadvantaged_families_and_students'),
    flow('charity_gifts', 'recipient_group', 'poor_and_policy_families'),
    flow('charity_gifts', 'recipient_group', 'poor_khmer_households', { khmerOnly: true }),
    flow('charity_meals', '', '', { yearly: true, marked: true }),
    ...['comradeship_dong_doi', 'gratitude_tinh_nghia', 'compassion_tinh_thuong'].map((type) =>
      flow('charity_houses', 'house_type', type, { cumulative: true, yearly: true }),
    ),
    flow('blood_units_donated', '', '', { cumulative: true, yearly: true, marked: true }),
    stock('heroic_mothers_cared_for', '', '', { grain: 'quarter', yearly: true }),
  ]),
  // The form of reports has this table since 2017.
  ...table(
    'outreach',
    ['conference', 'mobile', 'general'].map((channel) =>
      flow('outreach_sessions', 'channel', channel, { yearly: true, marked: true, from: monthIndex(2017, 1) }),
    ),
  ),
  // Regular police in communes begin in 2019.
  ...table('police', [
    stock('commune_police_units_covered', '', '', { grain: 'quarter', from: monthIndex(2019, 1) }),
    stock('commune_police_units_total', '', '', { grain: 'quarter', from: monthIndex(2019, 1) }),
    { ...stock('commune_police_coverage_share', '', '', { grain: 'quarter', from: monthIndex(2019, 1) }), kind: 'ratio' },
  ]),
].map((one, at) => ({ ...one, at, id: cellId(one.indicator, one.key, one.value) }))

export function cellId(indicator, key = '', value = '') {
  return [indicator, key, value].join(' ')
}

const BY_ID = new Map(CELLS.map((one) => [one.id, one]))

export function cellOf(indicator, key = '', value = '') {
  const found = BY_ID.get(cellId(indicator, key, value))
  if (!found) throw new Error(`no cell ${cellId(indicator, key, value)}`)
  return found
}

/** Whether a unit has this cell in its reports at all. */
export function concerns(cell, unit) {
  return !cell.khmerOnly || unit.khmer
}

/** Whether a cell is in use in a month. */
export function isInUse(cell, index) {
  return index >= cell.from && index <= cell.until
}

function table(name, rows) {
  return rows.map((row) => ({ ...row, table: name }))
}

function flow(indicator, key, value, more = {}) {
  return { ...PLAIN, indicator, key, value, kind: 'flow', ...more }
}

function stock(indicator, key, value, more = {}) {
  return { ...PLAIN, indicator, key, value, kind: 'stock', ...more }
}

function item(value, more) {
  return flow('surrendered_items', 'item', value, more)
}

function fields(indicator) {
  return ['public_security', 'administrative_reform', 'charity'].map((field) =>
    stock(indicator, 'field', field, { grain: 'quarter' }),
  )
}
