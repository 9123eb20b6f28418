import { describe, expect, it } from 'vitest'
import { type Catalog, type PackageWords, readCatalog } from '../../src/data/catalog.ts'
import { mergeWords, readDictionary } from '../../src/data/dictionary.ts'
import type { FetchBytes } from '../../src/data/package-folder.ts'
import { Failure } from '../../src/model/failure.ts'
import { catalogUrl, datasetsUrl, failureOf, fetchFromDisk, readRecords } from '../support/dataset-files.ts'
import { smallDataset } from '../support/small-dataset.ts'

const catalog = await readCatalog(fetchFromDisk, catalogUrl)

/** The published files, some of which the server does not have. */
function without(missing: RegExp, asked: string[] = []): FetchBytes {
  return async (url, signal) => {
    asked.push(url.slice(datasetsUrl.length))
    if (missing.test(url)) throw new Failure('http-status', { file: url, status: 404 })
    return fetchFromDisk(url, signal)
  }
}

const read = (fetchBytes: FetchBytes, more: { catalog?: Catalog; signal?: AbortSignal } = {}) =>
  readDictionary({ catalog, fetchBytes, ...more })

/** What a column of a table has in these packages, each once, in order. */
async function told(ids: readonly string[], table: string, ...columns: string[]): Promise<string[]> {
  const rows = (await Promise.all(ids.map((id) => readRecords(`${id}/${table}.csv`)))).flat()
  return [...new Set(rows.map((row) => columns.map((column) => row[column]).join(' ')))].sort()
}

const ids = catalog.datasets.map(({ id }) => id)
const simulated = catalog.datasets.filter((one) => one.simulated).map(({ id }) => id)

describe('the words of the published packages', () => {
  it('are those of all of them, each once', async () => {
    const found = await read(fetchFromDisk)
    expect(found.codes.map(({ key, value }) => `${key} ${value}`).sort()).toEqual(await told(ids, 'codes', 'key', 'value'))
    expect(found.indicators.map(({ code }) => code).sort()).toEqual(await told(ids, 'indicators', 'indicator_code'))
    expect(found.sources.map(({ id }) => id).sort()).toEqual(await told(ids, 'sources', 'source_id'))
    const breakdowns = found.breakdowns.map(({ indicator, key }) => `${indicator} ${key}`).sort()
    expect(breakdowns).toEqual(await told(ids, 'breakdowns', 'indicator_code', 'breakdown_key'))
    expect([...found.simulatedSources].sort()).toEqual(await told(simulated, 'sources', 'source_id'))
    expect(Math.min(ids.length - simulated.length, found.simulatedSources.size)).toBeGreaterThan(0)
  })

  it('come without a single row of observations', async () => {
    const asked: string[] = []
    await read(without(/nothing/, asked))
    expect(asked.length).toBeGreaterThan(6)
    expect(asked.filter((path) => /observations|models|ledger/.test(path))).toEqual([])
  })

  it.each(ids)('are those of the other packages where %s cannot be read', async (missing) => {
    const found = await read(without(new RegExp(`${missing}/codes`)))
    const others = ids.filter((id) => id !== missing)
    expect(found.indicators.map(({ code }) => code).sort()).toEqual(await told(others, 'indicators', 'indicator_code'))
    expect(found.sources.map(({ id }) => id).sort()).toEqual(await told(others, 'sources', 'source_id'))
    const left = simulated.filter((id) => id !== missing)
    expect([...found.simulatedSources].sort()).toEqual(await told(left, 'sources', 'source_id'))
  })

  it('are refused with the first reason where no package can be read', async () => {
    const failure = await failureOf(read(without(/datapackage/)))
    expect([failure.code, failure.detail.file]).toEqual(['http-status', `${datasetsUrl}public-reports/datapackage.json`])
  })

  it('are refused where there is no package at all', async () => {
    expect((await failureOf(read(fetchFromDisk, { catalog: { ...catalog, datasets: [] } }))).code).toBe('dataset-unknown')
  })

  it('are not half read by a cancel', async () => {
    const controller = new AbortController()
    const cancelled = read(
      async (url, signal) => {
        if (url.includes('demo-simulated')) {
          controller.abort()
          throw new Failure('query-cancelled')
        }
        return fetchFromDisk(url, signal)
      },
      { signal: controller.signal },
    )
    expect((await failureOf(cancelled)).code).toBe('query-cancelled')
  })
})

describe('mergeWords', () => {
  const [tips, valuable, share] = smallDataset.indicators as [
    PackageWords['indicators'][number],
    PackageWords['indicators'][number],
    PackageWords['indicators'][number],
  ]
  const words = (more: Partial<PackageWords>): PackageWords => ({
    ...{ codes: [], indicators: [], breakdowns: [], sources: [], simulated: false },
    ...more,
  })
  const [code] = smallDataset.codes as [PackageWords['codes'][number]]
  const [source] = smallDataset.sources as [PackageWords['sources'][number]]

  it('lets the package that stands first say what a code, an indicator and a source are', () => {
    const merged = mergeWords([
      words({ codes: [code], indicators: [tips], sources: [source] }),
      words({
        codes: [
          { ...code, order: 99 },
          { ...code, key: 'unit' },
        ],
        indicators: [{ ...tips, unit: 'item' }, valuable],
        sources: [
          { ...source, publisher: 'khác' },
          { ...source, id: 'Z' },
        ],
      }),
    ])
    expect(merged.codes).toEqual([code, { ...code, key: 'unit' }])
    expect(merged.indicators).toEqual([tips, valuable])
    expect(merged.sources).toEqual([source, { ...source, id: 'Z' }])
  })

  it('lets it say how the parts of an indicator combine, and takes further ways to part it from the others', () => {
    const additive = { indicator: tips.code, key: 'item', rule: 'additive' } as const
    const season = { ...additive, key: 'season' }
    const ofShare = { ...additive, indicator: share.code }
    const merged = mergeWords([
      words({ indicators: [tips], breakdowns: [additive] }),
      words({ indicators: [tips, share], breakdowns: [{ ...additive, rule: 'definition' }, season, ofShare] }),
    ])
    expect(merged.breakdowns).toEqual([additive, season, ofShare])
  })

  it('knows the sources of simulated packages, also where another package has them too', () => {
    const merged = mergeWords([
      words({ sources: [source] }),
      words({ sources: [source, { ...source, id: 'MP' }], simulated: true }),
      words({ sources: [{ ...source, id: 'Z' }] }),
    ])
    expect([...merged.simulatedSources].sort()).toEqual(['A', 'MP'])
  })
})
