import { beforeAll, describe, expect, it } from 'vitest'
import type { OpenDataset } from '../../src/data/open-dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import { totalOf } from '../../src/model/rules/comparability.ts'
import { stateOf } from '../../src/model/rules/states.ts'
import type { Answer } from '../../src/query/view-answer.ts'
import { readRecords } from '../support/dataset-files.ts'
import { openDemoSimulated } from '../support/demo-simulated.ts'

const INDICATORS = ['tips_received', 'models_maintained', 'surrendered_items', 'charity_donations']
const ledger = await readRecords('demo-simulated/ledger.csv')

let opened: OpenDataset
let ask: (time: string) => Promise<Answer>

beforeAll(async () => {
  const demo = await openDemoSimulated()
  opened = demo.opened
  ask = async (time) => (await demo.ask(INDICATORS, time)).answer
}, 60_000)

describe('the load', () => {
  it('accepts every row', () => {
    expect(opened.report).toMatchObject({
      read: 1654,
      kept: 1654,
      rejected: 0,
      years: [2023, 2024],
      latestDay: '2024-12-31',
    })
    expect(opened.held).toEqual([])
    expect(opened.dataset).toMatchObject({ simulated: true, reporters: ['63:01', '63:22', '63:48', '63:66', '63:92'] })
  })
})

