import type { Bilingual } from '../model/bilingual.ts'
import type { DatasetMeta, Territories } from '../model/dataset.ts'
import { Failure, type FailureCode } from '../model/failure.ts'
import type { Breakdown, Code, Indicator } from '../model/indicator.ts'
import type { Source } from '../model/source.ts'
import { readTerritoryKey, type TerritoryKey } from '../model/territory.ts'
import { sniffText } from '../model/text/sniff-content.ts'
import { fingerprint, sha256Hex } from './fingerprint.ts'
import { type MetaRow, readMetaTable } from './meta-table.ts'
import { invalidPackage } from './package-problem.ts'
import * as rows from './package-rows.ts'
import { type DatasetFields, type Descriptor, readCatalogFile, readDatasetFields, readDescriptor } from './package-schema.ts'
import { ALIAS_COLUMNS, PROVINCE_COLUMNS, readTerritories } from './reference-rows.ts'
import { fileIn, resolveInside } from './safe-path.ts'

/** Gives the bytes behind an absolute URL, or throws a Failure. */
export type FetchBytes = (url: string, signal?: AbortSignal) => Promise<Uint8Array>

export interface Catalog {
  /** URL of the folder of all datasets, ending in `/`; nothing outside it is ever asked for. */
  readonly base: string
  readonly datasets: readonly {
    readonly id: string
    readonly title: Bilingual
    readonly manifest: string
    readonly simulated: boolean
  }[]
  readonly defaultId: string
  /** URL of the descriptor of the reference tables. */
  readonly reference: string
}

/** A dataset before its observations are in the engine. */
export interface PackageContent {
  /** `territorySets` are those that the package states. */
  readonly meta: DatasetMeta
  /** Exactly the bytes that were published, checked against their hash where the package gives one. */
  readonly observations: { readonly fileName: string; readonly bytes: Uint8Array }
}

export async function readCatalog(fetchBytes: FetchBytes, url: string, signal?: AbortSignal): Promise<Catalog> {
  const base = new URL('.', url).href
  const file = fileIn(base, url)
  const found = readCatalogFile(await fetchBytes(url, signal), file)
  const ids = found.datasets.map((dataset) => dataset.id)
  const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at)
  if (twice >= 0) throw invalidPackage('duplicate', ids[twice] ?? '', { file, column: `datasets[${twice}].id` })
  if (!ids.includes(found.default)) throw invalidPackage('points-nowhere', found.default, { file, column: 'default' })
  return {
    base,
    datasets: found.datasets.map(({ id, title, path, simulated }, at) => ({
      id,
      title,
      simulated,
      manifest: resolveInside(base, url, path, `datasets[${at}].path`),
    })),
    defaultId: found.default,
    reference: resolveInside(base, url, found.reference, 'reference'),
  }
}

/** The catalogue as a page offers it: where simulated data are not wanted it has none, nor as the default. */
export function offeredCatalog(catalog: Catalog, simulatedData: boolean): Catalog {
  const datasets = catalog.datasets.filter(({ simulated }) => simulatedData || !simulated)
  const ids = datasets.map(({ id }) => id)
  return { ...catalog, datasets, defaultId: ids.includes(catalog.defaultId) ? catalog.defaultId : (ids[0] ?? catalog.defaultId) }
}

/** The provinces of both lists. Throws Failure `package-invalid`, `hash-differs` or what the fetch throws. */
export async function readReference(fetchBytes: FetchBytes, catalog: Catalog, signal?: AbortSignal): Promise<Territories> {
  const folder = await openFolder({ fetchBytes, base: catalog.base, manifest: catalog.reference, signal })
  const [provinces, aliases] = await Promise.all([
    folder.table('provinces', PROVINCE_COLUMNS),
    folder.table('aliases', ALIAS_COLUMNS),
  ])
  return readTerritories(provinces, aliases)
}

/** Kinds of files that a package may hold its observations in, with the same rows. */
export type ObservationsFormat = 'csv' | 'parquet'

export interface PackageRequest {
  readonly catalog: Catalog
  readonly territories: Territories
  readonly fetchBytes: FetchBytes
  /** Which file of observations to read; CSV by default, and where the package has no other. */
  readonly format?: ObservationsFormat
  readonly signal?: AbortSignal
}

/**
 * Everything about one dataset but its typed rows. Throws Failure `dataset-unknown`, `hash-differs`,
 * `package-invalid` with the first problem (file, line, column), or what the fetch throws.
 */
export async function readPackage(
  id: string,
  { catalog, territories, fetchBytes, format = 'csv', signal }: PackageRequest,
): Promise<PackageContent> {
  const entry = catalog.datasets.find((dataset) => dataset.id === id)
  if (!entry) throw new Failure('dataset-unknown', { names: [id] })
  const folder = await openFolder({ fetchBytes, base: catalog.base, manifest: entry.manifest, signal })
  const fields = readDatasetFields(folder.manifestBytes, folder.file)
  if (fields.id !== id)
    throw invalidPackage('id-differs', `${fields.id} / ${id}`, { file: folder.file, column: 'danVanAtlas.id' })
  const reporters = readReporters(fields, territories, folder.file)

  const [observations, codeRows, indicatorRows, sourceRows, breakdownRows, modelRows] = await Promise.all([
    folder.resource(format === 'parquet' && folder.has(PARQUET) ? PARQUET : 'observations'),
    folder.table('codes', rows.CODE_COLUMNS),
    folder.table('indicators', rows.INDICATOR_COLUMNS),
    folder.table('sources', rows.SOURCE_COLUMNS),
    folder.optionalTable('breakdowns', rows.BREAKDOWN_COLUMNS),
    folder.optionalTable('models', rows.MODEL_COLUMNS),
  ])
  const book = rows.readCodes(codeRows)
  const indicators = rows.readIndicators(indicatorRows, book)
  const breakdowns = rows.readBreakdowns(breakdownRows, book, indicators)
  const sources = rows.readSources(sourceRows, fields.sourceOrder)
  checkSourceOrder(fields.sourceOrder, sources, folder.file)
  const models = rows.readModels(modelRows, { book, sources, territories })

  const deciding = new TextEncoder().encode(decidingText(book.codes, indicators, breakdowns, sources, reporters))
  const mark = fingerprint(observations.bytes, deciding)
  return {
    meta: {
      id,
      title: fields.title,
      description: fields.description,
      fingerprint: mark,
      schema: `ds_${mark}`,
      simulated: fields.simulated,
      licence: folder.descriptor.licence,
      indicators,
      breakdowns,
      codes: book.codes,
      sources,
      models,
      reporters,
      territories,
      territorySets: fields.territorySets,
      defaultView: fields.defaultView,
    },
    observations,
  }
}

