import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { App } from '../src/app.tsx'
import { startEngine } from '../src/data/duckdb.ts'
import { wordsOf } from '../src/locale/words.ts'
import { Failure } from '../src/model/failure.ts'
import { HANGS } from './support/fake-database.ts'
import { layOut, queryClient } from './support/room.tsx'
import { goodEngine, type SmallPage, smallPage } from './support/small-page.ts'

vi.mock('../src/data/duckdb.ts', () => ({ startEngine: vi.fn() }))

const { chrome, failure } = wordsOf('vi')
let page: SmallPage

beforeAll(() => layOut())
beforeEach(() => {
  page = smallPage()
  vi.mocked(startEngine).mockImplementation(page.startEngine)
})
afterEach(() => {
  // Before the server goes: a page that is still there might ask it.
  cleanup()
  vi.unstubAllGlobals()
  window.history.replaceState(null, '', '/')
})

function open(search = '') {
  window.history.replaceState(null, '', `/${search}`)
  render(
    <StrictMode>
      <QueryClientProvider client={queryClient()}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  )
  return userEvent.setup()
}

const headline = () => screen.findByRole('heading', { level: 1 })
const datasetControl = () => screen.getAllByRole('combobox', { name: new RegExp(`^${chrome.dataset}:`) })[0] as HTMLElement

async function chooseDataset(user: ReturnType<typeof userEvent.setup>, name: string) {
  await user.click(datasetControl())
  await user.click(await screen.findByRole('option', { name }))
}

describe('the opening', () => {
  it('shows how far the engine is, then the page', async () => {
    let start = () => {}
    vi.mocked(startEngine).mockImplementation(async (options) => {
      options?.onProgress?.(30, 60)
      await new Promise<void>((resolve) => {
        start = resolve
      })
      return page.startEngine()
    })
    open()
    expect(screen.getByRole('status')).toHaveTextContent(chrome.starting)
    expect(screen.getByRole('progressbar')).toBeInTheDocument()
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(chrome.loadingEngine(50)))
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '50')
    act(() => start())
    expect(await headline()).toHaveTextContent('Nam Định 12 (năm 2024)')
    expect(document.title).toBe('Bộ first – Trang')
    expect(document.documentElement.lang).toBe('vi')
    expect(screen.getByRole('contentinfo')).toHaveTextContent(chrome.report(3, 3))
  })

  it('starts one engine, however often it is drawn', async () => {
    open()
    await headline()
    expect(page.engines).toHaveLength(1)
    expect(page.engines[0]?.loads).toHaveLength(1)
    expect(page.asked.filter((path) => path === 'config.json')).toHaveLength(1)
  })

  it('that fails says why, loses nothing that is not there, and can be tried again', async () => {
    vi.mocked(startEngine).mockRejectedValue(new Failure('engine-file-missing', { status: 404, raw: 'fetch failed' }))
    const user = open('?i=tips')
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(failure.sentence['engine-file-missing']({ status: 404 }).what)
    expect(alert).not.toHaveTextContent(failure.kept)
    expect(screen.queryByRole('contentinfo')).toBeNull()

    vi.mocked(startEngine).mockImplementation(page.startEngine)
    await user.click(within(alert).getByRole('button', { name: chrome.retry }))
    expect(await headline()).toHaveTextContent('12')
    expect(window.location.search).toBe('?i=tips')
  })

  it('can be tried again where the catalogue was not there', async () => {
    const catalog = page.files.get('datasets/catalog.json') as string
    page.files.delete('datasets/catalog.json')
    const user = open('?lang=en')
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(wordsOf('en').failure.sentence['http-status']({ status: 404 }).next)
    page.files.set('datasets/catalog.json', catalog)
    await user.click(within(alert).getByRole('button', { name: wordsOf('en').chrome.retry }))
    expect(await headline()).toHaveTextContent('12')
  })

  it('says what of the link was not used, until the reader has seen it', async () => {
    const user = open('?d=gone&i=nothing')
    await headline()
    const lines = screen.getAllByRole('listitem').map((item) => item.textContent)
    const { notice } = wordsOf('vi')
    expect(lines).toEqual([notice.line('d', 'gone', 'unknown'), notice.line('i', 'nothing', 'unknown')])
    await user.click(screen.getByRole('button', { name: chrome.dismiss }))
    expect(screen.queryByText(new RegExp(chrome.notices))).toBeNull()
  })
})

describe('the address', () => {
  it('follows the controls and leads back', async () => {
    const user = open()
    await headline()
    await user.click(screen.getByRole('combobox', { name: new RegExp(`^${chrome.indicator}:`) }))
    await user.click(await screen.findByRole('option', { name: /Nguồn tin quần chúng/ }))
    expect(window.location.search).toBe('?d=first&i=tips&v=1')
    act(() => window.history.back())
    await waitFor(() => expect(window.location.search).toBe(''))
    await waitFor(() =>
      expect(screen.getByRole('combobox', { name: `${chrome.indicator}: ${chrome.allDomains}` })).toBeInTheDocument(),
    )
  })

  it('is cleared of filters by the reset, not of the language', async () => {
    const user = open('?t=2024&p=36&lang=en&utm=x')
    await headline()
    await user.click(screen.getByRole('button', { name: wordsOf('en').chrome.reset }))
    expect(window.location.search).toBe('?d=first&lang=en&utm=x&v=1')
    expect(screen.queryByRole('list', { name: wordsOf('en').chrome.active })).toBeNull()
  })

  it('takes the other language, and nothing is asked anew', async () => {
    const user = open()
    await headline()
    await waitFor(() => expect(document.querySelector('main [aria-busy]')).toHaveAttribute('aria-busy', 'false'))
    const asked = page.engines[0]?.queries.length
    await user.click(screen.getByRole('button', { name: new RegExp(`^${chrome.switchLanguage}`) }))
    expect(window.location.search).toBe('?d=first&lang=en&v=1')
    expect([document.documentElement.lang, document.title]).toEqual(['en', 'Set first – Page'])
    expect(page.engines[0]?.queries).toHaveLength(asked ?? -1)
  })
})

