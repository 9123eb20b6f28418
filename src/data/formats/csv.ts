import { Failure } from '../../model/failure.ts'
import type { CsvIngest, HeldRecord } from '../../model/ingest.ts'
import { decode } from '../../model/text/decode.ts'
import { fieldsOf, type RecordSpan, type ScanSummary, scanRecords, writeRecord } from '../../model/text/scan-records.ts'
import { sniffBytes, sniffText } from '../../model/text/sniff-content.ts'
import { headerNames, type SniffedCut, sniffCut } from '../csv-text.ts'
import type { DataFormat } from './data-format.ts'

/** Delimited text of any common encoding, delimiter and line break. */
export const csv: DataFormat = {
  id: 'csv',
  matches: (_name, bytes) => sniffBytes(bytes) === null,
  read: async (fileName, bytes) => readCsv(fileName, bytes),
}

/**
 * Cuts a CSV file into records and makes it safe for the engine: UTF-8 without BOM, LF as line break, no blank lines,
 * every record with as many fields as the header. What does not fit stands in `held`. A header alone gives 0 records; records
 * without a single letter or digit are blank lines.
 */
export function readCsv(fileName: string, bytes: Uint8Array): CsvIngest {
  const { text, encoding } = decodedTable(fileName, bytes)
  const cut = sniffCut(text, fileName)
  const records: RecordSpan[] = []
  const summary = scanRecords(text, cut, (record) => records.push(record), cut.headerAt, cut.headerLine)
  if (summary.unclosedQuoteLine !== null)
    throw new Failure('csv-unclosed-quote', { file: fileName, line: summary.unclosedQuoteLine })
  const written = records.filter((record) => !isBlank(text, cut, record))
  const [header, ...body] = written
  if (!header) throw new Failure('file-empty', { file: fileName })
  const isEmpty = (column: number) => body.every((record) => (fieldsOf(text, cut, record)[column] ?? '').trim() === '')
  const columns = headerNames(text, cut, header, fileName, isEmpty)
  const fits = (record: RecordSpan) => record.fields === header.fields && !record.textAfterQuote
  const kept = body.filter(fits)
  const held = body.filter((record) => !fits(record)).map((record) => heldRecord(text, record, header.fields))
  return {
    kind: 'csv',
    fileName,
    bytes: new TextEncoder().encode(cleanText(text, cut, [header, ...kept], kept.length + 1 === records.length, summary)),
    encoding,
    dialect: { delimiter: cut.delimiter, quote: cut.quote, newline: '\n' },
    columns,
    recordsInFile: body.length,
    blankLines: summary.blankLines + records.length - written.length,
    records: kept.length,
    longestRecord: longestOf([header, ...kept]),
    held,
    shifts: lineShifts(kept),
  }
}

/** Excel saves the empty rows below a table as delimiters alone. */
function isBlank(text: string, cut: SniffedCut, record: RecordSpan): boolean {
  const first = text[record.start]
  if (record.fields < 2 || (first !== cut.delimiter && first !== ' ')) return false
  return text.slice(record.start, record.end).replaceAll(cut.delimiter, '').trim() === ''
}

function decodedTable(fileName: string, bytes: Uint8Array): { text: string; encoding: string } {
  const binary = sniffBytes(bytes)
  if (binary) throw new Failure(binary, { file: fileName })
  const decoded = decode(bytes, fileName)
  const other = sniffText(decoded.text)
  if (other) throw new Failure(other, { file: fileName })
  return decoded
}

function heldRecord(text: string, record: RecordSpan, expected: number): HeldRecord {
  return {
    line: record.line,
    reason: record.textAfterQuote ? 'text-after-quote' : 'field-count',
    fields: record.fields,
    expected,
    text: text.slice(record.start, Math.min(record.end, record.start + 500)),
  }
}

/** A UTF-16 unit is at most three bytes of UTF-8; quotes that are put around a field, delimiters and the break come on top. */
function longestOf(records: readonly RecordSpan[]): number {
  return records.reduce((most, { start, end, fields }) => Math.max(most, 3 * (end - start) + 3 * fields + 2), 0)
}

function lineShifts(kept: readonly RecordSpan[]): CsvIngest['shifts'] {
  let last = 0
  return kept.flatMap((span, record) => {
    const shift = span.line - (record + 2)
    if (shift === last) return []
    last = shift
    return [{ record, shift }]
  })
}

/** The text as it is where every reader would cut it the same way; otherwise its header and records written anew. */
function cleanText(
  text: string,
  cut: SniffedCut,
  records: readonly RecordSpan[],
  complete: boolean,
  { breaks, blankLines }: ScanSummary,
): string {
  const plain = breaks.crlf === 0 && breaks.cr === 0 && blankLines === 0 && cut.headerAt === 0
  if (plain && complete && !records.some((record) => record.loose)) return text
  const written = records.map((record) =>
    record.loose ? writeRecord(fieldsOf(text, cut, record), cut) : text.slice(record.start, record.end),
  )
  return `${written.join('\n')}\n`
}
