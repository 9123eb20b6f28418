import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { OpenDataset } from '../../src/data/open-dataset.ts'
import type { ResultSet } from '../../src/model/result-set.ts'
import type { Room } from '../../src/ui/room.ts'
import { RowsScreen } from '../../src/ui/rows-screen.tsx'
import { TabBar } from '../../src/ui/tab-bar.tsx'
import { fakeDatabase } from '../support/fake-database.ts'
import { renderRoom } from '../support/room.tsx'

const ROWS: ResultSet = {
  length: 2,
  columns: {
    row: [0, 1],
    line: [2, 7],
    place: ['63:36', '63:36'],
    indicator_code: ['nowhere_known', 'nowhere_known'],
    breakdown_key: ['', ''],
    breakdown_value: ['', ''],
    printed: ['8.968 tin', 'hàng trăm nguồn tin'],
    value: [8968, null],
    unit: ['tip', 'tip'],
    scope_vi: ['', 'chỉ thị xã Duy Tiên'],
    scope_en: ['', 'Duy Tiên town only'],
    unit_name: ['Công an tỉnh', 'Công an thị xã'],
    source_id: ['S9', 'S9'],
    locator: ['đoạn 2', 'đoạn 4'],
    all_rows: [700, 700],
  },
}

const REJECTS: ResultSet = {
  length: 1,
  columns: { line: [5], column: ['value'], text: ['3,2 tỷ'], reason: ['not_a_number'] },
}

const answering = () => fakeDatabase({ query: (sql) => (sql.includes('.reject') ? REJECTS : ROWS) })

/** One row of the file was rejected, beside those that are held. */
function openedOf({ dataset }: Room, held: OpenDataset['held'] = []): OpenDataset {
  const { years, latestDay, rhythms, seams } = dataset
  const report = { read: 701, kept: 700, rejected: 1, years, latestDay, rhythms, seams, understood: new Map() }
  return { dataset, files: ['small/observations.csv'], report, held }
}

test('rows are shown as reported, a row in words without a number, and how many of how many', async () => {
  renderRoom((room) => <RowsScreen room={room} opened={openedOf(room)} />, { database: answering() })
  expect(await screen.findByRole('heading', { name: '2 dòng đầu trong 700 dòng đã nhận' })).toBeVisible()
  const [first, second] = screen.getAllByRole('row').slice(1)
  expect(first).toHaveTextContent('8.968 tin')
  expect(first).toHaveTextContent('8.968')
  expect(second).toHaveTextContent('không có số')
  expect(second).toHaveTextContent('chỉ thị xã Duy Tiên')
  expect(second).toHaveTextContent('đoạn 4')
})

test('what was not accepted is listed by line with column, text and reason, cut records among them', async () => {
  const held = [{ file: 0, line: 3, reason: 'field-count' as const, fields: 4, expected: 31, text: 'a;b' }]
  renderRoom((room) => <RowsScreen room={room} opened={openedOf(room, held)} />, { database: answering() })
  const heading = await screen.findByRole('heading', { name: 'Dòng chưa nhận: 2' })
  const table = within(heading.parentElement as HTMLElement).getByRole('table')
  const lines = within(table).getAllByRole('row').slice(1)
  expect(lines.map((line) => line.firstElementChild?.textContent)).toEqual(['3', '5'])
  expect(lines[0]).toHaveTextContent('4/31 ô')
  expect(lines[1]).toHaveTextContent('3,2 tỷ')
  expect(lines[1]).toHaveTextContent('không phải số')
})

test('tabs say which screen is open and write it into the view', async () => {
  const { user, view } = renderRoom((room) => <TabBar room={room} />)
  expect(screen.getByRole('button', { name: 'Tổng quan' })).toHaveAttribute('aria-current', 'page')
  await user.click(screen.getByRole('button', { name: 'Số liệu chi tiết' }))
  expect(view().tab).toBe('rows')
  expect(screen.getByRole('button', { name: 'Số liệu chi tiết' })).toHaveAttribute('aria-current', 'page')
})
