import { useMemo } from 'react'
import { homeSection } from '../charts/parts/home-section.ts'
import type { TerritoryKey } from '../model/territory.ts'
import { homeOn } from '../query/place-query.ts'
import { PlaceTable } from './place-table.tsx'
import type { Room } from './room.ts'
import type { Answered } from './use-answer.ts'

interface MyPlaceProps {
  /** Of the view that was answered. */
  readonly room: Room
  readonly answered: Answered
  readonly home: TerritoryKey | null
}

/** The reader's own place at a glance: its figures, its place among its peers, its targets; nothing where none is chosen. */
export function MyPlace({ room, answered, home }: MyPlaceProps) {
  const { words, language } = room
  const told = useMemo(() => {
    const place = homeOn(answered.view, answered.dataset, home)
    if (!place) return null
    const input = { ...answered, words, language }
    const section = homeSection(input, place, words.place.mine)
    return section && { section, input: { ...input, place } }
  }, [answered, words, language, home])
  return told && <PlaceTable room={room} section={told.section} all={[told.section]} input={told.input} />
}
