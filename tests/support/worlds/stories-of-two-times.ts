import fc from 'fast-check'
import { daysLater } from '../../../src/model/rules/periods.ts'
import type { TerritoryRef } from '../../../src/model/territory.ts'
import { daysOfTime } from '../rules-reference/calendar-days.ts'
import type { TwoEdges } from './questions.ts'
import { exactly, LOWER, numbers, rowOf } from './rows.ts'
import { partsOf, type Setting, type Span } from './setting.ts'
import type { Story } from './story.ts'
import type { Draft } from './world-package.ts'

/**
 * One thing of a stretch of the year and of the same one of the year before, to the day or nearly; a ratio by its counts too, and of
 * all old units of a new one, of which the last is off.
 */
export function twoTimes(setting: Setting): Story {
  const places = fc.oneof(
    fc.constantFrom(...setting.places).map((place) => [place]),
    fc.constantFrom(...setting.clusters).map(({ olds }) => olds),
  )
  return fc
    .record({
      places,
      kinds: fc.constantFrom(['flow'], ['stock'], ['stock'], ['stock'], ['printed'], ['top', 'bottom'], ['won', 'tried', 'rate']),
      months: fc.constantFrom(1, 3, 6, 12, 12),
      nth: fc.nat(11),
      off: fc.constantFrom(0, 0, 0, -1, -2, -15, -40),
      said: fc.array(fc.oneof(numbers, fc.constantFrom(0, 7, 8).map(exactly), fc.constantFrom(0, 9).map(exactly)), {
        minLength: 6,
        maxLength: 6,
      }),
      isAsOf: fc.boolean(),
    })
    .map(({ places, kinds, months, nth, off, said, isAsOf }) => {
      const spanIn = (year: number): Span => partsOf({ ...setting, year }, months)[nth % (12 / months)] ?? [null, null]
      const moved = ([start, end]: Span, by: number): Span => [start && daysLater(start, by), end && daysLater(end, by)]
      return places.flatMap((place, at) =>
        kinds.flatMap((kind, which) =>
          [spanIn(setting.year), moved(spanIn(setting.year - 1), at === places.length - 1 ? off : 0)].map(([start, end], time) =>
            rowOf({
              ...{ kind, place, span: [isAsOf && kind === 'stock' ? null : start, end] },
              said: said[time * 3 + which] ?? exactly(1),
            }),
          ),
        ),
      )
    })
}

/**
 * One thing from all places at two times of a reporting calendar, each time as the new units or as the old ones report it; with
 * something wrong here and there, so that some places are left out of what is said of all.
 */
export function everybodyTwice(setting: Setting, { now, before }: TwoEdges, calendar: string): Story {
  const olds = [...setting.clusters.flatMap((cluster) => cluster.olds), ...unmerged('63')]
  const news = [...setting.clusters.map(({ unit }) => unit), ...unmerged('34')]
  return fc
    .record({
      by: fc.constantFrom([olds, olds], [olds, olds], [news, olds], [news, news]),
      kinds: fc.constantFrom(
        ['flow'],
        ['flow'],
        ['stock'],
        ['stock'],
        ['won', 'tried'],
        ['won', 'tried'],
        ['won', 'tried', 'rate'],
        ['rate'],
      ),
      said: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 8, maxLength: 8 }),
      wrong: fc.array(fc.record({ at: fc.constantFrom('now', 'then', 'always'), what: fc.constantFrom(...WRONG) }), {
        minLength: 1,
        maxLength: 8,
      }),
      all: fc.constantFrom(...ALL),
    })
    .map(({ by, kinds, said, wrong, all }) =>
      by.flatMap((places, back) => {
        const edge = back === 0 ? now : before
        const days = daysOfTime({ kind: 'window', from: edge, to: edge }, null, calendar)
        const span: Span = [days?.from ?? null, days?.to ?? null]
        return places.flatMap((place, at) =>
          kinds.flatMap((kind, which): Draft[] => {
            const number = numberOf(all, kind, back, said[(at + which * 3 + back) % 8] ?? 1)
            const row = rowOf({ kind, place, span, said: exactly(number) })
            const told = wronged(row, back === 0 ? wrongOfAll(all, at) : 'nothing')
            const fault = wrong[at]
            const isNow = fault && (fault.at === 'always' || (fault.at === 'now') === (back === 0))
            return isNow ? told.flatMap((one) => wronged(one, fault.what)) : told
          }),
        )
      }),
    )
}

/** What holds of all places: nothing, their bases are zero, they are one number, they lack days now, they are bounded now. */
const ALL = ['nothing', 'nothing', 'nothing', 'nothing', 'zero', 'tie', 'short', 'bounded'] as const

function numberOf(all: (typeof ALL)[number], kind: string, back: number, said: number): number {
  if (all === 'tie') return 7
  return all === 'zero' && back === 1 && kind !== 'tried' ? 0 : said
}

function wrongOfAll(all: (typeof ALL)[number], at: number): Wrong {
  if (all === 'short') return 'early'
  return all === 'bounded' ? ((['low', 'high', 'nothing'] as const)[at % 3] ?? 'nothing') : 'nothing'
}

type Wrong = (typeof WRONG)[number]

const WRONG = [
  ...(['nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'gone', 'gone', 'words', 'doubt', 'doubt'] as const),
  ...(['low', 'low', 'high', 'apart', 'early', 'early', 'early', 'since', 'gram', 'part'] as const),
] as const

function wronged(row: Draft, what: Wrong): Draft[] {
  switch (what) {
    case 'nothing':
      return [row]
    case 'gone':
      return []
    case 'words':
      return [{ ...row, value: null, qualifier: 'unquantified', magnitude: 100 }]
    case 'doubt':
      return [{ ...row, needsVerification: true }]
    case 'low':
      return [{ ...row, qualifier: 'at_least', qualifierWord: 'trên' }]
    case 'high':
      return [{ ...row, qualifier: 'at_most', qualifierWord: 'không quá' }]
    case 'apart':
      return [...wronged(row, 'low'), ...wronged(row, 'high')]
    case 'since':
      return [{ ...row, periodStart: null }]
    case 'early':
      return [{ ...row, periodEnd: row.periodEnd && daysLater(row.periodEnd, -20) }]
    case 'gram':
      return [{ ...row, unit: 'gram' }]
    case 'part':
      return [{ ...row, ...LOWER[0] }]
  }
}

/** Units that are the same on both lists. */
function unmerged(set: TerritoryRef['set']): TerritoryRef[] {
  return ['01', '38', '46'].map((code) => ({ set, code }))
}
