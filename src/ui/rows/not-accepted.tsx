import type { OpenDataset } from '../../data/open-dataset.ts'
import { OBSERVATION_COLUMNS } from '../../query/resolve/observation-columns.ts'
import { type Fault, MOST_ROWS } from '../../query/rows-query.ts'
import type { Room } from '../answer/room.ts'
import table from '../chart/data-table.module.css'
import { TemplateLink } from '../files/template-link.tsx'
import styles from './not-accepted.module.css'

interface NotAcceptedProps {
  readonly room: Room
  readonly faults: readonly Fault[]
  readonly opened: OpenDataset
}

/** The rows of the file that were not accepted, with line, column and reason of all that is wrong with each. */
export function NotAccepted({ room, faults, opened }: NotAcceptedProps) {
  const { rows, open } = room.words
  const byRow = rowsOf([...faults, ...heldFaults(opened, room)])
  const all = opened.report.rejected + opened.held.length
  const shown = byRow.slice(0, MOST_ROWS)
  const isMany = opened.files.length > 1
  const isOwn = room.dataset.localFile !== null
  if (all === 0) return <p>{rows.rejectedNone}</p>
  return (
    <section>
      <h2>{rows.rejectedTitle(shown.length, all)}</h2>
      {isOwn && faults.some(({ reason }) => reason === 'unknown_code') && (
        <p>
          {open.codesHint} <TemplateLink of="codes" words={room.words} />
        </p>
      )}
      <table className={`${table.table} ${styles.table}`}>
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
          {shown.flatMap((found) =>
            found.map((fault, at) => (
              <tr key={`${fault.file} ${fault.line} ${fault.column}`}>
                {at === 0 && isMany && <td rowSpan={found.length}>{opened.files[fault.file]}</td>}
                {at === 0 && (
                  <td rowSpan={found.length} className={styles.line} data-label={rows.line}>
                    {fault.line}
                  </td>
                )}
                <td>{columnName(fault.column, room)}</td>
                <td>{fault.text}</td>
                <td>{reasonOf(fault, room)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  )
}

function heldFaults({ held }: OpenDataset, { words }: Room): Fault[] {
  return held.map(({ file, line, fields, expected, text, reason }) => ({
    ...{ file, line, text, reason },
    column: words.rows.fieldCount(fields, expected),
  }))
}

/** The faults of each row together, by file and line. */
function rowsOf(faults: readonly Fault[]): Fault[][] {
  const byRow = new Map<string, Fault[]>()
  for (const fault of [...faults].sort((a, b) => a.file - b.file || a.line - b.line)) {
    const key = `${fault.file} ${fault.line}`
    byRow.set(key, [...(byRow.get(key) ?? []), fault])
  }
  return [...byRow.values()]
}

/** By its heading in the Vietnamese form, with its name. */
function columnName(name: string, { dataset, language }: Room): string {
  const heading = OBSERVATION_COLUMNS.find((column) => column.name === name)?.vi
  return dataset.localFile !== null && language === 'vi' && heading ? `${heading} (${name})` : name
}

function reasonOf({ reason, text, near }: Fault, { words: { rows }, language }: Room): string {
  if (reason === 'unknown_code' && text === '') return rows.emptyCell
  const said = rows.reasons[reason] ?? reason
  return near ? `${said}; ${rows.near(near.code, near.label[language])}` : said
}
