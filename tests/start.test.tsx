import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startEngine } from '../src/data/duckdb.ts'
import { startAtlas } from '../src/start.ts'
import { failureOf } from './support/dataset-files.ts'
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
