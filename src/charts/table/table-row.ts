import type { Figure, State } from '../../model/figure.ts'

/** One line of a table twin. `figure` opens the grounds; null where there is no figure, then `state` says why. */
export interface TableRow {
  readonly id: string
  readonly place: string
  readonly indicator: string
  readonly kind: string
  readonly number: string
  readonly unit: string
  readonly time: string
  readonly scope: string
  /** What is known of the number, in words, with its marks. */
  readonly state: string
  readonly stateCode: State
  /** What the number sorts by; null (words, nothing) sorts last both ways. */
  readonly value: number | null
  readonly figure: Figure | null
  /** What the figure is compared with, and how it stands to that; empty where the view compares with nothing. */
  readonly base: string
  readonly change: string
  readonly percent: string
  readonly cells: Readonly<Partial<Record<'base' | 'change' | 'percent', TableCell>>>
}

/** A further number of a line, by what it sorts and what its click asks for. */
export interface TableCell {
  readonly value: number | null
  readonly figure: Figure | null
}

export interface TableModel {
  readonly columns: readonly {
    readonly id: Exclude<keyof TableRow, 'cells'>
    readonly label: string
    readonly numeric: boolean
  }[]
  readonly rows: readonly TableRow[]
}
