import { expect, test } from 'vitest'
import { reportKey } from '../../../src/model/rules/resolved-row.ts'
import { COMMUNE, resolvedFrom } from '../../support/observation.ts'

test('reports compete inside a territory, an indicator, a scope and a breakdown key, whatever the kind and time', () => {
  const kind = { indicator: 'items', breakdownKey: 'item' }
  const [first, second, ...others] = resolvedFrom([
    { ...kind, breakdownValue: 'bomb' },
    { ...kind, breakdownValue: 'gun', periodEnd: '2025-12-31', sourceId: 'B' },
    { indicator: 'items' },
    { ...kind, ...COMMUNE, provinceCode: '84' },
    { ...kind, breakdownValue: 'bomb', territorySet: '34' },
    { breakdownKey: 'tip_kind', breakdownValue: 'valuable' },
  ]).map(reportKey)
  expect(second).toBe(first)
  expect(new Set([first, ...others]).size).toBe(5)
})
