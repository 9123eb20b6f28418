/** How a CSV text is cut: one character each; `newline` is what ends most records. */
export interface CsvDialect {
  readonly delimiter: string
  readonly quote: string
  readonly newline: '\n' | '\r\n' | '\r'
}

/** A record of a file that was not accepted, with its first line (from 1) and what is wrong with it. */
export interface HeldRecord {
  readonly line: number
  readonly reason: 'field-count' | 'text-after-quote'
  readonly fields: number
  readonly expected: number
  /** The record's text, cut to 500 characters. */
  readonly text: string
}

/** A file ready for the engine. */
export type Ingest = CsvIngest | ParquetIngest

/**
 * A CSV file ready for the engine: UTF-8 without BOM, records with a wrong number of fields taken out and listed.
 * `recordsInFile` = `records` + `held.length`; the header is counted in none of them, nor are blank lines.
 */
export interface CsvIngest {
  readonly kind: 'csv'
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly encoding: string
  readonly dialect: CsvDialect
  readonly columns: readonly string[]
  readonly recordsInFile: number
  /** Lines with nothing in them, or with delimiters alone as Excel saves empty rows. */
  readonly blankLines: number
  /** Records handed to the engine. */
  readonly records: number
  /** So many bytes are enough for the longest record, the header among them. */
  readonly longestRecord: number
  readonly held: readonly HeldRecord[]
  /**
   * Line numbers, sparse: from record `record` (0-based, of those handed over) on, line = record + 2 + shift.
   * Ascending; empty when no record spans lines, none is blank and none was held.
   */
  readonly shifts: readonly { readonly record: number; readonly shift: number }[]
}

/** A Parquet file ready for the engine: all its rows, unpacked. Its "line" is a row, counted from 1. */
export interface ParquetIngest {
  readonly kind: 'parquet'
  readonly fileName: string
  /** An Arrow IPC stream. */
  readonly ipc: Uint8Array
  readonly columns: readonly string[]
  /** Columns of bytes that nothing marks as text; they are taken for UTF-8 where they are it. */
  readonly unmarked: readonly string[]
  /** What the file's footer says. */
  readonly recordsInFile: number
  readonly records: number
  /** No line of it is blank, and none has too many fields or stands on several lines. */
  readonly blankLines: 0
  readonly held: readonly HeldRecord[]
  readonly shifts: CsvIngest['shifts']
}
