import type { EChartsCoreOption } from 'echarts/core'
import type { Dataset } from '../model/dataset.ts'
import type { Figure } from '../model/figure.ts'
import type { View } from '../model/view.ts'
import type { Answer } from '../query/view-answer.ts'
import { indicatorsOf } from '../query/view-query.ts'
import type { ChartType } from './chart-type.ts'
import { isDense } from './parts/density.ts'
import type { PictureInput } from './parts/picture-input.ts'
import { tableOf } from './table/table-model.ts'
import { legendTexts } from './unit-dots/unit-dots-legend.ts'
import { type DotsPanel, dottedIndicators, isPlain, unitDotPanels } from './unit-dots/unit-dots-model.ts'
import { unitDotsOption } from './unit-dots/unit-dots-option.ts'
import { silentLines } from './words/silent-lines.ts'

const MOST_BLOCKS = 40

/** A dot for each model, by place and field, each definition by itself: for numbers that stand side by side and do not add. */
export const unitDots: ChartType = {
  id: 'unit-dots',
  title: (words) => words.models.dots,
  accepts: (view, dataset) => view.indicators.length > 0 && dottedIndicators(indicatorsOf(view, dataset), dataset).length > 0,
  suits: showsUnitDots,
  picture(input) {
    const { view, dataset, words } = input
    const { models } = words
    const all = unitDotPanels(input)
    if (all.length === 0) return { kind: 'nothing', reason: isDivided(input) ? models.dotsDivided : models.dotsNothing }
    const shown = firstPanels(all)
    const closing = [
      ...(all.length > 1 ? [models.dotApart] : []),
      ...(new Set(shown.map(({ per }) => per)).size > 1 ? [models.dotUnlike] : []),
      ...silentLines(dottedIndicators(indicatorsOf(view, dataset), dataset), input),
      ...(all.length > shown.length ? [models.dotMore(all.length - shown.length)] : []),
    ]
    const { option, height } = unitDotsOption(shown, closing, input)
    const figures = new Map(shown.flatMap(figuresOf))
    return {
      kind: 'canvas',
      option: option as EChartsCoreOption,
      height,
      summary: [...shown.map(summaryOf), ...legendTexts(shown, models).map((text) => `${text}.`), ...closing].join(' '),
      pick: (name) => figures.get(name) ?? null,
    }
  },
  // What has no dots is no less a figure of the view; a part that has dots of its own stands beside its whole.
  table(input) {
    const drawn = unitDotPanels(input).flatMap((panel, nth) => figuresOf(panel, nth).map(([, figure]) => figure))
    const parts = [...new Set(drawn)].filter(({ stands }) => !stands)
    return tableOf([...input.answer.figures.filter(({ stands }) => stands), ...parts], input)
  },
}

/** Whether models are counted one by one rather than by bars: few places, and numbers to draw. */
export function showsUnitDots(answer: Answer, view: View, dataset: Dataset): boolean {
  const dotted = dottedIndicators(indicatorsOf(view, dataset), dataset)
  const isDrawn = (figure: Figure) =>
    figure.stands && figure.value !== null && isPlain(figure) && dotted.includes(figure.indicator)
  return view.indicators.length > 0 && !isDense(answer) && answer.figures.some(isDrawn)
}

function isDivided({ answer, view, dataset }: PictureInput): boolean {
  const dotted = dottedIndicators(indicatorsOf(view, dataset), dataset)
  return answer.figures.some((figure) => figure.stands && dotted.includes(figure.indicator) && !isPlain(figure))
}

/** Whole panels, as many as have room; the first one in any case. */
function firstPanels(panels: readonly DotsPanel[]): DotsPanel[] {
  const count = (some: readonly DotsPanel[]) => some.reduce((sum, { blocks }) => sum + blocks.length, 0)
  return panels.filter((_, at) => at === 0 || count(panels.slice(0, at + 1)) <= MOST_BLOCKS)
}

/** By the names of `unitDotsOption`. */
function figuresOf({ blocks }: DotsPanel, nth: number): [string, Figure][] {
  return blocks.flatMap(({ figure, groups }, at): [string, Figure][] => [
    [`${nth}-${at}`, figure],
    ...groups.flatMap((group, part): [string, Figure][] => (group.label === '' ? [] : [[`${nth}-${at}-${part}`, group.figure]])),
  ])
}

function summaryOf({ title, sub, blocks }: DotsPanel): string {
  const said = blocks.map(({ name, text, notes, groups }) => {
    const parts = groups.filter(({ label }) => label !== '').map(({ number, label }) => `${number} ${label}`)
    const details = [...notes, ...parts].join(', ')
    return `${name} ${text.full}${details && ` (${details})`}`
  })
  return `${title} (${sub}): ${said.join('; ')}.`
}
