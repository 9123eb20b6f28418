import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { columnsOf } from '../field.mjs'
import { csvResource, jsonText, manifest, parquetResource } from '../manifest.mjs'
import { checkPairs } from '../pairs.mjs'
import { RESOURCE_TITLES, withAddedCodes } from '../public-reports.mjs'
import { buildReference } from '../reference.mjs'
import { readTable, tableText } from '../table.mjs'
import { listOf } from './calendar.mjs'
import { createColumns } from './columns.mjs'
import { communeCells } from './commune-cells.mjs'
import { communeRows, planOf } from './commune-rows.mjs'
import { parquetOfColumns } from './parquet-columns.mjs'
import { SCHEMAS } from './schemas.mjs'
import { PUBLISHER, sourceRows } from './sources.mjs'
import { readUnits } from './units.mjs'

// Writes a large simulated package of communes, to try the engine with: `node datasets/build/national/communes.mjs --rows 1000000
// --out <folder>`. One file holds at most a million rows; they are made one file after the other, so that memory stays small.
const ROWS_OF_A_FILE = 1_000_000
const ROW_GROUP = 200_000
const ID = 'communes-simulated'

/** Writes the package into the folder `out`: `observations.parquet`, or `observations-001.parquet` and so on where one is not enough. */
export function writeCommunes({ rows, out, rowsOfAFile = ROWS_OF_A_FILE }) {
  const checked = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'checked')
  const shared = (name) => readTable(join(checked, 'reports', `${name}.csv`))
  const [breakdowns, indicators, codes] = [shared('breakdowns'), shared('indicators'), withAddedCodes(shared('codes'))]
  const units = readUnits(buildReference(join(checked, 'reference')))
  const { months, cells } = planOf(rows, units, communeCells({ indicators, breakdowns, codes }))

  mkdirSync(out, { recursive: true })
  const files = writeObservations(communeRows({ rows, units, months, cells }), { out, rowsOfAFile, isOne: rows <= rowsOfAFile })
  const sources = sourceRows().filter(({ source_id }) => source_id.startsWith('BC'))
  const resources = [observationsResource(files)]
  for (const [name, table] of Object.entries({ indicators, breakdowns, codes, sources })) {
    const content = tableText(columnsOf(SCHEMAS[name]), checkPairs(name, table))
    writeFileSync(join(out, `${name}.csv`), content)
    resources.push(csvResource({ name, title: RESOURCE_TITLES[name], text: content, schema: SCHEMAS[name] }))
  }
  const lists = [...new Set(months.map(({ index }) => listOf(index)))]
  writeFileSync(join(out, 'datapackage.json'), jsonText(descriptor({ rows, lists, sources, resources, units })))
}

function writeObservations(rows, { out, rowsOfAFile, isOne }) {
  const paths = []
  const hash = createHash('sha256')
  let bytes = 0
  const flush = (columns) => {
    const path = isOne ? 'observations.parquet' : `observations-${String(paths.length + 1).padStart(3, '0')}.parquet`
    const file = parquetOfColumns(columns, { rowGroup: ROW_GROUP })
    writeFileSync(join(out, path), file)
    paths.push(path)
    hash.update(file)
    bytes += file.length
  }
  let columns = createColumns(SCHEMAS.observations, ['observation_id'])
  for (const row of rows) {
    columns.add(row)
    if (columns.length < rowsOfAFile) continue
    flush(columns)
    columns = createColumns(SCHEMAS.observations, ['observation_id'])
  }
  if (columns.length > 0) flush(columns)
  return { paths, bytes, hash: hash.digest('hex') }
}

/** One resource of one or several files; its length and hash are those of the files one behind the other. */
function observationsResource({ paths, bytes, hash }) {
  const { observations: schema } = SCHEMAS
  const title = RESOURCE_TITLES.observations
  const described = parquetResource({ name: 'observations', title, bytes: Buffer.alloc(0), schema })
  return { ...described, name: 'observations', path: paths.length === 1 ? paths[0] : paths, bytes, hash: `sha256:${hash}` }
}

function descriptor({ rows, lists, sources, resources, units }) {
  const title = { vi: `Dữ liệu mô phỏng: ${rows} dòng của cấp xã`, en: `Simulated data: ${rows} rows of communes` }
  const description = {
    vi: 'Số liệu do chương trình sinh ra để thử máy với tệp lớn; không phải số liệu thật của địa phương nào.',
    en: 'Figures made by a program to try large files with; they are not real figures of any place.',
  }
  return manifest({
    name: ID,
    title: title.vi,
    description: description.vi,
    version: '1.0.0',
    licenses: [{ name: 'MIT', title: 'MIT License', path: 'https://opensource.org/license/mit' }],
    sources: sources.map(({ source_id, title_vi }) => ({ title: `${source_id}. ${PUBLISHER}: ${title_vi}` })),
    resources,
    own: {
      ...{ id: ID, title, description, simulated: true },
      reporters: lists.flatMap((list) => units.of(list).map(({ key }) => key)),
      territorySets: lists,
      sourceOrder: sources.map(({ source_id }) => source_id),
      defaultView: { units: lists.at(-1) },
      smallCountThreshold: 0,
    },
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (name) => process.argv[process.argv.indexOf(`--${name}`) + 1]
  const [rows, out, ofAFile] = [Number(option('rows')), option('out'), Number(option('rows-of-a-file'))]
  const isAsked = process.argv.includes('--rows') && process.argv.includes('--out')
  if (!isAsked || !out || !Number.isSafeInteger(rows) || rows < 1) throw new Error('--rows needs a number, --out a folder')
  writeCommunes({ rows, out, rowsOfAFile: Number.isSafeInteger(ofAFile) && ofAFile > 0 ? ofAFile : ROWS_OF_A_FILE })
}
