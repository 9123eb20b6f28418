import type { FigureBasis, FigurePeriod } from '../../../src/model/figure.ts'
import type { Observation } from '../../../src/model/observation.ts'
import { daysIn, daysWritten } from './calendar-days.ts'
import { type ChosenRow, chosenRows } from './chosen-rows.ts'
import { recomputedRatios } from './recomputed-ratios.ts'
import { standingRows } from './standing-rows.ts'
import { sumOfRows } from './sum-of-rows.ts'
import {
  type Asked,
  aggregationOf,
  type Days,
  each,
  isAskedOf,
  isSameUnit,
  type Piece,
  piles,
  ruleOf,
  type Told,
  type ToldFigure,
  unitOf,
} from './told-figure.ts'

/** Rules 1 to 7 and 9 as in the reports: every figure of every unit, standing or not. */
export function reportedFigures(told: Told, asked: Asked): ToldFigure[] {
  const chosen = chosenRows(standingRows(told), asked.window, told)
  const answering = chosen.filter((one) => answersFilter(one, asked, told))
  const things = piles(
    answering,
    (a, b) => isSameUnit(unitOf(a.row), unitOf(b.row)) && a.scope === b.scope && a.row.indicator === b.row.indicator,
  )
  return recomputedRatios(
    things.flatMap((thing) => figuresOfThing(thing, asked, told)),
    asked,
    told,
  )
}

function answersFilter({ row }: ChosenRow, asked: Asked, told: Told): boolean {
  if (!isAskedOf(row.indicator, asked, told)) return true
  if (row.breakdownKey === '') told.hit('rule 2: a total does not answer a filter')
  return asked.filter[row.breakdownKey]?.includes(row.breakdownValue) ?? false
}

/** Rule 2 for what one unit, or one part of it, says of one indicator. */
function figuresOfThing(thing: readonly ChosenRow[], asked: Asked, told: Told): ToldFigure[] {
  const { hit } = told
  const { indicator } = (thing[0] as ChosenRow).row
  const totals = thing.filter(({ row }) => row.breakdownKey === '')
  const keys = each(thing.map(({ row }) => row.breakdownKey)).filter((key) => key !== '')
  const figures: ToldFigure[] = []
  const additive = keys.filter((key) => ruleOf(told, indicator, key) === 'additive')
  for (const key of keys) {
    const rule = ruleOf(told, indicator, key)
    const rows = thing.filter(({ row }) => row.breakdownKey === key)
    const values = each(rows.map(({ row }) => row.breakdownValue))
    const isFiltered = asked.filter[key] !== undefined
    const isSummed = rule === 'additive' && key === additive[0] && (isFiltered ? values.length > 1 : totals.length === 0)
    const stands = rule !== 'additive' || (isFiltered && !isSummed)
    for (const value of values) {
      const mine = rows.filter(({ row }) => row.breakdownValue === value)
      figures.push(figureOf(mine, 'part', stands, asked.window, told))
    }
    if (isSummed) figures.push(figureOf(rows, 'parts_sum', true, asked.window, told))
    if (isFiltered && rule === 'additive')
      hit(isSummed ? 'rule 2: a filter adds the chosen parts' : 'rule 2: a filter lets one part stand')
    if (!isFiltered && isSummed)
      hit(values.length > 1 ? 'rule 2: parts without a total are added' : 'rule 2: one part without a total is only a part')
    if (rule === 'not_additive' && values.length > 1) hit('rule 2: kinds stand one by one')
    if (rule === 'definition' && values.length > 1) hit('rule 2: definitions stand one by one')
    if (rule === 'additive' && totals.length > 0) hit('rule 2: a total stands and its additive parts do not')
  }
  if (totals.length === 0 && additive.length > 1) hit('rule 2: a second additive breakdown is not added to the first')
  if (totals.length === 0) return figures
  const total = figureOf(totals, 'total', true, asked.window, told)
  const mismatch = additive.some((key) =>
    differsFromParts(
      total,
      figures.filter((one) => one.breakdownKey === key && one.basis === 'part'),
    ),
  )
  if (mismatch) hit('rule 2: a total that its parts do not make')
  return [...figures, { ...total, mismatch }]
}

