import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, expect, it, vi } from 'vitest'
import { line } from '../../src/charts/line.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import { Failure } from '../../src/model/failure.ts'
import { EMPTY_VIEW } from '../../src/model/view.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import { ChartCard } from '../../src/ui/chart/chart-card.tsx'
import { fakeDatabase } from '../support/fake-database.ts'
import { layOut, renderRoom } from '../support/room.tsx'
import { answerOf, figureOf, smallDataset } from '../support/small-dataset.ts'

// jsdom draws nothing: what the picture is, tests of the charts tell.
vi.mock('../../src/charts/echarts.ts', () => ({
  initChart: () => ({ on: () => {}, setOption: () => {}, resize: () => {}, dispose: () => {} }),
}))
beforeAll(() => layOut())

const words = wordsOf('vi')
const dataset: Dataset = {
  ...smallDataset,
  rhythms: [{ indicator: 'tips', grain: 'month', from: '2024-01-01', to: '2024-12-31' }],
}
const ofMonth = (month: string, value: number) =>
  figureOf('tips', '36', {
    ...{ value, days: 30, daysOf: 30, terms: [Number(month)] },
    period: { start: `2024-${month}-01`, end: `2024-${month}-30`, basis: 'stated', duration: '' },
  })
const overTime = () => {
  const answer = answerOf([ofMonth('04', 210), ofMonth('06', 230)])
  return { ...answer, columns: { ...answer.columns, bucket: [3, 5] } }
}

function open(query: () => ReturnType<typeof overTime> | Failure) {
  const database = fakeDatabase({ query })
  const answer = readAnswer(answerOf([figureOf('tips', '36', { value: 440, terms: [4, 6] })]), dataset, EMPTY_VIEW)
  const room = renderRoom(
    (shown) => <ChartCard room={shown} chart={line} answered={{ answer, view: shown.view, dataset }} title="Nguồn tin" />,
    { dataset, database, view: { indicators: ['tips'] } },
  )
  return { ...room, database }
}

it('asks for the figures over time once, and has them in its table with the gap between them', async () => {
  const { database } = open(overTime)
  expect(await screen.findByRole('img')).toHaveAccessibleName(/từ 210 nguồn tin .* đến 230 nguồn tin/)
  expect(database.queries).toHaveLength(1)
  expect(database.queries[0]).toContain("DATE '2024-06-01'")
  const numbers = [...document.querySelectorAll('td[data-column="number"]')].map((cell) => cell.textContent)
  expect(numbers).toEqual(expect.arrayContaining(['230', '…', '210']))
})

it('opens the grounds of a figure with the time of its own bucket', async () => {
  const { user, asked, view } = open(overTime)
  await screen.findByRole('img')
  await user.click(screen.getByRole('button', { name: /^210/ }))
  expect(asked.map(({ figure, view: shown }) => [figure.value, shown])).toEqual([
    [210, { ...view(), time: { kind: 'window', from: '2024-04', to: '2024-04' } }],
  ])
})

it('says where they cannot be had, and asks again at the reader’s word', async () => {
  let fails = true
  const { user } = open(() => (fails ? new Failure('query-failed', { raw: 'x' }) : overTime()))
  const alert = await screen.findByRole('alert')
  expect(screen.queryByRole('img')).toBeNull()
  fails = false
  await user.click(within(alert).getByRole('button', { name: words.chrome.retry }))
  await waitFor(() => expect(screen.getByRole('img')).toBeInTheDocument())
  expect(screen.queryByRole('alert')).toBeNull()
})
