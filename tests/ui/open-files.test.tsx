import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { LocalFile } from '../../src/data/local-file.ts'
import type { OpenDataset } from '../../src/data/open-dataset.ts'
import type { OpenProgress } from '../../src/data/read-files.ts'
import type { FilesOutcome } from '../../src/data/workspace.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Language } from '../../src/model/bilingual.ts'
import { Failure } from '../../src/model/failure.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { AskFileScreen } from '../../src/ui/files/ask-file-screen.tsx'
import { DropCatcher } from '../../src/ui/files/drop-catcher.tsx'
import { FilesStrip } from '../../src/ui/files/files-strip.tsx'
import { OpenDialog } from '../../src/ui/files/open-dialog.tsx'
import { type RunOpenFiles, useOpenFiles } from '../../src/ui/files/use-open-files.ts'
import '../support/room.tsx'
import { smallDataset } from '../support/small-dataset.ts'

/** One call of the opening that a test settles as it likes. */
interface Opening {
  readonly files: readonly LocalFile[]
  readonly signal: AbortSignal
  progress(progress: OpenProgress): void
  settle(outcome: FilesOutcome | Error): Promise<void>
}

const openings: Opening[] = []
const run: RunOpenFiles = (files, { signal, onProgress }) =>
  new Promise((resolve, reject) => {
    openings.push({
      ...{ files, signal },
      progress: (progress) => act(() => onProgress(progress)),
      settle: (outcome) => act(async () => (outcome instanceof Error ? reject(outcome) : resolve(outcome))),
    })
  })
const last = () => openings.at(-1) as Opening

const showRejected = vi.fn()
const { open: spoken, chrome, failure } = wordsOf('vi')
const { open: wordsEn } = wordsOf('en')

beforeEach(() => {
  openings.length = 0
  showRejected.mockClear()
})

function Place({ language = 'vi', first = null }: { readonly language?: Language; readonly first?: FilesOutcome | null }) {
  const opening = useOpenFiles(run, first)
  const words = wordsOf(language)
  return (
    <>
      <OpenDialog words={words} onFiles={opening.open} />
      <DropCatcher words={words} onFiles={opening.open} />
      <FilesStrip opening={opening} words={words} language={language} onShowRejected={showRejected} />
    </>
  )
}

function place(language: Language = 'vi', first: FilesOutcome | null = null) {
  return { ...render(<Place language={language} first={first} />), user: userEvent.setup() }
}

const csv = (name: string, text = 'a,b\n') => new File([text], name)
const strip = () => document.querySelector('[data-files]')

/** Puts files into the field that the button of the dialog stands for. */
async function choose(user: ReturnType<typeof userEvent.setup>, ...files: File[]) {
  await user.click(screen.getByRole('button', { name: spoken.button }))
  await user.upload(field(), files)
}

function field(): HTMLInputElement {
  return document.querySelector('input[type="file"]') as HTMLInputElement
}

interface Counts {
  readonly kept?: number
  readonly rejected?: number
  readonly held?: number
  readonly blankLines?: number
  readonly files?: readonly string[]
  readonly understood?: OpenDataset['report']['understood']
}

function outcome({
  kept = 3,
  rejected = 0,
  held = 0,
  blankLines = 0,
  files = ['a.csv'],
  understood = new Map(),
}: Counts = {}): FilesOutcome {
  const { years, latestDay, rhythms, seams } = smallDataset
  const record = { file: 0, line: 2, reason: 'field-count', fields: 1, expected: 2, text: 'a' } as const
  const report = { read: kept + rejected, kept, rejected, years, latestDay, rhythms, seams, understood, namesRead: [] }
  const all = Array.from({ length: held }, () => record)
  return { opened: { dataset: smallDataset, files, report, held: all, blankLines }, refused: [] }
}

