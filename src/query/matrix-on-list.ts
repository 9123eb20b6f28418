import { type Dataset, indicatorOf } from '../model/dataset.ts'
import type { Indicator } from '../model/indicator.ts'
import type { ResultSet } from '../model/result-set.ts'
import { reportedAs } from '../model/rules/listed-reporters.ts'
import { daysBetween, daysLater } from '../model/rules/periods.ts'
import { type OnPlace, type SeamSides, type Sides, type Told, toldOnPlace } from '../model/rules/told-on-list.ts'
import { ratioOnPlace, ratioTold } from '../model/rules/told-ratio.ts'
import { readTerritoryKey, type TerritoryKey, territoryKey } from '../model/territory.ts'
import {
  type CoverageMatrix,
  type MatrixCell,
  type MatrixQuestion,
  NOTHING,
  shownColumns,
  silentState,
} from './coverage-matrix-query.ts'
import { readTold, type TellOf } from './matrix-told-query.ts'
import type { OwedCount } from './owed-query.ts'

/**
 * The matrix of places on the list of the question, whatever list their reports stand on (rule 11): `said` is the answer to `toldSql`,
 * `owed` as for `readMatrix`, of both lists. What stands in a cell is what the figures of its place and time would say.
 */
export function readMatrixOnList(
  said: ResultSet,
  question: MatrixQuestion,
  owed: readonly OwedCount[],
  dataset: Dataset,
  places: readonly TerritoryKey[],
): CoverageMatrix {
  const tell = readTold(said, question, dataset)
  const { buckets, hasRest } = question
  const isExpecting = dataset.expected.some((rule) => rule.indicator === question.indicator && !rule.lower)
  const owedIn = buckets.map(({ from, to }) =>
    owed
      .filter(({ indicator, start, end }) => indicator === question.indicator && start >= from && end <= to)
      .map((one) => ({ ...one, missing: new Set(one.missing.map(territoryKey)) })),
  )
  const grounds = places.flatMap((place) => groundOf(place, dataset) ?? [])
  const cellAt = (ground: Ground, nth: number): MatrixCell | null => {
    const bucket = buckets[nth]
    const found = cellOf(onPlace(tell, ground, nth, question, dataset), bucket ? daysBetween(bucket.from, bucket.to) : null)
    const isRefused = !found && ground.mergedInto !== null && toldBy(tell, ground.mergedInto, nth, question, dataset).length > 0
    return found ?? (isRefused ? { ...NOTHING, state: 'refused' } : null)
  }
  const cells = grounds.map((ground) => buckets.map((_, nth) => cellAt(ground, nth)))
  const rests = grounds.map((ground) => (hasRest ? cellAt(ground, -1) : null))
  const withOwed = (found: MatrixCell | null, { place, reporters, mergedInto }: Ground, nth: number): MatrixCell => {
    const stretches =
      owedIn[nth]?.flatMap((one) => reporters.filter((key) => key.startsWith(one.territorySet)).map((key) => ({ one, key }))) ??
      []
    const missing = stretches.filter(({ one, key }) => one.missing.has(key))
    const overdue = missing.filter(({ one }) => one.overdue).length
    if (found) return { ...found, overdue }
    const state = silentState(isExpecting, stretches.length, missing.length, overdue)
    const isOfMerged = state === 'in_longer' && mergedInto !== null && stretches.every(({ key }) => key !== place)
    return { ...NOTHING, state: isOfMerged ? 'refused' : state, overdue }
  }
  const isUsed = (nth: number) => (owedIn[nth]?.length ?? 0) > 0 || cells.some((row) => row[nth])
  const shown = shownColumns(question, isExpecting, isUsed)
  const rest = rests.some((cell) => cell !== null)
  const all = new Set(grounds.flatMap(({ reporters }) => reporters))
  const overdueAt = (nth: number) =>
    (owedIn[nth] ?? []).reduce((sum, one) => sum + (one.overdue ? [...one.missing].filter((key) => all.has(key)).length : 0), 0)
  return {
    columns: [...shown.map(({ column }) => column), ...(rest ? (['rest'] as const) : [])],
    overdue: [...shown.map(({ nth }) => overdueAt(nth)), ...(rest ? [0] : [])],
    rows: grounds.map((ground, at) => ({
      place: ground.place,
      cells: [
        ...shown.map(({ nth }) => withOwed(cells[at]?.[nth] ?? null, ground, nth)),
        ...(rest ? [rests[at] ?? { ...NOTHING, state: 'not_mentioned' as const }] : []),
      ],
    })),
  }
}

