import type { Figure } from '../figure.ts'
import type { Aggregation } from '../indicator.ts'
import { daysBetween } from './periods.ts'
import { addable, uniteBounds } from './qualifiers.ts'
import { groupBy } from './standing.ts'
import type { Window } from './time.ts'

interface JoinContext {
  readonly window: Window | null
  aggregationOf(indicator: string): Aggregation
}

/**
 * Rules 4 and 11: a unit that reported on both lists has figures of both. Those of a flow whose days follow one another in a window
 * are one figure of it; otherwise the newer one counts, as where a unit reports twice.
 */
export function joinLists(figures: readonly Figure[], context: JoinContext): Figure[] {
  if (new Set(figures.map(listOf)).size < 2) return [...figures]
  return [...groupBy(figures, sameThing).values()].flatMap((group) => {
    const lists = groupBy(group, listOf)
    const [first, second, ...others] = [...lists.values()]
    if (!first || !second || others.length > 0) return group
    const [a] = first
    const [b] = second
    if (a && b && first.length === 1 && second.length === 1) {
      const joined = context.aggregationOf(a.indicator) === 'sum' ? inOne(a, b, context.window) : null
      if (joined) return [joined]
    }
    return newest(first) >= newest(second) ? first : second
  })
}

/** Everything but the time and the list that it was reported on. */
function sameThing({ territory, indicator, breakdownKey, breakdownValues, basis, stands, unit }: Figure): string {
  return JSON.stringify([territory.set, territory.code, indicator, breakdownKey, breakdownValues, basis, stands, unit])
}

function listOf(figure: Figure): string {
  return figure.merged?.from[0]?.set ?? figure.territory.set
}

function newest(figures: readonly Figure[]): string {
  return figures.map(({ period }) => period.end ?? '').reduce((a, b) => (a > b ? a : b), '')
}

/** Null where the two do not cover days of one window one after the other, or cannot be added. */
function inOne(a: Figure, b: Figure, window: Window | null): Figure | null {
  if (!window || a.days === null || b.days === null || a.scope !== '' || b.scope !== '') return null
  if (a.value === null || b.value === null || a.needsVerification || b.needsVerification || !addable([a, b])) return null
  const spans = [...spansOf(a), ...spansOf(b)].sort((x, y) => (x.start < y.start ? -1 : 1))
  if (spans.some((span, at) => at > 0 && span.start <= (spans[at - 1]?.end ?? ''))) return null
  if (spansOf(a).length === 0 || spansOf(b).length === 0) return null
  const days = spans.reduce((sum, { start, end }) => sum + daysBetween(start, end), 0)
  const time = days === a.daysOf ? `W:${window.from ?? ''}/${window.to ?? ''}` : `P:${spans.map(written).join('+')}`
  const either = (flag: 'provisional' | 'estimated' | 'mismatch' | 'finerDiffers' | 'sameKeyAdded') => a[flag] || b[flag]
  const bounds = uniteBounds([a, b])
  const value = a.value + b.value
  return {
    ...a,
    ...bounds,
    value,
    state: value === 0 && !bounds.low && !bounds.approx ? 'zero' : 'value',
    word: '',
    days,
    period: { ...a.period, start: spans[0]?.start ?? null, end: spans.at(-1)?.end ?? null },
    terms: [...a.terms, ...b.terms].sort((x, y) => x - y),
    magnitudes: [...a.magnitudes, ...b.magnitudes],
    sources: [...new Set([...a.sources, ...b.sources])].sort(),
    provisional: either('provisional'),
    estimated: either('estimated'),
    mismatch: either('mismatch'),
    finerDiffers: either('finerDiffers'),
    sameKeyAdded: either('sameKeyAdded'),
    comparisonKey: a.comparisonKey.replace(timeOf(a), time),
    merged: { from: [...fromOf(a), ...fromOf(b)], of: fromOf(a).length + fromOf(b).length },
  }
}

function fromOf({ merged, territory }: Figure) {
  return merged?.from ?? [territory]
}

interface Span {
  readonly start: string
  readonly end: string
}

/** The fourth part of a comparison key: `P:2025-01-01/2025-03-31+2025-04-01/2025-06-30`. */
function timeOf({ comparisonKey }: Figure): string {
  return comparisonKey.split('|')[3] ?? ''
}

function spansOf(figure: Figure): Span[] {
  const time = timeOf(figure)
  if (!time.startsWith('P:') || time.includes(' ')) return []
  return time
    .slice(2)
    .split('+')
    .map((span) => {
      const [start = '', end = ''] = span.split('/')
      return { start, end }
    })
}

function written({ start, end }: Span): string {
  return `${start}/${end}`
}
