import { type RefObject, useEffect, useState } from 'react'

/** Width of an element in CSS pixels; 0 before it is known. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
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
