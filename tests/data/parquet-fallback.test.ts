import { describe, expect, it } from 'vitest'
import { readCatalog, readReference } from '../../src/data/catalog.ts'
import type { FetchBytes } from '../../src/data/package-folder.ts'
import { createWorkspace, type Workspace } from '../../src/data/workspace.ts'
import { Failure, type FailureCode } from '../../src/model/failure.ts'
import { failureOf } from '../support/dataset-files.ts'
import { fakeDatabase, oneRow } from '../support/fake-database.ts'
import { nodeFormats } from '../support/node-parquet.ts'
import { serve, smallFiles } from '../support/small-package.ts'

const base = 'https://atlas.example/'
const PARQUET = 'first/observations.parquet'

/** The package `first`, so large that it is read as Parquet first; `instead` answers for a file, or the disk does. */
async function open(instead: FetchBytes): Promise<Workspace> {
  const files = smallFiles(['first'])
  const manifest = JSON.parse(files.get('datasets/first/datapackage.json') ?? '')
  const [observations, ...others] = manifest.resources
  const resources = [
    { ...observations, bytes: 50_000_000 },
    { name: 'observations-parquet', path: 'observations.parquet' },
    ...others,
  ]
  files.set('datasets/first/datapackage.json', JSON.stringify({ ...manifest, resources }))
  const served = serve(files, base)
  const fetchBytes: FetchBytes = async (url, signal) => (/observations/.test(url) ? instead(url, signal) : served(url))
  const catalog = await readCatalog(fetchBytes, `${base}datasets/catalog.json`)
  const database = fakeDatabase({ load: () => oneRow({ read: 3, kept: 3, rejected: 0, years: '', latest_day: null }) })
  const reference = await readReference(fetchBytes, catalog)
  return createWorkspace({ catalog, ...reference, fetchBytes, startEngine: async () => database, formats: nodeFormats })
}

const csvOnDisk = serve(smallFiles(['first']), base)
const broken: FetchBytes = async (url) => (url.endsWith('.parquet') ? new TextEncoder().encode('PAR1 torn') : csvOnDisk(url))

describe('a Parquet file that cannot be read', () => {
  it('is passed by where the CSV file of the same rows is there', async () => {
    const workspace = await open(broken)
    expect((await workspace.open('first')).files).toEqual(['first/observations.csv'])
  })

  it.each<FailureCode>(['http-status', 'http-unreachable', 'body-incomplete'])(
    'is what is said where there is no CSV file: %s',
    async (code) => {
      const asked: string[] = []
      const workspace = await open(async (url, signal) => {
        asked.push(url.slice(`${base}datasets/`.length))
        if (url.endsWith('.csv')) throw new Failure(code, { file: url, ...(code === 'http-status' ? { status: 404 } : {}) })
        return broken(url, signal)
      })
      const failure = await failureOf(workspace.open('first'))
      expect([failure.code, failure.detail.file]).toEqual(['parquet-damaged', PARQUET])
      expect(asked).toEqual([PARQUET, 'first/observations.csv'])
    },
  )

  it('is what is said where neither is there', async () => {
    const workspace = await open(async (url) => {
      throw new Failure('http-status', { file: url, status: 404 })
    })
    const failure = await failureOf(workspace.open('first'))
    expect([failure.code, failure.detail.status, failure.detail.file]).toEqual(['http-status', 404, `${base}datasets/${PARQUET}`])
  })

  it('is no word where the reader cancels, or the engine stops, while the CSV file is read', async () => {
    for (const code of ['query-cancelled', 'engine-out-of-memory'] as const) {
      const workspace = await open(async (url, signal) => {
        if (url.endsWith('.csv')) throw new Failure(code, { file: url })
        return broken(url, signal)
      })
      expect((await failureOf(workspace.open('first'))).code).toBe(code)
    }
  })
})
