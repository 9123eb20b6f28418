import { CHART_TYPES } from './charts/index.ts'
import { type Catalog, offeredCatalog, readCatalog, readReference } from './data/catalog.ts'
import { type AppConfig, readConfig } from './data/config.ts'
import { startEngine } from './data/duckdb.ts'
import { fetchBytes } from './data/fetch-bytes.ts'
import { fetchPacked } from './data/fetch-packed.ts'
import { createWorkspace, type Workspace } from './data/workspace.ts'
import { EMPTY_VIEW, type View } from './model/view.ts'
import { defaultViewOf, resolveView } from './state/resolve-view.ts'
import { fromSearch } from './state/url.ts'
import type { ViewState } from './state/view-store.ts'

/** What the page knows before any dataset is open. */
export interface Started {
  readonly config: AppConfig
  /** What of `config.json` could not be used, as `readConfig` names it. */
  readonly configProblems: readonly string[]
  readonly catalog: Catalog
  readonly workspace: Workspace
  /** The default view of an open dataset; the empty view for any other. */
  defaultsFor(id: string): View
  /**
   * Opens the dataset that a link names and reads the link; for a name that the catalogue lacks the default one, with a notice.
   * Rejects with a Failure; nothing open is lost.
   */
  openLink(search: string, signal?: AbortSignal): Promise<ViewState>
  /** The state of a link whose dataset is open; null when it is not. */
  readLink(search: string): ViewState | null
}

/** Reads the configuration, the catalogue and the provinces. The engine starts with the first dataset. */
export async function startAtlas(onEngine: (loaded: number, total: number | null) => void): Promise<Started> {
  const at = (path: string) => new URL(path, document.baseURI).href
  const { config, problems: configProblems } = await readConfig((url) => fetchBytes(url), at('config.json'))
  const published = await readCatalog((url, signal) => fetchBytes(url, signal), at('datasets/catalog.json'))
  const catalog = offeredCatalog(published, config.simulatedData)
  const bytesOf = (url: string, signal?: AbortSignal) => fetchPacked(url, signal)
  const territories = await readReference(bytesOf, catalog)
  const workspace = createWorkspace({
    catalog,
    territories,
    fetchBytes: bytesOf,
    startEngine: () => startEngine({ onProgress: onEngine }),
  })
  const empty: View = { ...EMPTY_VIEW, language: config.defaultLanguage }

  const defaultsFor = (id: string): View => {
    const opened = workspace.opened(id)
    return opened ? { ...defaultViewOf(opened.dataset), language: config.defaultLanguage } : empty
  }
  const isOffered = (id: string) => catalog.datasets.some((dataset) => dataset.id === id)
  const defaultId = isOffered(config.defaultDataset) ? config.defaultDataset : catalog.defaultId
  const idOf = (search: string) => {
    const asked = fromSearch(search, empty).view.dataset
    return isOffered(asked) ? asked : defaultId
  }
  const read = (search: string, id: string): ViewState | null => {
    const opened = workspace.opened(id)
    if (!opened) return null
    const { view, rest, notices } = fromSearch(search, defaultsFor(id))
    const resolved = resolveView(view, opened.dataset, CHART_IDS)
    return { view: resolved.view, rest, notices: [...notices, ...resolved.notices] }
  }
  return {
    config,
    configProblems,
    catalog,
    workspace,
    defaultsFor,
    openLink: async (search, signal) => {
      const id = idOf(search)
      await workspace.open(id, signal)
      return read(search, id) as ViewState
    },
    readLink: (search) => read(search, idOf(search)),
  }
}

const CHART_IDS = CHART_TYPES.map((chart) => chart.id)
