import type { Figure } from '../../src/model/figure.ts'

/** A figure of 10 tips of one province in 2024. What a test is about is written out, the rest is left to this. */
export function figure(partial: Partial<Figure> = {}): Figure {
  return {
    territory: { set: '63', code: '36' },
    indicator: 'tips',
    breakdownKey: '',
    breakdownValues: [],
    basis: 'total',
    stands: true,
    scope: '',
    scopeVi: '',
    scopeEn: '',
    unitLevel: 'tinh',
    period: { start: '2024-01-01', end: '2024-12-31', basis: 'stated', duration: '' },
    value: 10,
    unit: 'tip',
    low: false,
    high: false,
    approx: false,
    state: 'value',
    word: '',
    magnitudes: [],
    terms: [0],
    sources: ['A'],
    needsVerification: false,
    provisional: false,
    estimated: false,
    mismatch: false,
    finerDiffers: false,
    sameKeyAdded: false,
    isList: false,
    days: null,
    daysOf: null,
    comparisonKey: 'tips|total|tip|2024-01-01/2024-12-31/stated',
    ...partial,
  }
}
