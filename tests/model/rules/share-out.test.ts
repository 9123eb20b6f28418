import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Figure } from '../../../src/model/figure.ts'
import type { Observation } from '../../../src/model/observation.ts'
import { daysBetween } from '../../../src/model/rules/periods.ts'
import { type ClosedWindow, type StraddlingRow, shareOut } from '../../../src/model/rules/share-out.ts'
import { book, dated, figuresFrom, resolvedFrom } from '../../support/observation.ts'

const H1: ClosedWindow = { from: '2024-01-01', to: '2024-06-30' }

/** Figures of one window, with what straddles it shared out. */
function shared(rows: readonly Partial<Observation>[], window = H1, filter = {}): Figure[] {
  const straddling = resolvedFrom(rows).flatMap((row): StraddlingRow[] => {
    const { periodStart, periodEnd } = row
    if (row.leftOut !== null || row.figureScope !== '' || periodStart === null || periodEnd === null) return []
    if (periodStart > window.to || periodEnd < window.from || (periodStart >= window.from && periodEnd <= window.to)) return []
    const report = Number(`${periodStart}${periodEnd}`.replaceAll('-', '').slice(2)) + row.sourceId.charCodeAt(0)
    return [{ ...row, periodStart, periodEnd, report, isAgain: false }]
  })
  return shareOut(figuresFrom(rows, { window, filter }), straddling, { window, filter, book: book() })
}

const standing = (figures: readonly Figure[]) => figures.filter(({ stands }) => stands)
const JUNE_JULY = dated('2024-06-15', '2024-07-14')

describe('a flow that straddles a window', () => {
  test('gives its days inside', () => {
    const [figure, ...others] = shared([{ ...JUNE_JULY, value: 120 }])
    expect(others).toEqual([])
    expect(figure).toMatchObject({
      ...{ value: 64, days: 16, daysOf: 182, estimated: true, state: 'value', basis: 'total', stands: true },
      ...{ terms: [0], shared: [{ row: 0, days: 16, of: 30 }], sources: ['A'] },
      period: { start: '2024-06-15', end: '2024-06-30' },
      comparisonKey: 'tips|total|tip|P:2024-06-15/2024-06-30',
    })
  })

  test('makes a figure whole that lacks its days only', () => {
    const [figure] = shared([
      { ...dated('2024-01-01', '2024-06-14'), value: 50 },
      { ...JUNE_JULY, value: 120 },
    ])
    expect(figure).toMatchObject({ value: 114, days: 182, terms: [0, 1], shared: [{ row: 1, days: 16, of: 30 }] })
    expect(figure?.comparisonKey).toBe('tips|total|tip|W:2024-01-01/2024-06-30')
  })

  test('gives no day that a figure has, and fills what lies between two', () => {
    const [figure] = shared([
      { ...dated('2024-01-01', '2024-02-29'), value: 10 },
      { ...dated('2024-06-01', '2024-06-30'), value: 20 },
      { ...dated('2023-01-01', '2024-12-31'), value: 731 },
    ])
    expect(figure).toMatchObject({ value: 30 + 92, days: 182, shared: [{ row: 2, days: 92, of: 731 }] })
  })

  test('leaves a figure of all days alone', () => {
    const rows = [
      { ...H1, ...dated(H1.from, H1.to), value: 10 },
      { ...JUNE_JULY, value: 120 },
    ]
    expect(shared(rows)).toEqual(figuresFrom(rows, { window: H1 }))
  })

  test('without a number gives nothing, and a figure in words stays in words', () => {
    const words = { value: null, qualifier: 'unquantified', magnitude: 100 } as const
    expect(shared([{ ...JUNE_JULY, ...words }])).toEqual([])
    const [figure] = shared([
      { ...dated('2024-01-01', '2024-06-14'), ...words },
      { ...JUNE_JULY, value: 30 },
    ])
    expect(figure).toMatchObject({ value: null, state: 'in_words', estimated: false })
  })

  test('of nothing is nothing, in doubt is in doubt', () => {
    expect(shared([{ ...JUNE_JULY, value: 0 }])[0]).toMatchObject({ value: 0, state: 'zero', estimated: true })
    const [doubtful] = shared([{ ...JUNE_JULY, value: 30, needsVerification: true, status: 'provisional' }])
    expect(doubtful).toMatchObject({ needsVerification: true, provisional: true })
  })

  test('in another unit is not added', () => {
    const rows = [
      { ...dated('2024-01-01', '2024-06-14'), value: 50 },
      { ...JUNE_JULY, value: 120, unit: 'item' },
    ]
    expect(shared(rows)).toEqual(figuresFrom(rows, { window: H1 }))
  })
})

