import { CHART_TYPES } from './charts/index.ts'
import { type Catalog, offeredCatalog, readCatalog, readReference } from './data/catalog.ts'
import { type AppConfig, readConfig } from './data/config.ts'
import { startEngine } from './data/duckdb.ts'
import { fetchBytes } from './data/fetch-bytes.ts'
import { fetchPacked } from './data/fetch-packed.ts'
import type { LocalFile } from './data/local-file.ts'
import type { OpenProgress } from './data/read-files.ts'
import { createWorkspace, type FilesOutcome, type Workspace } from './data/workspace.ts'
import { datasetKey, keyOf, LOCAL_DATASET } from './model/dataset.ts'
import { Failure } from './model/failure.ts'
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
  /** The default view of an open dataset, by its `datasetKey`; the empty view for any other. */
  defaultsFor(key: string): View
  /**
   * Opens the dataset that a link names and reads the link; for a name that the catalogue lacks the default one, with a notice.
   * Rejects with a Failure, `local-file-needed` where the link is about a file that is not open here; nothing open is lost.
   */
  openLink(search: string, signal?: AbortSignal): Promise<ViewState>
  /**
   * Makes one dataset of files. `state` is what to show: the view of the link `search` where that asks for a file, else what the
   * dataset opens with, in the language and the theme of `search`; null where no file could be opened. Rejects with a Failure.
   */
  openFiles(
    files: readonly LocalFile[],
    search: string,
    options: { readonly signal: AbortSignal; readonly onProgress: (progress: OpenProgress) => void },
  ): Promise<{ readonly outcome: FilesOutcome; readonly state: ViewState | null }>
  /** The `datasetKey` of what `openLink` would open. */
  keyFor(search: string): string
  /** The state of a link whose dataset is open; null when it is not. */
  readLink(search: string): ViewState | null
}

/**
 * Reads the configuration, the catalogue and the reference tables. Where `search`, the link that will be opened, is about a dataset of
 * the catalogue, the engine starts beside it; else with the first dataset.
 */
export async function startAtlas(onEngine: (loaded: number, total: number | null) => void, search?: string): Promise<Started> {
  const at = (path: string) => new URL(path, document.baseURI).href
  const { config, problems: configProblems } = await readConfig((url) => fetchBytes(url), at('config.json'))
  const engineOptions = {
    onProgress: onEngine,
    ...(config.memoryLimitMB === null ? {} : { memoryLimit: `${config.memoryLimitMB}MB` }),
  }
  const isNeeded = search !== undefined && fromSearch(search, EMPTY_VIEW).view.dataset !== LOCAL_DATASET
  let first = isNeeded ? startEngine(engineOptions) : null
  // Who asks for it first is told why it did not start; where there is nothing to ask, it ends.
  const ended = first?.catch(() => null)
  const withoutEngine = (failure: unknown) => {
    void ended?.then((database) => database?.close())
    throw failure
  }
  const published = await readCatalog((url, signal) => fetchBytes(url, signal), at('datasets/catalog.json')).catch(withoutEngine)
  const catalog = offeredCatalog(published, config.simulatedData)
  const bytesOf = (url: string, signal?: AbortSignal) => fetchPacked(url, signal)
  const reference = await readReference(bytesOf, catalog).catch(withoutEngine)
  const workspace = createWorkspace({
    // Also where no simulated data are offered, a file of them has to be known as simulated.
    catalog: published,
    ...reference,
    fetchBytes: bytesOf,
    startEngine: () => {
      const started = first ?? startEngine(engineOptions)
      first = null
      return started
    },
  })
  const empty: View = { ...EMPTY_VIEW, language: config.defaultLanguage }

  const defaultsFor = (key: string): View => {
    const opened = workspace.opened(key)
    return opened ? { ...defaultViewOf(opened.dataset), language: config.defaultLanguage } : empty
  }
  const isOffered = (id: string) => catalog.datasets.some((dataset) => dataset.id === id)
  const defaultId = isOffered(config.defaultDataset) ? config.defaultDataset : catalog.defaultId
  const keyFor = (search: string) => {
    const { view } = fromSearch(search, empty)
    return isOffered(view.dataset) || view.dataset === LOCAL_DATASET ? datasetKey(view) : defaultId
  }
  const read = (search: string, key: string): ViewState | null => {
    const opened = workspace.opened(key)
    if (!opened) return null
    const { view, rest, notices } = fromSearch(search, defaultsFor(key))
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
      const key = keyFor(search)
      if (isLocal(key) && !workspace.opened(key)) throw new Failure('local-file-needed', { names: [key] })
      await workspace.open(key, signal)
      return read(search, key) as ViewState
    },
    openFiles: async (files, search, options) => {
      const outcome = await workspace.openFiles(files, options)
      if (!outcome.opened) return { outcome, state: null }
      const key = keyOf(outcome.opened.dataset)
      const asked = keyFor(search)
      // A link to a file that is not open asks for this one; whatever else is on screen is left for it.
      if (isLocal(asked) && !workspace.opened(asked)) return { outcome, state: read(search, key) }
      if (asked === key) return { outcome, state: read(search, key) }
      const { language, theme } = fromSearch(search, empty).view
      return { outcome, state: { view: { ...defaultsFor(key), language, theme }, rest: [], notices: [] } }
    },
    keyFor,
    readLink: (search) => read(search, keyFor(search)),
  }
}

function isLocal(key: string): boolean {
  return key === LOCAL_DATASET || key.startsWith(`${LOCAL_DATASET}/`)
}

const CHART_IDS = CHART_TYPES.map((chart) => chart.id)
