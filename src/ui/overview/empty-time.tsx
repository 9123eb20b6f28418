import type { ReactNode } from 'react'
import { printDay } from '../../locale/print-period.ts'
import type { HeldTime } from '../../query/held-time.ts'
import type { Room } from '../answer/room.ts'
import { timeLabel } from '../answer/time-label.ts'
import { focusFinding } from '../page/focus-finding.ts'
import styles from './empty-time.module.css'

interface EmptyTimeProps {
  /** Of the view that was answered. */
  readonly room: Room
  readonly held: HeldTime
  /** What there is of other times, place by place. */
  readonly children: ReactNode
}

/** Where nobody has a figure of the period: since when and until when there are some, and the way to the newest. */
export function EmptyTime({ room, held, children }: EmptyTimeProps) {
  const { words, language, setView, view } = room
  const newest = timeLabel({ ...room, view: { ...view, time: held.newest } })
  return (
    <>
      <section className={styles.empty} aria-live="polite" aria-label={words.period.empty(timeLabel(room))}>
        <h1 tabIndex={-1}>{words.period.empty(timeLabel(room))}</h1>
        <p>{words.period.held(printDay(held.from, language), printDay(held.to, language))}</p>
        <button
          type="button"
          className={styles.go}
          onClick={() => {
            setView({ time: held.newest })
            focusFinding()
          }}
        >
          {words.period.goTo(newest)}
        </button>
      </section>
      <details className={styles.others}>
        <summary>{words.period.otherTimes}</summary>
        {children}
      </details>
    </>
  )
}
