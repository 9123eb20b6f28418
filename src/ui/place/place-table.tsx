import {
  type PlaceInput,
  type PlaceLine,
  type PlaceRow,
  type PlaceSection,
  usualTime,
} from '../../charts/parts/place-sections.ts'
import { owedText } from '../../charts/words/place-sentence.ts'
import { groupBy } from '../../model/rules/standing.ts'
import type { Owed } from '../../query/owed-query.ts'
import type { Room } from '../answer/room.ts'
import { FigureButton } from '../chart/figure-button.tsx'
import { type ColumnName, columnsOf, headingOf, PlaceCell, TargetNote } from './place-cells.tsx'
import styles from './place-table.module.css'

interface PlaceTableProps {
  /** Of the view that was answered. */
  readonly room: Room
  readonly section: PlaceSection
  /** All of them decide together which columns there are. */
  readonly all: readonly PlaceSection[]
  readonly input: PlaceInput
}

/** The indicators of one domain of a place: the figure, its time, and what it is compared with. */
export function PlaceTable({ room, section, all, input }: PlaceTableProps) {
  const { words } = room
  const columns = columnsOf(all, input)
  return (
    <section className={styles.card} data-domain={section.domain} aria-label={section.label}>
      <h2 className={styles.title}>{section.label}</h2>
      <table className={styles.table} data-columns={columns.length}>
        <thead>
          <tr>
            <th scope="col">{words.chart.indicator}</th>
            <th scope="col" className={styles.numeric}>
              {words.chart.figure}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles.numeric}>
                {headingOf(column, input)}
                {column === 'peers' && <span className={styles.note}>{words.place.peerMeanBelow}</span>}
              </th>
            ))}
          </tr>
        </thead>
        {section.rows.map((row) => (
          <Indicator key={row.indicator} room={room} row={row} columns={columns} input={input} />
        ))}
      </table>
      {section.silent.length > 0 && <p className={styles.silent}>{words.place.silent(section.silent)}</p>}
    </section>
  )
}

export function hasComparison({ change, peers, target }: PlaceLine): boolean {
  return change?.base != null || peers !== null || target !== null
}

interface IndicatorProps {
  readonly room: Room
  readonly row: PlaceRow
  readonly columns: readonly ColumnName[]
  readonly input: PlaceInput
}

/** One indicator: its one figure in a row, several (kinds, parts of the place) under a heading of their own. */
function Indicator({ room, row, columns, input }: IndicatorProps) {
  const { words } = room
  const [only] = row.lines
  if (row.lines.length === 1 && only) {
    return (
      <tbody>
        <Line room={room} line={only} head={row.label} columns={columns} input={input} owed={row.owed} />
      </tbody>
    )
  }
  if (row.lines.length === 0) {
    return (
      <tbody>
        <tr>
          <th scope="row">{row.label}</th>
          <td colSpan={columns.length + 1} className={styles.state}>
            <OwedNote owed={row.owed} input={input} />
            {row.otherTime.length > 0 && <OtherTime room={room} row={row} />}
            {row.otherTime.length === 0 && row.owed.length === 0 && words.figure.state[row.state ?? 'not_mentioned']}
          </td>
        </tr>
      </tbody>
    )
  }
  const isNowhere = row.lines.every(({ figure }) => figure.state === 'not_applicable')
  return (
    <tbody>
      <tr className={styles.head}>
        <th scope="rowgroup" colSpan={columns.length + 2}>
          {row.label}
          {isNowhere && <span className={styles.note}>{words.place.notApplicable}</span>}
          <OwedNote owed={row.owed} input={input} />
        </th>
      </tr>
      {row.lines.map((line) => (
        <Line
          key={`${line.figure.comparisonKey} ${line.figure.basis}`}
          room={room}
          line={line}
          head={line.text.kind || line.text.scope || words.chart.wholePlace}
          columns={columns}
          input={input}
          isKind
          isExplained={isNowhere}
        />
      ))}
      {row.more !== undefined && (
        <tr>
          <td colSpan={columns.length + 2} className={styles.state}>
            {words.place.mineMore(row.more)}
          </td>
        </tr>
      )}
    </tbody>
  )
}

interface LineProps extends Omit<IndicatorProps, 'row'> {
  readonly line: PlaceLine
  readonly head: string
  readonly owed?: readonly Owed[]
  readonly isKind?: boolean
  /** Where the head says already why nothing applies. */
  readonly isExplained?: boolean
}

function Line({ room, line, head, columns, input, owed = [], isKind = false, isExplained = false }: LineProps) {
  const { figure, text } = line
  return (
    <tr>
      <th scope="row" className={isKind ? styles.kind : undefined}>
        {head}
        {!isKind && text.kind && <span className={styles.note}>{text.kind}</span>}
        {text.scope && text.scope !== head && <span className={styles.scope}>{text.scope}</span>}
        <OwedNote owed={owed} input={input} />
      </th>
      <td className={styles.numeric}>
        <FigureButton room={room} figure={figure} text={text.full} />
        {text.time !== usualTime(input) && <span className={styles.note}>{text.time}</span>}
        {text.remarks.length > 0 && <span className={styles.note}>{text.remarks.join('; ')}</span>}
        {figure.state === 'not_applicable' && !isExplained && (
          <span className={styles.note}>{room.words.place.notApplicable}</span>
        )}
        {!columns.includes('target') && <TargetNote line={line} room={room} input={input} />}
      </td>
      {columns.map((column) => (
        <td key={column} className={styles.numeric} data-label={headingOf(column, input)}>
          <PlaceCell column={column} line={line} room={room} input={input} />
        </td>
      ))}
    </tr>
  )
}

/** The newest figure, which is of another time; its grounds are told by its own. */
function OtherTime({ room, row }: { readonly room: Room; readonly row: PlaceRow }) {
  const { words } = room
  const latest: Room = {
    ...room,
    openGrounds: (figure, { dataset }) => room.openGrounds(figure, { dataset, view: { ...room.view, time: { kind: 'report' } } }),
  }
  return (
    <>
      {words.place.otherTime}{' '}
      {row.otherTime.slice(0, MOST_OTHER).map(({ figure, text }, at) => (
        <span key={`${figure.comparisonKey} ${figure.basis}`}>
          {at > 0 && '; '}
          {[text.kind, text.scope].filter(Boolean).join(', ')} <FigureButton room={latest} figure={figure} text={text.full} /> (
          {text.time})
        </span>
      ))}
      {row.otherTime.length > MOST_OTHER && ` ${words.chart.moreFigures(row.otherTime.length - MOST_OTHER)}`}
    </>
  )
}

const MOST_OTHER = 3

/** What of this indicator is overdue, the newest first. */
function OwedNote({ owed, input }: { readonly owed: readonly Owed[]; readonly input: PlaceInput }) {
  const stretches = [...groupBy(owed, ({ start, end, due }) => `${end} ${start} ${due}`)].sort(([a], [b]) => (a < b ? 1 : -1))
  const [first] = stretches
  if (!first) return null
  const { place } = input.words
  return (
    <span className={styles.owed}>
      {place.owedHere(owedText(first[1], input))}
      {stretches.length > 1 && place.moreOwed(stretches.length - 1)}
    </span>
  )
}
