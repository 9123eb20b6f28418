import { type RefObject, useEffect, useRef } from 'react'
import { tinykeys } from 'tinykeys'
import { SHORTCUTS, type ShortcutAction } from './shortcuts.ts'

interface UseShortcuts {
  /** The page; in a frame of another page keys count only while something in it has the focus. */
  readonly content: RefObject<HTMLElement | null>
  readonly embedded: boolean
  run(action: ShortcutAction): void
}

/** Binds the keys of `SHORTCUTS`, except where a key belongs to what has the focus. */
export function useShortcuts({ content, embedded, run }: UseShortcuts): void {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    const target = embedded ? content.current : window
    if (!target) return
    const bound = SHORTCUTS.filter(({ inFrame }) => inFrame || !embedded).flatMap(({ action, presses }) =>
      presses.map((press) => {
        const onPress = (event: KeyboardEvent) => {
          if (event.repeat || event.isComposing || event.defaultPrevented || takesKey(event)) return
          // Firefox opens a search of its own with the slash.
          event.preventDefault()
          latest.current(action)
        }
        return [press, onPress] as const
      }),
    )
    return tinykeys(target, Object.fromEntries(bound))
  }, [content, embedded])
}

/** A field takes every key, so does what is open above the page; a closed list goes to what is typed on it. */
function takesKey({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest(FIELDS)) return true
  return /^[\p{L}\p{N}]$/u.test(key) && target.closest('[role="combobox"]') !== null
}

const FIELDS =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="listbox"], [role="menu"], [role="dialog"]'
