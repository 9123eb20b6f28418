import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mainAnswer } from '../../src/charts/parts/density.ts'
import { changeSentences } from '../../src/charts/words/change-sentence.ts'
import { headlineSentence, plainSentence } from '../../src/charts/words/headline-sentence.ts'
import { spokenOf } from '../../src/charts/words/spoken-of.ts'
import type { Database } from '../../src/data/database.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { LikeForLike } from '../../src/model/rules/like-for-like.ts'
import type { Window } from '../../src/model/rules/time.ts'
import { territoryKey } from '../../src/model/territory.ts'
import { choiceOfDays } from '../../src/model/time-choice.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { readSeries, seriesQuestion, seriesSql } from '../../src/query/series-query.ts'
import { readStraddling } from '../../src/query/straddling-query.ts'
import { type Answer, readAnswer } from '../../src/query/view-answer.ts'
import { viewQuery, viewSql, viewStraddlingSql } from '../../src/query/view-query.ts'
import { type Reduce, reducer } from '../support/national-reduction.ts'
import {
  cellOf,
  monthsCovered,
  openNational,
  type Reported,
  readLedger,
  readNationalTable,
  readReported,
} from '../support/national-simulated.ts'
import { openNodeDatabase } from '../support/node-database.ts'

type Line = Readonly<Record<string, string>>

let database: Database
let dataset: Dataset
let rows: readonly Reported[]
let ledger: readonly Line[]
let reduce: Reduce
let ask: (sql: string) => ReturnType<Awaited<ReturnType<typeof openNational>>['ask']>
beforeAll(async () => {
  database = await openNodeDatabase()
  const national = await openNational(database)
  dataset = national.opened.dataset
  ask = national.ask
  rows = await readReported()
  ledger = await readLedger('emitted')
  const sources = await readNationalTable('sources')
  reduce = reducer(
    rows,
    sources.map(({ source_id }) => source_id ?? ''),
  )
}, 180_000)
afterAll(() => database?.close())

async function read(view: View): Promise<Answer> {
  const result = await ask(viewSql(viewQuery(view, dataset)))
  const edges = viewStraddlingSql(view, dataset)
  return readAnswer(result, dataset, view, [], edges === null ? [] : readStraddling(await ask(edges)))
}

/** What a view answers; asked once. */
const answers = new Map<string, Promise<Answer>>()
function answerTo(units: '63' | '34', time: string, indicators: readonly string[], more: Partial<View> = {}): Promise<Answer> {
  const view = viewOf(units, time, indicators, more)
  const key = JSON.stringify(view)
  const found = answers.get(key) ?? read(view)
  answers.set(key, found)
  return found
}

/** `2024` or `2025-01..2025-06`. */
function viewOf(units: '63' | '34', time: string, indicators: readonly string[], more: Partial<View> = {}): View {
  const [from = time, to = from] = time.split('..')
  return { ...EMPTY_VIEW, dataset: dataset.id, units, time: { kind: 'window', from, to }, indicators, ...more }
}

const flows = () => dataset.indicators.filter(({ aggregation }) => aggregation === 'sum').map(({ code }) => code)
const cellOfFigure = ({ indicator, breakdownKey, breakdownValues }: Figure) =>
  [indicator, breakdownKey, breakdownValues.join('+')].join('|')
const keyOf = (figure: Figure) => `${territoryKey(figure.territory)} ${cellOfFigure(figure)}`
const lineKey = (line: Line) => `${line.territory} ${line.indicator_code}|${line.breakdown_key}|${line.breakdown_value}`
const count = (text: string | undefined) => Number(text || 0)
const rowsOf = (figure: Figure) => figure.terms.map((term) => rows[term] as Reported)
const months = (row: Reported) => monthsCovered(row.period_start, row.period_end) ?? 0
const YEAR_2023: Window = { from: '2022-12-15', to: '2023-12-14' }
const YEAR_2024: Window = { from: '2023-12-15', to: '2024-12-14' }

