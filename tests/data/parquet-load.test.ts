import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ObservationsFormat, readCatalog, readReference } from '../../src/data/catalog.ts'
import type { Database } from '../../src/data/database.ts'
import type { OpenDataset } from '../../src/data/open-dataset.ts'
import type { FetchBytes } from '../../src/data/package-folder.ts'
import { createWorkspace, type Workspace } from '../../src/data/workspace.ts'
import type { ResultSet } from '../../src/model/result-set.ts'
import { ident } from '../../src/query/sql.ts'
import { failureOf } from '../support/dataset-files.ts'
import { fakeDatabase, oneRow } from '../support/fake-database.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { nodeFormats } from '../support/node-parquet.ts'
import { OBSERVATIONS, serve, smallFiles } from '../support/small-package.ts'
import { writeParquet } from '../support/write-parquet.ts'

const base = 'https://atlas.example/'

/** Two rows as they should be, typed; tests put other values in their place. */
const ROW: Readonly<Record<string, string>> = {
  ...{ source_id: "'A'", territory_set: "'63'", province_code: "'36'", unit_level: "'tinh'", period_start: "DATE '2024-01-01'" },
  ...{ period_end: "DATE '2024-12-31'", period_basis: "'stated'", indicator_code: "'tips'", breakdown_key: 'NULL' },
  ...{ breakdown_value: 'NULL', value: '12.0::DOUBLE', unit: "'tip'", qualifier: "'exact'" },
}

let database: Database
beforeAll(async () => {
  database = await openNodeDatabase()
})
afterAll(() => database.close())

describe('the rows of a Parquet file', () => {
  it('are typed and kept, NULL being an empty cell', async () => {
    const { workspace, opened } = await open(rows({}, { value: '8.0::DOUBLE', period_start: 'NULL', period_basis: "'as_of'" }))
    expect(opened.report).toMatchObject({ read: 2, kept: 2, rejected: 0, years: [2024], latestDay: '2024-12-31' })
    const { columns } = await ask(workspace, opened, 'observation')
    expect(columns).toMatchObject({ row: [0, 1], line: [1, 2], value: [12, 8], period_start: ['2024-01-01', null] })
    expect(columns.breakdown_key).toEqual(['', ''])
  })

  it('of other types are text, judged by the same checks, and named by their number', async () => {
    const { workspace, opened } = await open(
      rows(
        {
          ...{
            province_code: '36',
            territory_set: '63',
            period_start: "TIMESTAMP '2024-01-01'",
            period_end: "TIMESTAMP '2024-12-31'",
          },
          ...{ value: "'12'" },
        },
        {
          ...{
            province_code: '1',
            territory_set: '63',
            period_start: "TIMESTAMP '2024-01-01'",
            period_end: "TIMESTAMP '2024-12-31'",
          },
          ...{ value: "'12'" },
        },
        {
          ...{ province_code: '36', territory_set: '63', period_start: "TIMESTAMP '2024-01-01 08:00:00'" },
          ...{ period_end: "TIMESTAMP '2024-12-31'", value: "'12'" },
        },
        {
          ...{
            province_code: '36',
            territory_set: '63',
            period_start: "TIMESTAMP '2024-01-01'",
            period_end: "TIMESTAMP '2024-12-31'",
          },
          ...{ value: "'mười hai'" },
        },
      ),
    )
    expect(opened.report).toMatchObject({ read: 4, kept: 1, rejected: 3 })
    expect((await ask(workspace, opened, 'reject')).columns).toMatchObject({
      line: [2, 3, 4],
      column: ['province_code', 'period_start', 'value'],
      text: ['1', '2024-01-01 08:00:00', 'mười hai'],
      reason: ['unknown_code', 'not_a_date', 'not_a_number'],
    })
  })

  it('may be none', async () => {
    const { opened } = await open(`SELECT * FROM (${rows({})}) WHERE FALSE`)
    expect(opened.report).toEqual({
      read: 0,
      kept: 0,
      rejected: 0,
      years: [],
      latestDay: null,
      rhythms: [],
      seams: [],
      understood: new Map(),
      namesRead: [],
    })
  })

  it('may have columns of their own, whatever they are called', async () => {
    const { workspace, opened } = await open(
      `SELECT 99 AS line, 'x' AS record, *, 7 AS "Ghi chú", 8 AS rowid FROM (${rows({}, {})})`,
    )
    expect((await ask(workspace, opened, 'observation')).columns).toMatchObject({ row: [0, 1], line: [1, 2] })
  })

  it('have to have the columns of the form', async () => {
    const failure = await failureOf(open(`SELECT * EXCLUDE (unit, qualifier) FROM (${rows({})})`))
    expect([failure.code, failure.detail]).toEqual([
      'csv-columns-missing',
      { file: 'first/observations.parquet', names: ['unit', 'qualifier'] },
    ])
  })

  it('can be loaded twice', async () => {
    expect((await open(rows({ value: '1.0::DOUBLE' }))).opened.report.kept).toBe(1)
    expect((await open(rows({ value: '1.0::DOUBLE' }))).opened.report.kept).toBe(1)
  })
})