describe('the dialog', () => {
  it('says that nothing leaves the machine, and has the form and its codes to download', async () => {
    const { user } = place()
    await user.click(screen.getByRole('button', { name: spoken.button }))
    const dialog = await screen.findByRole('dialog', { name: spoken.title })
    expect(dialog).toHaveTextContent(spoken.private)
    const links = within(dialog).getAllByRole('link')
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      [spoken.template, `${document.baseURI}templates/mau-so-lieu.csv`],
      [spoken.codes, `${document.baseURI}templates/bang-ma.csv`],
    ])
    for (const link of links) expect(link).toHaveAttribute('download')
  })

  it('can be opened, left and opened again by keyboard; the focus comes back to its button', async () => {
    const { user } = place()
    await user.tab()
    expect(screen.getByRole('button', { name: spoken.button })).toHaveFocus()
    await user.keyboard('{Enter}')
    const dialog = await screen.findByRole('dialog')
    await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(screen.getByRole('button', { name: spoken.button })).toHaveFocus())
    await user.keyboard('{Enter}')
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: chrome.close }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(openings).toEqual([])
  })

  it('has the field of the browser behind its button', async () => {
    const { user } = place()
    await user.click(screen.getByRole('button', { name: spoken.button }))
    const opened = vi.spyOn(field(), 'click').mockImplementation(() => {})
    await user.click(screen.getByRole('button', { name: spoken.choose }))
    expect(opened).toHaveBeenCalledOnce()
    expect([field().multiple, field().accept]).toEqual([true, '.csv,.tsv,.txt,.parquet'])
  })

  it('opens what is chosen and gives way to the page', async () => {
    const { user } = place()
    await choose(user, csv('a.csv'), csv('Số liệu.csv'.normalize('NFD'), 'abcdef'))
    expect(last().files.map(({ name, size }) => [name, size])).toEqual([
      ['a.csv', 4],
      ['Số liệu.csv', 6],
    ])
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('opens the same file once more when it is chosen once more', async () => {
    const { user } = place()
    await choose(user, csv('a.csv'))
    await last().settle(outcome())
    await choose(user, csv('a.csv'))
    expect(openings).toHaveLength(2)
  })

  it('left without a file opens nothing', async () => {
    const { user } = place()
    await user.click(screen.getByRole('button', { name: spoken.button }))
    fireEvent.change(field(), { target: { files: [] } })
    expect([openings, strip()]).toEqual([[], null])
  })
})

describe('while files are being opened', () => {
  it('the strip says how far they are', async () => {
    const { user } = place()
    await choose(user, csv('a.csv', 'x'.repeat(200)))
    expect(strip()).toHaveTextContent(spoken.reading(0))
    last().progress({ step: 'reading', loaded: 99, size: 200 })
    expect(screen.getByRole('status')).toHaveTextContent(spoken.reading(49))
    expect(screen.getByRole('progressbar', { name: spoken.reading(49) })).toHaveAttribute('value', '49')
    last().progress({ step: 'loading', loaded: 200, size: 200 })
    expect(screen.getByRole('status')).toHaveTextContent(spoken.loading)
    expect(screen.getByRole('progressbar', { name: spoken.loading })).not.toHaveAttribute('value')
    await last().settle(outcome())
    expect(screen.queryByRole('progressbar')).toBeNull()
  })

  it('empty files have no share to divide by', async () => {
    const { user } = place()
    await choose(user, csv('a.csv', ''))
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '0')
  })

  it('they can be let go, and what comes late is not shown', async () => {
    const { user } = place()
    await choose(user, csv('a.csv'))
    await user.click(screen.getByRole('button', { name: chrome.cancel }))
    expect([last().signal.aborted, strip()]).toEqual([true, null])
    last().progress({ step: 'loading', loaded: 4, size: 4 })
    await last().settle(outcome())
    expect(strip()).toBeNull()
  })

  it('new ones take their place', async () => {
    const { user } = place()
    await choose(user, csv('a.csv'))
    const first = last()
    await choose(user, csv('b.csv'))
    expect([first.signal.aborted, last().signal.aborted]).toEqual([true, false])
    await first.settle(new Failure('query-cancelled'))
    first.progress({ step: 'reading', loaded: 1, size: 4 })
    expect(strip()).toHaveTextContent(spoken.reading(0))
    await last().settle(outcome({ files: ['b.csv'] }))
    expect(strip()).toHaveTextContent(spoken.opened('b.csv', '3', '3'))
  })
})

