import type { ReactNode } from 'react'
import type { Bilingual } from '../../model/bilingual.ts'
import type { Room } from '../answer/room.ts'
import { OpenDialog } from '../files/open-dialog.tsx'
import { CopyLink } from '../take/copy-link.tsx'
import { HelpButton } from './help-button.tsx'
import styles from './page-header.module.css'

interface PageHeaderProps {
  readonly room: Room
  readonly title: Bilingual
  readonly datasetPicker: ReactNode
  /** The link that means the same after defaults have changed. */
  readonly linkOf: () => string
  onFiles(files: readonly File[]): void
  onHelp(): void
}

/** Name of the page, the dataset, the link to take along and the other language. */
export function PageHeader({ room, title, datasetPicker, linkOf, onFiles, onHelp }: PageHeaderProps) {
  const { words, language, setView } = room
  const { chrome } = words
  return (
    <div className={styles.header}>
      <div className={styles.name}>
        <p className={styles.title}>{title[language]}</p>
        <p className={styles.tagline}>{chrome.tagline}</p>
      </div>
      <div className={styles.dataset}>{datasetPicker}</div>
      <div className={styles.actions}>
        <OpenDialog words={words} onFiles={onFiles} />
        <CopyLink words={words} linkOf={linkOf} />
        <div className={styles.help}>
          <HelpButton words={words} onHelp={onHelp} />
        </div>
        <button
          type="button"
          className={styles.language}
          lang={language === 'vi' ? 'en' : 'vi'}
          aria-label={`${chrome.switchLanguage} – ${chrome.switchLanguageLabel}`}
          onClick={() => setView({ language: language === 'vi' ? 'en' : 'vi' })}
        >
          {chrome.switchLanguage}
        </button>
      </div>
    </div>
  )
}
