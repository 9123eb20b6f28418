import type { DatasetMeta } from '../../model/dataset.ts'
import { compareSources } from '../../model/rules/standing.ts'
import { ident, literal } from '../sql.ts'

/** SQL that creates the small tables that checks and rules ask: territory, reporter, source, indicator, breakdown, code. */
export function metaTablesSql(meta: DatasetMeta): string[] {
  const s = ident(meta.schema)
  const byId = new Map(meta.sources.map((source) => [source.id, source]))
  const ranked = [...meta.sources].sort((a, b) => compareSources(byId, a.id, b.id))
  return [
    table(
      s,
      'territory',
      ['key VARCHAR', 'merged_into VARCHAR'],
      [...meta.territories].map(([key, { mergedInto }]) => [key, mergedInto ?? null]),
    ),
    table(
      s,
      'reporter',
      ['"key" VARCHAR'],
      meta.reporters.map((key) => [key]),
    ),
    table(
      s,
      'source',
      ['id VARCHAR', 'rank INTEGER', 'published DATE', 'report_year INTEGER'],
      ranked.map((source, rank) => [source.id, rank, source.publishedDate, source.reportYear]),
    ),
    table(
      s,
      'indicator',
      ['code VARCHAR', 'unit VARCHAR', 'aggregation VARCHAR', 'decimals INTEGER', 'numerator VARCHAR', 'denominator VARCHAR'],
      meta.indicators.map((i) => [i.code, i.unit, i.aggregation, i.decimals, i.numerator, i.denominator]),
    ),
    table(
      s,
      'breakdown',
      ['indicator VARCHAR', '"key" VARCHAR', 'rule VARCHAR'],
      meta.breakdowns.map((b) => [b.indicator, b.key, b.rule]),
    ),
    table(
      s,
      'code',
      ['"key" VARCHAR', 'value VARCHAR', 'unit VARCHAR'],
      meta.codes.map((code) => [code.key, code.value, code.unit]),
    ),
  ].flat()
}

function table(
  s: string,
  name: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string[] {
  const create = `CREATE TABLE ${s}.${ident(name)} (${columns.join(', ')})`
  if (rows.length === 0) return [create]
  return [create, `INSERT INTO ${s}.${ident(name)} VALUES ${rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ')}`]
}
