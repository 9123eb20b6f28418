import { Popover } from '@base-ui/react/popover'
import { CalendarRange } from 'lucide-react'
import { useMemo } from 'react'
import { readTimelineCounts, type Timeline, timelineOf, timelineSql } from '../../query/timeline-query.ts'
import type { Room } from '../answer/room.ts'
import { useAsked } from '../answer/use-asked.ts'
import { FailurePanel } from '../page/failure-panel.tsx'
import styles from './period-timeline.module.css'
import { TimelineBrush } from './timeline-brush.tsx'

/** Beside the picker of periods, a way to choose one where the data lie; nothing where there are no two to choose between. */
export function PeriodTimeline({ room }: { readonly room: Room }) {
  const { words, view, dataset } = room
  const timeline = useMemo(() => timelineOf(view, dataset), [view, dataset])
  if (!timeline) return null
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.trigger ?? ''} aria-label={words.period.timeline} title={words.period.timeline}>
        <CalendarRange size={20} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={styles.positioner ?? ''} align="end" sideOffset={4}>
          <Popover.Popup className={styles.popup ?? ''}>
            <Popover.Title className={styles.title ?? ''}>{words.period.timeline}</Popover.Title>
            <Content room={room} timeline={timeline} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** Asked for only while it is open. */
function Content({ room, timeline }: { readonly room: Room; readonly timeline: Timeline }) {
  const { words, dataset } = room
  const { data, error, retry } = useAsked(room, timelineSql(dataset.schema, timeline), (result) =>
    readTimelineCounts(result, timeline),
  )
  if (error) return <FailurePanel error={error} words={words} keeps onRetry={retry} />
  return <TimelineBrush room={room} timeline={timeline} counts={data ?? null} />
}
