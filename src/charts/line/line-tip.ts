import { printFigure } from '../../locale/print-figure.ts'
import type { Figure } from '../../model/figure.ts'
import { asOfDays } from '../../model/rules/as-of-days.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { linesOf } from '../parts/text-width.ts'
import { bucketText } from './line-buckets.ts'
import type { DataLine, LinePanel, LinePoint } from './line-panels.ts'

/** Lines of a panel that a tip names; of more the lowest are left to the table. */
const MOST_LINES = 12
const WIDEST = 420

/**
 * What the pointer is told over a bucket: its time, then each line's number with its remarks, or that there is none. `first` is
 * the line under the pointer, which is named before the others.
 */
export function tipOf(panel: LinePanel, bucket: number, first: DataLine | null, input: PictureInput): string {
  const { series, words, language, width } = input
  const of = series?.buckets[bucket]
  if (!series || !of) return ''
  const broken = (text: string) => linesOf(text, Math.min(width - 48, WIDEST), 12).join('\n')
  const rows = panel.lines.map((line) => ({ line, point: line.points.find((one) => one.bucket === bucket) }))
  const rank = ({ line, point }: (typeof rows)[number]) => (line === first ? Number.POSITIVE_INFINITY : heightOf(point))
  const order = rows.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)))
  const head = bucketText(of, series, words, language)
  const shown = order.slice(0, MOST_LINES).map(({ line, point }) => rowText(line, point, panel, bucket, input))
  const more = rows.length > MOST_LINES ? [words.chart.lineMore(rows.length - MOST_LINES)] : []
  return [head.charAt(0).toLocaleUpperCase(language) + head.slice(1), ...shown, ...more].map(broken).join('\n')
}

/** `Hà Nội: 868 nguồn tin (sơ bộ)`; a number of another time than the whole bucket says which. */
function rowText(
  line: DataLine,
  point: LinePoint | undefined,
  panel: LinePanel,
  bucket: number,
  { words, dataset, language }: PictureInput,
): string {
  const print = (figure: Figure) => printFigure(figure, dataset, words.figure, language)
  if (point) {
    const { mark, figure } = point
    const text = print(figure)
    const isOff = mark === 'partial' && figure.days === null
    // Several days inside a bucket are not told by its name.
    const off = isOff ? [words.chart.lineOffStep(text.time)] : asOfDays([figure]) ? [text.time] : []
    const parts = figure.basis === 'parts_sum' && text.kind !== panel.kind ? [text.kind] : []
    const remarks = [...text.remarks, ...off, ...parts]
    return `${line.name}: ${text.full}${remarks.length > 0 ? ` (${remarks.join('; ')})` : ''}`
  }
  const undrawn = line.undrawn.filter((one) => one.bucket === bucket)
  if (undrawn.length === 0) return `${line.name}: ${words.chart.missing}`
  const texts = undrawn.map(({ figure }) => print(figure))
  return `${line.name}: ${texts.map(({ full, scope }) => [full, scope].filter(Boolean).join(', ')).join('; ')}`
}

function heightOf(point: LinePoint | undefined): number {
  return point?.value ?? Number.NEGATIVE_INFINITY
}
