import { useEffect, useMemo, useRef, useState } from 'react'
import type { ChartType } from '../../charts/chart-type.ts'
import type { PictureInput } from '../../charts/parts/picture-input.ts'
import type { Figure } from '../../model/figure.ts'
import { recallCard, rememberCard } from '../answer/card-memory.ts'
import type { Room } from '../answer/room.ts'
import type { Answered } from '../answer/use-answer.ts'
import { useSeries } from '../answer/use-series.ts'
import { PatchworkTable } from '../overview/patchwork-table.tsx'
import { FailurePanel } from '../page/failure-panel.tsx'
import { PRINT_WIDTH, printScale, usePrinting } from '../page/use-printing.ts'
import { ChartCanvas } from './chart-canvas.tsx'
import styles from './chart-card.module.css'
import { ChartMenu } from './chart-menu.tsx'
import { DataTable } from './data-table.tsx'
import { SourceLine } from './source-line.tsx'
import { useWidth } from './use-width.ts'

interface ChartCardProps {
  readonly room: Room
  readonly chart: ChartType
  readonly answered: Answered
  readonly title: string
  /** Of the figures over time only these are shown. */
  readonly only?: (figure: Figure) => boolean
}

/** A longer table is made when somebody unfolds it: nobody should wait for rows that nobody sees. */
const MOST_HIDDEN_ROWS = 200

/** So many rows are printed unasked. */
const MOST_PRINTED_ROWS = 12

/** One picture with its coverage, its sources and the same numbers as a table. */
export function ChartCard({ room, chart, answered, title, only }: ChartCardProps) {
  const body = useRef<HTMLDivElement>(null)
  const [before] = useState(() => recallCard(chart.id))
  const [isUnfolded, setUnfolded] = useState(before.isUnfolded)
  const printing = usePrinting()
  const measured = useWidth(body, before.width)
  useEffect(() => rememberCard(chart.id, { width: measured, isUnfolded }), [chart, measured, isUnfolded])
  const width = printing ? PRINT_WIDTH : measured
  const { words, language } = room
  const dark = room.dark && !printing
  const { ready, series: all, error, retry } = useSeries(room.workspace, chart, answered)
  const series = useMemo(
    () => (all && only ? { ...all, figures: all.figures.map((figures) => figures.filter(only)) } : all),
    [all, only],
  )
  const input = useMemo(
    (): PictureInput => ({ ...answered, ...(series ? { series } : {}), words, language, width, dark }),
    [answered, series, words, language, width, dark],
  )
  const picture = useMemo(() => (width === 0 || !ready ? null : chart.picture(input)), [chart, input, width, ready])
  const table = useMemo(() => chart.table(input), [chart, input])
  const label = `${title} – ${chart.title(words)}`
  // A figure of one of several times is asked about with its own, not with that of the whole picture.
  const asking = useMemo(
    (): Room =>
      chart.viewOf
        ? {
            ...room,
            openGrounds: (figure, shown) =>
              room.openGrounds(figure, { dataset: shown.dataset, view: chart.viewOf?.(figure, input) ?? shown.view }),
          }
        : room,
    [chart, input, room],
  )
  const twin = useRef<HTMLDetailsElement>(null)
  const [selects, setSelects] = useState(false)
  useEffect(() => {
    const found = selects ? twin.current?.querySelector('table') : null
    if (!found) return
    setSelects(false)
    window.getSelection()?.selectAllChildren(found)
    found.scrollIntoView({ block: 'nearest' })
  }, [selects])
  // A short table goes on paper with its picture, however it is on the screen.
  const isShort = table.rows.length <= MOST_PRINTED_ROWS
  useEffect(() => {
    const node = twin.current
    if (!printing || !isShort || !node || node.open) return
    node.open = true
    return () => {
      node.open = false
    }
  }, [printing, isShort])
  const selectTable = () => {
    if (twin.current) twin.current.open = true
    setUnfolded(true)
    setSelects(true)
  }
  return (
    <section className={styles.card} aria-label={label} data-chart={chart.id}>
      <div ref={body} className={styles.body}>
        {Boolean(error) && <FailurePanel error={error} words={words} keeps onRetry={retry} />}
        {!ready && !error && <p role="status">{words.chrome.asking}</p>}
        {picture?.kind === 'cells' && <PatchworkTable room={room} patchwork={picture.patchwork} />}
        {picture?.kind === 'canvas' && (
          <ChartCanvas
            room={asking}
            picture={picture}
            label={label}
            {...(printing ? { paper: { width: PRINT_WIDTH, scale: printScale(picture.height) } } : {})}
          />
        )}
        {picture?.kind === 'nothing' && <p className={styles.nothing}>{picture.reason}</p>}
      </div>
      <div className={styles.foot}>
        <details
          ref={twin}
          className={styles.twin}
          open={before.isUnfolded}
          onToggle={(event) => setUnfolded(event.currentTarget.open)}
        >
          <summary>
            {words.chart.tableTwin} <span>({words.chart.rows(table.rows.length)})</span>
          </summary>
          {(isUnfolded || table.rows.length <= MOST_HIDDEN_ROWS) && (
            <DataTable room={asking} model={table} label={`${words.chart.tableTwin}: ${label}`} />
          )}
        </details>
        {ready && (
          <ChartMenu
            room={room}
            chart={chart}
            input={input}
            table={table}
            title={label}
            isDrawn={picture?.kind === 'canvas'}
            onSelectTable={selectTable}
          />
        )}
      </div>
      <SourceLine room={room} figures={table.rows.flatMap((row) => (row.figure ? [row.figure] : []))} />
    </section>
  )
}