/** Only parts of the time of the total are held against it, and only where all numbers are exact and of one unit. */
export function differsFromParts(total: ToldFigure, all: readonly ToldFigure[]): boolean {
  const parts = all.filter(({ ownTime }) => ownTime === total.ownTime)
  const isExact = ({ value, low, high, approx }: ToldFigure) => value !== null && !low && !high && !approx
  if (parts.length === 0 || ![total, ...parts].every((one) => isExact(one) && one.unit === total.unit)) return false
  const sum = parts.reduce((all, { value }) => all + (value ?? 0), 0)
  return Math.abs(sum - (total.value ?? 0)) > 1e-9 * Math.max(1, Math.abs(total.value ?? 0))
}

function figureOf(
  chosen: readonly ChosenRow[],
  basis: FigureBasis,
  stands: boolean,
  window: Days | null,
  told: Told,
): ToldFigure {
  const ordered = [...chosen].sort((a, b) => a.row.row - b.row.row)
  const rows = ordered.map(({ row }) => row)
  const [{ row: first, scope }] = ordered as [ChosenRow]
  const times = timesOf(ordered, window, told)
  const { isOneTime, ...time } = times
  const sum = sumOfRows(rows, scope, isOneTime, told)
  const values = basis === 'total' ? [] : each(rows.map(({ breakdownValue }) => breakdownValue))
  const isOnePart = basis === 'parts_sum' && values.length === 1 && sum.value !== null
  if (scope !== '') told.hit('rule 3: a figure of a part stands under its own name')
  return {
    ...sum,
    ...time,
    state: isOnePart ? 'only_parts' : sum.state,
    territory: unitOf(first),
    indicator: first.indicator,
    breakdownKey: first.breakdownKey,
    breakdownValues: values,
    basis,
    stands,
    scope,
    scopeVi: scope === '' ? '' : first.scopeVi !== '' ? first.scopeVi : first.unitName,
    scopeEn: scope === '' ? '' : first.scopeEn !== '' ? first.scopeEn : first.unitName,
    unitLevel: scope === '' ? 'tinh' : first.unitLevel,
    mismatch: false,
    finerDiffers: ordered.some(({ finerDiffers }) => finerDiffers),
  }
}

/** Rule 7: which time a figure is of. */
function timesOf(chosen: readonly ChosenRow[], window: Days | null, told: Told) {
  const rows = chosen.map(({ row }) => row)
  const [first] = rows as [Observation]
  const own = JSON.stringify(periodOf(first))
  const duration = each(rows.map(({ durationStated }) => durationStated)).length === 1 ? first.durationStated : ''
  const period: FigurePeriod = { start: first.periodStart, end: first.periodEnd, basis: first.periodBasis, duration }
  const plain = { period, days: null, daysOf: null, pieces: null, ownTime: own, time: own, isOneTime: true }
  const aggregation = aggregationOf(told, first.indicator)
  if (aggregation === 'last') {
    const day = first.periodEnd === null ? own : `as of ${first.periodEnd}`
    return { ...plain, ownTime: day, time: window === null ? day : 'the window' }
  }
  if (window === null || aggregation !== 'sum') return plain
  const daysOf = window.from === null || window.to === null ? null : daysIn({ start: window.from, end: window.to })
  const covers = chosen.map(({ pieces }) => coverOf(pieces ?? [], daysOf))
  const days = Math.min(...covers.map((cover) => cover.days))
  const time = days === daysOf ? 'the window' : `days ${each(covers.map(({ pieces }) => pieces)).join(' and ')}`
  const starts = each(rows.map(({ periodStart }) => periodStart ?? ''))
  const ends = each(rows.map(({ periodEnd }) => periodEnd ?? ''))
  const isOneCover = each(covers.map(({ pieces }) => pieces)).length === 1
  return {
    period: { ...period, start: starts[0] ?? null, end: ends.at(-1) ?? null },
    days,
    daysOf,
    pieces: isOneCover ? (chosen[0]?.pieces ?? null) : null,
    ownTime: time,
    time,
    isOneTime: each(covers.map((cover) => cover.name)).length === 1,
  }
}

/** Whatever the steps, all days of the window are all of them; of fewer the steps have to be the same. */
function coverOf(all: readonly Piece[], daysOf: number | null) {
  const days = all.reduce((sum, piece) => sum + daysIn(piece), 0)
  const pieces = daysWritten(all)
  return { days, pieces, name: days === daysOf ? 'whole' : pieces }
}

function periodOf({ periodStart, periodEnd, periodBasis, sourceId }: Observation) {
  const isKnown = periodStart !== null && periodEnd !== null
  return [periodStart, periodEnd, periodBasis, isKnown ? '' : sourceId]
}
