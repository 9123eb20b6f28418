import { Copy } from 'lucide-react'
import type { Words } from '../../locale/words.ts'
import styles from './copy-text.module.css'
import { useCopy } from './use-copy.ts'

interface CopyTextProps {
  readonly label: string
  readonly words: Words
  readonly textOf: () => string
}

/** Copies a text; where the clipboard is missing (plain http, a frame) the text is shown, selected. */
export function CopyText({ label, words, textOf }: CopyTextProps) {
  const { state, copy } = useCopy(textOf)
  return (
    <div className={styles.copy}>
      <button type="button" className={styles.button} onClick={copy}>
        <Copy size={16} aria-hidden="true" />
        {label}
      </button>
      <span role="status" className={styles.status}>
        {state.kind === 'copied' && words.chrome.textCopied}
      </span>
      {state.kind === 'byHand' && (
        <label className={styles.byHand}>
          {words.chrome.copyTextByHand}
          <textarea
            readOnly
            rows={4}
            value={state.text}
            ref={(node) => node?.select()}
            onFocus={(event) => event.target.select()}
          />
        </label>
      )}
    </div>
  )
}
