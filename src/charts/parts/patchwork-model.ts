import type { FigureText } from '../../locale/print-figure.ts'
import type { Figure, State } from '../../model/figure.ts'
import type { Coverage } from '../../model/rules/coverage.ts'
import type { TerritoryKey } from '../../model/territory.ts'

/** One figure of a cell. `heading` says what it is, where the column or row does not. */
export interface PatchFigure {
  readonly figure: Figure
  readonly text: FigureText
  readonly heading: string
}

/** A cell: its figures, or what is known instead. */
export interface PatchCell {
  readonly state: State
  readonly figures: readonly PatchFigure[]
  /** Models that a source names without a total; lines of words. */
  readonly named: readonly string[]
  /** Of how many old units of a merged province there is a figure; left out for any other. */
  readonly oldUnits?: { readonly n: number; readonly of: number }
}

export interface PatchHead {
  readonly key: string
  readonly label: string
  /** What the label means; empty when it says all. */
  readonly sub: string
  /** Domain code, for its colour. */
  readonly domain: string
  /** What a click on the heading narrows the view to; null when it narrows nothing. */
  readonly indicators: readonly string[] | null
}

/** Columns × rows of typographic cells. One side are places, the other domains or indicators; nothing is added across cells. */
export interface Patchwork {
  readonly places: 'rows' | 'columns'
  readonly columns: readonly PatchHead[]
  readonly rows: readonly PatchHead[]
  /** `cells[row][column]`. */
  readonly cells: readonly (readonly PatchCell[])[]
  /** Lines that close the picture, per domain or for all: who is not mentioned, who has another time. */
  readonly closing: readonly string[]
  /** One for each column where the columns are domains, else one for the whole. */
  readonly coverage: readonly CoverageLine[]
}

export interface CoverageLine {
  readonly coverage: Coverage
  readonly states: readonly PlaceState[]
}

export interface PlaceState {
  readonly key: TerritoryKey
  readonly name: string
  readonly state: State
}
