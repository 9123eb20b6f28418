import { X } from 'lucide-react'
import styles from './filter-chips.module.css'
import type { Room } from './room.ts'
import { rowChips } from './row-filter-words.ts'

/** The filters of this table that are on, each with its way off. */
export function RowChips({ room }: { readonly room: Room }) {
  const { words, setView } = room
  const chips = rowChips(room)
  if (chips.length === 0) return null
  return (
    <ul className={styles.chips} aria-label={words.rows.filters}>
      {chips.map(({ key, label, off }) => (
        <li key={key}>
          <button type="button" className={styles.chip} onClick={off} aria-label={words.chrome.remove(label)}>
            {label}
            <X size={14} aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={styles.reset} onClick={() => setView({ rowFilters: {}, search: '' })}>
          {words.rows.clearAll}
        </button>
      </li>
    </ul>
  )
}
