import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { App } from '../src/app.tsx'
import { startEngine } from '../src/data/duckdb.ts'
import { wordsOf } from '../src/locale/words.ts'
import { Failure } from '../src/model/failure.ts'
import { HANGS } from './support/fake-database.ts'
import { fileEngine, tipsFile } from './support/file-page.ts'
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

  /** Engines whose second dataset is loaded only when a test says so. */
  function slowSecond() {
    page = smallPage(['first', 'second', 'third'], () => {
      const engine = goodEngine()
      const answers = engine.script
      engine.script = { ...answers, load: (plan, nth) => (nth === 1 ? HANGS : (answers.load?.(plan, nth) ?? HANGS)) }
      return engine
    })
    vi.mocked(startEngine).mockImplementation(page.startEngine)
  }
  const strip = () => document.querySelector<HTMLElement>('[data-opening="dataset"]')
  const opening = async (title: string) => {
    await waitFor(() => expect(strip()).toHaveTextContent(chrome.openingDataset(title)))
    return within(strip() as HTMLElement)
  }

  it('says what is being opened, and the page stays usable', async () => {
    slowSecond()
    const user = open('?t=2024')
    await headline()
    expect(strip()).toBeNull()
    await chooseDataset(user, 'Bộ second')
    const shown = await opening('Bộ second')
    expect(shown.getByRole('status')).toHaveTextContent(chrome.openingDataset('Bộ second'))
    expect(shown.getByRole('progressbar')).toHaveAccessibleName(chrome.openingDataset('Bộ second'))
    expect([document.title, window.location.search]).toEqual(['Bộ first – Trang', '?t=2024'])
    expect(await headline()).toHaveTextContent('12')
    await waitFor(() => expect(page.engines[0]?.hanging).toHaveLength(1))
    const report = goodEngine().script.load?.({ files: [], statements: [], undo: '' }, 0)
    await act(async () => {
      if (report && report !== HANGS) page.engines[0]?.hanging[0]?.settle(report)
    })
    await waitFor(() => expect(document.title).toBe('Bộ second – Trang'))
    expect(strip()).toBeNull()
  })

  it('can be cancelled: the engine is told, nothing changes, and it can be chosen again', async () => {
    slowSecond()
    const user = open('?t=2024')
    await headline()
    await chooseDataset(user, 'Bộ second')
    await waitFor(() => expect(page.engines[0]?.hanging).toHaveLength(1))
    await user.click((await opening('Bộ second')).getByRole('button', { name: chrome.cancel }))
    expect(strip()).toBeNull()
    await waitFor(() => expect(page.engines[0]?.hanging).toHaveLength(0))
    expect(screen.queryByRole('alert')).toBeNull()
    expect([document.title, window.location.search]).toEqual(['Bộ first – Trang', '?t=2024'])

    await chooseDataset(user, 'Bộ second')
    await waitFor(() => expect(document.title).toBe('Bộ second – Trang'))
    expect(window.location.search).toBe('?d=second&v=1')
  })

  it('to one that is open already comes at once, and ends what was on its way', async () => {
    slowSecond()
    const user = open('?t=2024')
    await headline()
    await chooseDataset(user, 'Bộ second')
    await opening('Bộ second')
    await chooseDataset(user, 'Bộ first')
    expect(strip()).toBeNull()
    await waitFor(() => expect(page.engines[0]?.hanging).toHaveLength(0))
    expect([document.title, window.location.search]).toEqual(['Bộ first – Trang', '?d=first&v=1'])
  })

  it('that the address asks for is cancelled with its address', async () => {
    slowSecond()
    const user = open('?t=2024')
    await headline()
    act(() => {
      window.history.pushState(null, '', '/?d=second')
      window.dispatchEvent(new PopStateEvent('popstate'))
    })
    const shown = await opening('Bộ second')
    await user.click(shown.getByRole('button', { name: chrome.cancel }))
    expect([document.title, window.location.search]).toEqual(['Bộ first – Trang', '?d=first&t=2024&v=1'])
  })

  it('that a later one overtakes is not shown', async () => {
    slowSecond()
    const user = open()
    await headline()
    await chooseDataset(user, 'Bộ second')
    await waitFor(() => expect(page.engines[0]?.hanging).toHaveLength(1))
    const [late] = page.engines[0]?.hanging ?? []
    await chooseDataset(user, 'Bộ third')
    await waitFor(() => expect(document.title).toBe('Bộ third – Trang'))
    const report = goodEngine().script.load?.({ files: [], statements: [], undo: '' }, 0)
    await act(async () => {
      if (report && report !== HANGS) late?.settle(report)
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

  async function askAnew(user: ReturnType<typeof userEvent.setup>) {
    await user.click(screen.getByRole('combobox', { name: new RegExp(`^${chrome.indicator}:`) }))
    await user.click(await screen.findByRole('option', { name: /Nguồn tin quần chúng/ }))
  }

  it('starts a new engine where the old one stopped, without a word', async () => {
    const user = open()
    await headline()
    await waitFor(() => expect(document.querySelector('main [aria-busy]')).toHaveAttribute('aria-busy', 'false'))
    page.engines[0]?.stop()
    await askAnew(user)
    await waitFor(() => expect(page.engines.map((engine) => engine.loads.length)).toEqual([1, 1]))
    expect(await headline()).toHaveTextContent('12')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('says so where the new one stops too, and starts another at the reader’s word', async () => {
    let stops = false
    page = smallPage(['first'], () => {
      const engine = goodEngine()
      if (stops) engine.script = { load: () => new Failure('engine-stopped') }
      return engine
    })
    vi.mocked(startEngine).mockImplementation(page.startEngine)
    const user = open()
    await headline()
    await waitFor(() => expect(document.querySelector('main [aria-busy]')).toHaveAttribute('aria-busy', 'false'))
    stops = true
    page.engines[0]?.stop()
    await askAnew(user)
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(failure.sentence['engine-stopped']({}).what)
    expect(alert).toHaveTextContent(failure.kept)
    const tried = page.engines.length
    stops = false
    await user.click(within(alert).getByRole('button', { name: chrome.retry }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    // One more for the reader’s word, each with one load.
    expect(page.engines.map((engine) => engine.loads.length)).toEqual(Array(tried + 1).fill(1))
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
    // On every sheet of paper too, where the one of the page is hidden.
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    expect(screen.getAllByText('Lưu hành nội bộ')).toHaveLength(2)
    act(() => void window.dispatchEvent(new Event('afterprint')))
    expect(screen.getByRole('contentinfo')).toHaveTextContent('Phòng PX03')
  })
})

describe('files of the reader', () => {
  const { open: spoken, notice } = wordsOf('vi')
  beforeEach(() => {
    page = smallPage(['first', 'second'], () => fileEngine(1))
    vi.mocked(startEngine).mockImplementation(page.startEngine)
  })

  const drop = (...files: File[]) => fireEvent.drop(document.body, { dataTransfer: { types: ['Files'], files } })
  const shown = (name: string) => waitFor(() => expect(document.title).toBe(`${name} – Trang`))
  const notices = () =>
    screen
      .queryAllByRole('status')
      .filter((status) => status.textContent?.includes(chrome.notices))
      .flatMap((status) => within(status).queryAllByRole('listitem'))
      .map((item) => item.textContent)
  const asks = () => screen.findByRole('heading', { level: 1, name: spoken.askTitle })

  /** Opens a file on the page and gives its mark back. */
  async function opened(file: File): Promise<string> {
    drop(file)
    await shown(file.name)
    await waitFor(() => expect(document.querySelector('[data-files="opened"]')).toBeInTheDocument())
    return new URLSearchParams(window.location.search).get('lf') ?? ''
  }

  it('are opened beside the datasets; the address says which file, and leads back', async () => {
    const user = open('?t=2024')
    await headline()
    const mark = await opened(tipsFile([1, 2]))
    expect(window.location.search).toBe(`?d=local&lf=${mark}&v=1`)
    expect(mark).toMatch(/^\d+-[0-9a-f]{8}$/)
    expect(screen.getByText(new RegExp(spoken.showing('so-lieu.csv')))).toHaveTextContent(spoken.linkNote)
    expect(document.querySelector('[data-files="opened"]')).toHaveTextContent(spoken.opened('so-lieu.csv', '1', '2'))
    expect(screen.getByRole('contentinfo')).toHaveTextContent(chrome.report(1, 2))

    await user.click(datasetControl())
    const options = (await screen.findAllByRole('option')).map((option) => option.textContent)
    expect(options).toEqual(['Bộ first', 'Bộ second', 'so-lieu.csv'])
    await user.click(screen.getByRole('option', { name: 'Bộ first' }))
    await shown('Bộ first')
    expect(screen.queryByText(new RegExp(spoken.showing('so-lieu.csv')))).toBeNull()
    await chooseDataset(user, 'so-lieu.csv')
    await shown('so-lieu.csv')
    expect(window.location.search).toBe(`?d=local&lf=${mark}&v=1`)
    for (const [title, search] of [
      ['Bộ first', '?d=first&v=1'],
      ['so-lieu.csv', `?d=local&lf=${mark}&v=1`],
      ['Bộ first', '?t=2024'],
    ] as const) {
      act(() => window.history.back())
      await shown(title)
      expect(window.location.search).toBe(search)
    }
    expect(page.engines).toHaveLength(1)
  })

  it('lead to the rows that were not accepted', async () => {
    const user = open()
    await headline()
    await opened(tipsFile([1, 2]))
    await user.click(screen.getByRole('button', { name: spoken.showRejected }))
    expect(window.location.search).toMatch(/&tab=rows&v=1$/)
  })

  it('that cannot be opened leave the page as it is', async () => {
    open('?t=2024')
    await headline()
    drop(tipsFile([], 'trống.csv'))
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(spoken.refused('trống.csv'))
    expect([document.title, window.location.search]).toEqual(['Bộ first – Trang', '?t=2024'])
  })

  it('are asked for by a link, in its language, before anything is fetched', async () => {
    const user = open('?d=local&lf=99-0123abcd&i=tips&lang=en')
    expect(await screen.findByRole('heading', { level: 1, name: wordsOf('en').open.askTitle })).toBeVisible()
    expect([document.documentElement.lang, page.engines]).toEqual(['en', []])
    expect(page.asked.filter((path) => /first|second/.test(path))).toEqual([])
    expect(screen.queryByRole('alert')).toBeNull()

    await user.click(screen.getByRole('button', { name: wordsOf('en').open.askOther }))
    await shown('Bộ first')
    expect(window.location.search).toBe('')
  })

  it('fill the link that asks for them', async () => {
    open()
    await headline()
    const mark = await opened(tipsFile([1, 2]))
    cleanup()

    const search = `?d=local&lf=${mark}&i=tips&t=2024`
    open(search)
    await asks()
    drop(tipsFile([1, 2], 'tên khác.csv'))
    await shown('tên khác.csv')
    expect(window.location.search).toBe(search)
    expect(screen.getByRole('combobox', { name: new RegExp(`^${chrome.period}: .*2024`) })).toBeInTheDocument()
    expect(notices()).toEqual([])
    expect(document.querySelector('[data-files="opened"]')).toHaveTextContent('tên khác.csv')
  })

  it('that are not those of the link are shown, and that is said', async () => {
    open('?d=local&lf=99-0123abcd&i=tips')
    await asks()
    drop(tipsFile([3, 4]))
    await shown('so-lieu.csv')
    expect(notices()).toContain(notice.line('lf', '99-0123abcd', 'other-file'))
  })

  it('that cannot be opened are asked for again', async () => {
    open('?d=local&lf=99-0123abcd')
    await asks()
    drop(tipsFile([], 'trống.csv'))
    expect(await screen.findByRole('alert')).toHaveTextContent(spoken.refused('trống.csv'))
    expect(await asks()).toBeVisible()
  })

  it.each([
    ['the file that it is about', (mark: string) => mark, []],
    ['another one', () => '99-0123abcd', [notice.line('lf', '99-0123abcd', 'other-file')]],
  ])('a link that cannot be followed is followed with %s', async (_, lf, said) => {
    open()
    await headline()
    const mark = await opened(tipsFile([3, 4]))
    cleanup()

    open('?t=2024')
    await headline()
    act(() => {
      window.history.pushState(null, '', `/?d=local&lf=${lf(mark)}&i=tips`)
      window.dispatchEvent(new PopStateEvent('popstate'))
    })
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveAttribute('data-failure', 'local-file-needed')
    expect(document.title).toBe('Bộ first – Trang')
    drop(tipsFile([3, 4]))
    await shown('so-lieu.csv')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(notices().filter((line) => line?.startsWith('Tệp “'))).toEqual(said)
    expect(screen.getByRole('combobox', { name: new RegExp(`^${chrome.indicator}: Nguồn tin`) })).toBeInTheDocument()
  })
})
