import { CODE, field, needed, pair, TERRITORY_SETS, text } from '../field.mjs'
import { SCHEMAS as REPORT_SCHEMAS } from '../fields-public-reports.mjs'

const required = { required: true }
const TERRITORY = '^(63|34):[0-9]{2}$'
const territory = () => needed('territory', 'List and code of the province', { pattern: TERRITORY })
const indicator = () => needed('indicator_code', 'The indicator', { pattern: CODE })
const toIndicators = { fields: ['indicator_code'], reference: { resource: 'indicators', fields: ['indicator_code'] } }

/** Table Schemas of `national-simulated`; the order of the fields is the order of the columns. */
export const SCHEMAS = {
  observations: changed(REPORT_SCHEMAS.observations, [
    text('printed', 'The figure as printed, where that is more than the number'),
    text('locator', 'Where it stands; empty: in the row of its table'),
  ]),
  indicators: REPORT_SCHEMAS.indicators,
  breakdowns: REPORT_SCHEMAS.breakdowns,
  codes: REPORT_SCHEMAS.codes,
  sources: changed(REPORT_SCHEMAS.sources, [
    text('province_vi', 'The province it reports on; empty where it reports on several'),
  ]),
  models: REPORT_SCHEMAS.models,
  expected: {
    fields: [
      needed('territory_set', 'A rule for every unit of this list', { enum: TERRITORY_SETS }),
      indicator(),
      needed(
        'grain',
        'It owes one figure for each stretch of the reporting year of this kind that lies between from and to: month, quarter, half (each a part of the year, side by side), or first_half, nine_months, year (each from the first day of the year). Of a stock: the figure of the last day of the stretch',
        { enum: ['month', 'quarter', 'half', 'first_half', 'nine_months', 'year'] },
      ),
      field('from', 'date', 'First day of the first stretch; it may lie before the list is in force', required),
      field('to', 'date', 'Last day of the last stretch', required),
      field('due_days', 'integer', 'The figure is owed so many days after the last day of its stretch', {
        ...required,
        minimum: 1,
      }),
    ],
    primaryKey: ['territory_set', 'indicator_code', 'grain'],
    foreignKeys: [toIndicators],
  },
  targets: {
    fields: [
      territory(),
      indicator(),
      field('period_start', 'date', 'First day of the period of the target', required),
      field('period_end', 'date', 'Last day; a target of the list of 63 may end under the list of 34', required),
      field('target', 'number', 'What is to be reached over the period', { ...required, minimum: 0 }),
      needed('unit', 'Unit of the target: a code of the key unit'),
    ],
    primaryKey: ['territory', 'indicator_code', 'period_start'],
    foreignKeys: [toIndicators],
  },
  groups: {
    fields: [
      needed('group', 'Code of the peer group', { pattern: '^cum-[a-z0-9-]+$' }),
      ...pair('label', 'Name of the group', required),
      territory(),
    ],
    primaryKey: ['group', 'territory'],
  },
  denominators: {
    fields: [
      territory(),
      field('year', 'integer', 'The year of the value', required),
      needed('measure', 'A code of the key measure', { enum: ['population', 'commune_units'] }),
      field('value', 'integer', 'Persons, or commune-level units', { ...required, minimum: 1 }),
      needed('basis', 'A code of the key basis; different bases are never mixed', { pattern: CODE }),
      needed('verified', 'Whether the value itself stands in a source', { enum: ['yes', 'no'] }),
    ],
    primaryKey: ['territory', 'year', 'measure'],
  },
  events: {
    fields: [field('date', 'date', 'Day', required), ...pair('label', 'What happened', required)],
  },
}

function changed(schema, fields) {
  return { ...schema, fields: schema.fields.map((one) => fields.find(({ name }) => name === one.name) ?? one) }
}
