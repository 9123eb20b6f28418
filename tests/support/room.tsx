import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactNode, useMemo } from 'react'
import { vi } from 'vitest'
import type { OpenDataset } from '../../src/data/open-dataset.ts'
import type { Workspace } from '../../src/data/workspace.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { createViewStore, type ViewStore } from '../../src/state/view-store.ts'
import type { Room } from '../../src/ui/answer/room.ts'
import { useView } from '../../src/ui/answer/use-view.ts'
import { type FakeDatabase, fakeDatabase } from './fake-database.ts'
import { smallDataset } from './small-dataset.ts'

// Menus that open and fields that are typed into take their time where many tests share a processor.
vi.setConfig({ testTimeout: 30_000 })
configure({ asyncUtilTimeout: 10_000 })

/** The link of every room of a test. */
export const LINK = 'https://atlas.example/?d=small&v=1'

export interface RoomOptions {
  readonly dataset?: Dataset
  readonly view?: Partial<View>
  readonly database?: FakeDatabase
}

/** Draws a part of the page in a room with a real view store and a database that is asked nothing unless it is scripted. */
export function renderRoom(draw: (room: Room) => ReactNode, options: RoomOptions = {}) {
  const { dataset = smallDataset, database = fakeDatabase() } = options
  const view: View = { ...EMPTY_VIEW, units: '63', ...options.view, dataset: dataset.id }
  const store = createViewStore({ view, rest: [], notices: [] })
  const workspace = workspaceOf(dataset, database)
  const asked: { readonly figure: Figure; readonly view: View }[] = []
  const openGrounds: Room['openGrounds'] = (figure, shown) => asked.push({ figure, view: shown.view })
  const screen = render(
    <QueryClientProvider client={queryClient()}>
      <Live {...{ draw, store, dataset, workspace, openGrounds }} />
    </QueryClientProvider>,
  )
  return { ...screen, user: userEvent.setup(), store, view: () => store.getState().view, dataset, database, asked }
}

/** The settings of the page's own client. */
export function queryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
      mutations: { networkMode: 'always' },
    },
  })
}

/** A workspace in which one dataset is open. */
export function workspaceOf(dataset: Dataset, database: FakeDatabase): Workspace {
  const report = {
    kept: 1,
    rejected: 0,
    read: 1,
    years: dataset.years,
    latestDay: dataset.latestDay,
    rhythms: dataset.rhythms,
    seams: dataset.seams,
    understood: new Map(),
    namesRead: [],
  }
  const opened: OpenDataset = { dataset, files: ['small/observations.csv'], report, held: [], blankLines: 0 }
  return {
    open: async () => opened,
    openFiles: async () => ({ opened: null, refused: [] }),
    localOnes: () => [],
    opened: (id) => (id === dataset.id ? opened : undefined),
    ask: (_id, sql, signal) => database.query(sql, signal),
  }
}

/** jsdom lays nothing out and draws nothing: every element is as wide as a laptop's page and stays so, no canvas has a pen. */
export function layOut(width = 1000): void {
  class StillObserver implements ResizeObserver {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  globalThis.ResizeObserver = StillObserver
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => width })
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 400 })
  HTMLCanvasElement.prototype.getContext = () => null
}

interface LiveProps extends Pick<Room, 'dataset' | 'workspace' | 'openGrounds'> {
  draw(room: Room): ReactNode
  readonly store: ViewStore
}

function Live({ draw, store, dataset, workspace, openGrounds }: LiveProps) {
  const { view } = useView(store)
  const room = useMemo(
    (): Room => ({
      ...{ view, dataset, workspace, openGrounds, dark: false, classification: '', contact: null, linkOf: () => LINK },
      words: wordsOf(view.language),
      language: view.language,
      setView: store.setView,
    }),
    [view, dataset, workspace, openGrounds, store],
  )
  return draw(room)
}
