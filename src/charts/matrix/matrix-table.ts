import type { Box } from '../map/map-labels.ts'
import { type Column, type Graphic, LINE, lineAt, rectAt, textAt } from '../parts/graphics.ts'
import { palette } from '../parts/palette.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { placeArea, placeInFocus } from '../parts/place-area.ts'
import { linesOf, textWidth } from '../parts/text-width.ts'
import type { MatrixFacts } from './matrix-facts.ts'
import { type RowLook, rowLook, tileBack, tileTouch } from './matrix-look.ts'
import { isItalic, type Matrix, type MatrixCell, type MatrixRow, type MatrixTile, tilesOf } from './matrix-model.ts'
import { NUMBER_LINE, NUMBER_SIZE, numberWidth, ROW_GAP, touchHeight, WORDS_SIZE } from './matrix-sizes.ts'

/** Widths of the heads of rows and of one column, in pixels. */
export interface TablePlace {
  readonly head: number
  readonly column: number
}

/** Where a table of rows and columns stands, or null where its columns would be too narrow for what is in them. */
export function tablePlace(matrix: Matrix, facts: MatrixFacts, width: number): TablePlace | null {
  const labels = matrix.rows.map(({ label }) => label)
  const count = matrix.columns.length
  const needed = columnWidth(matrix, facts)
  const most = Math.max(width * MOST_HEAD, Math.min(WIDEST_HEAD, width - count * MOST_COLUMN))
  const widest = Math.max(...labels.map((label) => textWidth(label, LABEL_SIZE))) + PAD
  const least = Math.max(LEAST_HEAD, longestWord(labels, LABEL_SIZE)) + PAD
  const head = Math.max(least, Math.min(widest, most, width - count * needed))
  const column = Math.min((width - head) / count, MOST_COLUMN)
  const isSlim = labels.every((label) => linesOf(label, head - PAD, LABEL_SIZE).length <= MOST_LINES)
  return column >= needed && isSlim ? { head, column } : null
}

/** What a column has to be wide so that no number and no word is broken. */
function columnWidth({ columns, rows }: Matrix, facts: MatrixFacts): number {
  const tiles = rows.flatMap(tilesOf)
  const small = [...tiles.flatMap((tile) => facts.of(tile)), ...facts.columns.flat()]
  const names = columns.map(({ name }) => name)
  const numbers = tiles.map((tile) => (tile.figure.value === null ? longestWord([tile.number], WORDS_SIZE) : numberWidth(tile)))
  return Math.max(LEAST_COLUMN, Math.max(...numbers, longestWord(small, 12), longestWord(names, 12, true)) + 2 * PAD)
}

/** Rows down, places across, each row in the colours of its own scale. */
export function matrixTable(matrix: Matrix, facts: MatrixFacts, place: TablePlace, input: PictureInput): Column {
  const heads = columnHeads(matrix, facts, place, input)
  const graphics = [...heads.graphics]
  let top = heads.bottom + ROW_GAP
  for (const [at, row] of matrix.rows.entries()) {
    const drawn = drawRow(row, facts.rows[at] ?? [], facts, { ...place, y: top }, input)
    graphics.push(...drawn.graphics)
    top = drawn.bottom + ROW_GAP
  }
  return { graphics, bottom: top }
}

const LEAST_COLUMN = 64
const MOST_COLUMN = 168
const LEAST_HEAD = 104
/** Share of the width that the heads of rows may take; and so many pixels, where few columns leave them. */
const MOST_HEAD = 0.3
const WIDEST_HEAD = 420
const MOST_LINES = 4
const PAD = 8
const LABEL_SIZE = 13
const LABEL_LINE = 19

/** Names at the bottom of their head, what holds for the whole column below them; what holds for all in the corner. */
function columnHeads({ columns }: Matrix, facts: MatrixFacts, { head, column }: TablePlace, input: PictureInput): Column {
  const { words, view, dark } = input
  const colours = palette(dark)
  const focus = placeInFocus(view)
  const heads = columns.map(({ name }, at) => [
    ...linesOf(name, column - PAD, 12, true).map((text) => ({ text, strong: true })),
    ...(facts.columns[at] ?? []).flatMap((fact) => linesOf(fact, column - PAD, 12)).map((text) => ({ text, strong: false })),
  ])
  const corner = facts.common.flatMap((fact) => linesOf(fact, head - PAD, 12))
  const height = Math.max(corner.length, ...heads.map((lines) => lines.length)) * LINE
  const at = (nth: number, of: number) => height - (of - nth - 0.5) * LINE
  const width = head + columns.length * column
  return {
    graphics: [
      ...corner.map((text, nth) => textAt(0, at(nth, corner.length), text, { colour: colours.muted })),
      ...heads.flatMap((lines, nth) =>
        lines.map(({ text, strong }, line) =>
          textAt(head + (nth + 0.5) * column, at(line, lines.length), text, {
            ...{ colour: strong ? colours.ink : colours.muted, strong, align: 'center' },
          }),
        ),
      ),
      lineAt(0, height + 5, width, height + 5, { line: colours.border }),
      ...columns.flatMap(({ key, name }, nth) => {
        const area = { x: head + nth * column, y: 0, width: column, height: height + 4 }
        const bar = key === focus ? [rectAt(area.x + 2, height + 3, column - 4, 3, { fill: colours.ink })] : []
        return [...bar, placeArea(area, key, name, words)]
      }),
    ],
    bottom: height + 6,
  }
}

