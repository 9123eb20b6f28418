import { reportersOf } from '../../../src/charts/parts/reporters.ts'
import type { Database } from '../../../src/data/database.ts'
import type { Figure } from '../../../src/model/figure.ts'
import type { ResultSet } from '../../../src/model/result-set.ts'
import type { OnList } from '../../../src/model/rules/administrative-units.ts'
import { compareFigures, totalOf } from '../../../src/model/rules/comparability.ts'
import { coverageOf } from '../../../src/model/rules/coverage.ts'
import { figuresOf } from '../../../src/model/rules/figures.ts'
import { headlineFigures } from '../../../src/model/rules/headline.ts'
import { resolveRows } from '../../../src/model/rules/resolve-rows.ts'
import type { RuleBook } from '../../../src/model/rules/resolved-row.ts'
import type { TerritoryKey } from '../../../src/model/territory.ts'
import type { View } from '../../../src/model/view.ts'
import type { FigureQuestion } from '../../../src/query/figures/figures-sql.ts'
import { readFigures } from '../../../src/query/figures/read-figures.ts'
import { readOwed, readOwedCounts } from '../../../src/query/owed-query.ts'
import { ofIndicators, stateFor } from '../../../src/query/place-state.ts'
import { readStraddling } from '../../../src/query/straddling-query.ts'
import { type Answer, readAnswer } from '../../../src/query/view-answer.ts'
import { viewOwedSql, viewQuery, viewSql, viewStraddlingSql } from '../../../src/query/view-query.ts'
import { areComparable } from '../rules-reference/comparison-groups.ts'
import { headlineChoice } from '../rules-reference/headline-choice.ts'
import type { Listed } from '../rules-reference/listed-figures.ts'
import type { OwedReports } from '../rules-reference/owed-reports.ts'
import { askedPlaces, countedStates, stateOfPlace } from '../rules-reference/places-and-states.ts'
import { askedIndicators, type ReferenceAnswer, referenceAnswer } from '../rules-reference/reference-answer.ts'
import { each, piles, type Told, type ToldFigure } from '../rules-reference/told-figure.ts'
import type { Hit } from '../rules-reference/traps.ts'
import { comparisonDifferences } from './comparison-differences.ts'
import { type AnyFigure, compared, type Difference, nameOf, near } from './difference.ts'
import type { LoadedBatch } from './load-batch.ts'
import { normalisedDifferences } from './normalised-differences.ts'
import { DOMAINS, worldOf } from './world-package.ts'

/** Asks the engine once, and the reference for every world; empty where they agree. */
export async function differences(database: Database, batch: LoadedBatch, view: View, hit: Hit): Promise<Difference[]> {
  const { dataset } = batch
  const query = viewQuery(view, dataset)
  const result = await database.query(viewSql(query))
  const owedSql = viewOwedSql(view, dataset)
  const owed = owedSql === null ? NOTHING : await database.query(owedSql)
  const edgesSql = viewStraddlingSql(view, dataset)
  const straddling = edgesSql === null ? [] : readStraddling(await database.query(edgesSql))
  const answer = readAnswer(result, dataset, view, readOwed(owed), straddling)
  const reported = readFigures(result).filter(
    (_, at) => result.columns.asked?.[at] === true && Number(result.columns.bucket?.[at]) === 0,
  )
  return batch.worlds.flatMap((rows, world) => {
    const told = toldOf(batch, world, hit)
    const newest = newestDay(batch)
    const mine = answerOfWorld(answer, world, told)
    const expected = referenceAnswer(told, view, newest)
    noteReporters(
      told,
      rows.map((row) => `${row.territorySet}:${row.provinceCode}`),
    )
    return [
      ...rulesDifferences(world, reported, query.question, told),
      ...listed(world, 'figures', mine, expected.now),
      ...listed(world, 'other time', { figures: mine.otherTime, refused: mine.refusedOtherTime }, expected.otherTime),
      ...compared(world, 'comparison groups', groupLines(mine, told), toldGroupLines(expected)),
      ...compared(world, 'comparison keys', keyLines(mine.figures), toldKeyLines(expected.now.figures)),
      ...compared(world, 'headlines', headlineLines(mine.figures, told), toldHeadlineLines(expected.now.figures, told)),
      ...normalisedDifferences(world, mine.figures, expected.now.figures, view, dataset, told),
      ...comparisonDifferences(world, answer, expected, told, view, newest),
      ...compared(world, 'owed', owedLines(owed, world), expected.owed.map(toldOwedLine)),
      ...compared(world, 'coverage', coverageLines(mine, view, batch, told), toldCoverageLines(expected, view, told)),
    ]
  })
}

