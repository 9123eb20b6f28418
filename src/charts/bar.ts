import type { EChartsCoreOption } from 'echarts/core'
import { labelOf, printFigure } from '../locale/print-figure.ts'
import { printTimes } from '../locale/print-times.ts'
import type { Words } from '../locale/words.ts'
import { indicatorOf } from '../model/dataset.ts'
import type { Figure } from '../model/figure.ts'
import { type ComparisonGroup, totalOf } from '../model/rules/comparability.ts'
import { type TerritoryKey, territoryKey } from '../model/territory.ts'
import { indicatorsOf } from '../query/view-query.ts'
import type { ChartType } from './chart-type.ts'
import { showsDots } from './dots.ts'
import { barLayout, NAME_LINE, type PanelPlace, SUB_LINE, TITLE_LINE } from './parts/bar-layout.ts'
import { mix } from './parts/lightness.ts'
import { openEndSymbol } from './parts/marks.ts'
import { PICTURE_FONT, palette } from './parts/palette.ts'
import type { PictureInput } from './parts/picture-input.ts'
import { placeArea, placeInFocus } from './parts/place-area.ts'
import { reporterName, reportersOf } from './parts/reporters.ts'
import { textWidth } from './parts/text-width.ts'
import { unlikeScales } from './parts/unlike-scales.ts'
import { tableOf } from './table/table-model.ts'
import { dottedIndicators } from './unit-dots/unit-dots-model.ts'
import { showsUnitDots } from './unit-dots.ts'

const MOST_KINDS = 3

/** Bars, one small scale for each group of figures that may be compared; figures that may not get none. */
export const bar: ChartType = {
  id: 'bar',
  title: (words) => words.chart.bar,
  accepts: (view) => view.indicators.length > 0,
  suits: (answer, view, dataset) => {
    const { comparability } = answer
    // Models are counted one by one, part by part.
    const dotted = showsUnitDots(answer, view, dataset) ? dottedIndicators(indicatorsOf(view, dataset), dataset) : []
    const all = comparability.groups.filter(
      ({ composition, scale }) => scale.length > 1 && !(composition && dotted.includes(scale[0]?.indicator ?? '')),
    )
    // Places on a common scale stand as dots then; the parts of a whole stand nowhere else.
    const scaled = showsDots(answer) ? all.filter(({ composition }) => composition) : all
    // Of many kinds a matrix says more on less paper; the parts of a whole stand nowhere else.
    return scaled.some(({ composition }) => composition) || (scaled.length > 0 && unlikeScales(comparability) <= MOST_KINDS)
  },
  picture(input) {
    const panels = panelsOf(input)
    if (panels.length === 0) return { kind: 'nothing', reason: input.words.chart.barNothing }
    const layout = barLayout(panels, input.width)
    const figures = new Map(
      panels.flatMap((panel, at) => panel.bars.map((item, index): [string, Figure] => [`${at}-${index}`, item.figure])),
    )
    return {
      kind: 'canvas',
      option: optionOf(panels, layout, input),
      height: layout.height,
      summary: panels.map(summaryOf).join(' '),
      pick: (name) => figures.get(name) ?? null,
    }
  },
  // What stands on no common scale has no bar, but it is no less a figure of the view.
  table: (input) => {
    const drawn = panelsOf(input).flatMap((panel) => panel.bars.map((item) => item.figure))
    return tableOf([...drawn, ...input.answer.figures.filter((figure) => figure.stands && !drawn.includes(figure))], input)
  },
}

interface Bar {
  /** The name above the bar, with what has to be said of its figure. */
  readonly label: string
  /** The place that it is of; null for a part of one place. */
  readonly key: TerritoryKey | null
  readonly name: string
  readonly text: string
  readonly value: number
  readonly figure: Figure
}

interface Panel {
  readonly title: string
  readonly sub: string
  readonly domain: string
  readonly bars: readonly Bar[]
  /** The value of the longest bar: parts of several places have one measure. */
  readonly longest: number
}

