import type { Bilingual } from '../model/bilingual.ts'
import { Failure } from '../model/failure.ts'
import { decode } from '../model/text/decode.ts'
import { parseCsvRecords } from './csv-text.ts'
import { invalidPackage, type PackageProblem } from './package-problem.ts'
import { CODE } from './package-schema.ts'

const LARGEST = 16_000_000

/**
 * Rows of a small table of a package. Throws Failure `package-invalid` where a column is missing or a row has
 * too few or too many fields. Text comes as NFC, without blanks around it.
 */
export function readMetaTable(file: string, bytes: Uint8Array, columns: readonly string[]): readonly MetaRow[] {
  if (bytes.length > LARGEST) throw invalidPackage('too-large', String(bytes.length), { file })
  const { text } = decode(bytes, file)
  if (/^\s*<(?:!doctype|html)/i.test(text)) throw new Failure('file-html', { file })
  const { header, rows, lines } = parseCsvRecords(text, file)
  const missing = columns.find((name) => !header.includes(name))
  if (missing !== undefined) throw invalidPackage('column-missing', missing, { file, line: 1, column: missing })
  return rows.map(
    (cells, at) => new MetaRow(file, lines[at] ?? 0, new Map(header.map((name, column) => [name, (cells[column] ?? '').trim()]))),
  )
}

/** One row; every reader throws Failure `package-invalid` with the file, the line and the column. */
export class MetaRow {
  readonly file: string
  readonly line: number
  readonly #cells: ReadonlyMap<string, string>

  constructor(file: string, line: number, cells: ReadonlyMap<string, string>) {
    this.file = file
    this.line = line
    this.#cells = cells
  }

  /** Empty where the cell is empty or the file has no such column. */
  text(column: string): string {
    return this.#cells.get(column) ?? ''
  }

  needed(column: string): string {
    const text = this.text(column)
    return text === '' ? this.fail(column, 'value-missing') : text
  }

  code(column: string, form: RegExp = CODE): string {
    const text = this.needed(column)
    return form.test(text) ? text : this.fail(column, 'code-form')
  }

  oneOf<T extends string>(column: string, values: readonly T[]): T {
    const text = this.needed(column)
    return values.find((value) => value === text) ?? this.fail(column, 'value-unknown')
  }

  /** The cell if `known` has it. */
  pointer(column: string, known: { has(code: string): boolean }): string {
    const text = this.needed(column)
    return known.has(text) ? text : this.fail(column, 'points-nowhere')
  }

  optionalPointer(column: string, known: { has(code: string): boolean }): string | null {
    return this.text(column) === '' ? null : this.pointer(column, known)
  }

  /** A whole number from 0, at most nine digits. */
  integer(column: string): number {
    const text = this.needed(column)
    return /^\d{1,9}$/.test(text) ? Number(text) : this.fail(column, 'not-a-number')
  }

  optionalInteger(column: string): number | null {
    return this.text(column) === '' ? null : this.integer(column)
  }

  /** A whole number from 1, at most nine digits. */
  count(column: string): number {
    const found = this.integer(column)
    return found > 0 ? found : this.fail(column, 'not-positive')
  }

  /** A number from 0, with a point before its decimals. */
  amount(column: string): number {
    const text = this.needed(column)
    return /^\d{1,15}(?:\.\d{1,9})?$/.test(text) ? Number(text) : this.fail(column, 'not-a-number')
  }

  year(column: string): number {
    const text = this.needed(column)
    return /^(?:19|20)\d\d$/.test(text) ? Number(text) : this.fail(column, 'not-a-date')
  }

  /** An ISO day that is in the calendar. */
  day(column: string): string {
    this.needed(column)
    return this.optionalDay(column) ?? this.fail(column, 'not-a-date')
  }

  /** Two such days, the second not before the first. */
  days(first: string, last: string): { readonly start: string; readonly end: string } {
    const [start, end] = [this.day(first), this.day(last)]
    return start <= end ? { start, end } : this.fail(last, 'ends-before-start')
  }

  /** An ISO day that is in the calendar, or null. */
  optionalDay(column: string): string | null {
    const text = this.text(column)
    if (text === '') return null
    const day = new Date(`${text}T00:00:00Z`)
    const exists = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
    return exists ? text : this.fail(column, 'not-a-date')
  }

  /** `<base>_vi` and `<base>_en`: both filled or both empty. */
  pair(base: string): Bilingual {
    const vi = this.text(`${base}_vi`)
    const en = this.text(`${base}_en`)
    if (vi !== '' && en === '') return this.fail(`${base}_en`, 'language-missing', vi)
    if (en !== '' && vi === '') return this.fail(`${base}_vi`, 'language-missing', en)
    return { vi, en }
  }

  neededPair(base: string): Bilingual {
    this.needed(`${base}_vi`)
    return this.pair(base)
  }

  fail(column: string, problem: PackageProblem, value: string = this.text(column)): never {
    throw invalidPackage(problem, value, { file: this.file, line: this.line, column })
  }
}

/** Reads every row and keeps it under its key; a key that stands twice is refused at its second row. */
export function readKeyed<T>(
  rows: readonly MetaRow[],
  column: string,
  keyOf: (item: T) => string,
  read: (row: MetaRow) => T,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>()
  for (const row of rows) {
    const item = read(row)
    const key = keyOf(item)
    if (found.has(key)) row.fail(column, 'duplicate')
    found.set(key, item)
  }
  return found
}
