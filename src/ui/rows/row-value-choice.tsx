import { useState } from 'react'
import { matchesFolded } from '../../model/fold.ts'
import { rowChoices } from '../../query/rows/row-choices.ts'
import type { RowColumn } from '../../query/rows/row-columns.ts'
import { readRowValues, rowValuesSql } from '../../query/rows-query.ts'
import type { Room } from '../answer/room.ts'
import { useAsked } from '../answer/use-asked.ts'
import { FailurePanel } from '../page/failure-panel.tsx'
import styles from './row-filter-field.module.css'
import { valueLabel } from './row-filter-words.ts'
import { rowNumber } from './row-text.ts'

interface RowValueChoiceProps {
  readonly room: Room
  readonly column: RowColumn
  readonly chosen: readonly string[]
  /** Codes joined as links have them. */
  onChoose(text: string): void
}

/** So many values are shown; the others are found by typing. */
const FEW = 60

/** The values that a column has among the rows that everything else keeps, with how many rows have each; searched without marks. */
export function RowValueChoice({ room, column, chosen, onChoose }: RowValueChoiceProps) {
  const { view, dataset, words, language } = room
  const [query, setQuery] = useState('')
  const asked = useAsked(room, rowValuesSql(view, dataset, column.id), readRowValues)
  if (asked.error) return <FailurePanel error={asked.error} words={words} keeps onRetry={asked.retry} />
  if (!asked.data) {
    return (
      <p role="status" data-waiting="true">
        {words.chrome.asking}
      </p>
    )
  }
  const known = new Map(rowChoices(column.id, dataset, language).map((choice) => [choice.code, choice]))
  const counts = new Map(asked.data.map(({ code, n }) => [code, n]))
  // What is on stays in sight, also where nothing is left of it.
  const codes = [...new Set([...chosen, ...counts.keys()])]
  const items = codes.map((code) => {
    const label = valueLabel(column, code, known.get(code)?.label, room)
    return { code, label, find: `${label} ${known.get(code)?.find ?? ''}`, n: counts.get(code) ?? 0 }
  })
  const found = query.trim() === '' ? items : items.filter(({ find }) => matchesFolded(find, query))
  const toggle = (code: string) =>
    onChoose((chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]).join('.'))
  return (
    <>
      {items.length > 8 && (
        <label className={styles.words}>
          <span>{words.rows.findValue}</span>
          <input type="search" value={query} onChange={(event) => setQuery(event.target.value)} />
        </label>
      )}
      <ul className={styles.values}>
        {found.slice(0, FEW).map(({ code, label, n }) => (
          <li key={code}>
            <label>
              <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
              <span>{label}</span>
              <span className={styles.n}>{rowNumber(n, language)}</span>
            </label>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={styles.quiet}>{words.rows.noValue}</p>}
      {found.length > FEW && <p className={styles.quiet}>{words.rows.moreValues(found.length - FEW)}</p>}
    </>
  )
}
