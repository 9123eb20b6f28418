import { useEffect, useState } from 'react'

/** Whether the window is as narrow as a phone's. Paper is narrow too, but printing is no change of the window. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(isNarrow)
  useEffect(() => {
    const update = () => setNarrow(isNarrow())
    window.addEventListener('resize', update)
    return () => window.removeEventListener('resize', update)
  }, [])
  return narrow
}

function isNarrow(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(max-width: 640px)').matches
}
