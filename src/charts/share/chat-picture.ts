import type { Words } from '../../locale/words.ts'
import { palette } from '../parts/palette.ts'
import type { ExportLabel } from './export-label.ts'
import type { DrawnPicture } from './framed-chart.ts'
import { closing, linkNote, pageTitle, saying, warningBands } from './share-page.ts'
import { shareRows } from './share-rows.ts'
import type { ShareStory } from './share-story.ts'
import { svgPicture } from './svg-parts.ts'

const WIDTH = 1080
const HEIGHT = 1350
const EDGE = 56

/** A picture for a chat on a phone: the finding, one picture, where it comes from. */
export function chatPicture(story: ShareStory, label: ExportLabel, words: Words, fontCss: string): DrawnPicture {
  const colours = palette(false)
  const column = { x: EDGE, width: WIDTH - 2 * EDGE }
  const footOf = (lines?: number) => closing(label, words, column, HEIGHT - EDGE + 12, lines)
  const head = warningBands(label, words, column, EDGE - 12)
  const title = pageTitle(label.title, colours.domain[story.domain] ?? colours.other, column, head.bottom)
  // The first that fits: the first note is how the numbers changed, which matters more than one place more.
  const bodies = FITS.map(({ size, notes, top, bottom }) => {
    const said = saying(story.finding, story.caveats, { ...column, top: title.bottom }, { size, most: notes }, words)
    const rows = shareRows(story, { ...column, y: said.bottom + 16 }, { top, bottom }, words)
    return { svg: said.svg + rows.svg, bottom: rows.bottom }
  })
  const least = footOf()
  const body = bodies.find(({ bottom }) => bottom <= least.top - 8) ?? bodies.at(-1)
  // The sources take what room is left.
  const foot = MORE_SOURCE_LINES.map(footOf).find(({ top }) => body && body.bottom <= top - 8) ?? least
  const svg = svgPicture(
    WIDTH,
    HEIGHT,
    linkNote(label) + head.svg + title.svg + (body?.svg ?? '') + foot.svg,
    colours.paper,
    fontCss,
  )
  return { svg, width: WIDTH, height: HEIGHT }
}

const MORE_SOURCE_LINES = [9, 8, 7, 6, 5, 4, 3]

const FITS = [
  ...[40, 36, 34].flatMap((size) => [3, 2, 1].map((notes) => ({ size, notes, top: 5, bottom: 3 }))),
  { size: 34, notes: 1, top: 5, bottom: 2 },
  { size: 34, notes: 1, top: 4, bottom: 2 },
  { size: 32, notes: 1, top: 3, bottom: 2 },
  { size: 32, notes: 1, top: 3, bottom: 1 },
  ...[40, 36, 32].map((size) => ({ size, notes: 0, top: 5, bottom: 3 })),
  { size: 32, notes: 0, top: 4, bottom: 2 },
  { size: 32, notes: 0, top: 3, bottom: 1 },
  { size: 30, notes: 0, top: 2, bottom: 1 },
  { size: 28, notes: 0, top: 1, bottom: 0 },
] as const
