import { useMemo } from 'react'
import { type LowerUnit, lowerUnits } from '../../charts/parts/lower-units.ts'
import type { PlaceInput, PlaceSection } from '../../charts/parts/place-sections.ts'
import { reportsOf } from '../../model/rules/listed-reporters.ts'
import { writeTerritoryCode } from '../../model/territory-code.ts'
import type { Room } from '../answer/room.ts'
import { FigureButton } from '../chart/figure-button.tsx'
import { focusTab } from '../page/focus-finding.ts'
import styles from './lower-units-section.module.css'

interface LowerUnitsSectionProps {
  /** Of the view that was answered. */
  readonly room: Room
  readonly sections: readonly PlaceSection[]
  readonly input: PlaceInput
}

/** A province may have more than a hundred communes: the rest is a step away, among the rows. */
const MOST_UNITS = 30
/** So few stand open. */
const FEW = 4

/** What stands under units and other parts of a place, unit by unit, never added to it; nothing where there is none. */
export function LowerUnitsSection({ room, sections, input }: LowerUnitsSectionProps) {
  const { place } = room.words
  const units = useMemo(() => lowerUnits(sections), [sections])
  if (units.length === 0) return null
  const levels = [...new Set(units.map(({ level }) => level))].filter((level) => level !== 'tinh')
  return (
    <section className={styles.card} aria-label={place.lowerUnits}>
      <h2>{place.lowerUnits}</h2>
      <p className={styles.note}>{place.lowerUnitsNote}</p>
      {units.slice(0, MOST_UNITS).map((unit) => (
        <Unit key={unit.label} room={room} unit={unit} input={input} isOpen={units.length <= FEW} />
      ))}
      {units.length > MOST_UNITS && <p className={styles.note}>{place.moreUnits(units.length - MOST_UNITS)}</p>}
      {levels.length > 0 && (
        <button type="button" className={styles.open} onClick={() => openRows({ level: levels.join('.') }, room, input)}>
          {place.unitRows}
        </button>
      )}
    </section>
  )
}

interface UnitProps {
  readonly room: Room
  readonly unit: LowerUnit
  readonly input: PlaceInput
  readonly isOpen: boolean
}

function Unit({ room, unit: { label, covers, figures }, input, isOpen }: UnitProps) {
  const { place, chart } = room.words
  const unit = place.unitName(label)
  const name = unit.charAt(0).toLocaleUpperCase('vi') + unit.slice(1)
  return (
    <details className={styles.unit} open={isOpen}>
      <summary>
        {name} <span className={styles.note}>({place.figures(figures.length)})</span>
      </summary>
      <table className={styles.table} aria-label={name}>
        <thead className={styles.hidden}>
          <tr>
            <th scope="col">{chart.indicator}</th>
            <th scope="col">{chart.figure}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ indicator, line: { figure, text } }) => (
            <tr key={`${figure.comparisonKey} ${figure.basis}`}>
              <th scope="row">
                {indicator}
                {text.kind && <span className={styles.under}>{text.kind}</span>}
              </th>
              <td>
                <FigureButton room={room} figure={figure} text={text.full} />
                <span className={styles.under}>{[text.time, ...text.remarks].filter(Boolean).join('; ')}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button
        type="button"
        className={styles.open}
        aria-label={`${place.rowsOfUnit}: ${unit}`}
        onClick={() => openRows({ covers }, room, input)}
      >
        {place.rowsOfUnit}
      </button>
    </details>
  )
}

/** The rows of the place that a filter keeps, of all indicators. */
function openRows(filter: Readonly<Record<string, string>>, room: Room, { place, view, dataset }: PlaceInput): void {
  const codes = reportsOf(place, view.units, dataset).map((ref) => writeTerritoryCode(ref, 'goc'))
  room.setView({
    ...{ tab: 'rows', indicators: [], filters: {}, territories: [], search: '' },
    rowFilters: { place: codes.filter((code) => code !== null).join('.'), ...filter },
  })
  focusTab()
}
