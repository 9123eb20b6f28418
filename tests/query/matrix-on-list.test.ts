import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { ExpectedReport } from '../../src/model/expected-report.ts'
import type { Observation } from '../../src/model/observation.ts'
import { type Bucket, bucketsBetween } from '../../src/model/rhythm.ts'
import { readTerritoryKey, type TerritoryKey, type TerritorySet } from '../../src/model/territory.ts'
import { type MatrixQuestion, withinYearQuestion, yearsQuestion } from '../../src/query/coverage-matrix-query.ts'
import { dropSql } from '../../src/query/resolve/load-statements.ts'
import { readReport } from '../../src/query/resolve/read-report.ts'
import { loadWorld } from '../support/load-world.ts'
import { type Ask, askMatrix, linesByFigures, linesOf } from '../support/matrix-by-figures.ts'
import { openNational, type Reported, readReported } from '../support/national-simulated.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { observation } from '../support/observation.ts'
import { openPublicReports } from '../support/public-reports.ts'
import { worldArbitrary, worldMeta } from '../support/small-worlds.ts'
import { bothLists } from '../support/units.ts'

const SETS: readonly TerritorySet[] = ['34', '63']

describe('the simulated country', () => {
  let dataset: Dataset
  let ask: Ask
  let rows: readonly Reported[]
  beforeAll(async () => {
    const national = await openNational()
    dataset = national.opened.dataset
    ask = national.ask
    rows = (await readReported()).filter((row) => row.indicator_code === 'tips_received' && row.breakdown_key === '')
  }, 240_000)

  test.each(['tips_received', 'charity_houses', 'commune_police_coverage_share'])(
    'says of %s what the figures of every stretch come to, on both lists',
    async (indicator) => {
      for (const set of SETS) {
        const questions = [yearsQuestion(dataset, indicator, set), withinYearQuestion(dataset, indicator, set, 2025)]
        for (const question of questions.filter((one) => one !== null)) {
          const { matrix } = await askMatrix(question, dataset, ask)
          const expected = (await linesByFigures(question, dataset, ask)).toSorted()
          // What came with a report of two months of a merged province is refused too, though it is of no one month.
          const longer = linesOf(matrix).filter((line) => line.endsWith('refused') && !expected.includes(line))
          expect(expected.length).toBeGreaterThan(30)
          expect([...expected, ...longer].toSorted()).toEqual(linesOf(matrix).toSorted())
          expect(longer.length).toBeLessThan(10)
        }
      }
    },
    240_000,
  )

  test('months before the change say how many of its old units reported, as their rows do', async () => {
    const question = monthsOf2025('34')
    const { matrix } = await askMatrix(question, dataset, ask)
    const seen = { all: 0, some: 0, none: 0 }
    for (const { place, cells } of matrix.rows) {
      const old = dataset.territories.get(place)?.formedFrom ?? []
      matrix.columns.slice(0, 7).forEach((column, at) => {
        const cell = cells[at]
        const n = old.filter((code) => hasRow(`63:${code}`, column as Bucket)).length
        const said = cell?.units?.n ?? (cell?.state === 'number' ? old.length : 0)
        expect(`${place} ${at} ${said}`).toBe(`${place} ${at} ${n}`)
        seen[n === old.length ? 'all' : n > 0 ? 'some' : 'none'] += 1
      })
    }
    expect(seen.all).toBeGreaterThan(200)
    expect(seen.some).toBeGreaterThan(3)
    expect(seen.none).toBeGreaterThan(0)
  })

  test('after the change reports of the eleven pass to the old list, and those of merged provinces are refused', async () => {
    const { matrix } = await askMatrix(monthsOf2025('63'), dataset, ask)
    const seen = { passed: 0, refused: 0 }
    matrix.columns.slice(7).forEach((column, nth) => {
      for (const { place, cells } of matrix.rows) {
        const unit: TerritoryKey = `34:${dataset.territories.get(place)?.mergedInto}`
        const isAlone = dataset.territories.get(unit)?.formedFrom.length === 1
        const state = cells[nth + 7]?.state
        if (hasRow(unit, column as Bucket)) expect(`${place} ${state}`).toBe(`${place} ${isAlone ? 'number' : 'refused'}`)
        else expect(['refused', 'overdue', 'in_longer', 'awaited']).toContain(state)
        expect(state).not.toBe('not_mentioned')
        seen[isAlone ? 'passed' : 'refused'] += 1
      }
    })
    expect(seen).toEqual({ passed: 55, refused: 260 })
  })

  test('every overdue report is counted once on either list', async () => {
    for (const set of SETS) {
      const { matrix, owed } = await askMatrix(monthsOf2025(set), dataset, ask)
      const missing = owed.filter((one) => one.overdue && one.grain === 'month').reduce((sum, one) => sum + one.missing.length, 0)
      expect(missing).toBeGreaterThan(5)
      expect(matrix.overdue.reduce((sum, n) => sum + n, 0)).toBe(missing)
      const places = matrix.columns.map((_, at) => matrix.rows.filter(({ cells }) => cells[at]).length)
      expect(new Set(places)).toEqual(new Set([Number(set)]))
    }
  })

  function monthsOf2025(set: TerritorySet): MatrixQuestion {
    const question = withinYearQuestion(dataset, 'tips_received', set, 2025)
    if (!question) throw new Error('no months')
    return question
  }

  function hasRow(unit: string, { from, to }: Bucket): boolean {
    return rows.some(
      (row) =>
        `${row.territory_set}:${row.province_code}` === unit &&
        row.period_start === from &&
        row.period_end === to &&
        row.unit_level === 'tinh' &&
        row.scope_vi === '',
    )
  }
})

