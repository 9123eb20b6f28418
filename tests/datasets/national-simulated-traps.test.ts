import { beforeAll, describe, expect, it } from 'vitest'
import { cellOf, monthsCovered, type Reported, readLedger, readReported, territoryOf } from '../support/national-simulated.ts'

let rows: readonly Reported[] = []
let traps: readonly Record<string, string>[] = []
let byId = new Map<string, Reported>()
let byPlace = new Map<string, Reported[]>()
beforeAll(async () => {
  rows = await readReported()
  traps = await readLedger('traps')
  byId = new Map(rows.map((row) => [row.observation_id, row]))
  byPlace = new Map()
  for (const row of rows) {
    const group = byPlace.get(placeOf(row))
    if (group) group.push(row)
    else byPlace.set(placeOf(row), [row])
  }
})

const placeOf = (row: Reported) => `${row.source_id} ${territoryOf(row)} ${row.period_start} ${row.period_end}`
const isReview = (row: Reported) => row.source_id.startsWith('TK')
const months = (row: Reported) => monthsCovered(row.period_start, row.period_end) ?? 0
const beside = (row: Reported, isOne: (other: Reported) => boolean) => (byPlace.get(placeOf(row)) ?? []).filter(isOne)
const partsOf = (row: Reported) =>
  beside(row, (one) => one.indicator_code === row.indicator_code && one.breakdown_key !== '' && isLatest(one))
const isLatest = (row: Reported) => row.revision === 2 || !byId.has(`${row.observation_id}-r2`)
const sum = (some: readonly Reported[]) => some.reduce((all, row) => all + (row.value ?? 0), 0)

/** What each kind of trap looks like in its row, and how many there are at least. */
const LISTED: Readonly<Record<string, readonly [least: number, isOne: (row: Reported) => boolean]>> = {
  at_least: [100, (row) => row.qualifier === 'at_least' && /^(?:trên|hơn) /.test(row.printed)],
  at_most: [10, (row) => row.qualifier === 'at_most' && row.printed.startsWith('dưới ')],
  about: [10, (row) => row.qualifier === 'about' && row.printed.startsWith('khoảng ')],
  nearly: [10, (row) => row.qualifier === 'about' && row.printed.startsWith('gần ')],
  in_words_100: [5, (row) => row.value === null && row.magnitude === 100 && row.printed.startsWith('hàng trăm ')],
  in_words_1000: [1, (row) => row.value === null && row.magnitude === 1_000 && row.printed.startsWith('hàng nghìn ')],
  suspect: [10, (row) => row.verify_vi !== '' && row.verify_en !== '' && (row.value ?? 1) % 10 === 0],
  estimated: [5, (row) => row.status === 'estimated' && row.value !== null],
  suppressed: [10, (row) => row.status === 'suppressed' && row.value === null && row.breakdown_value === 'gun'],
  replaced: [300, (row) => row.revision === 1 && byId.get(`${row.observation_id}-r2`)?.source_id === row.source_id],
  revision: [300, (row) => row.revision === 2 && row.value !== byId.get(row.observation_id.replace(/-r2$/, ''))?.value],
  late_two_months: [500, (row) => months(row) === 2 && row.note_vi.startsWith('Báo cáo chậm')],
  cumulative_differs: [200, (row) => [6, 9].includes(months(row)) && row.note_vi.includes('lệch')],
  sources_differ: [1_000, (row) => isReview(row) && (row.period_start === '' || months(row) === 12)],
  sources_differ_same_period: [200, (row) => isReview(row) && months(row) === 6],
  parts_differ: [10, (row) => row.breakdown_key === '' && sum(partsOf(row)) !== row.value],
  share_differs: [5, (row) => row.indicator_code === 'commune_police_coverage_share' && row.value !== shareOf(row)],
}

/** Of the two counts beside it, the corrected ones. */
function shareOf(row: Reported): number {
  const count = (indicator: string) => sum(beside(row, (one) => one.indicator_code === indicator && isLatest(one)))
  return Math.round((count('commune_police_units_covered') / count('commune_police_units_total')) * 1000) / 10
}

