import fc from 'fast-check'
import type { TerritoryRef } from '../../../src/model/territory.ts'
import { ADDITIONAL, anyRow, exactly, type Level, LOWER, numbers, rowOf, type Said, saids } from './rows.ts'
import { monthsOf, partsOf, type Setting, type Span } from './setting.ts'
import { type Draft, keysOf, VALUES } from './world-package.ts'

/** Rows that tell one thing together, so that a rule has something to decide. */
export type Story = fc.Arbitrary<readonly Draft[]>

export function stories(setting: Setting): Story {
  return fc.oneof(
    { weight: 3, arbitrary: anyRow(setting).map((row) => [row]) },
    { weight: 6, arbitrary: echoes(setting) },
    { weight: 3, arbitrary: monthly(setting) },
    { weight: 3, arbitrary: byOldUnits(setting) },
    { weight: 3, arbitrary: counts(setting) },
    { weight: 2, arbitrary: acrossTheMerger(setting) },
    { weight: 1, arbitrary: stockOverTime(setting) },
    { weight: 1, arbitrary: parts(setting) },
  )
}

/** A row, and rows that say nearly the same again. */
function echoes(setting: Setting): Story {
  const echo: fc.Arbitrary<Echo> = fc.record({
    how: fc.constantFrom(...ECHOES),
    said: saids,
    source: fc.constantFrom('A', 'B', 'C', 'D'),
    span: fc.constantFrom(...setting.spans),
    value: fc.constantFrom(...VALUES),
    basis: fc.constantFrom<Draft['periodBasis']>('stated', 'carried', 'as_of', 'not_stated'),
    level: fc.constantFrom(...LOWER),
  })
  return fc
    .tuple(anyRow(setting), fc.array(echo, { minLength: 1, maxLength: 3 }))
    .map(([row, all]) => [row, ...all.map((echo) => echoed(row, echo))])
}

const ECHOES = [
  'revision',
  'source',
  'again',
  'part',
  'total',
  'within',
  'additional',
  'elsewhen',
  'basis',
  'longer',
  'inner',
] as const

interface Echo {
  readonly how: (typeof ECHOES)[number]
  readonly said: Said
  readonly source: string
  readonly span: Span
  readonly value: string
  readonly basis: Draft['periodBasis']
  readonly level: Level
}

function echoed(row: Draft, { how, said, source, span, value, basis, level }: Echo): Draft {
  switch (how) {
    case 'revision':
      return { ...row, ...said, revision: row.revision + 1 }
    case 'source':
      return { ...row, ...said, sourceId: source }
    case 'again':
      return { ...row, ...said }
    case 'part':
      return row.breakdownKey === '' ? { ...row, ...said } : { ...row, ...said, breakdownValue: value }
    case 'total':
      return { ...row, breakdownKey: '', breakdownValue: '' }
    case 'within':
      return { ...row, ...said, ...level }
    case 'additional':
      return { ...row, ...exactly(9), ...ADDITIONAL }
    case 'elsewhen':
      return { ...row, ...said, periodStart: span[0], periodEnd: span[1] }
    case 'basis':
      return { ...row, ...said, periodBasis: basis }
    case 'longer':
      return { ...row, ...said, periodStart: '2019-01-01' }
    case 'inner':
      return { ...row, indicator: 'inner', breakdownKey: '', breakdownValue: '' }
  }
}

/** A flow by months of the year, with or without longer rows that agree with them or not. */
function monthly(setting: Setting): Story {
  return fc
    .record({
      place: fc.constantFrom(...setting.places),
      from: fc.constantFrom(0, 0, 6),
      count: fc.constantFrom(2, 3, 6, 6, 12),
      missing: fc.constantFrom(-1, -1, 2, 5),
      said: fc.array(numbers, { minLength: 12, maxLength: 12 }),
      longer: fc.subarray([3, 6, 12, 12]),
      off: fc.constantFrom(0, 0, 3),
      key: fc.constantFrom('', '', 'add', 'kind'),
      alsoY: fc.boolean(),
    })
    .map(({ place, from, count, missing, said, longer, off, key, alsoY }) => {
      const months = monthsOf(setting).slice(from, from + count)
      const rows = months.map((span, at) => rowOf({ kind: 'flow', place, span, said: said[at] ?? exactly(1), key, value: 'x' }))
      const within = (span: Span) =>
        rows.filter((row) => (row.periodStart ?? '') >= (span[0] ?? '') && (row.periodEnd ?? '') <= (span[1] ?? ''))
      const coarse = longer.flatMap((length) =>
        partsOf(setting, length)
          .slice(0, 2)
          .map((span) => {
            const sum = within(span).reduce((all, { value }) => all + (value ?? 0), 0)
            return rowOf({ kind: 'flow', place, span, said: exactly(sum + off), key, value: 'x' })
          }),
      )
      const kept = rows.filter((_, at) => at !== missing)
      const other = alsoY && key !== '' ? kept.slice(0, 6).map((row) => ({ ...row, breakdownValue: 'y' })) : []
      return [...kept, ...coarse, ...other]
    })
}

/** The same thing from some or all old units of a new one, of one time or nearly. */
function byOldUnits(setting: Setting): Story {
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
      silent: fc.constantFrom(-1, -1, -1, 0, 1),
      late: fc.constantFrom(-1, -1, -1, 0, 1),
      doubted: fc.constantFrom(-1, -1, -1, -1, 0),
      twice: fc.constantFrom(-1, -1, -1, -1, 1),
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
      const again = olds.filter((_, at) => at === twice)
      return [...olds, ...again, ...(native === 0 ? [row(cluster.unit, 3)] : [])]
    })
}