describe('2024 on the list of 63', () => {
  let figures: ReadonlyMap<string, Figure>
  let lines: readonly Line[]
  beforeAll(async () => {
    const answer = await answerTo('63', '2024', flows())
    figures = new Map(answer.figures.filter(({ basis }) => basis !== 'parts_sum').map((figure) => [keyOf(figure), figure]))
    lines = ledger.filter(({ year, indicator_code }) => year === '2024' && flows().includes(indicator_code ?? ''))
  })

  test('has a figure of every line of the ledger, and no other', () => {
    expect([...figures.keys()].toSorted()).toEqual(lines.map(lineKey).toSorted())
    expect(lines.length).toBeGreaterThan(1500)
  })

  test('says what the ledger says, of all twelve months', () => {
    const wrong: unknown[] = []
    let seen = 0
    for (const line of lines.filter(({ months: n, joint_months }) => count(n) + count(joint_months) === 12)) {
      const figure = figures.get(lineKey(line)) as Figure
      const own = rowsOf(figure)
      const low = count(line.at_least) + count(line.in_words) > 0 || own.some(({ status }) => status === 'suppressed')
      const high = count(line.at_most) > 0 || own.some(({ qualifier_word }) => qualifier_word === 'gần')
      const contradicts = low && high
      const said = [figure.value, figure.low, figure.high, figure.approx, figure.needsVerification, figure.estimated, figure.days]
      const again = [
        ...(contradicts
          ? [null, false, false, false]
          : [count(line.value) + count(line.joint_value), low, high, count(line.about) > 0]),
        ...[count(line.verify) > 0, count(line.estimated) > 0, figure.daysOf],
      ]
      if (JSON.stringify(said) !== JSON.stringify(again)) wrong.push({ key: lineKey(line), said, again })
      // No cumulative report is added to the months that it holds.
      if (own.some((row) => months(row) > 2)) wrong.push({ key: lineKey(line), own })
      if (own.reduce((sum, row) => sum + months(row), 0) !== 12) wrong.push({ key: lineKey(line), own })
      seen += 1
    }
    expect(wrong.slice(0, 3)).toEqual([])
    expect(seen).toBeGreaterThan(1200)
  })

  test('covers what it can of other years, and says how much', () => {
    const wrong: unknown[] = []
    const seen = { fewer: 0, cumulative: 0 }
    for (const line of lines.filter(({ months: n, joint_months }) => count(n) + count(joint_months) < 12)) {
      const figure = figures.get(lineKey(line)) as Figure
      const own = rowsOf(figure)
      const again = reduce(line.territory ?? '', lineKey(line).split(' ')[1] ?? '', YEAR_2024)
      const said = [figure.value, figure.low, figure.high, figure.approx, figure.days, own.length, figure.needsVerification]
      const told = again && [again.value, again.low, again.high, again.approx, again.days, again.reports, again.doubtful]
      if (JSON.stringify(said) !== JSON.stringify(told)) wrong.push({ key: lineKey(line), said, told })
      if (own.some((row) => months(row) > 2)) {
        seen.cumulative += 1
        continue
      }
      seen.fewer += 1
      if (figure.value !== null && figure.value !== count(line.value) + count(line.joint_value)) wrong.push(lineKey(line))
      if ((figure.days ?? 0) >= (figure.daysOf ?? 0)) wrong.push(lineKey(line))
    }
    expect(wrong.slice(0, 3)).toEqual([])
    expect([seen.fewer > 20, seen.cumulative > 20]).toEqual([true, true])
  })

  test('is the sum of its months, where there are twelve', async () => {
    const view = viewOf('63', '2024', ['tips_received', 'charity_donations', 'surrendered_items'], { grain: 'month' })
    const question = seriesQuestion(view, dataset)
    if (!question) throw new Error('no series')
    const series = readSeries(await ask(seriesSql(question)), question, dataset, view)
    expect([series.grain, series.buckets.length]).toEqual(['month', 12])
    const sums = new Map<string, { n: number; sum: number }>()
    for (const figure of series.figures.flat()) {
      if (figure.value === null || figure.basis === 'parts_sum') continue
      const { n, sum } = sums.get(keyOf(figure)) ?? { n: 0, sum: 0 }
      sums.set(keyOf(figure), { n: n + 1, sum: sum + figure.value })
    }
    const twelve = [...sums].filter(([, { n }]) => n === 12)
    const off = twelve.filter(([key, { sum }]) => {
      const year = figures.get(key)?.value
      return year !== null && year !== sum
    })
    expect(off.map(([key]) => key)).toEqual([])
    expect(twelve.length).toBeGreaterThan(400)
  })
})

