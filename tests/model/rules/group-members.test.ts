import { describe, expect, test } from 'vitest'
import type { PeerGroup } from '../../../src/model/peer-group.ts'
import { groupMembers } from '../../../src/model/rules/group-members.ts'
import { regionGroups } from '../../../src/model/rules/region-groups.ts'
import { readTerritoryKey, type TerritoryKey, territoryKey } from '../../../src/model/territory.ts'
import type { UnitList } from '../../../src/model/view.ts'
import { bothLists } from '../../support/units.ts'

const territories = bothLists()
const both = { territories, territorySets: ['63', '34'] } as const

function members(keys: readonly TerritoryKey[], units: UnitList, dataset: Parameters<typeof groupMembers>[2] = both): string[] {
  return groupMembers({ members: keys }, units, dataset).map(territoryKey)
}

describe('the members of a group', () => {
  test('with members on the list that is looked at are those', () => {
    expect(members(['63:35', '63:36'], '63')).toEqual(['63:35', '63:36'])
    expect(members(['63:35', '34:37', '34:01'], '34')).toEqual(['34:37', '34:01'])
  })

  test('of old units are, under the 34, the units that hold them, each once', () => {
    expect(members(['63:35', '63:01', '63:36'], '34')).toEqual(['34:37', '34:01'])
  })

  test('of new units are, under the 63, what they were made of', () => {
    expect(members(['34:37', '34:01'], '63')).toEqual(['63:35', '63:36', '63:37', '63:01'])
  })

  test('as in the report are those on the lists of the dataset', () => {
    expect(members(['63:35', '34:37'], 'goc')).toEqual(['63:35', '34:37'])
    expect(members(['63:35', '34:37'], 'goc', { territories, territorySets: ['34'] })).toEqual(['34:37'])
    expect(members(['63:35'], 'goc', { territories, territorySets: ['34'] })).toEqual([])
  })
})

describe('regions', () => {
  const membersOf = (groups: readonly PeerGroup[]) => groups.flatMap((group) => group.members)

  test('hold every unit of the lists of a dataset once', () => {
    for (const sets of [['63'], ['34'], ['63', '34']] as const) {
      const all = [...territories.keys()].filter((key) => sets.some((set) => key.startsWith(set)))
      expect(membersOf(regionGroups(territories, sets)).sort()).toEqual(all.sort())
    }
    expect(regionGroups(territories, [])).toEqual([])
  })

  test('that both lists know by one name are one group, of each list its own', () => {
    const groups = regionGroups(territories, ['63', '34'])
    const ids = groups.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, members } of groups) {
      expect(id).toMatch(/^rg-[a-z0-9]+(-[a-z0-9]+)*$/)
      const names = members.map((key) => territories.get(key)?.region.vi)
      expect(new Set(names).size).toBe(1)
      for (const units of ['63', '34'] as const) {
        const own = members.filter((key) => readTerritoryKey(key)?.set === units)
        if (own.length > 0) expect(groupMembers({ members }, units, both).map(territoryKey)).toEqual(own)
      }
    }
    expect(groups.find(({ id }) => id === 'rg-dong-bang-song-hong')?.members).toEqual(
      expect.arrayContaining(['63:36', '34:37'] satisfies TerritoryKey[]),
    )
  })
})