const PARQUET = 'observations-parquet'

interface Folder {
  readonly file: string
  readonly manifestBytes: Uint8Array
  readonly descriptor: Descriptor
  has(name: string): boolean
  resource(name: string): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }>
  table(name: string, columns: readonly string[]): Promise<readonly MetaRow[]>
  /** No rows where the package has no such resource. */
  optionalTable(name: string, columns: readonly string[]): Promise<readonly MetaRow[]>
}

interface FolderRequest {
  readonly fetchBytes: FetchBytes
  readonly base: string
  readonly manifest: string
  readonly signal: AbortSignal | undefined
}

async function openFolder({ fetchBytes, base, manifest, signal }: FolderRequest): Promise<Folder> {
  const file = fileIn(base, manifest)
  const manifestBytes = await fetchBytes(manifest, signal)
  const descriptor = readDescriptor(manifestBytes, file)
  const names = descriptor.resources.map((one) => one.name)
  const twice = names.findIndex((name, at) => names.indexOf(name) !== at)
  if (twice >= 0) throw invalidPackage('duplicate', names[twice] ?? '', { file, column: `resources[${twice}].name` })

  const resource = async (name: string) => {
    const at = names.indexOf(name)
    const path = descriptor.resources[at]?.path
    if (path === undefined) throw invalidPackage('resource-missing', name, { file, column: 'resources' })
    const url = resolveInside(base, manifest, path, `resources[${at}].path`)
    const bytes = await fetchBytes(url, signal)
    const expected = descriptor.hashes.filter((one) => one.name === name)
    if (expected.length > 0) {
      const found = sha256Hex(bytes)
      const other = expected.find((one) => one.sha256 !== found)
      if (other) {
        throw new Failure(strangerIn(bytes) ?? 'hash-differs', { file: fileIn(base, url), raw: `${other.sha256} / ${found}` })
      }
    }
    return { fileName: fileIn(base, url), bytes }
  }
  const table = async (name: string, columns: readonly string[]) => {
    const { fileName, bytes } = await resource(name)
    return readMetaTable(fileName, bytes, columns)
  }
  const has = (name: string) => names.includes(name)
  const optionalTable = async (name: string, columns: readonly string[]) => (has(name) ? table(name, columns) : [])
  return { file, manifestBytes, descriptor, has, resource, table, optionalTable }
}

/** A page of the server in the place of a file (signed out, out of order) is worth more words than that the file differs. */
function strangerIn(bytes: Uint8Array): FailureCode | null {
  if (bytes.length === 0) return 'file-empty'
  const found = sniffText(new TextDecoder().decode(bytes.subarray(0, 4_000)))
  return found === 'file-binary' ? null : found
}

function readReporters(
  { reporters, territorySets }: DatasetFields,
  territories: Territories,
  file: string,
): readonly TerritoryKey[] {
  const keys: TerritoryKey[] = []
  for (const [at, text] of reporters.entries()) {
    const column = `danVanAtlas.reporters[${at}]`
    const ref = readTerritoryKey(text)
    if (!ref || !territories.has(`${ref.set}:${ref.code}`)) throw invalidPackage('points-nowhere', text, { file, column })
    if (!territorySets.includes(ref.set)) throw invalidPackage('value-unknown', text, { file, column })
    if (keys.includes(`${ref.set}:${ref.code}`)) throw invalidPackage('duplicate', text, { file, column })
    keys.push(`${ref.set}:${ref.code}`)
  }
  return keys
}

function checkSourceOrder(order: readonly string[], sources: readonly Source[], file: string): void {
  for (const [at, id] of order.entries()) {
    const column = `danVanAtlas.sourceOrder[${at}]`
    if (order.indexOf(id) !== at) throw invalidPackage('duplicate', id, { file, column })
    if (!sources.some((source) => source.id === id)) throw invalidPackage('points-nowhere', id, { file, column })
  }
}

/** What besides the rows decides the numbers; a better label leaves the fingerprint as it is. */
function decidingText(
  codes: readonly Code[],
  indicators: readonly Indicator[],
  breakdowns: readonly Breakdown[],
  sources: readonly Source[],
  reporters: readonly TerritoryKey[],
): string {
  return JSON.stringify([
    codes.map((one) => [one.key, one.value, one.unit]),
    indicators.map((one) => [
      one.code,
      one.domain,
      one.unit,
      one.aggregation,
      one.partOf,
      one.decimals,
      one.numerator,
      one.denominator,
    ]),
    breakdowns.map((one) => [one.indicator, one.key, one.rule]),
    sources.map((one) => [one.id, one.publishedDate, one.reportYear]),
    reporters,
  ])
}
