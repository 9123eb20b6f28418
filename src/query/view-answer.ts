import { breakdownRule, type Dataset } from '../model/dataset.ts'
import type { Figure } from '../model/figure.ts'
import type { ResultSet } from '../model/result-set.ts'
import type { RefusedSplit } from '../model/rules/administrative-units.ts'
import { type Comparability, compareFigures } from '../model/rules/comparability.ts'
import { listedReporters, reportedAs } from '../model/rules/listed-reporters.ts'
import { type TerritoryKey, type TerritoryRef, territoryKey } from '../model/territory.ts'
import type { View } from '../model/view.ts'
import { type Compared, compareAnswer } from './compare-answer.ts'
import { figuresInSteps, readBuckets } from './figures/read-figures.ts'
import type { Owed } from './owed-query.ts'
import { byBucket, type SeamedWindows, seamsOf } from './seam-windows.ts'
import { type OfTime, sharedOnList } from './shared-on-list.ts'
import type { Straddling } from './straddling-query.ts'
import {
  chosenTerritories,
  divider,
  onViewList,
  sharedWindows,
  type ViewQuery,
  viewQuery,
  windowBefore,
  windowOf,
  withLowerUnits,
} from './view-query.ts'

/** The figures that a view shows, those it could show for another time, and what may be compared. */
export interface Answer {
  readonly figures: readonly Figure[]
  readonly otherTime: readonly Figure[]
  /** Units of the 34 whose figures cannot be split among the old units that the view counts by (rule 11), now and for another time. */
  readonly refused: readonly RefusedSplit[]
  readonly refusedOtherTime: readonly RefusedSplit[]
  readonly comparability: Comparability
  /** Rule 13; null where the view compares with nothing. */
  readonly compared: Compared | null
  /** Owed reports of the view's time and indicators that were due and have not come; empty where the package expects none. */
  readonly owed: readonly Owed[]
}

/**
 * Reads the answer to `viewSql` on the list of provinces that the view counts by, with the answer of rule 7 for what was asked.
 * `straddling` is the answer to `viewStraddlingSql`.
 */
export function readAnswer(...asked: ReadArguments): Answer {
  const steps = answerSteps(...asked)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** The same with a `pause` between steps: of large data all of them in one task would keep a page from its reader. */
export async function readAnswerInSteps(pause: () => Promise<void>, ...asked: ReadArguments): Promise<Answer> {
  const steps = answerSteps(...asked)
  let step = steps.next()
  while (!step.done) {
    await pause()
    step = steps.next()
  }
  return step.value
}

type ReadArguments = [result: ResultSet, dataset: Dataset, view: View, owed?: readonly Owed[], straddling?: readonly Straddling[]]

function* answerSteps(...[result, dataset, view, owed = [], straddling = []]: ReadArguments): Generator<void, Answer> {
  const of = yield* figuresByTime(result, viewQuery(view, dataset), dataset)
  const divided = divider(view, dataset)
  const before = windowBefore(view, dataset)
  const [here, earlier] = sharedWindows(view, dataset).map((window, nth) => ({
    window,
    rows: straddling.filter((row) => row.window === nth),
  }))
  const now = sharedOnList(of.now, here, view, dataset)
  const figures = divided(now.figures)
  yield
  const other = onViewList(of.latest, view, dataset, null)
  const otherTime = divided(other.figures)
  yield
  const base = sharedOnList(of.before, earlier, view, dataset)
  const ofBefore = (figure: Figure): Figure => (before ? { ...figure, window: before } : figure)
  const older = { onList: divided(base.figures.map(ofBefore)), reported: divided(base.reported.map(ofBefore)) }
  yield
  const additive = (figure: Figure) => breakdownRule(dataset, figure.indicator, figure.breakdownKey) === 'additive'
  const comparability = compareFigures(figures, additive)
  yield
  const shown = new Set(reportersIn(view, dataset))
  return {
    figures,
    otherTime,
    refused: now.refused,
    refusedOtherTime: other.refused,
    comparability,
    compared: compareAnswer(view, dataset, {
      units: [...shown],
      window: windowOf(view, dataset),
      before,
      now: { onList: figures, reported: divided(now.reported) },
      base: older,
      comparability,
    }),
    owed: owed
      .filter(({ overdue }) => overdue)
      .map((report) => ({ ...report, units: unitsOf(report.territory, shown, view, dataset) }))
      .filter(({ units }) => units.length > 0),
  }
}

function* figuresByTime(result: ResultSet, { window, before }: ViewQuery, dataset: Dataset) {
  const all = yield* figuresInSteps(result)
  yield
  const buckets = readBuckets(result)
  const asked = result.columns.asked ?? []
  const of = (isAsked: boolean | null, windows: SeamedWindows | null): OfTime => {
    const rows = all.flatMap((_, at) => ((asked[at] ?? null) === isAsked ? [at] : []))
    const figures = rows.map((at) => all[at] as Figure)
    if (windows === null) return { figures: withLowerUnits(figures, dataset), window: null, seams: [] }
    const told = byBucket(
      figures,
      rows.map((at) => buckets[at] ?? 0),
      windows,
    ).map((told) => withLowerUnits(told, dataset))
    return { figures: told[0] ?? [], window: windows.windows[0] ?? null, seams: seamsOf(windows, 0, told) }
  }
  const times = { now: of(true, window), latest: of(false, null).figures, before: of(null, before) }
  yield
  return times
}

/** The places of those `shown` in the view that the reports of a territory tell of. */
function unitsOf(territory: TerritoryRef, shown: ReadonlySet<TerritoryKey>, view: View, dataset: Dataset): TerritoryKey[] {
  const units = view.units === 'goc' ? [territory] : reportedAs(territory, dataset.territories)
  return units.map(territoryKey).filter((key) => shown.has(key))
}

/** Whoever is expected to have figures (rule 10), narrowed by the places of the view. */
export function reportersIn(view: View, dataset: Dataset): TerritoryKey[] {
  const chosen = chosenTerritories(view, dataset)?.map(territoryKey)
  return listedReporters(dataset, view.units).filter((key) => !chosen || chosen.includes(key))
}