interface RowPlace extends TablePlace {
  readonly y: number
}

function drawRow(row: MatrixRow, facts: readonly string[], all: MatrixFacts, place: RowPlace, input: PictureInput): Column {
  const { head, column, y } = place
  const colours = palette(input.dark)
  const labels = linesOf(row.label, head - PAD, LABEL_SIZE)
  const subs = [row.sub, [row.unit, ...facts].filter(Boolean).join(' · ')]
    .filter(Boolean)
    .flatMap((text) => linesOf(text, head - PAD, 12))
  const labelHeight = labels.length * LABEL_LINE + subs.length * LINE
  const cells = row.cells.map((cell) => cellTexts(cell, all, column - ROW_GAP - PAD, input))
  const least = touchHeight(input.width)
  const height = Math.max(labelHeight + 6, ...cells.map((texts) => cellHeight(texts, least)))
  const middle = y + height / 2 - labelHeight / 2
  const look = rowLook(row, input.dark)
  const graphics: Graphic[] = [
    ...labels.map((text, at) => textAt(0, middle + (at + 0.5) * LABEL_LINE, text, { colour: colours.ink, size: LABEL_SIZE })),
    ...subs.map((text, at) =>
      textAt(0, middle + labels.length * LABEL_LINE + (at + 0.5) * LINE, text, { colour: colours.muted }),
    ),
  ]
  for (const [at, texts] of cells.entries()) {
    const x = head + at * column + ROW_GAP / 2
    const more = (height - cellHeight(texts, least)) / texts.length
    let top = y
    for (const text of texts) {
      const own = Math.max(textHeight(text) + PAD, least) + more
      const box = { x, y: top, width: column - ROW_GAP, height: own }
      graphics.push(...drawCell(text, box, look))
      top += own + ROW_GAP
    }
  }
  const end = y + height + ROW_GAP / 2
  const width = head + row.cells.length * column
  return { graphics: [...graphics, lineAt(0, end, width, end, { line: colours.line, lineWidth: 0.75 })], bottom: y + height }
}

/** What is written in one tile, or in a cell without one. */
interface CellText {
  readonly tile: MatrixTile | null
  readonly lines: readonly string[]
  readonly size: number
  readonly small: readonly string[]
}

function cellTexts({ tiles, state }: MatrixCell, facts: MatrixFacts, width: number, { words }: PictureInput): CellText[] {
  if (tiles.length > 0) {
    return tiles.map((tile) => {
      const isNumber = tile.figure.value !== null
      const size = isNumber ? NUMBER_SIZE : WORDS_SIZE
      const lines = isNumber ? [tile.number] : linesOf(tile.number, width, size)
      return { tile, lines, size, small: facts.of(tile).flatMap((fact) => linesOf(fact, width, 12)) }
    })
  }
  if (state === 'not_mentioned') return [{ tile: null, lines: [words.chart.missing], size: NUMBER_SIZE, small: [] }]
  return [{ tile: null, lines: [], size: NUMBER_SIZE, small: linesOf(words.figure.state[state], width, 12) }]
}

function textHeight({ lines, small }: CellText): number {
  return lines.length * NUMBER_LINE + small.length * LINE
}

function cellHeight(texts: readonly CellText[], least: number): number {
  return texts.reduce((sum, text) => sum + Math.max(textHeight(text) + PAD, least), (texts.length - 1) * ROW_GAP)
}

function drawCell(text: CellText, box: Box, look: RowLook): Graphic[] {
  const { tile, lines, size, small } = text
  const { ink, small: smallInk, shape } = tile ? look.of(tile.mark, tile.level) : look.empty
  const [x, top] = [box.x + box.width / 2, box.y + (box.height - textHeight(text)) / 2]
  const number = { colour: ink, size, strong: tile?.figure.value != null, italic: tile !== null && isItalic(tile) }
  const texts = [
    ...lines.map((line, at) => textAt(x, top + (at + 0.5) * NUMBER_LINE, line, { ...number, align: 'center', z: 10 })),
    ...small.map((line, at) =>
      textAt(x, top + lines.length * NUMBER_LINE + (at + 0.5) * LINE, line, { colour: smallInk, align: 'center', z: 10 }),
    ),
  ]
  return tile ? [...tileBack(box, shape), ...texts, tileTouch(tile, box)] : texts
}

function longestWord(texts: readonly string[], size: number, strong = false): number {
  return Math.max(0, ...texts.flatMap((text) => text.split(' ')).map((word) => textWidth(word, size, strong)))
}