describe('both lists', () => {
  test.each(['2024', '2023..2024', '2025-H1', '2025-04..2025-06'])('have one total of %s', async (time) => {
    const [old, now] = await Promise.all([answerTo('63', time, flows()), answerTo('34', time, flows())])
    const totals = (answer: Answer) => {
      const sums = new Map<string, { sum: number; terms: number[] }>()
      for (const figure of answer.figures) {
        const cell = `${cellOfFigure(figure)} ${figure.basis}`
        const { sum, terms } = sums.get(cell) ?? { sum: 0, terms: [] }
        sums.set(cell, { sum: sum + (figure.value ?? 0), terms: [...terms, ...figure.terms] })
      }
      return [...sums].map(([cell, { sum, terms }]) => [cell, sum, terms.sort((a, b) => a - b)] as const)
    }
    const sorted = (answer: Answer) => totals(answer).toSorted(([a], [b]) => (a < b ? -1 : 1))
    expect(sorted(now)).toEqual(sorted(old))
    expect(totals(old).length).toBeGreaterThan(25)
    expect([old.refused, now.refused]).toEqual([[], []])
    expect(now.figures.every(({ territory }) => territory.set === '34')).toBe(true)
  })

  test('two years across the merger are the one and the other, each day counted once by whoever reported it then', async () => {
    const [both, ...years] = await Promise.all(['2024..2025', '2024', '2025'].map((time) => answerTo('34', time, flows())))
    const totals = (answer: Answer | undefined) =>
      new Map(
        (answer?.figures ?? [])
          .filter(({ basis, stands, days, daysOf, scope }) => basis === 'total' && stands && scope === '' && days === daysOf)
          .map((figure) => [keyOf(figure), figure]),
      )
    const [whole, first, second] = [both, ...years].map(totals) as [Map<string, Figure>, Map<string, Figure>, Map<string, Figure>]
    const full = [...first.keys()].filter((key) => second.has(key))
    expect(full.filter((key) => !whole.has(key))).toEqual([])
    expect(full.length).toBeGreaterThan(180)
    const numbers = full.map((key) => [whole, first, second].map((of) => of.get(key)?.value ?? null))
    const exact = numbers.filter((said) => !said.includes(null))
    expect(exact.filter(([sum, one, other]) => sum !== (one ?? 0) + (other ?? 0))).toEqual([])
    expect(exact.length).toBeGreaterThan(120)
    const joined = [...whole.values()].filter(({ merged }) => merged?.joined)
    for (const figure of joined) {
      const of = (unit: string) => rowsOf(figure).filter((row) => `${row.territory_set}:${row.province_code}` === unit)
      for (const { set, code } of figure.merged?.from ?? []) {
        const days = [...of(`${set}:${code}`), ...of(territoryKey(figure.territory))].map(
          ({ period_start, period_end }) => [period_start, period_end] as const,
        )
        const spans = [...new Map(days.map((span) => [span.join('/'), span])).values()].sort(([a], [b]) => (a < b ? -1 : 1))
        expect([spans[0]?.[0], spans.at(-1)?.[1]], keyOf(figure)).toEqual(['2023-12-15', '2025-12-14'])
        for (const [at, [start]] of spans.slice(1).entries()) {
          expect(Date.parse(start) - Date.parse(spans[at]?.[1] ?? ''), keyOf(figure)).toBe(86_400_000)
        }
      }
    }
    expect(joined.length).toBeGreaterThan(80)
  })

  test('the last twelve months against those before name a change for whoever reported all of both', async () => {
    const { figures, compared } = await answerTo('34', '2025-07..2026-06', ['tips_received'], { comparison: 'yoy' })
    expect(compared?.window).toEqual({ from: '2024-06-15', to: '2025-06-14' })
    const told = figures.filter(({ basis, days, daysOf, value }) => basis === 'total' && days === daysOf && value !== null)
    const changed = told.filter((figure) => compared?.changes.get(figure)?.refused === null)
    expect(changed.length).toBeGreaterThan(10)
  })

  test('after the merger the figures of the 23 merged units are refused, those of the 11 others pass', async () => {
    const { figures, refused } = await answerTo('63', '2026-01..2026-06', ['tips_received'])
    const merged = [...dataset.territories.values()].filter(({ set, formedFrom }) => set === '34' && formedFrom.length > 1)
    expect(refused.map(({ unit }) => unit.code)).toEqual(merged.map(({ code }) => code))
    expect(refused).toHaveLength(23)
    const passed = new Set(figures.map(({ territory }) => territory.code))
    expect(passed.size).toBe(11)
    for (const { territory, merged: from } of figures) {
      expect([territory.set, from?.from.length, from?.from[0]?.set, from?.of]).toEqual(['63', 1, '34', 1])
    }
  })
})

