import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCatalog, readReference } from '../../src/data/catalog.ts'
import type { Database } from '../../src/data/database.ts'
import { createWorkspace } from '../../src/data/workspace.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { ResultSet } from '../../src/model/result-set.ts'
import { reasonFor } from '../../src/model/rules/grounds.ts'
import { resolveRows } from '../../src/model/rules/resolve-rows.ts'
import type { ResolvedRow, RuleBook } from '../../src/model/rules/resolved-row.ts'
import { groupBy, rivalKey, sameFigureKey } from '../../src/model/rules/standing.ts'
import { differs } from '../../src/model/rules/time.ts'
import { figuresSql } from '../../src/query/figures/figures-sql.ts'
import { readFigures } from '../../src/query/figures/read-figures.ts'
import {
  classRowsSql,
  FINDING_KINDS,
  type Finding,
  type FindingKind,
  findingsSql,
  readFindings,
} from '../../src/query/findings-query.ts'
import { groundsSql, readGrounds } from '../../src/query/grounds-query.ts'
import {
  accountSql,
  ROW_CLASSES,
  type RowClass,
  readAccount,
  readSourceCounts,
  readWithheld,
  sourceCountsSql,
  withheldSql,
} from '../../src/query/quality-query.ts'
import { dropSql } from '../../src/query/resolve/load-statements.ts'
import { catalogUrl, fetchFromDisk, readRecords } from '../support/dataset-files.ts'
import { loadWorld } from '../support/load-world.ts'
import {
  cellOf,
  openNational,
  type Reported,
  readLedger,
  readNationalTable,
  readReported,
  territoryOf,
} from '../support/national-simulated.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { observations } from '../support/observation.ts'
import { openPublicReports } from '../support/public-reports.ts'
import { worldArbitrary, worldBook } from '../support/small-worlds.ts'

type Ask = (sql: string) => Promise<ResultSet>

const ALL = 1_000_000
const listed = async (ask: Ask, schema: string, kind: FindingKind, most = ALL) =>
  readFindings(await ask(findingsSql(schema, kind, most)))

describe.each(['public-reports', 'demo-simulated'])('%s', (id) => {
  let schema: string
  let ask: Ask
  let book: RuleBook
  let records: Record<string, string>[]
  beforeAll(async () => {
    records = await readRecords(`${id}/observations.csv`)
    const catalog = await readCatalog(fetchFromDisk, catalogUrl)
    const reference = await readReference(fetchFromDisk, catalog)
    const parts = { catalog, ...reference, fetchBytes: fetchFromDisk, startEngine: openNodeDatabase, format: 'csv' as const }
    const workspace = createWorkspace(parts)
    const { dataset } = await workspace.open(id)
    schema = dataset.schema
    ask = (sql) => workspace.ask(id, sql)
    book = {
      indicators: new Map(dataset.indicators.map((one) => [one.code, one])),
      sources: new Map(dataset.sources.map((one) => [one.id, one])),
      rules: new Map(dataset.breakdowns.map((one) => [`${one.indicator} ${one.key}`, one.rule])),
    }
  }, 120_000)

  test('every row of the file is of one class, as the rules say of the CSV', async () => {
    const account = readAccount(await ask(accountSql(schema)))
    const rows = resolveRows(observationsOf(records), book)
    expect(Object.fromEntries(account)).toEqual(countsOf(rows))
    expect([...account.values()].reduce((a, b) => a + b, 0)).toBe(records.length)
  })

  test('the rows of a class are those of the CSV that are of it', async () => {
    const rows = resolveRows(observationsOf(records), book)
    for (const name of ROW_CLASSES) {
      const { findings, all } = readFindings(await ask(classRowsSql(schema, name, 7)))
      const expected = rows.filter((row) => classOf(row) === name)
      expect(all).toBe(expected.length === 0 ? 0 : expected.length)
      expect(findings.map(({ row }) => row)).toEqual(expected.slice(0, 7).map(({ row }) => row))
      for (const { row, printed, sourceId } of findings) {
        expect([printed, sourceId]).toEqual([records[row]?.printed, records[row]?.source_id])
      }
    }
  })

  test('sources are counted as the CSV has them', async () => {
    const counts = readSourceCounts(await ask(sourceCountsSql(schema)))
    const groups = groupBy(records, (record) => record.source_id ?? '')
    expect(counts.map(({ sourceId, rows }) => [sourceId, rows]).sort()).toEqual(
      [...groups].map(([source, all]) => [source, all.length]).sort(),
    )
    for (const { sourceId, units } of counts) {
      const own = groups.get(sourceId) ?? []
      const of = (set: string) => new Set(own.filter((one) => one.territory_set === set).map((one) => one.province_code)).size
      expect(units).toEqual({ '63': of('63'), '34': of('34') })
    }
  })

  test('figures to verify are those that the CSV gives a reason for, with the reason in both languages', async () => {
    const { findings, all } = await listed(ask, schema, 'verify')
    const doubted = records.flatMap((record, row) => (record.verify_vi === '' ? [] : [{ row, record }]))
    expect(all).toBe(doubted.length)
    expect(findings.map(({ row, verify }) => [row, verify.vi, verify.en])).toEqual(
      doubted.map(({ row, record }) => [row, record.verify_vi, record.verify_en]),
    )
  })
})

