import type { EChartsCoreOption } from 'echarts/core'
import type { Figure } from '../model/figure.ts'
import type { ChartType } from './chart-type.ts'
import { dotPanels, scalesOf } from './dots/dots-model.ts'
import { dotsOption } from './dots/dots-option.ts'
import type { PictureInput } from './parts/picture-input.ts'
import { tableOf } from './table/table-model.ts'

/** From so many places on a bar with its name above it takes too much paper. */
const MANY = 8
const MOST_PANELS = 3

/** A dot for each place on a common scale, with a ring for what it is compared with. */
export const dots: ChartType = {
  id: 'dots',
  title: (words) => words.compare.dots,
  accepts: (view) => view.indicators.length > 0,
  suits: (answer) => showsDots(answer),
  picture(input) {
    const all = dotPanels(input)
    if (all.length === 0) return { kind: 'nothing', reason: input.words.chart.barNothing }
    const shown = all.slice(0, MOST_PANELS)
    const more = all.length > shown.length ? [input.words.chart.mapMorePanels(all.length - shown.length)] : []
    const { option, height } = dotsOption(shown, [...remarksOf(input), ...more], input)
    const figures = new Map(
      shown.flatMap(({ rows }, at) =>
        rows.flatMap(({ figure, changeFigure }, index): [string, Figure][] => [
          [`${at}-${index}`, figure],
          ...(changeFigure ? [[`${at}-${index}-c`, changeFigure] as [string, Figure]] : []),
        ]),
      ),
    )
    return {
      kind: 'canvas',
      option: option as EChartsCoreOption,
      height,
      summary: shown
        .map(
          ({ title, sub, rows }) =>
            `${title} (${sub}): ${rows.map((row) => [row.name, row.text, row.change].filter(Boolean).join(' ')).join('; ')}.`,
        )
        .join(' '),
      pick: (name) => figures.get(name) ?? null,
    }
  },
  table: (input) =>
    tableOf(
      input.answer.figures.filter((figure) => figure.stands),
      input,
    ),
}

/** Whether the numbers of a view are told by dots rather than by bars: many places on one scale, or compared with something. */
export function showsDots(answer: PictureInput['answer']): boolean {
  const scales = scalesOf({ answer })
  const compares = answer.compared !== null && answer.compared.refused === null
  return scales.length > 0 && scales.length <= MOST_PANELS && (compares || scales.some(({ scale }) => scale.length >= MANY))
}

/** Why the view is compared with nothing, where it should be. */
function remarksOf({ answer, words }: PictureInput): string[] {
  const refused = answer.compared?.refused
  return refused ? [words.compare.refusedAll[refused]] : []
}
