import { expect, it } from 'vitest'
import type { Figure } from '../../../src/model/figure.ts'
import { isAcrossRearrangement } from '../../../src/model/rules/rearranged-communes.ts'
import { figureOf } from '../../support/small-dataset.ts'

const of = (unit: string, end: string | null): Figure =>
  figureOf('tips', '36', { unit, period: { start: null, end, basis: 'as_of', duration: '' } })

it.each([
  ['commune_unit', '2024-12-14', '2025-12-14', true],
  ['police_unit', '2025-06-30', '2025-07-01', true],
  ['police_unit', '2023-12-14', '2024-12-14', false],
  ['police_unit', '2025-07-14', '2026-07-14', false],
  ['tip', '2024-12-14', '2025-12-14', false],
  ['police_unit', null, '2025-12-14', false],
])('a change of %s from %s to %s is across the rearrangement of communes: %s', (unit, before, after, is) => {
  expect(isAcrossRearrangement({ base: of(unit, before), now: of(unit, after) })).toBe(is)
})

it('a figure without an earlier one is across nothing', () => {
  expect(isAcrossRearrangement({ base: null, now: of('police_unit', '2025-12-14') })).toBe(false)
})
