import { expect, test, vi } from 'vitest'
import { notice } from '../../src/model/notice.ts'
import { EMPTY_VIEW } from '../../src/model/view.ts'
import { createViewStore, type ViewChange, type ViewState } from '../../src/state/view-store.ts'

const initial: ViewState = { view: EMPTY_VIEW, rest: [['embed', '1']], notices: [notice('dg', '62', 'malformed')] }

test('setView changes the fields it is given and nothing else', () => {
  const store = createViewStore(initial)
  store.setView({ units: '63', territories: ['36'] })
  expect(store.getState()).toEqual({ ...initial, view: { ...EMPTY_VIEW, units: '63', territories: ['36'] } })
  expect(store.getInitialState()).toEqual(initial)
})

test('filters that keep no value are dropped', () => {
  const store = createViewStore(initial)
  store.setView({ filters: { item: [], field: ['security'] } })
  expect(store.getState().view.filters).toEqual({ field: ['security'] })
})

test('filters of rows that are blank are dropped', () => {
  const store = createViewStore(initial)
  store.setView({ rowFilters: { place: '', printed: ' ', number: 'none' } })
  expect(store.getState().view.rowFilters).toEqual({ number: 'none' })
})

test('subscribers hear of every change, with the state before it', () => {
  const store = createViewStore(initial)
  const heard = vi.fn()
  const stop = store.subscribe(heard)
  store.setView({ tab: 'rows' })
  expect(heard).toHaveBeenCalledExactlyOnceWith({ ...initial, view: { ...EMPTY_VIEW, tab: 'rows' } }, initial)
  stop()
  store.setView({ tab: 'overview' })
  expect(heard).toHaveBeenCalledTimes(1)
})

test('onChange tells a control from a link, and what the control wants of the history', () => {
  const store = createViewStore(initial)
  const heard: ViewChange[] = []
  const stop = store.onChange((change) => heard.push(change))
  store.setView({ tab: 'rows' })
  store.setView({ search: 'a' }, { push: true })
  const opened: ViewState = { view: EMPTY_VIEW, rest: [], notices: [] }
  store.open(opened)
  stop()
  store.setView({ search: 'b' })
  expect(heard.map(({ cause, push }) => [cause, push])).toEqual([
    ['set', undefined],
    ['set', true],
    ['open', undefined],
  ])
  expect(heard[2]?.state).toBe(opened)
  expect(heard[2]?.previous.view.search).toBe('a')
})

test('dismissed notices go, the view and the rest stay', () => {
  const store = createViewStore(initial)
  const heard = vi.fn()
  store.onChange(heard)
  store.dismissNotices()
  expect(store.getState()).toEqual({ ...initial, notices: [] })
  expect(heard).not.toHaveBeenCalled()
})
