import { act, screen } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { View } from '../../src/model/view.ts'
import { CompareScreen } from '../../src/ui/compare/compare-screen.tsx'
import { fakeDatabase } from '../support/fake-database.ts'
import { layOut, renderRoom } from '../support/room.tsx'
import { answerOf, figureOf, smallDataset } from '../support/small-dataset.ts'

beforeAll(() => layOut())

const words = wordsOf('vi')
const YEARLY: Partial<View> = { time: { kind: 'window', from: '2024', to: '2024' }, comparison: 'yoy', indicators: ['tips'] }
const BEFORE: Partial<Figure> = {
  period: { start: '2023-01-01', end: '2023-12-31', basis: 'stated', duration: '' },
  comparisonKey: 'tips|total|tip|2023-01-01/2023-12-31/stated',
}
const ANSWER = answerOf(
  [figureOf('tips', '36', { value: 98 }), figureOf('tips', '48', { value: 120 })],
  [],
  [figureOf('tips', '36', { ...BEFORE, value: 70 }), figureOf('tips', '48', { ...BEFORE, value: 130 })],
)

function open(view: Partial<View> = {}, dataset: Dataset = smallDataset) {
  const database = fakeDatabase({ query: () => ANSWER })
  return renderRoom((room) => <CompareScreen room={room} />, { database, dataset, view })
}

const heading = () => screen.findByRole('heading', { level: 1 })
const charts = () => [...document.querySelectorAll<HTMLElement>('[data-chart]')].map((one) => one.dataset.chart)

describe('places side by side', () => {
  it('are asked for; without a choice the matrix holds them all', async () => {
    const { user, view } = open(YEARLY)
    expect(await heading()).toHaveTextContent(words.slope.all(3, 1))
    expect(screen.getByText(words.slope.chooseText)).toBeInTheDocument()
    expect(charts()).toEqual(['matrix'])
    await user.click(screen.getByRole('combobox', { name: `${words.slope.picker}: ${words.slope.choose}` }))
    await user.click(await screen.findByRole('option', { name: 'Nam Định' }))
    await user.click(await screen.findByRole('option', { name: 'Đà Nẵng' }))
    expect(view().territories).toEqual(['36', '48'])
  })

  it('are a matrix of their figures and two times of those that compare', async () => {
    open({ ...YEARLY, territories: ['36', '48'] })
    expect(await heading()).toHaveTextContent(words.slope.finding(['Đà Nẵng', 'Nam Định'], 1))
    expect(charts()).toEqual(['matrix', 'slope'])
    expect(screen.getByRole('img', { name: /Đà Nẵng từ 130 thành 120 \(-7,7%\)/ })).toBeInTheDocument()
  })

  it('say what to choose where they are compared with no time', async () => {
    open({ ...YEARLY, comparison: 'none', territories: ['36', '48'] })
    await heading()
    expect(charts()).toEqual(['matrix'])
    expect(screen.getByText(words.slope.askSlope)).toBeInTheDocument()
  })

  it('of one place ask for another', async () => {
    open({ ...YEARLY, territories: ['36'] })
    await heading()
    expect(screen.getByText(words.slope.one)).toBeInTheDocument()
    expect(charts()).toEqual(['matrix'])
  })

  it('have lines where there are figures over time', async () => {
    const rhythms = [{ indicator: 'tips', grain: 'quarter' as const, from: '2023-01-01', to: '2024-12-31' }]
    open({ ...YEARLY, territories: ['36', '48'] }, { ...smallDataset, rhythms })
    await heading()
    expect(charts()).toEqual(['matrix', 'slope', 'line'])
  })
})

it('asks for every indicator of the overview where none is chosen', async () => {
  const { database, store } = open({ ...YEARLY, indicators: [], territories: ['36', '48'] })
  await heading()
  for (const code of ['tips', 'models', 'weapons', 'money']) expect(database.queries[0]).toContain(`'${code}'`)
  expect(charts()).toEqual(['matrix', 'slope'])
  act(() => store.setView({ language: 'en' }))
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Da Nang, Nam Dinh')
})
