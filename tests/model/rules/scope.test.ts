import { expect, test } from 'vitest'
import { isOwnRow, scopeKey } from '../../../src/model/rules/scope.ts'
import { COMMUNE, DEPARTMENT, figureFrom, figuresFrom, observation, YOUTH_UNION } from '../../support/observation.ts'

test('a provincial row without a scope is the province’s own, whichever unit wrote it', () => {
  expect(isOwnRow(observation())).toBe(true)
  expect(isOwnRow(observation({ unitName: 'Công an các đơn vị, địa phương' }))).toBe(true)
  expect(scopeKey(observation())).toBe('')
})

test('a row below the province, or a narrower provincial one, is a part of it', () => {
  for (const part of [COMMUNE, DEPARTMENT, YOUTH_UNION]) {
    expect(isOwnRow(observation(part))).toBe(false)
    expect(scopeKey(observation(part))).not.toBe('')
  }
})

test('a scoped figure stands under its scope’s name as "only parts"', () => {
  expect(figureFrom([YOUTH_UNION])).toMatchObject({
    value: 10,
    state: 'only_parts',
    scopeVi: 'chỉ Đoàn Thanh niên',
    scopeEn: 'Youth Union only',
  })
  expect(figureFrom([{ ...COMMUNE, scopeVi: '', scopeEn: '' }])).toMatchObject({
    state: 'only_parts',
    scopeVi: 'Công an xã Long Toàn',
  })
})

test('a scoped zero is no zero of the province', () => {
  expect(figureFrom([{ ...COMMUNE, value: 0 }])).toMatchObject({ value: 0, state: 'only_parts' })
})

test('two parts of a province are two figures, never one', () => {
  const figures = figuresFrom([
    { ...COMMUNE, value: 14 },
    { ...YOUTH_UNION, value: 40 },
  ])
  expect(figures.map(({ value, stands }) => ({ value, stands }))).toEqual(
    expect.arrayContaining([
      { value: 14, stands: true },
      { value: 40, stands: true },
    ]),
  )
  expect(figures).toHaveLength(2)
})
