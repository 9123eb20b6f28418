import type { Language } from '../model/bilingual.ts'
import { type CalendarStart, CIVIL, monthAt, monthEnd, monthStart } from '../model/calendar.ts'
import type { FigurePeriod } from '../model/figure.ts'
import type { FigureWords } from './figure.vi.ts'

/** The time of a figure in words: `năm 2024`, `5 năm, từ năm 2017`, `tính đến 19/9/2017`, `nguồn không ghi thời gian`. */
export function printPeriod(period: FigurePeriod, words: FigureWords, language: Language, calendar: CalendarStart): string {
  const { start, end, basis, duration } = period
  const years = /^P([0-9]+)Y$/.exec(duration)
  const lead = years ? `${words.durationYears(Number(years[1]))}, ` : ''
  if (start === null && end === null) return lead + (basis === 'as_of' ? words.upToPublication : words.noPeriod)
  if (start === null) return lead + words.upTo(printDay(end as string, language))
  if (end === null) return lead + words.since(printStart(start, words, language))
  return lead + printSpan(start, end, words, language, calendar)
}

/** `19/9/2017`; months below 3 get their zero, as offices write them: `01/02/2024`, `01/7/2025`. English: `19 September 2017`. */
export function printDay(iso: string, language: Language): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  if (language === 'en') {
    return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      Date.UTC(year, month - 1, day),
    )
  }
  return `${day < 10 ? `0${day}` : day}/${month < 3 ? `0${month}` : month}/${year}`
}

/** A span of whole years or one month by its name, any other by its days; of another calendar than the civil one by both. */
export function printSpan(
  start: string,
  end: string,
  words: FigureWords,
  language: Language,
  calendar: CalendarStart = CIVIL,
): string {
  const days = printDays(start, end, words, language)
  const name = calendar === CIVIL ? null : reportingName(start, end, words, calendar)
  return name === null ? days : words.named(name, days)
}

/** `năm báo cáo 2025` of a calendar that begins on another day; null for a stretch that has no name in it. */
function reportingName(start: string, end: string, words: FigureWords, calendar: CalendarStart): string | null {
  const [first, last] = [monthAt(start, calendar), monthAt(end, calendar)]
  if (monthStart(first, calendar) !== start || monthEnd(last, calendar) !== end) return null
  const [year, lastYear] = [String(Math.floor(first / 12)), String(Math.floor(last / 12))]
  if (first === last) return words.reportingMonth((first % 12) + 1, year)
  if (first % 12 !== 0 || last % 12 !== 11) return null
  return year === lastYear ? words.reportingYear(year) : words.reportingYears(year, lastYear)
}

function printDays(start: string, end: string, words: FigureWords, language: Language): string {
  if (start === end) return printDay(start, language)
  if (start.endsWith('-01-01') && end.endsWith('-12-31')) {
    const [from, to] = [start.slice(0, 4), end.slice(0, 4)]
    return from === to ? words.year(from) : words.years(from, to)
  }
  if (start.slice(0, 7) === end.slice(0, 7) && start.endsWith('-01') && end === lastDayOfMonth(end)) {
    return words.month(Number(start.slice(5, 7)), start.slice(0, 4))
  }
  return words.between(printDay(start, language), printDay(end, language))
}

function printStart(start: string, words: FigureWords, language: Language): string {
  const [year, month, day] = start.split('-') as [string, string, string]
  if (day !== '01') return printDay(start, language)
  return month === '01' ? words.year(year) : words.month(Number(month), year)
}

function lastDayOfMonth(iso: string): string {
  const [year, month] = iso.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
