import { expect, test } from 'vitest'
import { headlineSentence, plainSentence } from '../../src/charts/words/headline-sentence.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Language } from '../../src/model/bilingual.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import { type Territory, territoryKey } from '../../src/model/territory.ts'
import { EMPTY_VIEW } from '../../src/model/view.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import { answerOf, figureOf, smallDataset } from '../support/small-dataset.ts'

const NAMES = ['An', 'Bình', 'Châu', 'Dương', 'Giang', 'Hải', 'Khê', 'Lâm', 'Minh', 'Nam']
const places = NAMES.map((vi, at): Territory => {
  const region = { vi: 'Vùng', en: 'Region' }
  const name = { vi, en: vi }
  return { set: '63', code: String(at + 10), name, kind: 'tinh', region, mergedInto: null, formedFrom: [], aliases: [] }
})
const dataset: Dataset = {
  ...smallDataset,
  reporters: places.map(territoryKey),
  territories: new Map(places.map((place) => [territoryKey(place), place])),
}
const WINDOW = { days: 304, daysOf: 304 }

/** `values` of all days, for the first places; `partial` of 274 days, for those after them. */
function said(
  values: readonly number[],
  partial: readonly number[],
  {
    indicator = 'tips',
    language = 'vi',
    change = {},
  }: { indicator?: string; language?: Language; change?: Partial<Figure> } = {},
) {
  const whole = values.map((value, at) =>
    figureOf(indicator, String(at + 10), { value, terms: [at], comparisonKey: `${indicator}||tip|all`, ...WINDOW }),
  )
  const fewer = partial.map((value, at) =>
    figureOf(indicator, String(values.length + at + 10), {
      ...{ value, terms: [50 + at], comparisonKey: `${indicator}||tip|some`, ...WINDOW, days: 274 },
      ...change,
    }),
  )
  const view = { ...EMPTY_VIEW, dataset: 'small', units: '63' as const, indicators: [indicator] }
  const answer = readAnswer(answerOf([...whole, ...fewer]), dataset, view)
  const sentence = headlineSentence({ answer, view, dataset, words: wordsOf(language), language })
  return { finding: plainSentence(sentence.finding), sentence, fewer }
}

const WHOLE = [900, 800, 700, 600, 100]

test('who already has more than the lowest of the highest is named beside them, with its days', () => {
  const { finding, sentence } = said(WHOLE, [750])
  expect(finding).toContain(
    'cao nhất là An 900, Bình 800, Châu 700, chưa kể Hải đã có 750 trong 274/304 ngày; thấp nhất là Giang 100',
  )
  // The number can be questioned like those beside it.
  const figures = sentence.finding.flatMap((part) => (typeof part === 'string' ? [] : [part.text]))
  expect(figures).toContain('750')
  expect(said(WHOLE, [750], { language: 'en' }).finding).toContain(
    'Châu 700, not counting Hải with 750 already in 274 of 304 days; lowest in Giang 100',
  )
})

test('of many the three with most are named and the others counted', () => {
  expect(said(WHOLE, [710, 950, 720, 730, 740]).finding).toContain(
    'chưa kể Khê đã có 950 trong 274/304 ngày, Nam đã có 740 trong 274/304 ngày, Minh đã có 730 trong 274/304 ngày, cùng 2 địa phương khác; thấp',
  )
})

test('nothing is added where nobody has more: equal is not more', () => {
  expect(said(WHOLE, [700, 20]).finding).not.toContain('chưa kể')
  expect(said(WHOLE, []).finding).not.toContain('chưa kể')
})

test('a provisional number is a lower bound too; what is at most so much, in doubt or of a part is none', () => {
  expect(said(WHOLE, [750], { change: { provisional: true } }).finding).toContain('Hải đã có 750 trong 274/304 ngày')
  for (const change of [{ high: true }, { needsVerification: true }, { scope: 'x', state: 'only_parts' as const }])
    expect(said(WHOLE, [750], { change }).finding).not.toContain('chưa kể')
})

test('a ratio or a stock of fewer days is no lower bound', () => {
  expect(said([90, 80, 70, 60, 10], [75], { indicator: 'share' }).finding).not.toContain('chưa kể')
  expect(said(WHOLE, [750], { indicator: 'models' }).finding).not.toContain('chưa kể')
})

test('where the time has no two ends, a number of a shorter stretch of the same days counts', () => {
  const period = { start: '2024-01-01', end: '2024-12-31', basis: 'stated' as const, duration: '' }
  const open = (end: string) => ({ days: null, daysOf: null, period: { ...period, end } })
  const values = [900, 800, 700, 600, 100].map((value, at) =>
    figureOf('tips', String(at + 10), { value, terms: [at], comparisonKey: 'tips||tip|all', ...open('2024-12-31') }),
  )
  const shorter = figureOf('tips', '15', { value: 750, terms: [9], comparisonKey: 'tips||tip|some', ...open('2024-09-30') })
  const view = { ...EMPTY_VIEW, dataset: 'small', units: '63' as const, indicators: ['tips'] }
  const answer = readAnswer(answerOf([...values, shorter]), dataset, view)
  const { finding } = headlineSentence({ answer, view, dataset, words: wordsOf('vi'), language: 'vi' })
  expect(plainSentence(finding)).toContain('chưa kể Hải đã có 750 trong 274/366 ngày')
})
