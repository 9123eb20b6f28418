import type { Words } from '../../locale/words.ts'
import styles from './opening-strip.module.css'

interface OpeningStripProps {
  /** Of the dataset that is being opened. */
  readonly title: string
  readonly words: Words
  onCancel(): void
}

/** Another dataset is on its way while the page stays as it is. */
export function OpeningStrip({ title, words, onCancel }: OpeningStripProps) {
  const text = words.chrome.openingDataset(title)
  return (
    <div className={styles.strip} data-opening="dataset">
      <p role="status">{text}</p>
      <progress aria-label={text} />
      <button type="button" className={styles.button} onClick={onCancel}>
        {words.chrome.cancel}
      </button>
    </div>
  )
}
