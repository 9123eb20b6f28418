import { screen, within } from '@testing-library/react'
import { beforeAll, expect, it } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import type { Figure } from '../../src/model/figure.ts'
import { DensePictures } from '../../src/ui/overview/dense-pictures.tsx'
import { fakeDatabase } from '../support/fake-database.ts'
import { MODEL_WORLD, modelInput, stock } from '../support/model-states.ts'
import { layOut, renderRoom } from '../support/room.tsx'

beforeAll(() => layOut())

const words = wordsOf('vi')
const everywhere = (indicator: string, value: number) =>
  MODEL_WORLD.reporters.map((key) => stock(indicator, key.slice(3), value, { terms: [value] }))

function open(figures: readonly Figure[]) {
  const view = { indicators: ['dom-models'], units: '63' } as const
  const { answer } = modelInput(figures)
  return renderRoom(
    (room) => <DensePictures room={room} answered={{ answer, view: room.view, dataset: MODEL_WORLD }} title="Mô hình" />,
    { dataset: MODEL_WORLD, view, database: fakeDatabase() },
  )
}

const cards = () => [...document.querySelectorAll<HTMLElement>('[data-chart]')].map(({ dataset }) => dataset.chart)

it('of the steps in the life of models are the steps, then each step by place; a share opens its grounds', async () => {
  const { user, asked } = open([...everywhere('models', 20), ...everywhere('built', 15), ...everywhere('maintained', 12)])
  expect(cards()).toEqual(['steps', 'matrix'])
  const card = screen.getByRole('region', { name: `Mô hình – ${words.models.steps}` })
  await user.click(within(card).getByText(words.chart.tableTwin))
  await user.click(within(card).getByRole('button', { name: words.chart.grounds('75%') }))
  const share = asked[0]?.figure
  expect([share?.computed?.how, share?.computed?.of.map(({ value }) => value)]).toEqual(['step_share', [120, 160]])
})

it('of fewer steps are none', () => {
  open([...everywhere('models', 20), ...everywhere('built', 15)])
  expect(cards()).toEqual(['matrix'])
})
