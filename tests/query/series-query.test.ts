import { beforeAll, describe, expect, test } from 'vitest'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import { bucketEdge } from '../../src/model/rhythm.ts'
import { readTime } from '../../src/model/time-choice.ts'
import { EMPTY_VIEW, type Grain, type View } from '../../src/model/view.ts'
import { seriesQuestion } from '../../src/query/series-query.ts'
import { readRecords } from '../support/dataset-files.ts'
import { type DemoSimulated, openDemoSimulated } from '../support/demo-simulated.ts'

const ledger = await readRecords('demo-simulated/ledger.csv')
const INDICATORS = ['tips_received', 'models_maintained', 'surrendered_items', 'charity_donations']

describe('the simulated months', () => {
  let demo: DemoSimulated
  let dataset: Dataset
  beforeAll(async () => {
    demo = await openDemoSimulated()
    dataset = demo.opened.dataset
  }, 60_000)
  const viewOf = (time: string, change: Partial<View> = {}): View => {
    const read = readTime(time)
    if (!read) throw new Error(`no such time: ${time}`)
    return { ...EMPTY_VIEW, dataset: dataset.id, units: '63', indicators: INDICATORS, time: read, ...change }
  }

  test.each<[Grain, number]>([
    ['month', 24],
    ['quarter', 8],
    ['half', 4],
    ['year', 2],
  ])('by %s are those of the ledger in each of the %i buckets, and a month that is missing is a gap', async (grain, n) => {
    const series = await demo.series(viewOf('report', { grain }))
    expect([series?.grain, series?.buckets.length]).toEqual([grain, n])
    for (const [at, bucket] of (series?.buckets ?? []).entries()) {
      const found = series?.figures[at] ?? []
      expect(new Map(found.map((one) => [cellOf(one), { value: one.value, low: one.low }])), bucket.from).toEqual(
        expected(monthsOf(bucket)),
      )
      expect(new Set(found.map(cellOf)).size).toBe(found.length)
    }
    const without = (series?.figures ?? []).flatMap((figures, at) =>
      figures.some(({ territory }) => territory.code === '66')
        ? []
        : [bucketEdge(series?.buckets[at] as { from: string; to: string }, grain)],
    )
    expect(without).toEqual(grain === 'month' ? ['2024-05', '2024-07'] : [])
  })

  test('of a window are its whole buckets; the finest there is stands in for a grain that is not named', () => {
    const at = (time: string, grain: Grain | null = null) => {
      const question = seriesQuestion(viewOf(time, { grain }), dataset)
      return question && [question.grain, question.buckets.length, question.buckets[0]?.from, question.buckets.at(-1)?.to]
    }
    expect(at('report')).toEqual(['month', 24, '2023-01-01', '2024-12-31'])
    expect(at('2024')).toEqual(['month', 12, '2024-01-01', '2024-12-31'])
    expect(at('2024', 'quarter')).toEqual(['quarter', 4, '2024-01-01', '2024-12-31'])
    expect(at('2023-06..2024-05', 'quarter')).toEqual(['quarter', 3, '2023-07-01', '2024-03-31'])
    expect(at('from-2024-H2', 'half')).toBeNull()
    expect(at('2024', 'year')).toBeNull()
    expect(at('2024-05')).toBeNull()
    expect(at('2030')).toBeNull()
    expect(at('2019..2023')).toEqual(['month', 12, '2023-01-01', '2023-12-31'])
  })

  test('have no question where the indicators have no rhythm, or fewer than two buckets', () => {
    const quarterly = { ...dataset, rhythms: dataset.rhythms.filter(({ grain }) => grain === 'quarter') }
    expect(seriesQuestion(viewOf('report', { grain: 'month' }), quarterly)?.grain).toBe('quarter')
    expect(seriesQuestion(viewOf('report', { grain: 'half' }), quarterly)).toBeNull()
    expect(seriesQuestion(viewOf('report'), { ...dataset, rhythms: [], seams: [] })).toBeNull()
    const others = dataset.rhythms.filter(({ indicator }) => indicator === 'tips_received')
    expect(seriesQuestion(viewOf('report', { indicators: ['charity_donations'] }), { ...dataset, rhythms: others })).toBeNull()
  })

  test('of so many months that no picture holds them are asked by the next coarser step', () => {
    const long = dataset.rhythms.map((rhythm) => ({ ...rhythm, from: '1990-01-01' }))
    const question = seriesQuestion(viewOf('report'), { ...dataset, rhythms: long })
    expect([question?.grain, question?.buckets.length]).toEqual(['quarter', 140])
  })

  test('ask only for the places and parts of the view', async () => {
    const change = { indicators: ['charity_donations'], territories: ['48'], filters: { donor_group: ['benefactors'] } }
    const series = await demo.series(viewOf('2024', change))
    const figures = series?.figures.flat() ?? []
    expect(figures).toHaveLength(12)
    for (const { territory, breakdownValues, stands } of figures) {
      expect([territory.code, breakdownValues, stands]).toEqual(['48', ['benefactors'], true])
    }
  })
})

/** The months of a bucket as the ledger names them. */
function monthsOf({ from, to }: { readonly from: string; readonly to: string }): string[] {
  return [...new Set(ledger.map((row) => String(row.period)))].filter(
    (period) => period.length === 7 && period >= from.slice(0, 7) && period <= to.slice(0, 7),
  )
}

/** `01|tips_received||`; a sum of parts is the figure of its indicator. */
function cellOf({ territory, indicator, basis, breakdownKey, breakdownValues }: Figure): string {
  const kind = basis === 'parts_sum' ? '|' : `${breakdownKey}|${breakdownValues.join('+')}`
  return `${territory.code}|${indicator}|${kind}`
}

/** What the ledger has for months together: flows added, of stocks the last, words beside numbers a lower bound. */
function expected(periods: readonly string[]): Map<string, { value: number | null; low: boolean }> {
  const all = new Map<string, { value: number | null; low: boolean; words: boolean }>()
  for (const row of periods.toSorted().flatMap((period) => ledger.filter((line) => line.period === period))) {
    const key = `${row.province_code}|${row.indicator_code}|${row.breakdown_key}|${row.breakdown_value}`
    const before = row.indicator_code === 'models_maintained' ? undefined : all.get(key)
    const value = row.value === '' ? (before?.value ?? null) : Number(row.value) + (before?.value ?? 0)
    const words = row.in_words === 'yes' || (before?.words ?? false)
    all.set(key, { value, words, low: value !== null && (words || row.at_least === 'yes' || (before?.low ?? false)) })
  }
  return new Map([...all].map(([key, { value, low }]) => [key, { value, low }]))
}
