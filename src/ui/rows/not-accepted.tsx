import type { OpenDataset } from '../../data/open-dataset.ts'
import { OBSERVATION_COLUMNS } from '../../query/resolve/observation-columns.ts'
import { MOST_ROWS, type RejectedRow } from '../../query/rows-query.ts'
import type { Room } from '../answer/room.ts'
import table from '../chart/data-table.module.css'

interface NotAcceptedProps {
  readonly room: Room
  readonly rejected: readonly RejectedRow[]
  readonly opened: OpenDataset
}

/** The rows of the file that were not accepted, with line, column and reason. */
export function NotAccepted({ room, rejected, opened }: NotAcceptedProps) {
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

/** By its heading in the Vietnamese form, with its name. */
function columnName(name: string, { dataset, language }: Room): string {
  const heading = OBSERVATION_COLUMNS.find((column) => column.name === name)?.vi
  return dataset.localFile !== null && language === 'vi' && heading ? `${heading} (${name})` : name
}
