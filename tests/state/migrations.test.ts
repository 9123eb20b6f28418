import { expect, test } from 'vitest'
import { CURRENT_VERSION, type Migration, migrate } from '../../src/state/migrations.ts'
import type { Pair } from '../../src/state/params/param.ts'

const rename = (from: string, to: string): Migration => {
  return (pairs) => pairs.map(([key, value]): Pair => [key === from ? to : key, value])
}
const steps = [rename('a', 'b'), rename('b', 'c')]
const link: readonly Pair[] = [
  ['a', '1'],
  ['b', '2'],
]

test('an old link goes through every later step, in order', () => {
  expect(migrate(link, 1, steps)).toEqual([
    ['c', '1'],
    ['c', '2'],
  ])
  expect(migrate(link, 2, steps)).toEqual([
    ['a', '1'],
    ['c', '2'],
  ])
})

test('a link of the newest version, or of a newer one, passes unchanged', () => {
  expect(migrate(link, 3, steps)).toEqual(link)
  expect(migrate(link, 99, steps)).toEqual(link)
  expect(migrate(link, CURRENT_VERSION)).toEqual(link)
})
