import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { AppConfig } from '../../data/config.ts'
import { readContact } from '../../data/contact.ts'
import type { OpenDataset } from '../../data/open-dataset.ts'
import type { Workspace } from '../../data/workspace.ts'
import { printDay } from '../../locale/print-period.ts'
import { wordsOf } from '../../locale/words.ts'
import type { Bilingual } from '../../model/bilingual.ts'
import { type Dataset, keyOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { namesByList } from '../../model/rules/names-by-list.ts'
import type { ViewStore } from '../../state/view-store.ts'
import type { Room } from '../answer/room.ts'
import { timeLabel } from '../answer/time-label.ts'
import { useHome } from '../answer/use-home.ts'
import { useView } from '../answer/use-view.ts'
import { CompareScreen } from '../compare/compare-screen.tsx'
import { DropCatcher } from '../files/drop-catcher.tsx'
import { FilesStrip } from '../files/files-strip.tsx'
import type { OpeningFiles } from '../files/use-open-files.ts'
import { FilterBar } from '../filters/filter-bar.tsx'
import { focusSearch } from '../filters/focus-search.ts'
import { PlainChoice } from '../filters/plain-choice.tsx'
import { GroundsPanel } from '../grounds/grounds-panel.tsx'
import { OverviewScreen } from '../overview/overview-screen.tsx'
import { PlaceScreen } from '../place/place-screen.tsx'
import { QualityScreen } from '../quality/quality-screen.tsx'
import { NothingKept } from '../rows/nothing-kept.tsx'
import { RowsScreen } from '../rows/rows-screen.tsx'
import styles from './atlas-page.module.css'
import { HelpDialog } from './help-dialog.tsx'
import { NoticeStrip } from './notice-strip.tsx'
import { PageHeader } from './page-header.tsx'
import { PrintHead } from './print-head.tsx'
import { TabBar } from './tab-bar.tsx'
import { useDark } from './use-dark.ts'
import { useEmbedHeight } from './use-embed-height.ts'
import { useShortcuts } from './use-shortcuts.ts'

interface AtlasPageProps {
  readonly store: ViewStore
  readonly workspace: Workspace
  readonly opened: OpenDataset
  readonly config: AppConfig
  readonly configProblems: readonly string[]
  /** What can be chosen, by `datasetKey`. */
  readonly datasets: readonly { readonly id: string; readonly title: Bilingual }[]
  readonly opening: OpeningFiles
  readonly linkOf: () => string
  /** What is said above everything: a dataset that could not be opened. */
  readonly banner: ReactNode
  /** In a frame of another page: the view without the page around it. */
  readonly embedded: boolean
  onDataset(id: string): void
  onReset(): void
}

/** The page around the screens. */
export function AtlasPage({
  store,
  workspace,
  opened,
  config,
  configProblems,
  datasets,
  opening,
  linkOf,
  banner,
  embedded,
  onDataset,
  onReset,
}: AtlasPageProps) {
  const { view, notices } = useView(store)
  const { language } = view
  const words = wordsOf(language)
  const dark = useDark(view.theme)
  const [asked, setAsked] = useState<Asked | null>(null)
  const dataset = namesByList(opened.dataset, view.units)
  const latestLink = useRef(linkOf)
  latestLink.current = linkOf
  const room = useMemo(
    (): Room => ({
      ...{ view, dataset, workspace, words, language, dark, setView: store.setView },
      // The link is that of the moment in which it is asked for.
      linkOf: () => latestLink.current(),
      classification: config.classificationLine[language],
      contact: readContact(config, document.baseURI),
      openGrounds: (figure, shown) => setAsked({ figure, view: shown.view, dataset: shown.dataset }),
    }),
    [view, dataset, workspace, words, language, dark, store, config],
  )
  useEffect(() => {
    document.documentElement.lang = language
    document.title = `${dataset.title[language]} – ${config.title[language]}`
  }, [language, dataset, config])
  const content = useRef<HTMLDivElement>(null)
  useEmbedHeight(content, embedded)
  const home = useHome(config.homeTerritory, embedded)
  const [needsHelp, setNeedsHelp] = useState(false)
  useShortcuts({
    content,
    embedded,
    run: (action) => {
      if (action === 'help') setNeedsHelp(true)
      else if (action !== 'search') store.setView({ tab: action })
      else if (content.current) focusSearch(content.current)
    },
  })
  // There is nothing to choose from and nothing to draw.
  const isEmpty = dataset.localFile !== null && opened.report.kept === 0
  const datasetPicker = (
    <PlainChoice
      label={words.chrome.dataset}
      choices={datasets.map(({ id, title }) => ({ value: id, label: title[language] }))}
      chosen={keyOf(dataset)}
      onChoose={onDataset}
    />
  )
  return (
    <div ref={content} className={styles.page} data-embedded={embedded}>
      <PrintHead room={room} />
      {!embedded && (
        <>
          <a className={styles.skip} href="#main">
            {words.chrome.skip}
          </a>
          <DropCatcher words={words} onFiles={opening.open} />
        </>
      )}
      <header className={styles.top}>
        {!embedded && (
          <PageHeader
            room={room}
            title={config.title}
            datasetPicker={datasetPicker}
            linkOf={linkOf}
            onFiles={opening.open}
            onHelp={() => setNeedsHelp(true)}
          />
        )}
        {config.classificationLine[language] && <p className={styles.classification}>{config.classificationLine[language]}</p>}
        {dataset.simulated && <p className={styles.simulated}>{words.chrome.simulated}</p>}
        {dataset.localFile !== null && (
          <p className={styles.local}>
            {words.open.showing(opened.files.join(', '))} {!embedded && words.open.linkNote}
          </p>
        )}
        {banner}
        {!embedded && isAbout(opening, dataset) && (
          <FilesStrip opening={opening} words={words} language={language} onShowRejected={() => store.setView({ tab: 'rows' })} />
        )}
        <NoticeStrip notices={notices} words={words} instead={{ t: timeLabel(room) }} onDismiss={store.dismissNotices} />
      </header>
      {!embedded && !isEmpty && (
        <>
          <FilterBar room={room} datasetPicker={datasetPicker} onReset={onReset} />
          <TabBar room={room} />
        </>
      )}
      <main id="main" className={styles.main}>
        {isEmpty && <NothingKept {...{ room, opened, datasetPicker }} onFiles={embedded ? null : opening.open} />}
        {!isEmpty && view.tab === 'overview' && <OverviewScreen room={room} home={home.key} />}
        {!isEmpty && view.tab === 'compare' && <CompareScreen room={room} />}
        {!isEmpty && view.tab === 'place' && <PlaceScreen room={room} home={home} />}
        {!isEmpty && view.tab === 'rows' && <RowsScreen room={room} opened={opened} />}
        {!isEmpty && view.tab === 'quality' && <QualityScreen room={room} opened={opened} />}
      </main>
      {!embedded && (
        <footer className={styles.footer}>
          <p>
            {dataset.description[language]} {words.chrome.report(opened.report.kept, opened.report.read + opened.held.length)}
            {opened.report.rejected + opened.held.length > 0 &&
              `; ${words.chrome.rejected(opened.report.rejected + opened.held.length)}`}
            .{dataset.latestDay && ` ${words.chrome.latestDay(printDay(dataset.latestDay, language))}.`}
          </p>
          <p>{words.chrome.footer}</p>
          {config.contact && <p>{config.contact}</p>}
          {configProblems.length > 0 && <p>{words.chrome.configProblems(configProblems)}</p>}
        </footer>
      )}
      <HelpDialog words={words} language={language} embedded={embedded} open={needsHelp} onClose={() => setNeedsHelp(false)} />
      {asked && (
        <GroundsPanel
          room={{ ...room, view: asked.view, dataset: asked.dataset }}
          figure={asked.figure}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}

/** What became of files is said while their dataset is on screen; what could not be opened, until it was read. */
function isAbout({ progress, outcome }: OpeningFiles, dataset: Dataset): boolean {
  return progress !== null || !outcome?.opened || keyOf(outcome.opened.dataset) === keyOf(dataset)
}

/** A figure whose grounds are open, with what it was an answer to. */
type Asked = { readonly figure: Figure } & Pick<Room, 'view' | 'dataset'>
