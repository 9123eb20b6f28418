import type { ChartType, Picture } from '../../src/charts/chart-type.ts'
import { CHART_TYPES } from '../../src/charts/index.ts'
import type { CoverageLine, PatchCell, PatchHead, Patchwork } from '../../src/charts/parts/patchwork-model.ts'
import type { TableModel } from '../../src/charts/table/table-row.ts'
import { headlineSentence, plainSentence } from '../../src/charts/words/headline-sentence.ts'
import type { Words } from '../../src/locale/words.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { Asked } from './public-reports.ts'
import { drawSvg, svgTexts } from './ssr.ts'

const WIDTH = 1100

/** A picture as a reader meets it, in plain values: what stands in which cell, which bars share a scale. */
export function describePicture(chart: ChartType, asked: Asked): unknown {
  const picture = chart.picture({ ...asked, width: WIDTH, dark: false })
  if (picture.kind === 'nothing') return picture.reason
  if (picture.kind === 'canvas' && chart.id !== 'bar') return picture.summary
  return picture.kind === 'cells' ? describeCells(picture.patchwork, asked.words) : describeBars(picture)
}

/** Finding and caveats as plain sentences. */
export function describeHeadline(asked: Asked): readonly string[] {
  const { finding, caveats } = headlineSentence(asked)
  return [finding, ...caveats].map(plainSentence)
}

export function describeTable(model: TableModel): readonly string[] {
  const line = (cells: readonly string[]) => cells.join(' | ')
  return [
    line(model.columns.map(({ label }) => label)),
    ...model.rows.map((row) => line(model.columns.map(({ id }) => String(row[id])))),
  ]
}

/** The lines of one cell of a patchwork. Throws where there is no such cell. */
export function cellLines(patchwork: Patchwork, row: string, column: string, words: Words): readonly string[] {
  const cell = patchwork.cells[indexOf(patchwork.rows, row)]?.[indexOf(patchwork.columns, column)]
  if (!cell) throw new Error(`no cell ${row} / ${column}`)
  return linesOf(cell, words)
}

/** What a picture of bars draws, panel by panel. */
export interface BarPanel {
  readonly title: string
  readonly sub: string
  readonly bars: readonly {
    readonly label: string
    readonly text: string
    readonly value: number
    readonly figure: Figure | null
  }[]
}

export function barPanels(picture: Extract<Picture, { kind: 'canvas' }>): BarPanel[] {
  const option = picture.option as unknown as BarOption
  return option.series.map((series, at) => ({
    title: option.title[at]?.text.replaceAll('\n', ' ') ?? '',
    sub: option.title[at]?.subtext.replaceAll('\n', ' ') ?? '',
    bars: series.data.map(({ value, name }, dataIndex) => ({
      label: option.yAxis[at]?.data[dataIndex]?.replaceAll('\n', ' ') ?? '',
      text: series.label.formatter({ dataIndex }),
      value,
      figure: picture.pick(name),
    })),
  }))
}

/** Every text that the headline, the pictures and the tables of a view put on the screen. */
export function screenTexts(asked: Asked): string[] {
  const input = { ...asked, width: WIDTH, dark: false }
  const charts = CHART_TYPES.filter((chart) => chart.accepts(asked.view, asked.dataset))
  return [
    ...describeHeadline(asked),
    ...charts.flatMap((chart) => [chart.title(asked.words), ...pictureTexts(chart.picture(input), asked.words)]),
  ]
    .concat(charts.flatMap((chart) => tableTexts(chart.table(input))))
    .filter((text) => text !== '')
}

function pictureTexts(picture: Picture, words: Words): string[] {
  if (picture.kind === 'nothing') return [picture.reason]
  if (picture.kind === 'canvas') {
    // What has to be loaded before it can be drawn is read as it is told to ECharts.
    const drawn = picture.prepare ? stringsIn(picture.option) : svgTexts(drawSvg(picture.option, WIDTH, picture.height))
    return [picture.summary, ...drawn]
  }
  const { columns, rows, cells, closing, coverage } = picture.patchwork
  return [
    ...[...columns, ...rows].flatMap(({ label, sub }) => [label, sub]),
    ...cells.flat().flatMap((cell) => [words.figure.state[cell.state], ...linesOf(cell, words)]),
    ...closing,
    ...coverage.map((line) => describeCoverage(line, words)),
  ]
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

function tableTexts({ columns, rows }: TableModel): string[] {
  return [...columns.map(({ label }) => label), ...rows.flatMap((row) => columns.map(({ id }) => String(row[id])))]
}

function describeCells({ places, columns, rows, cells, closing, coverage }: Patchwork, words: Words): unknown {
  const named = rows.map((row, at): [string, unknown] => [
    nameOf(row),
    Object.fromEntries(columns.map((column, index) => [nameOf(column), linesOf(cells[at]?.[index] as PatchCell, words)])),
  ])
  if (new Set(named.map(([name]) => name)).size < rows.length) throw new Error('two rows of one name')
  return { places, cells: Object.fromEntries(named), closing, coverage: coverage.map((line) => describeCoverage(line, words)) }
}

/** A cell's figures with what stands under them, or what stands in their place. */
function linesOf(cell: PatchCell, words: Words): readonly string[] {
  if (cell.figures.length > 0) {
    return cell.figures.map(({ text, heading }) =>
      [text.full, heading, text.scope, text.time, ...text.remarks].filter(Boolean).join(' | '),
    )
  }
  return cell.named.length > 0 ? cell.named : [`(${words.figure.state[cell.state]})`]
}

function describeCoverage({ coverage, states }: CoverageLine, words: Words): string {
  const places = states.map(({ name, state }) => `${name} ${words.figure.state[state]}`)
  return `${words.headline.coverage(coverage.numbers, coverage.of, coverage.partOfTime)}: ${places.join('; ')}`
}

function describeBars(picture: Extract<Picture, { kind: 'canvas' }>): unknown {
  const panels = barPanels(picture).map(({ title, sub, bars }) => ({
    title,
    sub,
    bars: bars.map(({ label, text, value }) => `${label} | ${text} | ${value}`),
  }))
  return { height: picture.height, panels, summary: picture.summary }
}

function nameOf({ label, sub }: PatchHead): string {
  return sub === '' ? label : `${label} (${sub})`
}

function indexOf(heads: readonly PatchHead[], name: string): number {
  return heads.findIndex((head) => nameOf(head) === name)
}

interface BarOption {
  readonly title: readonly { readonly text: string; readonly subtext: string }[]
  readonly yAxis: readonly { readonly data: readonly string[] }[]
  readonly series: readonly {
    readonly data: readonly { readonly value: number; readonly name: string }[]
    readonly label: { formatter(item: { dataIndex: number }): string }
  }[]
}
