import { describe, expect, test } from 'vitest'
import type { Figure } from '../../../src/model/figure.ts'
import { onList } from '../../../src/model/rules/administrative-units.ts'
import {
  context,
  FIRST_HALF_2025,
  IN_WORDS,
  line,
  SCOPED,
  SECOND_HALF_2025,
  told,
  toldAllYear,
  toldIn,
  YEAR_2025,
} from '../../support/units.ts'

const NINH_BINH = ['63:35', '63:36', '63:37']
const inYear = (figures: readonly Figure[], units: '34' | '63' = '34') => onList(figures, context(units, YEAR_2025)).figures
const latest = (figures: readonly Figure[]) => onList(figures, context('34')).figures
const lines = (figures: readonly Figure[]) => figures.map(line)
const firstHalf = (by: string, partial: Partial<Figure> = {}) => toldIn(by, FIRST_HALF_2025, partial)
const secondHalf = (by: string, partial: Partial<Figure> = {}) => toldIn(by, SECOND_HALF_2025, partial)

describe('days of one window on both lists', () => {
  test('that follow one another are one figure of the whole window', () => {
    const [year, ...others] = inYear([...NINH_BINH.map((by) => firstHalf(by)), secondHalf('34:37', { value: 100 })])
    expect([line(year as Figure), others]).toEqual(['34:37 130 tips from 35+36+37 of 3 and itself (value)', []])
    expect(year).toMatchObject({ days: 365, comparisonKey: 'tips|total|tip|W:2025-01-01/2025-12-31', terms: [35, 36, 37, 37] })
    expect(year?.period).toEqual({ start: '2025-01-01', end: '2025-12-31', basis: 'stated', duration: '' })
  })

  test('compare with a unit that reported the whole window', () => {
    const figures = inYear([firstHalf('63:01'), secondHalf('34:01'), toldAllYear('63:38')])
    expect(new Set(figures.map(({ comparisonKey }) => comparisonKey)).size).toBe(1)
  })

  test('with a gap between them cover what they cover, and are no whole year', () => {
    const [sum] = inYear([toldIn('63:01', 'P:2025-01-01/2025-03-31'), secondHalf('34:01')])
    expect(sum).toMatchObject({ value: 20, days: 274 })
    expect(sum?.comparisonKey).toBe('tips|total|tip|P:2025-01-01/2025-03-31+2025-07-01/2025-12-31')
  })

  test('of months that miss one are no whole year', () => {
    const missing = 'P:2025-01-01/2025-02-28+2025-04-01/2025-06-30'
    const [sum] = inYear([toldIn('63:01', missing), secondHalf('34:01')])
    expect(sum).toMatchObject({ days: 334, daysOf: 365 })
    expect(sum?.comparisonKey).not.toContain('W:')
  })

  test('of which the first are of two old units in three are not joined: the whole province counts', () => {
    const missing = toldIn('63:37', 'P:2025-01-01/2025-02-28+2025-04-01/2025-06-30')
    const figures = inYear([firstHalf('63:35'), firstHalf('63:36'), missing, secondHalf('34:37', { value: 100 })])
    expect(lines(figures)).toEqual(['34:37 100 tips (value)'])
    expect(figures[0]).toMatchObject({ days: 184, daysOf: 365 })
  })

  test('that overlap are never added: the list that covers more days counts', () => {
    expect(lines(inYear([toldAllYear('63:01', { value: 80 }), secondHalf('34:01', { value: 30 })]))).toEqual([
      '34:01 80 tips from 01 of 1 (value)',
    ])
    const sevenMonths = toldIn('63:01', 'P:2025-01-01/2025-07-31', { value: 7 })
    expect(lines(inYear([sevenMonths, secondHalf('34:01', { value: 30 })]))).toEqual(['34:01 7 tips from 01 of 1 (value)'])
  })

  test('that share a single day overlap', () => {
    const toTheDay = toldIn('63:01', 'P:2025-01-01/2025-07-01', { value: 7 })
    expect(lines(inYear([toTheDay, secondHalf('34:01', { value: 30 })]))).toEqual(['34:01 30 tips (value)'])
  })

  test('that are the same on both lists are of the unit as it is now', () => {
    const july = 'P:2025-07-01/2025-07-31'
    expect(lines(inYear([toldIn('63:01', july, { value: 7 }), toldIn('34:01', july, { value: 8 })]))).toEqual([
      '34:01 8 tips (value)',
    ])
    expect(lines(inYear([toldIn('63:01', july, { value: 7 }), toldIn('34:01', july, { value: 8 })], '63'))).toEqual([
      '63:01 7 tips (value)',
    ])
  })

  test('are joined on the 63 for a unit that was not merged', () => {
    expect(lines(inYear([firstHalf('63:01'), secondHalf('34:01')], '63'))).toEqual([
      '63:01 20 tips from 01 of 1 and itself (value)',
    ])
  })

  test('are refused on the 63 for a merged one, whose old units keep their own half', () => {
    expect(lines(inYear([firstHalf('63:36'), secondHalf('34:37')], '63'))).toEqual(['63:36 10 tips (value)'])
  })

  test('in an open window are joined, and make no whole of it', () => {
    const open = { from: '2025-01-01', to: null }
    const [sum] = onList(
      [firstHalf('63:01', { daysOf: null }), secondHalf('34:01', { daysOf: null })],
      context('34', open),
    ).figures
    expect([sum?.value, sum?.comparisonKey]).toEqual([20, 'tips|total|tip|P:2025-01-01/2025-12-31'])
  })

  test('kind by kind are joined; a kind of one list stays as it is', () => {
    const kind = (value: string) => ({
      indicator: 'items',
      breakdownKey: 'item',
      breakdownValues: [value],
      basis: 'part' as const,
    })
    const figures = inYear([firstHalf('63:01', kind('bomb')), firstHalf('63:01', kind('gun')), secondHalf('34:01', kind('gun'))])
    expect(figures.map(({ breakdownValues, value, days }) => [breakdownValues[0], value, days])).toEqual([
      ['bomb', 10, 181],
      ['gun', 20, 365],
    ])
  })
})

