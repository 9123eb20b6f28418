import { type RefObject, useEffect } from 'react'
import { ready, resized, tellHost } from '../../state/embed-protocol.ts'

/**
 * Tells the host page how tall the content is, growing and shrinking. Measured on the content, whose height does not depend on
 * the frame's: so a host that follows makes no loop.
 */
export function useEmbedHeight(content: RefObject<HTMLElement | null>, embedded: boolean): void {
  useEffect(() => {
    const node = content.current
    if (!embedded || !node || window.parent === window) return
    let told = 0
    const tell = () => {
      const height = Math.ceil(node.getBoundingClientRect().height)
      if (height === told || height === 0) return
      told = height
      tellHost(window.parent, resized(height))
    }
    tellHost(window.parent, ready())
    const observer = new ResizeObserver(tell)
    observer.observe(node)
    return () => observer.disconnect()
  }, [content, embedded])
}