test('the published reports stand on both lists as their figures do', async () => {
  const { workspace, dataset } = await openPublicReports()
  const ask: Ask = (sql) => workspace.ask('public-reports', sql)
  let said = 0
  for (const { code } of dataset.indicators.filter((_, nth) => nth % 2 === 0)) {
    const question = yearsQuestion(dataset, code, '34')
    const { matrix } = await askMatrix(question, dataset, ask)
    expect(linesOf(matrix).toSorted(), code).toEqual((await linesByFigures(question, dataset, ask)).toSorted())
    said += linesOf(matrix).length
  }
  expect(said).toBeGreaterThan(5)
})

describe('by hand', () => {
  let database: Database
  let number = 0
  beforeAll(async () => {
    database = await openNodeDatabase()
  })
  afterAll(() => database.close())
  const ask: Ask = (sql) => database.query(sql)
  const first = { periodStart: '2025-01-01', periodEnd: '2025-06-30' }
  const second = { periodStart: '2025-07-01', periodEnd: '2025-12-31' }
  const old = (provinceCode: string, more: Partial<Observation> = {}) => ({
    territorySet: '63' as const,
    provinceCode,
    ...first,
    ...more,
  })
  const now = (provinceCode: string, more: Partial<Observation> = {}) => ({
    territorySet: '34' as const,
    provinceCode,
    ...second,
    ...more,
  })

  /** Rows of `place state` for the halves of 2025, then for the whole year. */
  async function halves(set: TerritorySet, rows: readonly Partial<Observation>[], expected: readonly ExpectedReport[] = []) {
    const schema = `ds_l${++number}`
    const reporters: TerritoryKey[] = ['63:01', '63:74', '63:77', '63:79', '34:01', '34:79']
    const meta = { ...worldMeta(schema), territories: bothLists(), reporters, territorySets: SETS, expected, asOf: '2026-06-01' }
    const typed = rows.map((row, at) => observation({ indicator: 'flow', ...row, row: at }))
    const { years, latestDay, rhythms, seams } = readReport(await loadWorld(database, schema, typed, '01-01', meta))
    const dataset: Dataset = { ...meta, years, latestDay, rhythms, seams }
    const buckets = bucketsBetween('2025-01-01', '2025-12-31', 'half')
    const inHalves: MatrixQuestion = { indicator: 'flow', set, grain: 'half', buckets, hasRest: false }
    const questions = [inHalves, yearsQuestion(dataset, 'flow', set)]
    const lines = new Map<string, string[]>()
    for (const question of questions) {
      const { matrix } = await askMatrix(question, dataset, ask)
      expect(linesOf(matrix).toSorted()).toEqual((await linesByFigures(question, dataset, ask)).toSorted())
      for (const { place, cells } of matrix.rows) {
        const said = cells.map(({ state, units, days }) => [
          state,
          units && `${units.n}/${units.of}`,
          state === 'some_days' && days,
        ])
        lines.set(place, [...(lines.get(place) ?? []), ...said.map((all) => all.filter(Boolean).join(' '))])
      }
    }
    await database.query(dropSql(schema))
    return Object.fromEntries(lines)
  }

  test('random rows of both lists stand as their figures do', async () => {
    const units: readonly TerritoryKey[] = ['63:74', '63:77', '63:79', '34:79', '63:01', '34:01', '63:02', '63:08', '34:08']
    let said = 0
    for (const [nth, world] of fc.sample(worldArbitrary, { numRuns: 5, seed: 7 }).entries()) {
      const of = fc.sample(fc.constantFrom(...units), { numRuns: world.length, seed: nth })
      const rows = world.map((row, at): Observation => {
        const unit = readTerritoryKey(of[at] ?? '')
        return unit ? { ...row, territorySet: unit.set, provinceCode: unit.code } : row
      })
      const schema = `ds_r${nth}`
      const meta = { ...worldMeta(schema), territories: bothLists(), reporters: units, territorySets: SETS }
      const { years, latestDay, rhythms, seams } = readReport(await loadWorld(database, schema, rows, '01-01', meta))
      const dataset: Dataset = { ...meta, years, latestDay, rhythms, seams }
      for (const indicator of ['flow', 'stock', 'printed']) {
        for (const set of SETS) {
          const buckets = bucketsBetween('2023-01-01', '2024-12-31', 'half')
          const question: MatrixQuestion = { indicator, set, grain: 'half', buckets, hasRest: false }
          const lines = linesOf((await askMatrix(question, dataset, ask)).matrix).toSorted()
          const label = `world ${nth} ${indicator} ${set}`
          expect(lines, label).toEqual((await linesByFigures(question, dataset, ask)).toSorted())
          said += lines.length
        }
      }
      await database.query(dropSql(schema))
    }
    expect(said).toBeGreaterThan(50)
  }, 120_000)

  test('a half on each list is one year of Hà Nội on either', async () => {
    const rows = [old('01'), now('01')]
    expect(await halves('34', rows)).toMatchObject({ '34:01': ['number', 'number', 'number'] })
    expect(await halves('63', rows)).toMatchObject({ '63:01': ['number', 'number', 'number'] })
  })

  test('two of three old units are no figure of the new one, all three are', async () => {
    const two = [old('74'), old('79'), now('79')]
    expect(await halves('34', two)).toEqual({
      '34:01': ['not_mentioned', 'not_mentioned', 'not_mentioned'],
      '34:79': ['some_units 2/3', 'number', 'some_days 184'],
    })
    expect(await halves('34', [...two, old('77')])).toMatchObject({ '34:79': ['number', 'number', 'number'] })
    const ofOtherKind = old('77', { breakdownKey: 'kind', breakdownValue: 'x' })
    expect(await halves('34', [...two, ofOtherKind])).toMatchObject({ '34:79': ['some_units 3/3', 'number', 'some_days 184'] })
    expect(await halves('34', [...two, old('77', { needsVerification: true })])).toMatchObject({
      '34:79': ['some_units 3/3', 'number', 'some_days 184'],
    })
  })

  test('what is kept back, said in words or of a part of an old unit is no number', async () => {
    const kept = { value: null, status: 'suppressed' as const }
    const inWords = { value: null, qualifier: 'unquantified' as const, qualifierWord: 'nhiều' }
    expect(await halves('34', [old('74', kept), now('79')])).toMatchObject({ '34:79': ['withheld', 'number', 'some_days 184'] })
    expect(await halves('34', [old('74', inWords), now('79')])).toMatchObject({
      '34:79': ['some_units 1/3', 'number', 'some_days 184'],
    })
    expect(await halves('34', [old('01', inWords), now('01')])).toMatchObject({
      '34:01': ['in_words', 'number', 'number'],
    })
    expect(await halves('34', [old('74', { scopeVi: 'một thị xã' }), now('79')])).toMatchObject({
      '34:79': ['some_units 1/3', 'number', 'some_days 184'],
    })
  })

  test('the figure of a merged unit is refused to its old ones, and only while there is one', async () => {
    const found = await halves('63', [old('74'), old('77'), now('79')])
    expect(found).toMatchObject({
      '63:01': ['not_mentioned', 'not_mentioned', 'not_mentioned'],
      '63:74': ['number', 'refused', 'some_days 181'],
      '63:79': ['not_mentioned', 'refused', 'refused'],
    })
  })

  test('what an old unit owes is owed of the new one', async () => {
    const half = { indicator: 'flow', grain: 'half' as const, dueDays: 10 }
    const expected: ExpectedReport[] = [
      { ...half, territorySet: '63', from: '2025-01-01', to: '2025-06-30' },
      { ...half, territorySet: '34', from: '2025-07-01', to: '2025-12-31' },
    ]
    const rows = [old('74'), old('77'), old('79'), now('01')]
    expect(await halves('34', rows, expected)).toEqual({
      '34:01': ['overdue', 'number', 'some_days 184'],
      '34:79': ['number', 'overdue', 'some_days 181'],
    })
    expect(await halves('63', rows, expected)).toMatchObject({
      '63:01': ['overdue', 'number', 'some_days 184'],
      '63:77': ['number', 'overdue', 'some_days 181'],
    })
  })
})
