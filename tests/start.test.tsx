import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startEngine } from '../src/data/duckdb.ts'
import { localFileOf } from '../src/data/local-file.ts'
import { startAtlas } from '../src/start.ts'
import { failureOf } from './support/dataset-files.ts'
import { fileEngine, readable, tipsFile } from './support/file-page.ts'
import { type SmallPage, smallPage } from './support/small-page.ts'

vi.mock('../src/data/duckdb.ts', () => ({ startEngine: vi.fn() }))

let page: SmallPage

function serve(ids?: readonly string[]): void {
  page = smallPage(ids)
  vi.mocked(startEngine).mockImplementation(page.startEngine)
}

function configure(config: Readonly<Record<string, unknown>>): void {
  page.files.set('config.json', JSON.stringify(config))
}

const start = () => startAtlas(() => {})

beforeEach(() => serve())
afterEach(() => vi.unstubAllGlobals())

describe('the start', () => {
  it('reads configuration, catalogue and provinces, and starts no engine', async () => {
    const { config, catalog, readLink } = await start()
    expect(config.title.vi).toBe('Trang')
    expect(catalog.datasets.map(({ id }) => id)).toEqual(['first', 'second'])
    expect(page.asked.filter((path) => path.startsWith('datasets/first') || path.startsWith('datasets/second'))).toEqual([])
    expect(page.engines).toEqual([])
    expect(readLink('')).toBeNull()
  })

  it('starts the engine beside them for a link to one of its datasets, once', async () => {
    const started = await startAtlas(() => {}, '?d=second')
    expect(page.engines).toHaveLength(1)
    await started.openLink('?d=second')
    expect(page.engines).toHaveLength(1)
  })

  it('starts none for a link to a file of the reader', async () => {
    await startAtlas(() => {}, '?d=local&lf=99-0123abcd')
    expect(page.engines).toEqual([])
  })

  it('ends the engine where there is nothing to ask it', async () => {
    const close = vi.fn(async () => {})
    vi.mocked(startEngine).mockImplementation(async () => ({ ...(await page.startEngine()), close }))
    page.files.delete('datasets/catalog.json')
    expect((await failureOf(startAtlas(() => {}, ''))).code).toBe('http-status')
    await expect.poll(() => close.mock.calls).toHaveLength(1)
  })

  it('does without a configuration', async () => {
    page.files.delete('config.json')
    expect((await start()).config.title.vi).toBe('Dân Vận Atlas')
  })

  it('fails where the catalogue is not there, and may be tried again', async () => {
    const catalog = page.files.get('datasets/catalog.json') as string
    page.files.delete('datasets/catalog.json')
    const failure = await failureOf(start())
    expect([failure.code, failure.detail.status]).toEqual(['http-status', 404])
    page.files.set('datasets/catalog.json', catalog)
    expect((await start()).catalog.defaultId).toBe('first')
  })

  it('tells how much of the engine is there', async () => {
    const progress = vi.fn()
    await (await startAtlas(progress)).openLink('')
    expect(progress.mock.calls).toEqual([[30, 60]])
  })
})

