import { expect, test } from 'vitest'
import type { Dataset } from '../../../src/model/dataset.ts'
import { namesByList } from '../../../src/model/rules/names-by-list.ts'
import { type Territory, type TerritorySet, territoryKey } from '../../../src/model/territory.ts'
import { smallDataset } from '../../support/small-dataset.ts'

const unit = (set: TerritorySet, code: string, vi: string, en: string): Territory => ({
  ...{ set, code, name: { vi, en }, kind: 'tinh', region: { vi: '', en: '' } },
  ...{ mergedInto: null, formedFrom: [], aliases: [] },
})
const units = [
  unit('63', '01', 'Hà Nội', 'Ha Noi'),
  unit('34', '01', 'Hà Nội', 'Ha Noi'),
  unit('63', '36', 'Nam Định', 'Nam Dinh'),
  unit('34', '96', 'Cà Mau', 'Ca Mau'),
]
const both: Dataset = {
  ...smallDataset,
  territorySets: ['63', '34'],
  territories: new Map(units.map((one) => [territoryKey(one), one])),
}
const namesOf = ({ territories }: Dataset) => [...territories.values()].map(({ name }) => `${name.vi} / ${name.en}`)

test('as in the report a name that is on both lists says which list it is of, any other stays', () => {
  expect(namesOf(namesByList(both, 'goc'))).toEqual([
    'Hà Nội (63) / Ha Noi (63)',
    'Hà Nội (34) / Ha Noi (34)',
    'Nam Định / Nam Dinh',
    'Cà Mau / Ca Mau',
  ])
})

test('on one list, or of reports on one list, every name stays', () => {
  expect(namesByList(both, '34')).toBe(both)
  expect(namesByList(both, '63')).toBe(both)
  const one: Dataset = { ...both, territorySets: ['63'] }
  expect(namesByList(one, 'goc')).toBe(one)
})

test('is the same dataset each time', () => {
  expect(namesByList(both, 'goc')).toBe(namesByList(both, 'goc'))
})
