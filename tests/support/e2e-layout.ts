import type { Page } from '@playwright/test'

/** What a reader would see go wrong on the screen as it is now: one line each, empty where nothing does. */
export async function layoutProblems(page: Page): Promise<string[]> {
  // A phone widens the page to what does not fit and shows it smaller: only the window tells.
  const window = page.viewportSize()?.width ?? 0
  return page.evaluate(async (width) => {
    // A picture is drawn anew for another width, after the page has been laid out: on a busy machine some frames later.
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    const fits = () =>
      [...document.querySelectorAll('[role="img"] svg')].every(
        (svg) => Math.abs(svg.getBoundingClientRect().width - (svg.closest('[role="img"]')?.clientWidth ?? 0)) < 2,
      )
    await frame()
    await frame()
    const start = performance.now()
    let quiet = 0
    let markup = -1
    while (quiet < 4 && performance.now() - start < 3_000) {
      await frame()
      const now = document.getElementsByTagName('*').length
      quiet = fits() && now === markup ? quiet + 1 : 0
      markup = now
    }

    /** Rounding of the browser, in CSS pixels. */
    const SLACK = 1.5
    const short = (text: string) => text.trim().replace(/\s+/g, ' ').slice(0, 40)
    const box = (rect: DOMRect) => [rect.left, rect.top, rect.right, rect.bottom].map(Math.round).join(' ')

    interface Box {
      readonly frame: DOMRect
      readonly scrolls: boolean
      readonly hides: readonly [sideways: boolean, upright: boolean]
      readonly isInline: boolean
      readonly isPlaced: boolean
      readonly isSticky: boolean
      readonly isHeardOnly: boolean
      /** From the inside out, the body not among them. */
      readonly around: readonly Element[]
    }
    const boxes = new Map<Element, Box>()
    /** A page of thousands of cells has few boxes around many texts: each is asked for its looks once. */
    const boxOf = (element: Element): Box => {
      const known = boxes.get(element)
      if (known) return known
      const { overflowX, overflowY, display, position, clipPath } = getComputedStyle(element)
      const frame = element.getBoundingClientRect()
      const parent = element.parentElement
      const hides = [overflowX, overflowY].map((way) => /hidden|clip/.test(way)) as [boolean, boolean]
      const made: Box = {
        frame,
        hides,
        scrolls: /auto|scroll/.test(overflowX + overflowY),
        isInline: display === 'inline',
        isPlaced: position === 'absolute' || position === 'fixed',
        isSticky: position === 'sticky',
        isHeardOnly: position === 'absolute' && clipPath !== 'none' && frame.width <= 1,
        around: parent && parent !== document.body ? [parent, ...boxOf(parent).around] : [],
      }
      boxes.set(element, made)
      return made
    }
    const withAround = (element: Element) => [element, ...boxOf(element).around]

    /** A popup, a dialog and a head that stays in sight lie over the page: only texts of one layer can run into each other. */
    const layerOf = (element: Element) =>
      withAround(element).find((around) => boxOf(around).isSticky) ??
      element.closest('[role="dialog"], [role="listbox"], [data-side]') ??
      document.body

    /** What is kept off the screen for screen readers alone has no place on it. */
    const isHeardOnly = (element: Element) => withAround(element).some((around) => boxOf(around).isHeardOnly)

    /** What is folded away keeps its boxes; a text may stand in a fold without an element of its own. */
    const isFoldedAway = (element: Element) =>
      withAround(element).some((around) => {
        const isClosed = around instanceof HTMLDetailsElement && !around.open
        return isClosed && !around.querySelector(':scope > summary')?.contains(element)
      })

    /** What lies beyond the edge of a box that scrolls is a turn of the wheel away. */
    const isScrolledAway = (element: Element, rect: DOMRect) =>
      withAround(element).some((around) => {
        const { scrolls, frame } = boxOf(around)
        const sideways = rect.left >= frame.right - SLACK || rect.right <= frame.left + SLACK
        const upright = rect.top >= frame.bottom - 4 || rect.bottom <= frame.top + 4
        return scrolls && (sideways || upright)
      })

    interface Line {
      readonly text: string
      readonly node: Node
      readonly element: Element
      readonly layer: Element
      readonly rect: DOMRect
    }

    /** The part of a text that the boxes it scrolls in show. */
    const inSight = (rect: DOMRect, element: Element): DOMRect => {
      const frames = withAround(element).flatMap((around) => (boxOf(around).scrolls ? [boxOf(around).frame] : []))
      const top = Math.max(rect.top, ...frames.map((frame) => frame.top))
      const bottom = Math.min(rect.bottom, ...frames.map((frame) => frame.bottom))
      return new DOMRect(rect.left, top, rect.width, bottom - top)
    }

    const lines: Line[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || short(node.textContent ?? '') === '' || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName)) continue
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || isHeardOnly(element)) continue
      if (isFoldedAway(element)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const rect of range.getClientRects()) {
        if (rect.width < 1 || rect.right < 0 || isScrolledAway(element, rect)) continue
        lines.push({ text: short(node.textContent ?? ''), node, element, layer: layerOf(element), rect: inSight(rect, element) })
      }
    }

    const problems: string[] = []
    const { scrollWidth: pageWidth } = document.documentElement
    if (pageWidth > width) problems.push(`the page scrolls sideways to ${pageWidth}`)

    for (const element of document.querySelectorAll('body *')) {
      if (!element.checkVisibility() || element.closest('svg')) continue
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element
      const [sideways, upright] = boxOf(element).hides
      const cut = (sideways && scrollWidth > clientWidth + SLACK) || (upright && scrollHeight > clientHeight + SLACK)
      if (cut && clientWidth > 1) problems.push(`cut off: ${element.className} ${short(element.textContent ?? '')}`)
    }

    // A word is what stands between two places where a line may end.
    for (const node of new Set(lines.map((line) => line.node))) {
      // The raw text of an error has addresses that no line holds.
      if (node.parentElement?.closest('code')) continue
      for (const word of (node.textContent ?? '').matchAll(/[^\s\u200b/–—-]+/gu)) {
        const range = document.createRange()
        range.setStart(node, word.index)
        range.setEnd(node, word.index + word[0].length)
        const tops = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top))
        if (tops.some((top) => Math.abs(top - (tops[0] ?? 0)) > 4)) {
          const { className } = node.parentElement as Element
          problems.push(`broken word: “${word[0]}” of “${short(node.textContent ?? '')}” ${className}`)
        }
      }
    }

    for (const { text, element, rect } of lines) {
      if (element.closest('svg') && /\p{L}(?:…|\.\.\.)$/u.test(text)) problems.push(`cut short: “${text}”`)
      for (const around of withAround(element)) {
        const { frame, scrolls, isInline, isPlaced } = boxOf(around)
        if (scrolls) break
        const sideways = rect.left < frame.left - SLACK || rect.right > frame.right + SLACK
        const upright = rect.top < frame.top - SLACK || rect.bottom > frame.bottom + SLACK
        if (!isInline && around.tagName !== 'svg' && (sideways || upright)) {
          problems.push(`outside its box: “${text}” ${box(rect)} in ${around.tagName} ${box(frame)}`)
          break
        }
        if (isPlaced) break
      }
      if (rect.right > width + SLACK && !withAround(element).some((around) => boxOf(around).scrolls)) {
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
