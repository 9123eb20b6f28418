import { Copy } from 'lucide-react'
import { useState } from 'react'
import type { Words } from '../locale/words.ts'
import styles from './copy-text.module.css'

interface CopyTextProps {
  readonly label: string
  readonly words: Words
  readonly textOf: () => string
}

/** Copies a text; where the clipboard is missing (plain http, a frame) the text is shown, selected. */
export function CopyText({ label, words, textOf }: CopyTextProps) {
  const [state, setState] = useState<{ readonly kind: 'idle' | 'copied' } | { readonly kind: 'byHand'; readonly text: string }>({
    kind: 'idle',
  })
  const copy = async () => {
    const text = textOf()
    try {
      await navigator.clipboard.writeText(text)
      setState({ kind: 'copied' })
    } catch {
      setState({ kind: 'byHand', text })
    }
  }
  return (
    <div className={styles.copy}>
      <button type="button" className={styles.button} onClick={() => void copy()}>
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
