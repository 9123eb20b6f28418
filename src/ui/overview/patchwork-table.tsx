import { useState } from 'react'
import type { PatchCell, PatchHead, Patchwork } from '../../charts/parts/patchwork-model.ts'
import { placeInFocus } from '../../charts/parts/place-area.ts'
import { readTerritoryKey, territoryKey } from '../../model/territory.ts'
import type { Room } from '../answer/room.ts'
import { CoverageStrip } from '../chart/coverage-strip.tsx'
import { FigureButton } from '../chart/figure-button.tsx'
import { toggleFocus } from '../filters/toggle-focus.ts'
import styles from './patchwork-table.module.css'

/** So many kinds stand in a cell of the overview before the rest is behind one click. */
const MOST_KINDS = 5

/** So many stand in a cell at all: a province may have told of each of its communes. */
const MOST_FIGURES = 60

/** The patchwork as a real table. On a phone one column is shown at a time, chosen by the buttons above. */
export function PatchworkTable({ room, patchwork }: { readonly room: Room; readonly patchwork: Patchwork }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const asked = patchwork.columns.findIndex((column) => column.key === chosen)
  const shown = asked >= 0 ? asked : firstColumn(patchwork)
  const { words } = room
  const perColumn = patchwork.coverage.length > 1
  const focus = placeInFocus(room.view)
  return (
    <div className={styles.frame}>
      {!perColumn && patchwork.coverage[0] && <CoverageStrip {...patchwork.coverage[0]} words={words} room={room} />}
      {patchwork.columns.length > 1 && (
        <fieldset className={styles.chooser} aria-label={patchwork.places === 'rows' ? words.chart.indicator : words.chart.place}>
          {patchwork.columns.map((column, at) => (
            <button
              key={column.key}
              type="button"
              aria-pressed={at === shown}
              data-domain={column.domain}
              onClick={() => setChosen(column.key)}
            >
              {column.label}
            </button>
          ))}
        </fieldset>
      )}
      <table className={styles.table} data-places={patchwork.places}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {patchwork.places === 'rows' ? words.chart.place : words.chart.indicator}
            </th>
            {patchwork.columns.map((column, at) => (
              <th
                key={column.key}
                scope="col"
                data-domain={column.domain}
                data-active={at === shown}
                data-focus={column.key === focus}
              >
                <Head room={room} head={column} />
                {perColumn && patchwork.coverage[at] && <CoverageStrip {...patchwork.coverage[at]} words={words} room={room} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {patchwork.rows.map((row, at) => (
            <tr key={row.key} data-focus={row.key === focus}>
              <th scope="row" data-domain={row.domain}>
                <Head room={room} head={row} />
              </th>
              {patchwork.columns.map((column, index) => (
                <td
                  key={column.key}
                  data-domain={column.domain || row.domain}
                  data-active={index === shown}
                  data-focus={column.key === focus}
                >
                  <Cell room={room} cell={patchwork.cells[at]?.[index] as PatchCell} indicators={column.indicators} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {patchwork.closing.map((line) => (
        <p key={line} className={styles.closing}>
          {line}
        </p>
      ))}
    </div>
  )
}

/** Of places the one with most figures, so that a phone does not open on a column of gaps; of domains the first. */
function firstColumn({ places, columns, cells }: Patchwork): number {
  if (places === 'rows') return 0
  const counts = columns.map((_, at) => cells.filter((row) => (row[at]?.figures.length ?? 0) > 0).length)
  return Math.max(0, counts.indexOf(Math.max(...counts)))
}

/** An indicator narrows the view to itself; a place stands out, or no longer does. */
function Head({ room, head }: { readonly room: Room; readonly head: PatchHead }) {
  const { indicators } = head
  const place = readTerritoryKey(head.key)
  const key = place && territoryKey(place)
  return (
    <>
      {indicators && (
        <button type="button" className={styles.head} onClick={() => room.setView({ indicators })}>
          {head.label}
        </button>
      )}
      {!indicators && key && (
        <button
          type="button"
          className={styles.head}
          title={room.words.chart.focusOn(head.label)}
          aria-pressed={placeInFocus(room.view) === key}
          onClick={() => toggleFocus(key, room)}
        >
          {head.label}
        </button>
      )}
      {!indicators && !key && head.label}
      {head.sub && <span className={styles.sub}>{head.sub}</span>}
    </>
  )
}

function Cell({
  room,
  cell,
  indicators,
}: {
  readonly room: Room
  readonly cell: PatchCell
  readonly indicators: readonly string[] | null
}) {
  const { words } = room
  if (cell.figures.length === 0) {
    return (
      <>
        <EmptyCell room={room} cell={cell} />
        <OldUnits room={room} cell={cell} />
      </>
    )
  }
  const isList = cell.figures.length > 1
  const shown = cell.figures.slice(0, indicators ? MOST_KINDS : MOST_FIGURES)
  const first = cell.figures[0]
  const isShared = cell.figures.every(({ text }) => text.time === first?.text.time && text.scope === first.text.scope)
  return (
    <div className={styles.cell}>
      {isList && isShared && first && <Under time={first.text.time} scope={first.text.scope} remarks={[]} />}
      {shown.map(({ figure, text, heading }) =>
        isList ? (
          <div key={figure.comparisonKey} className={styles.kind}>
            <span className={styles.kindName}>{heading || text.indicator}</span>
            <FigureButton room={room} figure={figure} text={text.full} />
            {(text.remarks.length > 0 || !isShared) && (
              <span className={styles.kindNote}>
                {[...(isShared ? [] : [text.scope, text.time]), ...text.remarks].filter(Boolean).join('; ')}
              </span>
            )}
          </div>
        ) : (
          <div key={figure.comparisonKey}>
            <FigureButton room={room} figure={figure} text={text.full} size="large" />
            {heading && <p className={styles.definition}>{heading}</p>}
            <Under time={text.time} scope={text.scope} remarks={text.remarks} />
          </div>
        ),
      )}
      {shown.length < cell.figures.length && !indicators && (
        <p className={styles.time}>{words.chart.moreFigures(cell.figures.length - shown.length)}</p>
      )}
      {shown.length < cell.figures.length && indicators && (
        <button type="button" className={styles.more} onClick={() => room.setView({ indicators })}>
          {words.chart.seeAllKinds(cell.figures.length)}
        </button>
      )}
      <OldUnits room={room} cell={cell} />
    </div>
  )
}

/** Of a merged province: how many of its old units have a figure, where its figures do not say so themselves. */
function OldUnits({ room, cell: { oldUnits, figures, state } }: { readonly room: Room; readonly cell: PatchCell }) {
  const isSaid = figures.length > 0 && figures.every(({ figure }) => figure.merged?.from.length === oldUnits?.n)
  if (!oldUnits || isSaid || state === 'other_time') return null
  return <p className={styles.time}>{room.words.units.oldUnits(oldUnits.n, oldUnits.of)}</p>
}

function EmptyCell({ room, cell }: { readonly room: Room; readonly cell: PatchCell }) {
  const { words } = room
  if (cell.named.length > 0) {
    return (
      <div className={styles.cell}>
        {cell.named.map((line) => (
          <p key={line} className={styles.named}>
            {line}
          </p>
        ))}
      </div>
    )
  }
  if (cell.state === 'other_time') {
    return (
      <div className={styles.cell}>
        <p className={styles.definition}>{words.figure.state.other_time}</p>
        <button type="button" className={styles.more} onClick={() => room.setView({ time: { kind: 'report' } })}>
          {words.chart.showLatest}
        </button>
      </div>
    )
  }
  return (
    <span className={styles.silent}>
      <span aria-hidden="true">{words.chart.missing}</span>
      <span className={styles.silentText}>{words.figure.state[cell.state]}</span>
    </span>
  )
}

function Under({ time, scope, remarks }: { readonly time: string; readonly scope: string; readonly remarks: readonly string[] }) {
  return (
    <>
      {scope && <p className={styles.scope}>{scope}</p>}
      <p className={styles.time}>{time}</p>
      {remarks.length > 0 && <p className={styles.remark}>{remarks.join('; ')}</p>}
    </>
  )
}
