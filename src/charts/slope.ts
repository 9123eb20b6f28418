import type { EChartsCoreOption } from 'echarts/core'
import type { Figure } from '../model/figure.ts'
import type { ChartType } from './chart-type.ts'
import type { PictureInput } from './parts/picture-input.ts'
import { type SlopePanel, slopePanels, undrawnLines } from './slope/slope-model.ts'
import { slopeOption } from './slope/slope-option.ts'
import { tableOf } from './table/table-model.ts'
import { closingLines } from './words/closing-lines.ts'

const MOST_PANELS = 6

/** Places at two times, joined by lines: only what may be compared with its own earlier figure, on one scale per definition. */
export const slope: ChartType = {
  id: 'slope',
  title: (words) => words.slope.title,
  accepts: (view) => view.indicators.length > 0,
  // The overview tells the change by rings; this one is for places that are set side by side.
  suits: () => false,
  picture(input) {
    const { answer, words } = input
    const { compared } = answer
    const isOverTime = compared?.kind === 'prev' || compared?.kind === 'yoy'
    if (!compared || !isOverTime) return { kind: 'nothing', reason: words.slope.noComparison }
    if (compared.refused !== null) {
      const { refusedAll, advice } = words.compare
      return { kind: 'nothing', reason: [refusedAll[compared.refused], advice[compared.refused]].filter(Boolean).join(' ') }
    }
    const all = slopePanels(input)
    if (all.length === 0) return { kind: 'nothing', reason: [words.slope.nothing, ...undrawnLines(input)].join(' ') }
    const shown = all.slice(0, MOST_PANELS)
    const closing = [
      ...(shown.some(isHollow) ? [`○ ${words.slope.hollow}`] : []),
      ...undrawnLines(input),
      ...closingLines(input),
      ...(all.length > shown.length ? [words.slope.morePanels(all.length - shown.length)] : []),
    ]
    const { option, height } = slopeOption(shown, closing, input)
    const figures = new Map(shown.flatMap(figuresOf))
    return {
      kind: 'canvas',
      option: option as EChartsCoreOption,
      height,
      summary: [...shown.map((panel) => summaryOf(panel, input)), ...closing].join(' '),
      pick: (name) => figures.get(name) ?? null,
    }
  },
  table: (input) =>
    tableOf(
      input.answer.figures.filter(({ stands }) => stands),
      input,
    ),
}

function isHollow({ lines }: SlopePanel): boolean {
  return lines.some(({ base, now }) => [base, now].some(({ provisional, estimated }) => provisional || estimated))
}

/** By the names of `slopeOption`: panel, place and time. */
function figuresOf({ lines }: SlopePanel, nth: number): [string, Figure][] {
  return lines.flatMap(({ base, now }, index): [string, Figure][] => [
    [`${nth}-${index}-base`, base],
    [`${nth}-${index}-now`, now],
  ])
}

function summaryOf({ title, sub, lines }: SlopePanel, { words }: PictureInput): string {
  const said = lines.map(({ name, baseText, nowText, changeText }) => words.slope.summary(name, baseText, nowText, changeText))
  return `${title} (${sub}): ${said.join('; ')}.`
}
