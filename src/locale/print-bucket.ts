import type { Language } from '../model/bilingual.ts'
import type { CalendarStart } from '../model/calendar.ts'
import { type Bucket, bucketPlace } from '../model/rhythm.ts'
import type { Grain } from '../model/view.ts'
import { printSpan } from './print-period.ts'
import type { Words } from './words.ts'

/** A stretch of the calendar as the head of a column (`Th. 6`, `2024`), and in full with its days. */
export function labelledTime(
  bucket: Bucket,
  grain: Grain,
  words: Words,
  language: Language,
  calendar: CalendarStart,
): { readonly short: string; readonly long: string } {
  const { year, nth } = bucketPlace(bucket, grain, calendar)
  const say = words.quality.coverage
  return {
    short: grain === 'year' ? year : say[grain](nth),
    long: printSpan(bucket.from, bucket.to, words.figure, language, calendar),
  }
}
