import type { Compared } from '../../query/compare-answer.ts'
import type { Room } from '../answer/room.ts'
import styles from './sort-choice.module.css'

/** The order of places: by their number, by how it changed, by name. */
export function SortChoice({ room, compared }: { readonly room: Room; readonly compared: Compared | null }) {
  const { view, setView, words } = room
  const { compare } = words
  const byChange = compared && !compared.refused ? [{ sort: '-percent', label: compare.sortByChange[compared.kind] }] : []
  const choices = [{ sort: null, label: compare.sortByNumber }, ...byChange, { sort: 'place', label: compare.sortByName }]
  return (
    <fieldset className={styles.row} aria-label={words.chart.sortedBy}>
      <span aria-hidden="true">{words.chart.sortedBy}:</span>
      {choices.map(({ sort, label }) => (
        <button key={label} type="button" aria-pressed={view.sort === sort} onClick={() => setView({ sort })}>
          {label}
        </button>
      ))}
    </fieldset>
  )
}
