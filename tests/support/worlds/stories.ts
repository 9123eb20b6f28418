import fc from 'fast-check'
import { ADDITIONAL, anyRow, exactly, type Level, LOWER, numbers, rowOf, type Said, saids } from './rows.ts'
import { monthsOf, partsOf, type Setting, type Span } from './setting.ts'
import { acrossTheMerger, byOldUnits, counts, ofCommunes, sideBySide } from './stories-of-units.ts'
import type { Story } from './story.ts'
import { type Draft, keysOf, VALUES } from './world-package.ts'

export function stories(setting: Setting): Story {
  return fc.oneof(
    { weight: 3, arbitrary: anyRow(setting).map((row) => [row]) },
    { weight: 6, arbitrary: echoes(setting) },
    { weight: 3, arbitrary: monthly(setting) },
    { weight: 4, arbitrary: byOldUnits(setting) },
    { weight: 3, arbitrary: counts(setting) },
    { weight: 4, arbitrary: acrossTheMerger(setting) },
    { weight: 2, arbitrary: ofCommunes(setting) },
    { weight: 1, arbitrary: stockOverTime(setting) },
    { weight: 2, arbitrary: parts(setting) },
    { weight: 4, arbitrary: sideBySide(setting) },
    { weight: 1, arbitrary: additions(setting) },
    { weight: 1, arbitrary: cumulative(setting) },
    { weight: 3, arbitrary: bySeveralSources(setting) },
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
  'grams',
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
    case 'grams':
      return { ...row, ...exactly(6), unit: 'gram' }
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

/** An own row with what is added to it, or is not. */
function additions(setting: Setting): Story {
  return fc
    .record({
      place: fc.constantFrom(...setting.places),
      kind: fc.constantFrom('flow', 'stock', 'printed'),
      span: fc.constantFrom(...setting.spans),
      said: fc.tuple(numbers, numbers),
      source: fc.constantFrom('A', 'A', 'B', 'D'),
      ownSource: fc.constantFrom('A', 'A', 'B', 'D'),
      elsewhen: fc.option(fc.constantFrom(...setting.spans), { freq: 4 }),
      own: fc.nat(4),
    })
    .map(({ place, kind, span, said, source, ownSource, elsewhen, own }) => {
      const added = rowOf({ kind, place, span: elsewhen ?? span, said: said[1] }, { ...ADDITIONAL, sourceId: source })
      return own === 0 ? [added] : [rowOf({ kind, place, span, said: said[0] }, { sourceId: ownSource }), added]
    })
}

/** Rows from the first day of the year to the end of each quarter, beside those of single months or quarters. */
function cumulative(setting: Setting): Story {
  return fc
    .record({
      place: fc.constantFrom(...setting.places),
      said: fc.array(numbers, { minLength: 4, maxLength: 4 }),
      until: fc.subarray([0, 1, 2, 3], { minLength: 1 }),
      alone: fc.subarray([0, 1, 2, 3]),
    })
    .map(({ place, said, until, alone }) => {
      const quarters = partsOf(setting, 3)
      const [first = ''] = quarters[0] ?? []
      const upTo = (at: number) => said.slice(0, at + 1).reduce((all, { value }) => all + (value ?? 0), 0)
      return [
        ...until.map((at) => rowOf({ kind: 'flow', place, span: [first, quarters[at]?.[1] ?? null], said: exactly(upTo(at)) })),
        ...alone.map((at) => rowOf({ kind: 'flow', place, span: quarters[at] ?? [null, null], said: said[at] ?? exactly(1) })),
      ]
    })
}

/** Two or three sources that tell of one year by its first months, by quarters or longer, each with some of them left out. */
function bySeveralSources(setting: Setting): Story {
  const report = fc.record({
    source: fc.constantFrom('A', 'B', 'C', 'D'),
    length: fc.constantFrom(1, 3, 3, 6, 12),
    missing: fc.subarray([0, 1, 2, 3], { maxLength: 2 }),
    said: fc.array(numbers, { minLength: 6, maxLength: 6 }),
  })
  return fc
    .record({ place: fc.constantFrom(...setting.places), reports: fc.array(report, { minLength: 2, maxLength: 3 }) })
    .map(({ place, reports }) =>
      reports.flatMap(({ source, length, missing, said }) =>
        partsOf(setting, length)
          .slice(0, 6)
          .flatMap((span, at) =>
            missing.includes(at)
              ? []
              : [rowOf({ kind: 'flow', place, span, said: said[at] ?? exactly(1) }, { sourceId: source })],
          ),
      ),
    )
}
