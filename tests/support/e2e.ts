import { test as base, expect } from '@playwright/test'

/**
 * Playwright's `test` with the network refused: every request to another origin than the app's is aborted, kept in `outside`,
 * and fails the test at its end. A test that provokes one on purpose empties the list after looking at it.
 */
export const test = base.extend<{ outside: string[] }>({
  outside: [
    async ({ context, baseURL }, use) => {
      const outside: string[] = []
      const origin = new URL(baseURL ?? 'about:blank').origin
      await context.route(
        (url) => url.origin !== origin && url.protocol !== 'data:' && url.protocol !== 'blob:',
        (route) => {
          outside.push(route.request().url())
          return route.abort('blockedbyclient')
        },
      )
      await context.routeWebSocket(/.*/, (socket) => {
        outside.push(socket.url())
        void socket.close()
      })
      await use(outside)
      expect(outside, 'requests outside the origin of the app').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
