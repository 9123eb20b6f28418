import type { EChartsCoreOption } from 'echarts/core'
import { type Dataset, indicatorOf } from '../model/dataset.ts'
import type { Figure } from '../model/figure.ts'
import { groupBy } from '../model/rules/standing.ts'
import { territoryKey } from '../model/territory.ts'
import { readTerritoryCode } from '../model/territory-code.ts'
import { stateFor } from '../query/place-state.ts'
import { indicatorsOf } from '../query/view-query.ts'
import type { ChartType } from './chart-type.ts'
import type { PictureInput } from './parts/picture-input.ts'
import { reporterName, reportersOf } from './parts/reporters.ts'
import { numberOf, type RibbonPanel, remarksOf, ribbonPanels } from './ribbon/ribbon-model.ts'
import { ribbonOption } from './ribbon/ribbon-option.ts'
import { tableOf } from './table/table-model.ts'

/** The picture shows itself for few figures, and draws no more than many. */
const FEW = 40
const MANY = 150

/**
 * Figures of unlike periods, one row each under their definition: as long as the time they are of, as large as the number. What has
 * no time stands beside it; what has no number stands in its words.
 */
export const ribbon: ChartType = {
  id: 'ribbon',
  title: (words) => words.chart.ribbon,
  accepts: (view) => view.indicators.length > 0 && view.time.kind === 'report',
  suits: ({ figures }, _, dataset) => {
    const standing = figures.filter((figure) => figure.stands)
    const kinds = [...groupBy(standing, (figure) => figure.indicator).values()]
    return standing.length > 1 && standing.length <= FEW && kinds.some((all) => hasUnlikePeriods(all, dataset))
  },
  picture(input) {
    const all = ribbonPanels(input)
    if (all.length === 0) return { kind: 'nothing', reason: input.words.chart.ribbonNothing }
    const shown = firstPanels(all)
    const closing = closingOf(count(all) - count(shown), input)
    const focused = input.view.focus === null ? null : readTerritoryCode(input.view.focus, input.view.units)
    const { option, height } = ribbonOption(shown, focused && territoryKey(focused), closing, input)
    const figures = new Map(shown.flatMap(({ items }) => items.map(({ id, figure }) => [id, figure] as const)))
    return {
      kind: 'canvas',
      option: option as EChartsCoreOption,
      height,
      summary: [...summariesOf(shown), ...closing].join(' '),
      pick: (name) => figures.get(name) ?? null,
    }
  },
  table: (input) =>
    tableOf(
      input.answer.figures.filter((figure) => figure.stands),
      input,
    ),
}

/** Whether figures of one indicator are of two periods or more, and one at least is on the time axis. */
function hasUnlikePeriods(figures: readonly Figure[], dataset: Dataset): boolean {
  const isStock = ({ indicator, period }: Figure) =>
    period.start === null && (period.basis === 'as_of' || indicatorOf(dataset, indicator)?.aggregation === 'last')
  const flows = figures.filter((figure) => !isStock(figure))
  const periods = flows.map(({ period: { start, end, duration } }) => `${start}/${end}/${duration}`)
  return new Set(periods).size > 1 && flows.some(({ period }) => period.start !== null || period.end !== null)
}

/** Whole panels, as many as have room; the first one in any case. */
function firstPanels(panels: readonly RibbonPanel[]): RibbonPanel[] {
  return panels.filter((_, at) => at === 0 || count(panels.slice(0, at + 1)) <= MANY)
}

function count(panels: readonly RibbonPanel[]): number {
  return panels.reduce((sum, { items }) => sum + items.length, 0)
}

/** How many figures are not drawn, and who has none. */
function closingOf(undrawn: number, { view, dataset, answer, words, language }: PictureInput): string[] {
  const silent = reportersOf(view, dataset).filter((key) => stateFor(key, answer) === 'not_mentioned')
  const names = silent.map((key) => reporterName(dataset, key, language))
  // A report that names its models mentions them, though it does not count them.
  const asksModels = indicatorsOf(view, dataset).every((code) => indicatorOf(dataset, code)?.domain === 'models')
  const { notMentioned, notMentionedTotal } = words.headline
  return [
    ...(undrawn > 0 ? [words.chart.ribbonMore(undrawn)] : []),
    ...(names.length > 0 ? [asksModels ? notMentionedTotal(names) : notMentioned(names)] : []),
  ]
}

function summariesOf(panels: readonly RibbonPanel[]): string[] {
  let indicator = ''
  return panels.map((panel) => {
    indicator = panel.indicator || indicator
    const title = [indicator, panel.kind].filter(Boolean).join(': ')
    const rows = panel.items.map((item) => [`${item.name} ${numberOf(item)}`, item.text.time, ...remarksOf(item)].join(', '))
    return `${title}: ${rows.join('; ')}.`
  })
}
