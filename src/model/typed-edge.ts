import { fold } from './fold.ts'
import { readEdge } from './time-choice.ts'
import type { WindowEdge } from './view.ts'

/** A year, half, quarter or month as people type it: `2024`, `6/2024`, `tháng 6 2024`, `quý II/2024`, `Q2/2024`; null when it is none. */
export function readTypedEdge(text: string): WindowEdge | null {
  const written = readEdge(text.trim())
  if (written) return written
  const words = fold(text).replace(/^(?:thang|nam|ky|month|year) /, '')
  const month = /^(0?[1-9]|1[0-2]) (\d{4})$/.exec(words)
  if (month) return readEdge(`${month[2]}-${month[1]?.padStart(2, '0')}`)
  const quarter = /^(?:quy|quarter|q) ?(i{1,3}|iv|[1-4]) (?:nam )?(\d{4})$/.exec(words)
  if (quarter) return readEdge(`${quarter[2]}-Q${ROMAN[quarter[1] ?? ''] ?? quarter[1]}`)
  return readEdge(words)
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }
