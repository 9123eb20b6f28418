import { expect, test } from 'vitest'
import { readTypedEdge } from '../../src/model/typed-edge.ts'

test.each([
  ['2024', '2024'],
  [' năm 2024 ', '2024'],
  ['6/2024', '2024-06'],
  ['Tháng 12/2024', '2024-12'],
  ['06-2024', '2024-06'],
  ['2024-06', '2024-06'],
  ['quý II/2024', '2024-Q2'],
  ['Quý IV năm 2024', '2024-Q4'],
  ['q3 2024', '2024-Q3'],
  ['2024-q1', '2024-Q1'],
  ['2024-H2', '2024-H2'],
  ['13/2024', null],
  ['quý V/2024', null],
  ['24', null],
  ['', null],
])('%s is %s', (text, edge) => {
  expect(readTypedEdge(text)).toBe(edge)
})
