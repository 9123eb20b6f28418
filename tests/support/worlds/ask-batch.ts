import type { Database } from '../../../src/data/database.ts'
import { bucketsBetween, GRAIN_MONTHS } from '../../../src/model/rhythm.ts'
import { EMPTY_VIEW, type View } from '../../../src/model/view.ts'
import { askAll } from '../../../src/query/ask-view.ts'
import { coverageStatements, coveragesOf, coverageView } from '../../../src/query/coverage-query.ts'
import { readOwed } from '../../../src/query/owed-query.ts'
import { seamedWindows } from '../../../src/query/seam-windows.ts'
import { readSeries, seriesSql } from '../../../src/query/series-query.ts'
import { readAnswer } from '../../../src/query/view-answer.ts'
import { viewOwedSql } from '../../../src/query/view-query.ts'
import { stretches } from '../rules-reference/calendar-days.ts'
import { countedStates, expectedPlaces, stateOfPlace } from '../rules-reference/places-and-states.ts'
import { answerOf, askedIndicators, referenceAnswer } from '../rules-reference/reference-answer.ts'
import type { Hit } from '../rules-reference/traps.ts'
import { compared, type Difference } from './difference.ts'
import { differences, listed, newestDay, toldOf } from './differences.ts'
import type { LoadedBatch } from './load-batch.ts'
import type { Question, Series } from './questions.ts'
import { codeIn, DOMAINS, worldOf } from './world-package.ts'

/** Views to ask, times and lists whose coverage the engine counts by itself, and a view over time. */
export interface Asking {
  readonly questions: readonly Question[]
  readonly coverages: readonly Pick<View, 'time' | 'units'>[]
  readonly series: readonly Series[]
}

/** What was asked of a batch when the engine and the reference parted. */
export interface Found {
  readonly difference: Difference
  readonly asked: Asking
}

/** Asks everything of a batch; the first difference, or null. */
export async function askBatch(database: Database, loaded: LoadedBatch, asking: Asking, hit: Hit): Promise<Found | null> {
  const nothing: Asking = { questions: [], coverages: [], series: [] }
  for (const question of asking.questions) {
    const [difference] = await differences(database, loaded, viewOf(question, loaded), hit)
    if (difference) return { difference, asked: { ...nothing, questions: [question] } }
  }
  for (const coverage of asking.coverages) {
    const [difference] = await coverageDifferences(database, loaded, { ...EVERYTHING, ...coverage })
    if (difference) return { difference, asked: { ...nothing, coverages: [coverage] } }
  }
  for (const series of asking.series) {
    const [difference] = await seriesDifferences(database, loaded, series, hit)
    if (difference) return { difference, asked: { ...nothing, series: [series] } }
  }
  return null
}

const EVERYTHING: View = { ...EMPTY_VIEW, units: 'goc', indicators: DOMAINS.map((domain) => `dom-${domain}`) }

function viewOf(question: Question, { worlds }: LoadedBatch): View {
  const indicators = question.indicators.flatMap((kind) =>
    kind.startsWith('dom-') ? [kind] : worlds.map((_, world) => codeIn(world, kind)),
  )
  return { ...EMPTY_VIEW, ...question, indicators }
}

/** Rules 9 and 10 for every indicator at once, asked for no more than they need. */
async function coverageDifferences(database: Database, loaded: LoadedBatch, view: View): Promise<Difference[]> {
  const { dataset } = loaded
  const asked = coverageView(view, dataset)
  const ask = (sql: string) => database.query(sql)
  const owedSql = viewOwedSql(asked, dataset)
  const owed = owedSql === null ? [] : readOwed(await ask(owedSql))
  const answer = readAnswer(await askAll(coverageStatements(asked, dataset), ask), dataset, asked, owed)
  const counted = coveragesOf(answer, asked, dataset)
  return loaded.worlds.flatMap((_, world) => {
    const told = toldOf(loaded, world, () => {})
    const known = referenceAnswer(told, view, newestDay(loaded))
    const found = [...counted].filter(([code]) => worldOf(code) === world)
    const expected = askedIndicators(view, told).map((code) => {
      const states = expectedPlaces(told, view.units).map((place) => stateOfPlace(place, code, known, told))
      return `${code} ${JSON.stringify(countedStates(states))}`
    })
    return compared(
      world,
      'coverage of every indicator',
      found.map(([code, coverage]) => `${code} ${JSON.stringify(coverage)}`),
      expected,
    )
  })
}

async function seriesDifferences(database: Database, loaded: LoadedBatch, series: Series, hit: Hit): Promise<Difference[]> {
  const { dataset } = loaded
  const { grain, from, to, units, filters } = series
  const buckets = bucketsBetween(from, to, grain, dataset.calendar)
  const expected = stretches(from, to, GRAIN_MONTHS[grain], dataset.calendar)
  const apart = compared(0, 'buckets', buckets.map(lineOf), expected.map(lineOf))
  if (apart.length > 0) return apart
  const view = { ...EVERYTHING, units, filters }
  const windows = seamedWindows(buckets, units, dataset)
  const question = {
    schema: dataset.schema,
    window: null,
    indicators: null,
    territories: null,
    filter: filters,
    buckets: windows.asked,
  }
  const asked = { question, grain, buckets, windows }
  const { figures } = readSeries(await database.query(seriesSql(asked)), asked, dataset, view)
  return loaded.worlds.flatMap((_, world) => {
    const told = toldOf(loaded, world, hit)
    return buckets.flatMap((bucket, at) => {
      const mine = (figures[at] ?? []).filter(({ indicator }) => worldOf(indicator) === world)
      return listed(
        world,
        `figures of ${lineOf(bucket)}`,
        { figures: mine, refused: [] },
        { ...answerOf(told, view, bucket), refused: [] },
      )
    })
  })
}

function lineOf({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from}/${to}`
}
