import { bucketText } from '../../charts/line/line-buckets.ts'
import { bucketPlace } from '../../model/rhythm.ts'
import type { TerritorySet } from '../../model/territory.ts'
import type { TimelineSpan } from '../../model/timeline-span.ts'
import type { Timeline, TimelineCounts } from '../../query/timeline-query.ts'
import type { Room } from '../answer/room.ts'
import styles from './period-timeline.module.css'

interface TimelineBarsProps {
  readonly room: Room
  readonly timeline: Timeline
  readonly counts: TimelineCounts | null
  readonly span: TimelineSpan
}

const HEIGHT = 56
const MOST_LABELS = 7

/** The lists that places were counted by, the older one first. */
export function listsOf(counts: TimelineCounts): TerritorySet[] {
  return (['63', '34'] as const).filter((list) => counts.some((count) => count[list] > 0))
}

/** How many places have figures for which time, as bars; the years below. What it says is said by the grips too. */
export function TimelineBars({ room, timeline: { buckets, grain }, counts, span }: TimelineBarsProps) {
  const { words, language, dataset } = room
  const { calendar } = dataset
  const share = (at: number) => 100 * (at / buckets.length)
  const most = (set: '63' | '34') => Math.max(1, ...(counts ?? []).map((count) => count[set]))
  // Each list by its own measure: 34 of 34 are as many as 63 of 63.
  const [most63, most34] = [most('63'), most('34')]
  const years = buckets.flatMap((bucket, at) => {
    const { year, nth } = bucketPlace(bucket, grain, calendar)
    return nth === 1 || at === 0 ? [{ year, at }] : []
  })
  const step = Math.ceil(years.length / MOST_LABELS)
  return (
    <svg className={styles.picture} aria-hidden="true">
      <rect
        className={styles.window}
        x={`${share(span.start)}%`}
        width={`${share(span.end - span.start)}%`}
        y={0}
        height={HEIGHT}
      />
      {buckets.map((bucket, at) => {
        const count = counts?.[at] ?? { '63': 0, '34': 0 }
        const height = HEIGHT * Math.max(count['63'] / most63, count['34'] / most34)
        const isInside = at >= span.start && at < span.end
        return (
          <rect
            key={bucket.from}
            className={styles.bar}
            data-inside={isInside}
            x={`${share(at + 0.08)}%`}
            width={`${share(0.84)}%`}
            y={HEIGHT - height}
            height={height}
          >
            <title>
              {words.period.barSays(
                bucketText(bucket, { grain, calendar }, words, language),
                listsOf([count]).map((list) => [list, count[list]]),
              )}
            </title>
          </rect>
        )
      })}
      <line className={styles.ground} x1="0" x2="100%" y1={HEIGHT} y2={HEIGHT} />
      {years
        .filter((_, nth) => nth % step === 0)
        .map(({ year, at }) => (
          <text key={year} className={styles.year} x={`${share(at)}%`} y={HEIGHT + 16}>
            {year}
          </text>
        ))}
    </svg>
  )
}