test('the published reports: two entries of grenades were added, nothing else disagrees', async () => {
  const { workspace, dataset } = await openPublicReports()
  const ask: Ask = (sql) => workspace.ask('public-reports', sql)
  const counts: Partial<Record<FindingKind, number>> = {}
  for (const kind of FINDING_KINDS) counts[kind] = (await listed(ask, dataset.schema, kind)).all
  expect(counts).toEqual({ verify: 5, mismatch: 0, finer: 0, crossing: 0, sources: 0, same_key: 1 })
  const [grenades] = (await listed(ask, dataset.schema, 'same_key')).findings
  expect(grenades).toMatchObject({ printed: '31 lựu đạn', other: { printed: '01 lựu đạn' }, here: 32, terms: 2, place: '63:36' })
})

test('the simulated reports of the nation: what was put in on purpose is found', async () => {
  const { opened, ask } = await openNational()
  const { schema } = opened.dataset
  const ledger = await readLedger('traps')
  const trapped = (name: string) => ledger.filter(({ trap }) => trap === name).map((one) => one.observation_id)
  const reported = await readReported()
  const idOf = (finding: Finding) => reported[finding.row]?.observation_id

  const account = readAccount(await ask(accountSql(schema)))
  expect([...account.values()].reduce((a, b) => a + b, 0)).toBe(reported.length)
  expect(account.get('revised')).toBe(trapped('replaced').length)
  expect(account.get('suppressed')).toBe(reported.filter(({ status }) => status === 'suppressed').length)
  const withheld = readWithheld(await ask(withheldSql(schema)))
  expect(withheld.reduce((sum, one) => sum + one.suppressed, 0)).toBe(account.get('suppressed'))
  expect(withheld.reduce((sum, one) => sum + one.notApplicable, 0)).toBe(account.get('not_applicable'))
  for (const { indicator, rows } of withheld) {
    expect(rows).toBe(reported.filter((row) => row.indicator_code === indicator).length)
  }

  expect((await listed(ask, schema, 'verify')).findings.map(idOf).sort()).toEqual(trapped('suspect').sort())
  const mismatched = new Set((await listed(ask, schema, 'mismatch')).findings.map(idOf))
  expect(trapped('parts_differ').filter((id) => !mismatched.has(id))).toEqual([])
  // Rows of one key by two sources, the newest revision of each: a stock is of its day, all else of days that are known.
  const indicators = await readNationalTable('indicators')
  const stocks = new Set(indicators.filter(({ aggregation }) => aggregation === 'last').map((one) => one.indicator_code))
  const isStock = (row: Reported) => stocks.has(row.indicator_code)
  const dated = reported.filter((row) => row.period_end !== '' && (isStock(row) || row.period_start !== ''))
  const keyed = groupBy(dated, (row) =>
    [territoryOf(row), cellOf(row), row.period_end, ...(isStock(row) ? [] : [row.period_start, row.period_basis])].join('|'),
  )
  const twice = [...keyed.values()]
    .map((group) =>
      [...groupBy(group, (row) => row.source_id).values()].map((own) => own.reduce((a, b) => (b.revision > a.revision ? b : a))),
    )
    .filter((newest) => newest.length > 1)
  const disagreeing = twice.filter((all) => new Set(all.map(({ value, qualifier }) => `${value} ${qualifier}`)).size > 1)
  expect(account.get('other_source')).toBe(twice.reduce((sum, all) => sum + all.length - 1, 0))
  expect((await listed(ask, schema, 'sources')).all).toBe(disagreeing.length)
  for (const ofStocks of [true, false]) {
    const some = disagreeing.filter(([row]) => row && isStock(row) === ofStocks)
    expect(some.length).toBeGreaterThan(ofStocks ? 200 : 500)
  }
  const cut = await listed(ask, schema, 'finer', 50)
  expect(cut.findings.length).toBe(50)
  expect(cut.all).toBe((await listed(ask, schema, 'finer')).findings.length)
}, 180_000)

