import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readCatalog, readReference } from '../../src/data/catalog.ts'
import type { Database } from '../../src/data/database.ts'
import { type LocalFile, localFileOf } from '../../src/data/local-file.ts'
import type { OpenProgress } from '../../src/data/read-files.ts'
import { createWorkspace, type Workspace } from '../../src/data/workspace.ts'
import { keyOf } from '../../src/model/dataset.ts'
import { Failure } from '../../src/model/failure.ts'
import { EMPTY_VIEW } from '../../src/model/view.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import { viewQuery, viewSql } from '../../src/query/view-query.ts'
import { defaultViewOf } from '../../src/state/resolve-view.ts'
import { failureOf } from '../support/dataset-files.ts'
import { fakeDatabase, HANGS, oneRow } from '../support/fake-database.ts'
import { csvText, fileOf } from '../support/local-files.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { type Files, serve, smallFiles } from '../support/small-package.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const base = 'https://atlas.example/'
const eventually = (read: () => unknown) => expect.poll(read, { timeout: 10_000 })

/** Three rows of tips, as many of them as are asked for. */
function tips(values: readonly string[]): string {
  const columns = ['territory_set', 'province_code', 'indicator_code', 'period_start', 'period_end', 'value']
  const rows = values.map((value, at) => ({
    ...{ territory_set: '63', province_code: '36', indicator_code: 'tips', value },
    ...{ period_start: `${2020 + at}-01-01`, period_end: `${2020 + at}-12-31` },
  }))
  return csvText(rows, columns)
}

/** A file on a disk on which it can change or go; the page has only its handle. */
function onDisk(name: string, content: string) {
  let now: string | Error = content
  const file: LocalFile = {
    name,
    size: content.length,
    read: async (signal, onProgress) => {
      if (now instanceof Error) throw now
      return localFileOf(new File([now], name)).read(signal, onProgress)
    },
  }
  return {
    file,
    write: (text: string | Error) => {
      now = text
    },
  }
}

interface World {
  readonly workspace: Workspace
  readonly files: Files
  readonly asked: string[]
}

async function world(startEngine: () => Promise<Database>): Promise<World> {
  const files = smallFiles(['first', 'second'])
  const asked: string[] = []
  const fetchBytes = serve(files, base, asked)
  const catalog = await readCatalog(fetchBytes, `${base}datasets/catalog.json`)
  const reference = await readReference(fetchBytes, catalog)
  return { workspace: createWorkspace({ catalog, ...reference, fetchBytes, startEngine }), files, asked }
}

