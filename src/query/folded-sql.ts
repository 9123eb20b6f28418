/** SQL for a text as `fold` makes it, with a blank before every word. */
export function foldedSql(text: string): string {
  return `' ' || regexp_replace(replace(replace(strip_accents(lower(${text})), 'đ', 'd'), 'ð', 'd'), '[^\\p{L}\\p{N}]+', ' ', 'g')`
}
