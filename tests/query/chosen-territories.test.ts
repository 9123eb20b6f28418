import { describe, expect, test } from 'vitest'
import type { Dataset } from '../../src/model/dataset.ts'
import { regionGroups } from '../../src/model/rules/region-groups.ts'
import { territoryKey } from '../../src/model/territory.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { chosenTerritories, territoriesOf } from '../../src/query/view-query.ts'
import { bothLists } from '../support/units.ts'

const territories = bothLists()
const group = (id: string, ...members: Dataset['groups'][number]['members']) => ({ id, label: { vi: id, en: id }, members })
const dataset: Pick<Dataset, 'territories' | 'territorySets' | 'groups'> = {
  territories,
  territorySets: ['63', '34'],
  groups: [group('cum-so-1', '63:35', '63:36', '63:01'), ...regionGroups(territories, ['63', '34'])],
}
const chosen = (view: Partial<View>) => chosenTerritories({ ...EMPTY_VIEW, ...view }, dataset)?.map(territoryKey) ?? null
const asked = (view: Partial<View>) => territoriesOf({ ...EMPTY_VIEW, ...view }, dataset)?.map(territoryKey) ?? null

describe('the places that a view names', () => {
  test('are the members of a group, on the list of the view', () => {
    expect(chosen({ units: '63', territories: ['cum-so-1'] })).toEqual(['63:35', '63:36', '63:01'])
    expect(chosen({ units: '34', territories: ['cum-so-1'] })).toEqual(['34:37', '34:01'])
    expect(chosen({ units: 'goc', territories: ['cum-so-1'] })).toEqual(['63:35', '63:36', '63:01'])
    expect(chosen({ units: '63', territories: ['rg-tay-nguyen'] })).toEqual(['63:62', '63:64', '63:66', '63:67', '63:68'])
  })

  test('beside a group are each named once', () => {
    expect(chosen({ units: '63', territories: ['36', 'cum-so-1', '79'] })).toEqual(['63:36', '63:35', '63:01', '63:79'])
  })

  test('are nobody where no code is known, and all where there is none', () => {
    expect(chosen({ units: '63', territories: ['cum-so-9'] })).toEqual([])
    expect(chosen({ units: '63' })).toBeNull()
  })

  test('are asked for by what either list reports of them', () => {
    expect(asked({ units: '34', territories: ['cum-so-1'] })).toEqual(['34:37', '63:35', '63:36', '63:37', '34:01', '63:01'])
    expect(asked({ units: 'goc', territories: ['cum-so-1'] })).toEqual(['63:35', '63:36', '63:01'])
  })
})
