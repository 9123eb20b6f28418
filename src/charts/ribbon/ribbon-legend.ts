import { type Column, type Graphic, LINE, textAt } from '../parts/graphics.ts'
import { type Palette, palette } from '../parts/palette.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { linesOf } from '../parts/text-width.ts'
import type { RibbonRow } from './ribbon-layout.ts'
import { kindOf, type MarkKind, ribbonMark } from './ribbon-marks.ts'

/** Room of a sample before its words, and its size. */
const SAMPLE = 44
const SAMPLE_WIDTH = 32
/** Widest line of text. */
const WIDEST = 900

interface Entry {
  readonly kind: Partial<MarkKind> & Pick<MarkKind, 'mark'>
  readonly height: number
  readonly isLine?: boolean
  readonly text: string
}

/** How to read the picture, and only the marks that are in it, each with a sample. `rows` are those of one list for each panel. */
export function ribbonLegend(panels: readonly (readonly RibbonRow[])[], y: number, hue: string, input: PictureInput): Column {
  const { width, dark, words } = input
  const colours = palette(dark)
  const graphics: Graphic[] = []
  let top = y
  const say = (text: string, x: number) => {
    for (const line of linesOf(text, Math.min(width, WIDEST) - x, 12)) {
      graphics.push(textAt(x, top + LINE / 2, line, { colour: colours.muted }))
      top += LINE
    }
  }
  const reading = readingOf(panels, input)
  if (reading !== '') say(reading, 0)
  for (const { kind, height, isLine = false, text } of entriesOf(panels.flat(), input)) {
    const plain: MarkKind = { fades: null, isHollow: false, isDoubtful: false, ...kind }
    const place = { x: kind.mark === 'tick' ? SAMPLE_WIDTH / 2 : 1, y: top + (LINE - height) / 2, width: SAMPLE_WIDTH }
    graphics.push(...ribbonMark(plain, { ...place, size: { height, isLine } }, { ink: hue, colours }))
    say(text, SAMPLE)
  }
  if (panels.flat().some(({ item }) => item.figure.low && item.figure.value !== null)) {
    graphics.push(chevron(top + LINE / 2, colours))
    say(words.chart.ribbonAtLeast, SAMPLE)
  }
  return { graphics, bottom: top }
}

/** What an area means, and how far it may be compared. */
function readingOf(panels: readonly (readonly RibbonRow[])[], { words }: PictureInput): string {
  const sized = panels.filter((rows) => rows.some(({ item }) => item.mark === 'ribbon'))
  if (sized.length === 0) return ''
  const { ribbonArea, ribbonOwnScale } = words.chart
  return sized.length > 1 ? `${ribbonArea} ${ribbonOwnScale}` : ribbonArea
}

function entriesOf(rows: readonly RibbonRow[], { words }: PictureInput): Entry[] {
  const { chart, figure } = words
  const inked = rows.filter(({ mark }) => mark !== null).map(({ item, mark }) => ({ kind: kindOf(item), size: mark?.size }))
  const has = (test: (kind: MarkKind) => boolean) => inked.some(({ kind }) => test(kind))
  const isRim = ({ mark }: MarkKind) => mark === 'ribbon'
  const all: readonly (Entry | null)[] = [
    has(({ fades, mark }) => fades !== null && mark !== 'bracket')
      ? { kind: { mark: 'ribbon', fades: 'end' }, height: 10, text: chart.ribbonFade }
      : null,
    inked.some(({ kind, size }) => kind.mark === 'ribbon' && size?.isLine)
      ? { kind: { mark: 'ribbon' }, height: 1.5, isLine: true, text: chart.ribbonThin }
      : null,
    has((kind) => kind.isHollow && isRim(kind))
      ? { kind: { mark: 'ribbon', isHollow: true }, height: 10, text: figure.state.only_parts }
      : null,
    has(({ isDoubtful }) => isDoubtful)
      ? { kind: { mark: 'ribbon', isDoubtful: true }, height: 10, text: figure.needsVerification }
      : null,
    has(({ mark }) => mark === 'zero') ? { kind: { mark: 'zero' }, height: 6, text: figure.state.zero } : null,
    has(({ mark, fades }) => mark === 'bracket' && fades === null)
      ? { kind: { mark: 'bracket' }, height: 10, text: chart.ribbonBracket }
      : null,
    has(({ mark, fades }) => mark === 'bracket' && fades !== null)
      ? { kind: { mark: 'bracket', fades: 'end' }, height: 10, text: chart.ribbonOpen }
      : null,
    has(({ mark }) => mark === 'tick') ? { kind: { mark: 'tick' }, height: 14, text: chart.ribbonTick } : null,
  ]
  return all.filter((entry) => entry !== null)
}

function chevron(middle: number, { ink }: Palette): Graphic {
  return textAt(SAMPLE_WIDTH / 2, middle, '›', { colour: ink, align: 'center', size: 13 })
}
