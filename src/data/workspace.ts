import { datasetKey, keyOf, LOCAL_DATASET } from '../model/dataset.ts'
import { Failure, type FailureCode } from '../model/failure.ts'
import type { ResultSet } from '../model/result-set.ts'
import { type Catalog, type ObservationsFormat, readPackage } from './catalog.ts'
import type { Database } from './database.ts'
import { type Dictionary, readDictionary } from './dictionary.ts'
import type { DataFormat } from './formats/data-format.ts'
import { formatOf } from './formats/index.ts'
import { checkColumns, heldIn, loadRows } from './load-rows.ts'
import { loadLocal } from './local-dataset.ts'
import type { LocalFile } from './local-file.ts'
import type { OpenDataset } from './open-dataset.ts'
import type { FetchBytes } from './package-folder.ts'
import { type OpenProgress, type RefusedFile, readFiles } from './read-files.ts'
import type { Reference } from './reference-rows.ts'

/** What became of files that were opened together; `opened` is null where none of them could be. */
export interface FilesOutcome {
  readonly opened: OpenDataset | null
  readonly refused: readonly RefusedFile[]
}

/**
 * The open datasets and the engine behind them; `key` is the `datasetKey` of one. After the engine stopped, a question
 * starts a new one, loads again what it is about and is asked once more.
 */
export interface Workspace {
  /** Rejects with a Failure; what was open before stays open. Files of the reader's own machine are opened by `openFiles`. */
  open(key: string, signal?: AbortSignal): Promise<OpenDataset>
  /** Makes one dataset of all files. Rejects with a Failure that is not about one file. */
  openFiles(
    files: readonly LocalFile[],
    options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: OpenProgress) => void },
  ): Promise<FilesOutcome>
  /** A dataset that has been opened; undefined before that. */
  opened(key: string): OpenDataset | undefined
  /** The datasets made of files, in the order of opening. */
  localOnes(): readonly OpenDataset[]
  /** Asks about one open dataset. */
  ask(key: string, sql: string, signal?: AbortSignal): Promise<ResultSet>
}

export interface WorkspaceParts extends Reference {
  /** The kind of file that observations are read from, where a package has several; left out, the one that comes faster. */
  readonly format?: ObservationsFormat
  /** Kinds of files that can be read; by default all. */
  readonly formats?: readonly DataFormat[]
  readonly catalog: Catalog
  readonly fetchBytes: FetchBytes
  readonly startEngine: () => Promise<Database>
}

export function createWorkspace(parts: WorkspaceParts): Workspace {
  const known = new Map<string, OpenDataset>()
  const ownFiles = new Map<string, readonly LocalFile[]>()
  const words = keptOnce((signal?: AbortSignal) => readDictionary(signal ? { ...parts, signal } : parts))
  let engine: Promise<Database> | null = null
  let loading = new Map<string, Promise<OpenDataset>>()

  const drop = (stopped: Promise<Database>) => {
    if (engine !== stopped) return
    engine = null
    loading = new Map()
  }

  const use = async <T>(used: Promise<Database>, work: (database: Database) => Promise<T>): Promise<T> => {
    const database = await used.catch((error: unknown) => {
      drop(used)
      throw error
    })
    return work(database).catch((error: unknown) => {
      if (error instanceof Failure && error.code === 'engine-stopped') drop(used)
      throw error
    })
  }

  /** One engine for all of it: the one that runs when it is first used, or a new one. */
  const oneEngine = (): InEngine => {
    let used: Promise<Database> | null = null
    return (work) => {
      used ??= engine ??= parts.startEngine()
      return use(used, work)
    }
  }

  /** Once per key and engine, however often it is asked for meanwhile. */
  const loadOnce = (key: string, load: (inEngine: InEngine) => Promise<OpenDataset>): Promise<OpenDataset> => {
    const running = loading.get(key)
    if (running) return running
    const before = known.get(key)
    const started = load(oneEngine()).then((loaded) => {
      known.set(key, loaded)
      // What is on screen was asked of other numbers.
      if (before && before.dataset.schema !== loaded.dataset.schema) throw new Failure('dataset-changed', { names: [key] })
      return loaded
    })
    const round = loading
    round.set(key, started)
    started.catch(() => round.delete(key))
    return started
  }

  const openOnce = (key: string, signal?: AbortSignal): Promise<OpenDataset> => {
    const load = async (inEngine: InEngine) => {
      const files = ownFiles.get(key)
      if (files) return inEngine((database) => loadAgain(key, files, parts, words, database, signal))
      if (key.startsWith(`${LOCAL_DATASET}/`)) throw new Failure('local-file-needed', { names: [key] })
      return loadPackage(key, parts, inEngine, signal)
    }
    return unlessOthersCancel(() => loadOnce(key, load), signal)
  }

  return {
    open: (key, signal) => twice(() => openOnce(key, signal), signal),
    openFiles: (files, { signal, onProgress } = {}) =>
      twice(async () => {
        const { formats, territories, denominators } = parts
        const { ingests, accepted, refused, mark } = await readFiles(files, { formats, signal, onProgress })
        if (ingests.length === 0) return { opened: null, refused }
        const size = files.reduce((sum, file) => sum + file.size, 0)
        onProgress?.({ step: 'loading', loaded: size, size })
        const key = datasetKey({ dataset: LOCAL_DATASET, localFile: mark })
        const names = ingests.map(({ fileName }) => fileName).join('/')
        // The same content under another name is read anew, to stand under the name that was just chosen.
        if (known.has(key) && known.get(key)?.files.join('/') !== names) loading.delete(key)
        const opened = await unlessOthersCancel(async () => {
          const dictionary = await words(signal)
          return loadOnce(key, (inEngine) =>
            inEngine((database) => loadLocal({ ingests, mark, dictionary, territories, denominators }, database, signal)),
          )
        }, signal)
        if (signal?.aborted) throw new Failure('query-cancelled')
        ownFiles.set(key, accepted)
        return { opened, refused }
      }, signal),
    opened: (key) => known.get(key),
    localOnes: () => [...ownFiles.keys()].map((key) => known.get(key)).filter((one) => one !== undefined),
    ask: async (key, sql, signal) => {
      const ask = async () => {
        await openOnce(key)
        return oneEngine()((database) => database.query(sql, signal))
      }
      return twice(ask, signal)
    },
  }
}

