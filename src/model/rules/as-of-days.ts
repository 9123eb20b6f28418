import type { Figure } from '../figure.ts'

/**
 * Rule 1: stocks of one window may be of different days. Which is the oldest and which the newest of those that went into any of
 * these figures; null where all are of one.
 */
export function asOfDays(figures: readonly Figure[]): { readonly oldest: string; readonly newest: string } | null {
  const days = figures.flatMap(daysOf).sort()
  const [oldest, newest] = [days[0], days.at(-1)]
  return oldest === undefined || newest === undefined || oldest === newest ? null : { oldest, newest }
}

function daysOf({ period, merged, computed }: Figure): string[] {
  const isSum = computed?.how === 'total' || computed?.how === 'pooled' || computed?.how === 'peer_mean'
  if (isSum) return computed.of.flatMap(daysOf)
  return [period.end, merged?.oldest ?? null].filter((day) => day !== null)
}
