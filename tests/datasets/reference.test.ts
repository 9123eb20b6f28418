import { describe, expect, it } from 'vitest'
import { readRecords } from '../support/dataset-files.ts'

const [provinces, aliases, populations, areas, communes, changes] = await Promise.all(
  ['provinces', 'aliases', 'populations', 'areas', 'commune-units', 'changes'].map((name) =>
    readRecords(`reference/${name}.csv`),
  ),
)
const [old, now, comparable, gso2020] = await Promise.all(
  ['provinces_63', 'provinces_34', 'provinces_34_comparable', 'population_63_gso2020'].map((name) =>
    readRecords(`checked/reference/${name}.csv`),
  ),
)
const of = (rows: Record<string, string>[] | undefined, set: string) => (rows ?? []).filter((row) => row.territory_set === set)
const thousand = (text: string | undefined) => Math.round(Number(text) * 1000)

describe('the two lists', () => {
  it('has 63 and 34 provinces, as checked', () => {
    expect(of(provinces, '63')).toHaveLength(63)
    expect(of(provinces, '34')).toHaveLength(34)
    for (const [at, row] of of(provinces, '63').entries()) {
      const {
        code,
        name_vi,
        name_en,
        kind,
        region_vi,
        region_en,
        merged_into_code,
        svg_map_id,
        iso_3166_2: iso,
      } = old?.[at] ?? {}
      expect(row).toMatchObject({ code, name_vi, name_en, kind, region_vi, region_en, merged_into_code, svg_map_id, iso })
    }
    for (const [at, row] of of(provinces, '34').entries()) {
      const { code, name_vi, name_en, kind, formed_from_codes } = now?.[at] ?? {}
      const { region_vi, region_en } = comparable?.find((one) => one.code === code) ?? {}
      expect(row).toMatchObject({ code, name_vi, name_en, kind, formed_from_codes, region_vi, region_en })
    }
  })

  it('maps 63 codes onto 34, and formed_from is the inverse of merged_into', () => {
    const inverse = new Map<string, string[]>()
    for (const { code = '', merged_into_code = '' } of of(provinces, '63')) {
      inverse.set(merged_into_code, [...(inverse.get(merged_into_code) ?? []), code])
    }
    expect(inverse.size).toBe(34)
    expect([...inverse.values()].flat()).toHaveLength(63)
    for (const { code = '', formed_from_codes = '' } of of(provinces, '34')) {
      expect(formed_from_codes.split('|').sort()).toEqual(inverse.get(code)?.sort())
    }
  })

  it('has 23 merged and 11 unmerged units', () => {
    const parts = of(provinces, '34').map((row) => (row.formed_from_codes ?? '').split('|').length)
    expect(parts.filter((count) => count > 1)).toHaveLength(23)
    expect(parts.filter((count) => count === 1)).toHaveLength(11)
  })

  it('has seven codes that mean another province on the other list', () => {
    const names = new Map(of(provinces, '34').map((row) => [row.code, row.name_vi]))
    const changed = of(provinces, '63').filter((row) => names.has(row.code) && names.get(row.code) !== row.name_vi)
    expect(changed.map((row) => row.code)).toEqual(['15', '24', '44', '52', '80', '82', '91'])
  })

  it('names a shape of the map for each old unit, Hoàng Sa and Trường Sa with their provinces', () => {
    const ids = of(provinces, '63')
      .flatMap((row) => [row.svg_map_id ?? '', ...(row.svg_map_extra_ids ?? '').split('|')])
      .filter(Boolean)
    expect(new Set(ids).size).toBe(65)
    const withIslands = of(provinces, '63').filter((row) => row.svg_map_extra_ids !== '')
    expect(withIslands.map((row) => [row.name_vi, row.svg_map_extra_ids])).toEqual([
      ['Đà Nẵng', 'hoangsa'],
      ['Khánh Hòa', 'truongsa'],
    ])
  })

  it('keeps every spelling for the old list, and for the new one where the name is the same', () => {
    expect(of(aliases, '63')).toHaveLength(77)
    const find = (alias: string, set: string) => of(aliases, set).find((row) => row.alias === alias)?.code
    expect([find('TP.HCM', '63'), find('TP.HCM', '34')]).toEqual(['79', '79'])
    expect([find('Gialai', '63'), find('Gialai', '34')]).toEqual(['64', '52'])
    expect([find('BRVT', '63'), find('BRVT', '34')]).toEqual(['77', undefined])
  })
})