describe('a link', () => {
  it('without a dataset opens the default of the configuration', async () => {
    configure({ defaultDataset: 'second' })
    expect((await (await start()).openLink('?i=tips')).view).toMatchObject({
      dataset: 'second',
      indicators: ['tips'],
      units: '63',
    })
  })

  it.each([{}, { defaultDataset: '' }, { defaultDataset: 'gone' }])(
    'without a dataset opens the default of the catalogue where the configuration says %j',
    async (config) => {
      configure(config)
      const { view, notices } = await (await start()).openLink('')
      expect([view.dataset, notices]).toEqual(['first', []])
    },
  )

  it('opens the dataset that it names, and no other', async () => {
    const { openLink, workspace } = await start()
    expect((await openLink('?d=second&t=2024')).view).toMatchObject({
      dataset: 'second',
      time: { kind: 'window', from: '2024', to: '2024' },
    })
    expect([workspace.opened('first'), workspace.opened('second')?.dataset.id]).toEqual([undefined, 'second'])
  })

  it('to a dataset that is not there opens the default one and says so', async () => {
    const { view, notices } = await (await start()).openLink('?d=gone&i=tips')
    expect([view.dataset, view.indicators]).toEqual(['first', ['tips']])
    expect(notices).toEqual([{ param: 'd', value: 'gone', reason: 'unknown' }])
  })

  it('keeps what is valid, says what is not, and passes unknown keys on', async () => {
    const { view, rest, notices } = await (await start()).openLink('?d=first&i=tips.nothing&p=99&c=pie&utm=x&v=1')
    expect(view).toMatchObject({ indicators: ['tips'], territories: [], charts: [] })
    expect(rest).toEqual([['utm', 'x']])
    expect(notices.map(({ param, value, reason }) => [param, value, reason])).toEqual([
      ['i', 'nothing', 'unknown'],
      ['p', '99', 'unknown'],
      ['c', 'pie', 'unknown'],
    ])
  })

  it('is in the language of the configuration unless it says another', async () => {
    configure({ defaultLanguage: 'en' })
    const { openLink, defaultsFor } = await start()
    expect([(await openLink('')).view.language, (await openLink('?lang=vi')).view.language]).toEqual(['en', 'vi'])
    expect([defaultsFor('first').language, defaultsFor('second').language]).toEqual(['en', 'en'])
  })

  it('is read at once where its dataset is open, and not at all where it is not', async () => {
    const { openLink, readLink } = await start()
    const opened = await openLink('?d=first&i=tips')
    expect(readLink('?d=first&i=tips')).toEqual(opened)
    expect(readLink('?i=tips')).toEqual(opened)
    expect(readLink('?d=second')).toBeNull()
  })

  it('that fails leaves open what was open', async () => {
    const { openLink, readLink } = await start()
    await openLink('?d=first')
    page.files.delete('datasets/second/observations.csv')
    expect((await failureOf(openLink('?d=second'))).code).toBe('http-status')
    expect(readLink('?d=first')?.view.dataset).toBe('first')
    expect(page.engines).toHaveLength(1)
  })
})

