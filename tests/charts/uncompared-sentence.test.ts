import { expect, test } from 'vitest'
import { changeAdvice, changeSentences } from '../../src/charts/words/change-sentence.ts'
import { changeText } from '../../src/charts/words/change-text.ts'
import { plainSentence } from '../../src/charts/words/headline-sentence.ts'
import type { Figure } from '../../src/model/figure.ts'
import { dotsInput } from '../support/dots-states.ts'
import { figure } from '../support/figure.ts'

const flow = (code: string, year: number, more: Partial<Figure> = {}): Figure =>
  figure({
    territory: { set: '63', code },
    value: 10 * Number(code),
    terms: [Number(code)],
    period: { start: `${year}-01-01`, end: `${year}-12-31`, basis: 'stated', duration: '' },
    comparisonKey: `tips|total|tip|W:${year}-01-01/${year}-12-31`,
    ...{ days: 365, daysOf: 365, ...more },
  })

const FEWER = { days: 304 }

function said(now: readonly Figure[], base: readonly Figure[], kind: 'prev' | 'yoy' = 'yoy') {
  const input = dotsInput(kind, {}, now, base)
  const told = new Set(now)
  return {
    sentences: changeSentences(input, told, told).map(plainSentence),
    texts: now.map((one) => changeText(one, input)),
  }
}

test('where every number of now lacks days, it is said once of all', () => {
  const now = [flow('01', 2024, FEWER), flow('79', 2024, FEWER)]
  const { sentences, texts } = said(now, [flow('01', 2023), flow('79', 2023)])
  expect(sentences).toEqual(['Chưa so được với cùng kỳ năm trước: số kỳ này chưa đủ ngày.'])
  expect(new Set(texts)).toEqual(new Set(['chưa đủ ngày hoặc đơn vị, không so']))
})

test('where the earlier ones do, it is said of these, beside the number too', () => {
  const now = [flow('01', 2024), flow('79', 2024)]
  const base = [flow('01', 2023, FEWER), flow('79', 2023, FEWER)]
  expect(said(now, base)).toMatchObject({
    sentences: ['Chưa so được với cùng kỳ năm trước: số cùng kỳ năm trước chưa đủ ngày.'],
    texts: ['số cùng kỳ năm trước chưa đủ ngày hoặc đơn vị, không so', 'số cùng kỳ năm trước chưa đủ ngày hoặc đơn vị, không so'],
  })
  expect(said(now, base, 'prev').sentences).toEqual(['Chưa so được với kỳ trước: số kỳ trước chưa đủ ngày.'])
})

test('of several reasons each says of how many places, the most first', () => {
  const now = [flow('01', 2024, { needsVerification: true }), flow('79', 2024, FEWER), flow('46', 2024, FEWER)]
  expect(said(now, [flow('01', 2023), flow('79', 2023), flow('46', 2023)]).sentences).toEqual([
    'Chưa so được với cùng kỳ năm trước: số kỳ này chưa đủ ngày (2 địa phương); số liệu cần kiểm chứng (1 địa phương).',
  ])
})

test('a change that can be told leaves nothing of that to say', () => {
  const now = [flow('01', 2024), flow('79', 2024, FEWER)]
  const { sentences } = said(now, [flow('01', 2023, { value: 5 }), flow('79', 2023)])
  expect(sentences[0]).toContain('tăng 5')
  expect(sentences.join(' ')).not.toContain('Chưa so được')
})

test('what to choose on the screen is no part of what is said', () => {
  const input = dotsInput('yoy', {}, [flow('01', 2024), flow('79', 2024)], [])
  const told = new Set<Figure>()
  const { answer, words } = input
  for (const refused of ['overlaps', 'no_window', 'divided'] as const) {
    const asked = {
      ...input,
      answer: { ...answer, compared: { ...(answer.compared as NonNullable<typeof answer.compared>), refused } },
    }
    const said = changeSentences(asked, told, told).map(plainSentence)
    expect(said).toEqual([words.compare.refusedAll[refused]])
    expect(said.join(' ')).not.toMatch(/chọn/)
    expect(changeAdvice(asked, told)).toMatch(/hãy chọn/)
  }
})