/** The SQL and its twin among the rules of the model, of all territories, before any list of provinces. */
function rulesDifferences(
  world: number,
  reported: readonly Figure[],
  question: FigureQuestion,
  { meta, rows }: Told,
): Difference[] {
  const { indicators, territories, window, filter } = question
  if (territories !== null) return []
  const book: RuleBook = {
    indicators: new Map(meta.indicators.map((indicator) => [indicator.code, indicator])),
    sources: new Map(meta.sources.map((source) => [source.id, source])),
    rules: new Map(meta.breakdowns.map(({ indicator, key, rule }) => [`${indicator} ${key}`, rule])),
  }
  // The load says it of every lower row whose report does not.
  const typed = rows.map((row) =>
    row.levelRelation === '' && row.unitLevel !== 'tinh' ? { ...row, levelRelation: 'within' as const } : row,
  )
  const rules = figuresOf(resolveRows(typed, book), book, window, filter).filter((one) => indicators?.includes(one.indicator))
  const line = (figure: Figure) => fieldsOf({ ...figure, value: figure.value?.toPrecision(12) ?? null })
  const mine = reported.filter(({ indicator }) => worldOf(indicator) === world)
  return compared(world, 'SQL and rules of the model', mine.map(line), rules.map(line))
}

/** The worlds of a batch are packages of their own: only the newest day, the sources and the reporters are shared. */
export function toldOf({ dataset, worlds }: LoadedBatch, world: number, hit: Hit): Told {
  const meta = { ...dataset, indicators: dataset.indicators.filter(({ code }) => worldOf(code) === world) }
  return { meta, rows: worlds[world] ?? [], hit }
}

export function newestDay({ worlds }: LoadedBatch): string | null {
  return each(worlds.flat().flatMap(({ periodEnd }) => (periodEnd === null ? [] : [periodEnd]))).at(-1) ?? null
}

export function listed(world: number, what: string, found: OnList, expected: Listed): Difference[] {
  const splits = (all: OnList['refused'] | Listed['refused']) =>
    all.map(
      ({ unit, parts, figures }) => `${unit.set}:${unit.code} of ${parts.join('+')}: ${figures.map(nameOf).sort().join(' ; ')}`,
    )
  return [
    ...compared(world, what, ...figureLines(found.figures, expected.figures)),
    ...compared(world, `${what}, refused`, splits(found.refused), splits(expected.refused)),
  ]
}

/** Every field as text; numbers of the engine within 1e-9 of the reference's are written as these. */
function figureLines(found: readonly AnyFigure[], expected: readonly AnyFigure[]): [string[], string[]] {
  const line = (figure: AnyFigure) => {
    const {
      time: _,
      ownTime: __,
      pieces: ___,
      isList: ____,
      comparisonKey: _____,
      ...rest
    } = figure as Partial<ToldFigure & Figure>
    const { shared } = rest
    return fieldsOf(shared ? { ...rest, shared: [...shared].sort((a, b) => a.row - b.row) } : rest)
  }
  const known = new Map(expected.map((figure) => [nameOf(figure), figure]))
  const asExpected = (figure: AnyFigure): AnyFigure => {
    const like = known.get(nameOf(figure))
    const { value, counts } = figure
    return {
      ...figure,
      value: value === null ? null : near(value, like?.value),
      ...(counts
        ? {
            counts: {
              numerator: near(counts.numerator, like?.counts?.numerator),
              denominator: near(counts.denominator, like?.counts?.denominator),
            },
          }
        : {}),
    }
  }
  return [found.map((figure) => line(asExpected(figure))), expected.map(line)]
}

