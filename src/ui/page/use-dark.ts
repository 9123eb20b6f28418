import { useEffect, useState } from 'react'
import type { Theme } from '../../model/view.ts'

/** Whether the dark theme is on; writes it to the root element, where the style sheets read it. */
export function useDark(theme: Theme): boolean {
  const [prefers, setPrefers] = useState(() => darkQuery()?.matches ?? false)
  useEffect(() => {
    const query = darkQuery()
    if (!query) return
    const update = () => setPrefers(query.matches)
    query.addEventListener('change', update)
    return () => query.removeEventListener('change', update)
  }, [])
  const dark = theme === 'dark' || (theme === 'auto' && prefers)
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  }, [dark])
  return dark
}

function darkQuery(): MediaQueryList | null {
  return typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null
}
