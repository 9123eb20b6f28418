import { describe, expect, test } from 'vitest'
import { linePanels } from '../../src/charts/line/line-panels.ts'
import { headlineOf, oldUnitsOf } from '../../src/charts/words/headline-of.ts'
import { headlineSentence, plainSentence } from '../../src/charts/words/headline-sentence.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { ResultSet } from '../../src/model/result-set.ts'
import { bucketsBetween } from '../../src/model/rhythm.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { stateFor } from '../../src/query/place-state.ts'
import { readSeries, seriesQuestion } from '../../src/query/series-query.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import { answerOf, figureOf, smallDataset } from '../support/small-dataset.ts'
import { bothLists, told, toldAllYear } from '../support/units.ts'

const rhythm = { indicator: 'tips', grain: 'quarter', from: '2025-01-01', to: '2025-12-31' } as const
const dataset: Dataset = {
  ...smallDataset,
  territories: bothLists(),
  territorySets: ['63', '34'],
  reporters: ['63:36', '63:35', '63:84', '63:01'],
  breakdowns: [...smallDataset.breakdowns, { indicator: 'tips', key: 'item', rule: 'additive' }],
  rhythms: [rhythm],
}

function inputOf(figures: readonly Figure[], view: Partial<View>, otherTime: readonly Figure[] = []) {
  const whole: View = { ...EMPTY_VIEW, dataset: dataset.id, indicators: ['tips'], ...view }
  const answer = readAnswer(answerOf(figures, otherTime), dataset, whole)
  return { answer, view: whole, dataset, words: wordsOf(whole.language), language: whole.language, width: 900, dark: false }
}

const caveats = (input: ReturnType<typeof inputOf>) => headlineSentence(input).caveats.map(plainSentence)
const { units, headline } = wordsOf('vi')
const now = (code: string, partial: Partial<Figure> = {}) =>
  figureOf('tips', code, { territory: { set: '34', code }, ...partial })

describe('on the 63 the headline', () => {
  test('says whose figures cannot be split, and among whom', () => {
    const said = caveats(inputOf([now('37'), figureOf('tips', '84')], { units: '63' }))
    expect(said).toContain(units.refused('Ninh Bình', ['Hà Nam', 'Nam Định', 'Ninh Bình']))
    expect(said).toContain(headline.notMentioned(['Hà Nội']))
  })

  test('names more than two together', () => {
    const said = caveats(inputOf([now('37'), now('86'), now('15')], { units: '63' }))
    expect(said).toContain(units.refusedMany(3, ['Lào Cai', 'Ninh Bình', 'Vĩnh Long']))
  })

  test('says it of another time only where there is nothing else to say', () => {
    const window = { kind: 'window', from: '2024', to: '2024' } as const
    const input = inputOf([figureOf('tips', '84')], { units: '63', time: window }, [now('37'), now('86'), figureOf('tips', '84')])
    expect([stateFor('63:36', input.answer), stateFor('63:84', input.answer)]).toEqual(['refused', 'value'])
    const lines = caveats(input).join(' ')
    expect(lines).toContain(units.refused('Ninh Bình', ['Hà Nam', 'Nam Định', 'Ninh Bình']))
    expect(lines).not.toContain('Vĩnh Long')
  })

  test('offers the old unit’s own figure of another time before that', () => {
    const window = { kind: 'window', from: '2024', to: '2024' } as const
    const { answer } = inputOf([], { units: '63', time: window }, [now('37'), figureOf('tips', '36')])
    expect([stateFor('63:36', answer), stateFor('63:35', answer)]).toEqual(['other_time', 'refused'])
  })
})

