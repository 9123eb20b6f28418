import type { Dataset } from '../../model/dataset.ts'
import { fold } from '../../model/fold.ts'
import { foldedSql } from '../folded-sql.ts'
import { ident, literal } from '../sql.ts'
import { type RowColumnId, TEXTS } from './row-columns.ts'

/** A named part of a statement: `name AS MATERIALIZED (…)`. Parts of one name are the same. */
export interface Part {
  readonly name: string
  readonly sql: string
}

/** The words of a query as they are looked for: folded, each once. */
export function searchedWords(query: string): string[] {
  return [...new Set(fold(query).split(' ').filter(Boolean))].slice(0, MOST_WORDS)
}

/** A query as ids are compared with: in small letters, without what no SQL text carries. */
export function plainText(query: string): string {
  return query
    .replace(/[\p{Cc}\p{Cs}\uFEFF]/gu, '')
    .trim()
    .toLowerCase()
}

/** The engine tests every row, before it looks which texts differ, unless a limit keeps the test out. */
const NO_LIMIT = 2 ** 50

/** Each word has a bit of an INTEGER. */
const MOST_WORDS = 24

/**
 * The different texts of a text column with `folded`, in which every word has a blank before it, as `fold` makes them. To fold each text
 * once takes a tenth of the time that each row takes.
 */
export function textsPart(column: RowColumnId, { schema }: Dataset): Part {
  const columns = textColumns(column)
  return {
    name: textsName(column),
    sql: `SELECT *, ${foldedSql(`concat_ws(' ', ${columns.join(', ')})`)} AS folded FROM (SELECT ${columns.join(', ')} FROM ${ident(schema)}.observation GROUP BY ALL LIMIT ${NO_LIMIT})`,
  }
}

export function textsName(column: RowColumnId): string {
  return `texts_${column}`
}

/** The columns that a text column is made of; of any other, none. */
export function textColumns(column: RowColumnId): string[] {
  return (TEXTS[column] ?? []).map(ident)
}

/** Whether a word begins a word of `folded`. */
export function beginsWordSql(word: string): string {
  return `contains(folded, ${literal(` ${word}`)})`
}
