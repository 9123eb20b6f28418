import { type Matrix, type MatrixTile, tilesOf } from './matrix-model.ts'

/** What is said once above all, at the head of each column and row, and at a tile: nothing is said twice of one figure. */
export interface MatrixFacts {
  readonly common: readonly string[]
  readonly columns: readonly (readonly string[])[]
  readonly rows: readonly (readonly string[])[]
  of(tile: MatrixTile): readonly string[]
}

/**
 * Says what figures have in common as far above them as it holds for all below. `withHeads`: whether the picture has heads of
 * columns. Times stand at those heads only where each column has one, so that they never contradict the head of a row.
 */
export function matrixFacts({ columns, rows }: Matrix, withHeads: boolean): MatrixFacts {
  const all = rows.flatMap(tilesOf)
  const columnTiles = columns.map((_, at) => rows.flatMap(({ cells }) => cells[at]?.tiles ?? []))
  const common = shared(all, (tile) => [tile.text.time, ...tile.facts])
  const isLeft = (fact: string) => fact !== '' && !common.includes(fact)
  const columnTimes = columnTiles.map((tiles) => onlyOne(tiles.map(({ text }) => text.time)))
  const timesAtHeads = withHeads && columnTimes.every((time) => time !== '')
  const columnFacts = columnTiles.map((tiles, at) =>
    [timesAtHeads ? (columnTimes[at] ?? '') : '', ...(withHeads ? shared(tiles, ({ facts }) => facts) : [])].filter(isLeft),
  )
  const said = new Map<MatrixTile, readonly string[]>()
  const rowFacts = rows.map((row) => {
    const tiles = tilesOf(row)
    const saidAbove = (fact: string) => row.cells.every((cell, at) => cell.tiles.length === 0 || columnFacts[at]?.includes(fact))
    const time = timesAtHeads ? '' : row.time
    const facts = [time, ...shared(tiles, (tile) => tile.facts)].filter((fact) => isLeft(fact) && !saidAbove(fact))
    for (const [at, cell] of row.cells.entries()) {
      for (const tile of cell.tiles) {
        const above = [...facts, ...(columnFacts[at] ?? [])]
        const own = [...tile.facts, timesAtHeads ? '' : tile.text.time]
        said.set(
          tile,
          own.filter((fact) => isLeft(fact) && !above.includes(fact)),
        )
      }
    }
    return facts
  })
  return { common, columns: columnFacts, rows: rowFacts, of: (tile) => said.get(tile) ?? [] }
}

/** What two or more tiles all say. */
function shared([first, ...others]: readonly MatrixTile[], factsOf: (tile: MatrixTile) => readonly string[]): string[] {
  if (!first || others.length === 0) return []
  return factsOf(first).filter((fact) => others.every((tile) => factsOf(tile).includes(fact)))
}

function onlyOne(texts: readonly string[]): string {
  return new Set(texts).size === 1 ? (texts[0] ?? '') : ''
}
