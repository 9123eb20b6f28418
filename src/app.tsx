import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { FilesOutcome } from './data/workspace.ts'
import { wordsOf } from './locale/words.ts'
import { datasetKey, keyOf } from './model/dataset.ts'
import { Failure } from './model/failure.ts'
import { EMPTY_VIEW, type View } from './model/view.ts'
import { type Started, startAtlas } from './start.ts'
import { bindUrl } from './state/bind-url.ts'
import { EMBED_KEYS, isEmbedded } from './state/embed-protocol.ts'
import { fromSearch, toSearch } from './state/url.ts'
import { createViewStore, type ViewStore } from './state/view-store.ts'
import { useView } from './ui/answer/use-view.ts'
import { AskFileScreen } from './ui/files/ask-file-screen.tsx'
import { type RunOpenFiles, useOpenFiles } from './ui/files/use-open-files.ts'
import { AtlasPage } from './ui/page/atlas-page.tsx'
import { FailurePanel } from './ui/page/failure-panel.tsx'
import { FailedStart, OpeningScreen } from './ui/page/opening-screen.tsx'
import { OpeningStrip } from './ui/page/opening-strip.tsx'
import { useDark } from './ui/page/use-dark.ts'
import { useEmbedHeight } from './ui/page/use-embed-height.ts'

/** Opens the link of the address, then shows its page; a link that fails later leaves the page as it is and says so. */
export function App() {
  const [percent, setPercent] = useState<number | null>(null)
  const [page, setPage] = useState<Page | null>(null)
  const starting = useRef<Promise<Started> | null>(null)
  const start = useCallback((): Promise<Started> => {
    // The promise is kept, not its result: two calls at once must not start two engines.
    starting.current ??= startAtlas(
      (loaded, total) => setPercent(total ? Math.round((100 * loaded) / total) : null),
      window.location.search,
    )
    return starting.current.catch((failure: unknown) => {
      starting.current = null
      throw failure
    })
  }, [])
  const { mutate, error } = useMutation({
    mutationFn: async (search: string): Promise<Page> => {
      const started = await start()
      return { started, store: createViewStore(await started.openLink(search)), outcome: null }
    },
    onSuccess: setPage,
  })
  const openFiles: RunOpenFiles = useCallback(
    async (files, options) => {
      const started = await start()
      const { outcome, state } = await started.openFiles(files, window.location.search, options)
      if (state) {
        // Another file than the link is about has a link of its own: a reload asks for what is on screen.
        const asked = fromSearch(window.location.search, EMPTY_VIEW).view.localFile
        if (asked !== state.view.localFile)
          rewriteAddress(toSearch(state.view, started.defaultsFor(datasetKey(state.view)), state.rest, 'address'))
        setPage({ started, store: createViewStore(state), outcome })
      }
      return outcome
    },
    [start],
  )
  useEffect(() => mutate(window.location.search), [mutate])

  // The address says so too, that a reload does not ask for the file again.
  const showDatasets = () => {
    rewriteAddress('')
    mutate('')
  }
  if (page) return <OpenPage {...page} />
  const asksFile = error instanceof Failure && error.code === 'local-file-needed'
  if (asksFile) return <AskFile run={openFiles} onOther={showDatasets} />
  return <BeforeOpen error={error} percent={percent} retry={() => mutate(window.location.search)} />
}

function rewriteAddress(search: string): void {
  try {
    window.history.replaceState(null, '', `${window.location.pathname}${search}`)
  } catch {
    // A frame without an origin refuses; then only a reload knows no better.
  }
}

/** A link about a file of the reader's own machine. */
function AskFile({ run, onOther }: { readonly run: RunOpenFiles; onOther(): void }) {
  const opening = useOpenFiles(run)
  const view = useLinkView()
  const embedded = isEmbedded(window.location.search)
  return (
    <Framed>
      <AskFileScreen words={wordsOf(view.language)} view={view} opening={opening} onOther={embedded ? null : onOther} />
    </Framed>
  )
}

/** In a frame of another page, what stands before a dataset is open tells its height too. */
function Framed({ children }: { readonly children: ReactNode }) {
  const content = useRef<HTMLDivElement>(null)
  useEmbedHeight(content, isEmbedded(window.location.search))
  return <div ref={content}>{children}</div>
}

/** What the address says before any dataset is open; the page is in its language and its theme. */
function useLinkView(): View {
  const { view } = fromSearch(window.location.search, EMPTY_VIEW)
  useDark(view.theme)
  useEffect(() => {
    document.documentElement.lang = view.language
  }, [view.language])
  return view
}

interface BeforeOpenProps {
  readonly error: unknown
  readonly percent: number | null
  retry(): void
}

