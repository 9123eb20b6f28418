import { useMemo, useRef } from 'react'
import type { ChartType } from '../charts/chart-type.ts'
import type { PictureInput } from '../charts/parts/picture-input.ts'
import { ChartCanvas } from './chart-canvas.tsx'
import styles from './chart-card.module.css'
import { DataTable } from './data-table.tsx'
import { PatchworkTable } from './patchwork-table.tsx'
import type { Room } from './room.ts'
import { SourceLine } from './source-line.tsx'
import type { Answered } from './use-answer.ts'
import { useWidth } from './use-width.ts'

interface ChartCardProps {
  readonly room: Room
  readonly chart: ChartType
  readonly answered: Answered
  readonly title: string
}

/** One picture with its coverage, its sources and the same numbers as a table. */
export function ChartCard({ room, chart, answered, title }: ChartCardProps) {
  const body = useRef<HTMLDivElement>(null)
  const width = useWidth(body)
  const { words, language, dark } = room
  const input = useMemo(
    (): PictureInput => ({ ...answered, words, language, width, dark }),
    [answered, words, language, width, dark],
  )
  const picture = useMemo(() => (width === 0 ? null : chart.picture(input)), [chart, input, width])
  const table = useMemo(() => chart.table(input), [chart, input])
  const label = `${title} – ${chart.title(words)}`
  return (
    <section className={styles.card} aria-label={label} data-chart={chart.id}>
      <div ref={body} className={styles.body}>
        {picture?.kind === 'cells' && <PatchworkTable room={room} patchwork={picture.patchwork} />}
        {picture?.kind === 'canvas' && <ChartCanvas room={room} picture={picture} label={label} />}
        {picture?.kind === 'nothing' && <p className={styles.nothing}>{picture.reason}</p>}
      </div>
      <details className={styles.twin}>
        <summary>
          {words.chart.tableTwin} <span>({words.chart.rows(table.rows.length)})</span>
        </summary>
        <DataTable room={room} model={table} label={`${words.chart.tableTwin}: ${label}`} />
      </details>
      <SourceLine room={room} figures={table.rows.flatMap((row) => (row.figure ? [row.figure] : []))} />
    </section>
  )
}
