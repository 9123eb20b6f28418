import fc from 'fast-check'
import { daysLater } from '../../../src/model/rules/periods.ts'
import { ADDITIONAL, numbers, rowOf, type Said, saids } from './rows.ts'
import { partsOf, type Setting } from './setting.ts'
import type { Story } from './story.ts'
import type { Draft } from './world-package.ts'

/** Reports of a flow that begin in one year, half or quarter and end in the next, and some that lie inside of one of them. */
export function overTheEdges(setting: Setting): Story {
  const ways = fc.constantFrom<Way>('total', 'total', 'parts', 'kinds', 'whole and parts', 'whole and one part')
  const report = fc.record({
    around: fc.constantFrom(...AROUND),
    source: fc.constantFrom('A', 'A', 'B', 'C', 'D'),
    said: fc.oneof({ weight: 2, arbitrary: numbers }, { weight: 1, arbitrary: saids }),
    other: numbers,
    way: fc.option(ways, { freq: 3 }),
    more: fc.constantFrom<More>('none', 'none', 'none', 'gram', 'again', 'addition', 'doubt'),
  })
  const inside = fc.record({
    months: fc.constantFrom(1, 3, 6, 12),
    nth: fc.nat(11),
    source: fc.constantFrom('A', 'B'),
    said: fc.oneof({ weight: 3, arbitrary: numbers }, { weight: 1, arbitrary: saids }),
    way: fc.option(ways, { freq: 1 }),
  })
  return fc
    .record({
      place: fc.constantFrom(...setting.places),
      kind: fc.constantFrom('flow', 'flow', 'won'),
      edge: fc.constantFrom(...edgesOf(setting)),
      way: ways,
      reports: fc.array(report, { minLength: 1, maxLength: 3 }),
      inside: fc.array(inside, { minLength: 1, maxLength: 2 }),
    })
    .map(({ place, kind, edge, way: usual, reports, inside }) => {
      const over = reports.flatMap(({ around: [back, ahead], source, said, other, way, more }) => {
        const span = [daysLater(edge, -back), daysLater(edge, ahead - 1)] as const
        const rows = told(kind, way ?? usual, said, other).map((one) =>
          rowOf({ place, kind, span, ...one }, { sourceId: source }),
        )
        return rows.flatMap((row) => withMore(row, more, other))
      })
      const within = inside.flatMap(({ months, nth, source, said, way }) => {
        const parts = partsOf(setting, months)
        const span = parts[nth % parts.length] ?? [null, null]
        return told(kind, way ?? usual, said, said).map((one) => rowOf({ place, kind, span, ...one }, { sourceId: source }))
      })
      return [...over, ...within]
    })
}

/** The old units of a new one from over the first edge of a stretch up to some day of it, and the new one from there to over its end. */
export function bothListsOverTheEdges(setting: Setting): Story {
  return fc
    .record({
      cluster: fc.constantFrom(...setting.clusters),
      months: fc.constantFrom(3, 6, 12, 12),
      nth: fc.nat(3),
      seam: fc.constantFrom(30, 45, 60),
      by: fc.subarray(['over', 'on', 'to the end'], { minLength: 1 }),
      next: fc.subarray(['from', 'over', 'all', 'all and more', 'long'], { minLength: 1, maxLength: 3 }),
      isAll: fc.nat(4),
      isOneEach: fc.boolean(),
      said: fc.array(numbers, { minLength: 8, maxLength: 8 }),
    })
    .map(({ cluster, months, nth, seam, by, next, isAll, isOneEach, said }) => {
      const parts = partsOf(setting, months)
      const [from, to] = parts[nth % parts.length] ?? ['', '']
      const day = daysLater(from, seam)
      const spans: Readonly<Record<string, readonly [string, string]>> = {
        over: [daysLater(from, -15), daysLater(from, 14)],
        on: [daysLater(from, 15), daysLater(day, -1)],
        'to the end': [day, to],
      }
      const ofUnit: Readonly<Record<string, readonly [string, string]>> = {
        from: [day, daysLater(to, -15)],
        over: [daysLater(to, -14), daysLater(to, 15)],
        all: [from, to],
        'all and more': [daysLater(from, -5), to],
        long: [day, daysLater(to, 30)],
      }
      const olds = cluster.olds.slice(isAll === 0 ? 1 : 0).flatMap((place, at) =>
        by.flatMap((which, nth) => {
          const span = spans[which] ?? ['', '']
          const row = rowOf({ kind: 'flow', place, span, said: said[(at + nth) % 8] ?? (said[0] as Said) })
          return isOneEach || at > 0 ? [row] : [row, { ...row, ...ADDITIONAL }]
        }),
      )
      const news = next.map((which, at) =>
        rowOf({ kind: 'flow', place: cluster.unit, span: ofUnit[which] ?? ['', ''], said: said[7 - at] ?? (said[0] as Said) }),
      )
      return [...olds, ...news]
    })
}

type Way = 'total' | 'parts' | 'kinds' | 'whole and parts' | 'whole and one part'
type More = 'none' | 'gram' | 'again' | 'addition' | 'doubt'

/** Days before an edge and days behind it; some are equally long. */
const AROUND = [
  [15, 15],
  [15, 15],
  [10, 20],
  [20, 10],
  [5, 40],
  [31, 60],
  [200, 300],
] as const

function told(kind: string, way: Way, said: Said, other: Said): { said: Said; key?: string; value?: string }[] {
  const sum: Said = { ...said, value: said.value === null || other.value === null ? said.value : said.value + other.value }
  const part = (key: string) => [
    { said, key, value: 'x' },
    { said: other, key, value: 'y' },
  ]
  switch (way) {
    case 'total':
      return [{ said }]
    case 'parts':
      return part('add')
    case 'kinds':
      return part(kind === 'flow' ? 'kind' : 'add').slice(0, 1)
    case 'whole and parts':
      return [{ said: sum }, ...part('add')]
    case 'whole and one part':
      return [{ said: sum }, ...part('add').slice(0, 1)]
  }
}

function withMore(row: Draft, more: More, other: Said): Draft[] {
  switch (more) {
    case 'none':
      return [row]
    case 'gram':
      return [{ ...row, unit: 'gram' }]
    case 'again':
      return [row, { ...row, ...other }]
    case 'addition':
      return [row, { ...row, ...other, ...ADDITIONAL }]
    case 'doubt':
      return [{ ...row, needsVerification: true }]
  }
}

/** First days of stretches: of years most often, of halves, of quarters. */
function edgesOf(setting: Setting): string[] {
  const firsts = (months: number) => partsOf(setting, months).map(([from]) => from)
  const end = daysLater(partsOf(setting, 12).at(-1)?.[1] ?? '', 1)
  return [...firsts(12), ...firsts(12), end, end, ...firsts(6), ...firsts(3)]
}
