import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dataset, NOTHING_BESIDE } from '../../src/model/dataset.ts'
import type { Indicator } from '../../src/model/indicator.ts'
import type { NoticeReason } from '../../src/model/notice.ts'
import type { PeerGroup } from '../../src/model/peer-group.ts'
import type { Territory, TerritorySet } from '../../src/model/territory.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { defaultViewOf, resolveView } from '../../src/state/resolve-view.ts'
import { fromSearch, toSearch } from '../../src/state/url.ts'
import { anyView } from '../support/view-arbitraries.ts'

const both = (text: string) => ({ vi: text, en: text })

const indicator = (code: string, domain: string): Indicator => ({
  code,
  label: both(code),
  definition: both(''),
  domain,
  unit: 'item',
  aggregation: 'sum',
  partOf: null,
  decimals: 0,
  direction: 'neutral',
  headlineOrder: null,
  numerator: null,
  denominator: null,
})

const territory = (set: TerritorySet, code: string): Territory => ({
  set,
  code,
  name: both(code),
  kind: 'tinh',
  region: both(''),
  mergedInto: null,
  formedFrom: [],
  aliases: [],
})

const places = [territory('63', '36'), territory('63', '37'), territory('63', '84'), territory('34', '37')]

const dataset: Dataset = {
  id: 'public-reports',
  localFile: null,
  title: both('Reports'),
  description: both(''),
  fingerprint: '0a1b2c3d',
  schema: 'ds_0a1b2c3d',
  simulated: false,
  licence: '',
  indicators: [indicator('surrendered_items', 'surrenders'), indicator('tips_received', 'tips')],
  breakdowns: [{ indicator: 'surrendered_items', key: 'item', rule: 'not_additive' }],
  codes: [
    { key: 'item', value: 'gun', label: both('gun'), unit: null, parent: null, order: 1 },
    { key: 'unit_level', value: 'tinh', label: both('tinh'), unit: null, parent: null, order: 1 },
  ],
  sources: [],
  models: [],
  reporters: ['63:36', '63:84'],
  territories: new Map(places.map((place) => [`${place.set}:${place.code}` as const, place])),
  territorySets: ['63'],
  years: [2024],
  latestDay: '2024-12-31',
  rhythms: [],
  seams: [],
  calendar: '01-01',
  ...NOTHING_BESIDE,
  defaultView: { units: '63', indicators: ['dom-surrenders'] },
}

const base: View = { ...EMPTY_VIEW, dataset: 'public-reports', units: '63', indicators: ['dom-surrenders'] }
const resolve = (change: Partial<View>) => resolveView({ ...base, ...change }, dataset)

test('the default view of a dataset is its own, on top of the empty one', () => {
  expect(defaultViewOf(dataset)).toEqual(base)
})

test('what a default view asks for and the dataset does not have falls back to the empty view', () => {
  const ambitious: Dataset = {
    ...dataset,
    defaultView: { territories: ['99'], indicators: ['gone'] },
  }
  expect(defaultViewOf(ambitious)).toEqual({ ...EMPTY_VIEW, dataset: 'public-reports' })
})

test('a view that the dataset knows passes as it is', () => {
  const view: Partial<View> = {
    indicators: ['tips_received', 'dom-surrenders'],
    time: { kind: 'window', from: '2024', to: null },
    territories: ['36', '84'],
    filters: { item: ['gun'] },
    focus: '36',
    tab: 'rows',
    charts: ['bar'],
    sort: '-value',
    search: 'x',
    fingerprint: '0a1b2c3d',
    language: 'en',
    theme: 'dark',
  }
  expect(resolve(view)).toEqual({ view: { ...base, ...view }, notices: [] })
})

