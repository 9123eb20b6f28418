import { CircleHelp } from 'lucide-react'
import type { Words } from '../../locale/words.ts'
import styles from './help-button.module.css'

/** Opens the help; on a narrow screen it is the sign alone. */
export function HelpButton({ words, onHelp }: { readonly words: Words; onHelp(): void }) {
  return (
    <button type="button" className={styles.button} aria-label={words.help.button} aria-keyshortcuts="?" onClick={onHelp}>
      <CircleHelp size={16} aria-hidden="true" />
      <span className={styles.label}>{words.help.button}</span>
    </button>
  )
}
