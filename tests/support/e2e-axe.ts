import type { Page } from '@playwright/test'
import axe from 'axe-core'

/** Whatever axe finds on the whole page by any of its rules, slight things too: one line each, empty where it finds nothing. */
export async function axeProblems(page: Page): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window)
  if (!isThere) await page.evaluate(axe.source)
  return page.evaluate(async (guard) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe
    // What passed is not handed over: on a long page that takes more time than the rules.
    const { violations } = await run({ exclude: [guard] }, { resultTypes: ['violations'], preload: false })
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ target, html }) => `${id} (${nodes.length}): ${target.join(' ')} ${html.slice(0, 120)}`),
    )
  }, FOCUS_GUARD)
}

/** At the ends of an open menu: it sends the focus on in the moment it gets it, which axe knows of dialogs only. */
const FOCUS_GUARD = '[data-base-ui-focus-guard]'
