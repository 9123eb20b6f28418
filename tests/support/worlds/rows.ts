import fc from 'fast-check'
import type { Observation } from '../../../src/model/observation.ts'
import type { TerritoryRef } from '../../../src/model/territory.ts'
import type { Setting, Span } from './setting.ts'
import { type Draft, KINDS, keysOf, VALUES } from './world-package.ts'

export type Said = Pick<Draft, 'value' | 'qualifier' | 'qualifierWord' | 'magnitude' | 'status'>

/** What a row says and how sure it is. */
export const saids: fc.Arbitrary<Said> = fc
  .constantFrom<readonly [number | null, Observation['qualifier'], string, number | null, Observation['status']]>(
    [12, 'exact', '', null, 'reported'],
    [5, 'exact', '', null, 'reported'],
    [7, 'exact', '', null, 'provisional'],
    [0, 'exact', '', null, 'reported'],
    [0, 'exact', '', null, 'reported'],
    [0.1, 'exact', '', null, 'reported'],
    [1_700_000_000, 'exact', '', null, 'reported'],
    [99.9, 'exact', '', null, 'estimated'],
    [100, 'at_least', 'trên', null, 'reported'],
    [0, 'at_least', 'hơn', null, 'reported'],
    [40, 'at_most', 'không quá', null, 'reported'],
    [30, 'about', 'khoảng', null, 'estimated'],
    [60, 'about', 'gần', null, 'reported'],
    [null, 'unquantified', '', 100, 'reported'],
    [null, 'unquantified', '', null, 'reported'],
    [null, 'exact', '', null, 'suppressed'],
    [null, 'exact', '', null, 'not_applicable'],
  )
  .map(([value, qualifier, qualifierWord, magnitude, status]) => ({ value, qualifier, qualifierWord, magnitude, status }))

/** Mostly plain numbers, so that sums are made. */
export const numbers: fc.Arbitrary<Said> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 40 }).map(exactly) },
  { weight: 1, arbitrary: saids },
)

export function exactly(value: number): Said {
  return { value, qualifier: 'exact', qualifierWord: '', magnitude: null, status: 'reported' }
}

export type Level = Pick<Draft, 'unitLevel' | 'unitName' | 'scopeVi' | 'scopeEn' | 'levelRelation'>

export const OWN: Level = { unitLevel: 'tinh', unitName: 'Công an tỉnh', scopeVi: '', scopeEn: '', levelRelation: '' }
export const LOWER: readonly Level[] = [
  {
    unitLevel: 'tinh',
    unitName: 'Đoàn Thanh niên',
    scopeVi: 'chỉ Đoàn Thanh niên',
    scopeEn: 'Youth Union only',
    levelRelation: '',
  },
  { unitLevel: 'xa', unitName: 'Công an xã Long Toàn', scopeVi: 'chỉ xã Long Toàn', scopeEn: '', levelRelation: 'within' },
  { unitLevel: 'xa', unitName: 'Công an xã Long Toàn', scopeVi: 'chỉ xã Long Toàn', scopeEn: '', levelRelation: '' },
  { unitLevel: 'huyen', unitName: 'Công an huyện Ý Yên', scopeVi: '', scopeEn: '', levelRelation: 'within' },
]
/** The row of an expected commune. */
export function ofCommune(unitName: string): Level {
  return { unitLevel: 'xa', unitName, scopeVi: unitName.replace('Công an', 'chỉ'), scopeEn: '', levelRelation: 'within' }
}

export const ADDITIONAL: Level = {
  unitLevel: 'phong',
  unitName: 'Phòng An ninh',
  scopeVi: 'chỉ Phòng An ninh',
  scopeEn: 'Security only',
  levelRelation: 'additional',
}

const levels = fc.oneof(
  { weight: 6, arbitrary: fc.constant(OWN) },
  { weight: 1, arbitrary: fc.constantFrom(...LOWER) },
  { weight: 1, arbitrary: fc.constant(ADDITIONAL) },
)

/** A row of an own unit on the days of `span`, of a kind that is said in full or by one value of a breakdown. */
export interface RowOf {
  readonly kind: string
  readonly place: TerritoryRef
  readonly span: Span
  readonly said: Said
  readonly key?: string
  readonly value?: string
}

export function rowOf({ kind, place, span, said, key = '', value = '' }: RowOf, more: Partial<Draft> = {}): Draft {
  return {
    observationId: '',
    sourceId: 'A',
    revision: 1,
    territorySet: place.set,
    provinceCode: place.code,
    ...OWN,
    periodStart: span[0],
    periodEnd: span[1],
    periodBasis: 'stated',
    durationStated: '',
    indicator: kind,
    breakdownKey: key,
    breakdownValue: key === '' ? '' : value,
    unit: kind === 'share' || kind === 'rate' ? 'percent' : 'tip',
    needsVerification: false,
    ...said,
    ...more,
  }
}

/** Any row at all. */
export function anyRow({ places, spans }: Setting): fc.Arbitrary<Draft> {
  return fc
    .record({
      kind: fc.constantFrom('flow', 'flow', 'flow', 'stock', 'stock', ...KINDS.map(({ code }) => code)),
      place: fc.constantFrom(...places),
      level: levels,
      span: fc.constantFrom(...spans),
      basis: fc.constantFrom<Observation['periodBasis']>('stated', 'stated', 'stated', 'carried', 'as_of', 'not_stated'),
      source: fc.constantFrom('A', 'A', 'B', 'C', 'D', 'E'),
      revision: fc.constantFrom(1, 1, 1, 2),
      said: saids,
      key: fc.nat(9),
      value: fc.constantFrom('x', ...VALUES),
      gram: fc.nat(9),
      verify: fc.nat(5),
      duration: fc.constantFrom('', '', 'P5Y'),
    })
    .map((r) => {
      const keys = ['', '', ...keysOf(r.kind)]
      const key = keys[r.key % keys.length] ?? ''
      return rowOf(
        { ...r, key },
        {
          ...r.level,
          sourceId: r.source,
          revision: r.revision,
          periodBasis: r.basis,
          durationStated: r.duration,
          needsVerification: r.verify === 0,
          ...(r.gram === 0 ? { unit: 'gram' } : {}),
        },
      )
    })
}
