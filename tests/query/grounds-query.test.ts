import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { breakdownRule, indicatorOf } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import { type RowReason, reasonFor } from '../../src/model/rules/grounds.ts'
import { type GroundsRow, groundsSql, readGrounds } from '../../src/query/grounds-query.ts'
import { windowOf } from '../../src/query/view-query.ts'
import { checkedObservations } from '../support/checked-reports.ts'
import { datasetsFolder } from '../support/dataset-files.ts'
import { type Asked, openPublicReports, type PublicReports } from '../support/public-reports.ts'
import { PUBLIC_VIEWS, searchOf } from '../support/public-views.ts'

let reports: PublicReports
beforeAll(async () => {
  reports = await openPublicReports()
})

const checked = checkedObservations()
const lines = readFileSync(join(datasetsFolder, 'public-reports/observations.csv'), 'utf8').split('\n')

describe.each(PUBLIC_VIEWS)('the grounds of every figure of $name', (view) => {
  let asked: Asked
  let all: readonly Grounds[]
  beforeAll(async () => {
    asked = await reports.answerOf(searchOf(view))
    all = await Promise.all(asked.answer.figures.map((figure) => groundsOf(figure, asked)))
  })

  test('its terms give its number again; words give none', () => {
    expect(all.length + asked.answer.otherTime.length).toBeGreaterThan(0)
    for (const { figure, terms } of all) {
      expect(terms.map(({ row }) => row)).toEqual(figure.terms)
      const again = recomputed(figure, terms)
      if (figure.value === null) expect(again).toBeNull()
      else expect(again).toBeCloseTo(figure.value, 9)
    }
  })

  test('its rows and those left out are all rows of its place and indicator, each once', () => {
    for (const { figure, terms, leftOut } of all) {
      const expected = checked.filter(
        ({ territorySet, provinceCode, indicator }) =>
          `${territorySet}:${provinceCode}:${indicator}` ===
          `${figure.territory.set}:${figure.territory.code}:${figure.indicator}`,
      )
      const own = [...terms, ...leftOut.map(({ row }) => row)].filter(({ indicator }) => indicator === figure.indicator)
      expect(own.map(({ row }) => row).sort((a, b) => a - b)).toEqual(expected.map(({ row }) => row))
    }
  })

  test('the reason of each row left out is true of it', () => {
    for (const { figure, leftOut } of all) for (const { row, reason } of leftOut) expectTrue(reason, row, figure, asked)
  })

  test('every row says what is printed, in which source, where, and in which line of the file', () => {
    const known = new Set(asked.dataset.sources.map(({ id }) => id))
    for (const { terms, leftOut } of all) {
      for (const row of [...terms, ...leftOut.map((out) => out.row)]) {
        expect(row.printed.trim(), row.observationId).not.toBe('')
        expect(row.locator.trim(), row.observationId).not.toBe('')
        expect(known).toContain(row.sourceId)
        expect(row.observationId).toBe(checked[row.row]?.observationId)
        expect(lines[row.line - 1]?.startsWith(`${row.observationId},`), `line ${row.line}`).toBe(true)
      }
    }
  })

  test('a row and its texts are what was checked', () => {
    for (const { terms, leftOut } of all) {
      for (const row of [...terms, ...leftOut.map((out) => out.row)]) {
        const { value, unit, breakdownKey, breakdownValue, periodStart, periodEnd, indicator, scopeVi, scopeEn } =
          checked[row.row] ?? expect.fail(`no row ${row.row}`)
        expect(row).toMatchObject({ value, unit, breakdownKey, breakdownValue, periodStart, periodEnd, indicator })
        expect(row.scope).toEqual({ vi: scopeVi, en: scopeEn })
        for (const pair of [row.scope, row.periodNote, row.verify, row.note]) {
          expect(pair.vi === '', `${row.observationId} ${pair.vi}`).toBe(pair.en === '')
          if (pair.vi !== '') expect(pair.vi).not.toBe(pair.en)
        }
      }
    }
  })
})

/** Left out of figures that are asked about most, with the reason that a reader is given. */
const CASES: readonly [link: string, province: string, kind: string, row: string, reason: RowReason | null][] = [
  ['i=tips_received', '84', 'security_related', 'S002-035', 'inside_own'],
  ['i=tips_received&t=2024', '84', 'security_related', 'S002-035', 'inside_own'],
  ['i=surrendered_items', '36', 'grenade', 'S000-004', null],
  ['i=surrendered_items', '36', 'grenade', 'S000-010', null],
  ['i=surrendered_items', '36', 'grenade', 'S000-009', 'other_kind'],
  ['i=surrendered_items&f.item=grenade', '36', 'grenade', 'S000-009', 'filtered'],
  ['i=models_registered', '84', '', 'S002-028', 'part_of_total'],
  ['i=models_registered&f.field=charity', '84', 'charity', 'S002-025', 'filtered'],
  ['i=models_registered&f.field=charity', '84', 'charity', 'S002-026', 'filtered'],
  ['i=models_registered', '84', 'charity', 'S002-025', 'whole'],
  ['i=models_registered', '84', 'charity', 'S002-026', 'other_kind'],
  ['i=models_maintained', '35', '', 'S001-028', 'part_of_total'],
  ['i=online_service_share', '84', '', 'S002-033', 'older'],
  ['i=online_service_share&t=2023', '84', '', 'S002-034', 'other_window'],
  ['i=drug_users_recorded', '35', '', 'S001-013', 'older'],
  ['i=drug_users_recorded&t=2019', '35', '', 'S001-014', 'other_window'],
  ['i=charity_donations', '84', 'benefactors+officers', 'S002-041', null],
  ['i=commune_police_coverage_share', '36', '', 'S000-017', 'printed_ratio'],
  ['i=commune_police_coverage_share', '36', '', 'S000-015', null],
]

