import type { Words } from '../../locale/words.ts'
import type { Notice } from '../../model/notice.ts'
import styles from './notice-strip.module.css'

interface NoticeStripProps {
  readonly notices: readonly Notice[]
  readonly words: Words
  readonly onDismiss: () => void
}

/** What a link asked for and did not get. */
export function NoticeStrip({ notices, words, onDismiss }: NoticeStripProps) {
  if (notices.length === 0) return null
  return (
    <div role="status" className={styles.strip}>
      <div>
        <strong>{words.chrome.notices}:</strong>
        <ul>
          {notices.map((notice) => (
            <li key={`${notice.param} ${notice.value} ${notice.reason}`}>
              {words.notice.line(notice.param, notice.value, notice.reason)}
            </li>
          ))}
        </ul>
      </div>
      <button type="button" onClick={onDismiss}>
        {words.chrome.dismiss}
      </button>
    </div>
  )
}
