import { type CalendarStart, CIVIL } from '../../model/calendar.ts'
import type { ResultSet } from '../../model/result-set.ts'
import { readUnderstood } from './by-hand.ts'
import type { LoadReport } from './load-statements.ts'
import { readNamesRead } from './name-table.ts'
import { readRhythms } from './rhythms.ts'
import { readSeams } from './seams.ts'

/** Reads the answer of the last statement of a load by this calendar. */
export function readReport(result: ResultSet, calendar: CalendarStart = CIVIL): LoadReport {
  const number = (name: string) => Number(result.columns[name]?.[0] ?? 0)
  const years = String(result.columns.years?.[0] ?? '')
  const latest = result.columns.latest_day?.[0]
  return {
    read: number('read'),
    kept: number('kept'),
    rejected: number('rejected'),
    latestDay: latest === null || latest === undefined ? null : String(latest),
    rhythms: readRhythms(String(result.columns.rhythms?.[0] ?? ''), calendar),
    seams: readSeams(String(result.columns.seams?.[0] ?? '')),
    understood: readUnderstood(String(result.columns.understood?.[0] ?? '')),
    namesRead: readNamesRead(String(result.columns.names_read?.[0] ?? '')),
    years:
      years === ''
        ? []
        : years
            .split(',')
            .map(Number)
            .sort((a, b) => a - b),
  }
}
