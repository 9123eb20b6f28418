import { Dialog } from '@base-ui/react/dialog'
import { FolderOpen, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Words } from '../../locale/words.ts'
import dialog from '../page/dialog.module.css'
import { FileChooser } from './file-chooser.tsx'
import styles from './open-dialog.module.css'

/** The button that opens files of the reader's own machine. */
export function OpenDialog({ words, onFiles }: { readonly words: Words; readonly onFiles: (files: readonly File[]) => void }) {
  const [isOpen, setOpen] = useState(false)
  // Files that are dropped, on the dialog or beside it, are taken by the page.
  useEffect(() => {
    const close = () => setOpen(false)
    window.addEventListener('drop', close)
    return () => window.removeEventListener('drop', close)
  }, [])
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger className={styles.trigger ?? ''}>
        <FolderOpen size={16} aria-hidden="true" />
        {words.open.button}
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop ?? ''} />
        <Dialog.Popup className={dialog.popup ?? ''}>
          <div className={dialog.top}>
            <Dialog.Title className={dialog.title ?? ''}>{words.open.title}</Dialog.Title>
            <Dialog.Close className={dialog.close ?? ''} aria-label={words.chrome.close}>
              <X size={20} aria-hidden="true" />
            </Dialog.Close>
          </div>
          <FileChooser
            words={words}
            onFiles={(files) => {
              setOpen(false)
              onFiles(files)
            }}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
