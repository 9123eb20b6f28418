import { Link } from 'lucide-react'
import type { Words } from '../../locale/words.ts'
import styles from './copy-link.module.css'
import { useCopy } from './use-copy.ts'

/** Copies the link of the view; where the clipboard is missing (plain http, a frame) the text is shown, selected. */
export function CopyLink({ words, linkOf }: { readonly words: Words; readonly linkOf: () => string }) {
  const { state, copy, close } = useCopy(linkOf)
  return (
    <div className={styles.copy}>
      <button type="button" className={styles.button} onClick={copy}>
        <Link size={16} aria-hidden="true" />
        {words.chrome.copyLink}
      </button>
      <span role="status" className={styles.status}>
        {state.kind === 'copied' && words.chrome.copied}
      </span>
      {state.kind === 'byHand' && (
        <label className={styles.byHand}>
          {words.chrome.copyByHand}
          <input readOnly value={state.text} ref={(node) => node?.select()} onFocus={(event) => event.target.select()} />
          <button type="button" onClick={close}>
            {words.chrome.close}
          </button>
        </label>
      )}
    </div>
  )
}
