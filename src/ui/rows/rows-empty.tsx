import { labelOf } from '../../locale/print-figure.ts'
import { readRowsWithout, rowsWithoutSql } from '../../query/rows-query.ts'
import type { Room } from '../answer/room.ts'
import { timeLabel } from '../answer/time-label.ts'
import { useAsked } from '../answer/use-asked.ts'
import { shownIndicators } from '../filters/indicator-choices.ts'
import { placeName } from '../filters/place-choices.ts'
import { focusFinding } from '../page/focus-finding.ts'
import { rowChips } from './row-filter-words.ts'
import styles from './rows-screen.module.css'

/** No row fits: which condition empties the table, how many rows there are without it, and its way off. */
export function RowsEmpty({ room, onClear }: { readonly room: Room; onClear(): void }) {
  const { view, dataset, words } = room
  const say = words.rows
  const asked = useAsked(room, rowsWithoutSql(view, dataset), readRowsWithout)
  const ways = asked.data?.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n) ?? []
  const isNarrowed = rowChips(room).length > 0
  return (
    <div className={styles.empty} role="status" data-waiting={asked.data === undefined && !asked.error}>
      <h3>{say.emptyTitle}</h3>
      {asked.data && <p>{ways.length > 0 ? say.emptyText : say.emptyByAll}</p>}
      <ul>
        {ways.map(({ key, n }) => {
          const { what, off } = conditionOf(key, room)
          return (
            <li key={key}>
              <button type="button" className={styles.button} onClick={() => leave(off)}>
                {say.lift(what, n)}
              </button>
            </li>
          )
        })}
      </ul>
      {isNarrowed && (
        <button type="button" className={styles.button} onClick={() => leave(onClear)}>
          {say.clearAll}
        </button>
      )}
    </div>
  )
}

/** These buttons go as soon as there are rows: the focus waits above them. */
function leave(off: () => void): void {
  off()
  focusFinding()
}

/** What a condition is called and how it is lifted, by the key of its link. */
function conditionOf(key: string, room: Room): { readonly what: string; off(): void } {
  const { view, dataset, words, language, setView } = room
  const chip = rowChips(room).find((one) => one.key === key)
  if (chip) return { what: chip.label, off: chip.off }
  switch (key) {
    case 'i':
      return { what: shownIndicators(room), off: () => setView({ indicators: [], filters: {}, charts: [] }) }
    case 'p':
      return { what: view.territories.map((code) => placeName(code, room)).join(', '), off: () => setView({ territories: [] }) }
    case 't':
      return { what: words.rows.liftPeriod(timeLabel(room)), off: () => setView({ time: ALL_TIMES }) }
    default: {
      const name = key.slice(2)
      const { [name]: values = [], ...filters } = view.filters
      return { what: values.map((value) => labelOf(dataset, name, value, language)).join(', '), off: () => setView({ filters }) }
    }
  }
}

const ALL_TIMES = { kind: 'window', from: null, to: null } as const
