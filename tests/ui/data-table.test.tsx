import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { TableModel, TableRow } from '../../src/charts/parts/table-row.ts'
import type { View } from '../../src/model/view.ts'
import { DataTable } from '../../src/ui/data-table.tsx'
import { figure } from '../support/figure.ts'
import { renderRoom } from '../support/room.tsx'

function row(place: string, value: number | null, number = String(value)): TableRow {
  const words = { indicator: 'Nguồn tin', kind: '', unit: 'tin', time: 'năm 2024', scope: '', state: '' }
  const compared = { base: '', change: '', percent: '', cells: {} }
  return { id: place, place, number, value, ...words, ...compared, figure: number === '…' ? null : figure({ value }) }
}

const columns: TableModel['columns'] = [
  { id: 'place', label: 'Địa phương', numeric: false },
  { id: 'number', label: 'Số liệu', numeric: true },
  { id: 'state', label: 'Tình trạng', numeric: false },
]

/** Neither the order of the code points nor that of the numbers as text. */
const rows = [
  row('Đà Nẵng', 8968, '8.968'),
  row('An Giang', null, 'hàng trăm'),
  row('Điện Biên', 120),
  row('Dĩ An', 0),
  row('Bắc Ninh', null, '…'),
  row('Đắk Lắk', -3),
  row('Ân Thi', 2127, '2.127'),
]

function open(view: Partial<View> = {}) {
  const model = { columns, rows }
  return renderRoom((room) => <DataTable room={room} model={model} label="Bảng số" />, { view })
}

const places = () => bodyRows().map((line) => within(line).getAllByRole('cell')[0]?.textContent)
const numbers = () => bodyRows().map((line) => within(line).getAllByRole('cell')[1]?.textContent)
const bodyRows = () => screen.getAllByRole('row').slice(1)
const header = (name: string) => screen.getByRole('columnheader', { name })
const sorts = () => screen.getAllByRole('columnheader').map((head) => head.getAttribute('aria-sort'))

describe('sorting by number', () => {
  it('goes by value, with words and nothing last', () => {
    open({ sort: 'number' })
    expect(numbers()).toEqual(['-3', '0', '120', '2.127', '8.968', 'hàng trăm', '…'])
    expect(sorts()).toEqual(['none', 'ascending', 'none'])
  })

  it('keeps words and nothing last the other way round', () => {
    open({ sort: '-number' })
    expect(numbers()).toEqual(['8.968', '2.127', '120', '0', '-3', 'hàng trăm', '…'])
    expect(sorts()).toEqual(['none', 'descending', 'none'])
  })
})

describe('sorting by place', () => {
  const order = ['An Giang', 'Ân Thi', 'Bắc Ninh', 'Dĩ An', 'Đà Nẵng', 'Đắk Lắk', 'Điện Biên']

  it('goes by the Vietnamese alphabet: đ comes after every d', () => {
    open({ sort: 'place' })
    expect(places()).toEqual(order)
  })

  it('and back', () => {
    open({ sort: '-place' })
    expect(places()).toEqual([...order].reverse())
  })
})

describe('the sort', () => {
  it('is written into the view: up, down, none', async () => {
    const { user, view } = open()
    expect(sorts()).toEqual(['none', 'none', 'none'])
    const button = within(header('Số liệu')).getByRole('button')
    await user.click(button)
    expect([view().sort, sorts()]).toEqual(['number', ['none', 'ascending', 'none']])
    await user.click(button)
    expect([view().sort, sorts()]).toEqual(['-number', ['none', 'descending', 'none']])
    await user.click(button)
    expect([view().sort, sorts()]).toEqual([null, ['none', 'none', 'none']])
    expect(places()).toEqual(rows.map((one) => one.place))
  })

  it('goes over to another column', async () => {
    const { user, view } = open({ sort: '-number' })
    await user.click(within(header('Địa phương')).getByRole('button'))
    expect([view().sort, sorts()]).toEqual(['place', ['ascending', 'none', 'none']])
  })

  it('of a column that is not there is passed over', () => {
    open({ sort: '-value' })
    expect([places(), sorts()]).toEqual([rows.map((one) => one.place), ['none', 'none', 'none']])
  })
})

describe('the table', () => {
  it('has a name, can be reached by keyboard, and its headers say what they head', async () => {
    const { user } = open()
    const region = screen.getByRole('region', { name: 'Bảng số' })
    await user.tab()
    expect(region).toHaveFocus()
    expect(screen.getAllByRole('columnheader').map((head) => head.getAttribute('scope'))).toEqual(['col', 'col', 'col'])
  })

  it('opens the grounds of a number; where there is none there is no button', async () => {
    const { user, asked } = open()
    const [first, , , , silent] = bodyRows()
    await user.click(within(first as HTMLElement).getByRole('button', { name: /^8\.968/ }))
    expect(asked.map((one) => one.figure)).toEqual([rows[0]?.figure])
    expect(within(silent as HTMLElement).queryByRole('button')).toBeNull()
    expect(silent).toHaveTextContent('…')
  })
})
