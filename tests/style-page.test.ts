import { describe, expect, test } from 'vitest'
import { stylePage } from '../.scripts/style-page-plugin.ts'
import { CHART_TYPES } from '../src/charts/index.ts'
import { readCatalog, readReference } from '../src/data/catalog.ts'
import { wordsOf } from '../src/locale/words.ts'
import { statesPictures } from './style-page/states-pictures.ts'
import { catalogUrl, fetchFromDisk } from './support/dataset-files.ts'

const PAGE = '<script type="module" src="/src/main.tsx"></script>'

describe('the style page', () => {
  test('is there in development where it is asked for, and in no build', () => {
    const plugin = stylePage()
    const { transformIndexHtml } = plugin
    if (typeof transformIndexHtml !== 'object' || !('handler' in transformIndexHtml)) throw new Error('no handler')
    const handler = transformIndexHtml.handler as (html: string, context: { originalUrl?: string }) => string
    expect(plugin.apply).toBe('serve')
    expect(handler(PAGE, { originalUrl: '/?style=1' })).toContain('/tests/style-page/main.tsx')
    for (const originalUrl of ['/', '/?style=0', '/?q=style=1']) expect(handler(PAGE, { originalUrl })).toBe(PAGE)
    expect(handler(PAGE, {})).toBe(PAGE)
  })

  test('has a picture of every chart, in both languages', async () => {
    const { territories } = await readReference(fetchFromDisk, await readCatalog(fetchFromDisk, catalogUrl))
    for (const language of ['vi', 'en'] as const) {
      const all = statesPictures({ language, words: wordsOf(language), width: 1100, dark: false }, territories)
      const drawn = all.filter(({ chart, input }) => chart.picture(input).kind !== 'nothing')
      expect(new Set(drawn.map(({ chart }) => chart))).toEqual(new Set(CHART_TYPES))
      expect(all.length - drawn.length).toBe(1)
    }
  })
})
