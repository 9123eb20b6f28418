import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, test } from 'vitest'
import type { OpenDataset } from '../../src/data/open-dataset.ts'
import { Failure } from '../../src/model/failure.ts'
import type { ResultSet } from '../../src/model/result-set.ts'
import type { Room } from '../../src/ui/answer/room.ts'
import { TabBar } from '../../src/ui/page/tab-bar.tsx'
import { RowsScreen } from '../../src/ui/rows/rows-screen.tsx'
import { type FakeAnswer, fakeDatabase, HANGS } from '../support/fake-database.ts'
import { layOut, type RoomOptions, renderRoom } from '../support/room.tsx'
import { smallDataset } from '../support/small-dataset.ts'

beforeAll(() => {
  layOut()
  // Rows are drawn where they have a place, and jsdom gives none.
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 600 })
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, get: () => 1000 })
})

/** Of many rows, those with these numbers, as the engine has them. */
function rowsOf(numbers: readonly number[]): ResultSet {
  const all = (cell: string | number) => numbers.map(() => cell)
  return {
    length: numbers.length,
    columns: {
      row: numbers,
      file: all(0),
      line: numbers.map((row) => row + 2),
      observation_id: numbers.map((row) => `R-${row}`),
      place: all('63:36'),
      indicator_code: all('nowhere_known'),
      breakdown_key: all(''),
      breakdown_value: all(''),
      printed: numbers.map((row) => (row === 1 ? 'hàng trăm nguồn tin' : '8.968 tin')),
      value: numbers.map((row) => (row === 1 ? null : 8968)),
      unit: all('tip'),
      unit_level: all('tinh'),
      scope_vi: numbers.map((row) => (row === 1 ? 'chỉ thị xã Duy Tiên' : '')),
      scope_en: numbers.map((row) => (row === 1 ? 'Duy Tiên town only' : '')),
      unit_name: all('Công an tỉnh'),
      source_id: all('A'),
      locator: all('đoạn 4'),
      period_start: all('2024-01-01'),
      period_end: all('2024-12-31'),
      period_basis: all('stated'),
      duration_stated: all(''),
      qualifier: numbers.map((row) => (row === 2 ? 'at_least' : 'exact')),
      status: all('reported'),
      ...{ period_note_vi: all(''), period_note_en: all(''), verify_vi: all(''), verify_en: all('') },
      note_vi: all('Ghi chú của dòng.'),
      note_en: all('Note of the row.'),
    },
  }
}

const REJECTS: ResultSet = {
  length: 1,
  columns: { line: [5], column: ['value'], text: ['3,2 tỷ'], reason: ['not_a_number'] },
}

/** `n` rows are kept, whatever is asked; where a question has a word of `answers`, it is answered so. */
function engine(n: number, answers: Readonly<Record<string, FakeAnswer>> = {}) {
  return fakeDatabase({
    query: (sql) => {
      const own = Object.keys(answers).find((word) => sql.includes(word))
      if (own) return answers[own] as FakeAnswer
      if (sql.includes('.reject')) return REJECTS
      if (sql.includes('observation_id,')) return rowsOf(askedNumbers(sql))
      return { length: n, columns: { row: Array.from({ length: n }, (_, at) => at) } }
    },
  })
}

function askedNumbers(sql: string): number[] {
  const [, from = '0', to = '0'] = /BETWEEN (\d+) AND (\d+)/.exec(sql) ?? []
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => Number(from) + at)
}

/** One row of the file was rejected, beside those that are held. */
function openedOf({ dataset }: Room, held: OpenDataset['held'] = []): OpenDataset {
  const { years, latestDay, rhythms, seams } = dataset
  const report = { read: 701, kept: 700, rejected: 1, years, latestDay, rhythms, seams, understood: new Map(), namesRead: [] }
  return { dataset, files: ['small/observations.csv'], report, held, blankLines: 0 }
}

function open(options: RoomOptions = {}, held: OpenDataset['held'] = []) {
  return renderRoom(
    (room) => (
      <main id="main">
        <RowsScreen room={room} opened={openedOf(room, held)} />
      </main>
    ),
    { database: engine(700), ...options },
  )
}