describe('codes that the dataset does not know are dropped and said, the valid rest is kept', () => {
  test.each<[Partial<View>, Partial<View>, string, string, NoticeReason?]>([
    [{ indicators: ['tips_received', 'gone'] }, { indicators: ['tips_received'] }, 'i', 'gone'],
    [{ indicators: ['dom-gone', 'dom-tips'] }, { indicators: ['dom-tips'] }, 'i', 'dom-gone'],
    [{ indicators: ['gone'] }, { indicators: ['dom-surrenders'] }, 'i', 'gone'],
    [{ filters: { colour: ['red'], item: ['gun'] } }, { filters: { item: ['gun'] } }, 'f.colour', 'red'],
    [{ filters: { item: ['gun', 'spoon'] } }, { filters: { item: ['gun'] } }, 'f.item', 'spoon'],
    [{ filters: { item: ['spoon'] } }, { filters: {} }, 'f.item', 'spoon'],
    [{ filters: { unit_level: ['tinh'] } }, { filters: {} }, 'f.unit_level', 'tinh'],
    [{ territories: ['36', '99'] }, { territories: ['36'] }, 'p', '99'],
    [{ territories: ['o36', '84'] }, { territories: ['84'] }, 'p', 'o36', 'other-list'],
    [{ units: 'goc', territories: ['o36', '84'] }, { units: 'goc', territories: ['o36'] }, 'p', '84', 'other-list'],
    [{ focus: '99' }, { focus: null }, 'focus', '99'],
    [{ grain: 'quarter' }, {}, 'g', 'quarter'],
    [{ dataset: 'gone' }, {}, 'd', 'gone'],
  ])('%j', (change, expected, param, value, reason = 'unknown') => {
    expect(resolve(change)).toEqual({ view: { ...base, ...expected }, notices: [{ param, value, reason }] })
  })

  test('charts, where the caller knows them', () => {
    expect(resolveView({ ...base, charts: ['bar', 'pie'] }, dataset, ['bar', 'line'])).toEqual({
      view: { ...base, charts: ['bar'] },
      notices: [{ param: 'c', value: 'pie', reason: 'unknown' }],
    })
  })
})

describe('a file of the reader’s own machine', () => {
  const local: Dataset = { ...dataset, id: 'local', localFile: '10-0a1b2c3d' }

  test('is none of a published dataset', () => {
    const { view, notices } = resolve({ localFile: '10-0a1b2c3d' })
    expect([view.localFile, notices]).toEqual([null, [{ param: 'lf', value: '10-0a1b2c3d', reason: 'unknown' }]])
  })

  test('is always named, asked for or not', () => {
    expect(resolveView({ ...base, dataset: 'local' }, local)).toMatchObject({ view: { localFile: '10-0a1b2c3d' }, notices: [] })
    expect(defaultViewOf(local)).toMatchObject({ dataset: 'local', localFile: '10-0a1b2c3d' })
  })

  test('with another content than the link speaks of is said', () => {
    const { view, notices } = resolveView({ ...base, dataset: 'local', localFile: '11-ffffffff' }, local)
    expect([view.localFile, notices]).toEqual(['10-0a1b2c3d', [{ param: 'lf', value: '11-ffffffff', reason: 'other-file' }]])
  })
})

test('a step of time passes where any indicator has figures at it', () => {
  const rhythms = [{ indicator: 'tips_received', grain: 'quarter' as const, from: '2023-01-01', to: '2024-12-31' }]
  const quarterly: Dataset = { ...dataset, rhythms }
  expect(resolveView({ ...base, grain: 'quarter' }, quarterly)).toEqual({ view: { ...base, grain: 'quarter' }, notices: [] })
  expect(resolveView({ ...base, grain: 'month' }, quarterly)).toEqual({
    view: base,
    notices: [{ param: 'g', value: 'month', reason: 'unknown' }],
  })
})

describe('every screen, division and comparison passes as asked', () => {
  test.each<Partial<View>>([{ tab: 'compare' }, { tab: 'quality' }, { normalisation: 'commune' }, { comparison: 'peers' }])(
    '%j',
    (change) => {
      expect(resolve(change)).toEqual({ view: { ...base, ...change }, notices: [] })
    },
  )
})

describe('the list of provinces', () => {
  test('is any of the three, whatever list the reports use', () => {
    for (const units of ['34', '63', 'goc'] as const)
      expect(resolve({ units })).toEqual({ view: { ...base, units }, notices: [] })
    expect(resolve({ units: '34', territories: ['37'], focus: '37' })).toEqual({
      view: { ...base, units: '34', territories: ['37'], focus: '37' },
      notices: [],
    })
  })

  test('has its own codes: one of another list is told to be of it', () => {
    const { view, notices } = resolve({ units: '34', territories: ['36'], focus: '36' })
    expect([view.territories, view.focus]).toEqual([[], null])
    expect(notices.map(({ param, value, reason }) => [param, value, reason])).toEqual([
      ['p', '36', 'other-list'],
      ['focus', '36', 'other-list'],
    ])
  })

  test('as in the report has the lists that the reports use', () => {
    const { view, notices } = resolve({ units: 'goc', territories: ['o37', 'n37'] })
    expect([view.territories, notices]).toEqual([['o37'], [{ param: 'p', value: 'n37', reason: 'unknown' }]])
    const newer: Dataset = { ...dataset, territorySets: ['63', '34'] }
    expect(resolveView({ ...base, units: 'goc', territories: ['n37'] }, newer).notices).toEqual([])
  })
})

