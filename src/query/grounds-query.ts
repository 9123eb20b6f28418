import type { Figure } from '../model/figure.ts'
import type { Aggregation } from '../model/indicator.ts'
import type { PeriodBasis, Qualifier } from '../model/observation.ts'
import type { ResultSet } from '../model/result-set.ts'
import type { LeftOut } from '../model/rules/standing.ts'
import { type TerritoryRef, type TerritorySet, territoryKey } from '../model/territory.ts'
import { ident, literalList } from './sql.ts'

/** A row as the grounds of a figure show it: what it says, where it stands, and what the rules made of it. */
export interface GroundsRow {
  readonly row: number
  readonly observationId: string
  readonly sourceId: string
  /** Which of the dataset's files, from 0, and the line in it, from 1. */
  readonly file: number
  readonly line: number
  readonly territorySet: TerritorySet
  readonly provinceCode: string
  readonly unitName: string
  readonly scope: { readonly vi: string; readonly en: string }
  readonly indicator: string
  readonly aggregation: Aggregation
  readonly breakdownKey: string
  readonly breakdownValue: string
  readonly periodStart: string | null
  readonly periodEnd: string | null
  readonly periodBasis: PeriodBasis
  readonly duration: string
  readonly periodNote: { readonly vi: string; readonly en: string }
  readonly value: number | null
  readonly unit: string
  readonly qualifier: Qualifier
  readonly printed: string
  readonly locator: string
  readonly verify: { readonly vi: string; readonly en: string }
  readonly note: { readonly vi: string; readonly en: string }
  readonly leftOut: LeftOut | null
  readonly figureScope: string
  readonly latest: boolean
}

/**
 * SQL for every row of a figure's territory, or of `units` where other reports tell of it too, and indicator, and of the counts of
 * a ratio; read with `readGrounds`.
 */
export function groundsSql(
  schema: string,
  figure: Figure,
  partners: readonly string[],
  units: readonly TerritoryRef[] = [figure.territory],
): string {
  const names = COLUMNS.map(([sql, name]) => `${sql} AS ${ident(name)}`)
  return `SELECT ${names.join(', ')} FROM ${ident(schema)}.resolved
WHERE territory_set || ':' || province_code IN ${literalList(units.map(territoryKey))}
  AND indicator_code IN ${literalList([figure.indicator, ...partners])}
ORDER BY "row"`
}

/** SQL for the rows with these ids, whatever the rules made of them; read with `readGrounds`. */
export function rowsByIdSql(schema: string, observationIds: readonly string[]): string {
  const names = COLUMNS.map(([sql, name]) => `${sql} AS ${ident(name)}`)
  return `SELECT ${names.join(', ')} FROM ${ident(schema)}.resolved WHERE observation_id IN ${literalList(observationIds)} ORDER BY "row"`
}

export function readGrounds(result: ResultSet): GroundsRow[] {
  return Array.from({ length: result.length }, (_, at) => {
    const text = (name: string) => String(result.columns[name]?.[at] ?? '')
    const orNull = (name: string) => (result.columns[name]?.[at] ?? null) as string | null
    const pair = (name: string) => ({ vi: text(`${name}_vi`), en: text(`${name}_en`) })
    const value = result.columns.value?.[at] ?? null
    return {
      row: Number(text('row')),
      observationId: text('observation_id'),
      sourceId: text('source_id'),
      file: Number(text('file')),
      line: Number(text('line')),
      territorySet: text('territory_set') as TerritorySet,
      provinceCode: text('province_code'),
      unitName: text('unit_name'),
      scope: pair('scope'),
      indicator: text('indicator_code'),
      aggregation: text('aggregation') as Aggregation,
      breakdownKey: text('breakdown_key'),
      breakdownValue: text('breakdown_value'),
      periodStart: orNull('period_start'),
      periodEnd: orNull('period_end'),
      periodBasis: text('period_basis') as PeriodBasis,
      duration: text('duration_stated'),
      periodNote: pair('period_note'),
      value: value === null ? null : Number(value),
      unit: text('unit'),
      qualifier: text('qualifier') as Qualifier,
      printed: text('printed'),
      locator: text('locator'),
      verify: pair('verify'),
      note: pair('note'),
      leftOut: orNull('left_out') as LeftOut | null,
      figureScope: text('figure_scope'),
      latest: result.columns.latest?.[at] === true,
    }
  })
}

const plain = (name: string): [string, string] => [ident(name), name]

const COLUMNS: readonly [string, string][] = [
  ...['row', 'observation_id', 'source_id', 'file', 'line'].map(plain),
  ...['territory_set', 'province_code', 'unit_name', 'scope_vi', 'scope_en'].map(plain),
  ...['indicator_code', 'aggregation'].map(plain),
  ...['breakdown_key', 'breakdown_value', 'period_basis', 'duration_stated', 'period_note_vi', 'period_note_en'].map(plain),
  ['CAST(period_start AS VARCHAR)', 'period_start'],
  ['CAST(period_end AS VARCHAR)', 'period_end'],
  ...['value', 'unit', 'qualifier', 'printed', 'locator', 'verify_vi', 'verify_en', 'note_vi', 'note_en'].map(plain),
  ...['left_out', 'figure_scope', 'latest'].map(plain),
]
