import type { Bilingual } from '../model/bilingual.ts'
import { commonCalendar } from '../model/calendar.ts'
import { type DatasetMeta, LOCAL_DATASET, type Territories } from '../model/dataset.ts'
import type { Denominator } from '../model/denominator.ts'
import { Failure } from '../model/failure.ts'
import type { Breakdown, Code, Indicator } from '../model/indicator.ts'
import { regionGroups } from '../model/rules/region-groups.ts'
import type { Source } from '../model/source.ts'
import { readTerritoryKey, type TerritoryKey } from '../model/territory.ts'
import { type Beside, decidingText } from './deciding-text.ts'
import { fingerprint, sha256Hex } from './fingerprint.ts'
import * as extras from './package-extras.ts'
import { type FetchBytes, type Folder, openFolder } from './package-folder.ts'
import { invalidPackage } from './package-problem.ts'
import * as rows from './package-rows.ts'
import { type DatasetFields, readCatalogFile, readDatasetFields } from './package-schema.ts'
import * as reference from './reference-rows.ts'
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

/** What is known of the country. Throws Failure `package-invalid`, `hash-differs` or what the fetch throws. */
export async function readReference(
  fetchBytes: FetchBytes,
  catalog: Catalog,
  signal?: AbortSignal,
): Promise<reference.Reference> {
  const folder = await openFolder({ fetchBytes, base: catalog.base, manifest: catalog.reference, signal })
  const [provinces, aliases, populations, communeUnits] = await Promise.all([
    folder.table('provinces', reference.PROVINCE_COLUMNS),
    folder.table('aliases', reference.ALIAS_COLUMNS),
    folder.optionalTable('populations', reference.POPULATION_COLUMNS),
    folder.optionalTable('commune-units', reference.COMMUNE_UNIT_COLUMNS),
  ])
  const territories = reference.readTerritories(provinces, aliases)
  return { territories, denominators: reference.readReferenceDenominators(populations, communeUnits, territories) }
}

/** Kinds of files that a package may hold its observations in, with the same rows. */
export type ObservationsFormat = 'csv' | 'parquet'

export interface PackageRequest extends reference.Reference {
  readonly catalog: Catalog
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
  { catalog, territories, denominators, fetchBytes, format, signal }: PackageRequest,
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
  const [observations, words, modelRows, tables] = await Promise.all([
    folder.resource(read === 'parquet' ? PARQUET : CSV),
    readWords(folder, fields),
    folder.optionalTable('models', rows.MODEL_COLUMNS),
    extraTables(folder),
  ])
  const { codes, indicators, breakdowns, sources } = words
  const models = rows.readModels(modelRows, { book: words.book, sources, territories })

  const beside = readExtras(tables, fields, { book: words.book, indicators, territories })
  const deciding = new TextEncoder().encode(decidingText({ ...words, reporters, ...beside }))
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
      ...beside,
      denominators: withReference(beside.denominators, denominators),
      groups: [...beside.groups, ...regionGroups(territories, fields.territorySets)],
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
  { catalog, fetchBytes, signal }: Omit<PackageRequest, keyof reference.Reference | 'format'>,
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

function extraTables(folder: Folder) {
  return Promise.all([
    folder.optionalTable('denominators', extras.DENOMINATOR_COLUMNS),
    folder.optionalTable('expected', extras.EXPECTED_COLUMNS),
    folder.optionalTable('targets', extras.TARGET_COLUMNS),
    folder.optionalTable('groups', extras.GROUP_COLUMNS),
    folder.optionalTable('events', extras.EVENT_COLUMNS),
  ])
}

/** What the package itself brings. */
function readExtras(
  [denominators, expected, targets, groups, events]: Awaited<ReturnType<typeof extraTables>>,
  { asOf }: DatasetFields,
  context: extras.ExtrasContext,
): Beside {
  return {
    asOf,
    denominators: extras.readDenominators(denominators, context),
    expected: extras.readExpected(expected, context),
    targets: extras.readTargets(targets, context),
    groups: extras.readGroups(groups, context),
    events: extras.readEvents(events),
  }
}

/** Of a measure that the package brings, only its own: numbers counted in two ways are never mixed. */
function withReference(own: readonly Denominator[], reference: readonly Denominator[]): readonly Denominator[] {
  return [...own, ...reference.filter(({ measure }) => !own.some((one) => one.measure === measure))]
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
