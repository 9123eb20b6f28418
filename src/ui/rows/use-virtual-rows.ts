import { useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

/** A row that is drawn, and how to learn its height. */
export interface DrawnRow {
  readonly index: number
  measure(element: HTMLElement | null): void
}

export interface VirtualRows {
  readonly drawn: readonly DrawnRow[]
  /** Heights of what is not drawn, in CSS pixels. */
  readonly above: number
  readonly below: number
  /** The rows inside the box, the others that are drawn lie just beyond its edges. */
  readonly first: number
  readonly last: number
  scrollTo(index: number): void
}

/** Draws those of `count` rows that are inside a box that scrolls; their heights are measured, `guess` stands until then. */
export function useVirtualRows(count: number, box: RefObject<HTMLElement | null>, guess: number, head: number): VirtualRows {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => guess,
    overscan: 6,
    // What lies under the head that stays is not seen.
    scrollPaddingStart: head,
  })
  const items = virtual.getVirtualItems()
  const [top, bottom] = [items[0], items.at(-1)]
  const range = virtual.range
  return {
    drawn: items.map(({ index }) => ({ index, measure: virtual.measureElement })),
    above: top?.start ?? 0,
    below: virtual.getTotalSize() - (bottom?.end ?? 0),
    first: range?.startIndex ?? 0,
    last: Math.min(range?.endIndex ?? 0, Math.max(0, count - 1)),
    scrollTo: (index) => virtual.scrollToIndex(index),
  }
}
