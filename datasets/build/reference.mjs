import { join } from 'node:path'
import { MAP_ISLANDS } from './additions.mjs'
import { columnsOf } from './field.mjs'
import { SCHEMAS } from './fields-reference.mjs'
import { csvResource, jsonText, manifest } from './manifest.mjs'
import { checkPairs } from './pairs.mjs'
import { areas, communeUnits, populations } from './reference-numbers.mjs'
import { readTable, tableText } from './table.mjs'

const RESOURCE_TITLES = {
  provinces: 'Tỉnh, thành phố của hai danh mục',
  aliases: 'Cách viết khác của tên',
  populations: 'Dân số',
  areas: 'Diện tích',
  'commune-units': 'Số xã, phường, đặc khu',
  changes: 'Thay đổi sau ngày 01/7/2025',
}

/** The files of the reference package, by name, from the checked tables in `folder`. */
export function buildReference(folder) {
  const read = (name) => readTable(join(folder, `${name}.csv`))
  const checked = {
    old: read('provinces_63'),
    new: read('provinces_34'),
    comparable: read('provinces_34_comparable'),
    provenance: read('provenance_63'),
    gso2020: read('population_63_gso2020'),
  }
  const tables = {
    provinces: provinces(checked),
    aliases: aliases(read('aliases'), checked),
    populations: populations(checked),
    areas: areas(checked),
    'commune-units': communeUnits(checked),
    changes: read('changes_after_2025-07-01').map(change),
  }
  const files = new Map()
  const resources = []
  for (const [name, rows] of Object.entries(tables)) {
    const text = tableText(columnsOf(SCHEMAS[name]), checkPairs(name, rows))
    files.set(`${name}.csv`, text)
    resources.push(csvResource({ name, title: RESOURCE_TITLES[name], text, schema: SCHEMAS[name] }))
  }
  const descriptor = manifest({
    name: 'reference',
    title: 'Tỉnh, thành phố Việt Nam theo danh mục 63 và danh mục 34',
    description:
      'Danh mục 63 (đến 30/6/2025) và 34 (từ 01/7/2025), quan hệ giữa hai danh mục, cách viết khác, dân số, diện tích, số xã; nguồn và chỗ chưa chắc chắn: SOURCES.md.',
    version: '1.0.0',
    licenses: [{ name: 'MIT', title: 'MIT License', path: 'https://opensource.org/license/mit' }],
    sources: [
      {
        title: 'thanglequoc/vietnamese-provinces-database (MIT)',
        path: 'https://github.com/thanglequoc/vietnamese-provinces-database',
      },
      { title: 'tranngocminhhieu/vietnamadminunits (MIT)', path: 'https://github.com/tranngocminhhieu/vietnamadminunits' },
      { title: '@svg-maps/vietnam (CC BY 4.0)', path: 'https://www.npmjs.com/package/@svg-maps/vietnam' },
    ],
    resources,
    own: { id: 'reference' },
  })
  return new Map([['datapackage.json', jsonText(descriptor)], ...files])
}

function provinces({ old, new: now, comparable }) {
  const rows63 = old.map((row) => ({
    ...names(row),
    territory_set: '63',
    region_vi: row.region_vi,
    region_en: row.region_en,
    iso: row.iso_3166_2,
    merged_into_code: row.merged_into_code,
    formed_from_codes: '',
    svg_map_id: row.svg_map_id,
    svg_map_extra_ids: MAP_ISLANDS[row.code] ?? '',
  }))
  const rows34 = now.map((row) => {
    const { region_vi, region_en } = comparable.find((other) => other.code === row.code)
    return {
      ...names(row),
      territory_set: '34',
      region_vi,
      region_en,
      iso: '',
      merged_into_code: '',
      formed_from_codes: row.formed_from_codes,
      svg_map_id: '',
      svg_map_extra_ids: '',
    }
  })
  return [...rows63, ...rows34]
}

function names({ code, name_vi, name_en, kind }) {
  return { code, name_vi, name_en, kind }
}

/** Spellings of an old unit are also spellings of the new one that kept its name. */
function aliases(checked, { old, new: now }) {
  const rows63 = checked.map(({ alias, code }) => ({ alias, territory_set: '63', code }))
  const rows34 = checked.flatMap(({ alias, code }) => {
    const before = old.find((row) => row.code === code)
    const after = now.find((row) => row.code === before.merged_into_code)
    return after.name_vi === before.name_vi ? [{ alias, territory_set: '34', code: after.code }] : []
  })
  return [...rows63, ...rows34]
}

function change({ code, field, value_2025_07_01, value_now, effective, source }) {
  return { territory_set: '34', code, field, value_before: value_2025_07_01, value_after: value_now, effective, source }
}
