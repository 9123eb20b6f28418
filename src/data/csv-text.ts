import Papa from 'papaparse'
import { Failure } from '../model/failure.ts'
import { type Cut, fieldsOf, type RecordSpan, scanRecords } from '../model/text/scan-records.ts'

/** Delimiters that real tables use; semicolons come from Vietnamese regional settings, where the comma is the decimal sign. */
export const DELIMITERS = [',', ';', '\t', '|'] as const

/** How a text is cut, and where its header starts: behind Excel's `sep=;` line where there is one. */
export interface SniffedCut extends Cut {
  readonly headerAt: number
  readonly headerLine: number
}

/** Small table read whole: `lines[i]` is the line of the file on which `rows[i]` begins, from 1. */
export interface CsvRecords {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly lines: readonly number[]
}

/**
 * Finds the delimiter from the first records. Throws `csv-one-column` where the header holds a delimiter that cuts nothing:
 * such a file would load as one column without an error.
 */
export function sniffCut(text: string, file?: string): SniffedCut {
  const declared = /^"?sep=([,;\t|])"?(?:\r\n|\n|\r)/i.exec(text)
  const start = { headerAt: declared?.[0].length ?? 0, headerLine: declared ? 2 : 1, quote: '"' }
  if (declared?.[1]) return { ...start, delimiter: declared[1] }
  const sample = text.slice(0, SAMPLE_LENGTH)
  const guessed = Papa.parse<string[]>(sample, { delimitersToGuess: [...DELIMITERS], preview: SAMPLE_RECORDS }).meta.delimiter
  const order = [guessed, ...DELIMITERS.filter((delimiter) => delimiter !== guessed)]
  const tried = order.map((delimiter) => ({ delimiter, evenness: evenness(sample, { delimiter, quote: '"' }) }))
  // The sort is stable: between equals the guess wins.
  const best = tried.sort((a, b) => b.evenness - a.evenness)[0]
  if (best && best.evenness > 0) return { ...start, delimiter: best.delimiter }
  if (DELIMITERS.some((delimiter) => firstRecord(sample).includes(delimiter))) {
    throw new Failure('csv-one-column', file === undefined ? {} : { file })
  }
  // One column: a delimiter that the text does not hold cuts none of its cells.
  return { ...start, delimiter: DELIMITERS.find((delimiter) => !text.includes(delimiter)) ?? ',' }
}

/** Reads a small CSV (the tables beside the observations). Every record must have as many fields as the header. */
export function parseCsvRecords(text: string, file?: string): CsvRecords {
  const named = file === undefined ? {} : { file }
  const cut = sniffCut(text, file)
  const spans: RecordSpan[] = []
  const summary = scanRecords(text, cut, (span) => spans.push(span), cut.headerAt, cut.headerLine)
  if (summary.unclosedQuoteLine !== null) throw new Failure('csv-unclosed-quote', { ...named, line: summary.unclosedQuoteLine })
  const [head, ...body] = spans
  if (!head) throw new Failure('file-empty', named)
  const wrong = spans.find((span) => span.fields !== head.fields || span.textAfterQuote)
  if (wrong) throw new Failure('package-invalid', { ...named, line: wrong.line, expected: head.fields, found: wrong.fields })
  return {
    header: headerNames(text, cut, head, file),
    rows: body.map((span) => fieldsOf(text, cut, span)),
    lines: body.map((span) => span.line),
  }
}

/**
 * Column names without the spaces around them. Throws `package-invalid` where one is empty (`#3`) or stands twice. A column without
 * a name that `isEmpty` (Excel saves such ones behind the table) is called `#3` and left alone.
 */
export function headerNames(
  text: string,
  cut: Cut,
  header: RecordSpan,
  file?: string,
  isEmpty: (column: number) => boolean = () => false,
): string[] {
  const names = fieldsOf(text, cut, header).map((name, at) => name.trim() || (isEmpty(at) ? `#${at + 1}` : ''))
  const seen = new Set<string>()
  const faulty = names.flatMap((name, index) => {
    if (name === '') return [`#${index + 1}`]
    // Column names of the engine do not tell capitals from small letters.
    const key = name.toLowerCase()
    if (seen.has(key)) return [name]
    seen.add(key)
    return []
  })
  if (faulty.length === 0) return names
  throw new Failure('package-invalid', { ...(file === undefined ? {} : { file }), line: header.line, names: faulty })
}

const SAMPLE_LENGTH = 65_536
const SAMPLE_RECORDS = 100

/** Share of the sample's records that have as many fields as the header; 0 where the header is one field. */
function evenness(sample: string, cut: Cut): number {
  const counts: number[] = []
  scanRecords(sample, cut, (record) => {
    if (counts.length <= SAMPLE_RECORDS) counts.push(record.fields)
  })
  const [header, ...body] = counts
  if (header === undefined || header === 1) return 0
  return (1 + body.filter((fields) => fields === header).length) / counts.length
}

function firstRecord(sample: string): string {
  return sample.trimStart().split(/\r\n|\n|\r/, 1)[0] ?? ''
}