describe('joined figures', () => {
  test('unite bounds, and words make them lower bounds', () => {
    expect(lines(inYear([firstHalf('63:01', { low: true }), secondHalf('34:01')]))[0]).toBe(
      '34:01 ≥20 tips from 01 of 1 and itself (value)',
    )
    expect(lines(inYear([firstHalf('63:01', IN_WORDS), secondHalf('34:01')]))[0]).toBe(
      '34:01 ≥10 tips from 01 of 1 and itself (value)',
    )
  })

  test('are not made of low and high: the newer counts', () => {
    expect(lines(inYear([firstHalf('63:01', { low: true }), secondHalf('34:01', { high: true, value: 9 })]))).toEqual([
      '34:01 ≤9 tips (value)',
    ])
  })

  test('of one unit carry its doubt; a doubt of the new province is not added to its old units', () => {
    const [own] = inYear([firstHalf('63:01', { needsVerification: true }), secondHalf('34:01')])
    expect(own).toMatchObject({ value: 20, needsVerification: true })
    const merged = inYear([...NINH_BINH.map((by) => firstHalf(by)), secondHalf('34:37', { needsVerification: true, value: 100 })])
    expect(merged.map(({ value }) => value)).toEqual([100])
  })

  test('of zeros are zero', () => {
    const zero = { value: 0, state: 'zero' } as const
    expect(lines(inYear([firstHalf('63:01', zero), secondHalf('34:01', zero)]))).toEqual([
      '34:01 0 tips from 01 of 1 and itself (zero)',
    ])
  })

  test('are not made of a part of a province, though both lists have it', () => {
    const figures = inYear([firstHalf('63:01', SCOPED), secondHalf('34:01', { ...SCOPED, value: 3 })])
    expect(lines(figures)).toEqual(['34:01 3 tips (only_parts)'])
  })
})