/** Work that found its engine gone is done once more, with a new one; not for ever, for it may be what ended the engine. */
function twice<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  return work().catch((error: unknown) => {
    if (error instanceof Failure && error.code === 'engine-stopped' && !signal?.aborted) return work()
    throw error
  })
}

/** Does work in the engine, which is started for it where none runs. */
type InEngine = <T>(work: (database: Database) => Promise<T>) => Promise<T>

async function loadPackage(id: string, parts: WorkspaceParts, inEngine: InEngine, signal?: AbortSignal): Promise<OpenDataset> {
  // The engine starts while the package is read. Why it does not is told when its turn comes.
  inEngine(async () => undefined).catch(() => undefined)
  const load = async (format: ObservationsFormat | undefined) => {
    const { meta, observations } = await readPackage(id, { ...parts, format, ...(signal ? { signal } : {}) })
    const { fileName, bytes } = observations
    const ingest = await formatOf(fileName, bytes, parts.formats).read(fileName, bytes, signal)
    checkColumns(ingest)
    const report = await inEngine((database) => loadRows(meta, [ingest], database, { signal }))
    const { years, latestDay, rhythms, seams } = report
    const { blankLines } = ingest
    return {
      dataset: { ...meta, years, latestDay, rhythms, seams },
      files: [fileName],
      report,
      held: heldIn([ingest]),
      blankLines,
    }
  }
  return load(parts.format).catch((first: unknown) => {
    // The same rows stand in the CSV file; of a package without Parquet it was the CSV file that failed.
    if (parts.format !== undefined || !(first instanceof Failure) || !isAboutParquet(first)) throw first
    return load('csv').catch((second: unknown) => {
      // A large package may come without it: then the Parquet file is what has to be mended.
      throw second instanceof Failure && isNoCsv(second) ? first : second
    })
  })
}

function isAboutParquet({ code, detail }: Failure): boolean {
  return code.startsWith('parquet-') || /\.parquet(?:\.bin)?$/.test(detail.file ?? '')
}

function isNoCsv({ code, detail }: Failure): boolean {
  return NOT_FETCHED.includes(code) && /\.csv$/.test(detail.file ?? '')
}

const NOT_FETCHED: readonly FailureCode[] = [
  ...(['http-status', 'http-unreachable', 'body-incomplete'] as const),
  // What servers send in the place of a file that they do not have.
  ...(['file-html', 'file-json', 'file-empty'] as const),
]

/** For a new engine: the files as they are on the disk now, which must be what they were. */
async function loadAgain(
  key: string,
  files: readonly LocalFile[],
  parts: WorkspaceParts,
  words: (signal?: AbortSignal) => Promise<Dictionary>,
  database: Database,
  signal?: AbortSignal,
): Promise<OpenDataset> {
  const { ingests, refused, mark } = await readFiles(files, { formats: parts.formats, signal })
  const [first] = refused
  if (first) throw first.failure
  if (keyOf({ id: LOCAL_DATASET, localFile: mark }) !== key) {
    throw new Failure('local-file-changed', { names: files.map(({ name }) => name) })
  }
  const dictionary = await words(signal)
  const { territories, denominators } = parts
  return loadLocal({ ingests, mark, dictionary, territories, denominators }, database, signal)
}

/** Work that is shared ends for all when the one who began it cancels: whoever still wants it begins it again. */
async function unlessOthersCancel<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  return work().catch((error: unknown) => {
    const others = error instanceof Failure && error.code === 'query-cancelled' && !signal?.aborted
    if (others) return work()
    throw error
  })
}

/** What was read stays; what failed is read anew. */
function keptOnce<T>(read: (signal?: AbortSignal) => Promise<T>): (signal?: AbortSignal) => Promise<T> {
  let kept: Promise<T> | null = null
  return (signal) => {
    const asked = kept ?? read(signal)
    kept = asked
    asked.catch(() => {
      if (kept === asked) kept = null
    })
    return asked
  }
}
