import { type FigureText, printFigure } from '../../locale/print-figure.ts'
import { type Dataset, indicatorOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { groupBy } from '../../model/rules/standing.ts'
import { territoryKey } from '../../model/territory.ts'
import { inCodeOrder } from '../parts/code-order.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { reporterName } from '../parts/reporters.ts'
import { type Extent, extentOf } from './ribbon-time.ts'

/**
 * How a figure is drawn: a `ribbon` whose area is its number; an outline for zero; a `bracket`, which is only time, where the number
 * has no size or the time no length; a `tick` at the day it is as of; its `words` where the ribbon would be; or text in the `lane`.
 */
export type RibbonMark = 'ribbon' | 'zero' | 'bracket' | 'tick' | 'words' | 'lane'

export interface RibbonItem {
  /** What it is picked by. */
  readonly id: string
  readonly figure: Figure
  readonly name: string
  readonly text: FigureText
  /** Null in the lane only. */
  readonly extent: Extent | null
  readonly mark: RibbonMark
}

/** The figures of one indicator, definition and unit, of whatever period, in the official order of their places. */
export interface RibbonPanel {
  /** Set in the first panel of an indicator, empty in the others. */
  readonly indicator: string
  /** The kind that the panel is of; empty for totals. */
  readonly kind: string
  /** Whether the kind is a sum of several, which is a remark and no name. */
  readonly isSum: boolean
  readonly domain: string
  readonly items: readonly RibbonItem[]
}

/** A panel for each definition. Rule 7 keeps figures of different periods apart in what they add or rank to, and here they do neither. */
export function ribbonPanels(input: PictureInput): RibbonPanel[] {
  const { answer, dataset } = input
  const standing = answer.comparability.groups.filter((group) => !group.composition).flatMap((group) => group.members)
  const ofIndicator = groupBy(standing, (figure) => figure.indicator)
  const codes = dataset.indicators.map(({ code }) => code).filter((code) => ofIndicator.has(code))
  const unknown = [...ofIndicator.keys()].filter((code) => !codes.includes(code))
  let nth = 0
  return [...codes, ...unknown].flatMap((code) => {
    const figures = inCodeOrder(ofIndicator.get(code) ?? [], dataset)
    return [...groupBy(figures, definitionKey).values()].map((members, at): RibbonPanel => {
      const items = inOfficialOrder(members, dataset).map((figure) => itemOf(figure, `ribbon-${nth++}`, input))
      const { text, figure } = items[0] as RibbonItem
      const isSum = figure.breakdownValues.length > 1
      const indicator = at === 0 ? text.indicator : ''
      return { indicator, kind: text.kind, isSum, domain: indicatorOf(dataset, code)?.domain ?? '', items }
    })
  })
}

/** What has to be said under a name: the part of the place, then what is to be known of the figure. */
export function remarksOf({ text }: RibbonItem): string[] {
  return [text.scope, ...text.remarks].filter(Boolean)
}

/** The number as it is printed beside its mark: an open end behind a lower bound. */
export function numberOf({ figure, text }: RibbonItem): string {
  return figure.low && figure.value !== null ? `${text.full} ›` : text.full
}

function definitionKey({ breakdownKey, breakdownValues, unit }: Figure): string {
  return JSON.stringify([breakdownKey, breakdownValues, unit])
}

/** Places in the order of the official lists; of one place, the whole before its parts. */
function inOfficialOrder(figures: readonly Figure[], dataset: Dataset): Figure[] {
  const order = [...dataset.territories.keys()]
  const rank = (figure: Figure) => {
    const at = order.indexOf(territoryKey(figure.territory))
    return at === -1 ? order.length : at
  }
  return [...figures].sort((a, b) => rank(a) - rank(b) || (a.scope < b.scope ? -1 : a.scope > b.scope ? 1 : 0))
}

function itemOf(figure: Figure, id: string, { dataset, words, language }: PictureInput): RibbonItem {
  const aggregation = indicatorOf(dataset, figure.indicator)?.aggregation ?? 'none'
  const extent = extentOf(figure.period, aggregation === 'last')
  return {
    id,
    figure,
    name: reporterName(dataset, territoryKey(figure.territory), language),
    text: printFigure(figure, dataset, words.figure, language),
    extent,
    mark: markOf(figure, extent, aggregation === 'sum'),
  }
}

/** Only what adds up over time has an area: a share or a limit does not grow with its days. */
function markOf({ value }: Figure, extent: Extent | null, adds: boolean): RibbonMark {
  if (extent === null) return 'lane'
  if (value === null) return 'words'
  if (extent.kind === 'day') return 'tick'
  if (extent.kind === 'open' || !adds || value < 0) return 'bracket'
  return value === 0 ? 'zero' : 'ribbon'
}
