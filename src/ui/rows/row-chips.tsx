import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Room } from '../answer/room.ts'
import styles from '../filters/filter-chips.module.css'
import { focusFinding } from '../page/focus-finding.ts'
import { rowChips } from './row-filter-words.ts'

/** The filters of this table that are on, each with its way off. */
export function RowChips({ room }: { readonly room: Room }) {
  const { words, setView } = room
  const chips = rowChips(room)
  const list = useRef<HTMLUListElement>(null)
  const left = useRef<number | null>(null)
  // The focus goes on to the chip that moved up, to the last one, and from the only one to the heading of the rows.
  useEffect(() => {
    if (left.current === null) return
    const rest = list.current?.querySelectorAll<HTMLElement>('[data-chip]') ?? []
    const next = rest[Math.min(left.current, rest.length - 1)]
    left.current = null
    if (next) next.focus()
    else focusFinding()
  })
  if (chips.length === 0) return null
  return (
    <ul ref={list} className={styles.chips} aria-label={words.rows.filters}>
      {chips.map(({ key, label, off }, at) => (
        <li key={key}>
          <button
            type="button"
            className={styles.chip}
            data-chip={key}
            onClick={() => {
              left.current = at
              off()
            }}
            aria-label={words.chrome.remove(label)}
          >
            {label}
            <X size={14} aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className={styles.reset}
          onClick={() => {
            left.current = 0
            setView({ rowFilters: {}, search: '' })
          }}
        >
          {words.rows.clearAll}
        </button>
      </li>
    </ul>
  )
}
