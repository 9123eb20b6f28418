import { datasetKey } from '../model/dataset.ts'
import type { View } from '../model/view.ts'
import { toSearch } from './url.ts'
import type { ViewState, ViewStore } from './view-store.ts'

/** The part of a browser window that carries the address; a test hands in its own. */
export interface AddressWindow {
  readonly location: { readonly pathname: string; readonly search: string; readonly hash: string }
  readonly history: Pick<History, 'pushState' | 'replaceState'>
  addEventListener(type: 'popstate', listener: () => void): void
  removeEventListener(type: 'popstate', listener: () => void): void
}

export interface BindUrlOptions {
  readonly store: ViewStore
  readonly window: AddressWindow
  /** The default view of a dataset, by its `datasetKey`: the address holds what differs from it. */
  readonly defaultsFor: (key: string) => View
  /** Reads an address the reader went back or forward to. */
  readonly read: (search: string) => ViewState
}

/**
 * Keeps the address and the store saying the same, in both directions, until the returned function is called.
 * A new tab, dataset or choice of indicators is a step in the history, a tweak replaces the step it belongs to.
 */
export function bindUrl({ store, window, defaultsFor, read }: BindUrlOptions): () => void {
  // The search that the store agrees with. A link to a place on the same page moves the address without changing it.
  let agreed = window.location.search

  const stopListening = store.onChange(({ state, previous, cause, push }) => {
    if (cause === 'open') return
    const search = toSearch(state.view, defaultsFor(datasetKey(state.view)), state.rest, 'address')
    if (search === agreed) return
    const isStep = push ?? isNewPlace(previous.view, state.view)
    if (writeAddress(window, search, isStep)) agreed = search
  })

  const onPopState = () => {
    if (window.location.search === agreed) return
    agreed = window.location.search
    store.open(read(agreed))
  }
  window.addEventListener('popstate', onPopState)

  return () => {
    stopListening()
    window.removeEventListener('popstate', onPopState)
  }
}

function isNewPlace(before: View, after: View): boolean {
  return (
    before.tab !== after.tab ||
    before.dataset !== after.dataset ||
    before.localFile !== after.localFile ||
    before.indicators.join('.') !== after.indicators.join('.')
  )
}

/** A frame without an origin, and a browser that counts calls, refuse with an error: the page then works without an address. */
function writeAddress({ location, history }: AddressWindow, search: string, isStep: boolean): boolean {
  const address = `${location.pathname}${search}${location.hash}`
  try {
    if (isStep) history.pushState(null, '', address)
    else history.replaceState(null, '', address)
    return true
  } catch {
    return false
  }
}
