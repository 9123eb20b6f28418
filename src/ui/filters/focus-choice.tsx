import { readTerritoryCode } from '../../model/territory-code.ts'
import type { Room } from '../answer/room.ts'
import { focusFinding } from '../page/focus-finding.ts'
import styles from './focus-choice.module.css'
import { onlyPlaces, placeName } from './place-choices.ts'
import { SearchChoice } from './search-choice.tsx'

/** Which place stands out in every picture; nothing is asked anew for it, unless it is made the only one. */
export function FocusChoice({ room }: { readonly room: Room }) {
  const { view, words, setView } = room
  const { chart, chrome } = words
  const focus = view.focus !== null && readTerritoryCode(view.focus, view.units) ? view.focus : null
  const name = focus === null ? chart.noFocus : placeName(focus, room)
  return (
    <div className={styles.row}>
      <SearchChoice
        label={chart.focus}
        shown={name}
        searchLabel={chrome.searchPlace}
        emptyText={chrome.noPlace}
        groups={onlyPlaces(room)}
        chosen={focus === null ? [] : [focus]}
        multiple={false}
        onChoose={([code = null]) => setView({ focus: code })}
      />
      {focus !== null && (
        <>
          <button
            type="button"
            className={styles.button}
            onClick={() => {
              setView({ territories: [focus] })
              focusFinding()
            }}
          >
            {chart.onlyFocus(name)}
          </button>
          <button
            type="button"
            className={styles.button}
            onClick={() => {
              setView({ focus: null })
              focusFinding()
            }}
          >
            {chart.dropFocus}
          </button>
        </>
      )}
    </div>
  )
}