/** Both counts of a ratio, from one place or from all old units, with a printed one that may be wrong or of another time. */
function counts(setting: Setting): Story {
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
      says: fc.constantFrom(25, 33.3, 50, 100),
      apart: fc.nat(5),
      level: fc.nat(7),
    })
    .map(({ cluster, all, place, flows, spans, tops, bottoms, printed, says, apart, level }) => {
      const [top, bottom, ratio] = flows ? ['won', 'tried', 'rate'] : ['top', 'bottom', 'share']
      const more = level === 0 ? LOWER[0] : {}
      return (all ? cluster.olds : [place]).flatMap((unit, at) =>
        spans.flatMap((span): Draft[] => {
          const other: Span = apart === 0 ? (setting.spans[0] ?? span) : span
          return [
            rowOf({ kind: top as string, place: unit, span, said: tops[at] ?? exactly(1) }, more),
            rowOf({ kind: bottom as string, place: unit, span: other, said: bottoms[at] ?? exactly(4) }, more),
            ...(printed === 'none'
              ? []
              : [
                  rowOf(
                    {
                      kind: ratio as string,
                      place: unit,
                      span: printed === 'same' ? span : ['2023-01-01', '2023-12-31'],
                      said: exactly(says),
                    },
                    more,
                  ),
                  ...(printed === 'other'
                    ? [
                        rowOf(
                          { kind: ratio as string, place: unit, span: partsOf(setting, 3)[1] ?? span, said: exactly(says) },
                          more,
                        ),
                      ]
                    : []),
                ]),
          ]
        }),
      )
    })
}

/** Old units up to the merger, the new one after it, or over days that both have. */
function acrossTheMerger(setting: Setting): Story {
  const befores: readonly Span[] = [
    ['2025-01-01', '2025-06-30'],
    ['2025-04-01', '2025-06-30'],
    ['2025-01-01', '2025-12-31'],
    ['2025-01-01', '2025-09-30'],
  ]
  const afters: readonly Span[] = [
    ['2025-07-01', '2025-12-31'],
    ['2025-07-01', '2025-12-31'],
    ['2025-07-01', '2025-09-30'],
    ['2025-06-15', '2025-07-14'],
    ['2025-01-01', '2025-12-31'],
  ]
  return fc
    .record({
      cluster: fc.constantFrom(...setting.clusters),
      before: fc.constantFrom(...befores),
      after: fc.constantFrom(...afters),
      of: fc.constantFrom<readonly string[]>(['flow'], ['flow'], ['stock'], ['won', 'tried'], ['printed']),
      said: fc.array(numbers, { minLength: 8, maxLength: 8 }),
      silent: fc.constantFrom(-1, -1, -1, 0),
      doubted: fc.constantFrom(false, false, false, true),
      part: fc.nat(6),
    })
    .map(({ cluster, before, after, of, said, silent, doubted, part }) =>
      of.flatMap((kind, nth) => [
        ...cluster.olds
          .filter((_, at) => at !== silent)
          .map((place, at) =>
            rowOf({ kind, place, span: before, said: said[at + 4 * nth] ?? exactly(1) }, part === 0 ? LOWER[0] : {}),
          ),
        rowOf(
          { kind, place: cluster.unit, span: after, said: said[3 + 4 * nth] ?? exactly(1) },
          { needsVerification: doubted, ...(part === 0 ? LOWER[0] : {}) },
        ),
      ]),
    )
}

function stockOverTime(setting: Setting): Story {
  const days = fc.uniqueArray(fc.constantFrom(...monthsOf(setting)), { minLength: 2, maxLength: 5 })
  return fc
    .tuple(fc.constantFrom(...setting.places), days, fc.array(numbers, { minLength: 5, maxLength: 5 }), fc.boolean())
    .map(([place, ends, said, started]) =>
      ends.map(([start, end], at) =>
        rowOf(
          { kind: 'stock', place, span: [started ? start : null, end], said: said[at] ?? exactly(1) },
          { periodBasis: 'as_of' },
        ),
      ),
    )
}

/** Parts under one or two breakdowns, with or without their total. */
function parts(setting: Setting): Story {
  return fc
    .record({
      place: fc.constantFrom(...setting.places),
      kind: fc.constantFrom('flow', 'stock'),
      span: fc.constantFrom(...setting.spans),
      keys: fc.subarray(['add', 'more', 'kind', 'said'], { minLength: 1 }),
      said: fc.array(numbers, { minLength: 3, maxLength: 3 }),
      count: fc.constantFrom(1, 2, 3),
      total: fc.constantFrom(-1, -1, 0, 4),
    })
    .map(({ place, kind, span, keys, said, count, total }) => {
      const used = keys.filter((key) => keysOf(kind).includes(key))
      const rows = used.flatMap((key) =>
        VALUES.slice(0, count).map((value, at) => rowOf({ kind, place, span, said: said[at] ?? exactly(1), key, value })),
      )
      const sum = said.slice(0, count).reduce((all, { value }) => all + (value ?? 0), 0)
      return total < 0 ? rows : [...rows, rowOf({ kind, place, span, said: exactly(sum + total) })]
    })
}
