import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { wordsOf } from './locale/words.ts'
import type { Language } from './model/bilingual.ts'
import { type Started, startAtlas } from './start.ts'
import { bindUrl } from './state/bind-url.ts'
import { toSearch } from './state/url.ts'
import { createViewStore, type ViewStore } from './state/view-store.ts'
import { AtlasPage } from './ui/atlas-page.tsx'
import { FailurePanel } from './ui/failure-panel.tsx'
import { OpeningScreen } from './ui/opening-screen.tsx'
import { useView } from './ui/use-view.ts'

/** Opens the link of the address, then shows its page; a link that fails later leaves the page as it is and says so. */
export function App() {
  const [percent, setPercent] = useState<number | null>(null)
  const started = useRef<Started | null>(null)
  const [store, setStore] = useState<ViewStore | null>(null)
  const { mutate, ...opening } = useMutation({
    mutationFn: async (search: string) => {
      started.current ??= await startAtlas((loaded, total) => setPercent(total ? Math.round((100 * loaded) / total) : null))
      return started.current.openLink(search)
    },
    onSuccess: (state) => setStore((before) => (before ? (before.open(state), before) : createViewStore(state))),
  })
  useEffect(() => mutate(window.location.search), [mutate])

  const language = languageOf(window.location.search)
  const retry = () => mutate(opening.variables ?? window.location.search)
  if (!store || !started.current) {
    const words = wordsOf(language)
    if (opening.error) return <FailurePanel error={opening.error} words={words} keeps={false} onRetry={retry} />
    return <OpeningScreen words={words} percent={percent} onCancel={null} />
  }
  return (
    <OpenPage
      store={store}
      started={started.current}
      error={opening.error}
      openLink={mutate}
      retry={retry}
      closeError={opening.reset}
    />
  )
}

interface OpenPageProps {
  readonly store: ViewStore
  readonly started: Started
  readonly error: unknown
  openLink(search: string): void
  retry(): void
  closeError(): void
}

function OpenPage({ store, started, error, openLink, retry, closeError }: OpenPageProps) {
  const { view, rest } = useView(store)
  const { workspace, defaultsFor, readLink, catalog, config } = started
  useEffect(
    () =>
      bindUrl({
        store,
        window,
        defaultsFor,
        read: (search) => {
          const state = readLink(search)
          if (!state) openLink(search)
          return state ?? store.getState()
        },
      }),
    [store, defaultsFor, readLink, openLink],
  )
  const opened = workspace.opened(view.dataset)
  if (!opened) return null
  const banner = error ? (
    <FailurePanel error={error} words={wordsOf(view.language)} keeps onRetry={retry} onClose={closeError} />
  ) : null
  return (
    <AtlasPage
      store={store}
      workspace={workspace}
      opened={opened}
      config={config}
      datasets={catalog.datasets}
      linkOf={() => new URL(toSearch(view, defaultsFor(view.dataset), rest, 'send'), window.location.href).href}
      banner={banner}
      onDataset={(id) => openLink(`?d=${encodeURIComponent(id)}&lang=${view.language}`)}
      onReset={() =>
        store.setView(
          { ...defaultsFor(view.dataset), dataset: view.dataset, language: view.language, theme: view.theme },
          { push: true },
        )
      }
    />
  )
}

/** The language of a link before anything is read. */
function languageOf(search: string): Language {
  return new URLSearchParams(search).get('lang') === 'en' ? 'en' : 'vi'
}