describe('figures', () => {
  it.each([
    ['2024', ['2024']],
    ['2023', ['2023']],
    ['2024-06', ['2024-06']],
    ['2024-05', ['2024-05']],
    ['2024-02', ['2024-02']],
    ['2023-08', ['2023-08']],
    ['2024-Q2', ['2024-04', '2024-05', '2024-06']],
    ['2023-Q3', ['2023-07', '2023-08', '2023-09']],
    ['2024-H1', ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06']],
    ['report', ['2024-12']],
  ])('of %s are those of the ledger, no more and no fewer', async (time, periods) => {
    const { figures } = await ask(time)
    const found = new Map(figures.map((figure) => [cellOf(figure), { value: figure.value, low: figure.low }]))
    expect(found.size).toBe(figures.length)
    expect(found).toEqual(expected(periods))
  })

  it('take the newest stock of the time, whatever came before', async () => {
    for (const [time, end] of [
      ['2024', '2024-12-31'],
      ['2024-Q2', '2024-06-30'],
      ['2023', '2023-12-31'],
    ] as const) {
      const stocks = (await ask(time)).figures.filter(({ indicator }) => indicator === 'models_maintained')
      expect(stocks.map(({ period }) => period.end)).toEqual(stocks.map(() => end))
      expect(stocks.filter(({ basis }) => basis === 'total')).toHaveLength(5)
    }
  })

  it('take the correction, not what it corrects', async () => {
    const { figures } = await ask('2024-03')
    const figure = tips(figures).find(({ territory }) => territory.code === '48')
    const rows = (await readRecords('demo-simulated/observations.csv')).map((row) => row.observation_id)
    expect(figure?.terms.map((row) => rows[row])).toEqual(['MP-48-2024-03-01-r2'])
  })

  it('say where the half-year differs from its months, and count the months', async () => {
    for (const time of ['2024', '2024-H1']) {
      const { figures } = await ask(time)
      expect(figures.filter(({ finerDiffers }) => finerDiffers).map(cellOf)).toEqual(['01|tips_received||'])
      expect(tips(figures).find(({ territory }) => territory.code === '01')?.terms).toHaveLength(time === '2024' ? 12 : 6)
    }
    expect((await ask('2024-Q2')).figures.filter(({ finerDiffers }) => finerDiffers)).toEqual([])
  })

  it('never find a total that differs from its parts', async () => {
    for (const time of ['2024', '2023', 'report']) {
      expect((await ask(time)).figures.filter(({ mismatch, sameKeyAdded }) => mismatch || sameKeyAdded)).toEqual([])
    }
  })

  it('are provisional where the last month is', async () => {
    const year = (await ask('2024')).figures
    expect(new Set(year.filter(({ provisional }) => provisional).map(({ territory }) => territory.code))).toEqual(new Set(['22']))
    expect(year.filter(({ territory, provisional }) => territory.code === '22' && !provisional)).toEqual([])
    expect((await ask('2024-06')).figures.filter(({ provisional }) => provisional)).toEqual([])
  })
})

describe('a month without a report', () => {
  it('is a figure for another time, not zero', async () => {
    for (const time of ['2024-05', '2024-07']) {
      const { figures, otherTime } = await ask(time)
      const of = (all: readonly Figure[]) => all.filter(({ territory }) => territory.code === '66')
      expect(of(figures)).toEqual([])
      for (const indicator of INDICATORS) {
        const others = of(otherTime).filter((figure) => figure.indicator === indicator)
        expect(stateOf({ figures: [], otherTime: others, overdue: false, hasSource: true })).toBe('other_time')
      }
    }
  })

  it('leaves its days out of the year', async () => {
    const { figures } = await ask('2024')
    const days = Object.fromEntries(tips(figures).map(({ territory, days, daysOf }) => [territory.code, [days, daysOf]]))
    expect(days).toEqual({ '01': [366, 366], '22': [366, 366], '48': [366, 366], '66': [304, 366], '92': [366, 366] })
  })

  it('is unlike a month in which nothing was handed in', async () => {
    const zero = (await ask('2024-02')).figures.filter(({ state }) => state === 'zero')
    expect(zero.map(({ territory, indicator, value }) => [territory.code, indicator, value])).toEqual(
      Array.from({ length: 5 }, () => ['92', 'surrendered_items', 0]),
    )
  })

  it('is unlike a month in words', async () => {
    const words = (await ask('2023-08')).figures.filter(({ state }) => state === 'in_words')
    expect(words.map((figure) => [cellOf(figure), figure.magnitudes])).toEqual([['92|tips_received||', [100]]])
  })
})

describe('comparability', () => {
  it('puts the tips of provinces with twelve months on one scale, the one with ten apart', async () => {
    const { comparability } = await ask('2024')
    const groups = comparability.groups.filter(({ members }) => members.some((figure) => tips([figure]).length > 0))
    const codes = (figures: readonly Figure[]) => figures.map(({ territory }) => territory.code)
    expect(groups.map(({ members, scale }) => [codes(members), codes(scale)])).toEqual([
      [
        ['01', '22', '48', '92'],
        ['01', '22', '48', '92'],
      ],
      [['66'], []],
    ])
    const sum = ledger
      .filter((row) => row.period === '2024' && row.indicator_code === 'tips_received' && row.breakdown_key === '')
      .filter((row) => row.province_code !== '66')
      .reduce((all, row) => all + Number(row.value), 0)
    const total = groups[0] && totalOf(groups[0], 'sum')
    expect([total?.value, total?.computed?.of.length]).toEqual([sum, 4])
  })

  it('puts all five on one scale in a year that all reported, a lower bound among them', async () => {
    const { comparability } = await ask('2023')
    const group = comparability.groups.find(({ members }) => members.some((figure) => tips([figure]).length > 0))
    expect(group?.scale.map(({ territory, low }) => [territory.code, low])).toEqual([
      ['01', false],
      ['22', false],
      ['48', false],
      ['66', false],
      ['92', true],
    ])
  })

  it('keeps the figure to verify off the scale of its kind', async () => {
    const { figures, comparability } = await ask('2023')
    expect(figures.filter(({ needsVerification }) => needsVerification).map(cellOf)).toEqual([
      '22|surrendered_items|item|explosive',
    ])
    const group = comparability.groups.find(({ key }) => key.startsWith('surrendered_items|item=explosive|'))
    expect(group?.members).toHaveLength(5)
    expect(group?.scale.map(({ territory }) => territory.code)).toEqual(['01', '48', '66', '92'])
    expect(group?.scale.every(({ unit }) => unit === 'gram')).toBe(true)
  })

  it('never puts tips and valuable tips, or two kinds of items, on one scale', async () => {
    const { comparability } = await ask('2024')
    const shared = comparability.groups.filter(({ composition, scale }) => !composition && scale.length > 0)
    expect(shared.length).toBeGreaterThan(7)
    for (const { scale } of shared) {
      expect(new Set(scale.map((figure) => cellOf(figure).replace(/^\d\d/, ''))).size).toBe(1)
    }
  })
})

/** `01|tips_received||`; a sum of parts is the figure of its indicator. */
function cellOf({ territory, indicator, basis, breakdownKey, breakdownValues }: Figure): string {
  const kind = basis === 'parts_sum' ? '|' : `${breakdownKey}|${breakdownValues.join('+')}`
  return `${territory.code}|${indicator}|${kind}`
}

function tips(figures: readonly Figure[]): Figure[] {
  return figures.filter(({ indicator, basis }) => indicator === 'tips_received' && basis === 'total')
}

/** What the ledger has for months or a year together: flows added, of stocks the last, words beside numbers a lower bound. */
function expected(periods: readonly string[]): Map<string, { value: number | null; low: boolean }> {
  const all = new Map<string, { value: number | null; low: boolean; words: boolean }>()
  for (const row of periods.flatMap((period) => ledger.filter((line) => line.period === period))) {
    const key = `${row.province_code}|${row.indicator_code}|${row.breakdown_key}|${row.breakdown_value}`
    const before = row.indicator_code === 'models_maintained' ? undefined : all.get(key)
    const value = row.value === '' ? (before?.value ?? null) : Number(row.value) + (before?.value ?? 0)
    const words = row.in_words === 'yes' || (before?.words ?? false)
    all.set(key, { value, words, low: value !== null && (words || row.at_least === 'yes' || (before?.low ?? false)) })
  }
  return new Map([...all].map(([key, { value, low }]) => [key, { value, low }]))
}
