import { FileUp } from 'lucide-react'
import { useRef } from 'react'
import type { Words } from '../../locale/words.ts'
import styles from './file-chooser.module.css'
import { TemplateLink } from './template-link.tsx'

/** What the reader can do to open files: drop them, or choose them; and the form to fill in for those who have none yet. */
export function FileChooser({ words, onFiles }: { readonly words: Words; readonly onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const { open } = words
  return (
    <div className={styles.chooser}>
      <div className={styles.zone}>
        <FileUp size={28} aria-hidden="true" />
        <p>{open.drop}</p>
        <button type="button" className={styles.choose} onClick={() => input.current?.click()}>
          {open.choose}
        </button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={open.choose}
          accept=".csv,.tsv,.txt,.parquet"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])]
            // The same file chosen once more is opened once more.
            event.target.value = ''
            onFiles(files)
          }}
        />
      </div>
      <p>{open.private}</p>
      <p>{open.several}</p>
      <p>{open.templateHint}</p>
      <ul className={styles.links}>
        <li>
          <TemplateLink of="template" words={words} />
        </li>
        <li>
          <TemplateLink of="codes" words={words} />
        </li>
      </ul>
    </div>
  )
}