function panelsOf(input: PictureInput): Panel[] {
  return input.answer.comparability.groups.filter((group) => group.scale.length > 1).map((group) => panelOf(group, input))
}

function panelOf(group: ComparisonGroup, input: PictureInput): Panel {
  const { dataset, words, language } = input
  const first = group.scale[0] as Figure
  const indicator = indicatorOf(dataset, first.indicator)
  const text = printFigure(first, dataset, words.figure, language)
  const bars = [...group.scale]
    .sort((a, b) => (b.value as number) - (a.value as number))
    .map((figure): Bar => {
      const printed = printFigure(figure, dataset, words.figure, language)
      const name = group.composition ? printed.kind : reporterName(dataset, territoryKey(figure.territory), language)
      const remarks = printed.remarks.length > 0 ? ` (${printed.remarks.join('; ')})` : ''
      const key = group.composition ? null : territoryKey(figure.territory)
      return { label: name + remarks, key, name, text: printed.full, value: figure.value as number, figure }
    })
  const place = reporterName(dataset, territoryKey(first.territory), language)
  const by = words.chart.partsOf(labelOf(dataset, 'breakdown_key', first.breakdownKey, language))
  const title = group.composition ? `${place}: ${text.indicator}, ${by}` : [text.indicator, text.kind].filter(Boolean).join(': ')
  const time = printTimes(group.scale, dataset, words.figure, language)
  const sub = [time, text.scope, totalText(group, input), leftOutText(group, input)].filter(Boolean).join(' · ')
  const longest = Math.max(...input.answer.comparability.groups.filter((other) => isAlike(other, group)).flatMap(largestOf))
  return { title, sub, domain: indicator?.domain ?? '', bars, longest }
}

/** Parts of one breakdown, unit and time, of one place or another; other groups are like themselves only. */
function isAlike(other: ComparisonGroup, group: ComparisonGroup): boolean {
  if (other === group) return true
  const [a] = other.scale
  const [b] = group.scale
  if (!a || !b || !other.composition || !group.composition) return false
  const timeOf = (figure: Figure) => figure.comparisonKey.split('|')[3]
  return a.indicator === b.indicator && a.breakdownKey === b.breakdownKey && a.unit === b.unit && timeOf(a) === timeOf(b)
}

function largestOf({ scale }: ComparisonGroup): number {
  return Math.max(...scale.map((figure) => figure.value as number), 0)
}

/** Whose number of the same thing is no bar of this scale: of another time or part, or in doubt. */
function leftOutText(group: ComparisonGroup, { answer, dataset, words, language }: PictureInput): string {
  const [first] = group.scale
  if (!first || group.composition) return ''
  const sameThing = (figure: Figure) =>
    figure.indicator === first.indicator &&
    figure.breakdownKey === first.breakdownKey &&
    figure.breakdownValues.join('+') === first.breakdownValues.join('+')
  const drawn = new Set(group.scale.map(({ territory }) => territoryKey(territory)))
  const others = answer.figures.filter((figure) => figure.stands && figure.value !== null && sameThing(figure))
  const keys = [...new Set(others.map(({ territory }) => territoryKey(territory)))].filter((key) => !drawn.has(key))
  return keys.length === 0 ? '' : words.chart.barLeftOut(keys.map((key) => reporterName(dataset, key, language)))
}

/** Rule 6: the sum of a scale is as sure as its least sure member; empty where nothing may be added. */
function totalText(group: ComparisonGroup, { dataset, view, words, language }: PictureInput): string {
  const first = group.scale[0] as Figure
  const total = group.composition ? null : totalOf(group, indicatorOf(dataset, first.indicator)?.aggregation ?? 'none')
  if (!total) return ''
  const { full } = printFigure(total, dataset, words.figure, language)
  const together = total.computed?.how === 'pooled' ? words.chart.pooled : words.chart.total
  return together(full, group.scale.length, reportersOf(view, dataset).length)
}

