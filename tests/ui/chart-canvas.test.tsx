import { act, screen } from '@testing-library/react'
import type { EChartsCoreOption } from 'echarts/core'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Picture } from '../../src/charts/chart-type.ts'
import { ChartCanvas } from '../../src/ui/chart-canvas.tsx'
import { layOut, renderRoom } from '../support/room.tsx'
import { figureOf } from '../support/small-dataset.ts'

interface FakeChart {
  readonly options: EChartsCoreOption[]
  readonly clicks: ((event: { readonly name: string }) => void)[]
  disposed: boolean
}

const charts = vi.hoisted((): FakeChart[] => [])

vi.mock('../../src/charts/echarts.ts', () => ({
  initChart: () => {
    const chart: FakeChart = { options: [], clicks: [], disposed: false }
    charts.push(chart)
    return {
      on: (_: string, listener: FakeChart['clicks'][number]) => chart.clicks.push(listener),
      setOption: (option: EChartsCoreOption) => chart.options.push(option),
      resize: () => {},
      dispose: () => {
        chart.disposed = true
      },
    }
  },
}))

beforeAll(() => layOut())
beforeEach(() => charts.splice(0))

const figure = figureOf('tips', '36')
const picture = (option: EChartsCoreOption): Extract<Picture, { kind: 'canvas' }> => ({
  kind: 'canvas',
  option,
  height: 240,
  summary: 'Nam Định 8.968; Trà Vinh 2.127.',
  pick: (name) => (name === '0-1' ? figure : null),
})

it('is a picture with its summary for those who do not see it, as high as it needs', () => {
  renderRoom((room) => <ChartCanvas room={room} picture={picture({})} label="Nguồn tin – Biểu đồ cột" />)
  const image = screen.getByRole('img', { name: 'Nguồn tin – Biểu đồ cột. Nam Định 8.968; Trà Vinh 2.127.' })
  expect(image.firstElementChild).toHaveAttribute('aria-hidden', 'true')
  expect(image.firstElementChild).toHaveStyle({ height: '240px' })
})

it('asks for the grounds of the bar that is clicked, with the view that the picture shows', () => {
  const shown = picture({})
  const { asked, store } = renderRoom((room) => <ChartCanvas room={room} picture={shown} label="" />, {
    view: { indicators: ['tips'] },
  })
  for (const name of ['0-1', '0-2', '']) charts[0]?.clicks[0]?.({ name })
  expect(asked.map(({ figure, view }) => [figure, view])).toEqual([[figure, store.getState().view]])
})

it('is drawn once for a picture, anew for another one, and leaves nothing behind', () => {
  const [first, second] = [picture({ animation: false }), picture({ animation: true })]
  const { unmount, store } = renderRoom((room) => (
    <ChartCanvas room={room} picture={room.language === 'vi' ? first : second} label="" />
  ))
  act(() => store.setView({ search: 'x' }))
  expect(charts.map(({ options, disposed }) => [options, disposed])).toEqual([[[first.option], false]])
  act(() => store.setView({ language: 'en' }))
  expect(charts.map(({ options, disposed }) => [options, disposed])).toEqual([
    [[first.option], true],
    [[second.option], false],
  ])
  unmount()
  expect(charts.map(({ disposed }) => disposed)).toEqual([true, true])
})
