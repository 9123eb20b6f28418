import { labelledTime } from '../../locale/print-bucket.ts'
import type { TerritoryKey } from '../../model/territory.ts'
import type { Grain } from '../../model/view.ts'
import { type CoverageMatrix, MATRIX_STATES, type MatrixCell, type MatrixState } from '../../query/coverage-matrix-query.ts'
import type { Room } from '../answer/room.ts'
import styles from './coverage-matrix-table.module.css'

interface CoverageMatrixTableProps {
  readonly room: Room
  readonly matrix: CoverageMatrix
  readonly grain: Grain
}

/** One mark a cell, said in words too; under each column how many places have what. */
export function CoverageMatrixTable({ room, matrix, grain }: CoverageMatrixTableProps) {
  const { words, language, dataset } = room
  const say = words.quality.coverage
  if (matrix.rows.length === 0) return <p>{say.noPlaces}</p>
  if (matrix.columns.length === 0) return <p>{say.none}</p>
  const times = matrix.columns.map((column) =>
    column === 'rest' ? { short: say.rest, long: say.rest } : labelledTime(column, grain, words, language, dataset.calendar),
  )
  const states = MATRIX_STATES.filter((state) => matrix.rows.some(({ cells }) => cells.some((cell) => cell.state === state)))
  const countOf = (column: number, state: MatrixState) => matrix.rows.filter(({ cells }) => cells[column]?.state === state).length
  // Of a year, and of a place of several old units, one cell may stand for several reports.
  const hasMoreOverdue = matrix.overdue.some((n, at) => n > (grain === 'year' ? 0 : countOf(at, 'overdue')))
  const name = (place: TerritoryKey) => dataset.territories.get(place)?.name[language] ?? place
  return (
    <>
      <ul className={styles.legend}>
        {states.map((state) => (
          <li key={state}>
            <CoverageMark state={state} /> {say.states[state]}
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={`${words.chart.tableTwin}: ${say.title}`}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">{say.place}</th>
              {times.map(({ short, long }) => (
                <th key={long} scope="col" title={long}>
                  {short}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map(({ place, cells }) => (
              <tr key={place} data-place={place}>
                <th scope="row">{name(place)}</th>
                {cells.map((cell, at) => {
                  const text = cellText(cell, room)
                  const time = times[at]?.long ?? ''
                  return (
                    <td key={time} data-state={cell.state} title={`${name(place)}, ${time}: ${text}`}>
                      <CoverageMark state={cell.state} label={text} />
                      {cell.units && (
                        <span className={styles.units} aria-hidden="true">
                          {say.fraction(cell.units.n, cell.units.of)}
                        </span>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            {states.map((state) => (
              <tr key={state} data-count={state}>
                <th scope="row">{say.states[state]}</th>
                {times.map(({ long }, at) => (
                  <td key={long}>{countOf(at, state)}</td>
                ))}
              </tr>
            ))}
            {hasMoreOverdue && (
              <tr data-count="owed-inside">
                <th scope="row">{say.owedInside}</th>
                {times.map(({ long }, at) => (
                  <td key={long}>{matrix.overdue[at]}</td>
                ))}
              </tr>
            )}
          </tfoot>
        </table>
      </section>
    </>
  )
}

/** Without a label it stands beside its words. */
export function CoverageMark({ state, label }: { readonly state: MatrixState; readonly label?: string }) {
  return label === undefined ? (
    <span className={styles.mark} data-mark={MARKS[state]} aria-hidden="true" />
  ) : (
    <span className={styles.mark} data-mark={MARKS[state]} role="img" aria-label={label} />
  )
}

/** Five kinds of dot, one hatch, a bar for what cannot be split, a speck for what is kept back, and nothing where nothing is expected. */
const MARKS: Readonly<Record<MatrixState, 'full' | 'core' | 'half' | 'pie' | 'hollow' | 'hatch' | 'bar' | 'speck' | 'none'>> = {
  number: 'full',
  some_days: 'core',
  in_words: 'half',
  some_units: 'pie',
  only_parts: 'half',
  in_longer: 'half',
  withheld: 'speck',
  refused: 'bar',
  overdue: 'hatch',
  awaited: 'none',
  not_mentioned: 'hollow',
  not_owed: 'none',
}

function cellText({ state, days, daysOf, overdue, units }: MatrixCell, { words }: Room): string {
  const say = words.quality.coverage
  const ofDays = state === 'some_days' && days !== null && daysOf !== null ? say.days(days, daysOf) : null
  const what = ofDays ?? (units ? say.oldUnits(units.n, units.of) : say.states[state])
  return state !== 'overdue' && overdue > 0 ? `${what}; ${say.stillOwed(overdue)}` : what
}
