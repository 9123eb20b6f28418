import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { bareServer } from './.scripts/bare-server-plugin.ts'
import { stylePage } from './.scripts/style-page-plugin.ts'
import { serveDatasets } from './datasets/serve-datasets.ts'
import { chromiumArgs, chromiumPath } from './tests/support/chromium.ts'

const notUnitTests = ['tests/e2e/**', 'tests/fixtures/**', 'tests/bench/**', 'node_modules/**', 'dist/**']

export default defineConfig({
  // Relative URLs: the built folder works in any sub-folder of any server.
  base: './',
  plugins: [react(), bareServer(), serveDatasets(), stylePage()],
  optimizeDeps: { exclude: ['@duckdb/duckdb-wasm', 'parquet-wasm'] },
  worker: { format: 'es' },
  build: {
    target: 'chrome109',
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'echarts', test: /node_modules\/(echarts|zrender)\// },
            { name: 'engine', test: /node_modules\/(@duckdb|apache-arrow|flatbuffers)\// },
          ],
        },
      },
    },
  },
  test: {
    // Left to itself Vitest leaves a core free, which of two is half of them.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          // Files of pure code: a module that two of them import is read once.
          isolate: false,
          environment: 'node',
          // An engine starts in many files; on two busy cores that takes its time.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: ['tests/**/*.test.ts'],
          exclude: [...notUnitTests, 'tests/**/*.browser.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['tests/**/*.test.tsx'],
          exclude: notUnitTests,
          setupFiles: ['tests/support/dom-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.ts'],
          exclude: notUnitTests,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: chromiumPath, args: chromiumArgs } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
