import { territoryKey } from '../../model/territory.ts'
import type { Box } from '../map/map-labels.ts'
import { type Column, type Graphic, LINE, lineAt, textAt } from '../parts/graphics.ts'
import { palette } from '../parts/palette.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { placeArea, placeInFocus } from '../parts/place-area.ts'
import { linesOf, textWidth } from '../parts/text-width.ts'
import type { MatrixFacts } from './matrix-facts.ts'
import { rowLook, type TileLook, tileBack, tileTouch } from './matrix-look.ts'
import { isItalic, type Matrix, type MatrixRow, type MatrixTile, tilesOf } from './matrix-model.ts'
import { NUMBER_LINE, NUMBER_SIZE, numberWidth, ROW_GAP, touchHeight, WORDS_SIZE } from './matrix-sizes.ts'

/** Where columns are too narrow: each row as a heading and below it its figures, each with the name of its place. */
export function matrixChips(matrix: Matrix, facts: MatrixFacts, input: PictureInput): Column {
  const colours = palette(input.dark)
  const grid = chipGrid(matrix.rows.map(tilesOf), input.width)
  const common = facts.common.length > 0 ? linesOf(facts.common.join(' · '), input.width, 12) : []
  const graphics: Graphic[] = common.map((line, at) => textAt(0, (at + 0.5) * LINE, line, { colour: colours.muted }))
  let top = common.length > 0 ? common.length * LINE + 8 : 0
  for (const [at, row] of matrix.rows.entries()) {
    const drawn = drawBlock(matrix, row, facts.rows[at] ?? [], facts, { ...grid, y: top }, input)
    graphics.push(...drawn.graphics)
    top = drawn.bottom + BLOCK_GAP
  }
  return { graphics, bottom: top - BLOCK_GAP + ROW_GAP }
}

/** From here on it is said that none is left out. */
const MANY = 24
const BLOCK_GAP = 20
const TITLE = 21
const PAD = 8
const BETWEEN = 8
const LEAST_CHIP = 96
/** A name and a number that need more stand below each other. */
const MOST_CHIP = 232
const WIDEST_CHIP = 360

interface ChipGrid {
  readonly columns: number
  readonly width: number
}

/** Equal columns for the whole picture: as wide as a name with its number, or as the wider of both where two would not fit. */
function chipGrid(rows: readonly (readonly MatrixTile[])[], width: number): ChipGrid {
  const tiles = rows.flat()
  const numbers = tiles.filter(({ figure }) => figure.value !== null)
  const beside = Math.max(LEAST_CHIP, ...numbers.map((tile) => textWidth(tile.place, 12) + BETWEEN + numberWidth(tile) + 2 * PAD))
  const fits = (chip: number) => Math.floor((width + ROW_GAP) / (chip + ROW_GAP))
  const longest = Math.max(0, ...tiles.flatMap(({ place }) => place.split(' ')).map((word) => textWidth(word, 12)))
  const above = Math.max(LEAST_CHIP, longest + 2 * PAD, ...numbers.map((tile) => numberWidth(tile) + 2 * PAD))
  const besides = fits(Math.min(beside, MOST_CHIP))
  const most = Math.max(...rows.map(({ length }) => length))
  const columns = Math.max(1, Math.min(besides > 1 ? besides : fits(above), most))
  return { columns, width: Math.min((width - (columns - 1) * ROW_GAP) / columns, WIDEST_CHIP) }
}

interface BlockPlace extends ChipGrid {
  readonly y: number
}

function drawBlock(
  matrix: Matrix,
  row: MatrixRow,
  own: readonly string[],
  facts: MatrixFacts,
  place: BlockPlace,
  input: PictureInput,
): Column {
  const { words, dark } = input
  const colours = palette(dark)
  const tiles = inOrder(tilesOf(row))
  const many = tiles.length > MANY ? [words.chart.matrixAll(tiles.length)] : []
  const title = linesOf(row.label, input.width, 14, true)
  const details = [row.sub, row.unit, ...own, ...many].filter(Boolean).join(' · ')
  const sub = details === '' ? [] : linesOf(details, input.width, 12)
  const graphics: Graphic[] = [
    ...title.map((line, at) => textAt(0, place.y + (at + 0.5) * TITLE, line, { colour: colours.ink, size: 14, strong: true })),
    ...sub.map((line, at) => textAt(0, place.y + title.length * TITLE + (at + 0.5) * LINE, line, { colour: colours.muted })),
  ]
  let top = place.y + title.length * TITLE + sub.length * LINE + 6
  const look = rowLook(row, dark)
  const step = place.width + ROW_GAP
  for (let at = 0; at < tiles.length; at += place.columns) {
    const line = tiles.slice(at, at + place.columns).map((tile) => chipText(tile, facts, place.width - 2 * PAD))
    const height = Math.max(touchHeight(input.width), ...line.map((text) => chipHeight(text) + PAD))
    for (const [nth, text] of line.entries()) {
      const box = { x: nth * step, y: top, width: place.width, height }
      const chip = look.of(text.tile.mark, text.tile.level)
      const end = lineAt(box.x, top + height, box.x + box.width, top + height, { line: colours.line })
      graphics.push(
        ...(chip.shape ? tileBack(box, chip.shape) : [end]),
        ...chipTexts(text, box, chip, input),
        tileTouch(text.tile, box),
      )
    }
    top += height + ROW_GAP
  }
  for (const line of silentLines(matrix, row, input).flatMap((text) => linesOf(text, input.width, 12))) {
    graphics.push(textAt(0, top + LINE / 2, line, { colour: colours.muted }))
    top += LINE
  }
  return { graphics, bottom: top }
}

