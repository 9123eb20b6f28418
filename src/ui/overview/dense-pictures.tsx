import { useMemo } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import type { ChartType } from '../../charts/chart-type.ts'
import { dots } from '../../charts/dots.ts'
import { line } from '../../charts/line.ts'
import { map } from '../../charts/map.ts'
import { matrix } from '../../charts/matrix.ts'
import { mainAnswer } from '../../charts/parts/density.ts'
import { reporterName, reportersOf } from '../../charts/parts/reporters.ts'
import { steps } from '../../charts/steps.ts'
import { coverageOf } from '../../model/rules/coverage.ts'
import { narrowAnswer } from '../../query/narrow-answer.ts'
import { stateFor } from '../../query/place-state.ts'
import type { Room } from '../answer/room.ts'
import type { Answered } from '../answer/use-answer.ts'
import { ChartCard } from '../chart/chart-card.tsx'
import { CoverageStrip } from '../chart/coverage-strip.tsx'
import { FocusChoice } from '../filters/focus-choice.tsx'
import { SortChoice } from '../filters/sort-choice.tsx'
import { FailurePanel } from '../page/failure-panel.tsx'
import { useNarrow } from '../page/use-narrow.ts'
import styles from './dense-pictures.module.css'
import { DomainCards } from './domain-cards.tsx'
import { OwedList } from './owed-list.tsx'
import { PhoneFold } from './phone-fold.tsx'

/**
 * The dense layout, where many places have comparable numbers: who, beside the map; when; then what. Of several scales that may not
 * be mixed, a matrix, each row by itself.
 */
export function DensePictures({
  room,
  answered,
  title,
}: {
  readonly room: Room
  readonly answered: Answered
  readonly title: string
}) {
  const { answer, view, dataset } = answered
  const isOverview = view.indicators.length === 0
  const isNarrow = useNarrow()
  const main = useMemo(() => mainAnswer(answer, view, dataset), [answer, view, dataset])
  const about = useMemo((): Answered | null => main && { answer: main.answer, view: main.view, dataset }, [main, dataset])
  const code = about?.view.indicators[0]
  const label = dataset.indicators.find((indicator) => indicator.code === code)?.label[room.language] ?? title
  const rest = useMemo(() => restOf(answered, about !== null), [answered, about])
  const hasSteps = steps.accepts(view, dataset) && steps.suits(answer, view, dataset)
  const card = (chart: ChartType, of: Answered, name: string) => (
    <ErrorBoundary
      key={chart.id}
      resetKeys={[of]}
      fallbackRender={({ error, resetErrorBoundary }) => (
        <FailurePanel error={error} words={room.words} keeps onRetry={resetErrorBoundary} />
      )}
    >
      <ChartCard
        room={{ ...room, view: of.view }}
        chart={chart}
        answered={of}
        title={name}
        {...(main && of === about ? { only: main.isMain } : {})}
      />
    </ErrorBoundary>
  )
  // On a phone who has what is read before the four domains at a glance, by eye and by keyboard.
  const glance = isOverview && <DomainCards room={room} answered={answered} />
  return (
    <>
      {!isNarrow && glance}
      {!isOverview && about && <Coverage room={room} answered={about} />}
      {about && (
        <div className={styles.bar}>
          <SortChoice room={room} compared={about.answer.compared} />
          <FocusChoice room={room} />
        </div>
      )}
      {about && (
        <>
          <div className={styles.pair}>
            {card(dots, about, label)}
            <PhoneFold name={`${map.title(room.words)}: ${label}`}>{card(map, about, label)}</PhoneFold>
          </div>
          {(line.series?.(about.view, dataset) ?? null) !== null && card(line, about, label)}
        </>
      )}
      <OwedList room={room} answered={answered} />
      {!isOverview && !about && hasSteps && card(steps, answered, title)}
      {!isOverview && rest && card(matrix, rest, title)}
      {isNarrow && glance}
    </>
  )
}

/** How many of how many, and who has what. */
function Coverage({ room, answered: { answer, view, dataset } }: { readonly room: Room; readonly answered: Answered }) {
  const states = reportersOf(view, dataset).map((key) => ({
    key,
    name: reporterName(dataset, key, room.language),
    state: stateFor(key, answer),
  }))
  return <CoverageStrip coverage={coverageOf(states.map(({ state }) => state))} states={states} words={room.words} room={room} />
}

/** What the view asks for beside its main scale; null where that is all, or one thing only. */
function restOf({ answer, view, dataset }: Answered, hasMain: boolean): Answered | null {
  if (!hasMain) return { answer, view, dataset }
  const narrowed = narrowAnswer(answer, dataset, { has: (figure) => figure.basis === 'part', indicators: null })
  return matrix.suits(narrowed, view, dataset) ? { answer: narrowed, view, dataset } : null
}
