import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Figure } from '../../../src/model/figure.ts'
import { bucketsBetween } from '../../../src/model/rhythm.ts'
import { INDEX_UNIT, indexMeasure, indexSeries } from '../../../src/model/rules/index-series.ts'
import { monthly, months } from '../../support/line-states.ts'

const BUCKETS = bucketsBetween('2024-01-01', '2024-12-31', 'month')

function indexed(figures: readonly Figure[]) {
  const placed = BUCKETS.map(({ to }) => figures.filter(({ period }) => period.end === to))
  return indexSeries(placed, BUCKETS)
}

/** `3: 150` by month for one place. */
function told(figures: readonly Figure[], place: string): string[] {
  return indexed(figures).figures.flatMap((all, at) =>
    all
      .filter(({ territory }) => territory.code === place)
      .map((one) => `${at + 1}: ${one.value ?? one.notNormalised?.reason ?? one.state}`),
  )
}

describe('an index', () => {
  test('is 100 in the first month in which every line has a number', () => {
    const figures = [...months('01', [10, 20, 30, 40]), ...months('36', [null, 50, 25, null])]
    expect(told(figures, '01')).toEqual(['1: 50', '2: 100', '3: 150', '4: 200'])
    expect(told(figures, '36')).toEqual(['2: 100', '3: 50'])
    expect(indexed(figures).baseless.size).toBe(0)
  })

  test('is a number without a unit, made of two figures that each answer their own month', () => {
    const [, second] = indexed(months('01', [10, 15])).figures
    expect(second?.[0]).toMatchObject({ value: 150, unit: INDEX_UNIT, state: 'value', terms: [101, 102] })
    expect(second?.[0]?.comparisonKey).toBe('tips|total|tip/index@2024-01-01|W:2024-02-01/2024-02-29')
    const { how, of } = second?.[0]?.computed ?? {}
    expect([how, of?.map(({ value, window }) => [value, window?.from])]).toEqual([
      'index',
      [
        [15, '2024-02-01'],
        [10, '2024-01-01'],
      ],
    ])
  })

  test('has no base in a month of zero, of some days, in doubt, bounded, of a part', () => {
    const unfit: Partial<Figure>[] = [
      { value: 0, state: 'zero' },
      { days: 12 },
      { needsVerification: true },
      { low: true },
      { high: true },
      { scope: 'huyen|x|x', state: 'only_parts' },
    ]
    for (const one of unfit) {
      const figures = [monthly('01', 1, 40, one), monthly('01', 2, 20)]
      expect(told(figures, '01')[1], JSON.stringify(one)).toBe('2: 100')
    }
  })

  test('keeps what is unsure of its number and of its base', () => {
    const [base, low, days] = indexed([
      monthly('01', 1, 20, { approx: true, provisional: true }),
      monthly('01', 2, 30, { low: true }),
      monthly('01', 3, 5, { days: 10, needsVerification: true }),
    ]).figures.map(([figure]) => figure)
    expect(base).toMatchObject({ value: 100, approx: true, low: false })
    expect(low).toMatchObject({ value: 150, approx: true, low: true, high: false, provisional: true })
    expect(days).toMatchObject({ value: 25, days: 10, daysOf: 31, needsVerification: true })
  })

  test('of zero is zero, and words stay words', () => {
    const figures = [...months('01', [20, 0]), monthly('01', 3, null, { magnitudes: [100] })]
    expect(told(figures, '01')).toEqual(['1: 100', '2: 0', '3: in_words'])
    expect(indexed(figures).figures[1]?.[0]?.state).toBe('zero')
  })

  test('has no numbers where no month has them all, and knows who is in the way', () => {
    const figures = [...months('01', [1, 2, 3]), ...months('36', [null, null, null, 4]), ...months('79', [null, 5, 6, 7])]
    expect(told(figures, '01')).toEqual(['1: no_base', '2: no_base', '3: no_base'])
    expect(told(figures, '79')).toEqual(['2: no_base', '3: no_base', '4: no_base'])
    expect([...indexed(figures).baseless]).toEqual([[indexMeasure(figures[0] as Figure), ['63:36', '63:01', '63:79']]])
    expect(indexed(figures).figures[0]?.[0]?.notNormalised).toMatchObject({ by: 'index', plain: { value: 1 } })
  })

  test('does not wait for a line that has no whole number at all', () => {
    const figures = [...months('01', [10, 20]), monthly('36', 2, 9, { low: true })]
    expect(told(figures, '01')).toEqual(['1: 100', '2: 200'])
    expect(told(figures, '36')).toEqual(['2: no_base'])
  })

  test('has a base for each indicator, kind and unit; parts of one whole share theirs', () => {
    const kind = (value: string, stands: boolean): Partial<Figure> => ({
      ...{ basis: 'part', breakdownKey: 'kind', breakdownValues: [value], stands },
    })
    const of = (stands: boolean) => [
      ...months('01', [10, 20], kind('x', stands)),
      ...months('01', [null, 40, 80], kind('y', stands)),
    ]
    expect(told(of(true), '01')).toEqual(['1: 100', '2: 200', '2: 100', '3: 200'])
    expect(told(of(false), '01')).toEqual(['1: 50', '2: 100', '2: 100', '3: 200'])
    const units = [...months('01', [10, 20]), ...months('01', [null, 4], { unit: 'gram' })]
    expect(told(units, '01')).toEqual(['1: 100', '2: 200', '2: 100'])
  })

  test('of other parts than its base is refused', () => {
    const sum = (values: string[]): Partial<Figure> => ({
      ...{ basis: 'parts_sum', breakdownKey: 'giver', breakdownValues: values },
    })
    const figures = [monthly('01', 1, 10, sum(['x', 'y'])), monthly('01', 2, 5, sum(['x', 'z']))]
    expect(told(figures, '01')).toEqual(['1: 100', '2: no_base'])
  })
})

test('any two numbers of a line stand to each other as before, and all lines meet at 100', () => {
  const line = fc.array(fc.option(fc.integer({ min: 0, max: 1000 })), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(line, line, (one, other) => {
      const plain = [...months('01', one), ...months('36', other)]
      const { figures, baseless } = indexed(plain)
      const all = figures.flat()
      expect(all).toHaveLength(plain.length)
      const values = all.filter(({ value }) => value !== null)
      expect(values.length === 0 || baseless.size === 0).toBe(true)
      for (const { value, computed } of values) {
        const [now, base] = computed?.of ?? []
        expect(value).toBeCloseTo((100 * (now?.value ?? 0)) / (base?.value ?? 0), 9)
        expect(base?.value).toBeGreaterThan(0)
      }
      expect(new Set(values.map(({ computed }) => computed?.of[1]?.window?.from)).size).toBeLessThanOrEqual(1)
    }),
  )
})
