import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import { chromiumArgs, chromiumPath } from '../support/chromium.ts'

const project = resolve(import.meta.dirname, '../..')
const port = Number(process.env.E2E_PORT ?? 4179)
// The built folder is seen in a sub-folder of a plain static server: URLs that are not relative fail here.
const site = join(tmpdir(), `${basename(project)}-e2e-${port}`)
const app = join(site, 'intranet', 'atlas')
const built = resolve(project, process.env.E2E_DIST ?? 'dist')
const phone = /phone\.spec\.ts$/

export default defineConfig({
  testDir: '.',
  outputDir: join(project, 'test-results'),
  retries: 0,
  // A start takes two or three seconds, and many more where the machine has other work.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: 'list',
  use: {
    // Less than a test has: one that waits in vain says for what.
    actionTimeout: 30_000,
    baseURL: `http://127.0.0.1:${port}/intranet/atlas/`,
    serviceWorkers: 'block',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // Not a trace: it keeps every response, the engine's 34 MB of each page included.
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromiumPath,
      // No name outside this machine resolves, should a request pass by the guard in tests/support/e2e.ts.
      args: [...chromiumArgs, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'],
    },
  },
  projects: [
    { name: 'chromium-1440', testIgnore: phone, use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'chromium-390',
      testMatch: phone,
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    },
  ],
  webServer: {
    command: `mkdir -p '${dirname(app)}' && ln -sfn '${built}' '${app}' && exec python3 -m http.server ${port} --bind 127.0.0.1 --directory '${site}'`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    // http.server writes a line per request there.
    stderr: 'ignore',
  },
})
