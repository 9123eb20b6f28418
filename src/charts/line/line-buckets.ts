import { printSpan } from '../../locale/print-period.ts'
import type { Words } from '../../locale/words.ts'
import type { Language } from '../../model/bilingual.ts'
import { CIVIL } from '../../model/calendar.ts'
import { type Bucket, bucketPlace } from '../../model/rhythm.ts'
import type { Series } from '../../query/series-query.ts'

type Steps = Pick<Series, 'grain' | 'calendar'>

/** A bucket in words: `tháng 6/2024`, `quý II/2024`, `6 tháng đầu năm 2024`, `năm 2024`; on another calendar with its days. */
export function bucketText(bucket: Bucket, { grain, calendar }: Steps, words: Words, language: Language): string {
  const name = bucketName(bucket, { grain, calendar }, words)
  return calendar === CIVIL ? name : `${name} (${printSpan(bucket.from, bucket.to, words.figure, language)})`
}

/** The same, as short as an axis needs it. */
export function axisText(bucket: Bucket, { grain, calendar }: Steps, { chart }: Words): string {
  const { year, nth } = bucketPlace(bucket, grain, calendar)
  switch (grain) {
    case 'month':
      return chart.lineShortMonth(nth, year)
    case 'quarter':
      return chart.lineQuarter(nth, year)
    case 'half':
      return chart.lineShortHalf(nth, year)
    case 'year':
      return year
  }
}

/** A bucket in words, without its days. */
export function bucketName(
  bucket: Bucket,
  { grain, calendar }: Steps,
  { chart, figure }: Pick<Words, 'chart' | 'figure'>,
): string {
  const { year, nth } = bucketPlace(bucket, grain, calendar)
  switch (grain) {
    case 'month':
      return figure.month(nth, year)
    case 'quarter':
      return chart.lineQuarter(nth, year)
    case 'half':
      return chart.lineHalf(nth, year)
    case 'year':
      return figure.year(year)
  }
}
