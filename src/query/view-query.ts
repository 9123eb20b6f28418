import type { Dataset } from '../model/dataset.ts'
import type { Figure } from '../model/figure.ts'
import { MAIN_DOMAINS } from '../model/indicator.ts'
import { type OnList, onList } from '../model/rules/administrative-units.ts'
import { denominatorIndex } from '../model/rules/denominators.ts'
import { earlierWindow } from '../model/rules/earlier-window.ts'
import { groupMembers } from '../model/rules/group-members.ts'
import { headlineIndicators } from '../model/rules/headline.ts'
import type { Seam } from '../model/rules/join-lists.ts'
import { reportsOf } from '../model/rules/listed-reporters.ts'
import { fromLowerUnits } from '../model/rules/lower-units.ts'
import { normalise } from '../model/rules/normalise.ts'
import type { ClosedWindow } from '../model/rules/share-out.ts'
import type { Window } from '../model/rules/time.ts'
import { type TerritoryRef, territoryKey } from '../model/territory.ts'
import { readTerritoryCode } from '../model/territory-code.ts'
import { windowDays } from '../model/time-choice.ts'
import type { View } from '../model/view.ts'
import { type FigureQuestion, figuresSql } from './figures/figures-sql.ts'
import { owedSql } from './owed-query.ts'
import { type SeamedWindows, seamedWindows } from './seam-windows.ts'
import { straddlingSql } from './straddling-query.ts'

/** What a view asks of the engine: figures of its time and, under a window, the latest ones beside them. */
export interface ViewQuery {
  readonly question: FigureQuestion
  readonly alsoLatest: boolean
  /** The view's window; null for the latest of each. */
  readonly window: SeamedWindows | null
  /** The window that it is compared with, where the view compares with an earlier time that there is. */
  readonly before: SeamedWindows | null
}

export function viewQuery(view: View, dataset: Dataset): ViewQuery {
  const window = windowOf(view, dataset)
  const seamed = (one: Window | null) => one && seamedWindows([one], view.units, dataset)
  const question = {
    schema: dataset.schema,
    window,
    indicators: [...indicatorsOf(view, dataset), ...countsBeside(view, dataset)],
    territories: territoriesOf(view, dataset),
    filter: view.filters,
  }
  return { question, alsoLatest: window !== null, window: seamed(window), before: seamed(windowBefore(view, dataset)) }
}

/**
 * SQL of a view's query: the columns of `figuresSql` and `asked`, which is null for the time that the view compares with. `others`
 * are the territories whose other times are asked for too.
 */
export function viewSql(query: ViewQuery, others = query.question.territories): string {
  return viewArms(query, others).join('\nUNION ALL\n')
}

/** The same as one statement for each time: what it shows, the latest of each, what it compares with. */
export function viewArms({ question, alsoLatest, window, before }: ViewQuery, others = question.territories): string[] {
  const beside = { ...question, territories: others }
  const within = (windows: SeamedWindows | null) => (windows === null ? {} : { buckets: windows.asked })
  const parts = [`SELECT *, TRUE AS asked FROM (${figuresSql({ ...question, ...within(window) })})`]
  if (alsoLatest) parts.push(`SELECT *, FALSE AS asked FROM (${figuresSql({ ...beside, window: null })})`)
  if (before) parts.push(`SELECT *, NULL::BOOLEAN AS asked FROM (${figuresSql({ ...beside, ...within(before) })})`)
  return parts
}

/** SQL for the reports that are owed in the view's time; null where the package expects none. Read with `readOwed`. */
export function viewOwedSql(view: View, dataset: Dataset): string | null {
  return dataset.expected.every(({ lower }) => lower)
    ? null
    : owedSql(dataset, windowOf(view, dataset), indicatorsOf(view, dataset))
}

/**
 * SQL for the rows that straddle the view's window and the one that it is compared with; null where the view leaves them out, or has
 * no window with two ends. Read with `readStraddling`.
 */
export function viewStraddlingSql(view: View, dataset: Dataset): string | null {
  const windows = sharedWindows(view, dataset)
  return windows.length === 0 ? null : straddlingSql(viewQuery(view, dataset).question, windows)
}

/** Whether a view has a window whose edges a row can straddle. */
export function hasEdges(view: View, dataset: Dataset): boolean {
  return closed(windowOf(view, dataset)) !== null
}

/** The view's window, then the earlier one, where it shares out what straddles them. */
export function sharedWindows(view: View, dataset: Dataset): ClosedWindow[] {
  if (view.straddling === 'out') return []
  return [windowOf(view, dataset), windowBefore(view, dataset)].map(closed).filter((window) => window !== null)
}

function closed(window: Window | null): ClosedWindow | null {
  return window !== null && window.from !== null && window.to !== null ? { from: window.from, to: window.to } : null
}

