import type { Language } from '../../model/bilingual.ts'
import type { Dataset } from '../../model/dataset.ts'
import { literal } from '../sql.ts'
import { type Part, textColumns, textsName, textsPart } from './folded-text.ts'
import { choiceSql, type RowChoice, rowChoices } from './row-choices.ts'
import { type RowColumn, rowColumn } from './row-columns.ts'
import { sameTexts } from './row-search.ts'

/** What the rows (table `o`) are ordered by, and what it needs beside them. */
export interface RowOrder {
  readonly parts: readonly Part[]
  readonly joins: readonly string[]
  /** Without the number of the row, which comes last in every order. */
  readonly keys: readonly string[]
}

/**
 * The order of `sort`: column id, with `-` before it for descending. What has no value is last either way. Words of the dataset are in the
 * order of their language, texts of reports in that of their letters without marks; null where the view sorts by no column of rows.
 */
export function rowOrder(sort: string | null, dataset: Dataset, language: Language): RowOrder | null {
  const column = rowColumn(sort?.replace(/^-/, '') ?? '')
  if (!column) return null
  const way = sort?.startsWith('-') ? 'DESC' : 'ASC'
  const { parts, joins, keys } = ascending(column, dataset, language)
  return { parts, joins, keys: keys.map((key) => `${key} ${way} NULLS LAST`) }
}

function ascending(column: RowColumn, dataset: Dataset, language: Language): RowOrder {
  const by = (...keys: string[]): RowOrder => ({ parts: [], joins: [], keys })
  if (column.id === 'number') return by('o.value')
  if (column.id === 'line') return by('o.file', 'o.line')
  if (column.id === 'file') return by('o.file')
  if (column.id === 'list') return by('o.territory_set')
  if (column.id === 'id') return by(`nullif(o.observation_id, '')`)
  if (column.kind === 'time') return by('coalesce(o.period_end, o.period_start)', 'coalesce(o.period_start, o.period_end)')
  if (column.kind === 'choice') {
    const ranks = rankedChoices(rowChoices(column.id, dataset, language), language)
    if (ranks.length === 0) return by()
    const values = ranks.map(({ code, rank }) => `(${literal(code)}, ${rank})`).join(', ')
    const join = `LEFT JOIN (VALUES ${values}) AS ranked(code, rank) ON ranked.code = ${choiceSql(column.id, dataset)}`
    return { parts: [], joins: [join], keys: ['ranked.rank'] }
  }
  const columns = textColumns(column.id)
  const ranked = `SELECT *, CASE WHEN trim(folded) <> '' THEN row_number() OVER (ORDER BY trim(folded), ${columns.join(', ')}) END AS rank FROM ${textsName(column.id)}`
  return {
    parts: [textsPart(column.id, dataset), { name: 'ranked_texts', sql: ranked }],
    joins: [`LEFT JOIN ranked_texts ON ${sameTexts(column.id, 'ranked_texts')}`],
    keys: ['ranked_texts.rank'],
  }
}

/** Values by their words; equal words have one rank. */
export function rankedChoices(
  choices: readonly RowChoice[],
  language: Language,
): { readonly code: string; readonly rank: number }[] {
  const collator = new Intl.Collator(language, { numeric: true })
  const sorted = [...choices].sort((a, b) => collator.compare(a.label, b.label))
  let rank = 0
  return sorted.map(({ code, label }, at) => {
    const before = sorted[at - 1]
    if (before && collator.compare(before.label, label) !== 0) rank = at
    return { code, rank }
  })
}
