import { type RefObject, useEffect, useState } from 'react'

/** Width of an element in CSS pixels; `guess` before it is known. */
export function useWidth(element: RefObject<HTMLElement | null>, guess = 0): number {
  const [width, setWidth] = useState(guess)
  useEffect(() => {
    const node = element.current
    if (!node) return
    const observer = new ResizeObserver(() => setWidth(Math.round(node.clientWidth)))
    observer.observe(node)
    setWidth(Math.round(node.clientWidth))
    return () => observer.disconnect()
  }, [element])
  return width
}
