import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { printFigure } from '../../src/locale/print-figure.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Figure } from '../../src/model/figure.ts'
import { changeOf } from '../../src/model/rules/change.ts'
import { denominatorIndex } from '../../src/model/rules/denominators.ts'
import { normalise } from '../../src/model/rules/normalise.ts'
import { poolFigures } from '../../src/model/rules/pool-figures.ts'
import { GroundsPanel } from '../../src/ui/grounds/grounds-panel.tsx'
import { people } from '../support/denominators.ts'
import { fakeDatabase, HANGS } from '../support/fake-database.ts'
import { figure } from '../support/figure.ts'
import { layOut, renderRoom } from '../support/room.tsx'
import { smallDataset } from '../support/small-dataset.ts'

beforeAll(() => layOut())

const words = wordsOf('vi')
const { grounds } = words
const codes = [...smallDataset.territories.values()].map(({ code }) => code)
const nameOf = (at: number) => smallDataset.territories.get(`63:${codes[at]}`)?.name.vi ?? ''
const tips = (at: number, value: number, more: Partial<Figure> = {}) =>
  figure({ territory: { set: '63', code: codes[at] ?? '' }, value, terms: [at + 1], ...more })
const older = (at: number, value: number) =>
  tips(at, value, {
    terms: [at + 100],
    window: { from: '2023-01-01', to: '2023-12-31' },
    period: { start: '2023-01-01', end: '2023-12-31', basis: 'stated', duration: '' },
  })
const full = (one: Figure) => printFigure(one, smallDataset, words.figure, 'vi').full

function open(asked: Figure) {
  // The rows behind the parts never come: here it is about which figure is asked about.
  const database = fakeDatabase({ query: () => HANGS })
  const onClose = vi.fn()
  const draw = (room: Parameters<Parameters<typeof renderRoom>[0]>[0]) => (
    <GroundsPanel room={room} figure={asked} onClose={onClose} />
  )
  return { ...renderRoom(draw, { database }), database, onClose }
}

const panel = () => screen.getByRole('dialog', { name: grounds.title })
const parts = () => within(panel()).getAllByRole('listitem')
const back = () => within(panel()).queryByRole('button', { name: grounds.back })

describe('the grounds of a sum', () => {
  const sum = poolFigures([tips(0, 30), tips(1, 12)], 'sum') as Figure

  it('show how it was added, and of which figures', () => {
    const { database } = open(sum)
    expect(panel()).toHaveTextContent('30 + 12 = 42')
    expect(panel()).toHaveTextContent(grounds.computed.total)
    expect(screen.getByRole('heading', { name: grounds.madeOf(2) })).toBeInTheDocument()
    expect(parts().map((part) => part.textContent)).toEqual([
      `${nameOf(0)}, năm 2024 ${full(tips(0, 30))}`,
      `${nameOf(1)}, năm 2024 ${full(tips(1, 12))}`,
    ])
    expect(back()).toBeNull()
    // The panel has no rows of its own to ask for.
    expect(database.queries).toEqual([])
  })

  it('open those of a part, and lead back', async () => {
    const { user, database } = open(sum)
    await user.click(within(parts()[1] as HTMLElement).getByRole('button'))
    await waitFor(() => expect(database.queries).toHaveLength(1))
    expect(database.queries[0]).toContain(`'63:${codes[1]}'`)
    expect(panel()).toHaveTextContent(nameOf(1))
    expect(panel()).not.toHaveTextContent('30 + 12')
    await user.click(back() as HTMLElement)
    expect(panel()).toHaveTextContent('30 + 12 = 42')
    expect(back()).toBeNull()
  })

  it('of many figures say so instead of listing them in the formula', () => {
    const many = Array.from({ length: 9 }, (_, at) => tips(at % codes.length, at + 1))
    open(poolFigures(many, 'sum') as Figure)
    expect(panel()).toHaveTextContent(`${grounds.sumOf(9)} = 45`)
    expect(parts()).toHaveLength(9)
  })
})

