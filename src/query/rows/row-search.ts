import type { Dataset } from '../../model/dataset.ts'
import { findsFolded, foldedWords } from '../../model/fold.ts'
import { literal, literalList } from '../sql.ts'
import { beginsWordSql, type Part, plainText, searchedWords, textColumns, textsName, textsPart } from './folded-text.ts'
import { choiceSql, rowChoices } from './row-choices.ts'
import { ROW_COLUMNS, type RowColumnId, TEXTS } from './row-columns.ts'

/** What narrows the rows (table `o`) and what it needs beside them. */
export interface Narrowing {
  readonly parts: readonly Part[]
  readonly joins: readonly string[]
  readonly where: string
}

/** Columns of choices whose words are searched, in both languages. */
const SEARCHED: readonly RowColumnId[] = ['place', 'indicator', 'part', 'unit', 'source']

/**
 * Rows in which every word of the query begins a word of some column, whatever its marks; a word of digits may be the number, the whole
 * query the id of the row. Each value that has a word is looked up once, with a bit for every word it has.
 */
export function searchRows(query: string, dataset: Dataset): Narrowing | null {
  const words = searchedWords(query)
  if (words.length === 0) return null
  const chosen = SEARCHED.flatMap((column) => {
    const found = maskedChoices(column, words, dataset)
    return found.length === 0 ? [] : [{ column, found }]
  })
  const texts = ROW_COLUMNS.map(({ id }) => id).filter((id) => TEXTS[id] !== undefined)
  const id = plainText(query)
  const isId = `o.observation_id IN ${literalList([id, id.toUpperCase()])}`
  const all = 2 ** words.length - 1
  const masks = [
    `CASE WHEN ${isId} THEN ${all} ELSE 0 END`,
    ...words.flatMap((word, nth) =>
      /^\d{1,15}$/.test(word) ? [`CASE WHEN o.value = ${Number(word)} THEN ${2 ** nth} ELSE 0 END`] : [],
    ),
    ...chosen.map(({ column }) => `coalesce(q_${column}.mask, 0)`),
    ...texts.map((column) => `coalesce(q_${column}.mask, 0)`),
  ]
  return {
    parts: texts.flatMap((column) => [textsPart(column, dataset), maskedPart(column, words)]),
    joins: [
      ...chosen.map(({ column, found }) => {
        return `LEFT JOIN (VALUES ${found.join(', ')}) AS q_${column}(code, mask) ON q_${column}.code = ${choiceSql(column, dataset)}`
      }),
      ...texts.map((column) => `LEFT JOIN q_${column} ON ${sameTexts(column, `q_${column}`)}`),
    ],
    where: `(${masks.join(' | ')}) = ${all}`,
  }
}

/** `q.unit_name = o.unit_name AND …`: whether a row has the texts of a part. */
export function sameTexts(column: RowColumnId, part: string): string {
  return textColumns(column)
    .map((name) => `${part}.${name} = o.${name}`)
    .join(' AND ')
}

function maskedPart(column: RowColumnId, words: readonly string[]): Part {
  const mask = words.map((word, nth) => `CASE WHEN ${beginsWordSql(word)} THEN ${2 ** nth} ELSE 0 END`).join(' | ')
  return { name: `q_${column}`, sql: `SELECT * FROM (SELECT *, ${mask} AS mask FROM ${textsName(column)}) WHERE mask > 0` }
}

/** `('o36', 2)` for every value that has a word. */
function maskedChoices(column: RowColumnId, words: readonly string[], dataset: Dataset): string[] {
  return rowChoices(column, dataset, 'vi').flatMap(({ code, label, find }) => {
    const own = foldedWords(`${label} ${find}`)
    const mask = words.reduce((sum, word, nth) => sum + (findsFolded(own, word) ? 2 ** nth : 0), 0)
    return mask === 0 ? [] : [`(${literal(code)}, ${mask})`]
  })
}
