import type { ReactNode } from 'react'
import type { PlaceInput, PlaceLine, PlaceSection } from '../../charts/parts/place-sections.ts'
import { changeText } from '../../charts/words/change-text.ts'
import { printFigure } from '../../locale/print-figure.ts'
import type { Figure } from '../../model/figure.ts'
import { isAcrossRearrangement } from '../../model/rules/rearranged-communes.ts'
import type { AgainstTarget } from '../../model/rules/targets.ts'
import type { Room } from '../answer/room.ts'
import { FigureButton } from '../chart/figure-button.tsx'
import styles from './place-table.module.css'

/** What a figure of a place is compared with, each in a column of its own. */
export type ColumnName = 'change' | 'peers' | 'target'

/** Only what some figure of the place is compared with has a column; what few of them are stands under the number. */
export function columnsOf(all: readonly PlaceSection[], { answer }: PlaceInput): ColumnName[] {
  const lines = all.flatMap(({ rows }) => rows.flatMap((row) => row.lines))
  const targets = lines.filter(({ target }) => target !== null).length
  const has: readonly [ColumnName, boolean][] = [
    ['change', answer.compared?.refused === null && lines.some(({ change }) => change?.base != null)],
    ['peers', lines.some(({ peers }) => peers !== null)],
    ['target', targets > 0 && targets >= lines.length / FEW],
  ]
  return has.filter(([, is]) => is).map(([name]) => name)
}

/** A column of which only every third cell or fewer is filled is mostly white. */
const FEW = 3

export function headingOf(column: ColumnName, { words, view }: PlaceInput): string {
  if (column === 'change') return words.compare.comparisons[view.comparison]
  return words.place[column]
}

interface CellProps {
  readonly line: PlaceLine
  readonly room: Room
  readonly input: PlaceInput
}

/** The cell of a line in a column. */
export function PlaceCell({ column, ...rest }: CellProps & { readonly column: ColumnName }) {
  return CELLS[column](rest)
}

/** How much of its target a figure reaches, where targets have no column. */
export function TargetNote({ line, room, input }: CellProps) {
  const { figure, target } = line
  if (!target) return null
  const { place, compare } = input.words
  return (
    <span className={styles.note}>
      {place.target}: {full(assignedTo(figure, target), input)},{' '}
      <FigureButton room={room} figure={target.share} text={compare.ofTarget(full(target.share, input))} />
    </span>
  )
}

const CELLS: Readonly<Record<ColumnName, (props: CellProps) => ReactNode>> = {
  change: ({ line: { figure, change }, room, input }) => {
    if (!change || (change.refused !== null && change.refused !== 'zero_base')) {
      const reason = figure.value === null ? '' : changeText(figure, input)
      return reason !== '' && <span className={styles.note}>{reason}</span>
    }
    const shown = change.percent ?? change.step
    return (
      <>
        {shown && <FigureButton room={room} figure={shown} text={full(shown, input)} />}
        {change.base && (
          <span className={styles.note}>
            {input.words.place.from} <FigureButton room={room} figure={change.base} text={full(change.base, input)} />
          </span>
        )}
        {isAcrossRearrangement(change) && <span className={styles.note}>{input.words.place.rearranged}</span>}
      </>
    )
  },
  peers: ({ line: { peers }, room, input }) => {
    if (!peers) return null
    const { place } = input.words
    const mean = peers.change.base
    return (
      <>
        {peers.tied ? place.peerTied(peers.of) : place.peerPlace(peers.place, peers.of)}
        {mean && (
          <span className={styles.note}>
            <span className={styles.mean}>{place.peerMean}</span>{' '}
            <FigureButton room={room} figure={mean} text={full(mean, input)} />
          </span>
        )}
        {peers.missing.length > 0 && <span className={styles.note}>{place.peerMissing(peers.missing.length)}</span>}
      </>
    )
  },
  target: ({ line: { figure, target }, room, input }) => {
    if (!target) return null
    return (
      <>
        <FigureButton room={room} figure={target.share} text={input.words.compare.ofTarget(full(target.share, input))} />
        <span className={styles.note}>{full(assignedTo(figure, target), input)}</span>
      </>
    )
  },
}

/** The number that was assigned, printed as the figure is. */
function assignedTo(figure: Figure, { target }: AgainstTarget): Figure {
  return { ...figure, value: target, low: false, high: false, approx: false, word: '' }
}

function full(figure: Figure, { dataset, words, language }: PlaceInput): string {
  return printFigure(figure, dataset, words.figure, language).full
}
