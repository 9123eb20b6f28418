import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { bucketText } from '../../charts/line/line-buckets.ts'
import { printSpan } from '../../locale/print-period.ts'
import { spanOf, type TimelineSpan, timeOfSpan } from '../../model/timeline-span.ts'
import type { Timeline, TimelineCounts } from '../../query/timeline-query.ts'
import { windowOf } from '../../query/view-query.ts'
import type { Room } from '../answer/room.ts'
import { timeLabel } from '../answer/time-label.ts'
import styles from './period-timeline.module.css'
import { listsOf, TimelineBars } from './timeline-bars.tsx'

interface TimelineBrushProps {
  readonly room: Room
  readonly timeline: Timeline
  /** Null until they are known. */
  readonly counts: TimelineCounts | null
}

/** A row of bars with a grip at each end of the chosen time: drawn over, or moved with the arrow keys. */
export function TimelineBrush({ room, timeline, counts }: TimelineBrushProps) {
  const { words, view, dataset, language, setView } = room
  const { buckets, grain } = timeline
  const { calendar } = dataset
  const all: TimelineSpan = { start: 0, end: buckets.length }
  const chosen = spanOf(buckets, windowOf(view, dataset))
  const { span, change } = useSettling(chosen ?? all, (settled) => {
    const time = timeOfSpan(buckets, settled, calendar)
    if (time) setView({ time })
  })
  const anchor = useRef<number | null>(null)
  const brush = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const at = Math.min(buckets.length - 1, Math.max(0, Math.floor(((event.clientX - left) / width) * buckets.length)))
    anchor.current ??= at
    change({ start: Math.min(anchor.current, at), end: Math.max(anchor.current, at) + 1 })
  }
  const [first, last] = [buckets[span.start], buckets[span.end - 1]]
  const isUntouched = chosen === null && span.start === all.start && span.end === all.end
  const inWords = first && last ? printSpan(first.from, last.to, words.figure, language, calendar) : ''
  const steps = { grain, calendar }
  const lists = listsOf(counts ?? [])
  const nameOf = (at: number) => {
    const bucket = buckets[at]
    return bucket ? bucketText(bucket, steps, words, language) : ''
  }
  return (
    <>
      <p className={styles.chosen}>
        {isUntouched && view.time.kind === 'report'
          ? words.period.notChosen
          : words.period.nowChosen(isUntouched ? timeLabel(room) : inWords)}
      </p>
      <div className={styles.brush}>
        <div
          className={styles.bars}
          onPointerDown={(event) => {
            anchor.current = null
            event.currentTarget.setPointerCapture?.(event.pointerId)
            brush(event)
          }}
          onPointerMove={(event) => anchor.current !== null && brush(event)}
          onPointerUp={() => {
            anchor.current = null
          }}
          onPointerCancel={() => {
            anchor.current = null
          }}
        >
          <TimelineBars room={room} timeline={timeline} counts={counts} span={span} />
        </div>
        <input
          type="range"
          className={styles.start}
          aria-label={words.period.startGrip}
          aria-valuetext={nameOf(span.start)}
          min={0}
          max={buckets.length}
          value={span.start}
          onChange={(event) => change({ start: Math.min(Number(event.target.value), span.end - 1), end: span.end })}
        />
        <input
          type="range"
          className={styles.end}
          aria-label={words.period.endGrip}
          aria-valuetext={nameOf(span.end - 1)}
          min={0}
          max={buckets.length}
          value={span.end}
          onChange={(event) => change({ start: span.start, end: Math.max(Number(event.target.value), span.start + 1) })}
        />
      </div>
      <p className={styles.hint}>
        {words.period.barsMean} {lists.length > 0 && words.period.barsList(lists)}
      </p>
    </>
  )
}

/** So long nothing may change before the view follows: it asks the engine. */
const SETTLE_MS = 300

/** A span that is shown at once, and told when it stays as it is or goes out of sight. */
function useSettling(chosen: TimelineSpan, tell: (span: TimelineSpan) => void) {
  const [draft, setDraft] = useState<TimelineSpan | null>(null)
  const waiting = useRef<TimelineSpan | null>(null)
  const latest = useRef(tell)
  latest.current = tell
  const settle = useRef(() => {
    const span = waiting.current
    waiting.current = null
    if (span) latest.current(span)
  })
  useEffect(() => {
    if (!draft) return
    const timer = setTimeout(() => {
      settle.current()
      setDraft(null)
    }, SETTLE_MS)
    return () => clearTimeout(timer)
  }, [draft])
  useEffect(() => settle.current, [])
  const change = (span: TimelineSpan) => {
    waiting.current = span
    setDraft(span)
  }
  return { span: draft ?? chosen, change }
}
