import { Link } from 'lucide-react'
import { useState } from 'react'
import type { Words } from '../locale/words.ts'
import styles from './copy-link.module.css'

/** Copies the link of the view; where the clipboard is missing (plain http, a frame) the text is shown, selected. */
export function CopyLink({ words, linkOf }: { readonly words: Words; readonly linkOf: () => string }) {
  const [state, setState] = useState<{ readonly kind: 'idle' | 'copied' } | { readonly kind: 'byHand'; readonly link: string }>({
    kind: 'idle',
  })
  const copy = async () => {
    const link = linkOf()
    try {
      await navigator.clipboard.writeText(link)
      setState({ kind: 'copied' })
    } catch {
      setState({ kind: 'byHand', link })
    }
  }
  return (
    <div className={styles.copy}>
      <button type="button" className={styles.button} onClick={() => void copy()}>
        <Link size={16} aria-hidden="true" />
        {words.chrome.copyLink}
      </button>
      <span role="status" className={styles.status}>
        {state.kind === 'copied' && words.chrome.copied}
      </span>
      {state.kind === 'byHand' && (
        <label className={styles.byHand}>
          {words.chrome.copyByHand}
          <input readOnly value={state.link} ref={(node) => node?.select()} onFocus={(event) => event.target.select()} />
          <button type="button" onClick={() => setState({ kind: 'idle' })}>
            {words.chrome.close}
          </button>
        </label>
      )}
    </div>
  )
}
