import fc from 'fast-check'
import type { TerritoryRef } from '../../../src/model/territory.ts'
import { exactly, LOWER, numbers, ofCommune, rowOf, type Said, saids } from './rows.ts'
import { partsOf, type Setting, type Span } from './setting.ts'
import type { Story } from './story.ts'
import { type Draft, EXPECTED_COMMUNES, keysOf } from './world-package.ts'

/** The same thing from some or all old units of a new one, of one time or nearly. */
export function byOldUnits(setting: Setting): Story {
  return fc
    .record({
      cluster: fc.constantFrom(...setting.clusters),
      kind: fc.constantFrom('flow', 'flow', 'stock', 'stock', 'printed'),
      key: fc.constantFrom('', '', '', 'add', 'kind'),
      span: fc.constantFrom(...partsOf(setting, 12), ...partsOf(setting, 6), ...partsOf(setting, 3)),
      said: fc.array(fc.oneof({ weight: 2, arbitrary: numbers }, { weight: 1, arbitrary: saids }), {
        minLength: 4,
        maxLength: 4,
      }),
      silent: fc.constantFrom(-1, -1, -1, -1, 0, 1),
      late: fc.constantFrom(-1, -1, 0, 1),
      doubted: fc.constantFrom(-1, -1, -1, -1, 0),
      twice: fc.constantFrom(-1, -1, -1, 0, 1),
      native: fc.nat(3),
    })
    .map(({ cluster, kind, key, span, said, silent, late, doubted, twice, native }) => {
      const used = keysOf(kind).includes(key) ? key : ''
      const row = (place: TerritoryRef, at: number): Draft => {
        const base = rowOf(
          { kind, place, span, said: said[at] ?? exactly(2), key: used, value: 'x' },
          { needsVerification: at === doubted },
        )
        return at === late ? { ...base, periodEnd: span[1]?.replace(/..$/, '15') ?? null } : base
      }
      const olds = cluster.olds.map(row).filter((_, at) => at !== silent)
      const again = olds.filter((_, at) => at === twice).map((row) => ({ ...row }))
      return [...olds, ...again, ...(native === 0 ? [row(cluster.unit, 3)] : [])]
    })
}

const OVER: Partial<Draft> = { value: 10, qualifier: 'at_least', qualifierWord: 'trên', magnitude: null, status: 'reported' }
const AT_MOST: Partial<Draft> = {
  value: 40,
  qualifier: 'at_most',
  qualifierWord: 'không quá',
  magnitude: null,
  status: 'reported',
}

/** What the two counts of a ratio are bounded by; mostly by nothing. */
const BOUNDS: readonly (readonly [Partial<Draft>, Partial<Draft>])[] = [
  [{}, {}],
  [{}, {}],
  [{}, {}],
  [{}, {}],
  [OVER, OVER],
  [AT_MOST, AT_MOST],
  [OVER, AT_MOST],
  [{}, OVER],
]

/** Both counts of a ratio, from one place or from all old units, with a printed one that may be wrong or of another time. */
export function counts(setting: Setting): Story {
  return fc
    .record({
      cluster: fc.constantFrom(...setting.clusters),
      all: fc.boolean(),
      place: fc.constantFrom(...setting.places),
      flows: fc.boolean(),
      spans: fc.constantFrom<readonly Span[]>(
        ...[...partsOf(setting, 12), ...partsOf(setting, 6)].map((span) => [span]),
        partsOf(setting, 6),
      ),
      tops: fc.array(numbers, { minLength: 3, maxLength: 3 }),
      bottoms: fc.array(numbers, { minLength: 3, maxLength: 3 }),
      printed: fc.constantFrom('none', 'none', 'same', 'other'),
      off: fc.constantFrom(0, 0.04, 0.06, -0.3, 25),
      bounds: fc.constantFrom(...BOUNDS),
      apart: fc.nat(5),
      level: fc.nat(7),
    })
    .map(({ cluster, all, place, flows, spans, tops, bottoms, printed, off, bounds, apart, level }) => {
      const [top, bottom, ratio] = flows ? ['won', 'tried', 'rate'] : ['top', 'bottom', 'share']
      const more = level === 0 ? LOWER[0] : {}
      return (all ? cluster.olds : [place]).flatMap((unit, at) =>
        spans.flatMap((span): Draft[] => {
          const says = exactly(quotientOf(tops[at], bottoms[at]) + off)
          const other: Span = apart === 0 ? (setting.spans[0] ?? span) : span
          return [
            rowOf({ kind: top as string, place: unit, span, said: tops[at] ?? exactly(1) }, { ...more, ...bounds[0] }),
            rowOf(
              { kind: bottom as string, place: unit, span: other, said: bottoms[at] ?? exactly(4) },
              { ...more, ...bounds[1] },
            ),
            ...(printed === 'none'
              ? []
              : [
                  rowOf(
                    {
                      kind: ratio as string,
                      place: unit,
                      span: printed === 'same' ? span : ['2023-01-01', '2023-12-31'],
                      said: says,
                    },
                    more,
                  ),
                  ...(printed === 'other'
                    ? [rowOf({ kind: ratio as string, place: unit, span: partsOf(setting, 3)[1] ?? span, said: says }, more)]
                    : []),
                ]),
          ]
        }),
      )
    })
}

