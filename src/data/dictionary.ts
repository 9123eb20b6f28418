import { Failure } from '../model/failure.ts'
import type { Breakdown, Code, Indicator } from '../model/indicator.ts'
import type { Source } from '../model/source.ts'
import { type PackageRequest, type PackageWords, readPackageWords } from './catalog.ts'
import type { Reference } from './reference-rows.ts'

/** Codes, indicators and sources that files of the reader's own machine are read with. */
export interface Dictionary {
  readonly codes: readonly Code[]
  readonly indicators: readonly Indicator[]
  readonly breakdowns: readonly Breakdown[]
  readonly sources: readonly Source[]
  /** Sources of simulated packages: a file that names one holds simulated numbers. */
  readonly simulatedSources: ReadonlySet<string>
}

/**
 * The words of all published packages together; where two know a code, the one that stands first in the catalogue says what it
 * means. A package that cannot be read is passed by as long as another one can. Rejects with the first failure where none can.
 */
export async function readDictionary(request: Omit<PackageRequest, keyof Reference | 'format'>): Promise<Dictionary> {
  const read = await Promise.allSettled(request.catalog.datasets.map(({ id }) => readPackageWords(id, request)))
  const packages = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  if (request.signal?.aborted) throw new Failure('query-cancelled')
  if (packages.length === 0) throw read.find((one) => one.status === 'rejected')?.reason ?? new Failure('dataset-unknown')
  return mergeWords(packages)
}

export function mergeWords(packages: readonly PackageWords[]): Dictionary {
  return {
    codes: firstOf(
      packages.flatMap((one) => one.codes),
      ({ key, value }) => `${key} ${value}`,
    ),
    indicators: firstOf(
      packages.flatMap((one) => one.indicators),
      ({ code }) => code,
    ),
    breakdowns: firstOf(
      packages.flatMap((one) => one.breakdowns),
      ({ indicator, key }) => `${indicator} ${key}`,
    ),
    sources: firstOf(
      packages.flatMap((one) => one.sources),
      ({ id }) => id,
    ),
    simulatedSources: new Set(packages.flatMap((one) => (one.simulated ? one.sources.map(({ id }) => id) : []))),
  }
}

function firstOf<T>(items: readonly T[], key: (item: T) => string): T[] {
  const found = new Map<string, T>()
  for (const item of items) if (!found.has(key(item))) found.set(key(item), item)
  return [...found.values()]
}
