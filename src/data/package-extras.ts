import type { DatedEvent } from '../model/dated-event.ts'
import type { Denominator } from '../model/denominator.ts'
import type { ExpectedReport, LowerUnits } from '../model/expected-report.ts'
import type { Indicator } from '../model/indicator.ts'
import type { PeerGroup } from '../model/peer-group.ts'
import type { Target } from '../model/target.ts'
import { readTerritoryKey, type TerritoryKey, type TerritoryRef, type TerritorySet, territoryKey } from '../model/territory.ts'
import { type MetaRow, readKeyed } from './meta-table.ts'
import type { CodeBook } from './package-rows.ts'

// Tables that only some packages bring.
export const EXPECTED_COLUMNS = ['territory_set', 'indicator_code', 'grain', 'from', 'to', 'due_days']
export const TARGET_COLUMNS = ['territory', 'indicator_code', 'period_start', 'period_end', 'target', 'unit']
export const GROUP_COLUMNS = ['group', 'label_vi', 'label_en', 'territory']
export const DENOMINATOR_COLUMNS = ['territory', 'year', 'measure', 'value', 'basis', 'verified']
export const EVENT_COLUMNS = ['date', 'label_vi', 'label_en']

/** What the rows of these tables may point to. */
export interface ExtrasContext {
  readonly book: CodeBook
  readonly indicators: readonly Indicator[]
  readonly territories: { has(key: TerritoryKey): boolean }
}

/**
 * Rules of the reporting calendar; two of one list, indicator, grain and province that hold on the same day are refused. With a
 * `territory`, the units of `unit_level` that `units` names, `A|B|C`, owe it in the stead of that province.
 */
export function readExpected(rows: readonly MetaRow[], context: ExtrasContext): readonly ExpectedReport[] {
  const known = codesOf(context.indicators)
  const bySubject = new Map<string, ExpectedReport[]>()
  return rows.map((row) => {
    const { start, end } = row.days('from', 'to')
    const rule: ExpectedReport = {
      territorySet: row.oneOf('territory_set', ['63', '34']),
      indicator: row.pointer('indicator_code', known),
      grain: row.oneOf('grain', ['month', 'quarter', 'half', 'first_half', 'nine_months', 'year']),
      from: start,
      to: end,
      dueDays: row.integer('due_days'),
    }
    const lower = lowerUnits(row, rule.territorySet, context)
    const subject = [rule.territorySet, rule.indicator, rule.grain, lower ? territoryKey(lower.territory) : ''].join(' ')
    const others = bySubject.get(subject) ?? []
    if (others.some(({ from, to }) => from <= end && start <= to)) row.fail('from', 'duplicate')
    bySubject.set(subject, [...others, rule])
    return lower ? { ...rule, lower } : rule
  })
}

function lowerUnits(row: MetaRow, set: TerritorySet, context: ExtrasContext): LowerUnits | null {
  if (row.text('territory') === '' && row.text('units') === '') return null
  const ref = territory(row, context)
  if (ref.set !== set) row.fail('territory', 'points-nowhere')
  const names = row
    .needed('units')
    .split('|')
    .map((name) => name.trim())
  if (new Set(names).size < names.length) row.fail('units', 'duplicate')
  if (names.includes('')) row.fail('units', 'value-missing')
  return { territory: ref, level: row.oneOf('unit_level', ['huyen', 'xa', 'phong']), names }
}

export function readTargets(rows: readonly MetaRow[], context: ExtrasContext): readonly Target[] {
  const indicators = codesOf(context.indicators)
  const units = context.book.of('unit')
  const read = (row: MetaRow): Target => ({
    territory: territory(row, context),
    indicator: row.pointer('indicator_code', indicators),
    ...row.days('period_start', 'period_end'),
    value: row.amount('target'),
    unit: row.pointer('unit', units),
  })
  const keyOf = ({ territory, indicator, start, end }: Target) => `${territoryKey(territory)} ${indicator} ${start} ${end}`
  return [...readKeyed(rows, 'territory', keyOf, read).values()]
}

/** Named peer groups in the order of their first rows; every row of a group bears its label. */
export function readGroups(rows: readonly MetaRow[], context: ExtrasContext): readonly PeerGroup[] {
  const byId = new Map<string, PeerGroup>()
  for (const row of rows) {
    const id = `cum-${row.code('group').replace(/^cum-/, '')}`
    const label = row.neededPair('label')
    const member = territoryKey(territory(row, context))
    const group = byId.get(id) ?? { id, label, members: [] }
    if (group.label.vi !== label.vi) row.fail('label_vi', 'label-differs')
    if (group.label.en !== label.en) row.fail('label_en', 'label-differs')
    if (group.members.includes(member)) row.fail('territory', 'duplicate')
    byId.set(id, { ...group, members: [...group.members, member] })
  }
  return [...byId.values()]
}

export function readDenominators(rows: readonly MetaRow[], context: ExtrasContext): readonly Denominator[] {
  const read = (row: MetaRow): Denominator => ({
    territory: territory(row, context),
    measure: row.oneOf('measure', ['population', 'commune_units']),
    year: row.year('year'),
    value: row.count('value'),
    basis: row.code('basis'),
    verified: row.oneOf('verified', ['yes', 'no']) === 'yes',
    source: row.text('source'),
  })
  return [...readKeyed(rows, 'territory', denominatorKey, read).values()]
}

/** One number for one of these. */
export function denominatorKey({ territory, measure, year, basis }: Denominator): string {
  return `${territoryKey(territory)} ${measure} ${year} ${basis}`
}

/** In the order of their days. */
export function readEvents(rows: readonly MetaRow[]): readonly DatedEvent[] {
  const read = (row: MetaRow): DatedEvent => ({ date: row.day('date'), label: row.neededPair('label') })
  const events = [...readKeyed(rows, 'date', ({ date, label }) => `${date} ${label.vi}`, read).values()]
  return events.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

function codesOf(indicators: readonly Indicator[]): ReadonlySet<string> {
  return new Set(indicators.map(({ code }) => code))
}

function territory(row: MetaRow, { territories }: ExtrasContext): TerritoryRef {
  const ref = readTerritoryKey(row.needed('territory'))
  return ref && territories.has(territoryKey(ref)) ? ref : row.fail('territory', 'points-nowhere')
}