/** A cell of a year as the reports have it: whole, in no doubt. Null where it cannot be compared. */
function counted(territory: string, cell: string, window: Window) {
  const found = reduce(territory, cell, window)
  return found?.full && !found.doubtful && found.value !== null ? { ...found, value: found.value } : null
}

const units63 = () => [...dataset.territories.values()].filter(({ set }) => set === '63').map(territoryKey)
const TIPS = 'tips_received||'
const isTips = ({ measure }: LikeForLike) => measure.startsWith('tips_received|total|')

/** Who is in the change of 2024 against 2023: bounds of both times on one side, or of both sides, leave out whoever has them. */
function likeForLikeOf(cell: string) {
  const both = units63().flatMap((unit) => {
    const [now, base] = [counted(unit, cell, YEAR_2024), counted(unit, cell, YEAR_2023)]
    return now && base ? [{ unit, now, base }] : []
  })
  const has = (time: 'now' | 'base', side: 'low' | 'high') => both.some((one) => one[time][side])
  const contradicts = (['now', 'base'] as const).some((time) => has(time, 'low') && has(time, 'high'))
  const isOneSided = (['low', 'high'] as const).some((side) => has('now', side) && has('base', side))
  if (!contradicts && !isOneSided) return { used: both, bounded: [] }
  const isExact = ({ now, base }: (typeof both)[number]) => !now.low && !now.high && !base.low && !base.high
  return { used: both.filter(isExact), bounded: both.filter((one) => !isExact(one)) }
}