function fieldsOf(figure: object): string {
  return JSON.stringify(Object.entries(figure).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function answerOfWorld(answer: Answer, world: number, told: Told): Answer {
  const mine = (figures: readonly Figure[]) => figures.filter(({ indicator }) => worldOf(indicator) === world)
  const splits = (all: Answer['refused']) =>
    all.map((split) => ({ ...split, figures: mine(split.figures) })).filter(({ figures }) => figures.length > 0)
  const figures = mine(answer.figures)
  const isAdditive = ({ indicator, breakdownKey }: Figure) =>
    told.meta.breakdowns.some((one) => one.indicator === indicator && one.key === breakdownKey && one.rule === 'additive')
  return {
    figures,
    otherTime: mine(answer.otherTime),
    refused: splits(answer.refused),
    refusedOtherTime: splits(answer.refusedOtherTime),
    comparability: compareFigures(figures, isAdditive),
    compared: null,
    owed: answer.owed.filter(({ indicator }) => worldOf(indicator) === world),
  }
}

function groupLines({ comparability }: Answer, { meta }: Told): string[] {
  return comparability.groups.map((group) => {
    const aggregation = meta.indicators.find(({ code }) => code === group.members[0]?.indicator)?.aggregation ?? 'none'
    const total = group.composition ? null : (totalOf(group, aggregation)?.value ?? null)
    return groupLine(group.members, group.scale, group.composition, total)
  })
}

function toldGroupLines({ groups }: ReferenceAnswer): string[] {
  return groups.map(({ members, scale, composition, total }) => groupLine(members, scale, composition, total))
}

function groupLine(
  members: readonly AnyFigure[],
  scale: readonly AnyFigure[],
  composition: boolean,
  total: number | null,
): string {
  const names = (figures: readonly AnyFigure[]) => figures.map(nameOf).sort().join(' ; ')
  const sum = total === null ? 'no total' : `total ${total.toPrecision(10)}`
  return `${composition ? 'parts' : 'group'} ${names(members)} | on one scale: ${names(scale)} | ${sum}`
}

/** Which figures, standing or not, have one comparison key. */
function keyLines(figures: readonly Figure[]): string[] {
  return pileLines(piles(figures, (a, b) => a.comparisonKey === b.comparisonKey && a.territory.set === b.territory.set))
}

function toldKeyLines(figures: readonly ToldFigure[]): string[] {
  return pileLines(piles(figures, areComparable))
}

function pileLines(all: readonly (readonly AnyFigure[])[]): string[] {
  return all.map((pile) => pile.map(nameOf).sort().join(' ; '))
}

function headlineLines(figures: readonly Figure[], { meta }: Told): string[] {
  return unitLines(figures, (mine, domain) => headlineFigures(mine, meta.indicators, domain))
}

function toldHeadlineLines(figures: readonly ToldFigure[], told: Told): string[] {
  return unitLines(figures, (mine, domain) => headlineChoice(mine, domain, told))
}

function unitLines<T extends AnyFigure>(
  figures: readonly T[],
  choose: (mine: readonly T[], domain: string) => readonly T[],
): string[] {
  return piles(figures, (a, b) => a.territory.set === b.territory.set && a.territory.code === b.territory.code).flatMap((mine) =>
    DOMAINS.map((domain) => `${domain}: ${choose(mine, domain).map(nameOf).sort().join(' ; ')}`),
  )
}

function coverageLines(answer: Answer, view: View, { dataset }: LoadedBatch, told: Told): string[] {
  const places = reportersOf(view, dataset)
  return askedIndicators(view, told).map((indicator) => {
    const states = places.map((place) => stateFor(place, answer, ofIndicators([indicator])))
    return `${indicator} ${JSON.stringify(coverageOf(states))} ${lineOfStates(places, states)}`
  })
}

function toldCoverageLines(expected: ReferenceAnswer, view: View, told: Told): string[] {
  const places = askedPlaces(told, view)
  return askedIndicators(view, told).map((indicator) => {
    const states = places.map((place) => stateOfPlace(place, indicator, expected, told))
    return `${indicator} ${JSON.stringify(countedStates(states))} ${lineOfStates(places, states)}`
  })
}

const NOTHING: ResultSet = { length: 0, columns: {} }

/** Who owes what for which days, and who has not sent it. */
function owedLines(result: ResultSet, world: number): string[] {
  return readOwedCounts(result)
    .filter(({ indicator }) => worldOf(indicator) === world)
    .map(({ owed, received, missing, territorySet, ...one }) =>
      owedLine({ ...one, owed, missing, list: territorySet }, missing.length === owed - received ? '' : ', which do not add up'),
    )
}

function toldOwedLine(one: OwedReports): string {
  return owedLine(one, '')
}

function owedLine({ list, indicator, grain, start, end, due, overdue, owed, missing }: OwedReports, more: string): string {
  const lacking = missing.map(({ set, code }) => `${set}:${code}`).sort()
  const days = `${start}/${end} until ${due}${overdue ? ', overdue' : ''}`
  return `${list} ${indicator} ${grain} ${days}: ${owed - lacking.length} of ${owed}, without ${lacking.join(' ')}${more}`
}

function lineOfStates(places: readonly string[], states: readonly string[]): string {
  return places
    .map((place, at) => `${place} ${states[at]}`)
    .sort()
    .join(', ')
}

function noteReporters({ meta, hit }: Told, units: readonly string[]): void {
  if (units.some((unit) => !meta.reporters.includes(unit as TerritoryKey))) hit('rule 10: whoever is not expected is in no N')
}