/** Labels stand above their bars, so that long names need no margin and a phone needs no other layout. */
function optionOf(
  panels: readonly Panel[],
  { places }: ReturnType<typeof barLayout>,
  { dark, view, words }: PictureInput,
): EChartsCoreOption {
  const colours = palette(dark)
  const focus = placeInFocus(view)
  const hueOf = ({ domain }: Panel) => colours.domain[domain] ?? colours.other
  const isPale = ({ key }: Bar, { bars }: Panel) => key !== null && key !== focus && bars.some((other) => other.key === focus)
  const names = panels.flatMap((panel, at) =>
    panel.bars.flatMap(({ key, name }, index) => (key ? [nameArea(key, name, index, places[at] as PanelPlace, words)] : [])),
  )
  return {
    graphic: { elements: names },
    animation: false,
    textStyle: { fontFamily: PICTURE_FONT },
    title: places.map((place) => ({
      text: place.title.join('\n'),
      subtext: place.sub.join('\n'),
      left: 0,
      top: place.top,
      padding: 0,
      itemGap: 0,
      textStyle: { fontSize: 14, lineHeight: TITLE_LINE, fontWeight: 600, color: colours.ink },
      subtextStyle: { fontSize: 12, lineHeight: SUB_LINE, color: colours.muted },
    })),
    grid: panels.map((panel, at) => {
      const { body, right, slot } = places[at] as PanelPlace
      return { left: 0, right, top: body, height: panel.bars.length * slot, outerBoundsMode: 'none' }
    }),
    xAxis: panels.map((panel, at) => ({ gridIndex: at, type: 'value', min: 0, max: panel.longest, show: false })),
    yAxis: panels.map((_, at) => ({
      gridIndex: at,
      type: 'category',
      inverse: true,
      data: (places[at] as PanelPlace).names.map((lines) => lines.join('\n')),
      show: true,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        inside: true,
        margin: 0,
        align: 'left',
        verticalAlign: 'bottom',
        padding: [0, 0, 8, 0],
        color: colours.ink,
        fontSize: 13,
        lineHeight: NAME_LINE,
        interval: 0,
      },
      z: 3,
    })),
    series: panels.map((panel, at) => ({
      type: 'bar',
      xAxisIndex: at,
      yAxisIndex: at,
      barWidth: 12,
      // The name stands in the upper part of the slot, the bar in the lower.
      barCategoryGap: '0%',
      cursor: 'pointer',
      itemStyle: { color: hueOf(panel) },
      label: {
        show: true,
        position: 'right',
        // Past the arrow of an open end.
        distance: 10,
        fontSize: 13,
        fontWeight: 600,
        color: colours.ink,
        formatter: (p: { dataIndex: number }) => panel.bars[p.dataIndex]?.text ?? '',
      },
      data: panel.bars.map((item, index) => ({
        value: item.value,
        name: `${at}-${index}`,
        ...(isPale(item, panel) ? { itemStyle: { color: mix(colours.paper, hueOf(panel), 0.4) } } : {}),
      })),
      markPoint: openEndSymbol(
        panel.bars.flatMap((item, index) => (item.figure.low ? [{ y: index, x: item.value }] : [])),
        colours.domain[panel.domain] ?? colours.other,
      ),
    })),
  }
}

/** Over the lines of the name above a bar. */
function nameArea(key: TerritoryKey, name: string, index: number, { body, slot, names }: PanelPlace, words: Words) {
  const lines = names[index] ?? []
  const width = Math.max(0, ...lines.map((line) => textWidth(line, 13)))
  const height = lines.length * NAME_LINE
  // The name ends 8 px above the middle of its slot.
  return placeArea({ x: 0, y: body + (index + 0.5) * slot - 8 - height, width, height }, key, name, words)
}

function summaryOf(panel: Panel): string {
  return `${panel.title} (${panel.sub}): ${panel.bars.map((item) => `${item.label} ${item.text}`).join('; ')}.`
}
