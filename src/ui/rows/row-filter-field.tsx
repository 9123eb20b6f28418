import { useEffect, useId, useRef, useState } from 'react'
import { readTypedEdge } from '../../model/typed-edge.ts'
import type { RowColumn } from '../../query/rows/row-columns.ts'
import { type RowFilter, readRowFilter, writeRowFilter } from '../../query/rows/row-filter.ts'
import type { Room } from '../answer/room.ts'
import styles from './row-filter-field.module.css'
import { RowValueChoice } from './row-value-choice.tsx'

interface FieldProps {
  readonly room: Room
  readonly column: RowColumn
}

/** What narrows one column: words, values there are with their counts, or from–to. */
export function RowFilterField({ room, column }: FieldProps) {
  const { view, words, setView } = room
  const text = view.rowFilters[column.id] ?? ''
  const filter = readRowFilter(column, text)
  const set = (next: string) => setView({ rowFilters: { ...view.rowFilters, [column.id]: next } })
  return (
    <div className={styles.field} data-filter={column.id}>
      {column.kind === 'text' && <WordsField label={words.rows.contains} text={text} onText={set} />}
      {column.kind === 'choice' && (
        <RowValueChoice room={room} column={column} chosen={filter?.kind === 'choice' ? filter.codes : []} onChoose={set} />
      )}
      {(column.kind === 'number' || column.kind === 'time') && (
        <RangeField room={room} column={column} filter={filter} onChange={(next) => set(writeRowFilter(next))} />
      )}
      {text !== '' && (
        <button type="button" className={styles.clear} onClick={() => set('')}>
          {words.rows.clear}
        </button>
      )}
    </div>
  )
}

/** Somebody who types is not answered after every letter. */
const PAUSE = 250

interface WordsFieldProps {
  readonly label: string
  readonly text: string
  readonly hint?: string
  readonly problem?: string
  onText(text: string): void
}

/** A field whose text is taken over once its writer pauses; what changes it from outside is shown. */
export function WordsField({ label, text, hint, problem, onText }: WordsFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState(text)
  const told = useRef(text)
  if (told.current !== text) {
    told.current = text
    setTyped(text)
  }
  const tell = useRef(onText)
  tell.current = onText
  useEffect(() => {
    if (typed === told.current) return
    const pause = setTimeout(() => {
      told.current = typed
      tell.current(typed)
    }, PAUSE)
    return () => clearTimeout(pause)
  }, [typed])
  return (
    <label className={styles.words}>
      <span>{label}</span>
      <input
        type="search"
        value={typed}
        placeholder={hint}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? id : undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
      {problem && (
        <span id={id} role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </label>
  )
}

interface RangeFieldProps extends FieldProps {
  readonly filter: RowFilter | null
  onChange(filter: RowFilter): void
}

function RangeField({ room: { words }, column, filter, onChange }: RangeFieldProps) {
  const say = words.rows
  const isTime = column.kind === 'time'
  const bounds = filter?.kind === 'number' || filter?.kind === 'time' ? filter : { from: null, to: null }
  const [unread, setUnread] = useState<{ readonly from: string; readonly to: string }>({ from: '', to: '' })
  const read = (text: string) => (isTime ? readTypedEdge(text) : readNumber(text))
  const change = (side: 'from' | 'to') => (text: string) => {
    const value = text.trim() === '' ? null : read(text)
    const isUnread = value === null && text.trim() !== ''
    setUnread({ ...unread, [side]: isUnread ? text : '' })
    if (!isUnread) onChange({ kind: isTime ? 'time' : 'number', from: bounds.from, to: bounds.to, [side]: value } as RowFilter)
  }
  const problem = isTime ? say.edgeUnread : say.numberUnread
  const field = (side: 'from' | 'to') => (
    <WordsField
      label={say[side]}
      text={unread[side] || shown(bounds[side])}
      {...(isTime ? { hint: say.edgeHint } : {})}
      {...(unread[side] === '' ? {} : { problem })}
      onText={change(side)}
    />
  )
  return (
    <>
      <div className={styles.range}>
        {field('from')}
        {field('to')}
      </div>
      {column.id !== 'line' && (
        <label className={styles.only}>
          <input
            type="checkbox"
            checked={filter?.kind === 'none'}
            onChange={(event) =>
              onChange(event.target.checked ? { kind: 'none' } : { kind: isTime ? 'time' : 'number', from: null, to: null })
            }
          />
          {isTime ? say.onlyNoTime : say.onlyNoNumber}
        </label>
      )}
    </>
  )
}

function shown(bound: string | number | null): string {
  return bound === null ? '' : String(bound).replace('.', ',')
}

/** `1.234,5` and `1234.5`: marks between thousands are those that stand before three digits. */
function readNumber(text: string): number | null {
  const plain = text.replace(/\s/g, '')
  // Thousands in groups of three, with a point or a comma between them; a number below one has none.
  if (/^-?[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/.test(plain)) return Number(plain.replace(/[.,]/g, ''))
  if (/^-?[1-9]\d{0,2}(?:\.\d{3})+,\d+$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'))
  const decimal = plain.replace(',', '.')
  return /^-?\d+(?:\.\d+)?$/.test(decimal) ? Number(decimal) : null
}
