import type { QueryClient } from '@tanstack/react-query'

/** Of a question whose answer may hold thousands of figures. */
export const LARGE_ANSWER = { isLarge: true } as const

/** So many of them are kept for whoever goes back. */
const MOST_KEPT = 6

/**
 * Lets go of large answers that no screen shows any more, the oldest first: with dozens of them the browser tidies its memory for
 * longer than readers wait. Returns how to end it.
 */
export function keepFew(client: QueryClient): () => void {
  const cache = client.getQueryCache()
  return cache.subscribe(({ type }) => {
    if (type !== 'added') return
    const idle = cache
      .findAll({ type: 'inactive' })
      .filter(({ meta, state }) => meta?.isLarge === true && state.status === 'success')
      .sort((a, b) => a.state.dataUpdatedAt - b.state.dataUpdatedAt)
    for (const query of idle.slice(0, Math.max(0, idle.length - MOST_KEPT))) cache.remove(query)
  })
}
