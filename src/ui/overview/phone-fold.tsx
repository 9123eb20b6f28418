import { type ReactNode, useState } from 'react'
import { useNarrow } from '../page/use-narrow.ts'
import { usePrinting } from '../page/use-printing.ts'
import styles from './phone-fold.module.css'

/** What a phone shows only when it is asked for, behind its name; a wider window and paper show it as it is. */
export function PhoneFold({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const narrow = useNarrow()
  const printing = usePrinting()
  const [open, setOpen] = useState(false)
  if (!narrow) return children
  return (
    <details
      className={styles.fold}
      open={open || printing}
      onToggle={(event) => {
        if (!printing) setOpen(event.currentTarget.open)
      }}
    >
      <summary>{name}</summary>
      {children}
    </details>
  )
}
