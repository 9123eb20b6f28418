import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { patchwork } from '../../src/charts/patchwork.ts'
import { wordsOf } from '../../src/locale/words.ts'
import { Failure } from '../../src/model/failure.ts'
import type { View } from '../../src/model/view.ts'
import { OverviewScreen } from '../../src/ui/overview/overview-screen.tsx'
import { type FakeAnswer, fakeDatabase, HANGS } from '../support/fake-database.ts'
import { layOut, type RoomOptions, renderRoom } from '../support/room.tsx'
import { answerOf, figureOf, smallDataset, weapons } from '../support/small-dataset.ts'

beforeAll(() => layOut())
afterEach(() => vi.restoreAllMocks())

const words = wordsOf('vi')
const TIPS = 'Nguồn tin do dân cung cấp'
const MODELS = 'Mô hình đang duy trì'
const tips = answerOf([figureOf('tips', '36', { value: 8968 })])
const models = answerOf([figureOf('models', '36', { value: 26 })])
/** Two provinces that may stand on one scale. */
const comparable = answerOf([figureOf('tips', '36', { value: 8968 }), figureOf('tips', '48', { value: 2127 })])

const isAbout = (sql: string, indicator: string) => sql.includes(`indicator_code IN ('${indicator}')`)

function open(answer: (sql: string, nth: number) => FakeAnswer, view: Partial<View> = {}, options: RoomOptions = {}) {
  const database = fakeDatabase({ query: answer })
  return { ...renderRoom((room) => <OverviewScreen room={room} home={null} />, { ...options, database, view }), database }
}

const headline = () => screen.getByRole('heading', { level: 1 }).textContent
const charts = () => [...document.querySelectorAll<HTMLElement>('[data-chart]')]
const chartIds = () => charts().map((one) => one.dataset.chart)
const cards = () => charts().map((one) => one.getAttribute('aria-label'))
const card = (subject: string, chart: string) => `${subject} – ${chart}`
const busy = (container: HTMLElement) => container.firstElementChild?.getAttribute('aria-busy')

describe('a period of which nobody has a figure', () => {
  const rhythms = [{ indicator: 'tips', grain: 'month', from: '2015-01-01', to: '2024-10-31' }] as const
  const time = (edge: string) => ({ kind: 'window', from: edge, to: edge }) as const
  it.each([
    ['2035', '2023', 'Năm 2023'],
    ['2035-06', '2024-10', '10/2024'],
  ])('%s is one sentence and the way to the newest whole one', async (asked, newest, label) => {
    const { user, view } = open(
      (_, nth) => (nth === 0 ? answerOf([]) : tips),
      { indicators: ['tips'], time: time(asked) },
      { dataset: { ...smallDataset, rhythms } },
    )
    expect(await screen.findByText(words.period.held('01/01/2015', '31/10/2024'))).toBeInTheDocument()
    expect(screen.getByText(words.period.otherTimes).closest('details')).not.toHaveAttribute('open')
    const go = screen.getByRole('button', { name: /^Xem kỳ mới nhất có số: / })
    expect(go.textContent?.toLocaleLowerCase('vi')).toContain(label.toLocaleLowerCase('vi'))
    await user.click(go)
    expect(view().time).toEqual(time(newest))
  })

  it('is told as any other answer where nothing is reported period by period', async () => {
    open(() => answerOf([]), { indicators: ['tips'], time: time('2035') })
    expect(await screen.findByText(/Bỏ bớt điều kiện lọc/)).toBeInTheDocument()
    expect(screen.queryByText(words.period.otherTimes)).toBeNull()
  })
})

