import { join } from 'node:path'
import { ADDED_CODES, CALENDAR_START } from './additions.mjs'
import { columnsOf } from './field.mjs'
import { SCHEMAS } from './fields-public-reports.mjs'
import { csvResource, jsonText, manifest, parquetResource } from './manifest.mjs'
import { checkPairs } from './pairs.mjs'
import { parquetBytes } from './parquet.mjs'
import { readTable, tableText } from './table.mjs'

const TITLE = {
  vi: 'Số liệu dân vận trong năm bài báo cáo đã công bố',
  en: 'Mass mobilisation figures from five published reports',
}
const DESCRIPTION = {
  vi: 'Số liệu công tác dân vận của công an năm tỉnh, lấy từ năm bài đã đăng; mỗi số giữ nguyên cách in, phạm vi và thời gian của nguồn.',
  en: 'Figures on police work with the people in five provinces, from five published articles; each keeps the wording, scope and period of its source.',
}
export const RESOURCE_TITLES = {
  observations: 'Số liệu',
  indicators: 'Chỉ tiêu',
  breakdowns: 'Cách phân tổ',
  codes: 'Danh mục mã',
  sources: 'Nguồn',
  models: 'Danh mục mô hình',
}

/** The files of `public-reports`, by name, from the checked tables in `folder`. Columns of the checked tables are kept, none is renamed. */
export function buildPublicReports(folder) {
  const read = (name) => readTable(join(folder, `${name}.csv`))
  const observations = read('observations')
  const sources = read('sources').map((row) => ({ ...row, calendar_start: CALENDAR_START }))
  const territoryOf = territoriesBySource(observations)
  const tables = {
    observations,
    indicators: read('indicators'),
    breakdowns: read('breakdowns'),
    codes: withAddedCodes(read('codes')),
    sources,
    models: read('models').map((row) => ({ ...row, territory: territoryOf(row) })),
  }
  const files = new Map()
  const resources = []
  for (const [name, rows] of Object.entries(tables)) {
    checkPairs(name, rows)
    const schema = SCHEMAS[name]
    const columns = columnsOf(schema)
    const lost = Object.keys(rows[0]).filter((column) => !columns.includes(column))
    if (lost.length > 0) throw new Error(`${name}: no field for ${lost.join(', ')}`)
    const text = tableText(columns, rows)
    files.set(`${name}.csv`, text)
    resources.push(csvResource({ name, title: RESOURCE_TITLES[name], text, schema }))
  }
  const { observations: schema } = SCHEMAS
  const bytes = parquetBytes(schema, observations)
  files.set('observations.parquet', bytes)
  resources.push(parquetResource({ name: 'observations', title: RESOURCE_TITLES.observations, bytes, schema }))
  const descriptor = manifest({
    name: 'public-reports',
    title: TITLE.vi,
    description: DESCRIPTION.vi,
    version: '1.0.0',
    licenses: [{ name: 'MIT', title: 'MIT License', path: 'https://opensource.org/license/mit' }],
    sources: sources.map(standardSource),
    resources,
    own: {
      id: 'public-reports',
      title: TITLE,
      description: DESCRIPTION,
      simulated: false,
      reporters: sources.map((source) => territoryOf(source)),
      territorySets: [...new Set(observations.map((row) => row.territory_set))],
      sourceOrder: sources.map((source) => source.source_id),
      defaultView: { units: '63', time: 'report' },
      smallCountThreshold: 0,
    },
  })
  return new Map([['datapackage.json', jsonText(descriptor)], ...files])
}

/** Finds the territory of a row that names its source; each source must speak of one province, under the name its figures use. */
function territoriesBySource(observations) {
  const found = new Map()
  for (const row of observations) {
    const territory = `${row.territory_set}:${row.province_code}`
    const known = found.get(row.source_id)
    if (known && (known.territory !== territory || known.name !== row.province_vi)) {
      throw new Error(`source ${row.source_id} speaks of two provinces`)
    }
    found.set(row.source_id, { territory, name: row.province_vi })
  }
  return ({ source_id, province_vi }) => {
    const known = found.get(source_id)
    if (known?.name !== province_vi) throw new Error(`no figure of ${source_id} is about ${province_vi}`)
    return known.territory
  }
}

/** Puts each addition behind the codes of its key, new keys last. An addition that the checked table now has is an error. */
export function withAddedCodes(codes) {
  for (const added of ADDED_CODES) {
    const clash = codes.some((row) => row.key === added.key && (row.value === added.value || row.order === added.order))
    if (clash) throw new Error(`the added code ${added.key}:${added.value} is no longer missing`)
  }
  const all = [...codes, ...ADDED_CODES]
  return [...new Set(all.map((row) => row.key))].flatMap((key) => all.filter((row) => row.key === key))
}

function standardSource({ source_id, publisher, title_vi, province_vi, url }) {
  const title = [publisher, title_vi].filter(Boolean).join(': ') || province_vi
  return { title: `${source_id}. ${title}`, ...(url ? { path: url } : {}) }
}
