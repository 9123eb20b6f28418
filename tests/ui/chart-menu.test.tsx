import { screen, waitFor } from '@testing-library/react'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { bar } from '../../src/charts/bar.ts'
import { patchwork } from '../../src/charts/patchwork.ts'
import { wordsOf } from '../../src/locale/words.ts'
import { EMPTY_VIEW } from '../../src/model/view.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import { ChartCard } from '../../src/ui/chart/chart-card.tsx'
import { LINK, layOut, renderRoom } from '../support/room.tsx'
import { answerOf, figureOf, smallDataset } from '../support/small-dataset.ts'

// jsdom draws nothing: what the picture is, tests of the charts and of the browser tell.
vi.mock('../../src/charts/echarts.ts', () => ({
  initChart: () => ({ on: () => {}, setOption: () => {}, resize: () => {}, dispose: () => {} }),
}))
beforeAll(() => {
  layOut()
  Element.prototype.scrollIntoView = () => {}
})

const words = wordsOf('vi')
const saved: { readonly name: string; readonly blob: Blob }[] = []

beforeEach(() => {
  saved.length = 0
  const blobs = new Map<string, Blob>()
  URL.createObjectURL = (blob) => {
    const url = `blob:test/${blobs.size}`
    blobs.set(url, blob as Blob)
    return url
  }
  URL.revokeObjectURL = () => {}
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob: blobs.get(this.href) as Blob })
  })
})

function open(chart: typeof bar, simulated = false) {
  const dataset = { ...smallDataset, simulated }
  const figures = [figureOf('tips', '36', { value: 8968 }), figureOf('tips', '84', { value: 2127, terms: [1] })]
  const view = { ...EMPTY_VIEW, units: '63' as const, indicators: ['tips'] }
  const answer = readAnswer(answerOf(figures), dataset, view)
  return renderRoom(
    (room) => <ChartCard room={room} chart={chart} answered={{ answer, view: room.view, dataset }} title="Nguồn tin" />,
    {
      dataset,
      view: { indicators: ['tips'] },
    },
  )
}

const items = () => screen.getAllByRole('menuitem').map((one) => one.textContent)

it('is opened, walked through and used with keys alone', async () => {
  const { user } = open(bar)
  screen.getByRole('button', { name: 'Tải về: Nguồn tin – Biểu đồ cột' }).focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(items()).toEqual([words.take.png, words.take.svg, words.take.csv, words.take.copyTable]))
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  await waitFor(() => expect(saved).toHaveLength(1))
  const [file] = saved
  expect(file?.name).toMatch(/^nguon-tin-bieu-do-cot-\d{4}-\d\d-\d\d\.csv$/)
  const text = (await file?.blob.text()) ?? ''
  expect(text).toContain('Nam Định;Nguồn tin do dân cung cấp;;8.968;8968;')
  expect(text).toContain(LINK)
  expect(screen.getByText(words.take.saved(file?.name ?? ''))).toBeInTheDocument()
})

it('offers no picture of typographic cells', async () => {
  const { user } = open(patchwork)
  await user.click(screen.getByRole('button', { name: /^Tải về: / }))
  await waitFor(() => expect(items()).toEqual([words.take.csv, words.take.copyTable]))
})

it('says in the name of a file that its figures are simulated', async () => {
  const { user } = open(bar, true)
  await user.click(screen.getByRole('button', { name: /^Tải về: / }))
  await user.click(await screen.findByRole('menuitem', { name: words.take.csv }))
  await waitFor(() => expect(saved[0]?.name).toMatch(/^mo-phong-nguon-tin-/))
  expect(await saved[0]?.blob.text()).toContain(words.chrome.simulated)
})

it('unfolds and selects the table where nothing can be copied', async () => {
  const { user } = open(bar)
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })
  await user.click(screen.getByRole('button', { name: /^Tải về: / }))
  await user.click(await screen.findByRole('menuitem', { name: words.take.copyTable }))
  expect(await screen.findByText(words.take.tableSelected)).toBeInTheDocument()
  const table = screen.getByRole('table')
  expect(table.closest('details')).toHaveAttribute('open')
  expect(window.getSelection()?.containsNode(table, true)).toBe(true)
})

it('says so where no picture can be made', async () => {
  const { user } = open(bar)
  await user.click(screen.getByRole('button', { name: /^Tải về: / }))
  await user.click(await screen.findByRole('menuitem', { name: words.take.png }))
  expect(await screen.findByText(words.take.failed)).toBeInTheDocument()
  expect(saved).toEqual([])
})