describe('2024 against 2023', () => {
  test('counts the provinces with both figures, and names the others', async () => {
    const { compared } = await answerTo('63', '2024', ['tips_received', 'charity_meals', 'charity_gifts'], { comparison: 'yoy' })
    expect(compared?.window).toEqual(YEAR_2023)
    for (const indicator of ['tips_received', 'charity_meals', 'charity_gifts']) {
      const like = compared?.likeForLike.find(({ measure }) => measure.startsWith(`${indicator}|total|`))
      const cell = `${indicator}||`
      const pairs = units63().map((unit) => ({
        unit,
        now: counted(unit, cell, YEAR_2024),
        base: counted(unit, cell, YEAR_2023),
      }))
      const { used, bounded } = likeForLikeOf(cell)
      const sum = (time: 'now' | 'base') => used.reduce((all, one) => all + one[time].value, 0)
      expect(like?.whole, indicator).toEqual(used.map(({ unit }) => unit))
      expect(like?.bounded).toEqual(bounded.map(({ unit }) => unit))
      expect(like?.withoutNow).toEqual(pairs.filter(({ now }) => !now).map(({ unit }) => unit))
      expect(like?.withoutBase).toEqual(pairs.filter(({ base }) => !base).map(({ unit }) => unit))
      expect([like?.change.now.value, like?.change.base?.value]).toEqual([sum('now'), sum('base')])
      expect(like?.change.step?.value).toBe(sum('now') - sum('base'))
      expect(like?.change.percent?.value).toBeCloseTo((100 * (sum('now') - sum('base'))) / sum('base'), 9)
      expect(used.length).toBeGreaterThan(40)
    }
  })

  test.each([
    ['2026-08..2026-10', { from: '2026-07-15', to: '2026-10-14' }, { from: '2025-07-15', to: '2025-10-14' }],
    ['2026-01..2026-06', { from: '2025-12-15', to: '2026-06-14' }, { from: '2024-12-15', to: '2025-06-14' }],
  ] as const)('of %s under the 34 is decided on the units that reported', async (time, now, before) => {
    const { compared } = await answerTo('34', time, ['tips_received'], { comparison: 'yoy' })
    const like = compared?.likeForLike.find(isTips)
    expect(compared?.window).toEqual(before)
    const units = [...dataset.territories.values()].filter(({ set }) => set === '34')
    const both = units.flatMap((unit) => {
      const one = counted(territoryKey(unit), TIPS, now)
      const olds = unit.formedFrom.map((code) => counted(`63:${code}`, TIPS, before))
      const own = counted(territoryKey(unit), TIPS, before)
      const sum = olds.includes(null) ? null : olds.reduce((all, old) => all + (old?.value ?? 0), 0)
      const base = own?.value ?? sum
      return one && base !== null ? [{ unit: territoryKey(unit), now: one.value, base }] : []
    })
    expect(like?.whole.toSorted()).toEqual(both.map(({ unit }) => unit).toSorted())
    expect(like?.partly).toEqual([])
    expect(like?.change.now.value).toBe(both.reduce((sum, one) => sum + one.now, 0))
    expect(like?.change.base?.value).toBe(both.reduce((sum, one) => sum + one.base, 0))
    expect(both.length).toBeGreaterThan(8)
  })
})

