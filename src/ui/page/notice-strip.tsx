import type { Words } from '../../locale/words.ts'
import type { Notice } from '../../model/notice.ts'
import styles from './notice-strip.module.css'

interface NoticeStripProps {
  readonly notices: readonly Notice[]
  readonly words: Words
  /** What is shown in place of a value that was not understood, by the key in the link: the name of a period. */
  readonly instead?: Readonly<Record<string, string>>
  readonly onDismiss: () => void
}

/** More are read by whoever unfolds them. */
const MOST = 3

/** What a link asked for and did not get. */
export function NoticeStrip({ notices, words, instead = {}, onDismiss }: NoticeStripProps) {
  if (notices.length === 0) return null
  const list = (shown: readonly Notice[]) => (
    <ul>
      {shown.map(({ param, value, reason }) => (
        <li key={`${param} ${value} ${reason}`}>
          {words.notice.line(param, value, reason, reason === 'malformed' ? instead[param] : '')}
        </li>
      ))}
    </ul>
  )
  const more = notices.length > MOST + 1 ? notices.slice(MOST) : []
  return (
    <div role="status" className={styles.strip}>
      <div>
        <strong>{words.chrome.notices}:</strong>
        {list(more.length > 0 ? notices.slice(0, MOST) : notices)}
        {more.length > 0 && (
          <details>
            <summary>{words.notice.more(more.length)}</summary>
            {list(more)}
          </details>
        )}
      </div>
      <button type="button" onClick={onDismiss}>
        {words.chrome.dismiss}
      </button>
    </div>
  )
}