/** What is on screen before any dataset is open, in the language and the theme that the link asks for. */
function BeforeOpen({ error, percent, retry }: BeforeOpenProps) {
  const { language } = useLinkView()
  const words = wordsOf(language)
  if (error) {
    return (
      <Framed>
        <FailedStart words={words}>
          <FailurePanel error={error} words={words} keeps={false} onRetry={retry} />
        </FailedStart>
      </Framed>
    )
  }
  return <OpeningScreen words={words} percent={percent} onCancel={null} />
}

interface Page {
  readonly started: Started
  readonly store: ViewStore
  /** What became of the files that the page was opened with. */
  readonly outcome: FilesOutcome | null
}

/** A link whose dataset has to be opened first; `chosen` by a control, or else gone to by the address. */
interface LinkToOpen {
  readonly search: string
  readonly chosen: boolean
}

/** Opens one link at a time: the next one ends the one before it, which is never shown. */
function useOpenLink({ store, started: { openLink } }: Pick<Page, 'store' | 'started'>) {
  const running = useRef<AbortController | null>(null)
  const { mutate, reset, error, variables, isPending } = useMutation({
    mutationFn: ({ search, signal }: LinkToOpen & { readonly signal: AbortSignal }) => openLink(search, signal),
  })
  const stop = useCallback(() => {
    running.current?.abort()
    running.current = null
    reset()
  }, [reset])
  const goTo = useCallback(
    (link: LinkToOpen) => {
      running.current?.abort()
      running.current = new AbortController()
      mutate(
        { ...link, signal: running.current.signal },
        // A callback of this call: what was overtaken or stopped calls nobody.
        { onSuccess: (state) => (link.chosen ? choose(store, state.view) : store.open(state)) },
      )
    },
    [mutate, store],
  )
  return { goTo, stop, error, link: variables, isPending }
}

function OpenPage({ store, started, outcome }: Page) {
  const { view, rest } = useView(store)
  const { workspace, defaultsFor, readLink, keyFor, catalog, config, configProblems } = started
  const { goTo, stop, error, link, isPending } = useOpenLink({ store, started })
  useEffect(
    () =>
      bindUrl({
        store,
        window,
        defaultsFor,
        read: (search) => {
          const state = readLink(search)
          if (state) stop()
          else goTo({ search, chosen: false })
          return state ?? store.getState()
        },
      }),
    [store, defaultsFor, readLink, goTo, stop],
  )
  const openFiles: RunOpenFiles = useCallback(
    async (files, options) => {
      const found = await started.openFiles(files, window.location.search, options)
      if (found.state) {
        // A link that could not be followed before: it is now, or something else is looked at.
        stop()
        // What the link asks for and this file is not has to be said.
        if (found.state.notices.length > 0) store.open(found.state)
        else choose(store, found.state.view)
      }
      return found.outcome
    },
    [started, store, stop],
  )
  const opening = useOpenFiles(openFiles, outcome)
  const key = datasetKey(view)
  const opened = workspace.opened(key)
  if (!opened) return null
  const datasets = [
    ...catalog.datasets,
    ...workspace.localOnes().map(({ dataset }) => ({ id: keyOf(dataset), title: dataset.title })),
  ]
  const words = wordsOf(view.language)
  const cancel = () => {
    stop()
    // The reader went to this address: it says again what is on screen.
    if (link && !link.chosen) store.setView({})
  }
  const titleOf = (search: string) => datasets.find(({ id }) => id === keyFor(search))?.title[view.language] ?? ''
  const banner =
    isPending && link ? (
      <OpeningStrip title={titleOf(link.search)} words={words} onCancel={cancel} />
    ) : error ? (
      <FailurePanel error={error} words={words} keeps onRetry={() => link && goTo(link)} onClose={stop} />
    ) : null
  return (
    <AtlasPage
      store={store}
      workspace={workspace}
      opened={opened}
      config={config}
      configProblems={configProblems}
      datasets={datasets}
      opening={opening}
      linkOf={() =>
        new URL(
          toSearch(
            view,
            defaultsFor(key),
            rest.filter(([key]) => !EMBED_KEYS.includes(key)),
            'send',
          ),
          window.location.href,
        ).href
      }
      banner={banner}
      embedded={isEmbedded(window.location.search)}
      onDataset={(id) => {
        if (workspace.opened(id)) {
          stop()
          choose(store, { ...defaultsFor(id), language: view.language, theme: view.theme })
        } else goTo({ search: `?d=${encodeURIComponent(id)}&lang=${view.language}&theme=${view.theme}`, chosen: true })
      }}
      onReset={() => store.setView({ ...defaultsFor(key), language: view.language, theme: view.theme }, { push: true })}
    />
  )
}

/** Takes over another dataset's view as a control does, so that the address follows; notices were about the old link. */
function choose(store: ViewStore, view: View): void {
  store.dismissNotices()
  store.setView(view)
}