describe('numbers of the provinces', () => {
  it('has the checked populations in persons, the 2020 ones and those of both official bases included', () => {
    const find = (set: string, code: string | undefined, basis: string, year: string) =>
      populations?.find((row) => row.territory_set === set && row.code === code && row.basis === basis && row.year === year)
    for (const row of old ?? []) {
      expect(find('63', row.code, 'gso_average', '2023')?.population).toBe(String(thousand(row.population_thousand)))
    }
    for (const row of gso2020 ?? []) {
      expect(find('63', row.code, 'gso_average', '2020')?.population).toBe(String(thousand(row.population_thousand)))
    }
    for (const row of comparable ?? []) {
      expect(find('34', row.code, 'gso_average', '2023')?.population).toBe(String(thousand(row.population_gso2023_sum_thousand)))
      expect(find('34', row.code, 'gso_average', '2020')?.population).toBe(String(thousand(row.population_gso2020_sum_thousand)))
      const official = find('34', row.code, row.population_official_basis ?? '', '')
      expect(official?.population).toBe(String(thousand(row.population_official_thousand)))
      const decision = find('34', row.code, 'decision_759', '')?.population ?? ''
      expect(decision).toBe(row.population_qd759_thousand === '' ? '' : String(thousand(row.population_qd759_thousand)))
    }
    expect(populations).toHaveLength(63 * 2 + 34 * 2 + 23 + 34)
  })

  it('marks the 32 cells that are not verified, and the sums that hold one', () => {
    const recalled = (rows: Record<string, string>[] | undefined, set: string) =>
      of(rows, set).filter((row) => row.status === 'recalled')
    expect(recalled(populations, '63')).toHaveLength(17)
    expect(recalled(areas, '63')).toHaveLength(15)
    expect(recalled(populations, '63').every((row) => row.year === '2023')).toBe(true)
    const unsure = new Set(recalled(populations, '63').map((row) => row.code))
    const sums = of(populations, '34').filter((row) => row.basis === 'gso_average' && row.year === '2023')
    for (const row of sums) {
      const parts = (of(provinces, '34').find((one) => one.code === row.code)?.formed_from_codes ?? '').split('|')
      expect([row.code, row.status]).toEqual([row.code, parts.some((code) => unsure.has(code)) ? 'recalled' : 'verified'])
    }
  })

  it('has the checked areas and commune counts', () => {
    expect(of(areas, '63').map((row) => row.area_km2)).toEqual(old?.map((row) => row.area_km2))
    expect(of(areas, '34').map((row) => row.area_km2)).toEqual(now?.map((row) => row.area_km2))
    const total = (set: string) => of(communes, set).reduce((sum, row) => sum + Number(row.commune_units), 0)
    expect([total('63'), total('34')]).toEqual([10_035, 3_321])
    for (const row of of(communes, '34')) {
      expect(Number(row.communes) + Number(row.wards) + Number(row.special_zones)).toBe(Number(row.commune_units))
    }
  })

  it('tells what has changed on the new list since, from the value the tables have', () => {
    expect(changes).toHaveLength(3)
    for (const change of changes ?? []) {
      const table = change.field === 'kind' ? provinces : communes
      expect(of(table, '34').find((row) => row.code === change.code)?.[change.field ?? '']).toBe(change.value_before)
    }
  })
})
