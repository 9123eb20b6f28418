import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ROW_COLUMNS, type RowColumn, rowColumn } from '../../src/query/rows/row-columns.ts'
import { type RowFilter, readRowFilter, writeRowFilter } from '../../src/query/rows/row-filter.ts'

const columnOf = (id: string) => rowColumn(id) as RowColumn

const bound = fc.option(fc.oneof(fc.integer(), fc.constantFrom(0.5, -1.25, 8968)))
const year = fc.option(fc.constantFrom('2019', '2020-Q2', '2024-06'))
const filters: Readonly<Record<RowColumn['kind'], fc.Arbitrary<RowFilter>>> = {
  text: fc.string().map((words) => ({ kind: 'text', words })),
  choice: fc
    .uniqueArray(fc.constantFrom('o36', 'n01', '~', 'tip_kind~valuable', '~3', 'S000'), { minLength: 1 })
    .map((codes) => ({ kind: 'choice', codes })),
  number: fc.oneof(
    fc.constant<RowFilter>({ kind: 'none' }),
    fc.tuple(bound, bound).map(([from, to]): RowFilter => ({ kind: 'number', from, to })),
  ),
  time: fc.oneof(
    fc.constant<RowFilter>({ kind: 'none' }),
    fc.tuple(year, fc.option(fc.constantFrom('2024-06', '2025'))).map(([from, to]): RowFilter => ({ kind: 'time', from, to })),
  ),
}

test.each(ROW_COLUMNS)('a filter of $id that is written is read again', (column) => {
  fc.assert(
    fc.property(filters[column.kind], (filter) => {
      const text = writeRowFilter(filter)
      if (text !== '') expect(readRowFilter(column, text)).toEqual(filter)
      else expect(filter).not.toMatchObject({ kind: 'none' })
    }),
  )
})

describe('what is no filter of its column is none', () => {
  test.each([
    ['number', '1e9'],
    ['number', '5..'],
    ['number', 'from-'],
    ['time', 'report'],
    ['time', 'all'],
    ['time', 'last12m'],
    ['place', "o36' OR 1"],
    ['place', '..'],
  ])('%s=%s', (id, text) => {
    expect(readRowFilter(columnOf(id), text)).toBeNull()
  })
})
