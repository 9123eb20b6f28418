import type { Dataset, Territories } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import { figure } from './figure.ts'
import { HAND_MADE } from './hand-made.ts'

/** The hand-made dataset with these provinces, and an indicator that is a share. It has no rows. */
export function mapWorld(territories: Territories): Dataset {
  const [tips] = HAND_MADE.indicators
  if (!tips) throw new Error('no indicator to take after')
  const share = {
    ...{ ...tips, code: 'share', unit: 'percent', aggregation: 'ratio' as const, decimals: 1 },
    label: { vi: 'Tỷ lệ xã có mô hình', en: 'Share of communes with a model' },
  }
  return {
    ...HAND_MADE,
    indicators: [...HAND_MADE.indicators, share],
    territories,
    territorySets: ['63', '34'],
    reporters: [...territories.keys()].filter((key) => key.startsWith('63:')),
    codes: [
      ...HAND_MADE.codes,
      { key: 'magnitude', value: '100', label: { vi: 'hàng trăm', en: 'hundreds' }, unit: null, parent: null, order: 0 },
    ],
  }
}

export const tipsOf = (code: string, value: number | null, more: Partial<Figure> = {}): Figure =>
  figure({ territory: { set: '63', code }, value, state: value === 0 ? 'zero' : 'value', ...more })

export const shareOf = (code: string, value: number, more: Partial<Figure> = {}): Figure =>
  tipsOf(code, value, { indicator: 'share', unit: 'percent', comparisonKey: 'share|total|percent|2024', ...more })

const scopeOf = (name: string): Partial<Figure> => ({
  scope: name,
  scopeVi: `chỉ ${name}`,
  scopeEn: `${name} only`,
  unitLevel: 'huyen',
  state: 'only_parts',
  comparisonKey: `tips|total|tip|2024|${name}`,
})

/** Amounts of one scale: exact, bounded on either side, about, nearly, ties, zero, remarks. */
export const AMOUNTS: readonly Figure[] = [
  tipsOf('01', 8968),
  tipsOf('79', 5200, { low: true, word: 'trên' }),
  tipsOf('46', 2127, { provisional: true }),
  tipsOf('77', 2127, { estimated: true, days: 305, daysOf: 366 }),
  tipsOf('40', 1500),
  tipsOf('48', 1100, { low: true, word: 'hơn' }),
  tipsOf('66', 1000, { approx: true, word: 'khoảng' }),
  tipsOf('38', 900, { approx: true, high: true, word: 'gần' }),
  tipsOf('22', 640),
  tipsOf('56', 75),
  tipsOf('96', 12),
  tipsOf('26', 0),
]

/** Figures that no size stands for: another time, a part of the place, in doubt, in words, withheld; two of one place. */
export const WITHOUT_SIZE: readonly Figure[] = [
  tipsOf('84', 2127, {
    period: { start: '2019-01-01', end: '2023-12-31', basis: 'stated', duration: '' },
    comparisonKey: 'tips|total|tip|2019-2023',
  }),
  tipsOf('35', 40, scopeOf('thị xã Duy Tiên')),
  tipsOf('91', 31, scopeOf('thành phố Rạch Giá')),
  tipsOf('91', 17, scopeOf('thành phố Phú Quốc')),
  tipsOf('20', 300, { needsVerification: true }),
  tipsOf('14', null, { state: 'in_words', magnitudes: [100] }),
  tipsOf('02', null, { state: 'suppressed' }),
  tipsOf('11', null, { state: 'not_applicable' }),
]

/** Shares of one scale in four of its five classes, zero among them. */
export const SHARES: readonly Figure[] = [
  shareOf('48', 99.9),
  shareOf('01', 96),
  shareOf('56', 81.5),
  shareOf('42', 80),
  shareOf('44', 79.9, { low: true, word: 'trên' }),
  shareOf('62', 64.2),
  shareOf('64', 60),
  shareOf('89', 41.3),
  shareOf('94', 22.5),
  shareOf('04', 18),
  shareOf('10', 0),
]

const merged = (figure: Figure): Figure => ({ ...figure, territory: { ...figure.territory, set: '34' } })

/** Shares of provinces of the list of 34, merged ones and others, every class, zero, and what has no size. */
export const MERGED_SHARES: readonly Figure[] = [
  shareOf('48', 99.9),
  shareOf('01', 96),
  shareOf('56', 81.5),
  shareOf('79', 80),
  shareOf('37', 79.9, { low: true, word: 'trên' }),
  shareOf('25', 64.2),
  shareOf('68', 60),
  shareOf('91', 41.3),
  shareOf('86', 22.5),
  shareOf('75', 18),
  shareOf('15', 0),
].map(merged)

/** The same list in amounts: circles, zero, in doubt, in words, withheld. */
export const MERGED_AMOUNTS: readonly Figure[] = [
  tipsOf('01', 8968),
  tipsOf('66', 2127, { low: true, word: 'trên' }),
  tipsOf('52', 900),
  tipsOf('96', 0),
  tipsOf('20', 300, { needsVerification: true }),
  tipsOf('51', null, { state: 'in_words', magnitudes: [100] }),
  tipsOf('08', null, { state: 'suppressed' }),
].map(merged)