describe('with the real engine', () => {
  const engines: Database[] = []
  beforeAll(async () => {
    for (let nth = 0; nth < 2; nth++) engines.push(await openNodeDatabase())
  })
  afterAll(async () => {
    for (const engine of engines) await engine.close()
  })

  /** The first engine until `stop`, then the second. */
  async function twoEngines() {
    let started = 0
    let stopped = false
    const startEngine = async (): Promise<Database> => {
      const engine = engines[started++ % 2] as Database
      if (started > 1) return engine
      const refuse = () => Promise.reject(new Failure('engine-stopped'))
      return {
        load: (plan, signal) => (stopped ? refuse() : engine.load(plan, signal)),
        query: (sql, signal) => (stopped ? refuse() : engine.query(sql, signal)),
        close: () => engine.close(),
      }
    }
    return { ...(await world(startEngine)), stop: () => (stopped = true), started: () => started }
  }

  async function valuesOf(workspace: Workspace, key: string) {
    const dataset = workspace.opened(key)?.dataset
    if (!dataset) throw new Error(`${key} is not open`)
    const view = { ...EMPTY_VIEW, ...defaultViewOf(dataset) }
    const answer = readAnswer(await workspace.ask(key, viewSql(viewQuery(view, dataset))), dataset, view)
    return answer.figures.map(({ value }) => value)
  }

  async function open(workspace: Workspace, ...files: LocalFile[]): Promise<string> {
    const { opened, refused } = await workspace.openFiles(files)
    expect(refused).toEqual([])
    if (!opened) throw new Error('nothing was opened')
    return keyOf(opened.dataset)
  }

  it('files are beside the published dataset, and beside each other', async () => {
    const { workspace } = await twoEngines()
    await workspace.open('first')
    const one = await open(workspace, fileOf('a.csv', tips(['8', '9'])))
    const other = await open(workspace, fileOf('a.csv', tips(['7'])))
    expect([await valuesOf(workspace, one), await valuesOf(workspace, other), await valuesOf(workspace, 'first')]).toEqual([
      [9],
      [7],
      [12],
    ])
    expect(workspace.localOnes().map(({ dataset }) => keyOf(dataset))).toEqual([one, other])
    expect(one).toMatch(/^local\/\d+-[0-9a-f]{8}$/)
  })

  it('the same file under another name is the same dataset, under the name that was chosen last', async () => {
    const { workspace } = await twoEngines()
    const one = await workspace.openFiles([fileOf('a.csv', tips(['8']))])
    const again = await workspace.openFiles([fileOf('b.csv', tips(['8']))])
    expect(again.opened?.dataset.localFile).toBe(one.opened?.dataset.localFile)
    expect([again.opened?.files, again.opened?.dataset.title.vi]).toEqual([['b.csv'], 'b.csv'])
    expect(workspace.localOnes()).toEqual([again.opened])
  })

  it('the same file twice at once does not count twice', async () => {
    const { workspace } = await twoEngines()
    const source = tips(['8']).replace('value', 'value,source_id').replace(',8\n', ',8,A\n')
    const { opened, refused } = await workspace.openFiles([fileOf('a.csv', source), fileOf('a (1).csv', source)])
    expect(refused.map(({ failure }) => failure.code)).toEqual(['local-file-twice'])
    expect(await valuesOf(workspace, keyOf(opened?.dataset ?? { id: '', localFile: null }))).toEqual([8])
  })

  it('an engine that stops is replaced, and the files are read again', async () => {
    const { workspace, stop, started } = await twoEngines()
    const disk = onDisk('a.csv', tips(['8', '9']))
    const read = vi.spyOn(disk.file, 'read')
    const key = await open(workspace, disk.file)
    await workspace.open('first')
    stop()
    expect(await valuesOf(workspace, key)).toEqual([9])
    expect(await valuesOf(workspace, 'first')).toEqual([12])
    expect([started(), read.mock.calls.length]).toEqual([2, 2])
    expect(workspace.opened(key)?.report.kept).toBe(2)
  })

  it('but not taken for what they were where their content is another', async () => {
    const { workspace, stop } = await twoEngines()
    const disk = onDisk('số liệu.csv', tips(['8', '9']))
    const key = await open(workspace, disk.file, fileOf('b.csv', tips(['1'])))
    stop()
    disk.write(tips(['8', '5']))
    const failure = await failureOf(valuesOf(workspace, key))
    expect([failure.code, failure.detail.names]).toEqual(['local-file-changed', ['b.csv', 'số liệu.csv']])
    // As it was, it is taken again.
    disk.write(tips(['8', '9']))
    expect((await valuesOf(workspace, key)).length).toBeGreaterThan(0)
  })

  it('and a file that is gone by then is named', async () => {
    const { workspace, stop } = await twoEngines()
    const disk = onDisk('số liệu.csv', tips(['8', '9']))
    const key = await open(workspace, disk.file)
    stop()
    disk.write(new Failure('local-file-unreadable', { file: 'số liệu.csv' }))
    const failure = await failureOf(valuesOf(workspace, key))
    expect([failure.code, failure.detail.file]).toEqual(['local-file-unreadable', 'số liệu.csv'])
    expect(await valuesOf(workspace, await open(workspace, fileOf('c.csv', tips(['4']))))).toEqual([4])
  })

  it('a cancel while the rows are loaded leaves nothing in the engine, and everything that was open', async () => {
    const { workspace } = await twoEngines()
    await workspace.open('first')
    const [engine] = engines as [Database]
    const schemas = async () =>
      (await engine.query("SELECT DISTINCT schema_name FROM duckdb_schemas() WHERE schema_name LIKE 'ds_%'")).columns.schema_name
        ?.length
    const before = await schemas()
    const controller = new AbortController()
    const query = vi.spyOn(engine, 'query').mockImplementationOnce(async () => {
      controller.abort()
      throw new Failure('query-cancelled')
    })
    expect((await failureOf(workspace.openFiles([fileOf('x.csv', tips(['77']))], { signal: controller.signal }))).code).toBe(
      'query-cancelled',
    )
    query.mockRestore()
    expect(await schemas()).toBe(before)
    expect([workspace.localOnes(), await valuesOf(workspace, 'first')]).toEqual([[], [12]])
  })

  it('files that cannot be opened are named, and the others make the dataset', async () => {
    const { workspace } = await twoEngines()
    const { opened, refused } = await workspace.openFiles([
      fileOf('b.csv', '<html></html>'),
      fileOf('a.csv', tips(['8'])),
      fileOf('c.csv', ''),
    ])
    expect(opened?.files).toEqual(['a.csv'])
    expect(refused.map(({ name, failure }) => [name, failure.code])).toEqual([
      ['b.csv', 'file-html'],
      ['c.csv', 'file-empty'],
    ])
  })
})

