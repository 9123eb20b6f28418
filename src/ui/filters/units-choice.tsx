import { useId } from 'react'
import { reportsOf, unitsOn } from '../../model/rules/listed-reporters.ts'
import { readTerritoryCode, writeTerritoryCode } from '../../model/territory-code.ts'
import type { UnitList } from '../../model/view.ts'
import type { Room } from '../answer/room.ts'
import styles from './options-popover.module.css'

const LISTS: readonly UnitList[] = ['34', '63', 'goc']

/** Which list of provinces the figures are counted by (rule 11). */
export function UnitsChoice({ room }: { readonly room: Room }) {
  const { view, setView, words } = room
  const name = useId()
  return (
    <fieldset className={styles.group}>
      <legend>{words.units.legend}</legend>
      {LISTS.map((units) => (
        <label key={units}>
          <input type="radio" name={name} checked={view.units === units} onChange={() => setView(countedBy(units, room))} />
          {words.units.lists[units]}
        </label>
      ))}
    </fieldset>
  )
}

/**
 * The chosen places go with the list: under the 34 what the old ones became part of, under the 63 what the new ones were made of, as
 * in the reports the units that told of them. A focus goes along where it is still one place.
 */
export function countedBy(units: UnitList, { view, dataset }: Pick<Room, 'view' | 'dataset'>) {
  const { territories, territorySets } = dataset
  const move = (code: string): string[] => {
    // A group is of both lists.
    if (dataset.groups.some(({ id }) => id === code)) return [code]
    const ref = readTerritoryCode(code, view.units)
    if (!ref) return []
    const isReported = ref.set === '63' && territorySets.includes('63')
    const moved = units !== 'goc' || isReported ? unitsOn(ref, units, territories) : reportsOf(ref, view.units, dataset)
    return moved.map((one) => writeTerritoryCode(one, units)).filter((one) => one !== null)
  }
  const focus = view.focus === null ? [] : move(view.focus)
  return {
    units,
    territories: [...new Set(view.territories.flatMap(move))],
    focus: focus.length === 1 ? (focus[0] as string) : null,
  }
}
