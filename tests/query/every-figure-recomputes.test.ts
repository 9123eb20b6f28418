import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import { wordsOf } from '../../src/locale/words.ts'
import { type Dataset, indicatorOf } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { ResultSet } from '../../src/model/result-set.ts'
import { reportsOf } from '../../src/model/rules/listed-reporters.ts'
import { territoryKey } from '../../src/model/territory.ts'
import type { UnitList, View } from '../../src/model/view.ts'
import { askAll, viewStatements } from '../../src/query/ask-view.ts'
import { readSeries, seriesSql } from '../../src/query/series-query.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import { viewQuery } from '../../src/query/view-query.ts'
import { defaultViewOf, resolveView } from '../../src/state/resolve-view.ts'
import { fromSearch } from '../../src/state/url.ts'
import { openNational } from '../support/national-simulated.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { OPENING_TIME, openPublicReports } from '../support/public-reports.ts'
import { screenFigures } from '../support/screen-figures.ts'

vi.setConfig({ testTimeout: OPENING_TIME, hookTimeout: OPENING_TIME })

interface Opened {
  readonly dataset: Dataset
  ask(sql: string): Promise<ResultSet>
}

/** A row that a figure was made of, as the engine keeps it. */
interface Term {
  readonly territory: string
  readonly indicator: string
  readonly value: number | null
  readonly unit: string
}

/** Of more plain figures so many are looked up, evenly over all of them. */
const MOST_PLAIN = 400

async function figuresOn(link: string, { dataset, ask }: Opened): Promise<{ view: View; figures: ReadonlySet<Figure> }> {
  const opening = fromSearch(`?${link}`, defaultViewOf(dataset))
  const { view, notices } = resolveView({ ...opening.view, dataset: dataset.id }, dataset)
  expect([...opening.notices, ...notices]).toEqual([])
  const answer = readAnswer(await askAll(viewStatements(viewQuery(view, dataset)), ask), dataset, view)
  const input = { answer, view, dataset, words: wordsOf(view.language), language: view.language }
  const figures = await screenFigures(input, async (question, shown) =>
    readSeries(await ask(seriesSql(question)), question, dataset, shown.view),
  )
  return { view, figures }
}

/** A figure and all that it was computed or divided from. */
function withParts(figures: Iterable<Figure>, found = new Set<Figure>()): Set<Figure> {
  for (const figure of figures) {
    if (found.has(figure)) continue
    found.add(figure)
    const { computed, normalised, notNormalised } = figure
    const plain = computed ? [] : [normalised?.plain, notNormalised?.plain].filter((one) => one !== undefined)
    withParts([...(computed?.of ?? []), ...plain], found)
  }
  return found
}

async function termsOf(figures: readonly Figure[], { dataset, ask }: Opened): Promise<ReadonlyMap<number, Term>> {
  const rows = [...new Set(figures.flatMap(({ terms }) => terms))]
  const { length, columns } = await ask(
    `SELECT "row", territory_set || ':' || province_code AS place, indicator_code, value, unit FROM "${dataset.schema}".resolved WHERE "row" IN (${rows.join(', ')})`,
  )
  return new Map(
    Array.from({ length }, (_, at): [number, Term] => {
      const value = columns.value?.[at] ?? null
      return [
        Number(columns.row?.[at]),
        {
          territory: String(columns.place?.[at]),
          indicator: String(columns.indicator_code?.[at]),
          value: value === null ? null : Number(value),
          unit: String(columns.unit?.[at]),
        },
      ]
    }),
  )
}

const FACTOR = { year: 1, per100k: 100_000, commune: 1 } as const
const sum = (values: readonly (number | null | undefined)[]) => values.reduce<number>((all, one) => all + (one ?? Number.NaN), 0)

/** What a figure comes to by what it says of itself; for a plain one null, its rows say it. */
function again({ computed, normalised }: Figure): number | null {
  if (computed) {
    const values = computed.of.map(({ value }) => value)
    const [now, base] = values
    switch (computed.how) {
      case 'total':
        return sum(values)
      case 'pooled':
        if (computed.of.every(({ counts }) => counts !== undefined)) {
          return (
            (100 * sum(computed.of.map((one) => one.counts?.numerator))) / sum(computed.of.map((one) => one.counts?.denominator))
          )
        }
        return (
          (sum(computed.of.map((one) => one.normalised?.plain.value)) / sum(computed.of.map((one) => one.normalised?.divisor))) *
          FACTOR[computed.of[0]?.normalised?.by ?? 'year']
        )
      case 'difference':
        return sum([now, -(base ?? Number.NaN)])
      case 'percent_change':
        return (100 * sum([now, -(base ?? Number.NaN)])) / (base ?? Number.NaN)
      case 'peer_mean':
        return sum(values) / values.length
      case 'target_share':
        return (100 * (now ?? Number.NaN)) / (computed.target ?? Number.NaN)
    }
  }
  if (!normalised) return null
  const { plain, divisor, denominators, by } = normalised
  if (by !== 'year') expect(sum(denominators.map(({ value }) => value))).toBe(divisor)
  return ((plain.value ?? Number.NaN) * FACTOR[by]) / divisor
}

