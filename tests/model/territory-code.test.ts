import { expect, test } from 'vitest'
import { readTerritoryCode, writeTerritoryCode } from '../../src/model/territory-code.ts'
import type { UnitList } from '../../src/model/view.ts'

test.each<[string, UnitList, string | null]>([
  ['37', '63', '63:37'],
  ['37', '34', '34:37'],
  ['o37', 'goc', '63:37'],
  ['n37', 'goc', '34:37'],
  ['37', 'goc', null],
  ['o37', '63', null],
  ['n37', '34', null],
  ['rg-tay-nguyen', '63', null],
  ['370', '63', null],
  ['', 'goc', null],
])('%j under %s', (code, units, key) => {
  const ref = readTerritoryCode(code, units)
  expect(ref && `${ref.set}:${ref.code}`).toBe(key)
  if (ref) expect(writeTerritoryCode(ref, units)).toBe(code)
})

test('a province of the other list has no code', () => {
  expect(writeTerritoryCode({ set: '34', code: '37' }, '63')).toBeNull()
  expect(writeTerritoryCode({ set: '63', code: '37' }, '34')).toBeNull()
})
