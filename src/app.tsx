import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { wordsOf } from './locale/words.ts'
import { EMPTY_VIEW, type View } from './model/view.ts'
import { type Started, startAtlas } from './start.ts'
import { bindUrl } from './state/bind-url.ts'
import { EMBED_KEYS, isEmbedded } from './state/embed-protocol.ts'
import { fromSearch, toSearch } from './state/url.ts'
import { createViewStore, type ViewStore } from './state/view-store.ts'
import { AtlasPage } from './ui/atlas-page.tsx'
import { FailurePanel } from './ui/failure-panel.tsx'
import { FailedStart, OpeningScreen } from './ui/opening-screen.tsx'
import { useDark } from './ui/use-dark.ts'
import { useView } from './ui/use-view.ts'

/** Opens the link of the address, then shows its page; a link that fails later leaves the page as it is and says so. */
export function App() {
  const [percent, setPercent] = useState<number | null>(null)
  const starting = useRef<Promise<Started> | null>(null)
  const { mutate, data, error } = useMutation({
    mutationFn: async (search: string): Promise<Page> => {
      // The promise is kept, not its result: two calls at once must not start two engines.
      starting.current ??= startAtlas((loaded, total) => setPercent(total ? Math.round((100 * loaded) / total) : null))
      const started = await starting.current.catch((failure: unknown) => {
        starting.current = null
        throw failure
      })
      return { started, store: createViewStore(await started.openLink(search)) }
    },
  })
  useEffect(() => mutate(window.location.search), [mutate])

  if (data) return <OpenPage started={data.started} store={data.store} />
  return <BeforeOpen error={error} percent={percent} retry={() => mutate(window.location.search)} />
}

interface BeforeOpenProps {
  readonly error: unknown
  readonly percent: number | null
  retry(): void
}

/** What is on screen before any dataset is open, in the language and the theme that the link asks for. */
function BeforeOpen({ error, percent, retry }: BeforeOpenProps) {
  const { language, theme } = fromSearch(window.location.search, EMPTY_VIEW).view
  const words = wordsOf(language)
  useDark(theme)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  if (error) {
    return (
      <FailedStart words={words}>
        <FailurePanel error={error} words={words} keeps={false} onRetry={retry} />
      </FailedStart>
    )
  }
  return <OpeningScreen words={words} percent={percent} onCancel={null} />
}

interface Page {
  readonly started: Started
  readonly store: ViewStore
}

/** A link whose dataset has to be opened first; `chosen` by a control, or else gone to by the address. */
interface LinkToOpen {
  readonly search: string
  readonly chosen: boolean
}

function OpenPage({ store, started }: Page) {
  const { view, rest } = useView(store)
  const { workspace, defaultsFor, readLink, openLink, catalog, config, configProblems } = started
  const { mutate, reset, error, variables } = useMutation({ mutationFn: ({ search }: LinkToOpen) => openLink(search) })
  const goTo = useCallback(
    (link: LinkToOpen) =>
      // A callback of this call: of two links opened at once only the last one is shown.
      mutate(link, { onSuccess: (state) => (link.chosen ? choose(store, state.view) : store.open(state)) }),
    [mutate, store],
  )
  useEffect(
    () =>
      bindUrl({
        store,
        window,
        defaultsFor,
        read: (search) => {
          const state = readLink(search)
          if (!state) goTo({ search, chosen: false })
          return state ?? store.getState()
        },
      }),
    [store, defaultsFor, readLink, goTo],
  )
  const opened = workspace.opened(view.dataset)
  if (!opened) return null
  const banner = error ? (
    <FailurePanel
      error={error}
      words={wordsOf(view.language)}
      keeps
      onRetry={() => variables && goTo(variables)}
      onClose={reset}
    />
  ) : null
  return (
    <AtlasPage
      store={store}
      workspace={workspace}
      opened={opened}
      config={config}
      configProblems={configProblems}
      datasets={catalog.datasets}
      linkOf={() =>
        new URL(
          toSearch(
            view,
            defaultsFor(view.dataset),
            rest.filter(([key]) => !EMBED_KEYS.includes(key)),
            'send',
          ),
          window.location.href,
        ).href
      }
      banner={banner}
      embedded={isEmbedded(window.location.search)}
      onDataset={(id) => goTo({ search: `?d=${encodeURIComponent(id)}&lang=${view.language}&theme=${view.theme}`, chosen: true })}
      onReset={() =>
        store.setView(
          { ...defaultsFor(view.dataset), dataset: view.dataset, language: view.language, theme: view.theme },
          { push: true },
        )
      }
    />
  )
}

/** Takes over another dataset's view as a control does, so that the address follows; notices were about the old link. */
function choose(store: ViewStore, view: View): void {
  store.dismissNotices()
  store.setView(view)
}
