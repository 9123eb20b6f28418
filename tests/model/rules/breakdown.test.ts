import { describe, expect, test } from 'vitest'
import type { Observation } from '../../../src/model/observation.ts'
import {
  AT_MOST_40,
  COMMUNE,
  dated,
  FIRST_HALF,
  figureFrom,
  figuresFrom,
  HUNDREDS,
  OVER_100,
  SECOND_HALF,
  SUPPRESSED,
  YEAR,
} from '../../support/observation.ts'

const gift = (breakdownValue: string, partial: Partial<Observation> = {}) => ({
  indicator: 'gifts',
  breakdownKey: 'recipient',
  breakdownValue,
  ...partial,
})
const inSeason = (breakdownValue: string, partial: Partial<Observation> = {}) => ({
  ...gift(breakdownValue, partial),
  breakdownKey: 'season',
})
const item = (breakdownValue: string, value: number, unit = 'item') => ({
  indicator: 'items',
  breakdownKey: 'item',
  breakdownValue,
  value,
  unit,
})
const total = (value: number) => ({ indicator: 'gifts', value })

describe('a total and its additive parts', () => {
  const rows = [total(150), gift('poor', { value: 39 }), gift('pupils', { value: 97 }), gift('veterans', { value: 14 })]

  test('count once: the total stands, its parts do not', () => {
    expect(figureFrom(rows)).toMatchObject({ value: 150, basis: 'total', mismatch: false, terms: [0] })
    expect(figuresFrom(rows).filter((figure) => figure.basis === 'parts_sum')).toEqual([])
  })

  test('are flagged where they differ', () => {
    expect(figureFrom([total(151), ...rows.slice(1)])).toMatchObject({ value: 151, mismatch: true })
  })

  test('are not held against each other where a number is bounded, missing or of another period', () => {
    expect(figureFrom([total(200), gift('poor', OVER_100), gift('pupils', { value: 5 })]).mismatch).toBe(false)
    expect(figureFrom([total(200), gift('poor', HUNDREDS), gift('pupils', { value: 5 })]).mismatch).toBe(false)
    expect(figureFrom([total(200), gift('poor', dated('2023-01-01', '2023-12-31'))]).mismatch).toBe(false)
  })

  test('do not add up under two breakdowns', () => {
    const both = [gift('poor', { value: 3 }), gift('pupils', { value: 4 }), inSeason('tet', { value: 7 })]
    expect(figureFrom(both)).toMatchObject({ value: 7, breakdownKey: 'recipient', terms: [0, 1] })
  })
})

describe('additive parts without a total', () => {
  test('add, and are called what they are', () => {
    expect(figureFrom([gift('poor', { value: 1616 }), gift('pupils', { value: 4531 })])).toMatchObject({
      value: 6147,
      basis: 'parts_sum',
      breakdownValues: ['poor', 'pupils'],
    })
    expect(figureFrom([gift('poor')])).toMatchObject({ value: 10, basis: 'parts_sum', breakdownValues: ['poor'] })
  })

  test('are never compared with a total, nor with other parts', () => {
    const figures = [
      figureFrom([gift('poor'), gift('pupils')]),
      figureFrom([{ ...total(20), provinceCode: '84' }]),
      figureFrom([gift('poor', { provinceCode: '35' })]),
    ]
    expect(new Set(figures.map((figure) => figure.comparisonKey)).size).toBe(3)
  })

  test('add inside one scope only', () => {
    const figures = figuresFrom([
      gift('poor', { ...COMMUNE, value: 3 }),
      gift('pupils', { ...COMMUNE, unitName: 'Công an xã Khác', value: 4 }),
    ])
    expect(figures.filter((figure) => figure.basis === 'parts_sum').map((figure) => figure.value)).toEqual([4, 3])
  })

  test('low with high are listed, not added', () => {
    expect(figureFrom([gift('poor', OVER_100), gift('pupils', AT_MOST_40)])).toMatchObject({ value: null, terms: [0, 1] })
  })

  test('one of them withheld is a lower bound', () => {
    expect(figureFrom([gift('poor', { value: 5 }), gift('pupils', SUPPRESSED)])).toMatchObject({
      value: 5,
      low: true,
      state: 'value',
    })
  })

  test('of different periods in a window are listed, not added', () => {
    const rows = [gift('poor', { ...FIRST_HALF, value: 50 }), gift('pupils', { value: 100 })]
    expect(figureFrom(rows, { window: YEAR })).toMatchObject({ value: null, terms: [0, 1] })
  })

  test('that cover a window in different steps add', () => {
    const rows = [
      gift('poor', { ...FIRST_HALF, value: 20 }),
      gift('poor', { ...SECOND_HALF, value: 30 }),
      gift('pupils', { value: 100 }),
    ]
    expect(figureFrom(rows, { window: YEAR })).toMatchObject({ value: 150, days: 366, terms: [0, 1, 2] })
  })
})

describe('a filter on an additive breakdown', () => {
  const rows = [total(150), gift('poor', { value: 39 }), gift('pupils', { value: 97 }), gift('veterans', { value: 14 })]

  test('adds the chosen parts, not the total', () => {
    const figure = figureFrom(rows, { filter: { recipient: ['poor', 'veterans'] } })
    expect(figure).toMatchObject({ value: 53, basis: 'parts_sum', breakdownValues: ['poor', 'veterans'] })
  })

  test('lets a single part stand as itself', () => {
    expect(figureFrom(rows, { filter: { recipient: ['poor', 'nobody'] } })).toMatchObject({ value: 39, basis: 'part' })
  })
})

describe('kinds that do not add', () => {
  test('stand one by one: no total of bombs and cartridges, nor of items and grams', () => {
    const rows = [item('bomb', 3), item('cartridge', 3089), item('explosive', 180, 'gram')]
    for (const filter of [{}, { item: ['bomb', 'cartridge', 'explosive'] }]) {
      const figures = figuresFrom(rows, { filter })
      expect(figures.every((figure) => figure.stands && figure.basis === 'part')).toBe(true)
      expect(figures.map((figure) => figure.value)).toEqual([3, 3089, 180])
    }
  })

  test('stand beside a total, which they do not check', () => {
    const figures = figuresFrom([{ indicator: 'items', value: 12, unit: 'item' }, item('bomb', 3)])
    expect(figures.find((figure) => figure.basis === 'total')).toMatchObject({ value: 12, stands: true, mismatch: false })
    expect(figures.find((figure) => figure.basis === 'part')).toMatchObject({ value: 3, stands: true })
  })

  test('a breakdown without a rule is one of them', () => {
    const rows = ['x', 'y'].map((breakdownValue) => ({ indicator: 'models', breakdownKey: 'colour', breakdownValue }))
    expect(figuresFrom(rows).map((figure) => figure.basis)).toEqual(['part', 'part'])
  })
})

test('definitions of one thing stand one by one and are never compared', () => {
  const figures = figuresFrom([
    { breakdownKey: 'tip_kind', breakdownValue: 'valuable', value: 14 },
    { breakdownKey: 'tip_kind', breakdownValue: 'security_related', value: 2127 },
  ])
  expect(figures.map((figure) => figure.value)).toEqual([2127, 14])
  expect(figures[0]?.comparisonKey).not.toBe(figures[1]?.comparisonKey)
})
