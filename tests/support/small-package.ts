import type { FetchBytes } from '../../src/data/package-folder.ts'
import { Failure } from '../../src/model/failure.ts'

/** A catalogue of packages with one indicator, two rows and one province, as files by their path below the page. */
export type Files = Map<string, string>

export const OBSERVATIONS = `source_id,territory_set,province_code,unit_level,period_start,period_end,period_basis,indicator_code,breakdown_key,breakdown_value,value,unit,qualifier
A,63,36,tinh,2023-01-01,2023-12-31,stated,tips,,,8,tip,exact
A,63,36,tinh,2024-01-01,2024-12-31,stated,tips,,,12,tip,exact
`

/** `distinct`: each package has a third row of its own, so that no two hold the same numbers. */
export function smallFiles(ids: readonly string[], { distinct = true } = {}): Files {
  const files: Files = new Map([
    [
      'datasets/catalog.json',
      JSON.stringify({ datasets: ids.map(entry), default: ids[0], reference: 'reference/datapackage.json' }),
    ],
    ['datasets/reference/datapackage.json', JSON.stringify(descriptor('reference', ['provinces', 'aliases']))],
    [
      'datasets/reference/provinces.csv',
      `territory_set,code,name_vi,name_en,kind,region_vi,region_en,merged_into_code,formed_from_codes
63,36,Nam Định,Nam Dinh,tinh,Đồng bằng sông Hồng,Red River Delta,37,
34,37,Ninh Bình,Ninh Binh,tinh,Đồng bằng sông Hồng,Red River Delta,,36
`,
    ],
    ['datasets/reference/aliases.csv', 'alias,territory_set,code\nNinhbinh,34,37\n'],
  ])
  for (const [at, id] of ids.entries()) {
    const folder = `datasets/${id}`
    const rows = distinct ? `${OBSERVATIONS}A,63,36,tinh,,${2015 + at}-12-31,as_of,tips,,,${at},tip,exact\n` : OBSERVATIONS
    files.set(`${folder}/datapackage.json`, JSON.stringify(manifest(id)))
    files.set(`${folder}/observations.csv`, rows)
    for (const [name, text] of Object.entries(TABLES)) files.set(`${folder}/${name}.csv`, text)
  }
  return files
}

/** Serves the files below a URL that ends in `/`; `asked` collects their paths. */
export function serve(files: Files, base: string, asked: string[] = []): FetchBytes {
  return async (url) => {
    const path = url.startsWith(base) ? url.slice(base.length) : null
    const text = path === null ? undefined : files.get(path)
    asked.push(path ?? url)
    if (text === undefined) throw new Failure('http-status', { file: url, status: 404 })
    return new TextEncoder().encode(text)
  }
}

const titleOf = (id: string) => ({ vi: `Bộ ${id}`, en: `Set ${id}` })

function entry(id: string) {
  return { id, path: `${id}/datapackage.json`, title: titleOf(id) }
}

function descriptor(name: string, resources: readonly string[]) {
  const found = resources.map((resource) => ({ name: resource, path: `${resource}.csv` }))
  return { name, resources: found, danVanAtlas: { id: name } }
}

function manifest(id: string) {
  const fields = {
    id,
    title: titleOf(id),
    description: { vi: 'Hai năm của một tỉnh.', en: 'Two years of one province.' },
    simulated: false,
  }
  const choices = { reporters: ['63:36'], territorySets: ['63'], sourceOrder: [], defaultView: { units: '63' } }
  return { ...descriptor(id, ['observations', ...Object.keys(TABLES)]), danVanAtlas: { ...fields, ...choices } }
}

const TABLES = {
  codes: `key,value,label_vi,label_en,unit,parent,order
domain,tips,Nguồn tin,Tips,,,1
unit,tip,nguồn tin,tips,,,1
`,
  indicators: `indicator_code,label_vi,label_en,definition_vi,definition_en,domain,unit,aggregation,part_of,decimals,direction,headline_order,numerator,denominator
tips,Nguồn tin quần chúng,Public tips,,,tips,tip,sum,,0,neutral,1,,
`,
  sources: `source_id,province_vi,publisher,title_vi,published_date,author,url,report_year,period_label_vi,period_label_en,report_type_vi,report_type_en,report_year_basis_vi,report_year_basis_en
A,Nam Định,Báo Nam Định,Dân vận khéo,2025-01-10,,https://example.org/bai,2024,,,,,,
`,
}
