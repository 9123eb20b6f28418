import { decode } from '../model/text/decode.ts'
import { sniffBytes } from '../model/text/sniff-content.ts'
import { matchColumns } from '../query/resolve/observation-columns.ts'
import { DELIMITERS } from './csv-text.ts'

/**
 * The line of a text, from 2, on which the headings of the form stand below the title rows of a table: null where none of its first
 * lines looks like them, or where it is no text.
 */
export function headingsBelow(bytes: Uint8Array): number | null {
  const lines = textOf(bytes)
    .slice(0, FAR)
    .split(/\r\n|\n|\r/)
  // Behind Excel's line that says how cells are cut the headings stand on the second one.
  const first = /^"?sep=/i.test(lines[0] ?? '') ? 2 : 1
  const at = lines.findIndex((line, index) => index >= first && index < MOST_TITLE_ROWS && hasHeadings(line))
  return at < 0 ? null : at + 1
}

const FAR = 65_536
const MOST_TITLE_ROWS = 50
/** One or two may stand in a title. */
const FEWEST_HEADINGS = 3

function hasHeadings(line: string): boolean {
  return DELIMITERS.some((delimiter) => {
    const cells = line.split(delimiter).map((cell) => cell.replaceAll('"', ''))
    return cells.length >= FEWEST_HEADINGS && matchColumns(cells).found.size >= FEWEST_HEADINGS
  })
}

function textOf(bytes: Uint8Array): string {
  if (sniffBytes(bytes)) return ''
  try {
    return decode(bytes).text
  } catch {
    return ''
  }
}