describe('what became of files', () => {
  const shown = (first: FilesOutcome, language: Language = 'vi') => place(language, first)

  it('is how many rows of how many, held back ones among them, printed as the language does', () => {
    shown(outcome({ kept: 12_340, rejected: 5, held: 2, blankLines: 1_200, files: ['a.csv', 'b.csv'] }))
    expect(strip()).toHaveAttribute('data-files', 'opened')
    expect(strip()).toHaveTextContent('Đã mở a.csv, b.csv: nhận 12.340/12.347 dòng. 7 dòng chưa nhận. Bỏ qua 1.200 dòng trống.')
  })

  it('is the same in English', () => {
    shown(outcome({ kept: 12_340, rejected: 1 }), 'en')
    expect(strip()).toHaveTextContent('Opened a.csv: 12,340 of 12,341 rows accepted. 1 row not accepted.')
  })

  it('leads to the rows that were not accepted', async () => {
    const { user } = shown(outcome({ rejected: 1 }))
    await user.click(screen.getByRole('button', { name: spoken.showRejected }))
    expect(showRejected).toHaveBeenCalledOnce()
  })

  it('leads nowhere where all were accepted', () => {
    shown(outcome())
    expect(screen.queryByRole('button', { name: spoken.showRejected })).toBeNull()
    expect(strip()).not.toHaveTextContent('chưa nhận')
  })

  it('says so where no row was accepted', () => {
    shown(outcome({ kept: 0, held: 2 }))
    expect(strip()).toHaveTextContent('nhận 0/2 dòng. 2 dòng chưa nhận.')
    expect(strip()).toHaveTextContent(spoken.nothingKept)
    expect(screen.queryByRole('button', { name: spoken.showRejected })).toBeNull()
  })

  it.each(['vi', 'en'] as const)('names everything that was understood, in %s', (language) => {
    const understood = new Map([
      ['source', 1],
      ['province', 2],
      ['level', 3],
      ['basis', 4],
      ['unit', 5],
      ['qualifier', 6],
      ['date', 1700],
    ] as const)
    shown(outcome({ understood }), language)
    const { open } = wordsOf(language)
    expect(screen.getByText(open.understoodTitle(7))).toBeInTheDocument()
    const print = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB')
    expect(screen.getAllByRole('listitem', { hidden: true }).map((item) => item.textContent)).toEqual(
      [...understood].map(([tag, n]) => open.understood[tag](print.format(n))),
    )
    expect(open.understood.source('1')).toMatch(language === 'vi' ? /^1 dòng/ : /^1 row /)
  })

  it('says of each name which code it was read as', () => {
    const namesRead = [{ column: 'province_code', said: 'Thanh Hoá', code: '38', rows: 2 }]
    const { opened, refused } = outcome({ understood: new Map([['name', 2]] as const) })
    if (!opened) throw new Error('nothing was opened')
    shown({ opened: { ...opened, report: { ...opened.report, namesRead } }, refused })
    expect(screen.getByText('đọc tên “Thanh Hoá” là mã 38 (cột Mã tỉnh, 2 dòng)')).toBeInTheDocument()
  })

  it('names each file that could not be opened, with its reason, beside those that could', () => {
    const refused = [
      { name: 'b.csv', failure: new Failure('file-html', { file: 'b.csv' }) },
      { name: 'c.csv', failure: new Failure('csv-columns-missing', { file: 'c.csv', names: ['Mã tỉnh (province_code)'] }) },
    ]
    shown({ ...outcome(), refused })
    const lines = [...(strip()?.querySelectorAll('[data-failure]') ?? [])]
    expect(lines.map((line) => line.getAttribute('data-failure'))).toEqual(['file-html', 'csv-columns-missing'])
    expect(lines[0]).toHaveTextContent(spoken.refused('b.csv'))
    expect(lines[0]).toHaveTextContent(failure.sentence['file-html']({ file: 'b.csv' }).next)
    expect(lines[1]).toHaveTextContent('thiếu cột: Mã tỉnh (province_code)')
    expect(strip()).toHaveAttribute('role', 'status')
  })

  it('leads to the form where the columns are not those of it, and says that what is on screen stays', () => {
    const near = [{ name: 'Chỉ tieu', meant: 'Mã chỉ tiêu' }]
    const faults = [
      new Failure('csv-columns-missing', { file: 'c.csv', names: ['Mã chỉ tiêu (indicator_code)'], near }),
      new Failure('csv-title-rows', { file: 'd.csv', line: 4 }),
      new Failure('file-html', { file: 'e.csv' }),
    ]
    shown({ opened: null, refused: faults.map((one) => ({ name: one.detail.file ?? '', failure: one })) })
    const lines = [...document.querySelectorAll<HTMLElement>('p[data-failure]')]
    expect(lines.map((line) => line.querySelector('a')?.getAttribute('href') ?? null)).toEqual([
      ...[expect.stringMatching(/templates\/mau-so-lieu\.csv$/), expect.stringMatching(/templates\/mau-so-lieu\.csv$/), null],
    ])
    expect(lines[0]).toHaveTextContent('thiếu cột: Mã chỉ tiêu (indicator_code). Cột “Chỉ tieu”: có phải “Mã chỉ tiêu”?')
    expect(lines[1]).toHaveTextContent('dòng tiêu đề phải là dòng 1; có vẻ bảng bắt đầu ở dòng 4.')
    for (const line of lines) expect(line).toHaveTextContent(spoken.unchanged)
  })

  it('is an alarm where none could be opened', () => {
    shown({ opened: null, refused: [{ name: 'b.csv', failure: new Failure('file-empty', { file: 'b.csv' }) }] })
    expect(screen.getByRole('alert')).toHaveAttribute('data-files', 'refused')
    expect(screen.getByRole('alert')).toHaveTextContent(spoken.refused('b.csv'))
  })

  it('can be put away', async () => {
    const { user } = shown(outcome())
    await user.click(screen.getByRole('button', { name: chrome.dismiss }))
    expect(strip()).toBeNull()
  })

  it('is a failure of the whole where it was not about one file', async () => {
    const { user } = place()
    await choose(user, csv('a.csv'))
    await last().settle(new Failure('engine-out-of-memory'))
    const alert = screen.getByRole('alert')
    expect(alert).toHaveAttribute('data-failure', 'engine-out-of-memory')
    expect(alert).toHaveTextContent(failure.kept)
    await user.click(within(alert).getByRole('button', { name: chrome.close }))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('is nothing to say where it was cancelled', async () => {
    const { user } = place()
    await choose(user, csv('a.csv'))
    await last().settle(new Failure('query-cancelled'))
    expect([strip(), screen.queryByRole('alert')]).toEqual([null, null])
  })
})

describe('files that are dropped', () => {
  const carrying = (files: readonly File[] = []) => ({ dataTransfer: { types: ['Files'], files } })
  const hint = () => screen.queryByText(spoken.dropHere)

  it('are taken wherever the page is', () => {
    place()
    fireEvent.dragEnter(document.body, carrying())
    expect(hint()).toBeVisible()
    // The browser would show the file in the place of the page.
    expect(fireEvent.dragOver(document.body, carrying())).toBe(false)
    expect(fireEvent.drop(document.body, carrying([csv('a.csv'), csv('b.csv')]))).toBe(false)
    expect(last().files.map(({ name }) => name)).toEqual(['a.csv', 'b.csv'])
    expect(hint()).toBeNull()
  })

  it('are waited for as long as they are over the page', () => {
    place()
    const button = screen.getByRole('button', { name: spoken.button })
    fireEvent.dragEnter(document.body, carrying())
    fireEvent.dragEnter(button, carrying())
    fireEvent.dragLeave(document.body, carrying())
    expect(hint()).toBeVisible()
    fireEvent.dragLeave(button, carrying())
    expect(hint()).toBeNull()
    expect(openings).toEqual([])
  })

  it('are told from words that are dragged', () => {
    place()
    const words = { dataTransfer: { types: ['text/plain'], files: [] } }
    fireEvent.dragEnter(document.body, words)
    expect(hint()).toBeNull()
    expect(fireEvent.dragOver(document.body, words)).toBe(true)
    expect(fireEvent.drop(document.body, words)).toBe(true)
    expect(openings).toEqual([])
  })

  it('are left alone once the page is gone', () => {
    const { unmount } = place()
    unmount()
    expect(fireEvent.drop(document.body, carrying([csv('a.csv')]))).toBe(true)
    expect(openings).toEqual([])
  })
})

describe('a link about a file', () => {
  const other = vi.fn()

  function Ask({ view }: { readonly view: View }) {
    const opening = useOpenFiles(run)
    return <AskFileScreen words={wordsOf(view.language)} view={view} opening={opening} onOther={other} />
  }
  const ask = (more: Partial<View>) => {
    render(<Ask view={{ ...EMPTY_VIEW, dataset: 'local', localFile: '1234567-0123abcd', ...more }} />)
    return userEvent.setup()
  }

  it('asks for it, by its size, and says that it is not inside the link', () => {
    ask({})
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(spoken.askTitle)
    expect(screen.getByRole('main')).toHaveTextContent('cỡ 1.234.567 byte')
    expect(screen.getByRole('main')).toHaveTextContent(spoken.private)
  })

  it('asks in the language of the link', () => {
    ask({ language: 'en' })
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(wordsEn.askTitle)
    expect(screen.getByRole('main')).toHaveTextContent('(1,234,567 bytes)')
  })

  it('asks without a size where the link has none', () => {
    ask({ localFile: null })
    expect(screen.getByRole('main')).toHaveTextContent(spoken.askText(''))
    expect(screen.getByRole('main')).not.toHaveTextContent('cỡ')
  })

  it('takes a file that is chosen, or dropped, and says what is wrong with it', async () => {
    const user = ask({})
    await user.upload(field(), csv('a.csv'))
    // A browser tells of no change where the same file is chosen once more.
    expect(field().value).toBe('')
    expect(screen.getByRole('status')).toHaveTextContent(spoken.reading(0))
    await last().settle({ opened: null, refused: [{ name: 'a.csv', failure: new Failure('file-html', { file: 'a.csv' }) }] })
    expect(screen.getByRole('alert')).toHaveTextContent(spoken.refused('a.csv'))
    fireEvent.drop(document.body, { dataTransfer: { types: ['Files'], files: [csv('b.csv')] } })
    expect(last().files.map(({ name }) => name)).toEqual(['b.csv'])
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('lets the reader go on without it', async () => {
    const user = ask({})
    await user.click(screen.getByRole('button', { name: spoken.askOther }))
    expect(other).toHaveBeenCalledOnce()
  })
})
