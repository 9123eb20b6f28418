import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readCatalog, readReference } from '../../src/data/catalog.ts'
import type { Database, LoadPlan } from '../../src/data/database.ts'
import { createWorkspace, type Workspace } from '../../src/data/workspace.ts'
import { Failure } from '../../src/model/failure.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import { viewQuery, viewSql } from '../../src/query/view-query.ts'
import { failureOf } from '../support/dataset-files.ts'
import { type FakeDatabase, fakeDatabase, HANGS, oneRow } from '../support/fake-database.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { type Files, OBSERVATIONS, serve, smallFiles } from '../support/small-package.ts'

const base = 'https://atlas.example/'
const eventually = (read: () => unknown) => expect.poll(read, { timeout: 10_000 })
const report = (read: number) => oneRow({ read, kept: read - 1, rejected: 1, years: '2024,2023', latest_day: '2024-12-31' })

interface World {
  readonly workspace: Workspace
  readonly files: Files
  /** Paths below the page, in the order in which they were fetched. */
  readonly asked: string[]
  readonly engines: FakeDatabase[]
}

/** A workspace over `first` and `second`; each engine that it starts comes from `engine`, which may refuse. */
async function world(engine: (nth: number) => FakeDatabase = () => fakeDatabase({ load: () => report(3) })): Promise<World> {
  const files = smallFiles(['first', 'second'])
  const asked: string[] = []
  const fetchBytes = serve(files, base, asked)
  const catalog = await readCatalog(fetchBytes, `${base}datasets/catalog.json`)
  const reference = await readReference(fetchBytes, catalog)
  const engines: FakeDatabase[] = []
  let started = 0
  const startEngine = async (): Promise<Database> => {
    const next = engine(started++)
    engines.push(next)
    return next
  }
  return { workspace: createWorkspace({ catalog, ...reference, fetchBytes, startEngine }), files, asked, engines }
}

describe('opening a dataset', () => {
  it('starts no engine and fetches no package before one is asked for', async () => {
    const { asked, engines, workspace } = await world()
    expect([engines.length, asked.filter((path) => path.startsWith('datasets/first'))]).toEqual([0, []])
    expect(workspace.opened('first')).toBeUndefined()
  })

  it('tells what became of every row', async () => {
    const { workspace } = await world()
    const opened = await workspace.open('first')
    expect(opened).toMatchObject({
      files: ['first/observations.csv'],
      report: { read: 3, kept: 2, rejected: 1 },
      held: [],
      dataset: { id: 'first', years: [2023, 2024], latestDay: '2024-12-31', reporters: ['63:36'] },
    })
    expect(workspace.opened('first')).toBe(opened)
  })

  it('holds back records with a wrong number of fields and asks the engine for the others only', async () => {
    const { workspace, files, engines } = await world(() => fakeDatabase({ load: () => report(3) }))
    files.set('datasets/first/observations.csv', `${files.get('datasets/first/observations.csv')}A,63,36\n`)
    const { held } = await workspace.open('first')
    expect(held).toMatchObject([{ line: 5, reason: 'field-count', fields: 3, expected: 13 }])
    expect(new TextDecoder().decode(engines[0]?.loads[0]?.files[0]?.bytes).trimEnd().split('\n')).toHaveLength(4)
  })

  it('goes on for whoever still waits when the one who began it cancels', async () => {
    const { workspace, engines } = await world(() => fakeDatabase({ load: (_, nth) => (nth === 0 ? HANGS : report(3)) }))
    const controller = new AbortController()
    const left = failureOf(workspace.open('first', controller.signal))
    const kept = workspace.open('first')
    await eventually(() => engines[0]?.hanging.length).toBe(1)
    controller.abort()
    expect((await left).code).toBe('query-cancelled')
    expect((await kept).dataset.id).toBe('first')
    expect(engines.map((engine) => engine.loads.length)).toEqual([2])
  })

  it('is done once for two callers, and not again later', async () => {
    const { workspace, asked, engines } = await world()
    const [one, other] = await Promise.all([workspace.open('first'), workspace.open('first')])
    expect(other).toBe(one)
    expect(await workspace.open('first')).toBe(one)
    await workspace.ask('first', 'SELECT 1')
    expect(engines.map((engine) => engine.loads.length)).toEqual([1])
    expect(asked.filter((path) => path === 'datasets/first/observations.csv')).toHaveLength(1)
  })

  it('puts a second dataset beside the first, in the same engine', async () => {
    const { workspace, engines } = await world()
    await workspace.open('first')
    await workspace.open('second')
    await workspace.ask('first', 'SELECT 1')
    await workspace.ask('second', 'SELECT 2')
    expect(engines.map(({ loads, queries }) => [loads.length, queries])).toEqual([[2, ['SELECT 1', 'SELECT 2']]])
    const schemas = ['first', 'second'].map((id) => workspace.opened(id)?.dataset.schema)
    expect(new Set(schemas).size).toBe(2)
  })
})

