import { useEffect, useState } from 'react'
import type { Words } from '../../locale/words.ts'
import styles from './drop-catcher.module.css'

/** Takes files that are dropped anywhere on the page; without it the browser would leave the page for the file. */
export function DropCatcher({ words, onFiles }: { readonly words: Words; readonly onFiles: (files: readonly File[]) => void }) {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    // Entering a child leaves its parent: only the last leave counts.
    let depth = 0
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth += 1
      setOver(true)
    }
    const over = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault()
    }
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth = 0
      setOver(false)
      onFiles([...(event.dataTransfer?.files ?? [])])
    }
    const listeners = { dragenter: enter, dragover: over, dragleave: leave, drop } as const
    for (const [type, listener] of Object.entries(listeners)) window.addEventListener(type, listener as EventListener)
    return () => {
      for (const [type, listener] of Object.entries(listeners)) window.removeEventListener(type, listener as EventListener)
    }
  }, [onFiles])
  if (!isOver) return null
  return (
    <div className={styles.over} role="status">
      <p>{words.open.dropHere}</p>
    </div>
  )
}