describe('opening files', () => {
  const report = oneRow({
    read: 1,
    kept: 1,
    rejected: 0,
    years: '2020',
    latest_day: '2020-12-31',
    rhythms: '',
    understood: 'source 1',
  })
  const good = () => fakeDatabase({ load: () => report })

  it('none of which can be read asks neither the server nor an engine', async () => {
    const start = vi.fn(async () => good())
    const { workspace, asked } = await world(start)
    const before = asked.length
    const { opened, refused } = await workspace.openFiles([fileOf('a.csv', ''), fileOf('b.csv', 'x')])
    expect([opened, refused.length]).toEqual([null, 2])
    expect([start.mock.calls.length, asked.length]).toEqual([0, before])
  })

  it('tells how far it is, and then that it loads', async () => {
    const { workspace } = await world(async () => good())
    const seen: OpenProgress[] = []
    await workspace.openFiles([fileOf('a.csv', tips(['8']))], { onProgress: (progress) => seen.push(progress) })
    const size = tips(['8']).length
    expect(seen).toEqual([
      { step: 'reading', loaded: size, size },
      { step: 'loading', loaded: size, size },
    ])
  })

  it('reads the words of the packages once, and never their observations', async () => {
    const { workspace, asked } = await world(async () => good())
    await workspace.openFiles([fileOf('a.csv', tips(['8']))])
    await workspace.openFiles([fileOf('a.csv', tips(['9']))])
    expect(asked.filter((path) => path === 'datasets/second/codes.csv')).toHaveLength(1)
    expect(asked.filter((path) => path.includes('observations'))).toEqual([])
  })

  it('reads the words again where they could not be read', async () => {
    const { workspace, files } = await world(async () => good())
    const codes = ['first', 'second'].map(
      (id) => [`datasets/${id}/codes.csv`, files.get(`datasets/${id}/codes.csv`) as string] as const,
    )
    for (const [path] of codes) files.delete(path)
    expect((await failureOf(workspace.openFiles([fileOf('a.csv', tips(['8']))]))).code).toBe('http-status')
    expect(workspace.localOnes()).toEqual([])
    for (const [path, text] of codes) files.set(path, text)
    expect((await workspace.openFiles([fileOf('a.csv', tips(['8']))])).opened).not.toBeNull()
  })

  it('takes nothing where not every row arrived', async () => {
    const short = oneRow({ read: 1, kept: 1, rejected: 0, years: '', latest_day: null })
    const { workspace } = await world(async () => fakeDatabase({ load: () => short }))
    const failure = await failureOf(workspace.openFiles([fileOf('a.csv', tips(['8', '9'])), fileOf('b.csv', tips(['1']))]))
    expect([failure.code, failure.detail]).toEqual(['rows-differ', { file: 'a.csv, b.csv', expected: 3, found: 1 }])
    expect(workspace.localOnes()).toEqual([])
  })

  it('is needed for a link to a file: it is not looked for among the packages', async () => {
    const { workspace } = await world(async () => good())
    const failure = await failureOf(workspace.open('local/12-0123abcd'))
    expect([failure.code, failure.detail.names]).toEqual(['local-file-needed', ['local/12-0123abcd']])
  })

  it('that is cancelled ends, keeps what was open, and can be done again', async () => {
    const database = fakeDatabase({ load: (_, nth) => (nth === 1 ? HANGS : report) })
    const { workspace } = await world(async () => database)
    const { opened } = await workspace.openFiles([fileOf('a.csv', tips(['8']))])
    const controller = new AbortController()
    const cancelled = failureOf(workspace.openFiles([fileOf('b.csv', tips(['9']))], { signal: controller.signal }))
    await eventually(() => database.hanging.length).toBe(1)
    controller.abort()
    expect((await cancelled).code).toBe('query-cancelled')
    expect(workspace.localOnes()).toEqual([opened])
    await workspace.openFiles([fileOf('b.csv', tips(['9']))])
    expect(workspace.localOnes()).toHaveLength(2)
  })

  it('of a file that is being opened already goes on when the other one is cancelled', async () => {
    const database = fakeDatabase({ load: (_, nth) => (nth === 0 ? HANGS : report) })
    const { workspace } = await world(async () => database)
    const first = new AbortController()
    const cancelled = failureOf(workspace.openFiles([fileOf('a.csv', tips(['8']))], { signal: first.signal }))
    await eventually(() => database.hanging.length).toBe(1)
    const second = workspace.openFiles([fileOf('a.csv', tips(['8']))], { signal: new AbortController().signal })
    // The second one waits for the first.
    await new Promise((resolve) => setTimeout(resolve, 50))
    first.abort()
    expect((await cancelled).code).toBe('query-cancelled')
    expect((await second).opened?.files).toEqual(['a.csv'])
    expect(database.loads).toHaveLength(2)
  })

  it('that waits for another one can be cancelled alone', async () => {
    const database = fakeDatabase({ load: (_, nth) => (nth === 0 ? HANGS : report) })
    const { workspace } = await world(async () => database)
    const first = workspace.openFiles([fileOf('a.csv', tips(['8']))])
    await eventually(() => database.hanging.length).toBe(1)
    const second = new AbortController()
    const waiting = failureOf(workspace.openFiles([fileOf('a.csv', tips(['8']))], { signal: second.signal }))
    await new Promise((resolve) => setTimeout(resolve, 50))
    second.abort()
    database.hanging[0]?.settle(report)
    expect((await waiting).code).toBe('query-cancelled')
    expect((await first).opened?.files).toEqual(['a.csv'])
  })
})