describe('per 100,000 people', () => {
  const people = async () => {
    const table = await readNationalTable('denominators')
    return new Map(
      table
        .filter(({ measure }) => measure === 'population')
        .map(({ territory, year, value }) => [`${territory} ${year}`, Number(value)]),
    )
  }

  test('every number of 2024 is that of the ledger over the people of 2024', async () => {
    const population = await people()
    const plain = await answerTo('63', '2024', flows())
    const { figures } = await answerTo('63', '2024', flows(), { normalisation: 'per100k' })
    expect(figures).toHaveLength(plain.figures.length)
    const byKey = new Map(ledger.filter(({ year }) => year === '2024').map((line) => [lineKey(line), line]))
    let compared = 0
    for (const [at, figure] of figures.entries()) {
      const whole = plain.figures[at]?.value ?? null
      if (whole === null) expect(figure.value).toBeNull()
      else {
        // Of fewer days the people are those of their own middle.
        const stretch = rowsOf(figure).flatMap(({ period_start, period_end }) => [period_start, period_end])
        const ends = [stretch.toSorted()[0] ?? '', stretch.toSorted().at(-1) ?? ''].map((day) => Date.parse(day))
        const year = new Date(((ends[0] ?? 0) + (ends[1] ?? 0)) / 2).getUTCFullYear()
        const of = population.get(`${territoryKey(figure.territory)} ${year}`) ?? Number.NaN
        expect(figure.value).toBeCloseTo((whole * 100_000) / of, 9)
        const { denominators = [] } = figure.normalised ?? {}
        expect(denominators.map((one) => `${one.basis} ${one.year}`)).toEqual([`gso_average_extended ${year}`])
        const line = byKey.get(keyOf(figure))
        if (line?.complete !== 'yes' || figure.basis === 'parts_sum') continue
        expect(figure.value).toBeCloseTo((count(line.value) * 100_000) / of, 9)
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(1000)
  })

  test('the largest rise of tips from 2023 to 2024 is told of the province that has it', async () => {
    const population = await people()
    const rate = (unit: string, window: Window, year: number) => {
      const found = counted(unit, TIPS, window)
      return found && (found.value * 100_000) / (population.get(`${unit} ${year}`) ?? Number.NaN)
    }
    const { used, bounded } = likeForLikeOf(TIPS)
    const rises = used
      .map(({ unit }) => ({ unit, rise: (rate(unit, YEAR_2024, 2024) ?? 0) - (rate(unit, YEAR_2023, 2023) ?? 0) }))
      .sort((a, b) => b.rise - a.rise)
    const [first] = rises
    if (!first) throw new Error('nobody reported both years')
    const more = { comparison: 'yoy', normalisation: 'per100k' } as const
    const view = viewOf('63', '2024', ['tips_received'], more)
    const main = mainAnswer(await answerTo('63', '2024', ['tips_received'], more), view, dataset)
    if (!main) throw new Error('no main scale')
    const isBounded = (unit: string) => bounded.some((one) => one.unit === unit)
    const changes = [...(main.answer.compared?.changes.values() ?? [])].filter(
      ({ step, now }) => step && !isBounded(territoryKey(now.territory)),
    )
    const most = changes.reduce((a, b) => ((a.step?.value ?? 0) >= (b.step?.value ?? 0) ? a : b))
    expect(territoryKey(most.now.territory)).toBe(first.unit)
    expect(most.step?.value).toBeCloseTo(first.rise, 9)
    for (const language of ['vi', 'en'] as const) {
      const words = wordsOf(language)
      const told = new Set(main.answer.figures.filter(({ stands }) => stands))
      const sentences = changeSentences({ ...main, dataset, words, language }, told, told).map(plainSentence)
      const name = dataset.territories.get(first.unit)?.name[language]
      expect(sentences.filter((sentence) => sentence.startsWith(`${words.compare.mostUp}${name} `))).toHaveLength(1)
      // How the sum changed is told of those with both figures, before anything else.
      expect(sentences[0]).toContain(words.compare.likeForLike(rises.length))
      const names = bounded.map(({ unit }) => dataset.territories.get(unit)?.name[language] ?? '')
      const sorted = names.toSorted(new Intl.Collator('vi').compare)
      expect(sentences.includes(words.compare.bounded(sorted))).toBe(names.length > 0)
    }
  })
})

describe('targets of 2024', () => {
  test('are reached by what the ledger says of them', async () => {
    const targets = (await readNationalTable('targets')).filter(
      ({ period_start, period_end }) => period_start === YEAR_2024.from && period_end === YEAR_2024.to,
    )
    const codes = [...new Set(targets.map(({ indicator_code }) => indicator_code ?? ''))]
    const { compared } = await answerTo('63', '2024', codes, { comparison: 'target' })
    const byKey = new Map(ledger.filter(({ year }) => year === '2024').map((line) => [lineKey(line), line]))
    const shares = new Map([...(compared?.targets ?? [])].map(([figure, against]) => [keyOf(figure), against]))
    let seen = 0
    for (const { territory, indicator_code, target } of targets) {
      const key = `${territory} ${indicator_code}||`
      const found = shares.get(key)
      const cell = reduce(territory ?? '', `${indicator_code}||`, YEAR_2024)
      if (!cell?.full || cell.doubtful || cell.value === null) {
        expect(found, key).toBeUndefined()
        continue
      }
      expect(found?.target).toBe(Number(target))
      expect(found?.share.value).toBeCloseTo((100 * cell.value) / Number(target), 9)
      const line = byKey.get(key)
      if (line?.complete === 'yes') expect(found?.share.value).toBeCloseTo((100 * count(line.value)) / Number(target), 9)
      seen += 1
    }
    expect(shares.size).toBe(seen)
    expect(seen).toBeGreaterThan(80)
  })

  test('of old units are those of the merged ones, where all have one', async () => {
    const { compared } = await answerTo('34', '2024', ['tips_received'], { comparison: 'target' })
    const target = new Map(
      (await readNationalTable('targets'))
        .filter(({ period_start, indicator_code }) => period_start === YEAR_2024.from && indicator_code === 'tips_received')
        .map(({ territory, target: value }) => [territory, Number(value)]),
    )
    const found = new Map([...(compared?.targets ?? [])].map(([figure, { target: of }]) => [territoryKey(figure.territory), of]))
    for (const [unit, of] of found) {
      const olds = dataset.territories.get(unit)?.formedFrom.map((code) => target.get(`63:${code}`)) ?? []
      expect(of).toBe(olds.reduce<number>((sum, one) => sum + (one ?? Number.NaN), 0))
    }
    expect(found.size).toBeGreaterThan(10)
  })
})

test('peers of 2024 are the other provinces of the group, by their mean', async () => {
  const groups = await readNationalTable('groups')
  const { compared } = await answerTo('63', '2024', ['tips_received'], { comparison: 'peers' })
  const found = [...(compared?.peers ?? [])].filter(([figure]) => cellOfFigure(figure) === TIPS)
  expect(found.length).toBeGreaterThan(40)
  for (const [figure, { group, change, place, of, missing }] of found) {
    const unit = territoryKey(figure.territory)
    const mine = groups.find(({ territory }) => territory === unit)?.group
    const members = groups.filter(({ group: id }) => id === mine).map(({ territory }) => territory ?? '')
    const numbers = members.map((member) => ({ member, number: counted(member, TIPS, YEAR_2024) }))
    const others = numbers.flatMap(({ member, number }) => (number && member !== unit ? [number.value] : []))
    expect(group.id).toBe(mine)
    expect(change.base?.value).toBeCloseTo(others.reduce((a, b) => a + b, 0) / others.length, 9)
    expect([place, of]).toEqual([1 + others.filter((value) => value > (figure.value ?? 0)).length, others.length + 1])
    expect(missing).toEqual(numbers.filter(({ number }) => !number).map(({ member }) => member))
  }
})

test('rows stand where the figures say', async () => {
  const { figures } = await answerTo('63', '2024', flows())
  const wrong = figures.filter((figure) =>
    rowsOf(figure).some(
      (row) =>
        `${row.territory_set}:${row.province_code}` !== territoryKey(figure.territory) ||
        (figure.basis !== 'parts_sum' && cellOf(row) !== cellOfFigure(figure)),
    ),
  )
  expect(wrong).toEqual([])
})

// Between the lists each could fill its days from rows that straddle the edges; the other has them already.
test.each(['2025-H2', '2025-Q3', '2025'])('what has all days of %s is no estimate where days are shared out', async (time) => {
  const tips = ['tips_received']
  const plain = await answerTo('34', time, tips)
  const shared = await answerTo('34', time, tips, { straddling: 'share' })
  const keyOf = ({ territory, breakdownKey, breakdownValues, scope }: Figure) =>
    [territoryKey(territory), breakdownKey, breakdownValues, scope].join(' ')
  const of = new Map(shared.figures.map((figure) => [keyOf(figure), figure]))
  const complete = plain.figures.filter(({ days, daysOf }) => days !== null && days === daysOf)
  expect(complete.length).toBeGreaterThan(20)
  for (const figure of complete) expect(of.get(keyOf(figure)), keyOf(figure)).toEqual(figure)
  const partly = plain.figures.filter(({ days, daysOf }) => days !== daysOf)
  for (const figure of partly) expect(of.get(keyOf(figure))?.days ?? 0, keyOf(figure)).toBeGreaterThanOrEqual(figure.days ?? 0)
})

/** The headline of a view of tips, and the days that it is of. */
async function headlineFor(units: '63' | '34', time: string | View['time'], more: Partial<View> = {}) {
  const base = viewOf(units, '2025', ['tips_received'], more)
  const view = typeof time === 'string' ? viewOf(units, time, ['tips_received'], more) : { ...base, time }
  const spoken = spokenOf({ answer: await read(view), view, dataset })
  const { finding, stretch } = headlineSentence({ ...spoken, words: wordsOf('vi'), language: 'vi' })
  return { text: plainSentence(finding), stretch }
}

test('the counts of the headline of 2025 on the list of 63 are those of the rows, for the days that it tells', async () => {
  const TO_JULY: Window = { from: '2024-12-15', to: '2025-07-14' }
  const all = units63().flatMap((unit) => {
    const found = counted(unit, TIPS, TO_JULY)
    return found ? [{ unit, value: found.value }] : []
  })
  const sum = (some: typeof all) => some.reduce((total, { value }) => total + value, 0).toLocaleString('vi-VN')
  // The eleven provinces that were not merged went on reporting under their names.
  const wentOn = all.filter(({ unit }) => isAlone(unit))
  const just = all.filter((one) => !wentOn.includes(one))
  expect([all.length, wentOn.length, just.length]).toEqual([61, 11, 50])
  const { text, stretch } = await headlineFor('63', '2025')
  expect(text).toContain(`${just.length}/63 địa phương có số riêng của những ngày này`)
  expect(text).toContain(
    `, ${wentOn.length} địa phương khác có số của nhiều ngày hơn: cộng ${just.length} địa phương được trên ${sum(just)}`,
  )
  const highest = just.toSorted((a, b) => b.value - a.value)[0] as (typeof all)[number]
  const name = dataset.territories.get(highest.unit as `63:${string}`)?.name.vi
  expect(text).toContain(`trong 50 địa phương này cao nhất là ${name} ${highest.value.toLocaleString('vi-VN')}`)
  expect(stretch).toEqual({ start: TO_JULY.from, end: TO_JULY.to })
  const offered = stretch && choiceOfDays(stretch, dataset.calendar)
  const { text: then } = await headlineFor('63', offered ?? '2025')
  expect(then).toContain(`${all.length}/63 địa phương có số đủ ngày`)
  expect(then).toContain(`cộng ${all.length} địa phương được trên ${sum(all)} nguồn tin`)
})

/** Whether the unit of today with the same people was made of it alone. */
function isAlone(unit: string): boolean {
  const now = [...dataset.territories.values()].find(({ set, formedFrom }) => set === '34' && formedFrom.includes(unit.slice(3)))
  return now?.formedFrom.length === 1
}

test('of numbers that are shared out by days the headline says that they are estimates, and whose', async () => {
  const { figures } = await answerTo('34', '2025-07', ['tips_received'], { straddling: 'share' })
  const names = figures
    .filter(({ stands, estimated, breakdownKey }) => stands && estimated && breakdownKey === '')
    .map(({ territory }) => dataset.territories.get(territoryKey(territory))?.name.vi)
  expect(names.length).toBeGreaterThan(0)
  const { text } = await headlineFor('34', '2025-07', { straddling: 'share' })
  expect(text).toContain(`, trong đó ${names.length} địa phương có số ước tính (${names.join(', ')}): cộng 34 địa phương`)
})
