import { Popover } from '@base-ui/react/popover'
import type { ReactNode } from 'react'
import type { PlaceState } from '../../charts/parts/patchwork-model.ts'
import { groupBy } from '../../model/rules/standing.ts'
import type { Room } from '../answer/room.ts'
import popover from '../filters/options-popover.module.css'
import { focusCode, toggleFocus } from '../filters/toggle-focus.ts'
import styles from './coverage-places.module.css'

interface CoveragePlacesProps {
  readonly room: Room
  /** In the order in which their states are listed. */
  readonly places: readonly PlaceState[]
  /** What is pressed: the strip. */
  readonly children: ReactNode
}

/** Behind a strip of dots the names of its places by what is known of them; a name makes its place stand out where the screen can. */
export function CoveragePlaces({ room, places, children }: CoveragePlacesProps) {
  const { words, view } = room
  const byState = [...groupBy(places, ({ state }) => state).values()]
  const canFocus = view.tab === 'overview' || view.tab === 'compare'
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.trigger ?? ''} title={words.headline.whichPlaces} data-printed="">
        {children}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={popover.positioner ?? ''} side="bottom" align="start" sideOffset={4}>
          <Popover.Popup className={`${popover.popup} ${styles.popup}`}>
            <Popover.Title className={popover.title ?? ''}>{words.headline.whichPlaces}</Popover.Title>
            {canFocus && <p className={popover.hint}>{words.headline.pressName}</p>}
            {byState.map((of) => (
              <OfState key={of[0]?.state} room={room} places={of} canFocus={canFocus} />
            ))}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

interface OfStateProps extends Omit<CoveragePlacesProps, 'children'> {
  readonly canFocus: boolean
}

/** Places of one state. */
function OfState({ room, places, canFocus }: OfStateProps) {
  const state = places[0]?.state ?? 'no_source'
  const label = room.words.figure.state[state]
  return (
    <section className={styles.state} aria-label={label}>
      <h3>
        {label} ({places.length})
      </h3>
      {canFocus ? (
        <ul className={styles.names}>
          {places.map((place) => (
            <li key={place.key}>
              <Name room={room} place={place} />
            </li>
          ))}
        </ul>
      ) : (
        <p>{places.map(({ name }) => name).join(', ')}</p>
      )}
    </section>
  )
}

/** Pressed again, the place no longer stands out. */
function Name({ room, place }: { readonly room: Room; readonly place: PlaceState }) {
  const code = focusCode(place.key, room.view)
  if (code === null) return place.name
  return (
    <button
      type="button"
      className={styles.name}
      aria-pressed={room.view.focus === code}
      onClick={() => toggleFocus(place.key, room)}
    >
      {place.name}
    </button>
  )
}
