import type { Bilingual } from './bilingual.ts'
import type { CalendarStart } from './calendar.ts'
import type { DatedEvent } from './dated-event.ts'
import type { Denominator } from './denominator.ts'
import type { ExpectedReport } from './expected-report.ts'
import type { Breakdown, BreakdownRule, Code, Indicator } from './indicator.ts'
import type { PeerGroup } from './peer-group.ts'
import type { Rhythm } from './rhythm.ts'
import type { NamedModel, Source } from './source.ts'
import type { Target } from './target.ts'
import type { Territory, TerritoryKey, TerritorySet } from './territory.ts'
import type { View } from './view.ts'

/** The provinces of both lists, by `63:36`, in official order. */
export type Territories = ReadonlyMap<TerritoryKey, Territory>

/** What is known of a dataset besides its observations, which live in the engine under `schema`. */
export interface Dataset {
  readonly id: string
  /** `<size>-<8 hex>` where the rows come from files of the reader's own machine; null for a published dataset. */
  readonly localFile: string | null
  readonly title: Bilingual
  readonly description: Bilingual
  /** First 8 hex digits of SHA-256 over the files that hold numbers. */
  readonly fingerprint: string
  /** `ds_<fingerprint>`: named in every SQL text, so that the text alone is a cache key. */
  readonly schema: string
  readonly simulated: boolean
  readonly licence: string
  readonly indicators: readonly Indicator[]
  readonly breakdowns: readonly Breakdown[]
  readonly codes: readonly Code[]
  readonly sources: readonly Source[]
  readonly models: readonly NamedModel[]
  /** Who is expected to have figures: the N of coverage. Nobody else is in any list. */
  readonly reporters: readonly TerritoryKey[]
  readonly territories: Territories
  /** The lists that the observations use. */
  readonly territorySets: readonly TerritorySet[]
  /** Years in which at least one row lies whole, newest last. */
  readonly years: readonly number[]
  /** The newest day that a row ends on: where moving windows end; null when no row has an end. */
  readonly latestDay: string | null
  /** What can be shown over time. */
  readonly rhythms: readonly Rhythm[]
  /** Days after which reports of the 34 provinces may go on where those of the 63 leave off, oldest first (rules 4 and 11). */
  readonly seams: readonly string[]
  readonly defaultView: Partial<View>
  /** The reporting calendar of its sources: what a year, a quarter or a month of a view is. */
  readonly calendar: CalendarStart
  /** The day up to which reports were gathered, where the package says it; what was due later is not overdue. */
  readonly asOf: string | null
  /** Of the package; where it brings none of a measure, of the reference tables. */
  readonly denominators: readonly Denominator[]
  /** Who owes which figure and by when; empty where nobody owes any. */
  readonly expected: readonly ExpectedReport[]
  readonly targets: readonly Target[]
  /** Named peer groups of the package, then the regions, of the lists of the dataset. */
  readonly groups: readonly PeerGroup[]
  readonly events: readonly DatedEvent[]
}

/** What only some packages bring, of one that brings nothing. */
export const NOTHING_BESIDE: Pick<Dataset, 'asOf' | 'denominators' | 'expected' | 'targets' | 'groups' | 'events'> = {
  asOf: null,
  denominators: [],
  expected: [],
  targets: [],
  groups: [],
  events: [],
}

/** Id of every dataset that was made of files of the reader's own machine; `localFile` tells them apart. */
export const LOCAL_DATASET = 'local'

/** What tells one open dataset from another: the id, for files of the reader's own machine with their mark. */
export function datasetKey({ dataset, localFile }: Pick<View, 'dataset' | 'localFile'>): string {
  return dataset === LOCAL_DATASET && localFile !== null ? `${LOCAL_DATASET}/${localFile}` : dataset
}

/** The `datasetKey` of a dataset. */
export function keyOf({ id, localFile }: Pick<Dataset, 'id' | 'localFile'>): string {
  return datasetKey({ dataset: id, localFile })
}

/** A dataset before its rows were read. */
export type DatasetMeta = Omit<Dataset, 'years' | 'latestDay' | 'rhythms' | 'seams'>

export function indicatorOf(dataset: Dataset, code: string): Indicator | undefined {
  return dataset.indicators.find((indicator) => indicator.code === code)
}

/** The rule of a breakdown; parts whose rule the package does not give are not added. */
export function breakdownRule(dataset: Dataset, indicator: string, key: string): BreakdownRule {
  const found = dataset.breakdowns.find((b) => b.indicator === indicator && b.key === key)
  return found?.rule ?? 'not_additive'
}

export function codeOf(dataset: Dataset, key: string, value: string): Code | undefined {
  return dataset.codes.find((code) => code.key === key && code.value === value)
}
