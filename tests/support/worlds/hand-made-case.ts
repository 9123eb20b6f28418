import type { Figure, State } from '../../../src/model/figure.ts'
import type { TerritorySet } from '../../../src/model/territory.ts'
import type { TimeChoice, View } from '../../../src/model/view.ts'
import { daysOfTime } from '../rules-reference/calendar-days.ts'
import { rowOf } from './rows.ts'
import type { Span } from './setting.ts'
import type { Draft, PackageOptions } from './world-package.ts'

/** Rows, what is asked of them, and what has to stand there; the answers are written by hand. */
export interface HandMade {
  readonly name: string
  readonly calendar?: PackageOptions['calendar']
  readonly rows: readonly Draft[]
  /** As in the report and for the latest of each, unless said otherwise. */
  readonly asked?: Partial<View>
  /** Every figure that stands, as `lineOf` writes it; not where only `alike` is asked. */
  readonly answer?: readonly string[]
  /** Units that cannot be shown on the list asked for. */
  readonly refused?: readonly string[]
  /** Of each standing figure how it stands to the earlier time: `63:36 stock +5`, or why it does not. */
  readonly changes?: readonly string[]
  /** The change of all that have both numbers, and who is left out, as `alikeLine` writes it. */
  readonly alike?: readonly string[]
  /** Why nothing at all is compared. */
  readonly refusedAll?: string
  /** Of each standing figure with rows that are shared out how many of their days, as `sharedLine` writes it. */
  readonly shared?: readonly string[]
  /** Of a flow, at places that are expected to report. */
  readonly states?: Readonly<Record<string, State>>
  /** Comparison groups that have a scale: the places on it, and their total. */
  readonly scales?: readonly string[]
}

/**
 * A row by `63:36` of a kind (`flow`, or `flow add=x`) and a time: `2024`, `2024-Q1`, `2024-06`, or days as `2024-01-01/2024-06-30`
 * with `?` for one that is not known.
 */
export function told(by: string, what: string, time: string, value: number | null, more: Partial<Draft> = {}): Draft {
  const [kind = '', part = ''] = what.split(' ')
  const [key = '', of = ''] = part.split('=')
  const place = { set: by.slice(0, 2) as TerritorySet, code: by.slice(3) }
  const said = { value, qualifier: 'exact', qualifierWord: '', magnitude: null, status: 'reported' } as const
  return rowOf({ kind, place, span: spanOf(time), said, key, value: of }, more)
}

/** A time as a view has it: from one edge to the same, or from the first to the second. */
export function within(from: string, to = from): TimeChoice {
  return { kind: 'window', from, to }
}

export const OVER = { qualifier: 'at_least', qualifierWord: 'trên' } as const
export const NOT_OVER = { qualifier: 'at_most', qualifierWord: 'không quá' } as const
export const ABOUT = { qualifier: 'about', qualifierWord: 'khoảng' } as const
/** "hàng trăm" */
export const HUNDREDS = { value: null, qualifier: 'unquantified', magnitude: 100 } as const
export const WITHHELD = { value: null, status: 'suppressed' } as const

/** `34:37 flow ≥16 181/365 days from 35+36 of 3 only_parts, finer differ`: a figure without its indicator's world. */
export function lineOf(figure: Omit<Figure, 'comparisonKey'>): string {
  const { territory, indicator, breakdownKey, breakdownValues, scopeVi, days, daysOf, merged } = figure
  const lead = `${figure.low ? '≥' : ''}${figure.high ? '≤' : ''}${figure.approx ? '~' : ''}`
  const number = figure.value === null ? 'no number' : `${lead}${Number(figure.value.toPrecision(12))}`
  return [
    `${territory.set}:${territory.code}`,
    indicator.replace(/^w\d+_/, ''),
    breakdownKey === '' ? '' : `${breakdownKey}=${breakdownValues.join('+')}`,
    scopeVi === '' ? '' : `[${scopeVi}]`,
    number,
    days === null || daysOf === null ? '' : `${days}/${daysOf} days`,
    merged ? `from ${merged.from.map(({ code }) => code).join('+')} of ${merged.of}` : '',
    merged?.joined ? 'and itself' : '',
    figure.units && figure.units.n < figure.units.of ? `of ${figure.units.n}/${figure.units.of} ${figure.units.level}` : '',
    figure.state === 'value' ? '' : figure.state,
    figure.mismatch ? 'that its parts do not make' : '',
    figure.finerDiffers ? 'that rows of other lengths contradict' : '',
    figure.sameKeyAdded ? 'of rows with one key' : '',
    figure.needsVerification ? 'to verify' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** `63:36 flow 0: 16/30, 2: 5/31`: of the case's rows 0 and 2 so many of so many days; `from` is the number of its first row. */
export function sharedLine({ territory, indicator, shared = [] }: Omit<Figure, 'comparisonKey'>, from: number): string {
  const rows = [...shared].sort((a, b) => a.row - b.row).map(({ row, days, of }) => `${row - from}: ${days}/${of}`)
  return `${territory.set}:${territory.code} ${indicator.replace(/^w\d+_/, '')} ${rows.join(', ')}`
}

/** `63:36 stock +5`, `63:36 stock other_date` */
export function changeLine(
  { territory, indicator }: Pick<Figure, 'territory' | 'indicator'>,
  refused: string,
  step: number | null,
) {
  const said =
    refused === '' || refused === 'zero_base' ? `${(step ?? 0) < 0 ? '' : '+'}${Number(step?.toPrecision(9))}` : refused
  return `${territory.set}:${territory.code} ${indicator.replace(/^w\d+_/, '')} ${said}`
}

/** Who is in the change of all, and who is not. */
export interface Alike {
  readonly whole: readonly string[]
  /** `34:37 by 35+36` */
  readonly partly: readonly string[]
  readonly bounded: readonly string[]
  readonly otherDate: readonly string[]
  readonly withoutNow: readonly string[]
  readonly withoutBase: readonly string[]
}

/** `flow 20 from 10 (+100%): 63:35 63:36, only now 63:37`; who has neither number is not named. */
export function alikeLine(
  thing: string,
  now: number,
  base: number,
  percent: number | null,
  { whole, partly, bounded, otherDate, withoutNow, withoutBase }: Alike,
): string {
  const change = percent === null ? '' : ` (${percent < 0 ? '' : '+'}${Number(percent.toPrecision(9))}%)`
  const named = (lead: string, places: readonly string[]) =>
    places.length > 0 ? `, ${lead} ${[...places].sort().join(' ')}` : ''
  return [
    `${thing.replace(/^w\d+_/, '')} ${Number(now.toPrecision(9))} from ${Number(base.toPrecision(9))}${change}: ${[...whole, ...partly].sort().join(' ')}`,
    named('bounded', bounded),
    named('other date', otherDate),
    named(
      'only now',
      withoutBase.filter((place) => !withoutNow.includes(place)),
    ),
    named(
      'only then',
      withoutNow.filter((place) => !withoutBase.includes(place)),
    ),
  ].join('')
}

function spanOf(time: string): Span {
  if (time.includes('/')) {
    const [start = '?', end = '?'] = time.split('/')
    return [start === '?' ? null : start, end === '?' ? null : end]
  }
  const days = daysOfTime(within(time), null, '01-01')
  return [days?.from ?? null, days?.to ?? null]
}
