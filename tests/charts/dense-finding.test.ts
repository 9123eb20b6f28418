import { beforeAll, expect, test } from 'vitest'
import { headlineSentence, plainSentence } from '../../src/charts/words/headline-sentence.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Language } from '../../src/model/bilingual.ts'
import { type DemoSimulated, openDemoSimulated } from '../support/demo-simulated.ts'

let demo: DemoSimulated
beforeAll(async () => {
  demo = await openDemoSimulated()
}, 60_000)

async function said(indicators: readonly string[], time: string, language: Language = 'vi') {
  const { view, answer } = await demo.ask(indicators, time)
  const { dataset } = demo.opened
  const sentence = headlineSentence({ answer, view, dataset, words: wordsOf(language), language })
  return { finding: plainSentence(sentence.finding), caveats: sentence.caveats.map(plainSentence), sentence, answer }
}

test('many comparable figures are told by the highest, the lowest and the sum', async () => {
  const { finding, caveats, answer } = await said(['tips_received'], '2024')
  expect(finding).toBe(
    'Năm 2024, bốn trong 5 địa phương có số đủ ngày về nguồn tin do quần chúng nhân dân cung cấp: cộng 4 địa phương được 18.236 nguồn tin (sơ bộ); cao nhất là Hà Nội 10.214, Quảng Ninh 3.094 (sơ bộ), Đà Nẵng 2.735, chưa kể Đắk Lắk đã có 3.597 trong 304/366 ngày; thấp nhất là Cần Thơ 2.193.',
  )
  // Whoever reported ten months only has no place in the order, and is not kept silent about.
  expect(caveats).toEqual([
    'Có số nhưng chưa đủ ngày trong kỳ: Đắk Lắk 3.597 (số của 304/366 ngày), tin có giá trị 1.197 (số của 304/366 ngày).',
    'Lưu ý: tổng các báo cáo kỳ ngắn không khớp báo cáo cả kỳ ở Hà Nội.',
  ])
  const scale = answer.comparability.groups.find(({ scale }) => scale[0]?.breakdownKey === '')?.scale ?? []
  expect(scale.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(18_236)
})

test('kinds that do not add are told one by one, in the order of their codes', async () => {
  const { finding } = await said(['surrendered_items'], '2024')
  expect(finding).toBe(
    'Năm 2024, bốn trong 5 địa phương có số đủ ngày về vũ khí, vật liệu nổ, công cụ hỗ trợ do người dân giao nộp: súng cao nhất là Hà Nội 103, chưa kể Đắk Lắk đã có 124 trong 304/366 ngày; đạn các loại cao nhất là Hà Nội 2.273, chưa kể Đắk Lắk đã có 3.022 trong 304/366 ngày; thuốc nổ cao nhất là Hà Nội 16.670 gam, chưa kể Đắk Lắk đã có 20.200 gam trong 304/366 ngày và 2 loại khác.',
  )
})

test('a sum with a lower bound is one, in English too', async () => {
  const { finding } = await said(['charity_donations'], '2024', 'en')
  expect(finding).toContain('highest in Ha Noi more than 19.92 billion VND')
  expect(finding).toMatch(/: 4 provinces together more than 37\.1 billion VND \(provisional\); by what is stated, highest /)
})

test('every figure in the sentence is one of the answer, or was made of figures of the answer', async () => {
  const { sentence, answer } = await said(['tips_received'], '2024')
  const figures = [...sentence.finding, ...sentence.caveats.flat()].flatMap((part) =>
    typeof part === 'string' ? [] : [part.figure],
  )
  const [computed, plain] = [figures.filter((figure) => figure.computed), figures.filter((figure) => !figure.computed)]
  expect(plain).toHaveLength(7)
  for (const figure of plain) expect(answer.figures).toContain(figure)
  expect(computed).toMatchObject([{ value: 18_236, computed: { how: 'total' } }])
  const of = computed.flatMap((figure) => figure.computed?.of ?? [])
  expect(of).toHaveLength(4)
  for (const figure of of) expect(answer.figures).toContain(figure)
})
