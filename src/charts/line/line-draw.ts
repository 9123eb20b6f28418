import type { Words } from '../../locale/words.ts'
import { type Column, type ColumnPlace, type Graphic, hitArea, LINE, lineAt, textAt } from '../parts/graphics.ts'
import { type Palette, palette } from '../parts/palette.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { type Area, placeArea } from '../parts/place-area.ts'
import { linesOf, textWidth } from '../parts/text-width.ts'
import { timeLabels, valueAxis } from './line-axis.ts'
import { bucketText } from './line-buckets.ts'
import { endLabels, LABEL_LINE, spread } from './line-labels.ts'
import type { LineLook } from './line-look.ts'
import { dotAt, marksOf, strokeAt } from './line-marks.ts'
import type { DataLine, LinePanel, LinePoint } from './line-panels.ts'
import { tipOf } from './line-tip.ts'

export const TITLE = 21
/** Room above the plot, so that what points up from the highest line stays on the picture. */
const HEAD = 14
/** From these widths of a panel on its plot is taller, and names have more room. */
const WIDE = 500
const WIDEST = 800
/** Distance of neighbouring points from which on each of a line that stands out has a dot. */
const ROOM_FOR_DOTS = 18
/** Points nearer to each other than this share their place under the pointer side by side. */
const SAME_PLACE = 3
const KEY_SWATCH = 18

/** Where the plot is on the canvas, and how its values and buckets become pixels. */
interface Plot {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  xOf(bucket: number): number
  yOf(value: number): number
}

/** One panel: heading, plot, names at the ends of its lines, or above where they need too much room. */
export function drawPanel(
  panel: LinePanel,
  looks: ReadonlyMap<DataLine, LineLook>,
  { x, y, width }: ColumnPlace,
  input: PictureInput,
): Column {
  const { series, words, dark } = input
  const { buckets, grain } = series ?? { buckets: [], grain: 'month' as const }
  const colours = palette(dark)
  const axis = valueAxis(panel, input)
  const drawn = panel.lines.filter(({ points }) => points.length > 0)
  const named = drawn.filter((line) => looks.get(line)?.named)
  const tall = width >= WIDEST ? 320 : width >= WIDE ? 250 : 210
  const beside = endLabels(named, width >= WIDE ? Math.min(190, width * 0.28) : Math.min(96, width * 0.3))
  const isBeside = beside.height <= tall + 60
  const title = linesOf(panel.title, width, 14, true)
  const base = panel.base && series ? words.chart.lineIndexBase(bucketText(panel.base, series, words, input.language)) : ''
  const sub = linesOf([axis.unit, base, words.chart.lineBy[grain]].filter(Boolean).join(' · '), width, 12)
  const heading = [
    ...title.map((line, at) => textAt(x, y + (at + 0.5) * TITLE, line, { colour: colours.ink, size: 14, strong: true })),
    ...sub.map((line, at) => textAt(x, y + title.length * TITLE + (at + 0.5) * LINE, line, { colour: colours.muted })),
  ]
  const headingEnd = y + title.length * TITLE + sub.length * LINE + 4
  const key = isBeside ? { graphics: [], bottom: headingEnd } : keyOf(named, looks, { x, y: headingEnd, width }, input)
  const left = x + Math.ceil(Math.max(...axis.ticks.map(({ text }) => textWidth(text, 12)))) + 8
  const right = isBeside && beside.labels.length > 0 ? Math.ceil(beside.width) + 14 : 8
  const plot = plotOf(
    { x: left, y: key.bottom + HEAD, width: x + width - right - left },
    Math.max(tall, isBeside ? beside.height : 0),
    axis,
    buckets.length,
  )
  const bottom = plot.top + plot.height
  return {
    graphics: [
      ...heading,
      ...key.graphics,
      ...axis.ticks.flatMap(({ value, text }) => [
        lineAt(plot.left, plot.yOf(value), plot.left + plot.width, plot.yOf(value), {
          line: value === 0 ? colours.border : colours.line,
        }),
        textAt(plot.left - 8, plot.yOf(value), text, { colour: colours.muted, align: 'right' }),
      ]),
      ...timeLabels(buckets, grain, plot.width, plot.left - x, input).flatMap(({ bucket, x: middle, text }) => [
        lineAt(plot.xOf(bucket), bottom, plot.xOf(bucket), bottom + 4, { line: colours.border }),
        textAt(plot.left + middle, bottom + 4 + LINE / 2, text, { colour: colours.muted, align: 'center' }),
      ]),
      ...drawn.flatMap((line) => strokes(line, looks.get(line), plot)),
      ...drawn.flatMap((line) => dots(line, looks.get(line), plot, plot.width / buckets.length >= ROOM_FOR_DOTS, colours)),
      ...(isBeside ? names(beside.labels, looks, plot, x + width, input) : []),
      ...touches(panel, plot, buckets.length, input),
    ],
    bottom: bottom + 4 + LINE,
  }
}

