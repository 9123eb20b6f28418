import { useQuery } from '@tanstack/react-query'
import { labelOf } from '../locale/print-figure.ts'
import { indicatorOf } from '../model/dataset.ts'
import type { HeldRecord } from '../model/ingest.ts'
import { readTerritoryKey, territoryKey } from '../model/territory.ts'
import { type RejectedRow, type ReportedRow, readRejects, readRows, rejectsSql, rowsSql } from '../query/rows-query.ts'
import table from './data-table.module.css'
import { FailurePanel } from './failure-panel.tsx'
import type { Room } from './room.ts'
import styles from './rows-screen.module.css'

/** The rows themselves as they were reported, and those that were not accepted, with line, column and reason. */
export function RowsScreen({ room, held }: { readonly room: Room; readonly held: readonly HeldRecord[] }) {
  const { view, dataset, workspace, words } = room
  const sql = rowsSql(view, dataset)
  const rejects = rejectsSql(dataset)
  const rows = useQuery({
    queryKey: [sql],
    queryFn: async ({ signal }) => readRows(await workspace.ask(dataset.id, sql, signal)),
  })
  const out = useQuery({
    queryKey: [rejects],
    queryFn: async ({ signal }) => readRejects(await workspace.ask(dataset.id, rejects, signal)),
  })
  const error = rows.error ?? out.error
  return (
    <div className={styles.screen}>
      {error && (
        <FailurePanel
          error={error}
          words={words}
          keeps={false}
          onRetry={() => void Promise.all([rows.refetch(), out.refetch()])}
        />
      )}
      {rows.data && <Accepted room={room} rows={rows.data.rows} all={rows.data.all} />}
      {out.data && <NotAccepted room={room} rejected={out.data} held={held} />}
    </div>
  )
}

function Accepted({ room, rows, all }: { readonly room: Room; readonly rows: readonly ReportedRow[]; readonly all: number }) {
  const { words, dataset, language } = room
  const nameOf = (key: string) => {
    const ref = readTerritoryKey(key)
    return (ref && dataset.territories.get(territoryKey(ref))?.name[language]) ?? key
  }
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 6 })
  return (
    <section aria-label={words.rows.title(rows.length, all)}>
      <h2>{words.rows.title(rows.length, all)}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className={table.scroll} tabIndex={0} aria-label={words.rows.tabs.rows}>
        <table className={table.table}>
          <thead>
            <tr>
              {[
                words.rows.line,
                words.rows.place,
                words.rows.indicator,
                words.rows.printed,
                words.rows.number,
                words.rows.covers,
                words.rows.source,
              ].map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.row}>
                <td>{row.line}</td>
                <td>{nameOf(row.place)}</td>
                <td>
                  {indicatorOf(dataset, row.indicator)?.label[language] ?? row.indicator}
                  {row.breakdownKey && (
                    <span className={styles.sub}>{labelOf(dataset, row.breakdownKey, row.breakdownValue, language)}</span>
                  )}
                </td>
                <td lang="vi">{row.printed}</td>
                <td className={table.numeric}>
                  {row.value === null ? words.rows.noWholeNumber : number.format(row.value)}
                  <span className={styles.sub}>{row.value === null ? '' : labelOf(dataset, 'unit', row.unit, language)}</span>
                </td>
                <td>
                  {row.unitName}
                  <span className={styles.sub}>{row.scope[language]}</span>
                </td>
                <td>
                  {dataset.sources.find((source) => source.id === row.sourceId)?.publisher || row.sourceId}
                  <span className={styles.sub}>{words.grounds.locator(row.locator)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function NotAccepted({
  room,
  rejected,
  held,
}: {
  readonly room: Room
  readonly rejected: readonly RejectedRow[]
  readonly held: readonly HeldRecord[]
}) {
  const { rows } = room.words
  const listed = [
    ...rejected,
    ...held.map((record) => ({
      line: record.line,
      column: rows.fieldCount(record.fields, record.expected),
      text: record.text,
      reason: record.reason,
    })),
  ].sort((a, b) => a.line - b.line)
  if (listed.length === 0) return <p>{rows.rejectedNone}</p>
  return (
    <section>
      <h2>{rows.rejectedTitle(listed.length)}</h2>
      <table className={table.table}>
        <thead>
          <tr>
            {[rows.line, rows.column, rows.text, rows.reason].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listed.map((row) => (
            <tr key={`${row.line} ${row.column}`}>
              <td>{row.line}</td>
              <td>{row.column}</td>
              <td>{row.text}</td>
              <td>{rows.reasons[row.reason] ?? row.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
