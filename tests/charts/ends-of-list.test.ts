import { expect, test } from 'vitest'
import { endsOfList } from '../../src/charts/parts/ends-of-list.ts'

const letters = [...'abcdefghijklmnop']
const of = (most: number, focus = '') => [...endsOfList(letters, most, (letter) => letter === focus)].sort().join('')

test('a list that fits is whole', () => {
  expect(of(16)).toBe('abcdefghijklmnop')
})

test('of a longer one the first and the last three stay, and what has the focus', () => {
  expect(of(8)).toBe('abcdenop')
  expect(of(8, 'h')).toBe('abcdehnop')
  expect(of(8, 'b')).toBe('abcdenop')
})
