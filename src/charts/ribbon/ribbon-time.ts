import type { FigurePeriod } from '../../model/figure.ts'

/**
 * What is known of the time of a figure, in days since 1970: a `span` up to but without `to`, where a bound that only a stated
 * duration gives fades; one `day` that a figure is as of; or one bound with an unknown length `after` or `before` it.
 */
export type Extent =
  | {
      readonly kind: 'span'
      readonly from: number
      readonly to: number
      readonly fades: 'start' | 'end' | null
    }
  | { readonly kind: 'day'; readonly at: number }
  | { readonly kind: 'open'; readonly at: number; readonly side: 'before' | 'after' }

/** The extent of a period; null where neither a bound nor an as-of day is known. */
export function extentOf({ start, end, basis, duration }: FigurePeriod, isStock: boolean): Extent | null {
  const isOneDay = basis === 'as_of' && (start === null || start === end)
  if (isStock || isOneDay) return end === null ? null : { kind: 'day', at: dayOf(end) }
  if (start !== null && end !== null) return { kind: 'span', from: dayOf(start), to: dayOf(end) + 1, fades: null }
  const length = readDuration(duration)
  if (start !== null) {
    const from = dayOf(start)
    return length ? { kind: 'span', from, to: shifted(from, length, 1), fades: 'end' } : { kind: 'open', at: from, side: 'after' }
  }
  if (end === null) return null
  const to = dayOf(end) + 1
  return length ? { kind: 'span', from: shifted(to, length, -1), to, fades: 'start' } : { kind: 'open', at: to, side: 'before' }
}

/** A line of the axis: the first day of a year, or of a month. */
export interface Tick {
  readonly day: number
  readonly year: number
  /** 1 to 12; null where the axis counts years. */
  readonly month: number | null
}

export interface TimeAxis {
  readonly from: number
  readonly to: number
  readonly ticks: readonly Tick[]
}

/** From here on an axis counts years. */
const YEARS_FROM = 2 * 365
/** Room in days that an unknown length gets on its side. */
const OPEN_ROOM = 365

/** The axis that all extents fit on: whole years, or whole months where they lie within two years; null without any extent. */
export function timeAxis(extents: readonly Extent[]): TimeAxis | null {
  if (extents.length === 0) return null
  const least = Math.min(...extents.map((extent) => daysOf(extent)[0]))
  const most = Math.max(...extents.map((extent) => daysOf(extent)[1]))
  const [first, last] = [partsOf(least), partsOf(most)]
  const countsYears = most + 1 - least >= YEARS_FROM
  // A few months of one year stand in their year: alone they would fill the picture and look like all of it.
  const isWholeYears = countsYears || first.year === last.year
  const start = isWholeYears ? { year: first.year, month: 1 } : first
  const step = countsYears ? 12 : 1
  const to = isWholeYears ? firstOf(last.year + 1, 1) : firstOf(last.year, last.month + 1)
  const ticks: Tick[] = []
  for (let at = 0; ; at += step) {
    const day = firstOf(start.year, start.month + at)
    if (day > to) break
    const { year, month } = partsOf(day)
    ticks.push({ day, year, month: countsYears ? null : month })
  }
  return { from: firstOf(start.year, start.month), to, ticks }
}

/** The ticks that have room for their labels: every first, second, fifth … year, or every first, second, third … month. */
export function labelledTicks({ ticks, from, to }: TimeAxis, axisWidth: number, labelWidth: number): Tick[] {
  const apart = (labelWidth * (to - from)) / axisWidth
  const isMonths = ticks[0]?.month !== null
  const days = isMonths ? 30.4 : 365.25
  const steps = isMonths ? [1, 2, 3, 6, 12] : [1, 2, 5, 10, 20, 50, 100]
  const step = steps.find((one) => one * days >= apart) ?? (steps.at(-1) as number)
  return ticks.filter(({ year, month, day }) => day < to && (month === null ? year % step === 0 : (month - 1) % step === 0))
}

/** Days since 1970-01-01 of an ISO day. */
export function dayOf(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY)
}

const DAY = 86_400_000

interface Length {
  readonly months: number
  readonly days: number
}

/** `P5Y`, `P1Y6M`, `P90D`; null for anything else. */
function readDuration(text: string): Length | null {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(text)
  if (!parts) return null
  const [years, months, weeks, days] = parts.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number]
  const length = { months: 12 * years + months, days: 7 * weeks + days }
  return length.months + length.days > 0 ? length : null
}

function shifted(day: number, { months, days }: Length, direction: 1 | -1): number {
  const date = new Date(day * DAY)
  const wanted = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + direction * months, 1) / DAY
  // The 31st of a month that has none is its last day.
  const { year, month } = partsOf(wanted)
  const length = firstOf(year, month + 1) - wanted
  return wanted + Math.min(date.getUTCDate(), length) - 1 + direction * days
}

function partsOf(day: number): { readonly year: number; readonly month: number } {
  const date = new Date(day * DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 }
}

/** First day of a month; months above 12 fall into the years after. */
function firstOf(year: number, month: number): number {
  return Date.UTC(year, month - 1, 1) / DAY
}

/** First and last day that an extent needs on the axis; an unknown length gets some room on its side. */
function daysOf(extent: Extent): readonly [first: number, last: number] {
  if (extent.kind === 'span') return [extent.from, extent.to - 1]
  if (extent.kind === 'day') return [extent.at, extent.at]
  return extent.side === 'after' ? [extent.at, extent.at + OPEN_ROOM] : [extent.at - OPEN_ROOM, extent.at - 1]
}