describe('the screen', () => {
  it('says what it does until the first answer is there, and shows nothing else', async () => {
    const { container, database } = open(() => HANGS, { indicators: ['tips'] })
    expect([screen.getByRole('status').textContent, busy(container)]).toEqual([words.chrome.asking, 'true'])
    expect(screen.queryByRole('heading')).toBeNull()
    act(() => database.hanging[0]?.settle(tips))
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('8.968')
    expect([screen.queryByText(words.chrome.asking), busy(container)]).toEqual([null, 'false'])
  })

  it('has a headline whose figures can be questioned, then the picture, its table and its sources', async () => {
    const { user, asked } = open(() => tips, { indicators: ['tips'] })
    const title = await screen.findByRole('heading', { level: 1 })
    expect(title).toHaveTextContent(TIPS.toLocaleLowerCase('vi'))
    await user.click(within(title).getByRole('button', { name: /^8\.968/ }))
    expect(asked[0]?.figure).toMatchObject({ indicator: 'tips', value: 8968 })
    expect(cards()).toEqual([card(TIPS, words.chart.patchwork)])
    const picture = screen.getByRole('region', { name: card(TIPS, words.chart.patchwork) })
    expect(within(picture).getByText(words.chart.tableTwin)).toBeInTheDocument()
    expect(picture).toHaveTextContent(`${words.chart.sources}: Báo A (đăng ngày 10/01/2025)`)
    expect(picture).not.toHaveTextContent(words.chrome.simulated)
  })

  it('has the reader’s own place before the pictures, where figures are few too', async () => {
    const database = fakeDatabase({ query: () => tips })
    renderRoom((room) => <OverviewScreen room={room} home="63:36" />, { database, view: { indicators: ['tips'] } })
    const mine = await screen.findByRole('region', { name: words.place.mine('Nam Định') })
    expect(mine).toHaveTextContent('8.968 nguồn tin')
    expect(mine.compareDocumentPosition(charts()[0] as HTMLElement)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  })

  it('has the same numbers in the table as in the picture, and a line for who has none', async () => {
    open(() => comparable, { indicators: ['tips'] })
    await screen.findByRole('heading', { level: 1 })
    const twin = screen.getByRole('region', { name: `${words.chart.tableTwin}: ${card(TIPS, words.chart.patchwork)}` })
    const lines = within(twin).getAllByRole('row').slice(1)
    expect(lines.map((line) => [...line.querySelectorAll('td')].map((cell) => cell.textContent))).toEqual([
      ['Đà Nẵng', TIPS, '', '2.127', 'nguồn tin', 'năm 2024', words.chart.wholePlace, words.figure.state.value],
      ['Nam Định', TIPS, '', '8.968', 'nguồn tin', 'năm 2024', words.chart.wholePlace, words.figure.state.value],
      ['Trà Vinh', '', '', '…', '', '', '', words.figure.state.not_mentioned],
    ])
  })

  it('says where there is nothing for a choice', async () => {
    open(() => answerOf([]), { indicators: ['tips'] })
    expect(await screen.findByText(`${words.chrome.emptyTitle}.`)).toBeInTheDocument()
  })

  it('says under every picture that its data are simulated', async () => {
    open(() => comparable, { indicators: ['tips'] }, { dataset: { ...smallDataset, simulated: true } })
    await screen.findByRole('heading', { level: 1 })
    expect(charts().length).toBeGreaterThan(1)
    for (const one of charts()) expect(one).toHaveTextContent(words.chrome.simulated)
  })
})

describe('the pictures', () => {
  it('are those that the data allow', async () => {
    open(() => comparable, { indicators: ['tips'] })
    await screen.findByRole('heading', { level: 1 })
    expect(chartIds()).toEqual(expect.arrayContaining(['patchwork', 'bar']))
  })

  it('are without bars where no two figures may stand on one scale', async () => {
    open(() => answerOf([weapons('gun', '36', 5), weapons('bomb', '36', 3)]), { indicators: ['weapons'] })
    await screen.findByRole('heading', { level: 1 })
    expect(chartIds()).toEqual(['patchwork'])
  })

  it('are those that the link names; bars that cannot be drawn say why', async () => {
    open(() => tips, { indicators: ['tips'], charts: ['bar'] })
    await screen.findByRole('heading', { level: 1 })
    expect(chartIds()).toEqual(['bar'])
    expect(await screen.findByText(words.chart.barNothing)).toBeInTheDocument()
  })

  it('keep the others on screen when one breaks, and can be tried again', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const broken = vi.spyOn(patchwork, 'picture').mockImplementation(() => {
      throw new TypeError('no such cell')
    })
    const { user } = open(() => comparable, { indicators: ['tips'] })
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(words.chrome.crashed)
    expect(chartIds()).toEqual(['bar'])
    expect(headline()).toContain('8.968')
    broken.mockRestore()
    await user.click(within(alert).getByRole('button', { name: words.chrome.retry }))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(chartIds()).toEqual(expect.arrayContaining(['patchwork', 'bar']))
  })
})