describe('the grounds of a percentage', () => {
  it('show both figures, the newer first, each with its own time', () => {
    open(changeOf(tips(0, 120), older(0, 96), { aggregation: 'sum', against: 'prev' }).percent as Figure)
    expect(panel()).toHaveTextContent('(120 − 96) : 96 × 100 = 25%')
    expect(panel()).toHaveTextContent('+25%')
    expect(parts().map((part) => part.textContent)).toEqual([
      `${nameOf(0)}, năm 2024 ${full(tips(0, 120))}`,
      `${nameOf(0)}, năm 2023 ${full(older(0, 96))}`,
    ])
  })

  it.each([
    ['prev', 'Tăng, giảm so với kỳ trước (%)', 'Chênh lệch so với kỳ trước'],
    ['yoy', 'Tăng, giảm so với cùng kỳ năm trước (%)', 'Chênh lệch so với cùng kỳ năm trước'],
    [
      'peers',
      'Hơn, kém bình quân các địa phương khác trong cụm (%)',
      'Chênh lệch so với bình quân các địa phương khác trong cụm',
    ],
  ] as const)('against %s say against what', (against, percentage, difference) => {
    const change = changeOf(tips(0, 120), older(0, 96), { aggregation: 'sum', against })
    const { unmount } = open(change.percent as Figure)
    expect(panel()).toHaveTextContent(`${percentage} · `)
    unmount()
    open(change.step as Figure)
    expect(panel()).toHaveTextContent(`${difference} · `)
  })

  it('of which a digit is left out are told as about so much, so that who reckons again comes to the same', () => {
    const change = changeOf(tips(0, 130), older(0, 96), { aggregation: 'sum', against: 'prev' })
    open(change.percent as Figure)
    expect(panel()).toHaveTextContent('(130 − 96) : 96 × 100 ≈ 35,416667%')
  })

  it('and of which an operand is not all there', () => {
    const [a, b] = [tips(0, 10 / 3), tips(0, 1 / 3)]
    open(changeOf(a, b, { aggregation: 'sum', against: 'prev' }).step as Figure)
    expect(panel()).toHaveTextContent('3,333333 − 0,333333 ≈ 3')
  })

  it('of sums lead to the sums, and from there to what was added', async () => {
    const [now, base] = [poolFigures([tips(0, 30), tips(1, 20)], 'sum'), poolFigures([older(0, 10), older(1, 30)], 'sum')]
    const { user } = open(changeOf(now as Figure, base, { aggregation: 'sum', against: 'prev' }).percent as Figure)
    expect(parts()[1]).toHaveTextContent(grounds.places(2))
    await user.click(within(parts()[1] as HTMLElement).getByRole('button'))
    expect(panel()).toHaveTextContent('10 + 30 = 40')
    await user.click(within(parts()[0] as HTMLElement).getByRole('button'))
    expect(panel()).toHaveTextContent('năm 2023')
    await user.click(back() as HTMLElement)
    expect(panel()).toHaveTextContent('10 + 30 = 40')
    await user.click(back() as HTMLElement)
    expect(panel()).toHaveTextContent('(50 − 40) : 40 × 100 = 25%')
  })
})

it('the grounds of a rate of several places divide the sums', () => {
  const indicators = new Map(smallDataset.indicators.map((indicator) => [indicator.code, indicator]))
  const denominatorsOf = denominatorIndex([0, 1].map((at) => people(`63:${codes[at]}`, 2024, 1_000_000)))
  const rates = normalise([tips(0, 30), tips(1, 20)], {
    ...{ normalisation: 'per100k', indicators, territories: smallDataset.territories, denominatorsOf },
  })
  open(poolFigures(rates, 'sum') as Figure)
  expect(panel()).toHaveTextContent(`50 : 2.000.000 × 100.000 = 2,5`)
  expect(panel()).toHaveTextContent(grounds.computed.pooled)
})

it('the grounds of a share of a target show the target', () => {
  const of = tips(0, 30)
  open({ ...of, value: 75, unit: 'percent', computed: { how: 'target_share', of: [of], target: 40 } })
  expect(panel()).toHaveTextContent('30 : 40 × 100 = 75%')
  expect(parts()).toHaveLength(1)
})

it('the grounds of a share of the step before show both numbers', () => {
  const [now, before] = [tips(0, 30), { ...tips(0, 40), indicator: 'models' }]
  open({ ...now, value: 75, unit: 'percent', computed: { how: 'step_share', of: [now, before] } })
  expect(panel()).toHaveTextContent('30 : 40 × 100 = 75%')
  expect(panel()).toHaveTextContent(grounds.computed.step_share)
  const label = (code: string) => smallDataset.indicators.find((one) => one.code === code)?.label.vi ?? '?'
  expect(parts().map((part) => part.textContent?.split(',')[0])).toEqual([label(now.indicator), label('models')])
})

it('another figure asked about from outside begins anew', async () => {
  const sum = poolFigures([tips(0, 30), tips(1, 12)], 'sum') as Figure
  const { user, store } = renderRoom(
    (room) => <GroundsPanel room={room} figure={room.view.search === '' ? sum : tips(1, 5)} onClose={() => {}} />,
    { database: fakeDatabase({ query: () => HANGS }) },
  )
  await user.click(within(parts()[0] as HTMLElement).getByRole('button'))
  expect(back()).not.toBeNull()
  store.setView({ search: 'x' })
  await waitFor(() => expect(back()).toBeNull())
  expect(panel()).toHaveTextContent(nameOf(1))
})