/** What the rows of a plain figure come to; null where they have only words or do not add. */
function fromRows(figure: Figure, terms: readonly Term[], dataset: Dataset): number | null {
  if (figure.value === null) return null
  const numbers = (code: string) => sum(terms.filter(({ indicator }) => indicator === code).map(({ value }) => value))
  const { numerator, denominator } = indicatorOf(dataset, figure.indicator) ?? {}
  if (figure.basis === 'ratio') return (100 * numbers(numerator ?? '')) / numbers(denominator ?? '')
  expect(new Set(terms.map(({ unit }) => unit)).size).toBe(1)
  return sum(terms.map(({ value }) => value ?? 0))
}

/** Rows behind the figure that are not of its place and indicator: its panel could not list them. */
function strayTerms(figure: Figure, terms: readonly Term[], units: UnitList, dataset: Dataset): readonly Term[] {
  const places = reportsOf(figure.territory, units, dataset).map(territoryKey)
  const indicator = indicatorOf(dataset, figure.indicator)
  const codes = [figure.indicator, ...(figure.basis === 'ratio' ? [indicator?.numerator, indicator?.denominator] : [])]
  return terms.filter((term) => !places.includes(term.territory as (typeof places)[number]) || !codes.includes(term.indicator))
}

function isClose(a: number | null, b: number | null): boolean {
  return a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)))
}

/** Goes through all that a view shows; tells how many figures of each way there are, and which do not come to what they say. */
async function walk(link: string, opened: Opened) {
  const { view, figures } = await figuresOn(link, opened)
  const all = [...withParts(figures)]
  const derived = all.filter(({ computed, normalised }) => computed || normalised)
  const wrong: unknown[] = derived.filter((figure) => !isClose(figure.value, again(figure)))
  const plain = all.filter(({ computed, normalised, notNormalised }) => !computed && !normalised && !notNormalised)
  const step = Math.max(1, plain.length / MOST_PLAIN)
  const sampled = plain.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
  const rows = await termsOf(sampled, opened)
  for (const figure of sampled) {
    const terms = figure.terms.flatMap((row) => rows.get(row) ?? [])
    if (terms.length === 0 || terms.length < figure.terms.length) wrong.push({ figure, terms })
    else if (!isClose(figure.value, fromRows(figure, terms, opened.dataset))) wrong.push({ figure, terms })
    else if (strayTerms(figure, terms, view.units, opened.dataset).length > 0) wrong.push({ figure, terms })
  }
  const ways = new Set(derived.map(({ computed, normalised }) => computed?.how ?? normalised?.by))
  return { wrong: wrong.slice(0, 3), ways: [...ways].sort(), sampled: sampled.length, shown: figures.size }
}

describe('the published reports', () => {
  let opened: Opened
  beforeAll(async () => {
    const { workspace, dataset } = await openPublicReports()
    opened = { dataset, ask: (sql) => workspace.ask(dataset.id, sql) }
  })

  test.each([
    ['', []],
    ['dg=34', []],
    ['i=dom-models', []],
    ['i=surrendered_items', []],
    ['t=2024&cmp=yoy', []],
    ['n=year', ['year']],
    ['dg=34&n=per100k', ['per100k']],
    ['i=dom-surrenders&n=commune', ['commune']],
  ])('“%s”', async (link, ways) => {
    const found = await walk(link, opened)
    expect(found.wrong).toEqual([])
    expect(found.ways).toEqual(ways)
    expect(found.sampled).toBeGreaterThan(3)
  })
})

describe('the simulated country', () => {
  let database: Database
  let opened: Opened
  beforeAll(async () => {
    database = await openNodeDatabase()
    const national = await openNational(database)
    opened = { dataset: national.opened.dataset, ask: national.ask }
  })
  afterAll(() => database?.close())

  test.each([
    ['', ['difference', 'percent_change', 'total']],
    ['i=tips_received&t=2024&dg=63&cmp=yoy', ['difference', 'percent_change', 'total']],
    ['i=tips_received&t=2026-01..2026-06&cmp=yoy', ['difference', 'percent_change', 'total']],
    ['i=tips_received&t=2024&dg=63&n=per100k&cmp=prev', ['difference', 'per100k', 'percent_change', 'pooled']],
    ['i=charity_gifts&t=2024&dg=63&cmp=peers', ['difference', 'peer_mean', 'percent_change', 'total']],
    ['i=tips_received&t=2024&dg=63&cmp=target', ['target_share', 'total']],
    ['i=commune_police_coverage_share&t=2024&cmp=yoy', ['difference', 'pooled']],
    ['i=commune_police_coverage_share&t=2024-12&dg=63&cmp=peers', ['difference', 'pooled']],
    ['i=surrendered_items&t=2024&n=year', ['difference', 'percent_change', 'total', 'year']],
  ])('“%s”', async (link, ways) => {
    const found = await walk(link, opened)
    expect(found.wrong).toEqual([])
    expect(found.ways).toEqual(ways)
    expect(found.sampled).toBeGreaterThan(30)
  })
})
