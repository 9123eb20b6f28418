import { printDay } from '../../locale/print-period.ts'
import { keyOf } from '../../model/dataset.ts'
import { windowDays } from '../../model/time-choice.ts'
import type { WindowEdge } from '../../model/view.ts'
import { rowChoices } from '../../query/rows/row-choices.ts'
import { type RowColumn, rowColumn } from '../../query/rows/row-columns.ts'
import { readRowFilter } from '../../query/rows/row-filter.ts'
import { windowOf } from '../../query/view-query.ts'
import type { Room } from '../answer/room.ts'
import { shownIndicators } from '../filters/indicator-choices.ts'
import { filtersInWords } from '../take/export-label.ts'
import { rowNumber } from './row-text.ts'

/** What narrows the rows beside the view: a filter of a column or the search, in words, with its way off. */
export interface RowChip {
  /** The key of its link. */
  readonly key: string
  readonly label: string
  off(): void
}

/** The filters of columns and the search that are on. */
export function rowChips(room: Room): RowChip[] {
  const { view, words, setView } = room
  const filters = Object.entries(view.rowFilters).flatMap(([id, text]): RowChip[] => {
    const column = rowColumn(id)
    if (!column || readRowFilter(column, text) === null) return []
    const { [id]: _lifted, ...rowFilters } = view.rowFilters
    const label = words.rows.chip(words.rows.columns[column.id], filterWords(column, text, room))
    return [{ key: `r.${id}`, label, off: () => setView({ rowFilters }) }]
  })
  if (view.search.trim() === '') return filters
  return [{ key: 'q', label: words.rows.searchChip(view.search.trim()), off: () => setView({ search: '' }) }, ...filters]
}

/** Everything that narrows the rows in words: what the view is about, then filters and search. */
export function narrowedBy(room: Room): string[] {
  const { view, dataset } = room
  const window = windowOf(view, dataset)
  // A row is as it was reported: what numbers are divided by or compared with does nothing to it.
  const plain: Room = { ...room, view: { ...view, normalisation: 'abs', comparison: 'none' } }
  const [period = '', ...others] = filtersInWords(plain)
  return [
    ...(view.indicators.length === 0 ? [] : [shownIndicators(room)]),
    ...(window?.from || window?.to ? [period] : []),
    ...others,
    ...rowChips(room).map(({ label }) => label),
  ]
}

/** A filter of a column in words. */
function filterWords(column: RowColumn, text: string, room: Room): string {
  const { words, dataset, language } = room
  const say = words.rows
  const filter = readRowFilter(column, text)
  switch (filter?.kind) {
    case 'none':
      return say.none
    case 'choice': {
      const labels = new Map(rowChoices(column.id, dataset, language).map(({ code, label }) => [code, label]))
      const names = filter.codes.map((code) => valueLabel(column, code, labels.get(code), room))
      return names.length > 3 ? say.severalValues(names.length) : names.join(', ')
    }
    case 'number':
      return range(filter.from, filter.to, (value) => rowNumber(value, language), room)
    case 'time': {
      const days = windowDays({ ...filter, kind: 'window' }, dataset.latestDay, dataset.calendar)
      const print = (day: WindowEdge) => printDay(day, language)
      return range(days?.from ?? null, days?.to ?? null, print, room)
    }
    default:
      return `“${text.trim()}”`
  }
}

/** What a value of a column of choices is called; a file by its place among the files. */
export function valueLabel(
  { id }: RowColumn,
  code: string,
  label: string | undefined,
  { words, dataset, workspace }: Room,
): string {
  if (id === 'part' && code === '~') return words.rows.total
  if (id === 'list' && (code === '63' || code === '34')) return words.units.lists[code]
  if (id === 'file') return workspace.opened(keyOf(dataset))?.files[Number(code)] ?? code
  if (id === 'place' && label !== undefined && dataset.territorySets.length > 1) {
    return `${label} (${words.rows.ofList(code.startsWith('n') ? '34' : '63')})`
  }
  return label ?? code
}

function range<T>(from: T | null, to: T | null, print: (value: T) => string, { words }: Room): string {
  const say = words.rows
  if (from !== null && to !== null) return say.between(print(from), print(to))
  return from === null ? (to === null ? '' : say.most(print(to))) : say.least(print(from))
}
