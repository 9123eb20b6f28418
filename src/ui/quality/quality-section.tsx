import { type ReactNode, useId } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import type { Words } from '../../locale/words.ts'
import type { Asked } from '../answer/use-asked.ts'
import { FailurePanel } from '../page/failure-panel.tsx'
import styles from './quality-screen.module.css'

interface QualitySectionProps {
  /** Names the section for tests and style. */
  readonly name: string
  readonly title: string
  readonly words: Words
  readonly children: ReactNode
}

/** One part of the screen about sources and reliability; what goes wrong in it stays in it. */
export function QualitySection({ name, title, words, children }: QualitySectionProps) {
  const id = useId()
  return (
    <section className={styles.card} aria-labelledby={id} data-quality={name}>
      <h2 id={id}>{title}</h2>
      <ErrorBoundary
        fallbackRender={({ error, resetErrorBoundary }) => (
          <FailurePanel error={error} words={words} keeps onRetry={resetErrorBoundary} />
        )}
      >
        {children}
      </ErrorBoundary>
    </section>
  )
}

interface AnswerOrWaitingProps<T> {
  readonly asked: Asked<T>
  readonly words: Words
  children(data: T): ReactNode
}

/** What was asked for, once it is there; until then that it is computed, or why it could not be. */
export function AnswerOrWaiting<T>({ asked: { data, error, retry }, words, children }: AnswerOrWaitingProps<T>) {
  if (error) return <FailurePanel error={error} words={words} keeps onRetry={retry} />
  if (data === undefined) {
    return (
      <p role="status" className={styles.quiet} data-waiting="true">
        {words.chrome.asking}
      </p>
    )
  }
  return children(data)
}
