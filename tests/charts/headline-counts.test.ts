import { describe, expect, test } from 'vitest'
import { shareStory } from '../../src/charts/share/share-story.ts'
import { headlineSentence, plainSentence } from '../../src/charts/words/headline-sentence.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Language } from '../../src/model/bilingual.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import { coverageOf } from '../../src/model/rules/coverage.ts'
import { refused } from '../../src/model/rules/normalise.ts'
import { type Territory, territoryKey } from '../../src/model/territory.ts'
import { EMPTY_VIEW } from '../../src/model/view.ts'
import { stateFor } from '../../src/query/place-state.ts'
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
const view = { ...EMPTY_VIEW, dataset: 'small', units: '63' as const, indicators: ['tips'] }
const HALF = '2024-01-01/2024-06-30'
const YEAR = '2024-01-01/2024-12-31'

function of(spans: string, days: number, more: Partial<Figure> = {}): Partial<Figure> {
  const [start = '', end = ''] = [spans.slice(0, 10), spans.slice(-10)]
  const time = days === 366 ? `W:${spans}` : `P:${spans}`
  const period = { start, end, basis: 'stated' as const, duration: '' }
  return { days, daysOf: 366, period, comparisonKey: `tips|total|tip|${time}`, ...more }
}

/** One number for each place, from the first. */
function said(all: readonly Partial<Figure>[], language: Language = 'vi') {
  const figures = all.map((one, at) => figureOf('tips', String(at + 10), { terms: [at], ...one }))
  const answer = readAnswer(answerOf(figures), dataset, view)
  const sentence = headlineSentence({ answer, view, dataset, words: wordsOf(language), language })
  return { finding: plainSentence(sentence.finding), caveats: sentence.caveats.map(plainSentence), sentence }
}

describe('where more places have a number of some days than of all', () => {
  const half = [500, 400, 300, 200, 100].map((value) => ({ value, ...of(HALF, 182) }))
  const all = [900, 450, 50].map((value) => ({ value, ...of(YEAR, 366) }))
  const withGap = { value: 350, ...of('2024-01-01/2024-02-29+2024-04-01/2024-06-30', 151) }

  test('it is said which days are told, who has just these, and that others have these and more', () => {
    const { finding, caveats } = said([...half, ...all, withGap])
    expect(finding).toBe(
      'Chỉ 3/10 địa phương có số đủ ngày trong kỳ. Từ 01/01/2024 đến 30/6/2024, năm trong 10 địa phương có số riêng của những ngày này ' +
        'về nguồn tin do dân cung cấp, 3 địa phương khác có số của nhiều ngày hơn: cộng 5 địa phương được 1.500 nguồn tin; trong 5 địa phương này ' +
        'cao nhất là An 500, Bình 400, Châu 300, chưa kể Minh đã có 350 trong 151/366 ngày; Hải có 900 trong cả 366 ngày, cùng 1 địa phương khác; ' +
        'thấp nhất là Giang 100.',
    )
    expect(caveats).toContainEqual(
      expect.stringMatching(/^Có số của nhiều ngày hơn nên không xếp chung: Hải 900.*Khê 450.*Lâm 50/),
    )
    expect(caveats.join(' ')).not.toContain('khác tiêu chí')
  })

  test('in English too', () => {
    const { finding } = said([...half, ...all], 'en')
    expect(finding).toContain('five of 10 provinces give figures for just these days')
    expect(finding).toContain('3 others give figures for more days')
    expect(finding).toContain(
      'among these 5 highest in An 500, Bình 400, Châu 300, not counting Hải with 900 in all 366 days, and 1 other',
    )
  })

  test('the way to just these days is given', () => {
    expect(said([...half, ...all]).sentence.stretch).toEqual({ start: '2024-01-01', end: '2024-06-30' })
  })

  test('who has more of other days has not reported on these', () => {
    const other = { value: 900, ...of('2024-02-01/2024-12-31', 335) }
    const { finding, sentence } = said([...half, other])
    expect(finding).toContain('năm trong 10 địa phương nêu số nguồn tin')
    expect(finding).not.toContain('nhiều ngày hơn')
    expect(sentence.stretch).toBeUndefined()
  })

  test('nothing of it is said where the numbers are of all days', () => {
    const whole = [500, 400, 300, 200, 100].map((value) => ({ value, ...of(YEAR, 366) }))
    const { finding, sentence } = said([...whole, { value: 900, ...of(HALF, 182) }])
    expect(finding).not.toContain('nhiều ngày hơn')
    expect(finding).not.toContain('trong 5 địa phương này')
    expect(sentence.stretch).toBeUndefined()
  })

  test('averages of a year are counted with the days they are of, not apart from them', () => {
    const yearly = [...half, ...all].map((one) => {
      const figure = figureOf('tips', '10', one)
      const divided = {
        by: 'year' as const,
        plain: figure,
        divisor: 1,
        denominators: [],
        byDuration: false,
        allUnverified: false,
      }
      return { ...one, normalised: divided, comparisonKey: 'tips|total|tip/year|year' }
    })
    const figures = yearly.map((one, at) => ({ ...figureOf('tips', String(at + 10), one), terms: [at] }))
    const answer = { ...readAnswer(answerOf(figures), dataset, view), figures }
    const groups = [{ key: 'one', members: figures, scale: [...figures].reverse(), composition: false }]
    const told = { ...answer, comparability: { ...answer.comparability, groups } }
    const sentence = headlineSentence({ answer: told, view, dataset, words: wordsOf('vi'), language: 'vi' })
    const finding = plainSentence(sentence.finding)
    expect(finding).toContain(
      'ám trong 10 địa phương nêu số nguồn tin do dân cung cấp, trong đó 3 địa phương có số đủ ngày trong kỳ: cộng 8 địa phương',
    )
    expect(sentence.caveats.map(plainSentence).join(' ')).not.toContain('chưa đủ ngày trong kỳ')
  })
})

