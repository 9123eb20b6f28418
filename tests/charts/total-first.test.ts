import { expect, test } from 'vitest'
import { inCodeOrder } from '../../src/charts/parts/code-order.ts'
import { headlineSentence, plainSentence } from '../../src/charts/words/headline-sentence.ts'
import { wordsOf } from '../../src/locale/words.ts'
import { openDemoSimulated } from '../support/demo-simulated.ts'

const demo = await openDemoSimulated()
const { dataset } = demo.opened

test('a total stands before the kinds that are defined otherwise, and is named by its indicator', async () => {
  const { view, answer } = await demo.ask(['tips_received'], '2024')
  const canTho = answer.figures.filter(({ territory }) => territory.code === '92')
  expect(inCodeOrder(canTho, dataset).map(({ basis, value }) => [basis, value])).toEqual([
    ['total', canTho.find(({ basis }) => basis === 'total')?.value],
    ['part', canTho.find(({ basis }) => basis === 'part')?.value],
  ])
  const { caveats } = headlineSentence({ dataset, view, answer, words: wordsOf('vi'), language: 'vi' })
  expect(caveats.map(plainSentence).join(' ')).toMatch(/: Đắk Lắk 3\.\d{3} \([^)]*\), tin có giá trị 1\.\d{3} /)
})
