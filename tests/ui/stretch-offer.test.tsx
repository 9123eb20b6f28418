import { screen } from '@testing-library/react'
import { beforeAll, expect, it } from 'vitest'
import { territoryKey } from '../../src/model/territory.ts'
import { StretchOffer } from '../../src/ui/overview/stretch-offer.tsx'
import { fakeDatabase, HANGS } from '../support/fake-database.ts'
import { layOut, renderRoom } from '../support/room.tsx'
import { answerOf, figureOf, ofStatement, smallDataset } from '../support/small-dataset.ts'

beforeAll(() => layOut())

const HALF = { start: '2024-01-01', end: '2024-06-30' }
const YEAR = { kind: 'window', from: '2024', to: '2024' } as const
/** Of the first half of the year two of the three places have all days. */
const half = answerOf([
  figureOf('tips', '36', { value: 5, days: 182, daysOf: 182 }),
  figureOf('tips', '48', { value: 4, days: 182, daysOf: 182 }),
  figureOf('tips', '84', { value: 3, days: 30, daysOf: 182 }),
])

function open(stretch: typeof HALF, isWaiting = false) {
  const database = fakeDatabase({ query: (sql) => (isWaiting ? HANGS : ofStatement(half, sql)) })
  return renderRoom((room) => <StretchOffer room={room} stretch={stretch} />, {
    ...{ database, dataset: smallDataset, view: { indicators: ['tips'], time: YEAR } },
  })
}

it('leads to just the days that the finding is of, and says how many places have all of them', async () => {
  expect(smallDataset.reporters).toEqual(['36', '48', '84'].map((code) => territoryKey({ set: '63', code })))
  const { user, view } = open(HALF)
  await user.click(await screen.findByRole('button', { name: 'Xem từ 01/01/2024 đến 30/6/2024: 2/3 địa phương có số đủ ngày' }))
  expect(view().time).toEqual({ kind: 'window', from: '2024-01', to: '2024-06' })
})

it('is there before the count is known', () => {
  open(HALF, true)
  expect(screen.getByRole('button')).toHaveTextContent(/^Xem từ 01\/01\/2024 đến 30\/6\/2024$/)
})

it('is none where the days are no whole months, which no link can ask for', () => {
  open({ ...HALF, end: '2024-06-29' })
  expect(screen.queryByRole('button')).toBeNull()
})
