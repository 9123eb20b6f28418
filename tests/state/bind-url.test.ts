import { describe, expect, test } from 'vitest'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { type AddressWindow, bindUrl } from '../../src/state/bind-url.ts'
import { fromSearch } from '../../src/state/url.ts'
import { createViewStore } from '../../src/state/view-store.ts'

const defaultsFor = (dataset: string): View => ({ ...EMPTY_VIEW, dataset: dataset || 'public-reports' })
const read = (search: string) => fromSearch(search, defaultsFor)

/** A window with a history that can be walked; `refuse` makes every write throw, as a frame without an origin does. */
function fakeWindow(start: string) {
  const base = 'http://intranet.example/atlas/'
  const steps = [new URL(start, base)]
  const listeners = new Set<() => void>()
  let at = 0
  let refuse = false
  const write = (keep: number) => (_state: unknown, _title: string, url?: string | URL | null) => {
    if (refuse) throw new DOMException('refused', 'SecurityError')
    steps.splice(keep + at, steps.length, new URL(String(url), base))
    at = steps.length - 1
  }
  const window: AddressWindow = {
    get location() {
      return steps[at] as URL
    },
    history: { pushState: write(1), replaceState: write(0) },
    addEventListener: (_type, listener) => listeners.add(listener),
    removeEventListener: (_type, listener) => listeners.delete(listener),
  }
  const go = (by: number) => {
    at += by
    for (const listener of listeners) listener()
  }
  return {
    window,
    go,
    goToAnchor(hash: string) {
      steps.splice(at + 1, steps.length, new URL(hash, steps[at]))
      go(1)
    },
    refuse: (yes: boolean) => {
      refuse = yes
    },
    addresses: () => steps.map((step) => step.pathname + step.search + step.hash),
    listening: () => listeners.size,
  }
}

function bound(start = '?d=public-reports&v=1') {
  const fake = fakeWindow(start)
  const store = createViewStore(read(fake.window.location.search))
  const unbind = bindUrl({ store, window: fake.window, defaultsFor, read })
  return { ...fake, store, unbind }
}

describe('a control changes the view', () => {
  test.each<[string, Partial<View>, string]>([
    ['tab', { tab: 'rows' }, '?d=public-reports&tab=rows&v=1'],
    ['dataset', { dataset: 'other' }, '?d=other&v=1'],
    ['indicator', { indicators: ['dom-tips'] }, '?d=public-reports&i=dom-tips&v=1'],
    ['local file', { dataset: 'local', localFile: '10-0a1b2c3d' }, '?d=local&lf=10-0a1b2c3d&v=1'],
  ])('another %s is a step in the history', (_name, change, search) => {
    const { store, addresses } = bound()
    store.setView(change)
    expect(addresses()).toEqual(['/atlas/?d=public-reports&v=1', `/atlas/${search}`])
  })

  test('a tweak replaces the step it belongs to, and keeps path, anchor and unknown keys', () => {
    const { store, addresses } = bound('?d=public-reports&embed=1&v=1#table')
    store.setView({ units: '63' })
    store.setView({ filters: { item: ['gun'] } })
    expect(addresses()).toEqual(['/atlas/?d=public-reports&f.item=gun&dg=63&embed=1&v=1#table'])
  })

  test('what the control asks for wins', () => {
    const { store, addresses } = bound()
    store.setView({ units: '63' }, { push: true })
    store.setView({ tab: 'rows' }, { push: false })
    expect(addresses()).toEqual(['/atlas/?d=public-reports&v=1', '/atlas/?d=public-reports&dg=63&tab=rows&v=1'])
  })

  test('a change that leaves the view as it was writes nothing', () => {
    const { store, addresses } = bound()
    store.setView({ tab: 'overview' }, { push: true })
    expect(addresses()).toHaveLength(1)
  })
})

describe('the reader goes back', () => {
  test('and forward: the store follows, the history stays as it is', () => {
    const { store, go, addresses } = bound()
    store.setView({ tab: 'rows' })
    store.setView({ search: 'giao nộp' })
    const before = addresses()
    go(-1)
    expect(store.getState().view).toEqual(defaultsFor(''))
    go(1)
    expect(store.getState().view).toEqual({ ...defaultsFor(''), tab: 'rows', search: 'giao nộp' })
    expect(addresses()).toEqual(before)
  })

  test('into another dataset: its own defaults count', () => {
    const { store, go } = bound()
    store.setView({ dataset: 'other', units: '63' })
    store.setView({ dataset: 'third', units: 'goc' })
    go(-1)
    expect(store.getState().view).toEqual({ ...EMPTY_VIEW, dataset: 'other', units: '63' })
  })

  test('to a link with a bad value: it is said', () => {
    const { store, go } = bound('?dg=62')
    store.setView({ tab: 'rows' })
    go(-1)
    expect(store.getState().notices).toEqual([{ param: 'dg', value: '62', reason: 'malformed' }])
  })

  test('a jump to an anchor opens nothing', () => {
    const { store, goToAnchor } = bound('?dg=62')
    store.dismissNotices()
    goToAnchor('#table')
    expect(store.getState().notices).toEqual([])
  })
})

test('a history that refuses does not stop the view, and is tried again with the next change', () => {
  const { store, refuse, addresses } = bound()
  refuse(true)
  store.setView({ tab: 'rows' })
  store.setView({ units: '63' })
  expect(store.getState().view).toMatchObject({ tab: 'rows', units: '63' })
  expect(addresses()).toEqual(['/atlas/?d=public-reports&v=1'])
  refuse(false)
  store.setView({ search: 'a' })
  expect(addresses()).toEqual(['/atlas/?d=public-reports&dg=63&tab=rows&q=a&v=1'])
})

test('a link that is opened leaves the address alone', () => {
  const { store, addresses } = bound('?d=public-reports&dg=62')
  store.open({ view: { ...EMPTY_VIEW, tab: 'rows' }, rest: [], notices: [] })
  expect(addresses()).toEqual(['/atlas/?d=public-reports&dg=62'])
})

test('unbound, neither follows the other', () => {
  const { store, unbind, addresses, listening } = bound()
  unbind()
  store.setView({ tab: 'rows' })
  expect(addresses()).toHaveLength(1)
  expect(listening()).toBe(0)
})
