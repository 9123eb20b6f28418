import { wrapWords } from './wrap-words.ts'

/** A panel of bars as far as its place on the canvas goes. */
export interface PanelSize {
  readonly title: string
  readonly sub: string
  readonly bars: readonly { readonly text: string }[]
}

export interface PanelPlace {
  readonly title: readonly string[]
  readonly sub: readonly string[]
  /** Top of the heading and of the first bar, and room for the values behind the longest bar, in pixels. */
  readonly top: number
  readonly body: number
  readonly right: number
}

/** Height of one bar with its name above it, and of the lines of a heading. */
export const BAR_HEIGHT = 42
export const TITLE_LINE = 21
export const SUB_LINE = 18
const GAP = 24
/** Pixels that an average letter takes at 14 px semi-bold, at 12 px, and at 13 px semi-bold; guessed generously. */
const TITLE_LETTER = 8.2
const SUB_LETTER = 6.8
const VALUE_LETTER = 8

/** Panels below one another; a heading takes as many lines as its words need at this width. */
export function barLayout(
  panels: readonly PanelSize[],
  width: number,
): { readonly places: readonly PanelPlace[]; readonly height: number } {
  const places: PanelPlace[] = []
  let y = 2
  for (const panel of panels) {
    const title = wrapWords(panel.title, Math.floor(width / TITLE_LETTER))
    const sub = panel.sub === '' ? [] : wrapWords(panel.sub, Math.floor(width / SUB_LETTER))
    const body = y + title.length * TITLE_LINE + sub.length * SUB_LINE + 8
    const right = Math.round(Math.max(...panel.bars.map((item) => item.text.length)) * VALUE_LETTER) + 16
    places.push({ title, sub, top: y, body, right: Math.min(right, Math.round(width * 0.55)) })
    y = body + panel.bars.length * BAR_HEIGHT + GAP
  }
  return { places, height: y }
}
