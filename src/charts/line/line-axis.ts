import { labelOf } from '../../locale/print-figure.ts'
import { monthAt } from '../../model/calendar.ts'
import { type Bucket, GRAIN_MONTHS } from '../../model/rhythm.ts'
import { INDEX_UNIT } from '../../model/rules/index-series.ts'
import { allDigits } from '../../model/rules/printing.ts'
import type { Grain } from '../../model/view.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { textWidth } from '../parts/text-width.ts'
import { axisText } from './line-buckets.ts'
import type { LinePanel } from './line-panels.ts'

/** The scale of a panel: round ticks from zero, and the words of its unit. */
export interface ValueAxis {
  readonly low: number
  readonly high: number
  readonly ticks: readonly { readonly value: number; readonly text: string }[]
  /** `tỷ đồng`, `nguồn tin`; empty where the ticks say it or the unit is a mere item. */
  readonly unit: string
}

/** Ticks that a scale has about, above zero. */
const TICKS = 4

export function valueAxis({ lines, unit, per, decimals }: LinePanel, { dataset, words, language }: PictureInput): ValueAxis {
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value))
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  const scale = unit === 'VND' && most >= 1e9 ? 'billion' : unit === 'VND' && most >= 1e6 ? 'million' : 'ones'
  const divisor = { ones: 1, million: 1e6, billion: 1e9 }[scale]
  const finest = scale === 'ones' ? 10 ** -decimals : 0
  const step = stepAbove(Math.max((most - least) / divisor / TICKS, finest)) * divisor
  const first = Math.floor(least / step + 1e-9)
  const last = Math.max(Math.ceil(most / step - 1e-9), first + 1)
  const print = (value: number) => {
    // A tick is a round number; what its product has beyond twelve digits is noise.
    const digits = allDigits(Number((value / divisor).toPrecision(12)), language)
    return unit === 'percent' ? words.figure.percent(digits) : digits
  }
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step)
  const unitWords = unit === 'item' || unit === 'percent' || unit === INDEX_UNIT ? '' : labelOf(dataset, 'unit', unit, language)
  return {
    low: first * step,
    high: last * step,
    ticks: ticks.map((value) => ({ value, text: print(value) })),
    unit: [words.figure.scale(scale), unitWords].filter(Boolean).join(' ') + per,
  }
}

/** A label below the axis of time: which bucket it names, and where its middle is, in pixels from the left of the plot. */
export interface TimeLabel {
  readonly bucket: number
  readonly x: number
  readonly text: string
}

/** As many labels as fit, evenly spaced and on round dates of the calendar; `room` is what may stick out on the left. */
export function timeLabels(
  buckets: readonly Bucket[],
  grain: Grain,
  width: number,
  room: number,
  { words, dataset }: PictureInput,
): TimeLabel[] {
  const { calendar } = dataset
  const step = width / buckets.length
  const texts = buckets.map((bucket) => axisText(bucket, { grain, calendar }, words))
  const widest = Math.max(...texts.map((text) => textWidth(text, 12)))
  const stride = STRIDES[grain].find((every) => every * step >= widest + LABEL_GAP) ?? buckets.length
  const nth = (bucket: Bucket) => monthAt(bucket.from, calendar) / GRAIN_MONTHS[grain]
  const round = buckets.flatMap((bucket, at) => (nth(bucket) % stride === 0 ? [at] : []))
  const chosen = round.length > 1 ? round : buckets.flatMap((_, at) => (at % stride === 0 ? [at] : []))
  return chosen.map((at) => {
    const text = texts[at] as string
    const half = textWidth(text, 12) / 2
    return { bucket: at, x: Math.min(Math.max((at + 0.5) * step, half - room), Math.max(width - half, half - room)), text }
  })
}

const LABEL_GAP = 14
/** Every how many buckets a label may stand. */
const STRIDES: Readonly<Record<Grain, readonly number[]>> = {
  month: [1, 2, 3, 6, 12, 24, 60, 120],
  quarter: [1, 2, 4, 8, 20, 40],
  half: [1, 2, 4, 10, 20],
  year: [1, 2, 5, 10, 20, 50],
}

/** The least of 1, 2, 2.5 and 5 times a power of ten that is not below. */
function stepAbove(least: number): number {
  if (least <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(least) + 1e-9)
  return (
    (least >= 2 * power && least <= 2.5 * power && power >= 10
      ? 2.5
      : ([1, 2, 5].find((times) => times * power >= least * (1 - 1e-9)) ?? 10)) * power
  )
}
