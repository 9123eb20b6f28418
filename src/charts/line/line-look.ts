import { type TerritoryKey, territoryKey } from '../../model/territory.ts'
import { readTerritoryCode } from '../../model/territory-code.ts'
import { palette } from '../parts/palette.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import type { DataLine, LinePanel } from './line-panels.ts'

/** How a line stands out from the others of its panel. */
export interface LineLook {
  readonly colour: string
  readonly width: number
  /** Whether its name is written at its end. */
  readonly named: boolean
  readonly strong: boolean
  /** Whether each of its points is marked where there is room. */
  readonly dotted: boolean
}

/** More lines than these share one grey; more than the other are named only where they stand out. */
const MOST_HUES = 5
const MOST_NAMED = 7
const HIGHEST_NAMED = 3

/**
 * The looks of all lines. With a focus it has the hue of its domain and all else is grey; without one few lines have a hue each,
 * the same in every panel; of many grey ones the highest are named, and the one that is highest on the whole has the hue.
 */
export function lineLooks(panels: readonly LinePanel[], { view, dark }: PictureInput): Map<DataLine, LineLook> {
  const colours = palette(dark)
  const ref = view.focus === null ? null : readTerritoryCode(view.focus, view.units)
  const focus = ref && territoryKey(ref)
  const looks = new Map<DataLine, LineLook>()
  const order = placesOf(panels)
  for (const panel of panels) {
    const hue = colours.domain[panel.domain] ?? colours.other
    const hasFocus = panel.lines.some(({ territory }) => territory !== null && territory === focus)
    const top = highest(panel.lines)
    const lead = hasFocus ? null : highestOnTheWhole(panel.lines)
    panel.lines.forEach((line, at) => {
      const isFocus = hasFocus && line.territory === focus
      const nth = line.territory === null ? at : order.indexOf(line.territory)
      const isHued = !hasFocus && Math.max(panel.lines.length, line.territory === null ? 0 : order.length) <= MOST_HUES
      const isLead = !isHued && line === lead
      const few = panel.lines.length <= MOST_NAMED
      const own = panel.lines.length === 1 && order.length <= 1 ? hue : ((dark ? DARK_HUES : HUES)[nth] ?? hue)
      looks.set(line, {
        colour: isFocus || isLead ? hue : isHued ? own : dark ? '#74838b' : '#8b989f',
        width: isFocus ? 2.5 : isHued || isLead ? 2 : 1.25,
        named: isFocus || isLead || few || (!hasFocus && top.includes(line)),
        strong: isFocus || isHued || isLead,
        dotted: isFocus || isHued,
      })
    })
  }
  return looks
}

/** Hues that stay apart for colour-blind readers, on light and on dark paper. */
const HUES = ['#1f6fb4', '#c9730a', '#123f33', '#9b2a72', '#2f9e86']
const DARK_HUES = ['#6db1ee', '#e8902e', '#f4efc0', '#d85fc0', '#36a385']

/** All places of the picture, in the order of their lines. */
function placesOf(panels: readonly LinePanel[]): TerritoryKey[] {
  const longest = [...panels].sort((a, b) => b.lines.length - a.lines.length)
  return [...new Set(longest.flatMap(({ lines }) => lines.flatMap(({ territory }) => (territory === null ? [] : [territory]))))]
}

/** The lines whose newest points are highest. */
function highest(lines: readonly DataLine[]): DataLine[] {
  const newest = (line: DataLine) => line.points.at(-1)?.value ?? Number.NEGATIVE_INFINITY
  return [...lines].sort((a, b) => newest(b) - newest(a)).slice(0, HIGHEST_NAMED)
}

/** The line whose points are highest on average; null where several share that. */
function highestOnTheWhole(lines: readonly DataLine[]): DataLine | null {
  const mean = ({ points }: DataLine) => points.reduce((sum, { value }) => sum + value, 0) / points.length
  const [first, second] = lines.filter(({ points }) => points.length > 0).sort((a, b) => mean(b) - mean(a))
  return first && (!second || mean(first) > mean(second)) ? first : null
}
