import { vi } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import type { EngineOptions } from '../../src/data/duckdb.ts'
import { type FakeDatabase, fakeDatabase, oneRow } from './fake-database.ts'
import { answerOf, figureOf } from './small-dataset.ts'
import { type Files, smallFiles } from './small-package.ts'

/** A server with small datasets and the engines that the page starts; a test may change both at any time. */
export interface SmallPage {
  readonly files: Files
  /** Paths that were fetched, in order. */
  readonly asked: string[]
  readonly engines: FakeDatabase[]
  /** Stands in for `startEngine`: each call starts an engine of its own. */
  startEngine(options?: EngineOptions): Promise<Database>
}

/** Serves datasets beside the page, and makes engines that read three rows of each and answer each view with 12 tips. */
export function smallPage(ids: readonly string[] = ['first', 'second'], makeEngine: () => FakeDatabase = goodEngine): SmallPage {
  const files = smallFiles(ids)
  files.set('config.json', JSON.stringify({ title: { vi: 'Trang', en: 'Page' }, defaultDataset: '' }))
  const asked: string[] = []
  const engines: FakeDatabase[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    const path = decodeURIComponent(new URL(url).pathname.slice(1))
    asked.push(path)
    const text = files.get(path)
    return new Response(text ?? 'no such file', { status: text === undefined ? 404 : 200 })
  })
  return {
    files,
    asked,
    engines,
    startEngine: async (options) => {
      options?.onProgress?.(30, 60)
      const engine = makeEngine()
      engines.push(engine)
      return engine
    },
  }
}

export function goodEngine(): FakeDatabase {
  return fakeDatabase({
    load: () => oneRow({ read: 3, kept: 3, rejected: 0, years: '2023,2024', latest_day: '2024-12-31' }),
    query: (sql) => (sql.includes('AS asked') ? answerOf([figureOf('tips', '36', { value: 12 })]) : answerOf([])),
  })
}
