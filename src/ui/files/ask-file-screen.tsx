import type { Words } from '../../locale/words.ts'
import type { View } from '../../model/view.ts'
import styles from './ask-file-screen.module.css'
import { DropCatcher } from './drop-catcher.tsx'
import { FileChooser } from './file-chooser.tsx'
import { FilesStrip } from './files-strip.tsx'
import type { OpeningFiles } from './use-open-files.ts'

interface AskFileScreenProps {
  readonly words: Words
  /** The view of the link that names a file. */
  readonly view: View
  readonly opening: OpeningFiles
  /** Null in a frame, which shows one view and nothing else. */
  readonly onOther: (() => void) | null
}

/** A link about a file that only the reader can open: asks for it, and keeps what the link chose. */
export function AskFileScreen({ words, view, opening, onOther }: AskFileScreenProps) {
  const { open } = words
  const size = view.localFile?.split('-')[0]
  const printed = size ? new Intl.NumberFormat(view.language === 'vi' ? 'vi-VN' : 'en-GB').format(Number(size)) : ''
  return (
    <main className={styles.screen}>
      <p className={styles.name}>{words.chrome.appName}</p>
      <h1 className={styles.title}>{open.askTitle}</h1>
      <p>{open.askText(printed)}</p>
      <FilesStrip opening={opening} words={words} language={view.language} keeps={false} onShowRejected={() => {}} />
      <FileChooser words={words} onFiles={opening.open} />
      {onOther && (
        <button type="button" className={styles.other} onClick={onOther}>
          {open.askOther}
        </button>
      )}
      <DropCatcher words={words} onFiles={opening.open} />
    </main>
  )
}
