import { type ReactNode, useMemo } from 'react'
import { homeSection } from '../../charts/parts/home-section.ts'
import { reporterName } from '../../charts/parts/reporters.ts'
import { type TerritoryKey, territoryKey } from '../../model/territory.ts'
import { writeTerritoryCode } from '../../model/territory-code.ts'
import { homeOn, homeUnits } from '../../query/place-query.ts'
import { reportersIn } from '../../query/view-answer.ts'
import type { Room } from '../answer/room.ts'
import type { Answered } from '../answer/use-answer.ts'
import { focusTab } from '../page/focus-finding.ts'
import { PlaceTable } from '../place/place-table.tsx'
import styles from './my-place.module.css'

interface MyPlaceProps {
  /** Of the view that was answered. */
  readonly room: Room
  readonly answered: Answered
  readonly home: TerritoryKey | null
}

/**
 * The reader's own place at a glance: its figures, its place among its peers, its targets, or why there are none; nothing where none is
 * chosen, or the view is narrowed to other places.
 */
export function MyPlace({ room, answered, home }: MyPlaceProps) {
  const { words, language, setView } = room
  const { view, dataset } = answered
  const told = useMemo(() => {
    const place = homeOn(view, dataset, home)
    if (!place) return null
    const input = { ...answered, words, language }
    return { section: homeSection(input, place, words.place.mine), input: { ...input, place } }
  }, [answered, view, dataset, words, language, home])
  if (home === null) return null
  const units = homeUnits(view, dataset, home).map(territoryKey)
  const nameOf = (key: TerritoryKey) => reporterName(dataset, key, language)
  if (!told) {
    const isNarrowed = view.territories.length > 0
    if (isNarrowed) return null
    const text = units.length > 0 ? words.place.mineApart(units.map(nameOf)) : words.place.noSource(nameOf(home))
    return <Note title={words.place.mine(nameOf(home))}>{text}</Note>
  }
  const { section, input } = told
  if (!reportersIn(view, dataset).includes(territoryKey(input.place))) return null
  if (section.rows.length === 0) return <Note title={section.label}>{words.place.mineSilent}</Note>
  return (
    <div className={styles.mine}>
      <PlaceTable room={room} section={section} all={[section]} input={input} />
      <button
        type="button"
        className={styles.open}
        onClick={() => {
          setView({ tab: 'place', focus: writeTerritoryCode(input.place, view.units) })
          focusTab()
        }}
      >
        {words.place.mineAll}
      </button>
    </div>
  )
}

function Note({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.note} aria-label={title}>
      <h2>{title}</h2>
      <p>{children}</p>
    </section>
  )
}
