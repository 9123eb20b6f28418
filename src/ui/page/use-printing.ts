import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Between the margins of an A4 page, in CSS pixels. */
const PAPER_WIDTH = 690
const PAPER_HEIGHT = 880

/** Letters of 13 pixels are 8 points on paper, as in a newspaper; pictures made for them are this much smaller than on the screen. */
const PRINT_SCALE = 0.84

/** The width that a picture for paper is drawn in. */
export const PRINT_WIDTH = Math.round(PAPER_WIDTH / PRINT_SCALE)

/** How much smaller a picture of a height is printed: a page at most, for what is higher would be cut. */
export function printScale(height: number): number {
  return Math.min(PRINT_SCALE, PAPER_HEIGHT / height)
}

/** Whether the page is being printed: pictures are then drawn for paper, before the browser looks at the page. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    // The browser lays out the paper as soon as its event is over.
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return printing
}
