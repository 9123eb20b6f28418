import type { Observation } from '../../../src/model/observation.ts'
import { dayNumber, daysIn, daysWritten, isoOf } from './calendar-days.ts'
import { isOneKey } from './standing-rows.ts'
import { lengthOf, reportsInOrder, type Straddling, straddlingRows } from './straddling-reports.ts'
import { boundsOfRow } from './sum-of-rows.ts'
import { type Asked, type Days, each, isSameUnit, type Piece, piles, type Told, type ToldFigure, unitOf } from './told-figure.ts'
import { wholeAndParts } from './whole-and-parts.ts'

/** A report with those of its days that are taken from it. */
interface Taken {
  readonly report: Straddling
  readonly days: readonly number[]
}

/**
 * Rule 4 on request: every day of the window that no report inside covers is taken from the shortest report that straddles an edge and
 * has that day, of equally long ones from the source trusted most; it is worth the report's number over the report's days. What is
 * made so is estimated. Of a part of the window (`outer` is the whole) only what crosses an edge of the whole is shared out.
 */
export function sharedOut(figures: readonly ToldFigure[], asked: Asked, outer: Days, told: Told): ToldFigure[] {
  const { window } = asked
  const rows = straddlingRows(asked, outer, told)
  const filled = new Map<ToldFigure, ToldFigure>()
  const begun: ToldFigure[] = []
  for (const pile of piles(rows, isOneThing)) {
    const [row] = pile as [Observation]
    const old = figures.find((one) => isFigureOf(one, row))
    const isToldInParts = figures.some((one) => one.basis === 'parts_sum' && isOfTopic(one, row))
    if (old?.value === null) told.hit('rule 4: words and lists are not made a number by what is shared out')
    else if (old && old.days === old.daysOf) told.hit('rule 4: where all days are reported nothing is shared out')
    else if (!old && row.breakdownKey === '' && isToldInParts)
      told.hit('rule 4: beside parts that are reported no total is shared out')
    else {
      const figure = withDaysOf(pile, old, window, told)
      if (figure && old) filled.set(old, figure)
      else if (figure) begun.push(figure)
    }
  }
  const all = [...figures.map((one) => filled.get(one) ?? one), ...begun]
  const made = [...filled.values(), ...begun]
  return piles(all, (a, b) => isSameUnit(a.territory, b.territory) && a.indicator === b.indicator && a.scope === b.scope).flatMap(
    (topic) => (topic.some((one) => made.includes(one)) ? wholeAndParts(topic, made, asked, told) : topic),
  )
}

function isOneThing(a: Observation, b: Observation): boolean {
  return (
    isSameUnit(unitOf(a), unitOf(b)) &&
    a.indicator === b.indicator &&
    a.breakdownKey === b.breakdownKey &&
    a.breakdownValue === b.breakdownValue
  )
}

function isOfTopic({ territory, indicator, scope }: ToldFigure, row: Observation): boolean {
  return scope === '' && indicator === row.indicator && isSameUnit(territory, unitOf(row))
}

function isFigureOf(figure: ToldFigure, row: Observation): boolean {
  const { basis, breakdownKey, breakdownValues } = figure
  if (!isOfTopic(figure, row) || breakdownKey !== row.breakdownKey) return false
  return breakdownKey === '' ? basis === 'total' : basis === 'part' && breakdownValues[0] === row.breakdownValue
}

/** The figure with the days that the rows (of one thing) have to give; null where they have none. */
function withDaysOf(
  rows: readonly Observation[],
  old: ToldFigure | undefined,
  window: Days | null,
  told: Told,
): ToldFigure | null {
  const days = daysOfPieces([{ start: window?.from ?? '', end: window?.to ?? '' }])
  const known = new Set(daysOfPieces(old?.pieces ?? []))
  const bounds = old ? [{ low: old.low, high: old.high, approx: old.approx }] : []
  const taken: Taken[] = []
  const reports = reportsInOrder(rows, told)
  const unit = old?.unit ?? reports[0]?.rows[0]?.unit
  for (const report of reports) {
    const open = days.filter((day) => !known.has(day) && report.first <= day && day <= report.last)
    if (report.rows.some((row) => row.unit !== unit)) {
      told.hit('rule 4: what is in another unit is not shared out')
      continue
    }
    const said = [...bounds, ...report.rows.map(boundsOfRow)]
    if (open.length === 0) continue
    if (said.some(({ low }) => low) && said.some(({ high }) => high) && said.length > 1) {
      told.hit('rule 4: low is not shared out beside high')
      continue
    }
    for (const day of open) known.add(day)
    bounds.splice(0, bounds.length, ...said)
    taken.push({ report, days: open })
  }
  if (taken.length === 0 || unit === undefined) return null
  noteTaken(taken, reports, old, days, told)
  const figure = old ?? begin((taken[0] as Taken).report.rows[0] as Observation, days.length)
  return withTaken(figure, taken, [...known], bounds, told)
}

