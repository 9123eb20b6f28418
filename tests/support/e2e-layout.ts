import type { Page } from '@playwright/test'

/** What a reader would see go wrong on the screen as it is now: one line each, empty where nothing does. */
export async function layoutProblems(page: Page): Promise<string[]> {
  // A phone widens the page to what does not fit and shows it smaller: only the window tells.
  const window = page.viewportSize()?.width ?? 0
  return page.evaluate((width) => {
    /** Rounding of the browser, in CSS pixels. */
    const SLACK = 1.5
    const short = (text: string) => text.trim().replace(/\s+/g, ' ').slice(0, 40)
    const box = (rect: DOMRect) => [rect.left, rect.top, rect.right, rect.bottom].map(Math.round).join(' ')

    /** A popup or dialog lies over the page: only texts of one layer can run into each other. */
    const layerOf = (element: Element) => element.closest('[role="dialog"], [role="listbox"], [data-side]') ?? document.body

    const scrolls = (element: Element, way: 'overflowX' | 'overflowY') => /auto|scroll/.test(getComputedStyle(element)[way])
    const hides = (element: Element, way: 'overflowX' | 'overflowY') => /hidden|clip/.test(getComputedStyle(element)[way])
    const ancestors = (element: Element): Element[] => {
      const parent = element.parentElement
      return parent && parent !== document.body ? [parent, ...ancestors(parent)] : []
    }

    interface Line {
      readonly text: string
      readonly node: Node
      readonly element: Element
      readonly layer: Element
      readonly rect: DOMRect
    }

    /** The part of a text that the boxes it scrolls in show. */
    const inSight = (rect: DOMRect, element: Element): DOMRect | null => {
      let [top, bottom] = [rect.top, rect.bottom]
      for (const around of ancestors(element)) {
        if (!scrolls(around, 'overflowY')) continue
        const frame = around.getBoundingClientRect()
        top = Math.max(top, frame.top)
        bottom = Math.min(bottom, frame.bottom)
      }
      return bottom <= top ? null : new DOMRect(rect.left, top, rect.width, bottom - top)
    }

    const lines: Line[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || short(node.textContent ?? '') === '' || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName)) continue
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const whole of range.getClientRects()) {
        const rect = inSight(whole, element)
        if (rect === null) continue
        // What is kept off the screen for screen readers alone is no box.
        if (rect.width < 1 || rect.right < 0) continue
        lines.push({ text: short(node.textContent ?? ''), node, element, layer: layerOf(element), rect })
      }
    }

    const problems: string[] = []
    const { scrollWidth: pageWidth } = document.documentElement
    if (pageWidth > width) problems.push(`the page scrolls sideways to ${pageWidth}`)

    for (const element of document.querySelectorAll('body *')) {
      if (!element.checkVisibility() || element.closest('svg')) continue
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element
      const cut =
        (hides(element, 'overflowX') && scrollWidth > clientWidth + SLACK) ||
        (hides(element, 'overflowY') && scrollHeight > clientHeight + SLACK)
      if (cut && clientWidth > 1) problems.push(`cut off: ${element.className} ${short(element.textContent ?? '')}`)
    }

    for (const { text, element, rect } of lines) {
      for (const around of [element, ...ancestors(element)]) {
        const style = getComputedStyle(around)
        const frame = around.getBoundingClientRect()
        const sideways = rect.left < frame.left - SLACK || rect.right > frame.right + SLACK
        const upright = rect.top < frame.top - SLACK || rect.bottom > frame.bottom + SLACK
        // What lies beyond the edge of a box that scrolls is a turn of the wheel away.
        if (scrolls(around, 'overflowX') || scrolls(around, 'overflowY')) break
        const isBox = style.display !== 'inline' && around.tagName !== 'svg'
        if (isBox && (sideways || upright)) {
          problems.push(`outside its box: “${text}” ${box(rect)} in ${around.tagName} ${box(frame)}`)
          break
        }
        if (style.position === 'absolute' || style.position === 'fixed') break
      }
      if (rect.right > width + SLACK && ![element, ...ancestors(element)].some((around) => scrolls(around, 'overflowX'))) {
        problems.push(`beyond the edge of the page: “${text}” ${box(rect)}`)
      }
    }

    const byTop = lines.toSorted((a, b) => a.rect.top - b.rect.top)
    for (const [at, one] of byTop.entries()) {
      for (let next = at + 1; next < byTop.length; next++) {
        const other = byTop[next] as Line
        if (other.rect.top > one.rect.bottom - SLACK) break
        if (other.layer !== one.layer || other.node === one.node) continue
        const wide = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left)
        const high = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top)
        // The letters are lower than the line box: of two lines below each other the boxes may touch by a little.
        if (wide > SLACK && high > 4)
          problems.push(`overlap: “${one.text}” ${box(one.rect)} and “${other.text}” ${box(other.rect)}`)
      }
    }
    return [...new Set(problems)]
  }, window)
}

/** What can be touched and is lower or narrower than `least` CSS pixels; a word inside a line of text may be. */
export async function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((size) => {
    const touched = 'button, a[href], summary, input, label, [role="option"], [role="combobox"]'
    const isInText = (element: Element) => {
      const parent = element.parentElement
      // A word that is kept together with the mark behind it stands in the line that its wrapper stands in.
      const line = parent && getComputedStyle(parent).display === 'inline' ? parent.parentElement : parent
      const around = [...(line?.childNodes ?? [])]
      return (
        getComputedStyle(element).display.startsWith('inline') &&
        around.some((node) => node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.textContent ?? ''))
      )
    }
    const found = [...document.querySelectorAll<HTMLElement>(touched)].filter((element) => {
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || isInText(element)) return false
      // A box to tick is touched through its label, and a list of choices keeps a hidden field for forms.
      if (element.matches('input') && (element.closest('label') || element.ariaHidden === 'true')) return false
      if (element.matches('label') && !element.querySelector('input')) return false
      const { width, height, right } = element.getBoundingClientRect()
      return right > 0 && width > 0 && (height < size - 0.5 || width < size - 0.5)
    })
    return found.map((element) => {
      const { width, height } = element.getBoundingClientRect()
      return `${element.tagName} “${(element.textContent ?? '').trim().slice(0, 40)}” ${Math.round(width)} × ${Math.round(height)}`
    })
  }, least)
}
