import { useState } from 'react'

/** What became of a copy: nothing yet, copied, or a text to be copied by hand where the clipboard is missing (plain http, a frame). */
export type CopyState = { readonly kind: 'idle' | 'copied' } | { readonly kind: 'byHand'; readonly text: string }

/** Copies the text that there is at the click. */
export function useCopy(textOf: () => string): { readonly state: CopyState; copy(): void; close(): void } {
  const [state, setState] = useState<CopyState>({ kind: 'idle' })
  const copy = async () => {
    const text = textOf()
    try {
      await navigator.clipboard.writeText(text)
      setState({ kind: 'copied' })
    } catch {
      setState({ kind: 'byHand', text })
    }
  }
  return { state, copy: () => void copy(), close: () => setState({ kind: 'idle' }) }
}