/** Those on the scale of the row, highest first; what has no place in it follows as it came. */
function inOrder(tiles: readonly MatrixTile[]): MatrixTile[] {
  const scale = tiles.filter(({ isOnScale }) => isOnScale)
  scale.sort((a, b) => (b.figure.value as number) - (a.figure.value as number))
  return [...scale, ...tiles.filter(({ isOnScale }) => !isOnScale)]
}

/** Who among the places of the picture has nothing in this row, and why. */
function silentLines({ columns }: Matrix, { cells }: MatrixRow, { words }: PictureInput): string[] {
  const { otherTime, notMentioned, notReceived } = words.headline
  const says = { other_time: otherTime, not_mentioned: notMentioned, not_received: notReceived } as const
  return Object.entries(says).flatMap(([state, say]) => {
    const names = columns.filter((_, at) => cells[at]?.tiles.length === 0 && cells[at]?.state === state).map(({ name }) => name)
    return names.length > 0 ? [say(names)] : []
  })
}

interface ChipText {
  readonly tile: MatrixTile
  readonly names: readonly string[]
  /** Whether the number stands at the right of the name, not below it. */
  readonly isBeside: boolean
  readonly numbers: readonly string[]
  readonly size: number
  readonly small: readonly string[]
}

function chipText(tile: MatrixTile, facts: MatrixFacts, width: number): ChipText {
  const isNumber = tile.figure.value !== null
  const size = isNumber ? NUMBER_SIZE : WORDS_SIZE
  const taken = isNumber ? numberWidth(tile) : textWidth(tile.number, size)
  const isBeside = textWidth(tile.place, 12) + BETWEEN + taken <= width
  return {
    ...{ tile, isBeside, size },
    names: isBeside ? [tile.place] : linesOf(tile.place, width, 12),
    numbers: isBeside || isNumber ? [tile.number] : linesOf(tile.number, width, size),
    small: facts.of(tile).flatMap((fact) => linesOf(fact, width, 12)),
  }
}

function chipHeight({ names, numbers, isBeside, small }: ChipText): number {
  return (isBeside ? NUMBER_LINE : names.length * LINE + numbers.length * NUMBER_LINE) + small.length * LINE
}

function chipTexts(
  text: ChipText,
  box: Box,
  { ink: colour, small: smallInk }: TileLook,
  { words, view }: PictureInput,
): Graphic[] {
  const { tile, names, numbers, isBeside, size, small } = text
  const left = box.x + PAD
  const top = box.y + (box.height - chipHeight(text)) / 2
  const number = { colour, size, strong: tile.figure.value !== null, italic: isItalic(tile), z: 10 }
  const below = isBeside ? top + NUMBER_LINE : top + names.length * LINE + numbers.length * NUMBER_LINE
  const smalls = small.map((line, at) => textAt(left, below + (at + 0.5) * LINE, line, { colour: smallInk, z: 10 }))
  const key = territoryKey(tile.figure.territory)
  const strong = key === placeInFocus(view)
  const height = isBeside ? NUMBER_LINE : names.length * LINE
  const width = Math.max(...names.map((line) => textWidth(line, 12, strong)))
  const name = placeArea({ x: left, y: top, width, height }, key, tile.place, words)
  if (isBeside) {
    const middle = top + NUMBER_LINE / 2
    const right = box.x + box.width - PAD
    return [
      textAt(left, middle, tile.place, { colour, strong, z: 10 }),
      textAt(right, middle, tile.number, { ...number, align: 'right' }),
      ...smalls,
      name,
    ]
  }
  return [
    ...names.map((line, at) => textAt(left, top + (at + 0.5) * LINE, line, { colour, strong, z: 10 })),
    ...numbers.map((line, at) => textAt(left, top + names.length * LINE + (at + 0.5) * NUMBER_LINE, line, number)),
    ...smalls,
    name,
  ]
}
