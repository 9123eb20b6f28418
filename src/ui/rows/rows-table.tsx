import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { OpenDataset } from '../../data/open-dataset.ts'
import { ROW_COLUMNS, type RowColumnId } from '../../query/rows/row-columns.ts'
import type { Room } from '../answer/room.ts'
import { type PlannedHead, usePlannedColumns } from '../chart/table-columns.ts'
import { FilterPopover } from '../filters/filter-popover.tsx'
import { usePrinting } from '../page/use-printing.ts'
import { type RowWords, rowText } from './row-text.ts'
import styles from './rows-table.module.css'
import type { Rows } from './use-rows.ts'
import { useVirtualRows } from './use-virtual-rows.ts'

interface RowsTableProps {
  readonly room: Room
  readonly opened: OpenDataset
  readonly rows: Rows
  readonly numbers: readonly number[]
  readonly columns: readonly RowColumnId[]
  /** The row that is read in full: it is brought into sight. */
  readonly open: number | null
  onOpen(index: number): void
  onSeen(seen: { readonly from: number; readonly to: number }): void
}

/** A row of one or two lines, until it is measured; a card of a phone is higher. */
const GUESS = 62
const CARD_GUESS = 150
const HEAD = 48

/** Rows in a box that scrolls; of many rows only those inside it are in the page. Arrow keys move, Enter opens. */
export function RowsTable({ room, opened, rows, numbers, columns, open, onOpen, onSeen }: RowsTableProps) {
  const { words, view, setView, dataset, language } = room
  const box = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const isNarrow = typeof matchMedia === 'function' && matchMedia('(max-width: 640px)').matches
  const virtual = useVirtualRows(numbers.length, box, isNarrow ? CARD_GUESS : GUESS, isNarrow ? 0 : HEAD)
  const heads = usePlannedColumns(PLAN, columns, PINNED, view.sort, (sort) => setView({ sort }))
  const printing = usePrinting()
  const { first, last, drawn } = virtual
  const [from, to] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0]
  const { look } = rows
  useEffect(() => look(from, to), [look, from, to])
  useEffect(() => onSeen({ from: first, to: last }), [onSeen, first, last])
  const { scrollTo } = virtual
  const go = (index: number) => {
    const next = Math.max(0, Math.min(numbers.length - 1, index))
    setActive(next)
    scrollTo(next)
  }
  const bring = useRef(scrollTo)
  bring.current = scrollTo
  // Another order, or other rows, begin at their top; the heads stay, with what is open at them.
  const shown = useRef(numbers)
  useEffect(() => {
    if (shown.current === numbers) return
    shown.current = numbers
    setActive(0)
    bring.current(0)
  }, [numbers])
  useEffect(() => {
    if (open === null) return
    setActive(open)
    bring.current(open)
  }, [open])
  const moved = useRef(false)
  useEffect(() => {
    // A row that was far away is drawn only after the box was moved.
    if (moved.current && active >= from && active <= to) {
      moved.current = false
      box.current?.querySelector<HTMLElement>(`[data-index="${active}"] button`)?.focus({ preventScroll: true })
    }
  }, [active, from, to])
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.closest('tbody')) return
    const step = STEPS[event.key]?.(active, Math.max(1, last - first), numbers.length)
    if (step === undefined) return
    event.preventDefault()
    moved.current = true
    go(step)
  }
  const texts: RowWords = { dataset, words, language, files: opened.files }
  // The tab key reaches the row that is in sight, also after the box was moved by hand.
  const tabbed = active >= from && active <= to ? active : first
  return (
    <>
      <div ref={box} className={styles.box} data-waiting={rows.waiting}>
        <table
          aria-label={words.rows.title}
          className={styles.table}
          data-usual={view.rowColumns.length === 0}
          aria-rowcount={numbers.length + 1}
          aria-colcount={columns.length}
        >
          <colgroup>
            {heads.map(({ id, width }) => (
              <col key={id} style={{ width }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {heads.map((head) => (
                <RowsHead key={head.id} room={room} head={head} />
              ))}
            </tr>
          </thead>
          <tbody onKeyDown={onKeyDown}>
            {virtual.above > 0 && !printing && <Blank height={virtual.above} columns={heads.length} />}
            {drawn.map(({ index, measure }) => (
              <RowsLine
                key={index}
                {...{ index, heads, texts, measure }}
                row={rows.at(index)}
                isTabbed={index === tabbed}
                onOpen={() => {
                  setActive(index)
                  onOpen(index)
                }}
              />
            ))}
            {virtual.below > 0 && !printing && <Blank height={virtual.below} columns={heads.length} />}
          </tbody>
        </table>
      </div>
      {drawn.length < numbers.length && <p className={styles.onPaper}>{words.rows.printedPart(numbers.length)}</p>}
    </>
  )
}

const STEPS: Readonly<Record<string, (active: number, page: number, count: number) => number>> = {
  ArrowDown: (active) => active + 1,
  ArrowUp: (active) => active - 1,
  PageDown: (active, page) => active + page,
  PageUp: (active, page) => active - page,
  Home: () => 0,
  End: (_, __, count) => count - 1,
}

function Blank({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row has no focus
    <tr aria-hidden="true" className={styles.blank} style={{ height }}>
      <td colSpan={columns} />
    </tr>
  )
}

interface RowsHeadProps {
  readonly room: Room
  readonly head: PlannedHead
}

function RowsHead({ room, head: { id, sorted, left, toggle } }: RowsHeadProps) {
  const column = ROW_COLUMNS.find((one) => one.id === id)
  if (!column) return null
  const label = room.words.rows.columns[column.id]
  return (
    <th
      scope="col"
      aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
      data-column={id}
      data-pinned={left !== null}
      style={left === null ? undefined : { left }}
    >
      <span className={styles.head}>
        <button type="button" className={styles.sort} onClick={toggle}>
          {label}
          {sorted === 'asc' && <ArrowUp size={14} aria-hidden="true" />}
          {sorted === 'desc' && <ArrowDown size={14} aria-hidden="true" />}
        </button>
        <FilterPopover room={room} column={column} />
      </span>
    </th>
  )
}

interface RowsLineProps {
  readonly index: number
  readonly row: ReturnType<Rows['at']>
  readonly heads: readonly PlannedHead[]
  readonly texts: RowWords
  readonly isTabbed: boolean
  measure(element: HTMLElement | null): void
  onOpen(): void
}

function RowsLine({ index, row, heads, texts, isTabbed, measure, onOpen }: RowsLineProps) {
  const { rows } = texts.words
  if (!row) {
    return (
      <tr data-index={index} aria-rowindex={index + 2} className={styles.pending}>
        <td colSpan={heads.length}>{rows.loading}</td>
      </tr>
    )
  }
  const opening = rows.open([rowText('place', row, texts).main, rowText('number', row, texts).main].join(', '))
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} data-row={row.row} onClick={onOpen}>
      {heads.map(({ id, left }, nth) => {
        const { main, sub } = rowText(id as RowColumnId, row, texts)
        return (
          <td
            key={id}
            data-column={id}
            data-pinned={left !== null}
            data-empty={main === ''}
            style={left === null ? undefined : { left }}
            lang={QUOTED.includes(id) ? 'vi' : undefined}
          >
            {nth === 0 ? (
              <button type="button" className={styles.open} tabIndex={isTabbed ? 0 : -1} aria-label={opening}>
                {main}
              </button>
            ) : (
              main
            )}
            {sub && <span className={styles.sub}>{sub}</span>}
          </td>
        )
      })}
    </tr>
  )
}

/** Texts of the reports, in their own language. */
const QUOTED: readonly string[] = ['printed', 'covers', 'locator', 'source']

const WIDTHS: Readonly<Partial<Record<RowColumnId, number>>> = {
  place: 124,
  indicator: 212,
  part: 116,
  number: 128,
  time: 184,
  covers: 168,
  source: 128,
  line: 88,
  list: 176,
  note: 280,
  verify: 240,
}

const PLAN = ROW_COLUMNS.map(({ id }) => ({ id, width: WIDTHS[id] ?? 152 }))
const PINNED: readonly RowColumnId[] = ['place', 'indicator']