describe('a switch of dataset', () => {
  it('opens the other one, and the address says so', async () => {
    const user = open('?t=2024')
    await headline()
    await chooseDataset(user, 'Bộ second')
    await waitFor(() => expect(document.title).toBe('Bộ second – Trang'))
    expect(window.location.search).toBe('?d=second&v=1')
    expect(page.engines).toHaveLength(1)

    act(() => window.history.back())
    await waitFor(() => expect(document.title).toBe('Bộ first – Trang'))
    expect(window.location.search).toBe('?t=2024')
  })

  it('that fails leaves the page as it is, says so, and can be tried again', async () => {
    const rows = page.files.get('datasets/second/observations.csv') as string
    page.files.delete('datasets/second/observations.csv')
    const user = open('?t=2024')
    await headline()
    await chooseDataset(user, 'Bộ second')
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(failure.kept)
    expect([document.title, window.location.search]).toEqual(['Bộ first – Trang', '?t=2024'])
    expect(await headline()).toHaveTextContent('12')

    page.files.set('datasets/second/observations.csv', rows)
    await user.click(within(alert).getByRole('button', { name: chrome.retry }))
    await waitFor(() => expect(document.title).toBe('Bộ second – Trang'))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('that fails can be let be', async () => {
    page.files.delete('datasets/second/observations.csv')
    const user = open()
    await headline()
    await chooseDataset(user, 'Bộ second')
    const alert = await screen.findByRole('alert')
    await user.click(within(alert).getByRole('button', { name: chrome.close }))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(document.title).toBe('Bộ first – Trang')
  })

  it('that a later one overtakes is not shown', async () => {
    page = smallPage(['first', 'second', 'third'], () => {
      const engine = goodEngine()
      const answers = engine.script
      engine.script = { ...answers, load: (plan, nth) => (nth === 1 ? HANGS : (answers.load?.(plan, nth) ?? HANGS)) }
      return engine
    })
    vi.mocked(startEngine).mockImplementation(page.startEngine)
    const user = open()
    await headline()
    await chooseDataset(user, 'Bộ second')
    await waitFor(() => expect(page.engines[0]?.hanging).toHaveLength(1))
    await chooseDataset(user, 'Bộ third')
    await waitFor(() => expect(document.title).toBe('Bộ third – Trang'))
    const report = goodEngine().script.load?.({ files: [], statements: [], undo: '' }, 0)
    await act(async () => {
      if (report && report !== HANGS) page.engines[0]?.hanging[0]?.settle(report)
      await new Promise((resolve) => setTimeout(resolve, 30))
    })
    expect([document.title, window.location.search]).toEqual(['Bộ third – Trang', '?d=third&v=1'])
  })
})

describe('the page', () => {
  it('shows the grounds of a figure', async () => {
    const user = open()
    await user.click(within(await headline()).getByRole('button', { name: /^12/ }))
    const dialog = await screen.findByRole('dialog', { name: wordsOf('vi').grounds.title })
    expect(dialog).toHaveTextContent('12 nguồn tin')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('starts a new engine where the old one stopped, at the reader’s word', async () => {
    const user = open()
    await headline()
    await waitFor(() => expect(document.querySelector('main [aria-busy]')).toHaveAttribute('aria-busy', 'false'))
    page.engines[0]?.stop()
    await user.click(screen.getByRole('combobox', { name: new RegExp(`^${chrome.indicator}:`) }))
    await user.click(await screen.findByRole('option', { name: /Nguồn tin quần chúng/ }))
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(failure.sentence['engine-stopped']({}).what)
    expect(alert).toHaveTextContent(failure.kept)
    await user.click(within(alert).getByRole('button', { name: chrome.retry }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    expect(page.engines.map((engine) => engine.loads.length)).toEqual([1, 1])
  })

  it('can be skipped into, and says whom it belongs to', async () => {
    page.files.set(
      'config.json',
      JSON.stringify({ classificationLine: { vi: 'Lưu hành nội bộ', en: 'Internal' }, contact: 'Phòng PX03' }),
    )
    open()
    await headline()
    expect(screen.getByRole('link', { name: chrome.skip })).toHaveAttribute('href', '#main')
    expect(screen.getByRole('main')).toHaveAttribute('id', 'main')
    expect(screen.getByText('Lưu hành nội bộ')).toBeInTheDocument()
    expect(screen.getByRole('contentinfo')).toHaveTextContent('Phòng PX03')
  })
})
