/**
 * First day of a reporting year as `MM-DD`: `01-01`, or `12-15` where year 2024 goes from 15 December 2023 to 14 December 2024.
 * A year that begins in July or later is named after the one that follows.
 */
export type CalendarStart = string

export const CIVIL: CalendarStart = '01-01'

/** The first day of a reporting month, counted from the first one of the year 0: `2024 * 12` is the first of 2024. */
export function monthStart(month: number, calendar: CalendarStart): string {
  const { shift, day } = partsOf(calendar)
  return isoDay(month + shift, day)
}

/** The last day of the same month. */
export function monthEnd(month: number, calendar: CalendarStart): string {
  const { shift, day } = partsOf(calendar)
  return dayBefore(month + 1 + shift, day)
}

/** The reporting month that holds an ISO day. */
export function monthAt(iso: string, calendar: CalendarStart): number {
  const { shift } = partsOf(calendar)
  const civil = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1
  const month = civil - shift
  return iso >= monthStart(month, calendar) ? month : month - 1
}

/** The calendar that all of them follow; the civil one where they follow several, or none is said. */
export function commonCalendar(all: readonly CalendarStart[]): CalendarStart {
  const [first, ...others] = new Set(all)
  return first !== undefined && others.length === 0 ? first : CIVIL
}

function partsOf(calendar: CalendarStart): { readonly shift: number; readonly day: number } {
  const month = Number(calendar.slice(0, 2))
  return { shift: month < 7 ? month - 1 : month - 13, day: Number(calendar.slice(3)) }
}

/** `month` counts from January of the year 0. A month without such a day has its last one. */
function isoDay(month: number, day: number): string {
  return iso(month, Math.min(day, daysIn(month)))
}

function dayBefore(month: number, day: number): string {
  const first = Math.min(day, daysIn(month))
  return first > 1 ? iso(month, first - 1) : iso(month - 1, daysIn(month - 1))
}

// By hand: pages ask for thousands of such days, and a `Date` for each takes them ten times as long.
function iso(month: number, day: number): string {
  const year = Math.floor(month / 12)
  return `${String(year).padStart(4, '0')}-${twoDigits(month - year * 12 + 1)}-${twoDigits(day)}`
}

function daysIn(month: number): number {
  const year = Math.floor(month / 12)
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - year * 12] as number
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}
