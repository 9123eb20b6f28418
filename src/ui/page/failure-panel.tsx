import type { Words } from '../../locale/words.ts'
import { Failure, type FailureDetail } from '../../model/failure.ts'
import styles from './failure-panel.module.css'

interface FailurePanelProps {
  readonly error: unknown
  readonly words: Words
  /** Whether something stays on screen beside this panel. */
  readonly keeps: boolean
  readonly onRetry?: () => void
  readonly onClose?: () => void
}

/** What happened, what was kept, what to do; the raw text only behind a fold. */
export function FailurePanel({ error, words, keeps, onRetry, onClose }: FailurePanelProps) {
  const failure = error instanceof Failure ? error : null
  const sentence = failure
    ? words.failure.sentence[failure.code](named(failure.detail))
    : { what: words.chrome.crashed, next: '' }
  const raw = failure ? failure.message : String(error)
  return (
    <div role="alert" className={styles.panel} data-failure={failure?.code ?? 'unknown'}>
      <p className={styles.what}>{sentence.what}</p>
      <p>
        {keeps && `${words.failure.kept} `}
        {sentence.next}
      </p>
      <div className={styles.actions}>
        {onRetry && (
          <button type="button" className={styles.retry} onClick={onRetry}>
            {words.chrome.retry}
          </button>
        )}
        {onClose && (
          <button type="button" onClick={onClose}>
            {words.chrome.close}
          </button>
        )}
      </div>
      <details>
        <summary>{words.failure.details}</summary>
        <code>{raw.slice(0, 600)}</code>
      </details>
    </div>
  )
}

/** A file of the page's own folder goes by its path in there; the fold below has the whole address. */
function named(detail: FailureDetail): FailureDetail {
  const folder = new URL('.', document.baseURI).href
  return detail.file?.startsWith(folder) ? { ...detail, file: detail.file.slice(folder.length) } : detail
}