test.each(CASES)('%s, %s %s: %s %s', async (link, province, kind, id, expected) => {
  const asked = await reports.answerOf(searchOf({ link }))
  const figure = asked.answer.figures.find((one) => one.territory.code === province && one.breakdownValues.join('+') === kind)
  if (!figure) throw new Error('no such figure')
  const { terms, leftOut } = await groundsOf(figure, asked)
  const found = leftOut.find(({ row }) => row.observationId === id)?.reason ?? null
  const isTerm = terms.some(({ observationId }) => observationId === id)
  expect([found, isTerm]).toEqual([expected, expected === null])
})

interface Grounds {
  readonly figure: Figure
  readonly terms: readonly GroundsRow[]
  readonly leftOut: readonly { readonly row: GroundsRow; readonly reason: RowReason }[]
}

/** The rows behind a figure, as the panel asks for them. */
async function groundsOf(figure: Figure, { dataset, view }: Asked): Promise<Grounds> {
  const indicator = indicatorOf(dataset, figure.indicator)
  const counts = [indicator?.numerator, indicator?.denominator].filter((code) => typeof code === 'string')
  const sql = groundsSql(dataset.schema, figure, figure.basis === 'ratio' ? counts : [])
  const rows = readGrounds(await reports.workspace.ask(dataset.id, sql))
  const ruleOf = (key: string) => breakdownRule(dataset, figure.indicator, key)
  const context = { figure, window: windowOf(view, dataset), filter: view.filters, ruleOf }
  const judged = rows.map((row) => ({ row, reason: reasonFor(row, context) }))
  return {
    figure,
    terms: judged.filter(({ reason }) => reason === null).map(({ row }) => row),
    leftOut: judged.flatMap(({ row, reason }) => (reason === null ? [] : [{ row, reason }])),
  }
}

/** The number that the terms make; null where there is none. */
function recomputed(figure: Figure, terms: readonly GroundsRow[]): number | null {
  const sum = (rows: readonly GroundsRow[]) => rows.reduce((all, { value }) => all + (value ?? 0), 0)
  if (terms.every(({ value }) => value === null)) return null
  if (figure.basis !== 'ratio') return sum(terms)
  const codes = [...new Set(terms.map(({ indicator }) => indicator))]
  expect(codes).toEqual(['commune_police_units_covered', 'commune_police_units_total'])
  const [numerator = [], denominator = []] = codes.map((code) => terms.filter(({ indicator }) => indicator === code))
  return (100 * sum(numerator)) / sum(denominator)
}

/** What a reason claims, looked up in the checked rows. */
function expectTrue(reason: RowReason, row: GroundsRow, figure: Figure, { view }: Asked): void {
  const source = checked[row.row]
  if (!source) throw new Error(`no row ${row.row}`)
  const same = checked.filter((one) => one.provinceCode === source.provinceCode && one.indicator === source.indicator)
  const isOwn = (one: typeof source) => one.unitLevel === 'tinh' && one.scopeVi === ''
  const claims: Partial<Record<RowReason, boolean>> = {
    inside_own: !isOwn(source) && source.levelRelation === 'within' && same.some(isOwn),
    older: view.time.kind === 'report' && !row.latest,
    other_window: view.time.kind === 'window',
    straddles: view.time.kind === 'window' && source.periodStart !== null && source.periodEnd !== null,
    part_of_total: source.breakdownKey !== '' && figure.breakdownKey === '',
    whole: source.breakdownKey === '' && figure.basis === 'part',
    other_kind: figure.breakdownKey !== '' && source.breakdownValue !== figure.breakdownValues.join('+'),
    other_scope: source.scopeVi !== figure.scopeVi,
    printed_ratio: figure.basis === 'ratio' && source.unit === 'percent',
    filtered: Object.entries(view.filters).some(
      ([key, kept]) => source.breakdownKey !== key || !kept.includes(source.breakdownValue),
    ),
  }
  expect(claims[reason], `${source.observationId} is left out as ${reason}`).toBe(true)
}