function plotOf({ x, y, width }: ColumnPlace, height: number, { low, high }: { low: number; high: number }, n: number): Plot {
  return {
    ...{ left: x, top: y, width, height },
    xOf: (bucket) => x + ((bucket + 0.5) * width) / n,
    yOf: (value) => y + height * (1 - (value - low) / (high - low)),
  }
}

/** Whether rule 7 lets a line go from one point to the next: neighbours in time, of one kind. */
export function areJoined(a: LinePoint | undefined, b: LinePoint | undefined): boolean {
  return a !== undefined && b !== undefined && b.bucket === a.bucket + 1 && a.joins !== '' && a.joins === b.joins
}

/** One stroke for each run of joined points; what leads to or from an unsure number is dashed. */
function strokes(line: DataLine, look: LineLook | undefined, plot: Plot): Graphic[] {
  if (!look) return []
  const runs: { points: [number, number][]; dashed: boolean }[] = []
  line.points.forEach((point, at) => {
    const before = line.points[at - 1]
    if (!before || !areJoined(before, point)) return
    const dashed = before.mark === 'unsure' || point.mark === 'unsure'
    const start: [number, number] = [plot.xOf(before.bucket), plot.yOf(before.value)]
    const end: [number, number] = [plot.xOf(point.bucket), plot.yOf(point.value)]
    const run = runs.at(-1)
    const last = run?.points.at(-1)
    if (run && run.dashed === dashed && last?.[0] === start[0] && last[1] === start[1]) run.points.push(end)
    else runs.push({ points: [start, end], dashed })
  })
  const z = look.strong ? 6 : 4
  return runs.map(({ points, dashed }) => strokeAt(points, { colour: look.colour, width: look.width, dashed, z }))
}

/** Dots where a line would not show the number: alone, unusual, zero; and everywhere on lines that stand out, if there is room. */
function dots(line: DataLine, look: LineLook | undefined, plot: Plot, hasRoom: boolean, colours: Palette): Graphic[] {
  if (!look) return []
  return line.points.flatMap((point, at) => {
    const isAlone = !areJoined(line.points[at - 1], point) && !areJoined(point, line.points[at + 1])
    const marks = marksOf(point)
    if (!(isAlone || marks.length > 0 || point.value === 0 || (look.dotted && hasRoom))) return []
    return dotAt(plot.xOf(point.bucket), plot.yOf(point.value), marks, { colour: look.colour, colours, z: look.strong ? 8 : 5 })
  })
}