describe('a load that fails', () => {
  it('keeps what was open and may be tried again', async () => {
    const { workspace, files, engines } = await world()
    await workspace.open('first')
    const good = files.get('datasets/second/observations.csv') as string
    files.delete('datasets/second/observations.csv')
    expect((await failureOf(workspace.open('second'))).code).toBe('http-status')
    expect(workspace.opened('second')).toBeUndefined()
    expect(workspace.opened('first')?.dataset.id).toBe('first')
    await workspace.ask('first', 'SELECT 1')

    files.set('datasets/second/observations.csv', good)
    expect((await workspace.open('second')).dataset.id).toBe('second')
    expect(engines.map(({ loads, queries }) => [loads.length, queries])).toEqual([[2, ['SELECT 1']]])
  })

  it('may be tried again where the engine refused a statement', async () => {
    const engine = fakeDatabase({ load: (_, nth) => (nth === 0 ? new Failure('engine-out-of-memory') : report(3)) })
    const { workspace, engines } = await world(() => engine)
    expect((await failureOf(workspace.open('first'))).code).toBe('engine-out-of-memory')
    await workspace.open('first')
    expect([engines.length, engine.loads.length]).toEqual([1, 2])
  })

  it('may be tried again where the engine did not start', async () => {
    const { workspace, engines } = await world((nth) => {
      if (nth === 0) throw new Failure('engine-file-missing', { status: 404 })
      return fakeDatabase({ load: () => report(3) })
    })
    expect((await failureOf(workspace.open('first'))).code).toBe('engine-file-missing')
    expect((await workspace.open('first')).dataset.id).toBe('first')
    expect(engines).toHaveLength(1)
  })

  it('fails for both callers that waited for it', async () => {
    const { workspace } = await world(() => fakeDatabase({ load: () => new Failure('query-failed') }))
    const both = await Promise.allSettled([workspace.open('first'), workspace.ask('first', 'SELECT 1')])
    expect(both.map((one) => one.status === 'rejected' && one.reason.code)).toEqual(['query-failed', 'query-failed'])
  })

  it('names the columns that are missing and asks the engine for nothing', async () => {
    const { workspace, files, engines } = await world()
    const text = files.get('datasets/first/observations.csv') as string
    files.set('datasets/first/observations.csv', text.replace('unit_level', 'level').replace(',qualifier', ',q'))
    const failure = await failureOf(workspace.open('first'))
    expect(failure.code).toBe('csv-columns-missing')
    expect(failure.detail).toEqual({ file: 'first/observations.csv', names: ['unit_level', 'qualifier'] })
    expect(engines.flatMap((engine) => engine.loads)).toEqual([])
  })

  it('refuses a dataset that the catalogue does not have', async () => {
    const failure = await failureOf((await world()).workspace.open('third'))
    expect([failure.code, failure.detail.names]).toEqual(['dataset-unknown', ['third']])
  })

  it.each([
    ['fewer rows than the file has', { read: 2, kept: 2, rejected: 0 }, 2],
    ['more rows than the file has', { read: 4, kept: 4, rejected: 0 }, 4],
    ['rows that are neither kept nor rejected', { read: 3, kept: 1, rejected: 1 }, 3],
    ['no report at all', {}, 0],
  ])('takes nothing where the engine gives %s', async (_, cells, found) => {
    const { workspace, engines } = await world(() =>
      fakeDatabase({ load: (_plan, nth) => (nth === 0 ? oneRow({ years: '', latest_day: null, ...cells }) : report(3)) }),
    )
    const failure = await failureOf(workspace.open('first'))
    expect([failure.code, failure.detail]).toEqual(['rows-differ', { file: 'first/observations.csv', expected: 3, found }])
    expect(workspace.opened('first')).toBeUndefined()
    expect(engines[0]?.queries).toEqual([engines[0]?.loads[0]?.undo])
    expect((await workspace.open('first')).report.read).toBe(3)
  })

  it('tells of the rows also where the engine cannot clear up', async () => {
    const { workspace } = await world(() => fakeDatabase({ load: () => report(2), query: () => new Failure('query-failed') }))
    expect((await failureOf(workspace.open('first'))).code).toBe('rows-differ')
  })
})

