import type { ModelsWords } from '../../locale/models.vi.ts'
import type { Figure } from '../../model/figure.ts'
import { type Column, circleAt, type Graphic, LINE, textAt } from '../parts/graphics.ts'
import { openEndAt } from '../parts/marks.ts'
import { type Palette, palette } from '../parts/palette.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { linesOf } from '../parts/text-width.ts'
import { DOT, dotLook, partlyAt } from './unit-dots-marks.ts'
import type { DotBlock, DotsPanel } from './unit-dots-model.ts'

const TEXT = 24

/** What the marks on the picture mean; none that is not there. */
export function unitDotsLegend(panels: readonly DotsPanel[], top: number, input: PictureInput): Column {
  const colours = palette(input.dark)
  const hue = colours.domain[panels[0]?.domain ?? ''] ?? colours.other
  const graphics: Graphic[] = []
  let y = top
  for (const { text, draw } of legendMarks(panels, input.words.models)) {
    graphics.push(...draw(DOT + 4, y + LINE / 2, hue, colours))
    for (const line of linesOf(text, Math.min(input.width, 900) - TEXT, 12)) {
      graphics.push(textAt(TEXT, y + LINE / 2, line, { colour: colours.muted }))
      y += LINE
    }
  }
  return { graphics, bottom: y }
}

/** The same in words. */
export function legendTexts(panels: readonly DotsPanel[], words: ModelsWords): string[] {
  return legendMarks(panels, words).map(({ text }) => text)
}

interface LegendMark {
  readonly text: string
  draw(x: number, y: number, hue: string, colours: Palette): readonly Graphic[]
}

function legendMarks(panels: readonly DotsPanel[], words: ModelsWords): LegendMark[] {
  const blocks = panels.flatMap((panel) => panel.blocks.filter(({ groups }) => groups.length > 0))
  const has = (mark: DotBlock['mark']) => blocks.some((block) => block.mark === mark)
  const some = (is: (figure: Figure) => boolean) => blocks.some(({ figure }) => is(figure))
  const hasPart = panels.some(({ per, blocks }) =>
    blocks.some(({ groups }) => groups.some(({ value }) => Math.abs(value / per - Math.round(value / per)) > 1e-9)),
  )
  const marked = (mark: DotBlock['mark'], text: string): LegendMark[] =>
    has(mark) ? [{ text, draw: (x, y, hue, colours) => [circleAt(x, y, DOT, dotLook(mark, hue, colours))] }] : []
  const when = (is: boolean, mark: LegendMark) => (is ? [mark] : [])
  return [
    ...when(hasPart, {
      text: words.dotPart,
      draw: (x, y, hue, colours) => partlyAt(x, y, 0.4, dotLook('filled', hue, colours), hue, colours),
    }),
    ...marked('hollow', words.dotHollow),
    ...marked('unsure', words.dotUnsure),
    ...marked('doubtful', words.dotDoubtful),
    ...when(
      some(({ low, approx }) => low && !approx),
      { text: words.dotAtLeast, draw: (x, y, hue) => [openEndAt(x, y, 1, hue)] },
    ),
    ...when(
      some(({ low, high, approx }) => high && !low && !approx),
      { text: words.dotAtMost, draw: (x, y, hue) => [openEndAt(x, y, -1, hue)] },
    ),
    ...when(
      some(({ approx }) => approx),
      { text: words.dotAbout, draw: (x, y, hue) => [circleAt(x, y, DOT, { fill: hue, opacity: 0.4 })] },
    ),
  ]
}
