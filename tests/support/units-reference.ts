import type { Territories } from '../../src/model/dataset.ts'

/** One report, told in plain words: what a unit of one list says of one thing for one time. */
export interface Report {
  readonly set: '63' | '34'
  readonly code: string
  /** `tips` are counted over days, `models` on a day, `online_share` is never added. */
  readonly what: 'tips' | 'models' | 'online_share'
  /** Quarters of 2025 that it covers, from 0; a day as the quarter that it closes. */
  readonly quarters: readonly number[]
  readonly number: number
  readonly said: 'exact' | 'over' | 'not_over' | 'about' | 'words'
  readonly doubtful: boolean
  /** Of a body of the province, not of the province. */
  readonly part: boolean
}

/** `37 tips 321 from 35+36+37/3 value`, for each figure that stands on a list. */
export type Line = string

export interface Listed {
  readonly lines: readonly Line[]
  /** Codes of the 34 whose reports the list cannot show. */
  readonly refused: readonly string[]
}

/**
 * Rule 11, row by row, for the window of the year 2025 (`inWindow`) or for the latest of each, in which a report is of the days of
 * its quarters together. It shares no code with the rules: it goes from unit to unit and asks of every report what becomes of it.
 */
export function reference(reports: readonly Report[], units: '34' | '63', territories: Territories, inWindow: boolean): Listed {
  const lines: Line[] = []
  const refused = new Set<string>()
  const targets = [...territories.values()].filter(({ set }) => set === units)
  for (const target of targets) {
    const unmerged = units === '63' && territories.get(`34:${target.mergedInto ?? ''}`)?.formedFrom.length === 1
    const olds = units === '34' ? target.formedFrom : [target.code]
    const news = units === '34' ? [target.code] : unmerged ? [target.mergedInto ?? ''] : []
    for (const what of ['tips', 'models', 'online_share'] as const) {
      for (const part of [false, true]) {
        const mine = (set: string, codes: readonly string[]) =>
          reports.filter((r) => r.set === set && codes.includes(r.code) && r.what === what && r.part === part)
        const before = mine('63', olds)
        const after = mine('34', news)
        const foreign = units === '34' ? before : after
        const native = units === '34' ? after : before
        const of = units === '34' ? olds.length : 1
        for (const piece of meet(pieces(foreign, of, what, inWindow), native[0], of, what, inWindow)) {
          lines.push(`${target.code} ${piece}`)
        }
      }
    }
  }
  if (units === '63') {
    for (const { set, code } of reports) {
      if (set === '34' && (territories.get(`34:${code}`)?.formedFrom.length ?? 0) > 1) refused.add(code)
    }
  }
  return { lines: lines.sort(), refused: [...refused].sort() }
}

/** Reports of old units that became one figure. */
interface Piece {
  readonly reports: readonly Report[]
  readonly whole: boolean
}

function pieces(foreign: readonly Report[], of: number, what: Report['what'], inWindow: boolean): Piece[] {
  const made: Piece[] = []
  const waiting = [...foreign]
  while (waiting.length > 0) {
    const first = waiting.shift() as Report
    const group = [first]
    if (what !== 'online_share' && !first.part && !first.doubtful) {
      for (const other of [...waiting]) {
        if (other.doubtful || other.part || !sameTime(first, other, inWindow)) continue
        group.push(other)
        waiting.splice(waiting.indexOf(other), 1)
      }
    }
    if (group.length === 1 || sum(group) !== null) made.push({ reports: group, whole: group.length === of })
    else for (const one of group) made.push({ reports: [one], whole: of === 1 })
  }
  return made
}

/** A stock is of its day, whatever went before; in a window every stock is of the window. */
function sameTime(a: Report, b: Report, inWindow: boolean): boolean {
  if (a.what === 'models') return inWindow || a.quarters.at(-1) === b.quarters.at(-1)
  return a.quarters.join() === b.quarters.join()
}

/** What both lists say of one unit: joined, or what counts of them. */
function meet(made: readonly Piece[], native: Report | undefined, of: number, what: Report['what'], inWindow: boolean): Line[] {
  if (!native) return made.map((piece) => written(piece, of, false, null))
  const own: Piece = { reports: [native], whole: true }
  const [only] = made
  if (made.length === 0 || !only) return [written(own, of, true, null)]
  if (inWindow && what === 'tips' && made.length === 1 && only.whole && !native.part) {
    const days = only.reports[0]?.quarters ?? []
    const apart = !days.some((quarter) => native.quarters.includes(quarter))
    const partial = days.length < 4 && native.quarters.length < 4
    const isDoubtful = [native, ...only.reports].some(({ doubtful }) => doubtful)
    const both = [...only.reports, native]
    if (apart && partial && !(isDoubtful && of > 1) && sum(both) !== null)
      return [written({ reports: both, whole: true }, of, false, native)]
  }
  const marks = (all: readonly Piece[]) => [
    Math.max(...all.map(({ whole }) => Number(whole))),
    inWindow && what === 'tips' ? Math.max(...all.map(({ reports }) => days(reports[0]?.quarters ?? []))) : 0,
    Math.max(...all.flatMap(({ reports }) => reports.map(({ quarters }) => quarters.at(-1) ?? 0))),
  ]
  const [theirs, ours] = [marks(made), marks([own])]
  const at = theirs.findIndex((mark, nth) => mark !== ours[nth])
  const isOurs = at < 0 || (ours[at] ?? 0) > (theirs[at] ?? 0)
  return isOurs ? [written(own, of, true, null)] : made.map((piece) => written(piece, of, false, null))
}

const DAYS = [90, 91, 92, 92]
function days(quarters: readonly number[]): number {
  return quarters.reduce((all, quarter) => all + (DAYS[quarter] ?? 0), 0)
}

/** Null where the reports say too different things, or nothing but words. */
function sum(reports: readonly Report[]): { readonly value: number; readonly mark: string } | null {
  const has = (said: Report['said']) => reports.some((one) => one.said === said)
  if (reports.every(({ said }) => said === 'words')) return null
  if (reports.length > 1 && has('not_over') && (has('over') || has('words'))) return null
  let value = 0
  for (const { said, number } of reports) if (said !== 'words') value += number
  return { value, mark: `${has('over') || has('words') ? '≥' : ''}${has('not_over') ? '≤' : ''}${has('about') ? '~' : ''}` }
}

function written({ reports, whole }: Piece, of: number, isNative: boolean, joined: Report | null): Line {
  const [first] = reports as readonly [Report]
  const total = sum(reports)
  const codes = reports.filter((one) => one !== joined).map(({ code }) => code)
  const from = isNative ? '' : ` from ${codes.sort().join('+')}/${of}${joined ? ' and itself' : ''}`
  const number = total ? `${total.mark}${total.value}` : 'words'
  const isZero = total?.value === 0 && !total.mark.includes('≥') && !total.mark.includes('~')
  const state = first.part || !whole ? 'only_parts' : !total ? 'in_words' : isZero ? 'zero' : 'value'
  return `${first.what} ${number}${from} ${state}${reports.some(({ doubtful }) => doubtful) ? ' ?' : ''}`
}
