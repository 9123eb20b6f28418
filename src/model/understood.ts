/** What is understood of a cell that somebody left empty, that holds a name for a code, or that Excel wrote in its own way. */
export type Understood = 'source' | 'province' | 'level' | 'basis' | 'unit' | 'qualifier' | 'date' | 'name' | 'tcvn3'

/** A name that was read as the code it stands for, in so many accepted rows. */
export interface NameRead {
  /** Column of the form. */
  readonly column: string
  /** As the file has it. */
  readonly said: string
  readonly code: string
  readonly rows: number
}
