import type { Column, ColumnPlace } from './graphics.ts'

/** How many panels stand side by side in `width` pixels, and how far apart they and the rows are. */
export interface RowsOfPanels {
  readonly columns: number
  readonly width: number
  readonly gutter: number
  readonly gap: number
}

/** Panels in rows, each row below the lowest panel of the one before; `bottom` is where the next row would begin. */
export function panelsInRows<P, D extends Pick<Column, 'bottom'>>(
  panels: readonly P[],
  { columns, width, gutter, gap }: RowsOfPanels,
  draw: (panel: P, at: number, place: ColumnPlace) => D,
): { readonly drawn: readonly D[]; readonly bottom: number } {
  const own = (width - (columns - 1) * gutter) / columns
  const drawn: D[] = []
  let bottom = TOP
  for (let first = 0; first < panels.length; first += columns) {
    const row = panels
      .slice(first, first + columns)
      .map((panel, nth) => draw(panel, first + nth, { x: nth * (own + gutter), y: bottom, width: own }))
    drawn.push(...row)
    bottom = Math.max(...row.map((one) => one.bottom)) + gap
  }
  return { drawn, bottom }
}

/** Free of the upper edge, so that no stroke is cut. */
const TOP = 2
