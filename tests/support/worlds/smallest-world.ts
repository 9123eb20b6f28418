import type { Database } from '../../../src/data/database.ts'
import { dropSql } from '../../../src/query/resolve/load-statements.ts'
import { askBatch, type Found } from './ask-batch.ts'
import type { Batch } from './batch.ts'
import { loadBatch } from './load-batch.ts'
import type { Draft } from './world-package.ts'

/** A difference in words: the fewest rows that still make it, what was asked, and what each side says. */
export async function told(database: Database, batch: Batch, found: Found, seed: number): Promise<string> {
  let rows = batch.worlds[found.difference.world] ?? []
  let last = found
  let tries = 0
  const fails = async (fewer: readonly Draft[]): Promise<Found | null> => {
    const schema = `ds_s${++tries}`
    const loaded = await loadBatch(database, schema, [fewer], batch.options)
    const again = await askBatch(database, loaded, found.asked, () => {})
    await database.query(dropSql(schema))
    return again
  }
  for (let at = rows.length - 1; at >= 0; at--) {
    const fewer = rows.filter((_, nth) => nth !== at)
    const again = await fails(fewer)
    if (again) [rows, last] = [fewer, again]
  }
  const { difference, asked } = last
  return [
    `seed ${seed}: ${difference.what} differ`,
    `asked: ${JSON.stringify(asked)}`,
    `calendar ${batch.options.calendar}, reporters ${batch.options.reporters.join(' ')}`,
    ...batch.options.sources.map((one) => `source ${one.id}: order ${one.order}, ${one.publishedDate}, ${one.reportYear}`),
    ...packageLines(batch.options),
    ...rows.map((row, at) => `row ${at}: ${compact(row)}`),
    ...difference.engine.map((line) => `engine:    ${line}`),
    ...difference.reference.map((line) => `reference: ${line}`),
  ].join('\n')
}

function packageLines({ asOf, owed = [], assigned = [], groups = [] }: Batch['options']): string[] {
  const targets = assigned.map(
    ({ territory, indicator, start, end, value, unit }) =>
      `${indicator} ${start}/${end}: ${territory.set}:${territory.code} ${value} ${unit}`,
  )
  return [
    ...(owed.length > 0 ? [`gathered up to ${asOf}, owed: ${JSON.stringify(owed)}`] : []),
    ...groups.map(({ id, members }) => `group ${id}: ${members.join(' ')}`),
    ...(targets.length > 0 ? [`targets ${targets.join(', ')}`] : []),
  ]
}

function compact(row: Draft): string {
  const kind = row.breakdownKey === '' ? row.indicator : `${row.indicator} ${row.breakdownKey}=${row.breakdownValue}`
  const more = [
    row.scopeVi || (row.unitLevel === 'tinh' ? '' : row.unitName),
    row.levelRelation,
    row.revision > 1 ? `revision ${row.revision}` : '',
    row.durationStated,
    row.status === 'reported' ? '' : row.status,
    row.needsVerification ? 'to verify' : '',
  ].filter(Boolean)
  const said = `${row.value ?? 'no number'} ${row.unit}${row.qualifier === 'exact' ? '' : ` ${row.qualifier}`}${row.qualifierWord === '' ? '' : ` "${row.qualifierWord}"`}`
  const time = `${row.periodStart ?? '?'}/${row.periodEnd ?? '?'} ${row.periodBasis}`
  return [`${row.sourceId} ${row.territorySet}:${row.provinceCode}`, kind, time, said, ...more].join(' | ')
}