/** Rule 3 for the figures of one time, as they are reported. */
export function withLowerUnits(figures: readonly Figure[], { expected, indicators }: Dataset): readonly Figure[] {
  return fromLowerUnits(figures, { expected, indicators: new Map(indicators.map((one) => [one.code, one])) })
}

/** Rule 12 for the figures of a view. */
export function divider(view: View, dataset: Dataset): (figures: readonly Figure[]) => readonly Figure[] {
  if (view.normalisation === 'abs') return (figures) => figures
  const context = {
    normalisation: view.normalisation,
    indicators: new Map(dataset.indicators.map((indicator) => [indicator.code, indicator])),
    territories: dataset.territories,
    denominatorsOf: denominatorIndex(dataset.denominators),
  }
  return (figures) => normalise(figures, context)
}

/** The window that a view is compared with; null where it compares with no earlier time, or its own time has no ends. */
export function windowBefore(view: View, dataset: Dataset): ClosedWindow | null {
  const window = windowOf(view, dataset)
  if (window === null || (view.comparison !== 'prev' && view.comparison !== 'yoy')) return null
  return earlierWindow(window, view.comparison, dataset.calendar)
}

/** The window of a view; null for the latest of each. */
export function windowOf(view: View, dataset: Dataset): Window | null {
  return view.time.kind === 'report' ? null : windowDays(view.time, dataset.latestDay ?? '0001-01-01', dataset.calendar)
}

/** The indicators of a view in the package's order; the overview takes those that may stand for the main domains. */
export function indicatorsOf(view: View, dataset: Dataset): string[] {
  if (view.indicators.length === 0) {
    return MAIN_DOMAINS.flatMap((domain) => headlineIndicators(dataset.indicators, domain).map((indicator) => indicator.code))
  }
  return view.indicators.flatMap((code) =>
    code.startsWith('dom-')
      ? dataset.indicators.filter((indicator) => `dom-${indicator.domain}` === code).map((indicator) => indicator.code)
      : [code],
  )
}

/**
 * The counts that a ratio has to be computed from anew where several units, or both lists, make up one (rule 11): asked for, though
 * the view does not show them. None where no report can come to another unit.
 */
export function countsBeside(view: View, dataset: Dataset): string[] {
  if (view.units === 'goc' || dataset.territorySets.every((set) => set === view.units)) return []
  const shown = indicatorsOf(view, dataset)
  const ratios = dataset.indicators.filter(({ code, aggregation }) => aggregation === 'ratio' && shown.includes(code))
  const counts = ratios.flatMap(({ numerator, denominator }) => [numerator, denominator]).filter((code) => code !== null)
  return [...new Set(counts)].filter((code) => !shown.includes(code))
}

/**
 * Rule 11 over figures of one window, or the latest of each (`null`), with those of its parts: on the list that the view counts by,
 * without `countsBeside`.
 */
export function onViewList(
  figures: readonly Figure[],
  view: View,
  dataset: Dataset,
  window: Window | null,
  seams: readonly Seam[] = [],
): OnList {
  const found = onList(figures, {
    units: view.units,
    territories: dataset.territories,
    ...{ window, seams },
    indicators: new Map(dataset.indicators.map((indicator) => [indicator.code, indicator])),
    sources: new Map(dataset.sources.map((source) => [source.id, source])),
  })
  const beside = countsBeside(view, dataset)
  if (beside.length === 0) return found
  const shown = (all: readonly Figure[]) => all.filter(({ indicator }) => !beside.includes(indicator))
  return {
    figures: shown(found.figures),
    refused: found.refused
      .map((split) => ({ ...split, figures: shown(split.figures) }))
      .filter((split) => split.figures.length > 0),
  }
}

/** The territories that a view names, on its own list, those of a group among them; null for all. Other codes are left out. */
export function chosenTerritories(
  view: View,
  dataset: Pick<Dataset, 'territories' | 'territorySets' | 'groups'>,
): TerritoryRef[] | null {
  if (view.territories.length === 0) return null
  const chosen = view.territories.flatMap((code) => {
    const group = dataset.groups.find(({ id }) => id === code)
    return group ? groupMembers(group, view.units, dataset) : (readTerritoryCode(code, view.units) ?? [])
  })
  return [...new Map(chosen.map((ref) => [territoryKey(ref), ref])).values()]
}

/** The territories whose reports a view is about, on either list; null for all. */
export function territoriesOf(
  view: View,
  dataset: Pick<Dataset, 'territories' | 'territorySets' | 'groups'>,
): TerritoryRef[] | null {
  const reports = chosenTerritories(view, dataset)?.flatMap((ref) => reportsOf(ref, view.units, dataset))
  return reports ?? null
}