describe('random worlds', () => {
  let database: Database
  beforeAll(async () => {
    database = await openNodeDatabase()
  })
  afterAll(() => database.close())

  test('two sources with other numbers of a stock on one day: one stands, the other is told in its grounds and counted', async () => {
    const stock = { indicator: 'stock', unit: 'tip', periodStart: null, periodEnd: '2024-12-31' } as const
    const said = [
      { ...stock, sourceId: 'B', value: 8 },
      { ...stock, sourceId: 'A', value: 7 },
      { ...stock, sourceId: 'B', value: 9, periodEnd: '2024-06-30' },
    ] as const
    await loadWorld(database, 'ds_day', observations(said))
    const ask: Ask = (sql) => database.query(sql)
    const question = { schema: 'ds_day', window: null, indicators: null, territories: null, filter: {} }
    const [figure] = readFigures(await ask(figuresSql(question)))
    if (!figure) throw new Error('no figure')
    expect(figure).toMatchObject({ value: 7, terms: [1] })
    const grounds = readGrounds(await ask(groundsSql('ds_day', figure, [])))
    const context = { figure, window: null, filter: {}, ruleOf: () => 'not_additive' as const }
    expect(grounds.map((row) => reasonFor(row, context))).toEqual(['other_source', null, 'older'])
    const account = readAccount(await ask(accountSql('ds_day')))
    expect([account.get('whole'), account.get('other_source')]).toEqual([2, 1])
    const { findings } = await listed(ask, 'ds_day', 'sources')
    expect(findings.map(({ row, other, here, there }) => [row, other?.row, here, there])).toEqual([[1, 0, 7, 8]])
    await database.query(dropSql('ds_day'))
  })

  test('classes and findings are what the rules give', async () => {
    const seen = new Map<string, number>()
    let number = 0
    await fc.assert(
      fc.asyncProperty(worldArbitrary.map(withRareOnes), async (world) => {
        const schema = `ds_q${++number}`
        await loadWorld(database, schema, world)
        const rows = resolveRows(world, worldBook())
        const ask: Ask = (sql) => database.query(sql)
        const account = readAccount(await ask(accountSql(schema)))
        expect(Object.fromEntries(account)).toEqual(countsOf(rows))
        for (const [name, n] of account) seen.set(name, (seen.get(name) ?? 0) + n)
        for (const kind of FINDING_KINDS) {
          const { findings, all } = await listed(ask, schema, kind)
          const expected = EXPECTED[kind](rows)
            .map((pair) => pair.join(' '))
            .sort()
          expect(findings.map((one) => [one.row, one.other?.row ?? '', one.byKey].join(' ')).sort(), kind).toEqual(expected)
          expect(all).toBe(expected.length)
          seen.set(kind, (seen.get(kind) ?? 0) + expected.length)
        }
        await database.query(dropSql(schema))
      }),
      { numRuns: 40, seed: 20261122 },
    )
    for (const name of [...ROW_CLASSES, ...FINDING_KINDS]) expect(seen.get(name) ?? 0, `never "${name}"`).toBeGreaterThan(0)
  }, 240_000)
})

/** What chance does not make: reports that overlap, and an addition to a figure of its own source. */
function withRareOnes(world: readonly Observation[]): readonly Observation[] {
  const flow = world.find((row) => row.indicator === 'flow' && row.unitLevel === 'tinh' && row.scopeVi === '')
  if (!flow) return world
  const rare: readonly Partial<Observation>[] = [
    { periodStart: '2024-01-01', periodEnd: '2024-03-31' },
    { periodStart: '2024-02-15', periodEnd: '2024-05-14' },
    { unitLevel: 'phong', unitName: 'Phòng', scopeVi: 'chỉ Phòng', scopeEn: 'en', levelRelation: 'additional' },
  ]
  return [...world, ...rare.map((change) => ({ ...flow, ...change }))].map((row, at) => ({ ...row, row: at }))
}

