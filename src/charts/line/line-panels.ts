import { labelOf, printFigure } from '../../locale/print-figure.ts'
import { breakdownRule, type Dataset, indicatorOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import type { Aggregation } from '../../model/indicator.ts'
import type { Bucket } from '../../model/rhythm.ts'
import { type TerritoryKey, territoryKey } from '../../model/territory.ts'
import { indicatorsOf } from '../../query/view-query.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { reporterName, reportersOf } from '../parts/reporters.ts'

/** How a point is drawn: in full; of some days of its bucket; provisional or estimated; to be verified. */
export type PointMark = 'full' | 'partial' | 'unsure' | 'doubtful'

export interface LinePoint {
  /** What it is picked by: panel, line and bucket. */
  readonly id: string
  readonly bucket: number
  readonly figure: Figure
  readonly value: number
  readonly mark: PointMark
  /** Points of neighbouring buckets with equal text may be joined (rule 7); empty where a point stands alone. */
  readonly joins: string
}

/** A figure of a bucket that has no point: in words, withheld, of a part of the place, of another time than its bucket. */
export interface Undrawn {
  readonly id: string
  readonly bucket: number
  readonly figure: Figure
}

export interface DataLine {
  readonly key: string
  /** Null for a part of one place. */
  readonly territory: TerritoryKey | null
  readonly name: string
  /** In the order of time. */
  readonly points: readonly LinePoint[]
  readonly undrawn: readonly Undrawn[]
}

/** One scale: the lines of one indicator, definition and unit. */
export interface LinePanel {
  readonly title: string
  /** The kind it shows, or the most parts that one of its sums has; a sum of fewer has to say so. */
  readonly kind: string
  readonly domain: string
  /** After the unit, what the numbers were divided by. */
  readonly per: string
  readonly unit: string
  readonly decimals: number
  /** Of index numbers, the bucket that is 100. */
  readonly base: Bucket | null
  readonly lines: readonly DataLine[]
}

/** The panels of a series in the package's order of indicators, totals before kinds; empty without a series. */
export function linePanels(input: PictureInput): LinePanel[] {
  const { series, view, dataset } = input
  if (!series) return []
  const places = reportersOf(view, dataset)
  const found = new Map<string, Placed[]>()
  series.figures.forEach((figures, bucket) => {
    for (const figure of figures) {
      const slot = slotOf(figure, places.length === 1, input)
      if (!slot) continue
      const of = found.get(slot.panel)
      if (of) of.push({ ...slot, figure, bucket })
      else found.set(slot.panel, [{ ...slot, figure, bucket }])
    }
  })
  const order = indicatorsOf(view, dataset)
  return [...found.values()]
    .sort((a, b) => rankOf(a, order, dataset) - rankOf(b, order, dataset))
    .map((placed, at) => panelOf(placed, at, places, input))
}

interface Slot {
  readonly panel: string
  readonly line: string
  readonly isPart: boolean
}

interface Placed extends Slot {
  readonly figure: Figure
  readonly bucket: number
}

/**
 * Where rule 7 lets a figure stand: with its indicator, definition and unit, and, where an unknown start is equal only inside one
 * source, with that source. Additive parts that a filter asks for share a scale where they are of one place, for they add.
 */
function slotOf(figure: Figure, onePlace: boolean, input: PictureInput): Slot | null {
  const { dataset, view } = input
  const { indicator, breakdownKey, breakdownValues, basis } = figure
  const { unit } = overTime(figure)
  const rule = breakdownRule(dataset, indicator, breakdownKey)
  if (basis === 'part' && rule === 'additive' && onePlace && (view.filters[breakdownKey]?.length ?? 0) > 1) {
    return { panel: JSON.stringify([indicator, breakdownKey, unit]), line: breakdownValues.join('+'), isPart: true }
  }
  if (!figure.stands) return null
  const kind = basis === 'part' ? `${breakdownKey}=${breakdownValues.join('+')}` : ''
  const source = aggregationOf(figure, dataset) === 'none' && figure.period.start === null ? figure.sources.join(' ') : ''
  return { panel: JSON.stringify([indicator, kind, unit, source]), line: territoryKey(figure.territory), isPart: false }
}

function rankOf([first]: readonly Placed[], order: readonly string[], dataset: Dataset): number {
  if (!first) return 0
  const { indicator, breakdownKey, breakdownValues, basis } = first.figure
  const code = dataset.codes.find(({ key, value }) => key === breakdownKey && value === breakdownValues[0])
  const kind = basis === 'part' ? 1 + Math.min(Math.max(code?.order ?? 9998, 0), 9998) : 0
  return order.indexOf(indicator) * 10_000 + kind
}

function panelOf(placed: readonly Placed[], at: number, places: readonly TerritoryKey[], input: PictureInput): LinePanel {
  const { dataset, words, language } = input
  const first = placed[0] as Placed
  const { figure, isPart } = first
  const indexed = placed.find((one) => overTime(one.figure) !== one.figure)?.figure
  const indicator = indicatorOf(dataset, figure.indicator)
  const text = printFigure(figure, dataset, words.figure, language)
  const place = reporterName(dataset, territoryKey(figure.territory), language)
  const by = words.chart.partsOf(labelOf(dataset, 'breakdown_key', figure.breakdownKey, language))
  // A sum of what a filter keeps is not the whole.
  const isChosen = figure.basis === 'parts_sum' && input.view.filters[figure.breakdownKey] !== undefined
  const kind = widestKind(placed, input)
  const isSaid = figure.basis === 'part' || isChosen
  const keys = [...new Set(placed.map(({ line }) => line))]
  const rank = (key: string) => {
    if (!isPart) return places.indexOf(key as TerritoryKey)
    return dataset.codes.find((code) => code.key === figure.breakdownKey && code.value === key)?.order ?? 0
  }
  return {
    title: isPart ? `${place}: ${text.indicator}, ${by}` : [text.indicator, ...(isSaid ? [kind] : [])].filter(Boolean).join(': '),
    kind,
    domain: indicator?.domain ?? '',
    unit: indexed?.unit ?? figure.unit,
    per: indexed ? '' : figure.normalised ? input.words.figure.per[figure.normalised.by] : '',
    base: baseOf(indexed),
    decimals: indicator?.decimals ?? 0,
    lines: keys
      .sort((a, b) => rank(a) - rank(b))
      .map((key, nth) =>
        lineOf(
          key,
          placed.filter((one) => one.line === key),
          `${at}-${nth}`,
          input,
        ),
      ),
  }
}

/** What an index number is of; else the figure itself. */
function overTime(figure: Figure): Figure {
  return (figure.computed?.how === 'index' && figure.computed.of[0]) || figure
}

function baseOf(indexed: Figure | undefined): Bucket | null {
  const { from, to } = indexed?.computed?.of[1]?.window ?? { from: null, to: null }
  return from !== null && to !== null ? { from, to } : null
}

/** Of sums the one with most parts: where a part is missing, the figure itself says so. */
function widestKind(placed: readonly Placed[], { dataset, words, language }: PictureInput): string {
  const [widest] = [...placed].sort((a, b) => b.figure.breakdownValues.length - a.figure.breakdownValues.length)
  return widest ? printFigure(widest.figure, dataset, words.figure, language).kind : ''
}

function lineOf(key: string, placed: readonly Placed[], id: string, input: PictureInput): DataLine {
  const { dataset, language, series } = input
  const { figure, isPart } = placed[0] as Placed
  const points: LinePoint[] = []
  const undrawn: Undrawn[] = []
  for (const one of placed) {
    const { value } = one.figure
    const fit = fitOf(one.figure, series?.buckets[one.bucket] as Bucket, dataset)
    if (value === null || fit === 'off' || one.figure.state === 'only_parts') {
      undrawn.push({ id: `${id}-${one.bucket}-${undrawn.length}`, bucket: one.bucket, figure: one.figure })
    } else {
      const mark = markOf(one.figure, fit)
      const joins = mark === 'full' || mark === 'unsure' ? joinsOf(one.figure, dataset) : ''
      points.push({ id: `${id}-${one.bucket}`, bucket: one.bucket, figure: one.figure, value, mark, joins })
    }
  }
  const name = isPart
    ? labelOf(dataset, figure.breakdownKey, key, language)
    : reporterName(dataset, territoryKey(figure.territory), language)
  return { key, territory: isPart ? null : territoryKey(figure.territory), name, points, undrawn }
}

/** Whether a figure is of its bucket, of some of its days, or of days beyond it. */
function fitOf(figure: Figure, bucket: Bucket, dataset: Dataset): 'whole' | 'some' | 'off' {
  const { period, days, daysOf } = figure
  if (days !== null && daysOf !== null) return days < daysOf ? 'some' : 'whole'
  if (aggregationOf(figure, dataset) !== 'none' || period.start === null) return 'whole'
  if (period.start < bucket.from) return 'off'
  return period.start === bucket.from && period.end === bucket.to ? 'whole' : 'some'
}

function markOf({ needsVerification, provisional, estimated }: Figure, fit: 'whole' | 'some'): PointMark {
  if (needsVerification) return 'doubtful'
  if (fit === 'some') return 'partial'
  return provisional || estimated ? 'unsure' : 'full'
}

function joinsOf(figure: Figure, dataset: Dataset): string {
  const { basis, breakdownKey, breakdownValues, period } = figure
  const printed = aggregationOf(figure, dataset) === 'none' ? `${period.basis} ${period.start === null}` : ''
  return JSON.stringify([basis, breakdownKey, breakdownValues, printed])
}

/** What a figure's time is: that of a flow, of a stock, or its own (`none`), as a printed share has it. */
function aggregationOf({ indicator, basis }: Figure, dataset: Dataset): Exclude<Aggregation, 'ratio'> {
  const own = indicatorOf(dataset, indicator)
  const counted = basis === 'ratio' ? indicatorOf(dataset, own?.numerator ?? '') : own
  return counted === undefined || counted.aggregation === 'ratio' ? 'none' : counted.aggregation
}
