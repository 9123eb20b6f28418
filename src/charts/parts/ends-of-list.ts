/** Of a long list in order: the first `most` without the last three, the last three, and what has the focus; all where they fit. */
export function endsOfList<T>(items: readonly T[], most: number, hasFocus: (item: T) => boolean): ReadonlySet<T> {
  if (items.length <= most) return new Set(items)
  const kept = new Set([...items.slice(0, most - LAST), ...items.slice(-LAST)])
  for (const item of items) if (hasFocus(item)) kept.add(item)
  return kept
}

const LAST = 3
