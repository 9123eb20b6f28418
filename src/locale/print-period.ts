import type { Language } from '../model/bilingual.ts'
import type { FigurePeriod } from '../model/figure.ts'
import type { FigureWords } from './figure.vi.ts'

/** The time of a figure in words: `năm 2024`, `5 năm, từ năm 2017`, `tính đến 19/9/2017`, `nguồn không ghi thời gian`. */
export function printPeriod(period: FigurePeriod, words: FigureWords, language: Language): string {
  const { start, end, basis, duration } = period
  const years = /^P([0-9]+)Y$/.exec(duration)
  const lead = years ? `${words.durationYears(Number(years[1]))}, ` : ''
  if (start === null && end === null) return lead + (basis === 'as_of' ? words.upToPublication : words.noPeriod)
  if (start === null) return lead + words.upTo(printDay(end as string, language))
  if (end === null) return lead + words.since(printStart(start, words, language))
  return lead + printSpan(start, end, words, language)
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

/** A span of whole years or one month by its name, any other by its days. */
export function printSpan(start: string, end: string, words: FigureWords, language: Language): string {
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
