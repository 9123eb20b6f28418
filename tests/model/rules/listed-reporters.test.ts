import { describe, expect, test } from 'vitest'
import { listedReporters, oldUnitsWith, reportedAs, reportsOf, unitsOn } from '../../../src/model/rules/listed-reporters.ts'
import type { TerritoryKey, TerritoryRef } from '../../../src/model/territory.ts'
import { bothLists } from '../../support/units.ts'

const territories = bothLists()
const old = (code: string): TerritoryRef => ({ set: '63', code })
const now = (code: string): TerritoryRef => ({ set: '34', code })
const reporters: readonly TerritoryKey[] = ['63:36', '63:35', '63:84', '63:26', '63:58']

describe('who is expected', () => {
  test('are the reporters as they report', () => {
    expect(listedReporters({ reporters, territories }, 'goc')).toEqual(reporters)
    expect(listedReporters({ reporters, territories }, '63')).toEqual(reporters)
  })

  test('under the 34 are the units that hold a reporter, each once', () => {
    expect(listedReporters({ reporters, territories }, '34')).toEqual(['34:37', '34:86', '34:25', '34:56'])
  })

  test('under the 63 are the old units of reporters of the 34', () => {
    expect(listedReporters({ reporters: ['34:37', '34:01', '63:35'], territories }, '63')).toEqual([
      '63:35',
      '63:36',
      '63:37',
      '63:01',
    ])
  })

  test('of all old units are all 34, of all 34 all old units', () => {
    const of = (set: string) => [...territories.keys()].filter((key) => key.startsWith(set))
    expect(listedReporters({ reporters: of('63'), territories }, '34').sort()).toEqual(of('34').sort())
    expect(listedReporters({ reporters: of('34'), territories }, '63').sort()).toEqual(of('63').sort())
  })
})

describe('a unit on a list', () => {
  test('is itself, what it became part of, or what it was made of', () => {
    expect(unitsOn(old('36'), 'goc', territories)).toEqual([old('36')])
    expect(unitsOn(old('36'), '63', territories)).toEqual([old('36')])
    expect(unitsOn(old('36'), '34', territories)).toEqual([now('37')])
    expect(unitsOn(now('37'), '63', territories)).toEqual([old('35'), old('36'), old('37')])
    expect(unitsOn(old('00'), '34', territories)).toEqual([])
  })

  test('is told of by reports of both lists', () => {
    expect(reportedAs(old('36'), territories)).toEqual([old('36'), now('37')])
    expect(reportedAs(now('37'), territories)).toEqual([now('37'), old('35'), old('36'), old('37')])
  })

  test('as in the report is told of by its own only, on a list by those lists that the dataset has', () => {
    expect(reportsOf(old('36'), 'goc', { territories, territorySets: ['63', '34'] })).toEqual([old('36')])
    expect(reportsOf(now('37'), '34', { territories, territorySets: ['63'] })).toEqual([old('35'), old('36'), old('37')])
    expect(reportsOf(old('36'), '63', { territories, territorySets: ['63', '34'] })).toEqual([old('36'), now('37')])
  })
})

describe('old units with a figure', () => {
  test('are counted of all that the unit was made of', () => {
    expect(oldUnitsWith('34:37', territories, ({ code }) => code !== '37')).toEqual({ n: 2, of: 3 })
    expect(oldUnitsWith('34:37', territories, () => false)).toEqual({ n: 0, of: 3 })
  })

  test('are not counted of a unit that was not merged, or of an old one', () => {
    expect(oldUnitsWith('34:01', territories, () => true)).toBeNull()
    expect(oldUnitsWith('63:37', territories, () => true)).toBeNull()
  })
})
