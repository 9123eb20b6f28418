import type { Words } from '../../locale/words.ts'
import { palette } from '../parts/palette.ts'
import type { ExportLabel } from './export-label.ts'
import type { DrawnPicture } from './framed-chart.ts'
import { closing, linkNote, pageTitle, saying, warningBands } from './share-page.ts'
import { shareRows } from './share-rows.ts'
import type { ShareStory } from './share-story.ts'
import { svgPicture } from './svg-parts.ts'

const WIDTH = 1920
const HEIGHT = 1080
const EDGE = 72
const GAP = 72
const LEFT = 780

/** A picture for a slide: the finding on the left, the picture on the right, where it comes from below both. */
export function slidePicture(story: ShareStory, label: ExportLabel, words: Words, fontCss: string): DrawnPicture {
  const colours = palette(false)
  const whole = { x: EDGE, width: WIDTH - 2 * EDGE }
  const left = { x: EDGE, width: LEFT }
  const right = { x: EDGE + LEFT + GAP, width: whole.width - LEFT - GAP }
  const foot = closing(label, words, whole, HEIGHT - EDGE + 24)
  const head = warningBands(label, words, whole, EDGE - 24)
  const title = pageTitle(label.title, colours.domain[story.domain] ?? colours.other, left, head.bottom)
  const room = foot.top - 8
  const sayings = [
    ...[44, 40].flatMap((size) => [5, 4, 3, 2].map((notes) => ({ size, notes }))),
    ...[36, 32, 28].flatMap((size) => [2, 1, 0].map((notes) => ({ size, notes }))),
  ].map(({ size, notes }) =>
    saying(story.finding, story.caveats, { ...left, top: title.bottom + 8 }, { size, most: notes }, words),
  )
  const said = sayings.find(({ bottom }) => bottom <= room) ?? sayings.at(-1)
  const pictures = [
    [5, 3],
    [5, 2],
    [4, 2],
    [3, 2],
    [3, 1],
    [2, 1],
  ].map(([top = 1, bottom = 0]) => shareRows(story, { ...right, y: head.bottom }, { top, bottom }, words))
  const rows = pictures.find(({ bottom }) => bottom <= room) ?? pictures.at(-1)
  const body = linkNote(label) + head.svg + title.svg + (said?.svg ?? '') + (rows?.svg ?? '') + foot.svg
  return { svg: svgPicture(WIDTH, HEIGHT, body, colours.paper, fontCss), width: WIDTH, height: HEIGHT }
}