function withTaken(
  figure: ToldFigure,
  taken: readonly Taken[],
  known: readonly number[],
  bounds: readonly ReturnType<typeof boundsOfRow>[],
  told: Told,
): ToldFigure {
  const rows = taken.flatMap(({ report }) => report.rows)
  let value = figure.value ?? 0
  for (const { report, days } of taken)
    for (const row of report.rows) value += (days.length * (row.value ?? 0)) / lengthOf(report)
  const some = (flag: 'low' | 'high' | 'approx') => bounds.some((one) => one[flag])
  const pieces = stretchesOf(known)
  const time = known.length === figure.daysOf ? 'the window' : `days ${daysWritten(pieces)}`
  const isAgain = (row: Observation) =>
    rows.some((other) => other !== row && other.sourceId === row.sourceId && isOneKey(other, row))
  if (value === 0) told.hit('rule 4: nothing that is shared out is nothing')
  return {
    ...figure,
    value,
    low: some('low'),
    high: some('high'),
    approx: some('approx'),
    state: value === 0 && !some('low') && !some('approx') ? 'zero' : 'value',
    word: '',
    period: { ...figure.period, start: pieces[0]?.start ?? null, end: pieces.at(-1)?.end ?? null },
    terms: each([...figure.terms, ...rows.map(({ row }) => row)]),
    shared: taken
      .flatMap(({ report, days }) => report.rows.map(({ row }) => ({ row, days: days.length, of: lengthOf(report) })))
      .sort((a, b) => a.row - b.row),
    sharedDays: known.length - (figure.days ?? 0),
    sources: each([...figure.sources, ...rows.map(({ sourceId }) => sourceId)]),
    needsVerification: figure.needsVerification || rows.some(({ needsVerification }) => needsVerification),
    provisional: figure.provisional || rows.some(({ status }) => status === 'provisional'),
    estimated: true,
    sameKeyAdded: figure.sameKeyAdded || rows.some(isAgain),
    days: known.length,
    pieces,
    time,
    ownTime: time,
  }
}

/** A figure of nothing yet, of the thing that a row tells of. */
function begin(row: Observation, daysOf: number): ToldFigure {
  const isTotal = row.breakdownKey === ''
  return {
    ...{
      value: 0,
      low: false,
      high: false,
      approx: false,
      state: 'zero',
      word: '',
      magnitudes: [],
      unit: row.unit,
      isList: false,
    },
    ...{ territory: unitOf(row), indicator: row.indicator, breakdownKey: row.breakdownKey },
    ...{ breakdownValues: isTotal ? [] : [row.breakdownValue], basis: isTotal ? 'total' : 'part', stands: true },
    ...{ scope: '', scopeVi: '', scopeEn: '', unitLevel: 'tinh' },
    period: { start: null, end: null, basis: row.periodBasis, duration: '' },
    ...{ terms: [], sources: [], needsVerification: false, provisional: false, estimated: true },
    ...{ mismatch: false, finerDiffers: false, sameKeyAdded: false },
    ...{ days: 0, daysOf, pieces: [], time: '', ownTime: '' },
  }
}

function noteTaken(
  taken: readonly Taken[],
  reports: readonly Straddling[],
  old: ToldFigure | undefined,
  days: readonly number[],
  { hit }: Told,
): void {
  hit('rule 4: what straddles the window is shared out by its days inside')
  const [from = 0, to = 0] = [days[0], days.at(-1)]
  const inside = ({ first, last }: Straddling) => Math.min(last, to) - Math.max(first, from) + 1
  if (taken.some(({ report }) => report.first < from) && taken.some(({ report }) => report.last > to))
    hit('rule 4: both edges of a window are shared out')
  if (taken.some(({ report, days }) => report.first < from && report.last > to && days.length > 0))
    hit('rule 4: what is longer than the window is shared out')
  if (old && taken.some(({ report, days }) => days.length < inside(report)))
    hit('rule 4: days that are reported are not shared out')
  if (
    taken.some((one, at) =>
      taken.slice(0, at).some(({ report }) => areMet(one.report, report) && lengthOf(report) < lengthOf(one.report)),
    )
  )
    hit('rule 4: of several reports the shortest is shared out first')
  const rivals = reports.flatMap((one, at) => reports.slice(at + 1).map((other) => [one, other] as const))
  if (rivals.some(([one, other]) => areMet(one, other) && lengthOf(one) === lengthOf(other) && sourceOf(one) !== sourceOf(other)))
    hit('rule 4: of reports as long that of the source trusted most is shared out first')
  const bounds = taken.flatMap(({ report }) => report.rows.map(boundsOfRow))
  if (bounds.some(({ low, high, approx }) => low || high || approx)) hit('rule 4: a bound of what is shared out is kept')
  if (taken.some(({ report }) => report.rows.length > 1)) hit('rule 4: rows of one report are shared out together')
  if (old && days.length === (old.days ?? 0) + taken.reduce((sum, one) => sum + one.days.length, 0))
    hit('rule 4: a figure is made whole by what is shared out')
}

function areMet(a: Straddling, b: Straddling): boolean {
  return a.first <= b.last && b.first <= a.last
}

function sourceOf({ rows: [row] }: Straddling): string {
  return row?.sourceId ?? ''
}

function daysOfPieces(pieces: readonly Piece[]): number[] {
  return pieces.flatMap((piece) => Array.from({ length: daysIn(piece) }, (_, at) => dayNumber(piece.start) + at))
}

/** Days, in any order, as stretches of them without a gap, oldest first. */
function stretchesOf(days: readonly number[]): Piece[] {
  const has = new Set(days)
  const firsts = each(days.filter((day) => !has.has(day - 1)))
  const lasts = each(days.filter((day) => !has.has(day + 1)))
  return firsts.map((first, at) => ({ start: isoOf(first), end: isoOf(lasts[at] ?? first) }))
}
