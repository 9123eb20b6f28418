import { readFileSync } from 'node:fs'
import Papa from 'papaparse'

/** Reads a checked CSV into rows by column name. Throws where a later step would guess: ragged rows, bad quoting, text that is not NFC. */
export function readTable(path) {
  const text = readFileSync(path, 'utf8')
  if (text !== text.normalize('NFC')) throw new Error(`${path}: text is not NFC`)
  const { data, errors } = Papa.parse(text, { delimiter: ',', skipEmptyLines: true })
  if (errors.length > 0) throw new Error(`${path}: row ${errors[0].row}: ${errors[0].message}`)
  const [header, ...records] = data
  if (new Set(header).size !== header.length) throw new Error(`${path}: a column name stands twice`)
  return records.map((cells, index) => {
    if (cells.length !== header.length)
      throw new Error(`${path}: record ${index + 1} has ${cells.length} fields, not ${header.length}`)
    return Object.fromEntries(header.map((name, at) => [name, cells[at]]))
  })
}

/** CSV text with these columns in this order: UTF-8 without BOM, LF, quotes only where needed. Every row must have every column. */
export function tableText(columns, rows) {
  const cells = rows.map((row, index) =>
    columns.map((column) => {
      const cell = row[column]
      if (typeof cell !== 'string') throw new Error(`row ${index + 1} has no text in column ${column}`)
      return cell
    }),
  )
  return `${Papa.unparse([columns, ...cells], { newline: '\n' })}\n`.normalize('NFC')
}