/** Names at the right, each led to from the newest point of its line. */
function names(
  labels: ReturnType<typeof endLabels>['labels'],
  looks: ReadonlyMap<DataLine, LineLook>,
  plot: Plot,
  right: number,
  { words, dark }: PictureInput,
): Graphic[] {
  const colours = palette(dark)
  const ends = labels.map(({ line, height }) => {
    const last = line.points.at(-1) as LinePoint
    return { x: plot.xOf(last.bucket), middle: plot.yOf(last.value), height }
  })
  const tops = spread(ends, plot.top - HEAD, plot.top + plot.height + LINE)
  const start = Math.min(plot.left + plot.width + 14, right)
  return labels.flatMap(({ line, texts, height }, at) => {
    const { x, middle } = ends[at] as (typeof ends)[number]
    const top = tops[at] as number
    const look = looks.get(line)
    const colour = look?.strong ? colours.ink : colours.muted
    const elbow = plot.left + plot.width + 2
    const leader = { line: look?.colour ?? colours.border, lineWidth: 0.75, opacity: 0.8, z: 3 }
    return [
      lineAt(x + 6, middle, elbow, middle, { ...leader, dash: [1, 3] }),
      lineAt(elbow, middle, start - 3, top + height / 2, leader),
      ...texts.map((text, nth) =>
        textAt(start, top + (nth + 0.5) * LABEL_LINE + 1, text, { colour, strong: look?.strong ?? false, z: 9 }),
      ),
      ...nameArea(line, { x: start, y: top, width: right - start, height }, words),
    ]
  })
}

/** The names of the lines above the plot, each with a piece of its line. */
function keyOf(
  lines: readonly DataLine[],
  looks: ReadonlyMap<DataLine, LineLook>,
  { x, y, width }: ColumnPlace,
  { words, dark }: PictureInput,
): Column {
  const colours = palette(dark)
  let bottom = y + 2
  const graphics = lines.flatMap((line) => {
    const look = looks.get(line)
    const texts = linesOf(line.name, width - KEY_SWATCH - 8, 12)
    const top = bottom
    bottom += texts.length * LINE
    const swatch = lineAt(x, top + LINE / 2, x + KEY_SWATCH, top + LINE / 2, {
      line: look?.colour ?? colours.other,
      lineWidth: 3,
    })
    return [
      swatch,
      ...texts.map((text, at) => textAt(x + KEY_SWATCH + 8, top + (at + 0.5) * LINE, text, { colour: colours.ink })),
      ...nameArea(line, { x, y: top, width, height: bottom - top }, words),
    ]
  })
  return { graphics, bottom: bottom + 4 }
}

/** A part of one place is no place that could stand out elsewhere. */
function nameArea({ territory, name }: DataLine, box: Area, words: Words): Graphic[] {
  return territory ? [placeArea(box, territory, name, words)] : []
}

/** Every place of the plot belongs to the nearest point of its bucket; a bucket without any only tells that. */
function touches(panel: LinePanel, plot: Plot, n: number, input: PictureInput): Graphic[] {
  const wide = plot.width / n
  const [top, bottom] = [plot.top - HEAD, plot.top + plot.height + 6]
  return Array.from({ length: n }, (_, bucket) => {
    const left = plot.left + bucket * wide
    const all = panel.lines.flatMap((line) =>
      line.points.filter((point) => point.bucket === bucket).map((point) => ({ line, point, y: plot.yOf(point.value) })),
    )
    // Worded only when the pointer is there: every place of the plot has a tip of its own.
    const touch = (area: Graphic, first: DataLine | null): Graphic => ({
      ...area,
      tooltip: { formatter: () => tipOf(panel, bucket, first, input) },
    })
    if (all.length === 0) {
      return [{ ...touch(hitArea(left, top, wide, bottom - top, { name: '', z: 20 }), null), cursor: 'default' }]
    }
    const heaps: (typeof all)[] = []
    for (const one of all.sort((a, b) => a.y - b.y)) {
      const heap = heaps.at(-1)
      if (heap && one.y - (heap[0]?.y ?? 0) < SAME_PLACE) heap.push(one)
      else heaps.push([one])
    }
    const middle = (at: number) => ((heaps[at]?.[0]?.y ?? 0) + (heaps[at + 1]?.[0]?.y ?? 0)) / 2
    return heaps.flatMap((heap, at) => {
      const from = at === 0 ? top : middle(at - 1)
      const to = at === heaps.length - 1 ? bottom : middle(at)
      return heap.map(({ line, point }, nth) =>
        touch(hitArea(left + (nth * wide) / heap.length, from, wide / heap.length, to - from, { name: point.id, z: 20 }), line),
      )
    })
  }).flat()
}