const dataRows = () => screen.getAllByRole('row').filter((row) => row.hasAttribute('data-row'))

describe('the rows', () => {
  test('are shown as reported, a row in words without a number, a bound as one, and how many there are', async () => {
    open()
    expect(await screen.findByText('700 dòng đã nhận')).toBeVisible()
    const [first, second, third] = dataRows()
    expect(first).toHaveTextContent('8.968 tin')
    expect(second).toHaveTextContent('không có số')
    expect(second).toHaveTextContent('chỉ thị xã Duy Tiên')
    expect(third).toHaveTextContent('trên 8.968')
  })

  test('of which only those in sight are in the page, with their places for those who cannot see', async () => {
    open()
    await screen.findByText('700 dòng đã nhận')
    const rows = dataRows()
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.length).toBeLessThan(60)
    expect(rows[4]).toHaveAttribute('aria-rowindex', '6')
    expect(screen.getByRole('table', { name: 'Các dòng số liệu' })).toHaveAttribute('aria-rowcount', '701')
  })

  test('are sorted by a click on a head, which says so, and the link does', async () => {
    const { user, view, database } = open()
    await screen.findByText('700 dòng đã nhận')
    const head = () => screen.getByRole('columnheader', { name: /^Số/ })
    expect(head()).toHaveAttribute('aria-sort', 'none')
    await user.click(screen.getByRole('button', { name: 'Số' }))
    expect(view().sort).toBe('number')
    expect(head()).toHaveAttribute('aria-sort', 'ascending')
    await user.click(screen.getByRole('button', { name: 'Số' }))
    expect(view().sort).toBe('-number')
    expect(database.queries.some((sql) => sql.includes('ORDER BY o.value DESC NULLS LAST, o."row"'))).toBe(true)
  })

  test('open in full by Enter: every column, both languages, where they stand', async () => {
    const { user } = open()
    await screen.findByText('700 dòng đã nhận')
    screen.getAllByRole('button', { name: /^Mở đủ dòng/ })[0]?.focus()
    await user.keyboard('{ArrowDown}')
    await waitFor(() => expect(document.activeElement?.closest('tr')).toHaveAttribute('data-row', '1'))
    await user.keyboard('{Enter}')
    const dialog = await screen.findByRole('dialog', { name: 'Dòng số liệu' })
    expect(dialog).toHaveTextContent('Dòng 2 trong 700 dòng đang xem')
    expect(dialog).toHaveTextContent('hàng trăm nguồn tin')
    expect(dialog).toHaveTextContent('Duy Tiên town only')
    expect(dialog).toHaveTextContent('Note of the row.')
    expect(dialog).toHaveTextContent('R-1')
    expect(dialog).toHaveTextContent('small/observations.csv')
    await user.click(within(dialog).getByRole('button', { name: 'Dòng sau' }))
    expect(await within(dialog).findByText('R-2')).toBeVisible()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('before stay in sight, dimmed, while others are looked for', async () => {
    const { user, database } = open()
    await screen.findByText('700 dòng đã nhận')
    const { query } = database.script
    database.script = { query: (sql, nth) => (sql.includes('ORDER BY') ? HANGS : (query?.(sql, nth) ?? HANGS)) }
    await user.click(screen.getByRole('button', { name: 'Số' }))
    await waitFor(() => expect(screen.getByRole('region', { name: 'Các dòng số liệu' })).toHaveAttribute('data-waiting', 'true'))
    expect(dataRows()[0]).toHaveTextContent('8.968 tin')
  })

  test('that cannot be asked for say so, with a way to try again', async () => {
    const { user, database } = open({ database: engine(700, { 'ORDER BY o."row"': new Failure('query-failed') }) })
    await screen.findByRole('alert')
    database.script = engine(700).script
    await user.click(screen.getByRole('button', { name: 'Thử lại' }))
    expect(await screen.findByText('700 dòng đã nhận')).toBeVisible()
  })
})

describe('what narrows the rows', () => {
  test('is searched for once the writer pauses, shown with its way off', async () => {
    const { user, view } = open()
    await screen.findByText('700 dòng đã nhận')
    await user.type(screen.getByRole('searchbox', { name: 'Tìm trong các dòng' }), 'dak lak')
    await waitFor(() => expect(view().search).toBe('dak lak'))
    await user.click(await screen.findByRole('button', { name: 'Bỏ lọc Tìm: dak lak' }))
    expect(view().search).toBe('')
    expect(screen.getByRole('searchbox', { name: 'Tìm trong các dòng' })).toHaveValue('')
  })

  test('is a choice of the values there are, with their counts', async () => {
    const values: ResultSet = { length: 2, columns: { code: ['o36', 'o84'], n: [1234, 5] } }
    const { user, view } = open({ database: engine(700, { 'AS code': values }) })
    await screen.findByText('700 dòng đã nhận')
    await user.click(screen.getByRole('button', { name: 'Lọc: Địa phương' }))
    const choice = await screen.findByRole('checkbox', { name: /^Nam Định ?1\.234$/ })
    await user.click(choice)
    await user.click(await screen.findByRole('checkbox', { name: /^Trà Vinh ?5$/ }))
    expect(view().rowFilters).toEqual({ place: 'o36.o84' })
    await user.click(screen.getByRole('checkbox', { name: /Nam Định/ }))
    expect(view().rowFilters).toEqual({ place: 'o84' })
    await user.click(screen.getByRole('button', { name: 'Bỏ lọc cột này' }))
    expect(view().rowFilters).toEqual({})
  })

  test('is a range of numbers or times as people write them; what cannot be read is said', async () => {
    const { user, view } = open()
    await screen.findByText('700 dòng đã nhận')
    await user.click(screen.getByRole('button', { name: 'Lọc: Số' }))
    await user.type(await screen.findByRole('searchbox', { name: 'Từ' }), '1.234,5')
    await waitFor(() => expect(view().rowFilters).toEqual({ number: 'from-1234.5' }))
    await user.type(screen.getByRole('searchbox', { name: 'Đến' }), 'nhiều')
    expect(await screen.findByText('Chưa đọc được số này.')).toBeVisible()
    expect(view().rowFilters).toEqual({ number: 'from-1234.5' })
    await user.keyboard('{Escape}')
    await user.click(screen.getByRole('button', { name: 'Lọc: Thời gian' }))
    await user.type(await screen.findByRole('searchbox', { name: 'Từ' }), '6/2024')
    await waitFor(() => expect(view().rowFilters.time).toBe('from-2024-06'))
    await user.click(screen.getByRole('checkbox', { name: 'Chỉ dòng không ghi thời gian' }))
    expect(view().rowFilters.time).toBe('none')
  })

  test('is named where it empties the table, with how many rows there are without it', async () => {
    const counts: ResultSet = { length: 2, columns: { key: ['q', 'r.printed'], n: [0, 17] } }
    const none: ResultSet = { length: 0, columns: { row: [] } }
    const { user, view } = open({
      view: { search: 'nam', rowFilters: { printed: 'zzz' } },
      database: engine(0, { 'AS "key"': counts, 'ORDER BY o."row"': none }),
    })
    expect(await screen.findByText('0 dòng trong 700 dòng đã nhận')).toBeVisible()
    const lift = await screen.findByRole('button', { name: 'Bỏ lọc Nguyên văn: “zzz” (còn 17 dòng)' })
    expect(screen.queryByRole('button', { name: /Tìm: nam \(còn/ })).toBeNull()
    lift.focus()
    await user.keyboard('{Enter}')
    expect(view()).toMatchObject({ search: 'nam', rowFilters: {} })
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  })

  test('leaves the focus on the next chip, on the last one, then on the heading', async () => {
    const { user, view } = open({ view: { search: 'nam', rowFilters: { printed: 'a', note: 'b' } } })
    await screen.findByText('700 dòng đã nhận')
    const chips = () => within(screen.getByRole('list', { name: 'Lọc theo cột' })).getAllByRole('button', { name: /^Bỏ lọc / })
    const names = chips().map((chip) => chip.getAttribute('aria-label'))
    expect(names).toHaveLength(3)
    const focused = () => document.activeElement?.getAttribute('aria-label')
    chips()[0]?.focus()
    await user.keyboard('{Enter}')
    expect(focused()).toBe(names[1])
    await user.tab()
    await user.keyboard(' ')
    expect(focused()).toBe(names[1])
    await user.keyboard('{Enter}')
    expect(view()).toMatchObject({ search: '', rowFilters: {} })
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  })

  test('stands beside the columns that are shown, which the link remembers', async () => {
    const { user, view } = open({ view: { rowColumns: ['place', 'number'] } })
    await screen.findByText('700 dòng đã nhận')
    expect(screen.getAllByRole('columnheader')).toHaveLength(2 + 4)
    await user.click(screen.getByRole('button', { name: 'Chọn cột' }))
    await user.click(await screen.findByRole('checkbox', { name: 'Ghi chú' }))
    expect(view().rowColumns).toEqual(['place', 'number', 'note'])
    await user.click(screen.getByRole('button', { name: 'Các cột thường dùng' }))
    expect(view().rowColumns).toEqual([])
  })
})

test('what was not accepted is listed by line with column, text and reason, cut records among them', async () => {
  const held = [{ file: 0, line: 3, reason: 'field-count' as const, fields: 4, expected: 31, text: 'a;b' }]
  open({}, held)
  const heading = await screen.findByRole('heading', { name: 'Dòng chưa nhận: 2' })
  const table = within(heading.parentElement as HTMLElement).getByRole('table')
  const lines = within(table).getAllByRole('row').slice(1)
  expect(lines.map((line) => line.firstElementChild?.textContent)).toEqual(['3', '5'])
  expect(lines[0]).toHaveTextContent('4/31 ô')
  expect(lines[1]).toHaveTextContent('3,2 tỷ')
  expect(lines[1]).toHaveTextContent('không phải số')
})

test('a row with several faults is one row with all of them; a text that is nearly a code has the one that was meant', async () => {
  const all = <T,>(cell: T) => [cell, cell, cell]
  const faults: ResultSet = {
    length: 3,
    columns: {
      ...{ file: all(0), line: all(5), column: ['province_code', 'unit', 'value'], text: ['Ha Noii', '', '8.968'] },
      ...{ reason: ['unknown_code', 'unknown_code', 'point_in_number'], near_code: ['01', null, null] },
      ...{ near_vi: ['Hà Nội', null, null], near_en: ['Ha Noi', null, null] },
    },
  }
  const own = { ...smallDataset, id: 'local', localFile: '1-00000000' }
  open({ database: engine(700, { '.reject': faults }), dataset: own })
  const heading = await screen.findByRole('heading', { name: 'Dòng chưa nhận: 1' })
  const section = within(heading.parentElement as HTMLElement)
  const cells = within(section.getByRole('table')).getAllByRole('cell')
  expect(cells.map((cell) => cell.textContent)).toEqual([
    ...['5', 'Mã tỉnh (province_code)', 'Ha Noii', 'mã không có trong bảng mã; có phải 01 (Hà Nội)?'],
    ...['Đơn vị tính (unit)', '', 'ô để trống mà không suy ra được'],
    ...['Số liệu (value)', '8.968', expect.stringMatching(/^có dấu chấm/)],
  ])
  expect(cells[0]).toHaveAttribute('rowspan', '3')
  expect(section.getByRole('link')).toHaveAttribute('href', expect.stringMatching(/templates\/bang-ma\.csv$/))
})

test('tabs say which screen is open and write it into the view', async () => {
  const { user, view } = renderRoom((room) => <TabBar room={room} />)
  expect(screen.getByRole('button', { name: 'Tổng quan' })).toHaveAttribute('aria-current', 'page')
  await user.click(screen.getByRole('button', { name: 'Số liệu chi tiết' }))
  expect(view().tab).toBe('rows')
  expect(screen.getByRole('button', { name: 'Số liệu chi tiết' })).toHaveAttribute('aria-current', 'page')
})
