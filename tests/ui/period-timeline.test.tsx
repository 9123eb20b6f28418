import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import { Failure } from '../../src/model/failure.ts'
import type { View } from '../../src/model/view.ts'
import { PeriodTimeline } from '../../src/ui/filters/period-timeline.tsx'
import { type FakeAnswer, fakeDatabase } from '../support/fake-database.ts'
import { layOut, renderRoom } from '../support/room.tsx'
import { smallDataset } from '../support/small-dataset.ts'

beforeAll(() => layOut())

const { period, chrome } = wordsOf('vi')
const yearly: Dataset = { ...smallDataset, rhythms: [], years: [2021, 2024] }
const COUNTS: FakeAnswer = {
  length: 2,
  columns: { bucket: [0, 3], territory_set: ['63', '63'], places: [1, 3] },
}

async function open(
  view: Partial<View> = {},
  { dataset = yearly, answer = COUNTS }: { dataset?: Dataset; answer?: FakeAnswer } = {},
) {
  const database = fakeDatabase({ query: (_, nth) => (nth === 0 ? answer : COUNTS) })
  const room = renderRoom((room) => <PeriodTimeline room={room} />, { database, dataset, view })
  await room.user.click(screen.getByRole('button', { name: period.timeline }))
  return room
}

const grip = (name: string) => screen.findByRole('slider', { name })
const bars = () => [...document.querySelectorAll<SVGRectElement>('rect[data-inside]')]
const chosenBars = () => bars().flatMap((bar, at) => (bar.dataset.inside === 'true' ? [at] : []))

describe('the timeline', () => {
  it('is not there where there is but one period', () => {
    renderRoom((room) => <PeriodTimeline room={room} />, { dataset: { ...smallDataset, rhythms: [], years: [2024] } })
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('asks nothing until it is open, then once', async () => {
    const database = fakeDatabase({ query: () => COUNTS })
    const { user } = renderRoom((room) => <PeriodTimeline room={room} />, { database, dataset: yearly })
    expect(database.queries).toEqual([])
    await user.click(screen.getByRole('button', { name: period.timeline }))
    await waitFor(() => expect(database.queries).toHaveLength(1))
  })

  it('shows how many places have figures when, and what is chosen', async () => {
    await open({ time: { kind: 'window', from: '2022', to: '2023' } })
    expect(await screen.findByText(period.nowChosen('từ năm 2022 đến năm 2023'))).toBeVisible()
    await waitFor(() => expect(Number(bars()[0]?.getAttribute('height'))).toBeGreaterThan(0))
    const [first, second, , last] = bars().map((bar) => Number(bar.getAttribute('height')))
    expect([second, Math.round(3 * (first ?? 0)), chosenBars()]).toEqual([0, last, [1, 2]])
    expect(bars()[3]?.querySelector('title')).toHaveTextContent('năm 2024: 3 địa phương (danh sách 63) có số liệu')
    expect(bars()[1]?.querySelector('title')).toHaveTextContent('năm 2022: 0 địa phương có số liệu')
    expect(screen.getByText(/Đếm theo danh sách của báo cáo: 63 tỉnh, thành phố\.$/)).toBeVisible()
  })

  it('names each list where there are two, whatever the page counts by', async () => {
    const both = { length: 3, columns: { bucket: [0, 3, 3], territory_set: ['63', '63', '34'], places: [63, 2, 34] } }
    await open({ units: '34' }, { answer: both })
    expect(await screen.findByText(/Mỗi kỳ đếm theo danh sách của báo cáo \(63 hoặc 34/)).toBeVisible()
    expect(bars()[0]?.querySelector('title')).toHaveTextContent('năm 2021: 63 địa phương (danh sách 63) có số liệu')
    expect(bars()[3]?.querySelector('title')).toHaveTextContent(
      'năm 2024: 2 địa phương (danh sách 63) và 34 địa phương (danh sách 34) có số liệu',
    )
  })

  it('says that no period is chosen', async () => {
    await open()
    expect(await screen.findByText(period.notChosen)).toBeVisible()
  })

  it('says a chosen period that lies outside the bars', async () => {
    await open({ time: { kind: 'window', from: '2010', to: '2010' } })
    expect(await screen.findByText(period.nowChosen(chrome.year(2010)))).toBeVisible()
  })

  it('is moved by its grips, which say their time in words; the view follows when they rest', async () => {
    const { view } = await open()
    const start = await grip(period.startGrip)
    const end = await grip(period.endGrip)
    expect([start.getAttribute('aria-valuetext'), end.getAttribute('aria-valuetext')]).toEqual(['năm 2021', 'năm 2024'])
    fireEvent.change(start, { target: { value: '1' } })
    fireEvent.change(end, { target: { value: '3' } })
    expect([start.getAttribute('aria-valuetext'), end.getAttribute('aria-valuetext')]).toEqual(['năm 2022', 'năm 2023'])
    expect(chosenBars()).toEqual([1, 2])
    expect(view().time).toEqual({ kind: 'report' })
    await waitFor(() => expect(view().time).toEqual({ kind: 'window', from: '2022', to: '2023' }))
  })

  it('keeps one bar at least between its grips', async () => {
    const { view } = await open({ time: { kind: 'window', from: '2022', to: '2023' } })
    fireEvent.change(await grip(period.startGrip), { target: { value: '4' } })
    await waitFor(() => expect(view().time).toEqual({ kind: 'window', from: '2023', to: '2023' }))
    fireEvent.change(await grip(period.endGrip), { target: { value: '0' } })
    await waitFor(() => expect(chosenBars()).toEqual([2]))
  })

  it('does not forget what was chosen last when it is closed', async () => {
    const { view, unmount } = await open()
    fireEvent.change(await grip(period.startGrip), { target: { value: '2' } })
    unmount()
    expect(view().time).toEqual({ kind: 'window', from: '2023', to: '2024' })
  })

  it('says what went wrong and can be asked again', async () => {
    const { user } = await open({}, { answer: new Failure('query-failed') })
    expect(await screen.findByRole('alert')).toBeVisible()
    await user.click(screen.getByRole('button', { name: chrome.retry }))
    expect(await screen.findByText(period.notChosen)).toBeVisible()
  })
})
