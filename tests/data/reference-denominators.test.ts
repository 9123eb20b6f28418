import { describe, expect, it } from 'vitest'
import { readCatalog, readReference } from '../../src/data/catalog.ts'
import type { Denominator } from '../../src/model/denominator.ts'
import { territoryKey } from '../../src/model/territory.ts'
import { catalogUrl, editedFetch, failureOf, fetchFromDisk, openEdited, readRecords, replace } from '../support/dataset-files.ts'

const { denominators, territories } = await readReference(fetchFromDisk, await readCatalog(fetchFromDisk, catalogUrl))
const named = (one: Denominator) => [one.measure, one.year, one.value, one.basis, one.verified]
const of = (key: string) => denominators.filter(({ territory }) => territoryKey(territory) === key)

describe('what the reference tables give to divide by', () => {
  it('is two years of people and one count of communes for every unit of both lists', () => {
    expect(denominators).toHaveLength(97 * 3)
    for (const key of territories.keys()) {
      expect(of(key).map(({ measure, year, basis }) => [measure, year, basis])).toEqual([
        ['population', 2023, 'gso_average'],
        ['population', 2020, 'gso_average'],
        ['commune_units', 2025, 'counted_2025'],
      ])
    }
    expect(denominators.filter(({ source }) => source === '')).toEqual([])
  })

  it('reads Nam Định, and the unit that it became part of', async () => {
    const [later, earlier, communes] = of('63:36')
    const people = await readRecords('reference/populations.csv')
    const row = people.find((one) => one.territory_set === '63' && one.code === '36' && one.year === '2023')
    expect(later && named(later)).toEqual([
      'population',
      2023,
      Number(row?.population),
      'gso_average',
      row?.status === 'verified',
    ])
    expect(earlier?.year).toBe(2020)
    expect(communes && named(communes)).toEqual(['commune_units', 2025, 175, 'counted_2025', true])
    const parts = ['63:35', '63:36', '63:37'].map((key) => of(key)[0]?.value ?? Number.NaN)
    expect(of('34:37')[0]?.value).toBe(parts.reduce((sum, value) => sum + value, 0))
  })

  it('takes nothing of a decision or a resolution: their day is not known', async () => {
    const people = await readRecords('reference/populations.csv')
    const undated = people.filter(({ year }) => year === '').map(({ basis }) => basis)
    expect([...new Set(undated)].sort()).toEqual(['decision_759', 'list_11_unmerged', 'resolution_202'])
    expect(denominators.filter(({ basis }) => undated.includes(basis))).toEqual([])
  })

  it('marks every cell that stands in no source, and the sums that hold one', async () => {
    const provenance = await readRecords('checked/reference/provenance_63.csv')
    const fromMemory = provenance.filter(({ status }) => status === 'recalled' || status === 'partly')
    expect(fromMemory).toHaveLength(32)
    const codesOf = (field: string) => fromMemory.filter((cell) => cell.field === field).map(({ code }) => code)
    const doubtful = denominators.filter(({ verified }) => !verified)
    expect(doubtful.filter(({ territory }) => territory.set === '63').map(({ territory }) => territory.code)).toEqual(
      codesOf('population_thousand'),
    )
    const areas = await readRecords('reference/areas.csv')
    expect(areas.filter(({ status }) => status === 'recalled').map(({ code }) => code)).toEqual(codesOf('area_km2'))
    expect([codesOf('population_thousand').length, codesOf('area_km2').length]).toEqual([17, 15])
    expect(doubtful.every(({ measure, year }) => measure === 'population' && year === 2023)).toBe(true)
    const sums = new Set(codesOf('population_thousand').map((code) => territories.get(`63:${code}`)?.mergedInto))
    expect(doubtful.filter(({ territory }) => territory.set === '34').map(({ territory }) => territory.code)).toEqual(
      [...sums].sort(),
    )
  })
})

describe('a fault in them is refused', () => {
  it.each([
    ['populations', '63,01,gso_average,2023,8587100', '63,01,gso_average,2023,0', 2, 'population', 'not-positive: 0'],
    ['populations', '63,01,gso_average,2023', '63,01,gso_average,năm 2023', 2, 'year', 'not-a-date: năm 2023'],
    ['populations', '63,02,gso_average,2023', '63,03,gso_average,2023', 3, 'code', 'points-nowhere: 03'],
    ['populations', '63,02,gso_average,2023', '63,01,gso_average,2023', 3, 'code', 'duplicate: 01'],
    ['populations', '8587100,verified', '8587100,sure', 2, 'status', 'value-unknown: sure'],
    ['commune-units', '63,01,2025-03-01', '63,01,2025-02-30', 2, 'as_of', 'not-a-date: 2025-02-30'],
    ['commune-units', '63,01,2025-03-01,526', '63,01,2025-03-01,', 2, 'commune_units', 'value-missing: '],
  ])('%s: %s > %s', async (name, before, after, line, column, raw) => {
    const file = `reference/${name}.csv`
    const { code, detail } = await failureOf(openEdited({ [file]: replace(before, after) }))
    expect([code, detail.file, detail.line, detail.column, detail.raw]).toEqual(['package-invalid', file, line, column, raw])
  })
})

describe('a page without these tables', () => {
  it('has nothing to divide by, and opens', async () => {
    const fetchBytes = editedFetch({
      'reference/datapackage.json': (text) => {
        const descriptor = JSON.parse(text)
        const left = ['provinces', 'aliases']
        return JSON.stringify({
          ...descriptor,
          resources: descriptor.resources.filter(({ name }: { name: string }) => left.includes(name)),
        })
      },
    })
    const { meta } = await openEdited({}, fetchBytes)
    expect(meta.denominators).toEqual([])
  })
})