describe('a part of the province', () => {
  test('never stands in the way of the whole, though it is newer', () => {
    const figures = latest([told('63:01', { value: 40 }), told('34:01', { ...SCOPED, value: 3, period: ending('2025-12-31') })])
    expect(figures.map(({ scope, value }) => [scope === '', value])).toEqual([
      [false, 3],
      [true, 40],
    ])
  })

  test('of which a list has several: each competes with itself', () => {
    const commune = { ...SCOPED, scope: 'xa|Công an xã A|chỉ xã A' }
    const figures = latest([
      told('63:01', { ...SCOPED, value: 1 }),
      told('63:01', { ...commune, value: 2 }),
      told('34:01', { ...SCOPED, value: 9, period: ending('2025-12-31') }),
    ])
    expect(figures.map(({ value }) => value)).toEqual([9, 2])
  })
})

describe('the latest of each', () => {
  const newer = { value: 50, period: ending('2025-12-31') }

  test('is the newer of both lists', () => {
    expect(lines(latest([told('63:10'), told('63:15'), told('34:15', newer)]))).toEqual(['34:15 50 tips (value)'])
    const old = { period: ending('2025-09-30'), value: 4 }
    expect(lines(latest([told('63:01', newer), told('34:01', old)]))).toEqual(['34:01 50 tips from 01 of 1 (value)'])
  })

  test('of one day is that of the unit as it is now', () => {
    expect(lines(latest([told('63:01', { value: 7 }), told('34:01')]))).toEqual(['34:01 10 tips (value)'])
  })

  test('without a date is ordered by its source, as any report is', () => {
    // Source A was published in January 2025, source D has only its year: 2021.
    const undated = (source: string) => ({ value: 5, sources: [source], period: { ...ending(''), end: null } })
    const aYearAgo = { value: 1, period: ending('2023-12-31') }
    expect(latest([told('63:01', aYearAgo), told('34:01', undated('A'))])[0]?.value).toBe(5)
    expect(latest([told('63:01', aYearAgo), told('34:01', undated('D'))])[0]?.value).toBe(1)
  })

  test('takes the kinds of the newest report together: older kinds are history', () => {
    const kind = (value: string) => ({
      indicator: 'items',
      breakdownKey: 'item',
      breakdownValues: [value],
      basis: 'part' as const,
    })
    const figures = latest([told('63:01', kind('bomb')), told('63:01', kind('gun')), told('34:01', { ...kind('gun'), ...newer })])
    expect(figures.map(({ breakdownValues, value }) => [breakdownValues, value])).toEqual([[['gun'], 50]])
  })

  test('is the whole province before one of its old units', () => {
    expect(lines(latest([told('63:36', newer), told('34:37')]))).toEqual(['34:37 10 tips (value)'])
  })

  test('leaves other indicators and other places alone', () => {
    const figures = latest([told('63:01', { indicator: 'gifts' }), told('63:38'), told('34:01', newer)])
    expect(figures.map(({ territory, indicator }) => `${territory.code} ${indicator}`)).toEqual([
      '01 gifts',
      '01 tips',
      '38 tips',
    ])
  })
})

describe('stocks in a window', () => {
  const stock = (end: string, value: number): Partial<Figure> => ({
    indicator: 'models',
    unit: 'model',
    value,
    period: ending(end),
  })
  const window = 'W:2025-01-01/2025-12-31'

  test('on both lists are of the newest day, never added', () => {
    const before = [told('63:10', stock('2025-06-30', 5), window), told('63:15', stock('2025-06-30', 6), window)]
    expect(lines(inYear([...before, told('34:15', stock('2025-12-31', 20), window)]))).toEqual(['34:15 20 models (value)'])
    expect(lines(inYear([told('63:01', stock('2025-11-30', 5), window), told('34:01', stock('2025-09-30', 4), window)]))).toEqual(
      ['34:01 5 models from 01 of 1 (value)'],
    )
  })
})

function ending(end: string): Figure['period'] {
  return { start: null, end, basis: 'stated', duration: '' }
}
