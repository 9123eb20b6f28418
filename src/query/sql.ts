/** Quotes a name for SQL. Throws a RangeError on a NUL, which no quoting carries. */
export function ident(name: string): string {
  if (name.includes('\u0000')) throw new RangeError('NUL in an SQL name')
  return `"${name.replaceAll('"', '""')}"`
}

/**
 * Writes a value as an SQL literal: text, finite number, boolean or null.
 * Throws a RangeError on what DuckDB would silently change: NUL, a lone surrogate, a leading U+FEFF, a number that is not finite.
 */
export function literal(value: string | number | boolean | null): string {
  if (value === null) return 'NULL'
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('a number that is not finite has no SQL literal')
    return String(value)
  }
  if (value.includes('\u0000') || value.startsWith('\uFEFF') || /\p{Surrogate}/u.test(value)) {
    throw new RangeError('text that SQL would change')
  }
  return `'${value.replaceAll("'", "''")}'`
}

/** `('a', 'b')`; an empty list matches nothing. */
export function literalList(values: readonly (string | number)[]): string {
  return values.length === 0 ? '(NULL)' : `(${values.map(literal).join(', ')})`
}