/** In percent; of no use where a count is none. */
function quotientOf(top: Said | undefined, bottom: Said | undefined): number {
  return (100 * (top?.value ?? 1)) / (bottom?.value || 4)
}

/** Old units up to the merger, the new one after it, or over days that both have, in one report or in several. */
export function acrossTheMerger(setting: Setting): Story {
  const befores: readonly (readonly Span[])[] = [
    [['2025-01-01', '2025-06-30']],
    [['2025-01-01', '2025-06-30']],
    [['2025-04-01', '2025-06-30']],
    [['2025-01-01', '2025-12-31']],
    [['2025-01-01', '2025-09-30']],
    [YEAR_2024, ['2025-01-01', '2025-06-30']],
    [YEAR_2024, ['2025-01-01', '2025-03-31'], ['2025-04-01', '2025-06-30']],
    [YEAR_2024, ['2025-01-01', '2025-03-31'], ['2025-01-01', '2025-06-30']],
  ]
  const afters: readonly (readonly Span[])[] = [
    [['2025-07-01', '2025-12-31']],
    [['2025-07-01', '2025-12-31']],
    [['2025-07-01', '2025-09-30']],
    [['2025-06-15', '2025-07-14']],
    [YEAR_2025],
    [YEAR_2025, ['2025-07-01', '2025-12-31']],
    [YEAR_2025, ['2025-01-01', '2025-09-30'], ['2025-07-01', '2025-09-30'], ['2025-10-01', '2025-12-31']],
    [
      ['2025-01-01', '2025-09-30'],
      ['2025-06-15', '2025-07-14'],
      ['2025-07-15', '2025-09-30'],
    ],
  ]
  return fc
    .record({
      cluster: fc.constantFrom(...setting.clusters),
      before: fc.constantFrom(...befores),
      after: fc.constantFrom(...afters),
      of: fc.constantFrom<readonly string[]>(['flow'], ['flow'], ['flow'], ['stock'], ['won', 'tried'], ['printed']),
      key: fc.constantFrom('', '', '', 'add', 'kind'),
      said: fc.array(fc.oneof({ weight: 5, arbitrary: numbers }, { weight: 1, arbitrary: saids }), {
        minLength: 13,
        maxLength: 13,
      }),
      silent: fc.constantFrom(-1, -1, -1, -1, 0),
      doubted: fc.constantFrom(false, false, true),
      part: fc.nat(9),
    })
    .map(({ cluster, before, after, of, key, said, silent, doubted, part }) =>
      of.flatMap((kind, nth) => {
        const row = (place: TerritoryRef, span: Span, at: number, more: Partial<Draft> = {}) =>
          rowOf(
            {
              ...{ kind, place, span, said: said[(at + 4 * nth) % said.length] ?? exactly(1) },
              ...{ key: keysOf(kind).includes(key) ? key : '', value: 'x' },
            },
            { ...(part === 0 ? LOWER[0] : {}), ...more },
          )
        return [
          ...cluster.olds
            .filter((_, at) => at !== silent)
            .flatMap((place, at) => before.map((span, piece) => row(place, span, at + 3 * piece))),
          ...after.map((span, piece) => row(cluster.unit, span, 9 + piece, { needsVerification: doubted })),
        ]
      }),
    )
}