describe('parts', () => {
  const part = (breakdownValue: string, value: number, time = JUNE_JULY) => ({
    ...time,
    ...{ indicator: 'gifts', unit: 'gift', breakdownKey: 'recipient', breakdownValue, value },
  })
  const before = dated('2024-01-01', '2024-06-14')

  test('are shared each by itself, and add up to their sum', () => {
    const figures = shared([part('x', 30), part('y', 60), part('x', 5, before), part('y', 6, before)])
    const sum = figures.find(({ basis }) => basis === 'parts_sum')
    expect(sum).toMatchObject({ value: 11 + 16 + 32, days: 182, estimated: true, stands: true, breakdownValues: ['x', 'y'] })
    expect(figures.filter(({ basis }) => basis === 'part').map(({ value, stands }) => [value, stands])).toEqual([
      [21, false],
      [38, false],
    ])
    expect(sum?.shared?.map(({ row }) => row)).toEqual([0, 1])
  })

  test('that are reported inside are not displaced by a total that straddles', () => {
    const figures = standing(shared([part('x', 5, before), { ...part('', 99), breakdownKey: '' }]))
    expect(figures.map(({ basis, value }) => [basis, value])).toEqual([['parts_sum', 5]])
  })

  test('beside a total that straddles as they do are its parts', () => {
    const rows = [part('x', 30), part('y', 60), { ...part('', 90), breakdownKey: '' }]
    expect(standing(shared(rows)).map(({ basis, value, mismatch }) => [basis, value, mismatch])).toEqual([['total', 48, false]])
    const unlike = standing(shared([...rows.slice(0, 2), { ...part('', 120), breakdownKey: '' }]))
    expect(unlike.map(({ value, mismatch }) => [value, mismatch])).toEqual([[64, true]])
  })

  test('of which only one is filled leave the sum of the days that they share', () => {
    const figures = shared([part('x', 30), part('x', 5, before), part('y', 6, before)])
    expect(standing(figures)).toMatchObject([{ basis: 'parts_sum', value: 11, days: 166, estimated: false }])
  })
})

const DAY = 86_400_000
const START = Date.parse('2023-12-01')
const dayAt = (nth: number) => new Date(START + nth * DAY).toISOString().slice(0, 10)
const anyRow = fc
  .record({ start: fc.nat(300), length: fc.integer({ min: 1, max: 120 }), value: fc.nat(500), source: fc.constantFrom('A', 'B') })
  .map(({ start, length, value, source }) => ({
    ...dated(dayAt(start), dayAt(start + length - 1)),
    ...{ value, sourceId: source },
  }))
const oneOfEach = fc.uniqueArray(anyRow, { minLength: 1, maxLength: 7, selector: (row) => `${row.periodStart}${row.periodEnd}` })

test('each day of a window is counted once: as reported, or as a day of the shortest row that straddles it', () => {
  fc.assert(
    fc.property(oneOfEach, (rows) => {
      const plain = figuresFrom(rows, { window: H1 })[0]
      const covered = plain ? daysIn(plain.comparisonKey.split('|')[3] ?? '') : new Set<string>()
      const straddles = rows.filter(
        ({ periodStart: start, periodEnd: end }) =>
          (start ?? '') <= H1.to && (end ?? '') >= H1.from && ((start ?? '') < H1.from || (end ?? '') > H1.to),
      )
      const length = (row: (typeof rows)[number]) => daysBetween(row.periodStart ?? '', row.periodEnd ?? '')
      let [value, days] = [plain?.value ?? 0, covered.size]
      for (let time = Date.parse(H1.from); time <= Date.parse(H1.to); time += DAY) {
        const day = new Date(time).toISOString().slice(0, 10)
        if (covered.has(day)) continue
        const holding = straddles.filter(({ periodStart, periodEnd }) => (periodStart ?? '') <= day && (periodEnd ?? '') >= day)
        const least = Math.min(...holding.map(length))
        const first = holding.filter((row) => length(row) === least).sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1))
        // Of one source and one length, either may come first.
        if (first.filter(({ sourceId }) => sourceId === first[0]?.sourceId).length > 1) return
        if (first[0]) [value, days] = [value + first[0].value / least, days + 1]
      }
      const figure = shared(rows)[0]
      expect(figure?.days ?? 0).toBe(days)
      expect(figure?.value ?? 0).toBeCloseTo(value, 6)
      expect(figure?.days ?? 0).toBeLessThanOrEqual(182)
      expect(daysIn(figure?.comparisonKey.split('|')[3] ?? '').size).toBe(days)
    }),
    { numRuns: 300 },
  )
})

test('a row shared over two neighbouring windows adds up to the row', () => {
  fc.assert(
    fc.property(anyRow, fc.integer({ min: 0, max: 420 }), (row, edge) => {
      const windows = [
        { from: '2023-01-01', to: dayAt(edge) },
        { from: dayAt(edge + 1), to: '2026-12-31' },
      ]
      const figures = windows.flatMap((window) => shared([row], window))
      expect(figures.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBeCloseTo(row.value, 9)
      expect(figures.reduce((sum, { days }) => sum + (days ?? 0), 0)).toBe(
        daysBetween(row.periodStart ?? '', row.periodEnd ?? ''),
      )
    }),
  )
})

/** The days of `W:from/to` or `P:from/to+from/to`. */
function daysIn(time: string): Set<string> {
  const days = new Set<string>()
  for (const span of time.slice(2).split('+').filter(Boolean)) {
    const [from = '', to = ''] = span.split('/')
    for (let at = Date.parse(from); at <= Date.parse(to); at += DAY) days.add(new Date(at).toISOString().slice(0, 10))
  }
  return days
}
