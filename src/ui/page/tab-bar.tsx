import type { Room } from '../answer/room.ts'
import styles from './tab-bar.module.css'

/** In their order on the page. */
export const TABS = ['overview', 'compare', 'place', 'rows', 'quality'] as const

/** The screens of the page; each is in the link. */
export function TabBar({ room }: { readonly room: Room }) {
  const { words, view, setView } = room
  return (
    <nav className={styles.tabs} aria-label={words.rows.tabsLabel}>
      {TABS.map((tab) => (
        <button key={tab} type="button" aria-current={view.tab === tab ? 'page' : undefined} onClick={() => setView({ tab })}>
          {words.rows.tabs[tab]}
        </button>
      ))}
    </nav>
  )
}
