/** What cuts a text into records and fields; records end at CR, LF or CRLF, whichever comes. */
export interface Cut {
  readonly delimiter: string
  readonly quote: string
}

/** One record of a text: `text.slice(start, end)` is it without its line break. Blank lines are no records. */
export interface RecordSpan {
  readonly start: number
  readonly end: number
  /** Line of the text on which the record begins, from 1; line breaks inside quotes count. */
  readonly line: number
  readonly fields: number
  /** Spaces stand around a quoted field: readers differ on such a record, so it is written anew. */
  readonly loose: boolean
  /** Something other than a delimiter follows a closing quote. */
  readonly textAfterQuote: boolean
}

export interface ScanSummary {
  readonly records: number
  readonly blankLines: number
  /** Line breaks outside quotes, by kind. */
  readonly breaks: { readonly lf: number; readonly crlf: number; readonly cr: number }
  /** Line of a quote that nothing closes, or that closes lines later in the midst of other text; the scan ends there. */
  readonly unclosedQuoteLine: number | null
}

/**
 * Walks over a text once and hands every record to `visit`, in order. `from` skips so many characters, on `line`.
 * A quote opens a field only at its start (spaces before it aside); doubled inside it is a quote; elsewhere it is a letter.
 */
export function scanRecords(text: string, cut: Cut, visit: (record: RecordSpan) => void, from = 0, line = 1): ScanSummary {
  const field = newField(from, line)
  const breaks = { lf: 0, crlf: 0, cr: 0 }
  let records = 0
  let blankLines = 0
  while (field.at < text.length) {
    const start = field.at
    const startLine = field.line
    let fields = 0
    let loose = false
    let textAfterQuote = false
    do {
      readField(text, cut, field)
      if (field.unclosedLine !== null) return { records, blankLines, breaks, unclosedQuoteLine: field.unclosedLine }
      fields++
      loose ||= field.loose
      textAfterQuote ||= field.textAfterQuote
    } while (field.stop === 'delimiter')
    const end = field.end
    if (field.stop !== 'end') breaks[field.stop]++
    if (fields === 1 && !field.quoted && text.slice(start, end).trim() === '') {
      blankLines++
      continue
    }
    records++
    visit({ start, end, line: startLine, fields, loose, textAfterQuote })
  }
  return { records, blankLines, breaks, unclosedQuoteLine: null }
}

/** The values of one record, quotes taken off. */
export function fieldsOf(text: string, cut: Cut, record: RecordSpan): string[] {
  const field = newField(record.start, record.line)
  const values: string[] = []
  do {
    readField(text, cut, field)
    const value = text.slice(field.valueStart, field.valueEnd)
    values.push(field.quoted ? value.replaceAll(cut.quote + cut.quote, cut.quote) : value)
  } while (field.stop === 'delimiter')
  return values
}

/** Writes one record so that every reader agrees on it; a line break is the caller's. */
export function writeRecord(values: readonly string[], cut: Cut): string {
  const { delimiter, quote } = cut
  const written = values.map((value) => {
    const plain = !value.includes(delimiter) && !value.includes(quote) && !/[\r\n]|^ | $/.test(value)
    return plain ? value : quote + value.replaceAll(quote, quote + quote) + quote
  })
  // A record of one blank field would be a blank line.
  return written.length === 1 && written[0]?.trim() === '' ? `${quote}${values[0]}${quote}` : written.join(delimiter)
}

/** Where the reading of fields stands; one object serves a whole text, for speed. */
interface FieldState {
  /** Start of the next field. */
  at: number
  line: number
  quoted: boolean
  loose: boolean
  textAfterQuote: boolean
  valueStart: number
  valueEnd: number
  /** End of the field, before what stopped it. */
  end: number
  stop: 'delimiter' | 'lf' | 'crlf' | 'cr' | 'end'
  unclosedLine: number | null
}

function newField(at: number, line: number): FieldState {
  return {
    at,
    line,
    quoted: false,
    loose: false,
    textAfterQuote: false,
    valueStart: at,
    valueEnd: at,
    end: at,
    stop: 'end',
    unclosedLine: null,
  }
}

const SPACE = 0x20
const LF = 0x0a
const CR = 0x0d

function readField(text: string, cut: Cut, field: FieldState): void {
  const start = field.at
  const quote = cut.quote.charCodeAt(0)
  field.quoted = false
  field.loose = false
  field.textAfterQuote = false
  let at = start
  while (text.charCodeAt(at) === SPACE) at++
  if (text.charCodeAt(at) !== quote) {
    stopAt(text, cut, field, endOfPlain(text, cut, start))
    field.valueStart = start
    field.valueEnd = field.end
    return
  }
  field.quoted = true
  field.loose = at > start
  readQuoted(text, cut, field, at + 1)
}

function readQuoted(text: string, cut: Cut, field: FieldState, start: number): void {
  const openedLine = field.line
  const close = closingQuote(text, cut, field, start)
  if (close === -1) {
    field.unclosedLine = openedLine
    return
  }
  field.valueStart = start
  field.valueEnd = close
  let after = close + 1
  while (text.charCodeAt(after) === SPACE) after++
  const end = endOfPlain(text, cut, after)
  field.textAfterQuote = end > after
  field.loose ||= after > close + 1
  // A quoted text over several lines with more text behind it: the quote was left open and met the opening one of a later cell.
  if (field.textAfterQuote && field.line > openedLine) field.unclosedLine = openedLine
  stopAt(text, cut, field, end)
}

/** Index of the quote that closes the field, -1 where there is none; counts the line breaks on the way. */
function closingQuote(text: string, cut: Cut, field: FieldState, start: number): number {
  let from = start
  for (;;) {
    const at = text.indexOf(cut.quote, from)
    if (at === -1) return -1
    countLines(text, field, from, at)
    if (text[at + 1] !== cut.quote) return at
    from = at + 2
  }
}

function countLines(text: string, field: FieldState, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const char = text.charCodeAt(at)
    if (char === LF || (char === CR && text.charCodeAt(at + 1) !== LF)) field.line++
  }
}

function endOfPlain(text: string, cut: Cut, from: number): number {
  const delimiter = cut.delimiter.charCodeAt(0)
  for (let at = from; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char === delimiter || char === LF || char === CR) return at
  }
  return text.length
}

function stopAt(text: string, cut: Cut, field: FieldState, end: number): void {
  field.end = end
  if (end === text.length) {
    field.stop = 'end'
    field.at = end
  } else if (text[end] === cut.delimiter) {
    field.stop = 'delimiter'
    field.at = end + 1
  } else {
    field.stop = text.charCodeAt(end) === LF ? 'lf' : text.charCodeAt(end + 1) === LF ? 'crlf' : 'cr'
    field.at = end + (field.stop === 'crlf' ? 2 : 1)
    field.line++
  }
}