describe('what stands for a domain in a merged province', () => {
  const models = (code: string, indicator: string, partial: Partial<Figure> = {}) =>
    figureOf(indicator, code, { indicator, comparisonKey: `${indicator}|total|item|${code}`, ...partial })
  const two: Dataset = {
    ...dataset,
    indicators: dataset.indicators.map((one) => (one.code === 'valuable' ? { ...one, domain: 'tips', headlineOrder: 2 } : one)),
  }
  const chosen = (figures: readonly Figure[]) => {
    const { answer } = inputOf(figures, { units: '34', indicators: ['tips', 'valuable'] })
    return headlineOf('34:37', answer.figures, 'tips', two).map(({ indicator, value }) => `${indicator} ${value}`)
  }

  test('is what stands for each of its old units', () => {
    expect(chosen([models('36', 'valuable', { value: 52 }), models('35', 'tips', { value: 132 })])).toEqual([
      'tips 132',
      'valuable 52',
    ])
  })

  test('is of an old unit its own figure before one of a part of it', () => {
    const scoped = { scope: 'xa|A|chỉ xã A', state: 'only_parts' as const, value: 3 }
    expect(chosen([models('36', 'tips', scoped), models('36', 'valuable', { value: 52 })])).toEqual(['valuable 52'])
    expect(chosen([models('36', 'tips', scoped)])).toEqual(['tips 3'])
  })

  test('is its own figure where it has one', () => {
    expect(
      chosen([models('36', 'tips'), now('37', { indicator: 'valuable', value: 7, comparisonKey: 'valuable|total|tip|x' })]),
    ).toEqual(['valuable 7'])
  })

  test('counts no old units beside its own figure', () => {
    const of = (figures: readonly Figure[]) => oldUnitsOf('34:37', inputOf(figures, { units: '34' }).answer.figures, dataset)
    expect(of([figureOf('tips', '36')])).toEqual({ n: 1, of: 3 })
    expect(of([now('37')])).toBeNull()
    const joined = now('37', { merged: { from: [{ set: '63', code: '36' }], of: 3, joined: true } })
    expect(oldUnitsOf('34:37', [joined], dataset)).toBeNull()
    expect(of([])).toEqual({ n: 0, of: 3 })
  })
})

test('parts of one whole that all old units give are parts of one whole of the province of today', () => {
  const part = (code: string, value: string, n: number) =>
    figureOf('tips', code, { breakdownKey: 'item', breakdownValues: [value], basis: 'part', stands: false, value: n })
  const all = ['10', '15'].flatMap((code) => [part(code, 'gun', 2), part(code, 'bomb', 3)])
  const wholes = (figures: readonly Figure[]) =>
    inputOf(figures, { units: '34' }).answer.comparability.groups.filter(({ composition }) => composition)
  expect(wholes(all).map(({ scale }) => scale.map(({ value }) => value))).toEqual([[6, 4]])
  // A part that only one of them gives is a part of that one's whole.
  expect(wholes(all.slice(0, 3))).toEqual([])
})

test('a line over time goes on across the merger where all old units reported', () => {
  const quarters = bucketsBetween('2025-01-01', '2025-12-31', 'quarter')
  const at = (by: string, value: number) => toldAllYear(by, { value, comparisonKey: 'tips|total|tip|W:x' })
  const byQuarter = [
    [at('63:35', 1), at('63:36', 2), at('63:37', 3)],
    [at('63:35', 1), at('63:36', 2)],
    [at('34:37', 30)],
    [at('34:37', 40)],
  ]
  const answer = answerOf(byQuarter.flat())
  const bucket = byQuarter.flatMap((figures, nth) => figures.map(() => nth))
  const result: ResultSet = { ...answer, columns: { ...answer.columns, bucket } }
  const input = inputOf([told('34:37')], { units: '34', grain: 'quarter' })
  const question = seriesQuestion(input.view, dataset)
  if (!question) throw new Error('no series')
  expect(question.buckets).toEqual(quarters)
  const [panel] = linePanels({ ...input, series: readSeries(result, question, dataset, input.view) })
  const [line] = panel?.lines ?? []
  expect([line?.name, line?.points.map(({ bucket: nth, value }) => [nth, value])]).toEqual([
    'Ninh Bình',
    [
      [0, 6],
      [2, 30],
      [3, 40],
    ],
  ])
  expect(line?.undrawn.map(({ bucket: nth, figure }) => [nth, figure.value])).toEqual([[1, 3]])
})