const YEAR_2024: Span = ['2024-01-01', '2024-12-31']
const YEAR_2025: Span = ['2025-01-01', '2025-12-31']

/** Communes of provinces that the package expects them of, one or both, or another one; the province may have its own figure. */
export function ofCommunes(setting: Setting): Story {
  return fc
    .record({
      cluster: fc.constantFrom(...setting.clusters),
      kind: fc.constantFrom('flow', 'flow', 'won', 'stock', 'inner'),
      key: fc.constantFrom('', '', '', 'add', 'kind'),
      spans: fc.constantFrom<readonly Span[]>(...partsOf(setting, 12).map((span) => [span]), partsOf(setting, 6)),
      names: fc.constantFrom(EXPECTED_COMMUNES, EXPECTED_COMMUNES, EXPECTED_COMMUNES, EXPECTED_COMMUNES.slice(1), [
        'Công an xã Lạ',
      ]),
      isAll: fc.nat(3),
      said: fc.array(fc.oneof({ weight: 4, arbitrary: numbers }, { weight: 1, arbitrary: saids }), {
        minLength: 9,
        maxLength: 9,
      }),
      own: fc.nat(5),
      doubted: fc.nat(7),
    })
    .map(({ cluster, kind, key, spans, names, isAll, said, own, doubted }) => {
      const used = keysOf(kind).includes(key) ? key : ''
      const places = isAll === 0 ? [cluster.unit] : cluster.olds
      const row = (place: TerritoryRef, span: Span, at: number, more: Partial<Draft> = {}) =>
        rowOf({ kind, place, span, said: said[at % said.length] ?? exactly(1), key: used, value: 'x' }, more)
      return places.flatMap((place, unit) => [
        ...names.flatMap((name, nth) =>
          spans.map((span, piece) =>
            row(place, span, unit + 3 * nth + piece, { ...ofCommune(name), needsVerification: doubted === 0 && nth === 0 }),
          ),
        ),
        ...(own === 0 ? spans.map((span, piece) => row(place, span, 7 + piece)) : []),
      ])
    })
}

/** One thing from several places: of one time and basis or nearly, exact or bounded on either side. */
/** Two places that say of one year how much at least and how much at most. */
export function boundedApart(setting: Setting): Story {
  return fc
    .record({
      places: fc.uniqueArray(fc.constantFrom(...setting.places), {
        minLength: 2,
        maxLength: 2,
        selector: ({ set, code }) => set + code,
      }),
      kind: fc.constantFrom('flow', 'stock', 'inner'),
      span: fc.constantFrom(...partsOf(setting, 12)),
    })
    .map(({ places, kind, span }) =>
      places.map((place, at) => rowOf({ kind, place, span, said: { ...exactly(5), ...(at === 0 ? OVER : AT_MOST) } })),
    )
}

export function sideBySide(setting: Setting): Story {
  const one = fc.record({
    place: fc.constantFrom(...setting.places),
    said: fc.oneof(numbers, saids, fc.constant({ ...exactly(0), ...OVER }), fc.constant({ ...exactly(0), ...AT_MOST })),
    basis: fc.constantFrom<Draft['periodBasis']>('stated', 'stated', 'stated', 'carried', 'as_of'),
    source: fc.constantFrom('A', 'B'),
    verify: fc.nat(7),
  })
  return fc
    .record({
      kind: fc.constantFrom('flow', 'stock', 'printed', 'inner'),
      span: fc.constantFrom<Span>(
        ...partsOf(setting, 12),
        ...partsOf(setting, 6),
        [null, null],
        [null, null],
        [null, null],
        [null, `${setting.year}-12-31`],
      ),
      all: fc.uniqueArray(one, { minLength: 2, maxLength: 4, selector: ({ place }) => `${place.set}:${place.code}` }),
    })
    .map(({ kind, span, all }) =>
      all.map(({ place, said, basis, source, verify }) =>
        rowOf({ kind, place, span, said }, { periodBasis: basis, sourceId: source, needsVerification: verify === 0 }),
      ),
    )
}
