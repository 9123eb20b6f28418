import { bucketName } from '../../charts/line/line-buckets.ts'
import { printSpan } from '../../locale/print-period.ts'
import { CIVIL, monthEnd } from '../../model/calendar.ts'
import { bucketEdge, bucketsBetween, GRAINS } from '../../model/rhythm.ts'
import { writeTime } from '../../model/time-choice.ts'
import type { Grain } from '../../model/view.ts'
import type { Room } from '../answer/room.ts'
import { timeLabel } from '../answer/time-label.ts'
import type { Choice, ChoiceGroup } from './search-choice.tsx'

/** From this day on the provinces are those of today. */
const CHANGE_OF_LISTS = '2025-07-01'

/** The periods that a picker offers, by kind: what is asked for most first, then years and, where there are, shorter stretches. */
export function periodChoices(room: Room): readonly ChoiceGroup[] {
  const { words, view } = room
  const current = writeTime(view.time)
  const groups = [
    { value: words.period.often, items: oftenAsked(room) },
    { value: words.period.years, items: years(room) },
    ...finerGrains(room).map((grain) => ({ value: words.period.grains[grain], items: stretches(grain, room) })),
  ].filter(({ items }) => items.length > 0)
  const isListed = groups.some(({ items }) => items.some(({ value }) => value === current))
  return isListed ? groups : [{ value: words.period.chosen, items: [{ value: current, label: timeLabel(room) }] }, ...groups]
}

/** Whether there are so many that they have to be searched. */
export function hasManyPeriods(room: Room): boolean {
  return finerGrains(room).length > 0
}

/** Half-years, quarters and months, where something is reported by them or by shorter ones. */
function finerGrains({ dataset }: Room): Grain[] {
  const held = new Set(dataset.rhythms.map(({ grain }) => grain))
  const finest = GRAINS.find((grain) => held.has(grain))
  return finest
    ? GRAINS.slice(GRAINS.indexOf(finest))
        .filter((grain) => grain !== 'year')
        .reverse()
    : []
}

function oftenAsked(room: Room): Choice[] {
  const { words, dataset } = room
  const latest = { value: 'report', label: words.chrome.latest }
  const all = { value: 'all', label: words.period.all }
  if (!hasManyPeriods(room)) return [latest]
  const last = dataset.years.at(-1) ?? 0
  const first = dataset.years[0] ?? 0
  const ofOldList = dataset.years.filter((year) => monthEnd(year * 12 + 11, dataset.calendar) < CHANGE_OF_LISTS).at(-1)
  const span = (from: number, to: number, find: string) => ({
    value: `${from}..${to}`,
    label: words.figure.years(String(from), String(to)),
    find,
  })
  const spans = [
    ...[3, 5, 10]
      .filter((count) => last - count + 1 >= first)
      .map((count) => span(last - count + 1, last, words.period.lastYears(count))),
    ...(ofOldList !== undefined && ofOldList > first ? [span(first, ofOldList, words.units.lists['63'])] : []),
  ]
  return [
    latest,
    { value: 'last12m', label: words.period.lastMonths(12) },
    { value: 'ytd', label: words.period.yearToDate },
    ...spans,
    all,
  ]
}

function years({ dataset, words }: Room): Choice[] {
  return [...dataset.years].reverse().map((year) => ({ value: String(year), label: words.chrome.year(year) }))
}

function stretches(grain: Grain, { dataset, words, language }: Room): Choice[] {
  const held = dataset.rhythms.filter((rhythm) => rhythm.grain === grain)
  const from = held.map((rhythm) => rhythm.from).sort()[0]
  const to = held
    .map((rhythm) => rhythm.to)
    .sort()
    .at(-1)
  if (!from || !to) return []
  const { calendar } = dataset
  return bucketsBetween(from, to, grain, calendar)
    .reverse()
    .map((bucket) => {
      const edge = bucketEdge(bucket, grain, calendar)
      const label = bucketName(bucket, { grain, calendar }, words)
      const days = calendar === CIVIL ? {} : { sub: printSpan(bucket.from, bucket.to, words.figure, language) }
      return { value: edge, label: label.charAt(0).toLocaleUpperCase('vi') + label.slice(1), find: edge, ...days }
    })
}
