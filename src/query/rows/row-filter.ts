import { readTime, writeTime } from '../../model/time-choice.ts'
import type { WindowEdge } from '../../model/view.ts'
import { type RowColumn, rowColumn } from './row-columns.ts'

/** What is kept of one column. `none` keeps the rows that have no number, or no day. */
export type RowFilter =
  | { readonly kind: 'text'; readonly words: string }
  | { readonly kind: 'choice'; readonly codes: readonly string[] }
  | { readonly kind: 'number'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'time'; readonly from: WindowEdge | null; readonly to: WindowEdge | null }
  | { readonly kind: 'none' }

const NONE = 'none'

/** Reads a filter as links write it: words; codes joined by `.`; `10..200`, `from-10`, `to-200`, `none`; times as `readTime` has them. */
export function readRowFilter({ kind }: RowColumn, text: string): RowFilter | null {
  switch (kind) {
    case 'text':
      return { kind, words: text }
    case 'choice': {
      const codes = [...new Set(text.split('.').filter((code) => code !== ''))]
      return codes.length > 0 && codes.every((code) => /^[\w~-]+$/.test(code)) ? { kind, codes } : null
    }
    case 'number':
      return text === NONE ? { kind: NONE } : readRange(text)
    case 'time': {
      const time = text === NONE ? null : readTime(text)
      if (time === null) return text === NONE ? { kind: NONE } : null
      return time.kind === 'window' && (time.from !== null || time.to !== null) ? { kind, from: time.from, to: time.to } : null
    }
  }
}

/** Writes what `readRowFilter` reads; empty for a filter that keeps everything. */
export function writeRowFilter(filter: RowFilter): string {
  switch (filter.kind) {
    case 'none':
      return NONE
    case 'text':
      return filter.words
    case 'choice':
      return filter.codes.join('.')
    case 'number': {
      const { from, to } = filter
      if (from === null) return to === null ? '' : `to-${to}`
      return to === null ? `from-${from}` : `${from}..${to}`
    }
    case 'time':
      return filter.from === null && filter.to === null ? '' : writeTime({ kind: 'window', from: filter.from, to: filter.to })
  }
}

/** Whether a link's filter is one that the column has. */
export function isRowFilter(id: string, text: string): boolean {
  const column = rowColumn(id)
  return column !== undefined && readRowFilter(column, text) !== null
}

const NUMBER = String.raw`(-?\d+(?:\.\d+)?)`
const CLOSED = new RegExp(`^${NUMBER}\\.\\.${NUMBER}$`)
const OPEN = new RegExp(`^(from|to)-${NUMBER}$`)

function readRange(text: string): RowFilter | null {
  const closed = CLOSED.exec(text)
  if (closed) return { kind: 'number', from: Number(closed[1]), to: Number(closed[2]) }
  const open = OPEN.exec(text)
  if (!open) return null
  const bound = Number(open[2])
  return { kind: 'number', from: open[1] === 'from' ? bound : null, to: open[1] === 'to' ? bound : null }
}
