import { useMemo } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import type { ChartType } from '../charts/chart-type.ts'
import { dots } from '../charts/dots.ts'
import { line } from '../charts/line.ts'
import { map } from '../charts/map.ts'
import { matrix } from '../charts/matrix.ts'
import { isOfScale, mainScale } from '../charts/parts/density.ts'
import type { Figure } from '../model/figure.ts'
import { narrowAnswer } from '../query/narrow-answer.ts'
import { ChartCard } from './chart-card.tsx'
import styles from './dense-pictures.module.css'
import { DomainCards } from './domain-cards.tsx'
import { FailurePanel } from './failure-panel.tsx'
import type { Room } from './room.ts'
import type { Answered } from './use-answer.ts'

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
  const main = useMemo(() => mainScale(answer, view, dataset), [answer, view, dataset])
  const about = useMemo((): Answered | null => {
    const head = main?.scale[0]
    if (!main || !head) return null
    return {
      answer: narrowAnswer(answer, dataset, (figure) => isOfScale(figure, main)),
      view: { ...view, indicators: [head.indicator] },
      dataset,
    }
  }, [answer, view, dataset, main])
  const label = about
    ? (dataset.indicators.find(({ code }) => code === about.view.indicators[0])?.label[room.language] ?? title)
    : title
  const rest = useMemo(() => restOf(answered, main?.scale[0] ?? null), [answered, main])
  const card = (chart: ChartType, of: Answered, name: string) => (
    <ErrorBoundary
      key={chart.id}
      resetKeys={[of]}
      fallbackRender={({ error, resetErrorBoundary }) => (
        <FailurePanel error={error} words={room.words} keeps onRetry={resetErrorBoundary} />
      )}
    >
      <ChartCard room={{ ...room, view: of.view }} chart={chart} answered={of} title={name} />
    </ErrorBoundary>
  )
  return (
    <>
      {isOverview && <DomainCards room={room} answered={answered} />}
      {about && (
        <>
          <div className={styles.pair}>
            {card(dots, about, label)}
            {card(map, about, label)}
          </div>
          {(line.series?.(about.view, dataset) ?? null) !== null && card(line, about, label)}
        </>
      )}
      {!isOverview && rest && card(matrix, rest, title)}
    </>
  )
}

/** What the view asks for beside its main scale; null where that is all, or one thing only. */
function restOf({ answer, view, dataset }: Answered, main: Figure | null): Answered | null {
  if (!main) return { answer, view, dataset }
  const narrowed = narrowAnswer(answer, dataset, (figure) => figure.basis === 'part')
  return matrix.suits(narrowed, view, dataset) ? { answer: narrowed, view, dataset } : null
}
