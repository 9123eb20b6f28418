import { screen, within } from '@testing-library/react'
import { beforeAll, expect, it } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { View } from '../../src/model/view.ts'
import { OptionsPopover } from '../../src/ui/filters/options-popover.tsx'
import { layOut, renderRoom } from '../support/room.tsx'
import { smallDataset } from '../support/small-dataset.ts'

beforeAll(() => layOut())

const { chart, chrome, compare } = wordsOf('vi')
const monthly: Dataset = {
  ...smallDataset,
  rhythms: (['month', 'quarter', 'half', 'year'] as const).map((grain) => ({
    ...{ indicator: 'tips', grain, from: '2023-01-01', to: '2024-12-31' },
  })),
}

async function open(view: Partial<View>, dataset = monthly) {
  const room = renderRoom((shown) => <OptionsPopover room={shown} />, { dataset, view })
  await room.user.click(screen.getByRole('button', { name: chrome.options }))
  await screen.findByRole('group', { name: chrome.chartsShown })
  return room
}

const steps = () => screen.queryByRole('group', { name: chart.lineStep })
const offered = () =>
  within(steps() as HTMLElement)
    .getAllByRole<HTMLInputElement>('radio')
    .map((radio) => `${radio.labels?.[0]?.textContent}${radio.checked ? ' *' : ''}`)

it('offers the steps of time that the period holds at least two of, and one by itself', async () => {
  const { user, view } = await open({ indicators: ['tips'] })
  expect(offered()).toEqual(['Tháng', 'Quý', '6 tháng', 'Năm', 'Tự động *'])
  await user.click(screen.getByRole('radio', { name: 'Quý' }))
  expect([view().grain, offered()[1]]).toEqual(['quarter', 'Quý *'])
  await user.click(screen.getByRole('radio', { name: chart.lineStepAuto }))
  expect(view().grain).toBeNull()
})

it('offers no step that is as long as the period, unless it is the one chosen', async () => {
  const year2024 = { kind: 'window', from: '2024', to: '2024' } as const
  const { user } = await open({ indicators: ['tips'], time: year2024, grain: 'year' })
  expect(offered()).toEqual(['Tháng', 'Quý', '6 tháng', 'Năm *', 'Tự động'])
  await user.click(screen.getByRole('radio', { name: 'Tháng' }))
  expect(offered()).toEqual(['Tháng *', 'Quý', '6 tháng', 'Tự động'])
})

it('has no steps where nothing can be shown over time', async () => {
  await open({ indicators: ['models'] })
  expect(steps()).toBeNull()
})

it('has none in the overview', async () => {
  await open({ indicators: [] })
  expect(steps()).toBeNull()
})

it('shares out what straddles the period only where the period has two edges', async () => {
  const { shareOut } = compare
  const { user, view } = await open({ time: { kind: 'window', from: '2024-H1', to: '2024-H1' } })
  const box = () => screen.getByRole('checkbox', { name: shareOut })
  expect(box()).not.toBeChecked()
  await user.click(box())
  expect([view().straddling, (box() as HTMLInputElement).checked]).toEqual(['share', true])
  await user.click(box())
  expect(view().straddling).toBe('out')
})

it.each([{ kind: 'report' }, { kind: 'window', from: '2024', to: null }] as const)(
  'offers no sharing out under $kind without edges',
  async (time) => {
    await open({ time, straddling: 'share' })
    expect(screen.queryByRole('checkbox', { name: compare.shareOut })).toBeNull()
  },
)

it('offers an index only where there is something over time', async () => {
  const index = () => screen.queryByRole('radio', { name: compare.normalisations.index })
  const { user, view } = await open({ indicators: ['tips'] })
  await user.click(index() as HTMLElement)
  expect(view().normalisation).toBe('index')
})

it('offers no index of what has no times', async () => {
  await open({ indicators: ['models'] })
  expect(screen.queryByRole('radio', { name: compare.normalisations.index })).toBeNull()
})
