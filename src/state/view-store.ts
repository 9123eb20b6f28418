import { createStore, type StoreApi } from 'zustand/vanilla'
import type { View } from '../model/view.ts'
import { withoutEmpty } from './params/filters.ts'
import { withoutBlank } from './params/row-filters.ts'
import type { Opened } from './url.ts'

/** All that the store holds: what a link says. Nothing derived stands here. */
export type ViewState = Opened

/** One change of the store, with the cause that decides whether and how the address follows. */
export interface ViewChange {
  readonly state: ViewState
  readonly previous: ViewState
  /** `set`: a control changed the view. `open`: a link did, the address already says it. */
  readonly cause: 'set' | 'open'
  /** Whether the change is a step of its own in the browser's history; left out, the kind of change decides. */
  readonly push?: boolean
}

/** The one holder of the View. `getState` and `subscribe` are those of Zustand, for `ui/use-view.ts`. */
export interface ViewStore extends Pick<StoreApi<ViewState>, 'getState' | 'getInitialState' | 'subscribe'> {
  /** Changes fields of the view. Filters that keep no value, or are blank, are dropped: a link cannot say them. */
  setView(change: Partial<View>, options?: { readonly push?: boolean }): void
  /** Takes over what a link says. */
  open(state: ViewState): void
  /** The reader has seen what was ignored. */
  dismissNotices(): void
  /** Calls `listener` after every `setView` and `open`; returns how to stop it. */
  onChange(listener: (change: ViewChange) => void): () => void
}

export function createViewStore(initial: ViewState): ViewStore {
  const store = createStore<ViewState>(() => initial)
  const listeners = new Set<(change: ViewChange) => void>()

  const change = (state: ViewState, cause: Pick<ViewChange, 'cause' | 'push'>) => {
    const previous = store.getState()
    store.setState(state, true)
    for (const listener of listeners) listener({ state, previous, ...cause })
  }

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    setView(partial, options = {}) {
      const state = store.getState()
      const view = { ...state.view, ...partial }
      const filters = { filters: withoutEmpty(view.filters), rowFilters: withoutBlank(view.rowFilters) }
      change({ ...state, view: { ...view, ...filters } }, { cause: 'set', ...options })
    },
    open: (state) => change(state, { cause: 'open' }),
    dismissNotices: () => store.setState({ notices: [] }),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
