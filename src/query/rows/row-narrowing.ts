import type { Dataset } from '../../model/dataset.ts'
import type { Window } from '../../model/rules/time.ts'
import { territoryKey } from '../../model/territory.ts'
import { windowDays } from '../../model/time-choice.ts'
import type { View } from '../../model/view.ts'
import { literal, literalList } from '../sql.ts'
import { indicatorsOf, territoriesOf, windowOf } from '../view-query.ts'
import { beginsWordSql, plainText, searchedWords, textColumns, textsName, textsPart } from './folded-text.ts'
import { choiceSql } from './row-choices.ts'
import { type RowColumn, rowColumn } from './row-columns.ts'
import { type RowFilter, readRowFilter } from './row-filter.ts'
import { type Narrowing, searchRows } from './row-search.ts'

/** Which choice of the view narrows the rows: a key of its link (`i`, `p`, `t`, `q`, `f.<key>`, `r.<column>`). */
export type NarrowingKey = string

/** Everything that narrows the rows of a view, each by itself. A filter that its column cannot read narrows nothing. */
export function rowNarrowings(view: View, dataset: Dataset): ReadonlyMap<NarrowingKey, Narrowing> {
  const found = new Map<NarrowingKey, Narrowing>()
  const add = (key: NarrowingKey, narrowing: Narrowing | string | null) => {
    if (narrowing !== null) found.set(key, typeof narrowing === 'string' ? plain(narrowing) : narrowing)
  }
  if (view.indicators.length > 0) add('i', `o.indicator_code IN ${literalList(indicatorsOf(view, dataset))}`)
  const places = territoriesOf(view, dataset)
  if (places) add('p', `o.territory_set || ':' || o.province_code IN ${literalList(places.map(territoryKey))}`)
  add('t', touchesSql(windowOf(view, dataset)))
  for (const [key, values] of Object.entries(view.filters)) {
    add(`f.${key}`, `(o.breakdown_key <> ${literal(key)} OR o.breakdown_value IN ${literalList(values)})`)
  }
  add('q', searchRows(view.search, dataset))
  for (const [id, text] of Object.entries(view.rowFilters)) {
    const column = rowColumn(id)
    const filter = column && readRowFilter(column, text)
    if (filter) add(`r.${id}`, narrowingBy(column, filter, dataset))
  }
  return found
}

function plain(where: string): Narrowing {
  return { parts: [], joins: [], where }
}

function narrowingBy(column: RowColumn, filter: RowFilter, dataset: Dataset): Narrowing | string | null {
  switch (filter.kind) {
    case 'none':
      return column.kind === 'number' ? `o.${NUMBERS[column.id]} IS NULL` : `coalesce(o.period_start, o.period_end) IS NULL`
    case 'choice':
      return `${choiceSql(column.id, dataset)} IN ${literalList(filter.codes)}`
    case 'number': {
      const bounds = [filter.from !== null && `>= ${filter.from}`, filter.to !== null && `<= ${filter.to}`].filter(Boolean)
      return bounds.map((bound) => `o.${NUMBERS[column.id]} ${bound}`).join(' AND ')
    }
    case 'time':
      return touchesSql(windowDays({ ...filter, kind: 'window' }, dataset.latestDay, dataset.calendar))
    case 'text':
      return column.id === 'id' ? withId(filter.words) : withWords(column, filter.words, dataset)
  }
}

const NUMBERS: Readonly<Record<string, string>> = { number: 'value', line: 'line' }

/** Ids are found by any piece of them. */
function withId(text: string): string {
  return `contains(lower(o.observation_id), ${literal(plainText(text))})`
}

function withWords({ id }: RowColumn, text: string, dataset: Dataset): Narrowing | null {
  const words = searchedWords(text)
  if (words.length === 0) return null
  const columns = textColumns(id)
  const found = `SELECT ${columns.join(', ')} FROM ${textsName(id)} WHERE ${words.map(beginsWordSql).join(' AND ')}`
  return {
    parts: [textsPart(id, dataset)],
    joins: [`SEMI JOIN (${found}) AS r_${id} ON ${columns.map((name) => `r_${id}.${name} = o.${name}`).join(' AND ')}`],
    where: 'TRUE',
  }
}

/** Rows whose days touch a window; of a row with one known day, that day. A row without any is in no window. */
function touchesSql(window: Window | null): string | null {
  if (window === null || (window.from === null && window.to === null)) return null
  const last = window.from === null ? [] : [`coalesce(o.period_end, o.period_start) >= DATE ${literal(window.from)}`]
  const first = window.to === null ? [] : [`coalesce(o.period_start, o.period_end) <= DATE ${literal(window.to)}`]
  return [...first, ...last].join(' AND ')
}