describe('a CSV file', () => {
  it('may have columns of its own, whatever they are called', async () => {
    const files = smallFiles(['first'])
    const lines = OBSERVATIONS.trimEnd().split('\n')
    files.set(
      'datasets/first/observations.csv',
      lines.map((line, at) => `${at === 0 ? 'line,record,shift' : '99,x,7'},${line}`).join('\n'),
    )
    const workspace = await workspaceOver(serve(files, base), async () => database)
    const opened = await workspace.open('first')
    expect((await ask(workspace, opened, 'observation')).columns).toMatchObject({ row: [0, 1], line: [2, 3] })
  })
})

describe('the format that is asked for', () => {
  it('is CSV, where nothing is said or there is no other', async () => {
    const parquet = await writeParquet(rows({}))
    const twoFiles = fetchOver(parquet)
    const csvAlone = serve(smallFiles(['first']), base)
    const read = async (fetchBytes: FetchBytes, format?: ObservationsFormat) => {
      const workspace = await workspaceOver(fetchBytes, async () => database, format)
      return (await workspace.open('first')).files[0]
    }
    expect(await read(twoFiles)).toBe('first/observations.csv')
    expect(await read(twoFiles, 'csv')).toBe('first/observations.csv')
    expect(await read(twoFiles, 'parquet')).toBe('first/observations.parquet')
    expect(await read(csvAlone, 'parquet')).toBe('first/observations.csv')
  })
})

describe('an engine that has other rows than the file', () => {
  it('is told with the name of the file, and what was to be loaded is no file but a table', async () => {
    const engine = fakeDatabase({ load: () => oneRow({ read: 1, kept: 1, rejected: 0, years: '', latest_day: null }) })
    const workspace = await workspaceOver(fetchOver(await writeParquet(rows({}, {}))), async () => engine, 'parquet')
    const failure = await failureOf(workspace.open('first'))
    expect([failure.code, failure.detail]).toEqual(['rows-differ', { file: 'first/observations.parquet', expected: 2, found: 1 }])
    expect(engine.loads[0]).toMatchObject({ files: [], tables: [{ schema: 'main', rows: 2 }] })
  })
})

async function open(select: string): Promise<{ workspace: Workspace; opened: OpenDataset }> {
  const workspace = await workspaceOver(fetchOver(await writeParquet(select)), async () => database, 'parquet')
  return { workspace, opened: await workspace.open('first') }
}

async function workspaceOver(
  fetchBytes: FetchBytes,
  startEngine: () => Promise<Database>,
  format?: ObservationsFormat,
): Promise<Workspace> {
  const catalog = await readCatalog(fetchBytes, `${base}datasets/catalog.json`)
  const reference = await readReference(fetchBytes, catalog)
  const parts = { catalog, ...reference, fetchBytes, startEngine, formats: nodeFormats }
  return createWorkspace(format ? { ...parts, format } : parts)
}

/** The package `first`, with this Parquet file beside its CSV. */
function fetchOver(parquet: Uint8Array): FetchBytes {
  const files = smallFiles(['first'])
  const manifest = JSON.parse(files.get('datasets/first/datapackage.json') ?? '')
  manifest.resources.push({ name: 'observations-parquet', path: 'observations.parquet' })
  files.set('datasets/first/datapackage.json', JSON.stringify(manifest))
  const served = serve(files, base)
  return async (url) => (url.endsWith('/observations.parquet') ? parquet : served(url))
}

function ask(workspace: Workspace, { dataset }: OpenDataset, table: string): Promise<ResultSet> {
  return workspace.ask(dataset.id, `SELECT * FROM ${ident(dataset.schema)}.${ident(table)} ORDER BY line`)
}

/** One row for each, with these values in place of its own. */
function rows(...changes: readonly Readonly<Record<string, string>>[]): string {
  return changes
    .map((change) => Object.entries({ ...ROW, ...change }))
    .map((cells) => `SELECT ${cells.map(([name, value]) => `${value} AS ${name}`).join(', ')}`)
    .join(' UNION ALL ')
}