describe('a group of places', () => {
  const group = (id: string, members: PeerGroup['members']): PeerGroup => ({ id, label: both(id), members })
  const grouped: Dataset = {
    ...dataset,
    groups: [group('cum-so-1', ['63:36', '63:84']), group('rg-tay-nguyen', ['34:37']), group('cum-trong', [])],
  }
  const notices = (value: string, param = 'p') => [{ param, value, reason: 'unknown' }]

  test('of the dataset stays, beside places', () => {
    const view: View = { ...base, territories: ['cum-so-1', '37'] }
    expect(resolveView(view, grouped)).toEqual({ view, notices: [] })
  })

  test('of no dataset is let go, and said', () => {
    const { view, notices: said } = resolveView({ ...base, territories: ['cum-so-3', '36'] }, grouped)
    expect([view.territories, said]).toEqual([['36'], notices('cum-so-3')])
    expect(resolveView({ ...base, territories: ['rg-tay-bac'] }, dataset).notices).toEqual(notices('rg-tay-bac'))
  })

  test('without a member on the list that is looked at is let go, and said', () => {
    const { view, notices: said } = resolveView({ ...base, units: 'goc', territories: ['rg-tay-nguyen'] }, grouped)
    expect([view.territories, said]).toEqual([[], notices('rg-tay-nguyen')])
    expect(resolveView({ ...base, territories: ['cum-trong'] }, grouped).notices).toEqual(notices('cum-trong'))
  })

  test('is no single place to look at', () => {
    const { view, notices: said } = resolveView({ ...base, focus: 'cum-so-1' }, grouped)
    expect([view.focus, said]).toEqual([null, notices('cum-so-1', 'focus')])
  })

  test('comes back from its link', () => {
    const view: View = { ...base, territories: ['cum-so-1', '37'] }
    for (const mode of ['address', 'send'] as const) {
      const opened = fromSearch(toSearch(view, base, [], mode), base)
      expect([opened.notices, resolveView(opened.view, grouped)]).toEqual([[], { view, notices: [] }])
    }
  })
})

test('a default choice of places is taken only under its own list', () => {
  const local: Dataset = { ...dataset, defaultView: { units: '63', territories: ['36'] } }
  expect(resolveView({ ...base, units: 'goc', territories: ['o99'] }, local).view.territories).toEqual([])
  expect(resolveView({ ...base, territories: ['99'] }, local).view.territories).toEqual(['36'])
})

test('a frozen link on other data keeps its mark and is said', () => {
  expect(resolve({ fingerprint: 'ffffffff' })).toEqual({
    view: { ...base, fingerprint: 'ffffffff' },
    notices: [{ param: 'fp', value: 'ffffffff', reason: 'other-data' }],
  })
})

test('a resolved view has nothing left to take out, except the mark of other data', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      const first = resolveView(view, dataset)
      const again = resolveView(first.view, dataset)
      expect(again.view).toEqual(first.view)
      expect(again.notices.filter((notice) => notice.reason !== 'other-data')).toEqual([])
    }),
  )
})

test('filters of rows that no column has, or cannot read, are let go and said', () => {
  const rowFilters = { place: 'o36', number: 'many', colour: 'red', time: '2024..2025-06', printed: 'lựu đạn' }
  const { view, notices } = resolve({ rowFilters, rowColumns: ['place', 'colour', 'note'] })
  expect(view.rowFilters).toEqual({ place: 'o36', time: '2024..2025-06', printed: 'lựu đạn' })
  expect(view.rowColumns).toEqual(['place', 'note'])
  expect(notices).toEqual([
    { param: 'r.number', value: 'many', reason: 'malformed' },
    { param: 'r.colour', value: 'red', reason: 'unknown' },
    { param: 'rc', value: 'colour', reason: 'unknown' },
  ])
})
