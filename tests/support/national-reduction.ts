import type { Window } from '../../src/model/rules/time.ts'
import { cellOf, type Reported, territoryOf } from './national-simulated.ts'

/** What reports come to in a window, counted without the product's rules. */
export interface Reduced {
  /** Null where nothing but words, or bounds of both sides, were reported. */
  readonly value: number | null
  readonly low: boolean
  readonly high: boolean
  readonly approx: boolean
  readonly doubtful: boolean
  /** Whether every day of the window is covered. */
  readonly full: boolean
  /** Days that are covered, and by how many reports at most. */
  readonly days: number
  readonly reports: number
}

export type Reduce = (territory: string, cell: string, window: Window) => Reduced | null

const DAY = 86_400_000
const at = (day: string) => Date.parse(day) / DAY
const daysOf = (row: Reported) => at(row.period_end) - at(row.period_start) + 1

/**
 * Flows, by territory and cell (`tips_received||`): of what several sources or revisions say of one stretch the first source of
 * `trusted`, in its last revision; of these that set of stretches that do not overlap which covers most days, with most of them by
 * the first source, the second and so on, and with most reports. Null where nothing lies in the window.
 */
export function reducer(rows: readonly Reported[], trusted: readonly string[]): Reduce {
  const rank = new Map(trusted.map((id, nth) => [id, nth]))
  const last = new Map<string, Reported>()
  for (const row of rows) {
    if (row.period_start === '') continue
    const key = `${territoryOf(row)} ${cellOf(row)} ${row.period_start} ${row.period_end}`
    const other = last.get(key)
    const before = other ? (rank.get(row.source_id) ?? 0) - (rank.get(other.source_id) ?? 0) : -1
    if (!other || before < 0 || (before === 0 && other.revision < row.revision)) last.set(key, row)
  }
  const byCell = new Map<string, Reported[]>()
  for (const row of last.values()) {
    const key = `${territoryOf(row)} ${cellOf(row)}`
    const group = byCell.get(key)
    if (group) group.push(row)
    else byCell.set(key, [row])
  }
  return (territory, cell, { from, to }) => {
    const inside = (byCell.get(`${territory} ${cell}`) ?? []).filter(
      (row) => row.period_start >= (from ?? '') && row.period_end <= (to ?? '9'),
    )
    return inside.length === 0 ? null : reduced(coverOf(inside, trusted), at(to ?? '') - at(from ?? '') + 1)
  }
}

/** Goes through the days on which a report ends: the best that ends there is the best before one of them begins, and it. */
function coverOf(rows: readonly Reported[], trusted: readonly string[]): readonly Reported[] {
  const isBetter = (a: readonly Reported[], b: readonly Reported[]) => goesBefore(a, b, trusted)
  const ordered = [...rows].sort((a, b) => (a.period_end < b.period_end ? -1 : 1))
  let best: readonly Reported[] = []
  const ending: { readonly end: string; readonly cover: readonly Reported[] }[] = []
  for (const row of ordered) {
    const before = ending.filter(({ end }) => end < row.period_start).map(({ cover }) => cover)
    const cover = [...before.reduce<readonly Reported[]>((a, b) => (isBetter(b, a) ? b : a), []), row]
    ending.push({ end: row.period_end, cover })
    if (isBetter(cover, best)) best = cover
  }
  return best
}

function goesBefore(a: readonly Reported[], b: readonly Reported[], trusted: readonly string[]): boolean {
  const days = (all: readonly Reported[]) => all.reduce((sum, row) => sum + daysOf(row), 0)
  if (days(a) !== days(b)) return days(a) > days(b)
  const source = trusted.find((id) => days(a.filter(isOf(id))) !== days(b.filter(isOf(id))))
  return source === undefined ? a.length > b.length : days(a.filter(isOf(source))) > days(b.filter(isOf(source)))
}

function isOf(id: string): (row: Reported) => boolean {
  return ({ source_id }) => source_id === id
}

function reduced(cover: readonly Reported[], daysOfWindow: number): Reduced {
  const some = (is: (row: Reported) => boolean) => cover.some(is)
  const numbers = cover.filter(({ value }) => value !== null)
  const silent = some(({ value, status }) => value === null && status !== 'not_applicable')
  const low = silent || some(({ qualifier }) => qualifier === 'at_least')
  const high = some(({ qualifier, qualifier_word }) => qualifier === 'at_most' || qualifier_word === 'gần')
  const days = cover.reduce((sum, row) => sum + daysOf(row), 0)
  const adds = numbers.length > 0 && !(low && high)
  return {
    value: adds ? numbers.reduce((sum, { value }) => sum + (value ?? 0), 0) : null,
    low: adds && low,
    high: adds && high,
    approx: adds && some(({ qualifier }) => qualifier === 'about'),
    doubtful: some(({ verify_vi }) => verify_vi !== ''),
    full: days === daysOfWindow,
    days,
    reports: cover.length,
  }
}
