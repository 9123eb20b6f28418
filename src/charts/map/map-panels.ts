import { nameOrder } from '../../locale/name-order.ts'
import { type FigureText, printFigure } from '../../locale/print-figure.ts'
import { printTimes } from '../../locale/print-times.ts'
import { type Dataset, indicatorOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import type { ComparisonGroup } from '../../model/rules/comparability.ts'
import { isOfSomeDays } from '../../model/rules/some-days.ts'
import { type TerritoryKey, type TerritorySet, territoryKey } from '../../model/territory.ts'
import { inCodeOrder } from '../parts/code-order.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { reporterName } from '../parts/reporters.ts'

/**
 * How a figure is marked: `sized` by a circle or a class of its scale; the others without size: zero, outside every scale
 * (`alone`), of a part of the place, in doubt, in words, or with the reason why there is none.
 */
export type MapMark = 'sized' | 'zero' | 'alone' | 'part' | 'doubtful' | 'words' | 'withheld'

export interface MapItem {
  /** What it is picked by: panel and place in it. */
  readonly id: string
  readonly figure: Figure
  readonly key: TerritoryKey
  readonly name: string
  readonly text: FigureText
  readonly mark: MapMark
}

/** One map: the figures of one scale, highest first, and beside them those outside it, by name. */
export interface MapPanel {
  readonly title: string
  readonly sub: string
  readonly domain: string
  /** The list of provinces by which it is drawn: that of its figures; of both, the finer one. */
  readonly list: TerritorySet
  /** Whether the figures of the scale are shares, which fill their place, and not amounts, which are circles. */
  readonly isRate: boolean
  readonly decimals: number
  readonly scale: readonly MapItem[]
  readonly others: readonly MapItem[]
}

/**
 * One map for each scale of rule 7, what stands on none at the first map of its kind, or on one of its own. Numbers of fewer days than
 * were asked for make no map beside a larger one of the same thing: they stand at it, without size.
 */
export function mapPanels(input: PictureInput): MapPanel[] {
  const all = scaledGroups(input)
  const groups = all.filter(({ scale: [head] }, at) => {
    const isBeside = all.slice(0, at).some(({ scale }) => isOfKind(scale[0] as Figure, head as Figure))
    return !isBeside || !isOfSomeDays(head as Figure)
  })
  const onScale = new Set(groups.flatMap((group) => group.scale))
  const rest = input.answer.figures.filter((figure) => figure.stands && !onScale.has(figure))
  const homes = rest.map((figure) => groups.findIndex((group) => isOfKind(figure, group.scale[0] as Figure)))
  const homeless = rest.filter((_, at) => homes[at] === -1)
  const panels = groups.map((group, at) =>
    panelOf(
      at,
      group.scale,
      rest.filter((_, nth) => homes[nth] === at),
      input,
    ),
  )
  return homeless.length > 0 ? [...panels, panelOf(panels.length, [], homeless, input)] : panels
}

/**
 * Scales over territories, the one with most figures first, then totals, then kinds in their order. Parts of one whole are no map:
 * they all lie in one place.
 */
function scaledGroups({ answer, dataset }: PictureInput): ComparisonGroup[] {
  const groups = answer.comparability.groups.filter((group) => !group.composition && group.scale.length > 1)
  const order = inCodeOrder(
    groups.map((group) => group.scale[0] as Figure),
    dataset,
  )
  const rank = ({ scale }: ComparisonGroup) => order.indexOf(scale[0] as Figure)
  return [...groups].sort((a, b) => b.scale.length - a.scale.length || rank(a) - rank(b))
}

function isOfKind(figure: Figure, other: Figure): boolean {
  const kind = (one: Figure) => JSON.stringify([one.indicator, one.breakdownKey, one.breakdownValues])
  return kind(figure) === kind(other)
}

function panelOf(at: number, scale: readonly Figure[], others: readonly Figure[], input: PictureInput): MapPanel {
  const { dataset, words, language } = input
  const first = (scale[0] ?? others[0]) as Figure
  const indicator = indicatorOf(dataset, first.indicator)
  const text = printFigure(first, dataset, words.figure, language)
  const items = (figures: readonly Figure[], from: number, isOnScale: boolean) =>
    figures.map((figure, nth) => itemOf(figure, `${at}-${from + nth}`, isOnScale, input))
  const highestFirst = [...scale].sort((a, b) => (b.value as number) - (a.value as number))
  const outside = items(inCodeOrder(others, dataset), scale.length, false)
  const aside = outside.filter(({ figure }) => figure.value !== null).length > 1 ? words.chart.mapAside : ''
  return {
    title: scale.length > 0 ? [text.indicator, text.kind].filter(Boolean).join(': ') : text.indicator,
    sub: scale.length > 0 ? [printTimes(scale, dataset, words.figure, language), text.unit].filter(Boolean).join(' · ') : aside,
    domain: indicator?.domain ?? '',
    list: [...scale, ...others].every(({ territory }) => territory.set === '34') ? '34' : '63',
    isRate: isRate(first, dataset),
    decimals: first.normalised ? 1 : (indicator?.decimals ?? 0),
    scale: items(highestFirst, 0, true),
    others: outside.sort((a, b) => nameOrder(a.name, b.name)),
  }
}

function itemOf(figure: Figure, id: string, isOnScale: boolean, { dataset, words, language }: PictureInput): MapItem {
  const key = territoryKey(figure.territory)
  const text = printFigure(figure, dataset, words.figure, language)
  return { id, figure, key, name: reporterName(dataset, key, language), text, mark: markOf(figure, isOnScale) }
}

function markOf(figure: Figure, isOnScale: boolean): MapMark {
  if (figure.state === 'suppressed' || figure.state === 'not_applicable') return 'withheld'
  if (figure.value === null) return 'words'
  if (figure.needsVerification) return 'doubtful'
  if (figure.scope !== '') return 'part'
  if (figure.state === 'zero') return 'zero'
  return isOnScale ? 'sized' : 'alone'
}

/** A share, or a count for so many people or units: it fills its place; a count stands in it. */
function isRate({ indicator, unit, normalised }: Figure, dataset: Dataset): boolean {
  const by = normalised?.by
  return by === 'per100k' || by === 'commune' || unit === 'percent' || indicatorOf(dataset, indicator)?.aggregation === 'ratio'
}