describe('an engine that stops', () => {
  it('is replaced for the question that finds it gone, with the dataset in it', async () => {
    const { workspace, engines } = await world()
    await workspace.open('first')
    engines[0]?.stop()
    await workspace.ask('first', 'SELECT 1')
    expect(engines).toHaveLength(2)
    expect(engines[1]?.loads.map(schemaOf)).toEqual([workspace.opened('first')?.dataset.schema])
    expect(engines[1]?.queries).toEqual(['SELECT 1'])
  })

  it('is replaced once by two questions that it left without an answer, and both are answered', async () => {
    const { workspace, engines } = await world((nth) =>
      fakeDatabase({ load: () => report(3), query: () => (nth === 0 ? HANGS : oneRow({ n: 1 })) }),
    )
    await workspace.open('first')
    const left = [workspace.ask('first', 'SELECT 1'), workspace.ask('first', 'SELECT 2')]
    await eventually(() => engines[0]?.hanging.length).toBe(2)
    engines[0]?.stop()
    expect((await Promise.all(left)).map(({ length }) => length)).toEqual([1, 1])
    expect(engines.map((engine) => engine.loads.length)).toEqual([1, 1])
    expect([...(engines[1]?.queries ?? [])].sort()).toEqual(['SELECT 1', 'SELECT 2'])
  })

  it('is not replaced again and again by a question that ends every one of them', async () => {
    const { workspace, engines } = await world(() =>
      fakeDatabase({ load: () => report(3), query: () => new Failure('engine-stopped') }),
    )
    await workspace.open('first')
    expect((await failureOf(workspace.ask('first', 'SELECT 1'))).code).toBe('engine-stopped')
    expect(engines).toHaveLength(2)
    expect((await failureOf(workspace.ask('first', 'SELECT 1'))).code).toBe('engine-stopped')
    expect(engines).toHaveLength(4)
  })

  it('is not started anew for a question that nobody waits for', async () => {
    const { workspace, engines } = await world(() => fakeDatabase({ load: () => report(3), query: () => HANGS }))
    await workspace.open('first')
    const controller = new AbortController()
    const left = failureOf(workspace.ask('first', 'SELECT 1', controller.signal))
    await eventually(() => engines[0]?.hanging.length).toBe(1)
    controller.abort()
    engines[0]?.stop()
    expect((await left).code).toBe('query-cancelled')
    expect(engines).toHaveLength(1)
  })

  it('says where the dataset on the server is another one by then', async () => {
    const { workspace, files, engines } = await world()
    await workspace.open('first')
    const text = files.get('datasets/first/observations.csv') as string
    files.set('datasets/first/observations.csv', text.replace(',12,', ',13,'))
    engines[0]?.stop()
    expect((await failureOf(workspace.ask('first', 'SELECT 1'))).code).toBe('dataset-changed')
    expect(engines[1]?.queries).toEqual([])
    await workspace.ask('first', 'SELECT 2')
    expect(engines[1]?.queries).toEqual(['SELECT 2'])
  })

  it('does not take its successor with it by an answer that comes late', async () => {
    const { workspace, engines } = await world((nth) =>
      fakeDatabase({ load: () => report(3), query: () => (nth === 0 ? HANGS : oneRow({ n: 1 })) }),
    )
    await workspace.open('first')
    const left = [workspace.ask('first', 'SELECT 1'), workspace.ask('first', 'SELECT 2')]
    await eventually(() => engines[0]?.hanging.length).toBe(2)
    engines[0]?.hanging[0]?.settle(new Failure('engine-stopped'))
    await left[0]
    engines[0]?.hanging[0]?.settle(new Failure('engine-stopped'))
    await left[1]
    await workspace.ask('first', 'SELECT 4')
    expect(engines.map((engine) => engine.loads.length)).toEqual([1, 1])
    expect(engines[1]?.queries).toEqual(['SELECT 1', 'SELECT 2', 'SELECT 4'])
  })

  it('is replaced where it stops in the middle of a load', async () => {
    const { workspace, engines } = await world((nth) => fakeDatabase({ load: () => (nth === 0 ? HANGS : report(3)) }))
    const opening = workspace.open('first')
    await eventually(() => engines[0]?.hanging.length).toBe(1)
    engines[0]?.stop()
    expect((await opening).dataset.id).toBe('first')
    expect(engines).toHaveLength(2)
  })

  it('is not replaced for a question that merely fails', async () => {
    const { workspace, engines } = await world(() =>
      fakeDatabase({ load: () => report(3), query: (_, nth) => (nth === 0 ? new Failure('query-failed') : oneRow({ n: 1 })) }),
    )
    await workspace.open('first')
    expect((await failureOf(workspace.ask('first', 'SELECT 1'))).code).toBe('query-failed')
    expect((await workspace.ask('first', 'SELECT 1')).length).toBe(1)
    expect(engines.map((engine) => engine.loads.length)).toEqual([1])
  })
})

