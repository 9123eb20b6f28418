import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Words } from '../../locale/words.ts'
import dialog from '../page/dialog.module.css'
import styles from './picture-dialog.module.css'

export interface ShownPicture {
  readonly blob: Blob
  readonly name: string
  readonly title: string
}

/** A picture that was made, to be looked at and saved, by hand where the browser saves nothing by itself. */
export function PictureDialog({
  words,
  shown,
  onClose,
}: {
  readonly words: Words
  readonly shown: ShownPicture | null
  onClose(): void
}) {
  const url = useObjectUrl(shown?.blob ?? null)
  const { take, chrome } = words
  return (
    <Dialog.Root open={shown !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop ?? ''} />
        <Dialog.Popup className={`${dialog.popup} ${styles.wide}`}>
          <div className={dialog.top}>
            <Dialog.Title className={dialog.title ?? ''}>{take.dialogTitle}</Dialog.Title>
            <Dialog.Close className={dialog.close ?? ''} aria-label={chrome.close}>
              <X size={20} aria-hidden="true" />
            </Dialog.Close>
          </div>
          {shown && url && <img className={styles.picture} src={url} alt={take.pictureAlt(shown.title)} />}
          {shown && url && (
            <a className={styles.save} href={url} download={shown.name}>
              {take.savePicture}
            </a>
          )}
          <p className={styles.hint}>{take.byHand}</p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** An address for a blob, given back when it is no longer shown. */
function useObjectUrl(blob: Blob | null): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!blob) return
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => {
      URL.revokeObjectURL(made)
      setUrl(null)
    }
  }, [blob])
  return url
}
