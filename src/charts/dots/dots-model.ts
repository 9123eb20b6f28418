import { nameOrder } from '../../locale/name-order.ts'
import { labelOf, printFigure } from '../../locale/print-figure.ts'
import { printTimes } from '../../locale/print-times.ts'
import { indicatorOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import type { Change } from '../../model/rules/change.ts'
import { type ComparisonGroup, totalOf } from '../../model/rules/comparability.ts'
import { territoryKey } from '../../model/territory.ts'
import { readTerritoryCode } from '../../model/territory-code.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { reporterName, reportersOf } from '../parts/reporters.ts'
import { changeText } from '../words/change-text.ts'

/** One place on a scale: its number, and beside it what it is compared with. */
export interface DotRow {
  readonly name: string
  readonly figure: Figure
  readonly value: number
  readonly text: string
  readonly isFocus: boolean
  /** The number of the earlier time, of its peers, or of its target; null where there is none that may be compared. */
  readonly ghost: number | null
  readonly ghostFigure: Figure | null
  /** How it stands to that, or why it does not. */
  readonly change: string
  readonly changeFigure: Figure | null
}

export interface DotPanel {
  readonly title: string
  readonly sub: string
  readonly domain: string
  readonly rows: readonly DotRow[]
  readonly most: number
}

/** One panel for each scale over places; the figures of a composition have no rank. */
export function dotPanels(input: PictureInput): DotPanel[] {
  return scalesOf(input).map((group) => panelOf(group, input))
}

/** The scales that have two places or more, the one with most first. */
export function scalesOf({ answer }: Pick<PictureInput, 'answer'>): ComparisonGroup[] {
  const groups = answer.comparability.groups.filter(({ composition, scale }) => !composition && scale.length > 1)
  return groups.sort((a, b) => b.scale.length - a.scale.length)
}

function panelOf(group: ComparisonGroup, input: PictureInput): DotPanel {
  const { dataset, words, language, view } = input
  const first = group.scale[0] as Figure
  const text = printFigure(first, dataset, words.figure, language)
  const aggregation = indicatorOf(dataset, first.indicator)?.aggregation ?? 'none'
  const total = totalOf(group, aggregation)
  const together = total?.computed?.how === 'pooled' ? words.chart.pooled : words.chart.total
  const of = reportersOf(view, dataset).length
  const unsorted = group.scale.map((figure) => rowOf(figure, input))
  const sorted = unsorted.sort(orderOf(view.sort, unsorted))
  const reason = sharedReason(sorted)
  const rows = reason === '' ? sorted : sorted.map((row) => ({ ...row, change: '' }))
  const sum = total && printFigure(total, dataset, words.figure, language)
  const totalText = sum ? together(sum.full, group.scale.length, of) + words.headline.details(sum.remarks) : ''
  const most = Math.max(...rows.flatMap(({ value, ghost }) => [value, ghost ?? 0]), 0)
  return {
    title: [text.indicator, text.kind && `${labelOf(dataset, 'breakdown_key', first.breakdownKey, language)}: ${text.kind}`]
      .filter(Boolean)
      .join('. '),
    sub: [printTimes(group.scale, dataset, words.figure, language), text.scope, totalText, reason].filter(Boolean).join(' · '),
    domain: indicatorOf(dataset, first.indicator)?.domain ?? '',
    rows,
    most,
  }
}

/** Why none of several is compared, where that is the same of all: it is said once. */
function sharedReason(rows: readonly DotRow[]): string {
  const [reason = '', ...others] = new Set(rows.map(({ change, changeFigure }) => (changeFigure === null ? change : '')))
  return rows.length > 1 && others.length === 0 ? reason : ''
}

function rowOf(figure: Figure, input: PictureInput): DotRow {
  const { answer, dataset, words, language, view } = input
  const key = territoryKey(figure.territory)
  const focus = view.focus === null ? null : readTerritoryCode(view.focus, view.units)
  const change = answer.compared?.changes.get(figure) ?? null
  const against = answer.compared?.targets.get(figure) ?? null
  const share = against ? { ghost: against.target, ghostFigure: null, changeFigure: against.share } : null
  return {
    name: reporterName(dataset, key, language),
    figure,
    value: figure.value as number,
    text: printFigure(figure, dataset, words.figure, language).number,
    isFocus: focus !== null && territoryKey(focus) === key,
    ...(share ?? { ...baseOf(change), changeFigure: change?.percent ?? change?.step ?? null }),
    change: changeText(figure, input),
  }
}

/** A base that may not be compared has no dot: its place beside the other would already compare. */
function baseOf(change: Change | null) {
  const isDrawn = change !== null && (change.refused === null || change.refused === 'zero_base')
  return { ghost: isDrawn ? (change.base?.value ?? null) : null, ghostFigure: isDrawn ? change.base : null }
}

/** As the table is sorted, where that is by something that stands here; else from the highest number. What has none comes last. */
function orderOf(sort: string | null, rows: readonly DotRow[]): (a: DotRow, b: DotRow) => number {
  const by = sort?.replace(/^-/, '')
  const sign = sort?.startsWith('-') ? -1 : 1
  if (by === 'place') return (a, b) => sign * nameOrder(a.name, b.name)
  if (by !== 'percent' && by !== 'change')
    return (a, b) => (by === 'number' ? sign : -1) * (a.value - b.value) || nameOrder(a.name, b.name)
  // Percentages and, where the base is 0, mere differences have no common order; shares have differences only.
  const isDifference = ({ changeFigure }: DotRow) => changeFigure?.computed?.how === 'difference'
  const hasPercent = rows.some((row) => row.changeFigure && !isDifference(row))
  const changed = (row: DotRow) => (hasPercent && isDifference(row) ? null : (row.changeFigure?.value ?? null))
  return (a, b) => {
    const [one, other] = [changed(a), changed(b)]
    if (one === null || other === null) return Number(one === null) - Number(other === null) || nameOrder(a.name, b.name)
    return sign * (one - other) || nameOrder(a.name, b.name)
  }
}
