import type { Bilingual } from '../model/bilingual.ts'
import { commonCalendar } from '../model/calendar.ts'
import { type DatasetMeta, LOCAL_DATASET, NOTHING_BESIDE, type Territories } from '../model/dataset.ts'
import { Failure } from '../model/failure.ts'
import type { Breakdown, Code, Indicator } from '../model/indicator.ts'
import type { Source } from '../model/source.ts'
import { readTerritoryKey, type TerritoryKey } from '../model/territory.ts'
import { fingerprint, sha256Hex } from './fingerprint.ts'
import { type FetchBytes, type Folder, openFolder } from './package-folder.ts'
import { invalidPackage } from './package-problem.ts'
import * as rows from './package-rows.ts'
import { type DatasetFields, readCatalogFile, readDatasetFields } from './package-schema.ts'
import { ALIAS_COLUMNS, PROVINCE_COLUMNS, readTerritories } from './reference-rows.ts'
import { fileIn, resolveInside } from './safe-path.ts'

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
  readonly observations: { readonly format: ObservationsFormat; readonly fileName: string; readonly bytes: Uint8Array }
}

export async function readCatalog(fetchBytes: FetchBytes, url: string, signal?: AbortSignal): Promise<Catalog> {
  const base = new URL('.', url).href
  const file = fileIn(base, url)
  const found = readCatalogFile(await fetchBytes(url, signal), file)
  const ids = found.datasets.map((dataset) => dataset.id)
  const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at)
  if (twice >= 0) throw invalidPackage('duplicate', ids[twice] ?? '', { file, column: `datasets[${twice}].id` })
  const local = ids.indexOf(LOCAL_DATASET)
  if (local >= 0) throw invalidPackage('value-unknown', LOCAL_DATASET, { file, column: `datasets[${local}].id` })
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
  /** Which file of observations to read; left out, Parquet where there is one and the CSV file is large. CSV where it has no other. */
  readonly format?: ObservationsFormat | undefined
  readonly signal?: AbortSignal
}

/**
 * Everything about one dataset but its typed rows. Throws Failure `dataset-unknown`, `hash-differs`,
 * `package-invalid` with the first problem (file, line, column), or what the fetch throws.
 */
export async function readPackage(
  id: string,
  { catalog, territories, fetchBytes, format, signal }: PackageRequest,
): Promise<PackageContent> {
  const entry = catalog.datasets.find((dataset) => dataset.id === id)
  if (!entry) throw new Failure('dataset-unknown', { names: [id] })
  const folder = await openFolder({ fetchBytes, base: catalog.base, manifest: entry.manifest, signal })
  const fields = readDatasetFields(folder.manifestBytes, folder.file)
  if (fields.id !== id)
    throw invalidPackage('id-differs', `${fields.id} / ${id}`, { file: folder.file, column: 'danVanAtlas.id' })
  const reporters = readReporters(fields, territories, folder.file)

  const wanted = format ?? ((folder.sizeOf(CSV) ?? 0) > LARGE_CSV ? 'parquet' : 'csv')
  const read = wanted === 'parquet' && folder.has(PARQUET) ? 'parquet' : 'csv'
  const [observations, words, modelRows] = await Promise.all([
    folder.resource(read === 'parquet' ? PARQUET : CSV),
    readWords(folder, fields),
    folder.optionalTable('models', rows.MODEL_COLUMNS),
  ])
  const { codes, indicators, breakdowns, sources } = words
  const models = rows.readModels(modelRows, { book: words.book, sources, territories })

  const deciding = new TextEncoder().encode(decidingText(codes, indicators, breakdowns, sources, reporters))
  // Of the CSV file whichever was read: both hold the same rows, and a link has to mean the same numbers.
  const rowsHash = folder.hashOf(CSV) ?? sha256Hex(observations.bytes)
  const mark = fingerprint(new TextEncoder().encode(rowsHash), deciding)
  return {
    meta: {
      id,
      localFile: null,
      title: fields.title,
      description: fields.description,
      fingerprint: mark,
      schema: `ds_${mark}`,
      simulated: fields.simulated,
      licence: folder.descriptor.licence,
      indicators,
      breakdowns,
      codes,
      sources,
      models,
      reporters,
      territories,
      territorySets: fields.territorySets,
      defaultView: fields.defaultView,
      ...NOTHING_BESIDE,
      calendar: commonCalendar(sources.flatMap(({ calendarStart }) => calendarStart ?? [])),
    },
    observations: { format: read, ...observations },
  }
}

/** The words of a package, without its observations: what files of other people can be read with. */
export interface PackageWords {
  readonly codes: readonly Code[]
  readonly indicators: readonly Indicator[]
  readonly breakdowns: readonly Breakdown[]
  readonly sources: readonly Source[]
  readonly simulated: boolean
}

/** Throws what `readPackage` throws. */
export async function readPackageWords(
  id: string,
  { catalog, fetchBytes, signal }: Omit<PackageRequest, 'territories' | 'format'>,
): Promise<PackageWords> {
  const entry = catalog.datasets.find((dataset) => dataset.id === id)
  if (!entry) throw new Failure('dataset-unknown', { names: [id] })
  const folder = await openFolder({ fetchBytes, base: catalog.base, manifest: entry.manifest, signal })
  const fields = readDatasetFields(folder.manifestBytes, folder.file)
  return { ...(await readWords(folder, fields)), simulated: fields.simulated }
}

const CSV = 'observations'
const PARQUET = 'observations-parquet'
/** From so many bytes on, a reader of Parquet comes faster than the text. */
const LARGE_CSV = 2_000_000

async function readWords(folder: Folder, fields: DatasetFields) {
  const [codeRows, indicatorRows, sourceRows, breakdownRows] = await Promise.all([
    folder.table('codes', rows.CODE_COLUMNS),
    folder.table('indicators', rows.INDICATOR_COLUMNS),
    folder.table('sources', rows.SOURCE_COLUMNS),
    folder.optionalTable('breakdowns', rows.BREAKDOWN_COLUMNS),
  ])
  const book = rows.readCodes(codeRows)
  const indicators = rows.readIndicators(indicatorRows, book)
  const breakdowns = rows.readBreakdowns(breakdownRows, book, indicators)
  const sources = rows.readSources(sourceRows, fields.sourceOrder)
  checkSourceOrder(fields.sourceOrder, sources, folder.file)
  return { book, codes: book.codes, indicators, breakdowns, sources }
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
export function decidingText(
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
    sources.map((one) => [one.id, one.publishedDate, one.reportYear, one.calendarStart]),
    reporters,
  ])
}