describe('each kind of trap', () => {
  it.each(Object.entries(LISTED))('%s is there', (name, [least, isOne]) => {
    const found = traps.filter((line) => line.trap === name).map((line) => byId.get(line.observation_id ?? ''))
    expect(found).not.toContain(undefined)
    expect(found.length).toBeGreaterThanOrEqual(least)
    expect(found.filter((row) => row !== undefined && !isOne(row)).slice(0, 3)).toEqual([])
  })

  it('is in the list: bounds, words, doubts and corrections stand nowhere else', () => {
    const listed = (...names: string[]) =>
      traps.filter((line) => names.includes(line.trap ?? '')).map((line) => line.observation_id)
    const ids = (isOne: (row: Reported) => boolean) => rows.filter(isOne).map((row) => row.observation_id)
    expect(ids((row) => row.qualifier === 'at_least')).toEqual(listed('at_least'))
    expect(ids((row) => row.qualifier === 'about')).toEqual(listed('about', 'nearly'))
    expect(ids((row) => row.qualifier === 'at_most')).toEqual(listed('at_most'))
    expect(ids((row) => row.qualifier === 'unquantified')).toEqual(listed('in_words_100', 'in_words_1000'))
    expect(ids((row) => row.verify_vi !== '')).toEqual(listed('suspect'))
    expect(ids((row) => row.revision > 1)).toEqual(listed('revision'))
    expect(ids((row) => months(row) === 2)).toEqual(listed('late_two_months'))
  })

  it('needs no list where a whole month or kind is one', () => {
    const count = (isOne: (row: Reported) => boolean) => rows.filter(isOne).length
    expect(count((row) => row.value === 0)).toBeGreaterThan(5_000)
    expect(count((row) => row.value !== null && row.value > 0 && row.value < 5)).toBeGreaterThan(20_000)
    expect(count((row) => row.period_start === '2025-06-15')).toBeGreaterThan(1_000)
    expect(
      count((row) => row.territory_set === '34' && row.period_start !== '' && row.period_start < '2025-07-01'),
    ).toBeGreaterThan(500)
    expect(
      count((row) => row.status === 'not_applicable' && row.indicator_code === 'models_recognised_district'),
    ).toBeGreaterThan(55)
    const provisional = rows.filter((row) => row.status === 'provisional')
    expect(new Set(provisional.map((row) => row.period_end))).toEqual(new Set(['2026-09-14', '2026-10-14']))
    expect(rows.filter((row) => row.period_end === '2026-10-14' && row.status === 'reported')).toEqual([])
  })
})

describe('hard places', () => {
  it('have whole years without a report, and a last month that a third still owes', async () => {
    const gaps = await readLedger('gaps')
    const missing = gaps.filter((line) => line.gap === 'missing')
    expect(missing.filter((line) => line.territory === '63:12' && line.month_end?.startsWith('2015')).length).toBe(12)
    const owing = missing.filter((line) => line.month_end === '2026-10-14').length
    expect(owing).toBeGreaterThan(5)
    expect(owing).toBeLessThan(20)
  })

  it('have two sources that disagree on the same period', () => {
    const first = new Map<string, number | null>()
    for (const row of rows) {
      if (!isReview(row) && months(row) === 6) first.set(`${territoryOf(row)} ${cellOf(row)} ${row.period_end}`, row.value)
    }
    const restated = rows.filter((row) => isReview(row) && months(row) === 6)
    const compared = restated.map(
      (row) => [first.get(`${territoryOf(row)} ${cellOf(row)} ${row.period_end}`), row.value] as const,
    )
    const both = compared.filter(([left]) => left !== undefined)
    const differing = both.filter(([left, right]) => left !== right).length
    expect(both.length).toBeGreaterThan(1_500)
    expect(differing / both.length).toBeGreaterThan(0.2)
    expect(differing / both.length).toBeLessThan(0.45)
  })

  it('withhold the guns of one place and year in every row from which they could be worked out', () => {
    const guns = rows.filter(
      (row) => territoryOf(row) === '63:20' && row.breakdown_value === 'gun' && row.source_id.endsWith('2016'),
    )
    expect(guns.length).toBeGreaterThan(12)
    expect(new Set(guns.map((row) => row.status))).toEqual(new Set(['suppressed']))
  })

  it('have months far above the others', () => {
    const series = new Map<string, number[]>()
    for (const row of rows) {
      if (isReview(row) || months(row) !== 1 || row.value === null || row.verify_vi !== '' || row.value < 50) continue
      if (row.indicator_code !== 'charity_meals' && cellOf(row) !== 'tips_received||') continue
      const key = `${territoryOf(row)} ${cellOf(row)} ${row.source_id.slice(-4)}`
      series.set(key, [...(series.get(key) ?? []), row.value])
    }
    const far = [...series.values()].filter((values) => {
      const sorted = values.toSorted((a, b) => a - b)
      return (sorted.at(-1) ?? 0) > 2.5 * (sorted[Math.floor(sorted.length / 2)] ?? 0)
    })
    expect(far.length).toBeGreaterThan(20)
  })

  it('raise what is given around Tết and lower what is told in its month', () => {
    const national = new Map<string, number>()
    for (const row of rows) {
      if (isReview(row) || months(row) !== 1 || !isLatest(row)) continue
      const key = `${cellOf(row)} ${row.period_end}`
      national.set(key, (national.get(key) ?? 0) + (row.value ?? 0))
    }
    const of = (cell: string, end: string) => national.get(`${cell} ${end}`) ?? Number.NaN
    // Tết was on 10 February 2024.
    expect(of('charity_gifts||', '2024-01-14')).toBeGreaterThan(of('charity_gifts||', '2024-03-14') * 2)
    expect(of('tips_received||', '2024-02-14')).toBeLessThan(of('tips_received||', '2024-01-14'))
    expect(of('outreach_sessions|channel|general', '2024-02-14')).toBeLessThan(
      of('outreach_sessions|channel|general', '2024-04-14') * 0.7,
    )
  })
})