describe('while the numbers of another view are computed', () => {
  const answer = (sql: string) => (isAbout(sql, 'tips') ? tips : HANGS)

  it('those on screen stand under their own titles', async () => {
    const { store, database, container } = open(answer, { indicators: ['tips'] })
    await screen.findByRole('heading', { level: 1 })
    act(() => store.setView({ indicators: ['models'] }))
    expect(busy(container)).toBe('true')
    expect(headline()).toContain(TIPS.toLocaleLowerCase('vi'))
    expect(cards()).toEqual([card(TIPS, words.chart.patchwork)])
    expect(container).not.toHaveTextContent(/mô hình đang duy trì/i)

    act(() => database.hanging[0]?.settle(models))
    await waitFor(() => expect(busy(container)).toBe('false'))
    expect(headline()).toContain(MODELS.toLocaleLowerCase('vi'))
    expect(cards()).toEqual([card(MODELS, words.chart.patchwork), card(MODELS, words.models.dots)])
    expect(container).not.toHaveTextContent('8.968')
  })

  it('they stand in their own picture', async () => {
    const { store } = open(answer, { indicators: ['tips'] })
    await screen.findByRole('heading', { level: 1 })
    act(() => store.setView({ indicators: ['models'], charts: ['bar'] }))
    expect(cards()).toEqual([card(TIPS, words.chart.patchwork)])
    expect(screen.queryByText(words.chart.barNothing)).toBeNull()
  })

  it('their grounds are those of their own view', async () => {
    const { store, user, asked } = open(answer, { indicators: ['tips'] })
    const title = await screen.findByRole('heading', { level: 1 })
    act(() => store.setView({ indicators: ['models'], time: { kind: 'window', from: '2023', to: '2023' } }))
    await user.click(within(title).getByRole('button'))
    expect(asked.map(({ view }) => [view.indicators, view.time.kind])).toEqual([[['tips'], 'report']])
  })

  it('they are said in another language at once', async () => {
    const { store } = open(answer, { indicators: ['tips'] })
    await screen.findByRole('heading', { level: 1 })
    act(() => store.setView({ indicators: ['models'], language: 'en' }))
    expect(cards()).toEqual([card('Tips given by the public', wordsOf('en').chart.patchwork)])
  })
})

describe('where numbers cannot be computed', () => {
  it('the picture before stays, with a sentence and a way to try again', async () => {
    const { store, user, container } = open(
      (sql, nth) => {
        if (isAbout(sql, 'tips')) return tips
        return nth === 1 ? new Failure('engine-out-of-memory', { raw: 'Out of Memory Error: 512.0 MiB' }) : models
      },
      { indicators: ['tips'] },
    )
    await screen.findByRole('heading', { level: 1 })
    act(() => store.setView({ indicators: ['models'] }))
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(words.failure.sentence['engine-out-of-memory']({}).what)
    expect(alert).toHaveTextContent(words.failure.kept)
    expect([headline(), cards()]).toEqual([expect.stringContaining('8.968'), [card(TIPS, words.chart.patchwork)]])

    await user.click(within(alert).getByRole('button', { name: words.chrome.retry }))
    await waitFor(() => expect(cards()).toEqual([card(MODELS, words.chart.patchwork), card(MODELS, words.models.dots)]))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(container).not.toHaveTextContent('8.968')
  })

  it('and none were there before, nothing is said to be kept', async () => {
    open(() => new Failure('query-failed'), { indicators: ['tips'] })
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(words.failure.sentence['query-failed']({}).what)
    expect(alert).not.toHaveTextContent(words.failure.kept)
  })
})
