import { printSpan } from '../../locale/print-period.ts'
import type { Words } from '../../locale/words.ts'
import type { Language } from '../../model/bilingual.ts'
import { type Bucket, bucketEdge, GRAIN_MONTHS } from '../../model/rhythm.ts'
import type { Grain } from '../../model/view.ts'

/** A bucket in words: `tháng 6/2024`, `quý II/2024`, `6 tháng đầu năm 2024`, `năm 2024`. */
export function bucketText(bucket: Bucket, grain: Grain, { chart, figure }: Words, language: Language): string {
  const { year, nth } = placeOf(bucket, grain)
  if (grain === 'quarter') return chart.lineQuarter(nth, year)
  if (grain === 'half') return chart.lineHalf(nth, year)
  return printSpan(bucket.from, bucket.to, figure, language)
}

/** The same, as short as an axis needs it. */
export function axisText(bucket: Bucket, grain: Grain, { chart }: Words): string {
  const { year, nth } = placeOf(bucket, grain)
  switch (grain) {
    case 'month':
      return chart.lineShortMonth(nth, year)
    case 'quarter':
      return chart.lineQuarter(nth, year)
    case 'half':
      return chart.lineShortHalf(nth, year)
    case 'year':
      return bucketEdge(bucket, grain)
  }
}

function placeOf({ from }: Bucket, grain: Grain): { readonly year: string; readonly nth: number } {
  return { year: from.slice(0, 4), nth: Math.ceil(Number(from.slice(5, 7)) / GRAIN_MONTHS[grain]) }
}
