import { act, screen, within } from '@testing-library/react'
import type { EChartsCoreOption } from 'echarts/core'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Picture } from '../../src/charts/chart-type.ts'
import { wordsOf } from '../../src/locale/words.ts'
import { Failure } from '../../src/model/failure.ts'
import { ChartCanvas } from '../../src/ui/chart/chart-canvas.tsx'
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

it('knows the room as it is at the click, not as it was at the drawing', () => {
  const shown = picture({})
  const { asked, store } = renderRoom((room) => <ChartCanvas room={room} picture={shown} label="" />)
  act(() => store.setView({ indicators: ['models'] }))
  charts[0]?.clicks[0]?.({ name: '0-1' })
  expect(asked.map(({ view }) => view.indicators)).toEqual([['models']])
})

it('lets the place stand out whose name or empty outline is clicked, and takes it back; a figure keeps its grounds', () => {
  const shown = { ...picture({}), place: (name: string) => (name === '84' || name === '0-1' ? ('63:84' as const) : null) }
  const { asked, view } = renderRoom((room) => <ChartCanvas room={room} picture={shown} label="" />)
  const click = (name: string) => act(() => charts[0]?.clicks[0]?.({ name }))
  click('place:63:36')
  expect(view().focus).toBe('36')
  click('84')
  expect(view().focus).toBe('84')
  click('84')
  expect(view().focus).toBeNull()
  click('place:34:37')
  expect(view().focus).toBeNull()
  expect(asked).toEqual([])
  click('0-1')
  expect([view().focus, asked.length]).toEqual([null, 1])
})

it('is drawn once for a picture, anew for another one, and leaves nothing behind', async () => {
  const [first, second] = [picture({ animation: false }), picture({ animation: true })]
  const { unmount, store } = renderRoom((room) => (
    <ChartCanvas room={room} picture={room.language === 'vi' ? first : second} label="" />
  ))
  act(() => store.setView({ search: 'x' }))
  await turns()
  expect(charts.map(({ options, disposed }) => [options, disposed])).toEqual([[[first.option], false]])
  act(() => store.setView({ language: 'en' }))
  await turns()
  expect(charts.map(({ options, disposed }) => [options, disposed])).toEqual([
    [[first.option], true],
    [[second.option], false],
  ])
  unmount()
  expect(charts.map(({ disposed }) => disposed)).toEqual([true, true])
})

it('is drawn in a task of its own, and not at all when it has left the page before its turn', async () => {
  const [first, second] = [picture({ animation: false }), picture({ animation: true })]
  const { unmount } = renderRoom((room) => <ChartCanvas room={room} picture={first} label="" />)
  expect(charts.map(({ options }) => options)).toEqual([[]])
  unmount()
  renderRoom((room) => <ChartCanvas room={room} picture={second} label="" />)
  await turns()
  expect(charts.map(({ options }) => options)).toEqual([[], [second.option]])
})

it('is drawn at once for paper, which the browser lays out at once', () => {
  const shown = picture({ animation: false })
  renderRoom((room) => <ChartCanvas room={room} picture={shown} label="" paper={{ width: 690, scale: 0.84 }} />)
  expect(charts.map(({ options }) => options)).toEqual([[shown.option]])
})

/** Until all pictures that stand in line have been drawn. */
async function turns(): Promise<void> {
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
}

describe('a picture that has to be prepared', () => {
  /** A picture whose preparation ends when the test says so. */
  function preparing() {
    const ends: { resolve(): void; reject(error: unknown): void }[] = []
    const prepare = () => new Promise<void>((resolve, reject) => ends.push({ resolve, reject }))
    return { shown: { ...picture({ animation: false }), prepare }, ends }
  }

  it('is drawn when it is ready', async () => {
    const { shown, ends } = preparing()
    renderRoom((room) => <ChartCanvas room={room} picture={shown} label="" />)
    expect(charts[0]?.options).toEqual([])
    await act(async () => ends[0]?.resolve())
    expect(charts[0]?.options).toEqual([shown.option])
  })

  it('is not drawn any more when it has left the page', async () => {
    const { shown, ends } = preparing()
    const { unmount } = renderRoom((room) => <ChartCanvas room={room} picture={shown} label="" />)
    unmount()
    await act(async () => ends[0]?.resolve())
    expect(charts.map(({ options, disposed }) => [options, disposed])).toEqual([[[], true]])
  })

  it('says so where it cannot be, and is prepared again at the reader’s word', async () => {
    const { shown, ends } = preparing()
    const { user } = renderRoom((room) => <ChartCanvas room={room} picture={shown} label="Bản đồ" />)
    await act(async () => ends[0]?.reject(new Failure('http-unreachable', { file: 'map.json' })))
    const words = wordsOf('vi')
    const alert = screen.getByRole('alert')
    expect(alert).toHaveTextContent(words.failure.sentence['http-unreachable']({ file: 'map.json' }).what)
    expect(screen.queryByRole('img')).toBeNull()
    await user.click(within(alert).getByRole('button', { name: words.chrome.retry }))
    await act(async () => ends[1]?.resolve())
    expect(screen.getByRole('img')).toBeInTheDocument()
    expect(charts.map(({ options, disposed }) => [options, disposed])).toEqual([
      [[], true],
      [[shown.option], false],
    ])
  })
})