describe('a question', () => {
  it('opens its dataset where that is not open yet', async () => {
    const { workspace, engines } = await world()
    await workspace.ask('second', 'SELECT 1')
    expect(workspace.opened('second')?.dataset.id).toBe('second')
    expect(engines[0]?.queries).toEqual(['SELECT 1'])
  })

  it('ends when its signal aborts', async () => {
    const { workspace, engines } = await world(() => fakeDatabase({ load: () => report(3), query: () => HANGS }))
    await workspace.open('first')
    const controller = new AbortController()
    const cancelled = failureOf(workspace.ask('first', 'SELECT 1', controller.signal))
    await eventually(() => engines[0]?.hanging.length).toBe(1)
    controller.abort()
    expect((await cancelled).code).toBe('query-cancelled')
    expect(engines).toHaveLength(1)
  })
})

describe('with the real engine', () => {
  vi.setConfig({ testTimeout: 60_000 })
  vi.setConfig({ testTimeout: 60_000 })
  let database: Database
  beforeAll(async () => {
    database = await openNodeDatabase()
  }, 60_000)
  afterAll(() => database.close())

  async function open(files: Files) {
    const fetchBytes = serve(files, base)
    const catalog = await readCatalog(fetchBytes, `${base}datasets/catalog.json`)
    const reference = await readReference(fetchBytes, catalog)
    return createWorkspace({ catalog, ...reference, fetchBytes, startEngine: async () => database })
  }

  async function valuesOf(workspace: Workspace, id: string) {
    const { dataset } = await workspace.open(id)
    const view: View = { ...EMPTY_VIEW, dataset: id, units: '63' }
    const sql = viewSql(viewQuery(view, dataset))
    return readAnswer(await workspace.ask(id, sql), dataset, view).figures.map((figure) => figure.value)
  }

  it('two datasets with the same numbers are both open', async () => {
    const workspace = await open(smallFiles(['first', 'copy'], { distinct: false }))
    expect(await valuesOf(workspace, 'first')).toEqual([12])
    expect(await valuesOf(workspace, 'copy')).toEqual([12])
    expect(await valuesOf(workspace, 'first')).toEqual([12])
    expect(workspace.opened('copy')?.dataset.schema).toBe(workspace.opened('first')?.dataset.schema)
  })

  it('a row with a fault is counted, not lost', async () => {
    const files = smallFiles(['first'])
    files.set('datasets/first/observations.csv', OBSERVATIONS.replace('tips,,,8,', 'tips,,,tám,'))
    const { report, dataset } = await (await open(files)).open('first')
    expect(report).toMatchObject({ read: 2, kept: 1, rejected: 1 })
    expect([dataset.years, dataset.latestDay]).toEqual([[2024], '2024-12-31'])
  })
})

function schemaOf(plan: LoadPlan): string | undefined {
  return /"(ds_[0-9a-f]{8})"/.exec(plan.undo)?.[1]
}
