import { field, needed, PROVINCE_CODE, pair, TERRITORY_SETS, text } from './field.mjs'

const set = needed('territory_set', 'List of provinces: 63 up to 2025-06-30, 34 from 2025-07-01', { enum: TERRITORY_SETS })
const code = needed('code', 'Code on that list; a key only together with the list', { pattern: PROVINCE_CODE })
const status = needed('status', 'verified: stands in the source named; recalled: whole or in part from general knowledge', {
  enum: ['verified', 'recalled'],
})
const source = needed('source', 'Where the value was read')
const province = { fields: ['territory_set', 'code'], reference: { resource: 'provinces', fields: ['territory_set', 'code'] } }
const count = { minimum: 0 }

/** Table Schemas of the reference tables; the order of the fields is the order of the columns. */
export const SCHEMAS = {
  provinces: {
    fields: [
      set,
      code,
      ...pair('name', 'Name', { required: true }),
      needed('kind', 'Province, or city under the central government, on the first day of its list', {
        enum: ['tinh', 'thanh_pho'],
      }),
      ...pair('region', 'Region: six of the statistics office for 63, six new ones for 34', { required: true }),
      text('iso', 'ISO 3166-2 code; none was found for the list of 34'),
      text('merged_into_code', 'List 63: the code on list 34 that it became part of', { pattern: PROVINCE_CODE }),
      text('formed_from_codes', 'List 34: the codes on list 63 that it was made of, parted by |'),
      text('svg_map_id', 'List 63: id of its shape in the map @svg-maps/vietnam'),
      text('svg_map_extra_ids', 'List 63: ids of further shapes that belong to it, parted by |'),
    ],
    primaryKey: ['territory_set', 'code'],
  },
  aliases: {
    fields: [needed('alias', 'Another spelling found in real files'), set, code],
    primaryKey: ['alias', 'territory_set'],
    foreignKeys: [province],
  },
  populations: {
    fields: [
      set,
      code,
      needed('basis', 'What was counted by whom; figures of two bases must never be mixed', {
        enum: ['gso_average', 'decision_759', 'resolution_202', 'list_11_unmerged'],
      }),
      field('year', 'integer', 'Year; empty where no source gives the reference date'),
      field('population', 'integer', 'Persons', { required: true, minimum: 1 }),
      status,
      source,
    ],
    foreignKeys: [province],
  },
  areas: {
    fields: [
      set,
      code,
      field('year', 'integer', 'Year; empty where no source gives it'),
      field('area_km2', 'number', 'Square kilometres', { required: true }),
      status,
      source,
    ],
    primaryKey: ['territory_set', 'code'],
    foreignKeys: [province],
  },
  'commune-units': {
    fields: [
      set,
      code,
      field('as_of', 'date', 'Day of the count', { required: true }),
      field('commune_units', 'integer', 'Communes, wards, townships and special zones together', { required: true, minimum: 1 }),
      field('communes', 'integer', 'Of these: communes; empty where not split', count),
      field('wards', 'integer', 'Of these: wards; empty where not split', count),
      field('special_zones', 'integer', 'Of these: special zones; empty where not split', count),
      source,
    ],
    primaryKey: ['territory_set', 'code'],
    foreignKeys: [province],
  },
  changes: {
    fields: [
      set,
      code,
      needed('field', 'The column that changed', { enum: ['kind', 'communes', 'wards'] }),
      needed('value_before', 'Value in the tables of this package'),
      needed('value_after', 'Value from the day it took effect'),
      field('effective', 'date', 'That day', { required: true }),
      source,
    ],
    primaryKey: ['territory_set', 'code', 'field'],
    foreignKeys: [province],
  },
}