function classOf(row: ResolvedRow): RowClass {
  if (row.leftOut !== null) return row.leftOut
  if (row.status === 'suppressed' || row.status === 'not_applicable') return row.status
  if (row.value === null) return 'in_words'
  if (row.figureScope !== '') return 'scoped'
  if (row.unitLevel !== 'tinh' || row.scopeVi !== '') return 'added'
  return row.breakdownKey === '' ? 'whole' : 'part'
}

function countsOf(rows: readonly ResolvedRow[]): Record<string, number> {
  return Object.fromEntries(ROW_CLASSES.map((name) => [name, rows.filter((row) => classOf(row) === name).length]))
}

type Found = readonly [row: number, other: number | '', byKey: string]

const firstOf = (rows: readonly ResolvedRow[]) => Math.min(...rows.map(({ row }) => row))
const sumOf = (rows: readonly ResolvedRow[]) => rows.reduce((sum, { value }) => sum + (value ?? 0), 0)
const isExact = (rows: readonly ResolvedRow[]) =>
  rows.every(({ value, qualifier }) => value !== null && (qualifier === 'exact' || qualifier === 'unquantified')) &&
  new Set(rows.map(({ unit }) => unit)).size === 1 &&
  (rows.length === 1 || ['sum', 'last'].includes(rows[0]?.aggregation ?? ''))
const seriesOf = (one: ResolvedRow) =>
  JSON.stringify(
    [one.provinceCode, one.unitLevel === 'tinh' && one.scopeVi === '' ? '' : [one.unitLevel, one.unitName, one.scopeVi]].concat([
      one.levelRelation,
      one.indicator,
      one.breakdownKey,
      one.breakdownValue,
    ]),
  )

/** What stands in figures, flows of known days by what they say and when. */
function flowsOf(rows: readonly ResolvedRow[]): ResolvedRow[][] {
  const flows = rows.filter(
    (row) => row.leftOut === null && row.aggregation === 'sum' && row.periodStart !== null && row.periodEnd !== null,
  )
  return [...groupBy(flows, (row) => `${seriesOf(row)} ${row.periodStart} ${row.periodEnd}`).values()]
}

