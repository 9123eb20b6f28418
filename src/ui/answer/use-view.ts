import { useStore } from 'zustand'
import type { ViewState, ViewStore } from '../../state/view-store.ts'

/** The state of the view store; re-renders when it changes. */
export function useView(store: ViewStore): ViewState {
  return useStore(store)
}
