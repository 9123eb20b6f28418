import { expect, it } from 'vitest'
import { shareStory } from '../../src/charts/share/share-story.ts'
import { headlineSentence } from '../../src/charts/words/headline-sentence.ts'
import { wordsOf } from '../../src/locale/words.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import type { Room } from '../../src/ui/answer/room.ts'
import { exportLabel } from '../../src/ui/take/export-label.ts'
import { renderRoom } from '../support/room.tsx'
import { answerOf, figureOf, smallDataset } from '../support/small-dataset.ts'

const words = wordsOf('vi')
const tips = figureOf('tips', '36', { value: 8, sources: ['A'] })
const money = ['36', '48', '84'].map((code, at) => figureOf('money', code, { value: 5, terms: [10 + at], sources: ['B'] }))

function asked(change: Partial<View> = {}) {
  const view: View = { ...EMPTY_VIEW, dataset: 'small', units: '63', ...change }
  const answer = readAnswer(answerOf([tips, ...money]), smallDataset, view)
  let room: Room | null = null
  renderRoom((one) => {
    room = one
    return <p />
  })
  return { answered: { answer, view, dataset: smallDataset }, room: room as unknown as Room }
}

it('counts what a picture shows, not all that the page has', () => {
  const { room, answered } = asked()
  const input = { ...answered, words, language: 'vi' as const }
  const story = shareStory(input, headlineSentence(input))
  const label = exportLabel(room, answered, story.figures, story.title, story.states)
  expect(story.finding).toMatch(/^Một trong 3 địa phương/)
  expect(label.coverage).toBe('Đã có số liệu: 1/3 địa phương')
  expect(exportLabel(room, answered, [tips], '').coverage).toBe('Đã có số liệu: 1/3 địa phương')
  expect(exportLabel(room, answered, money, '').coverage).toBe('Đã có số liệu: 3/3 địa phương')
  expect(exportLabel(room, answered, [tips, ...money], '').coverage).toBe('Đã có số liệu: 3/3 địa phương')
})

it('names the most used source first', () => {
  const { room, answered } = asked()
  const [first = '', second = ''] = exportLabel(room, answered, [tips, ...money], '').sources
  expect([first, second]).toEqual([expect.stringContaining('Báo B'), expect.stringContaining('Báo A')])
})

it('claims no comparison where nothing could be compared', () => {
  const { room, answered } = asked({ comparison: 'yoy' })
  expect(answered.view.comparison).toBe('yoy')
  expect(exportLabel(room, answered, [tips], '').filters.join(' ')).not.toContain(words.compare.comparisons.yoy)
})
