import { type Graphic, LINE, textAt } from './graphics.ts'
import { PICTURE_FONT, palette } from './palette.ts'
import type { PictureInput } from './picture-input.ts'
import { linesOf } from './text-width.ts'

/** The lines below a picture: `most` is how wide they may be, in pixels. */
export interface Closing {
  readonly texts: readonly string[]
  readonly top: number
  readonly most?: number
}

/** Widest text that is read without losing the line. */
const WIDEST = 900

/** The option of a picture of drawn elements, with the lines that close it, and its height; `more` is what else ECharts has to draw. */
export function wholePicture(
  graphics: readonly Graphic[],
  { texts, top, most = WIDEST }: Closing,
  { width, dark }: PictureInput,
  more: Readonly<Record<string, unknown>> = {},
) {
  const lines = texts.flatMap((text) => linesOf(text, Math.min(width, most), 12))
  const footer = lines.map((line, at) => textAt(0, top + (at + 0.5) * LINE, line, { colour: palette(dark).muted }))
  const option = {
    animation: false,
    textStyle: { fontFamily: PICTURE_FONT },
    graphic: { elements: [...graphics, ...footer] },
    ...more,
  }
  return { option, height: Math.ceil(top + lines.length * LINE + 4) }
}

/** A tooltip as text of the picture: a box in HTML has styles of its own, which a content security policy refuses. */
export function textTooltip({ dark }: PictureInput) {
  const { border, paper, ink } = palette(dark)
  return {
    renderMode: 'richText',
    confine: true,
    transitionDuration: 0,
    padding: [6, 10],
    borderWidth: 1,
    borderColor: border,
    backgroundColor: paper,
    textStyle: { color: ink, fontSize: 12, lineHeight: LINE, fontFamily: PICTURE_FONT },
  }
}