/** A place and the units whose reports tell of it. */
interface Ground {
  readonly place: TerritoryKey
  /** The units of the other list whose figures are, together, of its ground. */
  readonly others: readonly TerritoryKey[]
  /** The merged unit that it became part of, whose figures cannot be split. */
  readonly mergedInto: TerritoryKey | null
  /** Itself and those of the other list. */
  readonly reporters: readonly TerritoryKey[]
}

function groundOf(place: TerritoryKey, { territories }: Dataset): Ground | null {
  const ref = readTerritoryKey(place)
  if (!ref) return null
  const reporters = reportedAs(ref, territories).map(territoryKey)
  const others = reporters.slice(1)
  const merged = ref.set === '63' ? others.find((key) => territories.get(key)?.formedFrom.length !== 1) : undefined
  return { place, reporters, others: merged ? [] : others, mergedInto: merged ?? null }
}

function onPlace(tell: TellOf, ground: Ground, nth: number, question: MatrixQuestion, dataset: Dataset): OnPlace {
  const sidesBy = (told: (unit: TerritoryKey) => readonly Told[]): Sides => ({
    own: told(ground.place),
    others: ground.others.map(told),
  })
  const of = (indicator: string) => {
    const sides = sidesBy((unit) => tell(indicator, nth, unit))
    const alone = toldOnPlace(sides)
    // Nothing is found at a seam of what has all its days.
    const isFull = alone.whole.some(({ time, state }) => time === '' && state === 'number')
    const seams = isFull ? [] : seamsIn(tell, ground, nth, indicator, sides, question, dataset)
    return { sides, onPlace: seams.length > 0 ? toldOnPlace(sides, seams) : alone }
  }
  const ratio = ratioOf(question, dataset)
  if (!ratio) return of(question.indicator).onPlace
  const printed = toldOnPlace(sidesBy((unit) => toldBy(tell, unit, nth, question, dataset)))
  return ratioOnPlace(printed, of(ratio.numerator), of(ratio.denominator))
}

/** What a unit itself says; of a ratio also what its counts make of it. */
function toldBy(tell: TellOf, unit: TerritoryKey, nth: number, question: MatrixQuestion, dataset: Dataset): readonly Told[] {
  const told = tell(question.indicator, nth, unit)
  const ratio = ratioOf(question, dataset)
  return ratio ? ratioTold(told, tell(ratio.numerator, nth, unit), tell(ratio.denominator, nth, unit)) : told
}

function ratioOf({ indicator }: MatrixQuestion, dataset: Dataset): { numerator: string; denominator: string } | null {
  const { aggregation, numerator, denominator }: Partial<Indicator> = indicatorOf(dataset, indicator) ?? {}
  return aggregation === 'ratio' && numerator && denominator ? { numerator, denominator } : null
}

/** Where both lists tell of a place, the seams in the stretch with what each says of its own part. */
function seamsIn(
  tell: TellOf,
  { place, others }: Ground,
  nth: number,
  indicator: string,
  sides: Sides,
  { buckets }: MatrixQuestion,
  { seams }: Dataset,
): SeamSides[] {
  const bucket = buckets[nth]
  if (!bucket || sides.own.length === 0 || sides.others.every((told) => told.length === 0)) return []
  const { from, to } = bucket
  return seams
    .filter((day) => day >= from && day < to)
    .map((day) => {
      const part = (set: string, start: string, end: string): Sides => {
        const told = (unit: TerritoryKey) => (unit.startsWith(set) ? tell(indicator, nth, unit, { start, end }) : [])
        return { own: told(place), others: others.map(told) }
      }
      return { day, before: part('63:', from, day), after: part('34:', daysLater(day, 1), to) }
    })
}

/** Rule 9 for one place and stretch; null where nobody says anything of it. */
function cellOf({ whole, some, isWithheld }: OnPlace, daysOf: number | null): MatrixCell | null {
  const numbers = whole.filter(({ state }) => state === 'number')
  const has = (state: Told['state']) => whole.some((told) => told.state === state)
  const isFlow = numbers.some(({ days }) => days !== null)
  if (numbers.length > 0) {
    const days = isFlow ? Math.max(...numbers.map((told) => told.days ?? 0)) : null
    const isShort = days !== null && daysOf !== null && days < daysOf && numbers.every((told) => told.days !== null)
    return { ...NOTHING, state: isShort ? 'some_days' : 'number', days, daysOf: isFlow ? daysOf : null }
  }
  if (has('in_words')) return { ...NOTHING, state: 'in_words' }
  if (some) return { ...NOTHING, state: 'some_units', units: some }
  if (has('only_parts')) return { ...NOTHING, state: 'only_parts' }
  return has('withheld') || isWithheld ? { ...NOTHING, state: 'withheld' } : null
}
