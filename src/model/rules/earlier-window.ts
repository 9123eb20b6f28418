import { type CalendarStart, monthAt, monthEnd, monthStart } from '../calendar.ts'
import type { Window } from './time.ts'

/**
 * The window that a view is compared with: `prev` as many months just before it, `yoy` the same months a year earlier (cùng kỳ).
 * A window that ends inside a month (a year to date) keeps its days. Null for one without both ends.
 */
export function earlierWindow({ from, to }: Window, kind: 'prev' | 'yoy', calendar: CalendarStart): Window | null {
  if (from === null || to === null) return null
  const first = monthAt(from, calendar)
  const last = monthAt(to, calendar)
  const isWhole = monthStart(first, calendar) === from && monthEnd(last, calendar) === to
  if (!isWhole) return kind === 'yoy' ? { from: yearBefore(from), to: yearBefore(to) } : daysBefore(from, to)
  const months = kind === 'yoy' ? 12 : last - first + 1
  return { from: monthStart(first - months, calendar), to: monthEnd(last - months, calendar) }
}

function yearBefore(day: string): string {
  const rest = day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)
  return `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${rest}`
}

const DAY = 86_400_000

function daysBefore(from: string, to: string): Window {
  const iso = (time: number) => new Date(time).toISOString().slice(0, 10)
  const length = Date.parse(to) - Date.parse(from)
  return { from: iso(Date.parse(from) - length - DAY), to: iso(Date.parse(from) - DAY) }
}
