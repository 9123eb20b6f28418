import { wrapWords } from './wrap-words.ts'

/** A panel of bars as far as its place on the canvas goes. */
export interface PanelSize {
  readonly title: string
  readonly sub: string
  readonly bars: readonly { readonly label: string; readonly text: string }[]
}

export interface PanelPlace {
  readonly title: readonly string[]
  readonly sub: readonly string[]
  /** The lines of the name above each bar. */
  readonly names: readonly (readonly string[])[]
  /** Top of the heading and of the first bar, room for the values behind the longest bar, height of a bar with its name, in pixels. */
  readonly top: number
  readonly body: number
  readonly right: number
  readonly slot: number
}

/** Height of one bar with a name of one line above it, and of the lines of names and headings. */
const BAR_HEIGHT = 42
export const NAME_LINE = 17
export const TITLE_LINE = 21
export const SUB_LINE = 18
const GAP = 24
/** Pixels that an average letter takes at 14 px semi-bold, at 12 px, at 13 px, and at 13 px semi-bold; guessed generously. */
const TITLE_LETTER = 8.2
const SUB_LETTER = 6.8
const NAME_LETTER = 7.2
const VALUE_LETTER = 8

/** Panels below one another; headings and names take as many lines as their words need at this width. */
export function barLayout(
  panels: readonly PanelSize[],
  width: number,
): { readonly places: readonly PanelPlace[]; readonly height: number } {
  const places: PanelPlace[] = []
  let y = 2
  for (const panel of panels) {
    const title = wrapWords(panel.title, Math.floor(width / TITLE_LETTER))
    const sub = panel.sub === '' ? [] : wrapWords(panel.sub, Math.floor(width / SUB_LETTER))
    const names = panel.bars.map((item) => wrapWords(item.label, Math.floor(width / NAME_LETTER)))
    // Bars stand in the middle of equal slots, so the longest name makes room above every bar, and as much below the last one.
    const above = ((Math.max(...names.map((lines) => lines.length)) - 1) * NAME_LINE) / 2
    const slot = BAR_HEIGHT + 2 * above
    const body = y + title.length * TITLE_LINE + sub.length * SUB_LINE + 8 + above
    const right = Math.round(Math.max(...panel.bars.map((item) => item.text.length)) * VALUE_LETTER) + 20
    places.push({ title, sub, names, top: y, body, right: Math.min(right, Math.round(width * 0.75)), slot })
    y = body + panel.bars.length * slot - above + GAP
  }
  return { places, height: y }
}
