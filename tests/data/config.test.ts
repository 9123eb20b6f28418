import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type AppConfig, DEFAULT_CONFIG, readConfig } from '../../src/data/config.ts'
import { Failure } from '../../src/model/failure.ts'

describe('readConfig', () => {
  it('reads the file that is shipped, which sets every key: to its default, but that simulated data are shown', async () => {
    const bytes = await readFile(join(import.meta.dirname, '../../public/config.json'))
    expect(await readConfig(async () => bytes)).toEqual({ config: { ...DEFAULT_CONFIG, simulatedData: true }, problems: [] })
    expect(Object.keys(JSON.parse(bytes.toString()))).toEqual(Object.keys(DEFAULT_CONFIG))
  })

  it('asks for config.json beside the page', async () => {
    const asked: string[] = []
    await readConfig(async (url) => {
      asked.push(url)
      return text('{}')
    })
    expect(asked).toEqual(['config.json'])
  })

  it('takes what an administrator sets', async () => {
    const set: AppConfig = {
      title: { vi: 'Dân vận tỉnh Ninh Bình', en: 'Ninh Binh' },
      logo: 'img/logo.svg',
      homeTerritory: '34:37',
      classificationLine: { vi: 'Lưu hành nội bộ', en: 'For internal use' },
      enginePolicy: 'at-start',
      memoryLimitMB: 512,
      simulatedData: true,
      defaultLanguage: 'en',
      defaultDataset: 'cong-an-2026',
      allowedDataOrigins: ['https://data.example:8443'],
      allowedEmbedOrigins: ['http://portal.example'],
      contact: 'Phòng PV05, 0228 000 000',
    }
    expect(await read(set)).toEqual({ config: set, problems: [] })
  })

  it.each([
    ['', 'config-not-json'],
    ['{"title":', 'config-not-json'],
    ['{"logo": "a.png",}', 'config-not-json'],
    ['<!doctype html><title>404</title>', 'config-not-json'],
    ['[]', 'config-not-object'],
    ['null', 'config-not-object'],
    ['"x"', 'config-not-object'],
  ])('falls back whole and says so: %j', async (given, problem) => {
    expect(await readConfig(async () => text(given))).toEqual({ config: DEFAULT_CONFIG, problems: [problem] })
  })

  it('falls back when the file cannot be fetched', async () => {
    const missing = readConfig(async () => {
      throw new Failure('http-status', { status: 404 })
    })
    expect(await missing).toEqual({ config: DEFAULT_CONFIG, problems: ['config-unreachable'] })
  })

  it('reads what Notepad writes: UTF-8 with a mark, UTF-16', async () => {
    const written = JSON.stringify({ contact: 'Phòng Tham mưu' })
    const marked = Buffer.from(`\uFEFF${written}`, 'utf8')
    const utf16 = Buffer.from(`\uFEFF${written}`, 'utf16le')
    for (const bytes of [marked, utf16]) {
      const { config, problems } = await readConfig(async () => new Uint8Array(bytes))
      expect([config.contact, problems]).toEqual(['Phòng Tham mưu', []])
    }
  })

  it.each([
    ['title', 7],
    ['title', { vi: '', en: '' }],
    ['title', { vi: ['a'], en: 'b' }],
    ['logo', 'https://evil.example/x.png'],
    ['logo', '../x.png'],
    ['logo', 'javascript:alert(1)'],
    ['homeTerritory', '36'],
    ['homeTerritory', '64:36'],
    ['enginePolicy', 'always'],
    ['simulatedData', 'false'],
    ['defaultLanguage', 'fr'],
    ['defaultDataset', 'Public Reports'],
    ['allowedDataOrigins', 'https://data.example'],
    ['contact', { vi: 'x' }],
    ['classificationLine', null],
  ])('keeps the default of %s when it is %j, and the rest as set', async (key, value) => {
    const { config, problems } = await read({ defaultLanguage: 'en', simulatedData: true, [key]: value })
    expect(problems).toEqual([`config-bad-value:${key}`])
    const rest = { defaultLanguage: 'en', simulatedData: true } as const
    expect(config).toEqual({ ...DEFAULT_CONFIG, ...rest, [key]: DEFAULT_CONFIG[key as keyof AppConfig] })
  })

  it('names unknown keys, not those for people and editors', async () => {
    const { problems } = await read({ '// note': 'x', $schema: 'y', titel: {}, embed: true })
    expect(problems).toEqual(['config-unknown-key:titel', 'config-unknown-key:embed'])
  })

  it('shows a classification line in both languages when only one is given', async () => {
    for (const given of ['Lưu hành nội bộ', { vi: 'Lưu hành nội bộ' }, { vi: 'Lưu hành nội bộ', en: ' ' }]) {
      const { config, problems } = await read({ classificationLine: given })
      expect(config.classificationLine).toEqual({ vi: 'Lưu hành nội bộ', en: 'Lưu hành nội bộ' })
      expect(problems).toEqual(['config-one-language:classificationLine'])
    }
  })

  it('keeps the origins that are origins, once each', async () => {
    const given = [
      'https://A.example/',
      'https://a.example',
      '*',
      'https://*.example',
      'https://b.example/page',
      'ftp://c.example',
      'null',
      5,
    ]
    const { config, problems } = await read({ allowedEmbedOrigins: given })
    expect(config.allowedEmbedOrigins).toEqual(['https://a.example'])
    expect(problems).toEqual(['config-bad-value:allowedEmbedOrigins'])
  })

  it('is not touched by __proto__', async () => {
    const { config, problems } = await readConfig(async () =>
      text('{"__proto__": {"x": 1}, "title": {"__proto__": {"vi": "a"}}}'),
    )
    expect(problems).toEqual(['config-unknown-key:__proto__', 'config-bad-value:title'])
    expect(config).toEqual(DEFAULT_CONFIG)
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })
})

function text(given: string): Uint8Array {
  return new TextEncoder().encode(given)
}

function read(given: object): ReturnType<typeof readConfig> {
  return readConfig(async () => text(JSON.stringify(given)))
}
