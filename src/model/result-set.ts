/** One value of a result: BigInt, Decimal and Arrow types never leave the engine's adapter. Dates come as ISO text. */
export type Cell = string | number | boolean | null

/** A query's answer, column by column; every column has `length` cells. */
export interface ResultSet {
  readonly length: number
  readonly columns: Readonly<Record<string, readonly Cell[]>>
}
