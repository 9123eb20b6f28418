import { Fragment, useMemo } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import type { ChartType } from '../../charts/chart-type.ts'
import { line } from '../../charts/line.ts'
import { matrix } from '../../charts/matrix.ts'
import { reporterName, reportersOf } from '../../charts/parts/reporters.ts'
import { unlikeScales } from '../../charts/parts/unlike-scales.ts'
import { slope } from '../../charts/slope.ts'
import { chosenTerritories, indicatorsOf } from '../../query/view-query.ts'
import { identityKey } from '../answer/identity-key.ts'
import type { Room } from '../answer/room.ts'
import { type Answered, useAnswer } from '../answer/use-answer.ts'
import { ChartCard } from '../chart/chart-card.tsx'
import { shownIndicators } from '../filters/indicator-choices.ts'
import { onlyPlaces, placeName } from '../filters/place-choices.ts'
import { SearchChoice } from '../filters/search-choice.tsx'
import { FailurePanel } from '../page/failure-panel.tsx'
import styles from './compare-screen.module.css'

/** More places than these make lines that nobody tells apart. */
const MOST_PLACES = 8

/** Chosen places side by side: every figure in a matrix, each row its own scale; over time; and between two times. */
export function CompareScreen({ room }: { readonly room: Room }) {
  const { view, dataset, workspace, words } = room
  // A matrix of the overview names its indicators: to the charts an empty choice is the patchwork's.
  const asked = useMemo(
    () => ({ ...view, indicators: view.indicators.length > 0 ? view.indicators : indicatorsOf(view, dataset) }),
    [view, dataset],
  )
  const { answered, waiting, error, retry } = useAnswer(workspace, dataset, asked)
  return (
    <div className={styles.screen} aria-busy={waiting} data-waiting={waiting}>
      <Chooser room={room} />
      {Boolean(error) && <FailurePanel error={error} words={words} keeps={answered !== undefined} onRetry={retry} />}
      {!answered && waiting && <p role="status">{words.chrome.asking}</p>}
      {answered && <Pictures room={room} answered={answered} />}
    </div>
  )
}

function Chooser({ room }: { readonly room: Room }) {
  const { view, dataset, words, setView } = room
  const n = chosenTerritories(view, dataset)?.length ?? 0
  const note = n === 0 ? words.slope.chooseText : n === 1 ? words.slope.one : n > MOST_PLACES ? words.slope.many(n) : ''
  return (
    <div className={styles.chooser}>
      <SearchChoice
        label={words.slope.picker}
        shown={n === 0 ? words.slope.choose : view.territories.map((code) => placeName(code, room)).join(', ')}
        searchLabel={words.chrome.searchPlace}
        emptyText={words.chrome.noPlace}
        groups={onlyPlaces(room)}
        chosen={view.territories}
        multiple
        onChoose={(territories) => setView({ territories })}
      />
      {note && <p className={styles.note}>{note}</p>}
    </div>
  )
}

/** Everything is said of the view that was answered, which is not always the one chosen last. */
function Pictures({ room, answered }: { readonly room: Room; readonly answered: Answered }) {
  const { words, language } = room
  const { view, dataset, answer } = answered
  const shown = useMemo((): Room => ({ ...room, view, dataset }), [room, view, dataset])
  const title = shownIndicators({ ...shown, view: room.view })
  const chosen = chosenTerritories(view, dataset)?.length ?? 0
  const places = reportersOf(view, dataset).map((key) => reporterName(dataset, key, language))
  const scales = unlikeScales(answer.comparability)
  const isOverTime = view.comparison === 'prev' || view.comparison === 'yoy'
  const card = (chart: ChartType, of: Answered, name: string) => (
    <ErrorBoundary
      key={`${chart.id} ${name}`}
      resetKeys={[of]}
      fallbackRender={({ error, resetErrorBoundary }) => (
        <FailurePanel error={error} words={words} keeps onRetry={resetErrorBoundary} />
      )}
    >
      <ChartCard room={{ ...shown, view: of.view }} chart={chart} answered={of} title={name} />
    </ErrorBoundary>
  )
  return (
    <>
      <header className={styles.head} aria-live="polite">
        <h1>
          {chosen > 0 && places.length <= MOST_PLACES
            ? words.slope.finding(places, scales)
            : words.slope.all(places.length, scales)}
        </h1>
        <p>{words.slope.rule}</p>
      </header>
      <Fragment key={identityKey(answer)}>
        {card(matrix, answered, title)}
        {chosen > 1 && (
          <>
            {isOverTime ? card(slope, answered, title) : <p className={styles.note}>{words.slope.askSlope}</p>}
            {chosen <= MOST_PLACES && (line.series?.(view, dataset) ?? null) !== null && card(line, answered, title)}
          </>
        )}
      </Fragment>
    </>
  )
}