describe('estimates among the numbers that are counted', () => {
  const numbers = [500, 400, 300, 200, 100].map((value) => ({ value }))

  test('are counted with their places', () => {
    const all = numbers.map((one, at) => ({ ...one, estimated: at === 4 }))
    expect(said(all).finding).toContain('nêu số nguồn tin do dân cung cấp, trong đó 1 địa phương có số ước tính (Giang): cộng 5')
    expect(said(all, 'en').finding).toContain('tips given by the public, 1 of them an estimate (Giang): 5 provinces')
  })

  test('of many the places are not named, and nothing is said where there is none', () => {
    expect(said(numbers.map((one) => ({ ...one, estimated: true }))).finding).toContain(
      ', trong đó 5 địa phương có số ước tính: cộng',
    )
    expect(said(numbers).finding).not.toContain('ước tính')
  })
})

describe('numbers that cannot be divided as asked', () => {
  const PART = { scope: 'x', scopeVi: 'chỉ một huyện', scopeEn: 'one district', state: 'only_parts' as const }
  const told = (plain: Partial<Figure>, language: Language = 'vi') => {
    const figures = [refused(figureOf('tips', '10', { value: 5, ...plain }), 'per100k', 'no_time')]
    const answer = { ...readAnswer(answerOf([]), dataset, view), figures }
    const words = wordsOf(language)
    const sentence = headlineSentence({ answer, view, dataset, words, language })
    const { numbers, of, partOfTime, notDivided, parts } = coverageOf(dataset.reporters.map((key) => stateFor(key, answer)))
    const strip = words.headline.coverage(numbers, of, partOfTime, notDivided)
    return { finding: plainSentence(sentence.finding), caveats: sentence.caveats.map(plainSentence), strip, parts, notDivided }
  }

  test('of a whole place: the headline and the strip count none that could be', () => {
    const { finding, strip, notDivided } = told({})
    expect(finding).toBe(
      'Không địa phương nào trong 10 có số tính được theo cách chia đang chọn: 1 địa phương nêu số nguồn tin do dân cung cấp nhưng không chia được.',
    )
    expect([strip, notDivided]).toEqual(['Đã tính được số liệu: 0/10 địa phương', 1])
    expect(told({}, 'en').finding).toBe(
      'None of 10 provinces has a figure that can be divided as chosen: 1 gives figures for tips given by the public, which cannot.',
    )
  })

  test('of a part of a place: both say that no whole place has one', () => {
    const { finding, caveats, strip, parts, notDivided } = told(PART)
    expect(finding).toBe('Không địa phương nào trong 10 nêu số nguồn tin do dân cung cấp của toàn địa phương.')
    expect([strip, parts, notDivided]).toEqual(['Đã có số liệu: 0/10 địa phương', 1, 0])
    expect(caveats).toContainEqual(expect.stringContaining('một phần địa phương: An có số, không chia được (chỉ một huyện'))
  })
})

test('a shared picture is of the places that its finding tells', () => {
  const many = Array.from({ length: 17 }, (_, at): Territory => {
    const name = { vi: `Nơi ${at}`, en: `Place ${at}` }
    return { ...(places[0] as Territory), code: String(at + 10), name }
  })
  const country = {
    ...dataset,
    reporters: many.map(territoryKey),
    territories: new Map(many.map((one) => [territoryKey(one), one])),
  }
  const figures = many.map((_, at) =>
    figureOf('tips', String(at + 10), { value: 100 + at, terms: [at], ...(at < 9 ? of(HALF, 182) : of(YEAR, 366)) }),
  )
  const input = {
    answer: readAnswer(answerOf(figures), country, view),
    view,
    dataset: country,
    words: wordsOf('vi'),
    language: 'vi' as const,
  }
  const sentence = headlineSentence(input)
  const { picture } = shareStory(input, sentence)
  expect(plainSentence(sentence.finding)).toContain('9/17 địa phương có số riêng của những ngày này')
  expect(picture.kind === 'scale' && picture.rows.map(({ value }) => value)).toEqual([
    108, 107, 106, 105, 104, 103, 102, 101, 100,
  ])
  // Eight others may be above each of them.
  const [first] = picture.kind === 'scale' ? picture.rows : []
  expect(picture.kind === 'scale' && first && picture.ahead(first)).toBe(
    'Chưa kể Nơi 16 có 116 trong cả 366 ngày, cùng 7 địa phương khác.',
  )
})
