import { type CalendarStart, monthAt, monthEnd, monthStart } from '../calendar.ts'
import type { ClosedWindow } from './share-out.ts'
import type { Window } from './time.ts'

/**
 * The window that a view is compared with: `prev` as many months just before it, `yoy` the same months a year earlier (cùng kỳ).
 * A window that ends inside a month (a year to date) keeps its days. Null for one without both ends, and where the two would have days
 * in common, as of more than a year under `yoy`.
 */
export function earlierWindow({ from, to }: Window, kind: 'prev' | 'yoy', calendar: CalendarStart): ClosedWindow | null {
  if (from === null || to === null) return null
  const earlier = setBack({ from, to }, kind, calendar)
  return earlier.to < from ? earlier : null
}

function setBack({ from, to }: ClosedWindow, kind: 'prev' | 'yoy', calendar: CalendarStart): ClosedWindow {
  if (!isWholeMonths({ from, to }, calendar)) {
    return kind === 'yoy' ? { from: yearBefore(from), to: yearBefore(to) } : daysBefore(from, to)
  }
  const first = monthAt(from, calendar)
  const last = monthAt(to, calendar)
  const months = kind === 'yoy' ? 12 : last - first + 1
  return { from: monthStart(first - months, calendar), to: monthEnd(last - months, calendar) }
}

export function isWholeMonths({ from, to }: ClosedWindow, calendar: CalendarStart): boolean {
  return monthStart(monthAt(from, calendar), calendar) === from && monthEnd(monthAt(to, calendar), calendar) === to
}

function yearBefore(day: string): string {
  const rest = day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)
  return `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${rest}`
}

const DAY = 86_400_000

function daysBefore(from: string, to: string): ClosedWindow {
  const iso = (time: number) => new Date(time).toISOString().slice(0, 10)
  const length = Date.parse(to) - Date.parse(from)
  return { from: iso(Date.parse(from) - length - DAY), to: iso(Date.parse(from) - DAY) }
}
