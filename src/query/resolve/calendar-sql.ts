import { type CalendarStart, monthStart } from '../../model/calendar.ts'

/**
 * SQL for `monthAt`: the reporting month that holds the day of a DATE expression, counted from the first one of the year 0.
 * NULL for NULL.
 */
export function monthAtSql(date: string, calendar: CalendarStart): string {
  const { shift, day } = partsOf(calendar)
  const civil = `year(${date}) * 12 + month(${date}) - ${1 + shift}`
  return day === 1 ? `(${civil})` : `(${civil} - CAST(day(${date}) < ${firstDayIn(date, day)} AS INTEGER))`
}

/** SQL for the reporting year that holds the day of a DATE expression. */
export function yearAtSql(date: string, calendar: CalendarStart): string {
  return `${monthAtSql(date, calendar)} // 12`
}

/** SQL for whether a DATE expression is the first day of a reporting month. */
export function isMonthStartSql(date: string, calendar: CalendarStart): string {
  return `day(${date}) = ${firstDayIn(date, partsOf(calendar).day)}`
}

/** A month without such a day begins on its last one. */
function firstDayIn(date: string, day: number): string {
  return day <= 28 ? String(day) : `least(${day}, day(last_day(${date})))`
}

/** By how many months a reporting year begins after 1 January of its number, and on which day. */
function partsOf(calendar: CalendarStart): { readonly shift: number; readonly day: number } {
  const first = monthStart(24_000, calendar)
  return { shift: Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 - 24_000, day: Number(calendar.slice(3)) }
}
