import { useQuery } from '@tanstack/react-query'
import type { OpenDataset } from '../data/open-dataset.ts'
import { labelOf } from '../locale/print-figure.ts'
import { indicatorOf, keyOf } from '../model/dataset.ts'
import type { Source } from '../model/source.ts'
import { readTerritoryKey, territoryKey } from '../model/territory.ts'
import { OBSERVATION_COLUMNS } from '../query/resolve/observation-columns.ts'
import { MOST_ROWS, type RejectedRow, type ReportedRow, readRejects, readRows, rejectsSql, rowsSql } from '../query/rows-query.ts'
import table from './data-table.module.css'
import { FailurePanel } from './failure-panel.tsx'
import { UnderstoodList } from './files-strip.tsx'
import type { Room } from './room.ts'
import styles from './rows-screen.module.css'

/** The rows themselves as they were reported, and those that were not accepted, with line, column and reason. */
export function RowsScreen({ room, opened }: { readonly room: Room; readonly opened: OpenDataset }) {
  const { view, dataset, workspace, words } = room
  const sql = rowsSql(view, dataset)
  const rejects = rejectsSql(dataset)
  const rows = useQuery({
    queryKey: [sql],
    queryFn: async ({ signal }) => readRows(await workspace.ask(keyOf(dataset), sql, signal)),
  })
  const out = useQuery({
    queryKey: [rejects],
    queryFn: async ({ signal }) => readRejects(await workspace.ask(keyOf(dataset), rejects, signal)),
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
      {rows.data && <Accepted room={room} opened={opened} rows={rows.data.rows} all={rows.data.all} />}
      {out.data && <NotAccepted room={room} rejected={out.data} opened={opened} />}
      <UnderstoodList understood={opened.report.understood} words={words} language={room.language} isOpen />
    </div>
  )
}

interface AcceptedProps {
  readonly room: Room
  readonly opened: OpenDataset
  readonly rows: readonly ReportedRow[]
  readonly all: number
}

function Accepted({ room, opened, rows, all }: AcceptedProps) {
  const { words, dataset, language } = room
  const nameOf = (key: string) => {
    const ref = readTerritoryKey(key)
    return (ref && dataset.territories.get(territoryKey(ref))?.name[language]) ?? key
  }
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 6 })
  return (
    <section aria-label={words.rows.title(rows.length, all)}>
      <h1>{words.rows.title(rows.length, all)}</h1>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className={table.scroll} tabIndex={0} aria-label={words.rows.tabs.rows}>
        <table className={table.table}>
          <thead>
            <tr>
              {[
                ...(opened.files.length > 1 ? [words.rows.file] : []),
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
                {opened.files.length > 1 && <td>{opened.files[row.file]}</td>}
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
                  {sourceName(dataset.sources.find((source) => source.id === row.sourceId)) || row.sourceId}
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
  opened,
}: {
  readonly room: Room
  readonly rejected: readonly RejectedRow[]
  readonly opened: OpenDataset
}) {
  const { rows } = room.words
  const listed = [
    ...rejected,
    ...opened.held.map((record) => ({
      file: record.file,
      line: record.line,
      column: rows.fieldCount(record.fields, record.expected),
      text: record.text,
      reason: record.reason,
    })),
  ].sort((a, b) => a.file - b.file || a.line - b.line)
  const all = opened.report.rejected + opened.held.length
  const shown = listed.slice(0, MOST_ROWS)
  const isMany = opened.files.length > 1
  if (all === 0) return <p>{rows.rejectedNone}</p>
  return (
    <section>
      <h2>{rows.rejectedTitle(shown.length, all)}</h2>
      <table className={table.table}>
        <thead>
          <tr>
            {[...(isMany ? [rows.file] : []), rows.line, rows.column, rows.text, rows.reason].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={`${row.file} ${row.line} ${row.column}`}>
              {isMany && <td>{opened.files[row.file]}</td>}
              <td>{row.line}</td>
              <td>{columnName(row.column, room)}</td>
              <td>{row.text}</td>
              <td>{rows.reasons[row.reason] ?? row.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function sourceName(source: Source | undefined): string {
  return source?.publisher || source?.title || ''
}

/** By its heading in the Vietnamese form, with its name. */
function columnName(name: string, { dataset, language }: Room): string {
  const heading = OBSERVATION_COLUMNS.find((column) => column.name === name)?.vi
  return dataset.localFile !== null && language === 'vi' && heading ? `${heading} (${name})` : name
}