describe('files of the reader', () => {
  const options = { signal: new AbortController().signal, onProgress: () => {} }
  const files = (...all: File[]) => all.map(localFileOf)

  beforeEach(() => {
    page = smallPage(['first', 'second'], () => fileEngine())
    vi.mocked(startEngine).mockImplementation(page.startEngine)
  })

  async function marked(...all: File[]): Promise<string> {
    const { outcome } = await (await start()).openFiles(files(...all), '', options)
    return outcome.opened?.dataset.localFile ?? ''
  }

  it.each(['?d=local', '?d=local&lf=12-0123abcd', '?d=local&lf=12-0123abcd&i=tips&lang=en'])(
    'are asked for by the link %s; no engine is started and no package read',
    async (search) => {
      const { openLink } = await start()
      const before = page.asked.length
      expect((await failureOf(openLink(search))).code).toBe('local-file-needed')
      expect([page.engines, page.asked.slice(before)]).toEqual([[], []])
    },
  )

  it('fill the link that asks for them: its view is restored, and nothing is said', async () => {
    const mark = await marked(tipsFile([1, 2]))
    const { openFiles, readLink } = await start()
    const search = `?d=local&lf=${mark}&i=tips&t=2024&tab=rows&lang=en&utm=x`
    const { state, outcome } = await openFiles(files(tipsFile([1, 2], 'khác.csv')), search, options)
    expect(outcome.opened?.dataset.localFile).toBe(mark)
    expect(state?.view).toMatchObject({ dataset: 'local', localFile: mark, indicators: ['tips'], tab: 'rows', language: 'en' })
    expect(state?.view.time).toEqual({ kind: 'window', from: '2024', to: '2024' })
    expect([state?.notices, state?.rest]).toEqual([[], [['utm', 'x']]])
    expect(readLink(search)).toEqual(state)
  })

  it('that are others than the link means are shown in its view, and that is said', async () => {
    const { openFiles } = await start()
    const { state } = await openFiles(files(tipsFile([1])), '?d=local&lf=12-0123abcd&i=tips.gone', options)
    expect(state?.view).toMatchObject({ dataset: 'local', indicators: ['tips'] })
    expect(state?.view.localFile).not.toBe('12-0123abcd')
    expect(state?.notices).toEqual([
      { param: 'lf', value: '12-0123abcd', reason: 'other-file' },
      { param: 'i', value: 'gone', reason: 'unknown' },
    ])
  })

  it('are shown as they open where the link is about something else, in its language and its theme', async () => {
    const { openFiles, openLink, defaultsFor } = await start()
    await openLink('?d=second')
    const { state } = await openFiles(files(tipsFile([1])), '?d=second&t=2024&tab=rows&lang=en&theme=dark&i=gone', options)
    const { localFile } = state?.view ?? { localFile: null }
    expect(state).toEqual({
      view: { ...defaultsFor(`local/${localFile}`), language: 'en', theme: 'dark' },
      rest: [],
      notices: [],
    })
    expect(state?.view).toMatchObject({ dataset: 'local', time: { kind: 'report' }, tab: 'overview' })
  })

  it('that are another one than the one on screen are shown for themselves', async () => {
    const { openFiles } = await start()
    const { state } = await openFiles(files(tipsFile([1])), '', options)
    const second = await openFiles(files(tipsFile([2])), `?d=local&lf=${state?.view.localFile}&t=2024`, options)
    expect(second.state?.view).toMatchObject({ dataset: 'local', time: { kind: 'report' } })
    expect([second.state?.view.localFile === state?.view.localFile, second.state?.notices]).toEqual([false, []])
  })

  it('that are on screen already stay as they are', async () => {
    const { openFiles } = await start()
    const { state } = await openFiles(files(tipsFile([1])), '', options)
    const again = await openFiles(files(tipsFile([1])), `?d=local&lf=${state?.view.localFile}&t=2024`, options)
    expect(again.state?.view.time).toEqual({ kind: 'window', from: '2024', to: '2024' })
  })

  it('of which none can be opened change nothing', async () => {
    const { openFiles } = await start()
    const { state, outcome } = await openFiles(files(readable('', 'a.csv')), '?d=first', options)
    expect([state, outcome.opened, outcome.refused.map(({ failure }) => failure.code)]).toEqual([null, null, ['file-empty']])
  })

  it('are open to a link from then on', async () => {
    const { openFiles, openLink, workspace } = await start()
    const { state } = await openFiles(files(tipsFile([1])), '', options)
    expect((await openLink(`?d=local&lf=${state?.view.localFile}`)).view).toEqual(state?.view)
    expect(workspace.localOnes()).toHaveLength(1)
  })

  it('are known for simulated where they are, also on a page that offers no simulated data', async () => {
    const manifest = page.files.get('datasets/second/datapackage.json') as string
    page.files.set('datasets/second/datapackage.json', manifest.replace('"simulated":false', '"simulated":true'))
    const sources = page.files.get('datasets/second/sources.csv') as string
    page.files.set('datasets/second/sources.csv', sources.replace('\nA,', '\nMP,'))
    const catalog = page.files.get('datasets/catalog.json') as string
    page.files.set('datasets/catalog.json', catalog.replace('{"id":"second",', '{"id":"second","simulated":true,'))
    vi.mocked(startEngine).mockImplementation(async () => fileEngine(0, ['MP']))
    configure({ simulatedData: false })
    const started = await start()
    expect(started.catalog.datasets.map(({ id }) => id)).toEqual(['first'])
    const { outcome } = await started.openFiles(files(tipsFile([1], 'a.csv', 'MP')), '', options)
    expect(outcome.opened?.dataset.simulated).toBe(true)
    expect((await started.openLink('?d=second')).view.dataset).toBe('first')
  })
})
