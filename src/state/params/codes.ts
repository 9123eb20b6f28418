import { firstOf, type Param, type Reading } from './param.ts'

/** The form that every code in a link has; a dataset's other codes are given such a one when it is loaded. */
export function isCode(text: string): boolean {
  return /^[a-z0-9]([a-z0-9_-]*[a-z0-9])?$/.test(text)
}

/** A list of codes joined by `.`. */
export function codeList(key: string, changesNumbers: boolean): Param<readonly string[]> {
  return {
    key,
    changesNumbers,
    owns: (candidate) => candidate === key,
    read: (pairs, fallback, reading) => readCodes(key, firstOf(key, pairs, reading), reading) ?? fallback,
    write(value, fallback) {
      const text = writeCodes(value)
      return fallback !== undefined && text === writeCodes(fallback) ? [] : [[key, text]]
    },
  }
}

/**
 * The codes of a value, each once; what is no code is said and left out. Empty text is an empty list; null when the text has
 * no code at all. Joiners at the ends are dropped, for chat apps cut links there.
 */
export function readCodes(param: string, text: string, reading: Reading): readonly string[] | null {
  const parts = reading.take(param, [...new Set(text.split('.').filter((part) => part !== ''))])
  const codes = parts.filter((part) => {
    if (!isCode(part)) reading.note(param, part, 'malformed')
    return isCode(part)
  })
  return codes.length === 0 && text !== '' ? null : codes
}

export function writeCodes(codes: readonly string[]): string {
  return codes.join('.')
}
