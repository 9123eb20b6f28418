import { type CalendarStart, CIVIL, monthAt, monthEnd, monthStart } from './calendar.ts'
import type { CoveredSpan } from './rules/covered-spans.ts'
import type { Window } from './rules/time.ts'
import type { TimeChoice, WindowEdge } from './view.ts'

/**
 * Reads a time as links write it: `report`, `all`, `2024-Q2`, `2019..2024`, `from-2019`, `to-2024`, `last12m`, `ytd`.
 * Joiners at the end are dropped, for that is where chat apps cut a link. Null when it is no time.
 */
export function readTime(text: string): TimeChoice | null {
  const trimmed = text.replace(/\.+$/, '')
  if (trimmed === 'report' || trimmed === 'ytd') return { kind: trimmed }
  if (trimmed === 'all') return { kind: 'window', from: null, to: null }
  return readMoving(trimmed) ?? readOpenWindow(trimmed) ?? readClosedWindow(trimmed)
}

/** Writes what `readTime` reads. */
export function writeTime(time: TimeChoice): string {
  switch (time.kind) {
    case 'report':
    case 'ytd':
      return time.kind
    case 'last':
      return `last${time.count}${time.grain}`
    case 'window':
      if (time.from === null) return time.to === null ? 'all' : `to-${time.to}`
      if (time.to === null) return `from-${time.from}`
      return time.from === time.to ? time.from : `${time.from}..${time.to}`
  }
}

/** Reads `2024`, `2024-H1`, `2024-Q2` or `2024-06`, small letters too; null when it is none of them. */
export function readEdge(text: string): WindowEdge | null {
  const upper = text.toUpperCase()
  return EDGE.test(upper) ? upper : null
}

/** First and last day of an edge, by a reporting calendar. Throws a RangeError on text that is no edge. */
export function edgeDays(edge: WindowEdge, calendar: CalendarStart = CIVIL): { readonly from: string; readonly to: string } {
  const parts = EDGE.exec(edge)
  if (!parts) throw new RangeError(`not a year, half, quarter or month: ${edge}`)
  const year = Number(parts[1])
  const [first, months] = monthsOf(parts[2] ?? '')
  const start = year * 12 + first - 1
  return { from: monthStart(start, calendar), to: monthEnd(start + months - 1, calendar) }
}

/**
 * The window of a time, in inclusive ISO days with null for an open end; null for `report`, which has none.
 * Years, halves, quarters and months are those of the reporting `calendar`. `latestDay` is the newest day the dataset knows: a moving window ends with the month, quarter or year that holds it,
 * and the year to date ends on it. Without such a day no row lies in any window, so a moving one is open on both sides.
 */
export function windowDays(time: TimeChoice, latestDay: string | null, calendar: CalendarStart = CIVIL): Window | null {
  switch (time.kind) {
    case 'report':
      return null
    case 'window':
      return { from: time.from && edgeDays(time.from, calendar).from, to: time.to && edgeDays(time.to, calendar).to }
    case 'ytd':
      return { from: latestDay && monthStart(12 * Math.floor(monthAt(latestDay, calendar) / 12), calendar), to: latestDay }
    case 'last':
      return latestDay ? lastDays(time.count, MONTHS[time.grain], latestDay, calendar) : { from: null, to: null }
  }
}

/** The window of just these days; null where they are no whole months of the calendar. */
export function choiceOfDays({ start, end }: CoveredSpan, calendar: CalendarStart): TimeChoice | null {
  const [from, to] = [monthAt(start, calendar), monthAt(end, calendar)]
  if (monthStart(from, calendar) !== start || monthEnd(to, calendar) !== end) return null
  const edge = (month: number): WindowEdge => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  return { kind: 'window', from: edge(from), to: edge(to) }
}

const EDGE = /^((?:19|20)\d{2})(?:-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/
const MONTHS = { m: 1, q: 3, y: 12 } as const

function readMoving(text: string): TimeChoice | null {
  const parts = /^last([1-9]\d{0,2})([mqy])$/.exec(text)
  return parts && { kind: 'last', count: Number(parts[1]), grain: parts[2] as 'm' | 'q' | 'y' }
}

function readOpenWindow(text: string): TimeChoice | null {
  const parts = /^(from|to)-(.+)$/.exec(text)
  const edge = parts && readEdge(parts[2] ?? '')
  if (!edge) return null
  return parts[1] === 'from' ? { kind: 'window', from: edge, to: null } : { kind: 'window', from: null, to: edge }
}

/** One edge, or two with `..` between them that do not run backwards. */
function readClosedWindow(text: string): TimeChoice | null {
  const edges = text.split('..').map(readEdge)
  const [from, to = from] = edges
  if (edges.length > 2 || !from || !to) return null
  return edgeDays(from).from <= edgeDays(to).to ? { kind: 'window', from, to } : null
}

/** First month (1 to 12) and number of months of `H1`, `Q2`, `06` or a whole year. */
function monthsOf(part: string): readonly [first: number, months: number] {
  const number = Number(part.slice(1))
  if (part === '') return [1, 12]
  if (part.startsWith('H')) return [number * 6 - 5, 6]
  if (part.startsWith('Q')) return [number * 3 - 2, 3]
  return [Number(part), 1]
}

function lastDays(count: number, months: number, latestDay: string, calendar: CalendarStart): Window {
  const end = Math.floor(monthAt(latestDay, calendar) / months) * months + months - 1
  return { from: monthStart(end - count * months + 1, calendar), to: monthEnd(end, calendar) }
}
