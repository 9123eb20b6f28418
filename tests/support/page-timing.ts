import type { Page } from '@playwright/test'

/** What a page did since the last look at it; times in milliseconds. */
export interface PageTiming {
  /** Of the slowest interaction, from the input to the next paint, in steps of 8; null where none took 16. */
  readonly interaction: number | null
  /** Of the longest task of the main thread; 0 where none took 50. */
  readonly longTask: number
  /** Layout shift (a score without a unit) that no input explains, and that soon after an input. */
  readonly shift: number
  readonly shiftByInput: number
  /** What the worst shift moved. */
  readonly shifted: readonly string[]
  /** From the last press of a key or of the mouse to the paint of all that it asked for; null where nothing was pressed. */
  readonly answered: number | null
}

/** Milliseconds of `referenceWork` on the machine that the limits of the tests are stated for. */
const REFERENCE_MS = 20

/** Has the page watch its own main thread from its first moment on; to be called before it is opened. */
export async function watchTiming(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Seen = { entries: [], pressed: null }
    const kinds = ['event', 'longtask', 'layout-shift']
    const observers = kinds.map((type) => {
      const observer = new PerformanceObserver((list) => seen.entries.push(...list.getEntries()))
      observer.observe({ type, buffered: true, ...(type === 'event' ? { durationThreshold: 16 } : {}) })
      return observer
    })
    const press = (event: Event) => {
      seen.pressed = event.timeStamp
    }
    for (const type of ['pointerdown', 'keydown', 'click']) addEventListener(type, press, { capture: true })
    Object.assign(window, {
      takeSeen: (): Seen => {
        for (const observer of observers) seen.entries.push(...observer.takeRecords())
        return { entries: seen.entries.splice(0), pressed: seen.pressed }
      },
    })
  })
}

/** Waits until the page has drawn all that it was asked for, and tells what that took since the last call. */
export async function takeTiming(page: Page): Promise<PageTiming> {
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const isBusy = () =>
      document.querySelector('main [data-waiting="true"]') !== null ||
      // "Đang tính…": a picture that waits for figures of its own.
      [...document.querySelectorAll(':is(main, [role="dialog"]) [role="status"]')].some(({ textContent }) =>
        textContent?.endsWith('…'),
      )
    let painted = performance.now()
    // A picture that follows upon an answer begins a frame later.
    for (let still = 0; still < 3; still++) {
      await frame()
      if (isBusy()) still = -1
      else if (still === 0) painted = performance.now()
    }
    // Entries of the last frame come after it.
    await new Promise((resolve) => setTimeout(resolve, 50))
    const { entries, pressed } = (window as unknown as { takeSeen(): Seen }).takeSeen()
    const of = <T extends PerformanceEntry>(type: string) => entries.filter(({ entryType }) => entryType === type) as T[]
    const most = (all: readonly PerformanceEntry[]) => Math.max(0, ...all.map(({ duration }) => duration))
    const pressedOn = of<PerformanceEntry & { readonly interactionId: number }>('event').filter((one) => one.interactionId > 0)
    const shifts = of<Shift>('layout-shift')
    const sum = (all: readonly Shift[]) => all.reduce((score, { value }) => score + value, 0)
    const worst = shifts.reduce<Shift | null>((a, b) => (a && a.value >= b.value ? a : b), null)
    const named = (node: Node | null) => (node instanceof Element ? `${node.tagName} ${node.className}` : String(node?.nodeName))
    return {
      interaction: pressedOn.length > 0 ? most(pressedOn) : null,
      longTask: most(of('longtask')),
      shift: sum(shifts.filter((one) => !one.hadRecentInput)),
      shiftByInput: sum(shifts.filter((one) => one.hadRecentInput)),
      shifted: worst?.sources.map(({ node }) => named(node)) ?? [],
      answered: pressed === null ? null : painted - pressed,
    }
  })
}

/** How much slower this machine is just now than the one that limits are stated for, by a fixed work in the page; at least 1. */
export async function slowness(page: Page): Promise<number> {
  return Math.max(1, (await referenceMs(page)) / REFERENCE_MS)
}

/** Milliseconds of a fixed work of the kind that pages do: texts, maps and sorting. The middle of five runs. */
export async function referenceMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const work = () => {
      const start = performance.now()
      const groups = new Map<string, number[]>()
      for (let at = 0; at < 60_000; at++) {
        const key = `${(at * 7919) % 4001}|${at % 7}`
        const group = groups.get(key)
        if (group) group.push(at)
        else groups.set(key, [at])
      }
      const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
      return { ms: performance.now() - start, sorted }
    }
    return [0, 1, 2, 3, 4].map(() => work().ms).sort((a, b) => a - b)[2] as number
  })
}

interface Seen {
  readonly entries: PerformanceEntry[]
  /** When a key or the mouse was pressed last. */
  pressed: number | null
}

interface Shift extends PerformanceEntry {
  readonly value: number
  readonly hadRecentInput: boolean
  readonly sources: readonly { readonly node: Node | null }[]
}