/** By plain loops over all rows. */
const EXPECTED: Readonly<Record<FindingKind, (rows: readonly ResolvedRow[]) => Found[]>> = {
  verify: (rows) => rows.filter((row) => row.needsVerification).map(({ row }) => [row, '', '']),
  mismatch: (rows) => {
    const { rules } = worldBook()
    const standing = rows.filter((row) => row.leftOut === null)
    const groups = groupBy(standing, (row) => JSON.stringify([row.provinceCode, row.indicator, row.figureScope, row.periodKey]))
    return [...groups.values()].flatMap((group) => {
      const total = group.filter((row) => row.breakdownKey === '')
      const keys = [...new Set(group.map((row) => row.breakdownKey))].filter(
        (key) => rules.get(`${group[0]?.indicator} ${key}`) === 'additive',
      )
      return keys.flatMap((key): Found[] => {
        const parts = group.filter((row) => row.breakdownKey === key)
        if (total.length === 0 || !isExact(total) || !isExact(parts) || total[0]?.unit !== parts[0]?.unit) return []
        return differs(sumOf(parts), sumOf(total)) ? [[firstOf(total), firstOf(parts), key]] : []
      })
    })
  },
  finer: (rows) => {
    const flows = flowsOf(rows)
    const inside = (outer: readonly ResolvedRow[]) =>
      flows.filter((flow) => {
        const [a, b] = [flow[0] as ResolvedRow, outer[0] as ResolvedRow]
        const isWithin = String(a.periodStart) >= String(b.periodStart) && String(a.periodEnd) <= String(b.periodEnd)
        return flow !== outer && seriesOf(a) === seriesOf(b) && isWithin
      })
    const tiles = (long: readonly ResolvedRow[], parts: readonly ResolvedRow[][]) =>
      parts.length > 1 && parts.reduce((sum, part) => sum + daysOf(part), 0) === daysOf(long) && isExact(parts.flat())
    return flows.flatMap((long): Found[] => {
      const shorter = inside(long)
      const shortest = shorter.filter((flow) => inside(flow).length === 0)
      const longest = shorter.filter((flow) => !shorter.some((other) => inside(other).includes(flow)))
      const [parts] = [shortest, longest].filter((all) => tiles(long, all) && all[0]?.[0]?.unit === long[0]?.unit)
      if (!parts || !isExact(long) || !differs(sumOf(parts.flat()), sumOf(long))) return []
      return [[firstOf(long), firstOf(parts.flat()), '']]
    })
  },
  crossing: (rows) => {
    const flows = flowsOf(rows)
    return flows.flatMap((early) =>
      flows.flatMap((late): Found[] => {
        const [a, b] = [early[0] as ResolvedRow, late[0] as ResolvedRow]
        const [start, end] = [String(a.periodStart), String(a.periodEnd)]
        const crosses = start < String(b.periodStart) && String(b.periodStart) <= end && String(b.periodEnd) > end
        return seriesOf(a) === seriesOf(b) && crosses ? [[firstOf(early), firstOf(late), '']] : []
      }),
    )
  },
  sources: (rows) => {
    const current = rows.filter((row) => row.leftOut !== 'revised')
    const { indicators } = worldBook()
    return [...groupBy(current, (row) => rivalKey(row, indicators)).values()].flatMap((group) => {
      const bySource = [...groupBy(group, (row) => `${row.sourceId} ${row.periodKey}`).values()]
      const others = bySource.filter((all) => all[0]?.leftOut === 'other_source')
      return bySource
        .filter((all) => all[0]?.leftOut !== 'other_source')
        .flatMap((chosen) =>
          others
            .filter((other) => other[0]?.sourceId !== chosen[0]?.sourceId && saidOf(other) !== saidOf(chosen))
            .map((other): Found => [firstOf(chosen), firstOf(other), '']),
        )
    })
  },
  same_key: (rows) => {
    const standing = rows.filter((row) => row.leftOut === null)
    const groups = groupBy(standing, (row) => `${row.sourceId} ${sameFigureKey(row)}`)
    return [...groups.values()]
      .filter((group) => group.length > 1)
      .map((group): Found => [firstOf(group), Math.max(...group.map(({ row }) => row)), ''])
  },
}

function saidOf(rows: readonly ResolvedRow[]): string {
  const manner = rows.map(({ qualifier, magnitude, unit, value, status }) => [
    qualifier,
    magnitude,
    unit,
    value === null ? status : '',
  ])
  return JSON.stringify([rows.some(({ value }) => value !== null) ? sumOf(rows) : null, manner])
}

function daysOf([row]: readonly ResolvedRow[]): number {
  return (Date.parse(row?.periodEnd ?? '') - Date.parse(row?.periodStart ?? '')) / 86_400_000 + 1
}

/** The rows of a CSV file as the rules read them. */
function observationsOf(records: readonly Record<string, string>[]): Observation[] {
  const number = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text))
  return records.map((one, row) => {
    const text = (name: string) => one[name] ?? ''
    const isBelow = text('unit_level') !== 'tinh'
    return {
      row,
      observationId: text('observation_id'),
      sourceId: text('source_id'),
      revision: number(one.revision) ?? 1,
      territorySet: text('territory_set') as Observation['territorySet'],
      provinceCode: text('province_code'),
      unitLevel: text('unit_level') as Observation['unitLevel'],
      unitName: text('unit_name'),
      ...{ scopeVi: text('scope_vi'), scopeEn: text('scope_en') },
      levelRelation: (text('level_relation') || (isBelow ? 'within' : '')) as Observation['levelRelation'],
      ...{ periodStart: text('period_start') || null, periodEnd: text('period_end') || null },
      periodBasis: text('period_basis') as Observation['periodBasis'],
      durationStated: text('duration_stated'),
      indicator: text('indicator_code'),
      ...{ breakdownKey: text('breakdown_key'), breakdownValue: text('breakdown_value') },
      ...{ value: number(one.value), unit: text('unit') },
      status: (text('status') || 'reported') as Observation['status'],
      qualifier: text('qualifier') as Observation['qualifier'],
      ...{ qualifierWord: text('qualifier_word'), magnitude: number(one.magnitude) },
      needsVerification: text('verify_vi') !== '',
    }
  })
}
