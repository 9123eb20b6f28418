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

describe('the words of the published packages', () => {
  it('are those of all of them, each once', async () => {
    const found = await read(fetchFromDisk)
    const tables = async (name: string) =>
      (await Promise.all(['public-reports', 'demo-simulated'].map((id) => readRecords(`${id}/${name}.csv`)))).flat()
    const codes = new Set((await tables('codes')).map(({ key, value }) => `${key} ${value}`))
    const indicators = new Set((await tables('indicators')).map((row) => row.indicator_code))
    const sources = new Set((await tables('sources')).map((row) => row.source_id))
    expect(found.codes.map(({ key, value }) => `${key} ${value}`).sort()).toEqual([...codes].sort())
    expect(found.indicators.map(({ code }) => code).sort()).toEqual([...indicators].sort())
    expect(found.sources.map(({ id }) => id).sort()).toEqual([...sources].sort())
    expect([...found.simulatedSources]).toEqual(['MP2023', 'MP2024'])
  })

  it('come without a single row of observations', async () => {
    const asked: string[] = []
    await read(without(/nothing/, asked))
    expect(asked.length).toBeGreaterThan(6)
    expect(asked.filter((path) => /observations|models|ledger/.test(path))).toEqual([])
  })

  it.each(['public-reports', 'demo-simulated'])('are those of the other packages where %s cannot be read', async (id) => {
    const whole = await read(fetchFromDisk)
    const found = await read(without(new RegExp(`${id}/codes`)))
    expect(found.indicators.length).toBeGreaterThan(3)
    expect(found.indicators.length <= whole.indicators.length).toBe(true)
    expect(found.sources.map((source) => source.id).some((source) => source.startsWith('MP'))).toBe(id === 'public-reports')
    expect(found.simulatedSources.size).toBe(id === 'public-reports' ? 2 : 0)
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
        codes: [{ ...code, order: 99 }, { ...code, key: 'unit' }],
        indicators: [{ ...tips, unit: 'item' }, valuable],
        sources: [{ ...source, publisher: 'khác' }, { ...source, id: 'Z' }],
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
