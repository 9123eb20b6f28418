import { Fragment, useMemo } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import type { ChartType } from '../../charts/chart-type.ts'
import { CHART_TYPES } from '../../charts/index.ts'
import { headlineSentence } from '../../charts/words/headline-sentence.ts'
import { showsDense, spokenOf } from '../../charts/words/spoken-of.ts'
import type { TerritoryKey } from '../../model/territory.ts'
import { heldTime } from '../../query/held-time.ts'
import type { Answer } from '../../query/view-answer.ts'
import { identityKey } from '../answer/identity-key.ts'
import type { Room } from '../answer/room.ts'
import { type Answered, useAnswer } from '../answer/use-answer.ts'
import { ChartCard } from '../chart/chart-card.tsx'
import { shownIndicators } from '../filters/indicator-choices.ts'
import { FailurePanel } from '../page/failure-panel.tsx'
import { TakeAlong } from '../take/take-along.tsx'
import { DensePictures } from './dense-pictures.tsx'
import { EmptyTime } from './empty-time.tsx'
import { Headline } from './headline.tsx'
import { MyPlace } from './my-place.tsx'
import { OutlierList } from './outlier-list.tsx'
import styles from './overview-screen.module.css'
import { StretchOffer } from './stretch-offer.tsx'

/** Headline, then the pictures that the data allow (or that the link names). */
export function OverviewScreen({ room, home }: { readonly room: Room; readonly home: TerritoryKey | null }) {
  const { view, dataset, workspace, words, language } = room
  const { answered, waiting, error, retry } = useAnswer(workspace, dataset, view)
  const sentence = useMemo(
    () => (answered ? headlineSentence({ ...spokenOf(answered), words, language }) : null),
    [answered, words, language],
  )
  // Everything about the picture is said of the view that it answers, which is not always the one chosen last.
  const shown = useMemo(
    (): Room | null => (answered ? { ...room, view: answered.view, dataset: answered.dataset } : null),
    [answered, room],
  )
  const held = answered && answered.answer.figures.length === 0 ? heldTime(answered.view, answered.dataset) : null
  return (
    <div className={styles.screen} aria-busy={waiting} data-waiting={waiting}>
      {Boolean(error) && <FailurePanel error={error} words={words} keeps={answered !== undefined} onRetry={retry} />}
      {!answered && waiting && <p role="status">{words.chrome.asking}</p>}
      {answered &&
        shown &&
        sentence &&
        (held ? (
          <EmptyTime room={shown} held={held}>
            <Charts room={shown} answered={answered} />
          </EmptyTime>
        ) : (
          <>
            <Headline room={shown} sentence={sentence} />
            {sentence.stretch && <StretchOffer room={shown} stretch={sentence.stretch} />}
            <Fragment key={identityKey(answered.answer)}>
              {showsDense(answered) && <OutlierList room={shown} answered={spokenOf(answered)} />}
              <TakeAlong room={shown} answered={spokenOf(answered)} sentence={sentence} />
              {answered.answer.figures.length === 0 && answered.answer.otherTime.length === 0 && (
                <p className={styles.empty}>
                  <strong>{words.chrome.emptyTitle}.</strong> {words.chrome.emptyText}
                </p>
              )}
              <MyPlace room={shown} answered={answered} home={home} />
              {showsDense(answered) ? (
                <DensePictures room={shown} answered={answered} title={shownIndicators(shown)} />
              ) : (
                <Charts room={shown} answered={answered} />
              )}
            </Fragment>
          </>
        ))}
    </div>
  )
}

function Charts({ room, answered }: { readonly room: Room; readonly answered: Answered }) {
  return shownCharts(answered.answer, room).map((chart) => (
    <ErrorBoundary
      key={chart.id}
      resetKeys={[answered]}
      fallbackRender={({ error, resetErrorBoundary }) => (
        <FailurePanel error={error} words={room.words} keeps onRetry={resetErrorBoundary} />
      )}
    >
      <ChartCard room={room} chart={chart} answered={answered} title={shownIndicators(room)} />
    </ErrorBoundary>
  ))
}

/** The charts that the link names and the view accepts; without a choice, those that the data allow. */
function shownCharts(answer: Answer, { view, dataset }: Room): ChartType[] {
  const accepted = CHART_TYPES.filter((chart) => chart.accepts(view, dataset))
  const chosen = accepted.filter((chart) => view.charts.includes(chart.id))
  return chosen.length > 0 ? chosen : accepted.filter((chart) => chart.suits(answer, view, dataset))
}
