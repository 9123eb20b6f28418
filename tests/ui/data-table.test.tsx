import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { TableModel, TableRow } from '../../src/charts/table/table-row.ts'
import type { View } from '../../src/model/view.ts'
import { DataTable } from '../../src/ui/chart/data-table.tsx'
import { figure } from '../support/figure.ts'
import { renderRoom } from '../support/room.tsx'

function row(place: string, value: number | null, number = String(value)): TableRow {
  const words = { indicator: 'Nguồn tin', kind: '', unit: 'tin', time: 'năm 2024', scope: '', state: '' }
  const compared = { base: '', change: '', percent: '', cells: {} }
  const shown = number === '…' ? null : figure({ value })
  return { id: place, place, number, value, ...words, ...compared, figure: shown, stateCode: shown?.state ?? 'not_mentioned' }
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

describe('what a view compares with', () => {
  const further: TableModel['columns'] = [
    ...columns.slice(0, 2),
    { id: 'base', label: 'Kỳ trước', numeric: true },
    { id: 'change', label: 'Tăng, giảm', numeric: true },
    { id: 'percent', label: 'Tăng, giảm (%)', numeric: true },
  ]
  const compared = (place: string, value: number, percent: number | null): TableRow => {
    const shown = percent === null ? null : figure({ value: percent, unit: 'percent', terms: [1, 2] })
    const text = percent === null ? 'kỳ trước bằng 0' : `${percent}%`
    return {
      ...row(place, value),
      base: '100',
      percent: text,
      cells: { base: { value: 100, figure: null }, percent: { value: percent, figure: shown } },
    }
  }
  const model = {
    columns: further,
    rows: [compared('Ân Thi', 5, 20), compared('Bắc Ninh', 9, null), compared('Dĩ An', 1, -9), compared('Đắk Lắk', 3, 100)],
  }
  const openCompared = (view: Partial<View>) =>
    renderRoom((room) => <DataTable room={room} model={model} label="Bảng số" />, { view })

  it('sorts by change, and what has none stands last both ways', () => {
    openCompared({ sort: '-percent' })
    expect(places()).toEqual(['Đắk Lắk', 'Ân Thi', 'Dĩ An', 'Bắc Ninh'])
  })

  it('sorts the other way round', () => {
    openCompared({ sort: 'percent' })
    expect(places()).toEqual(['Dĩ An', 'Ân Thi', 'Đắk Lắk', 'Bắc Ninh'])
  })

  it('opens the grounds of the change, not of the number beside it', async () => {
    const { user, asked } = openCompared({ sort: 'place' })
    await user.click(screen.getByRole('button', { name: /20%/ }))
    expect(asked.map((one) => one.figure.unit)).toEqual(['percent'])
    // What has no figure behind it is text.
    expect(screen.queryByRole('button', { name: /kỳ trước bằng 0/ })).toBeNull()
  })
})
