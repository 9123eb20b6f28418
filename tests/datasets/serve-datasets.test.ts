import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, createServer, type InlineConfig, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageFiles, serveDatasets } from '../../datasets/serve-datasets.ts'
import { datasetsFolder } from '../support/dataset-files.ts'

const SHIPPED = [
  'catalog.json',
  ...['aliases.csv', 'areas.csv', 'changes.csv', 'commune-units.csv', 'datapackage.json', 'populations.csv', 'provinces.csv'].map(
    (file) => `reference/${file}`,
  ),
  ...[
    ...['breakdowns.csv', 'codes.csv', 'datapackage.json', 'indicators.csv', 'models.csv', 'observations.csv'],
    ...['observations.parquet', 'sources.csv'],
  ].map((file) => `public-reports/${file}`),
].sort()

describe('which files are published', () => {
  it('the catalogue and the packages it names, nothing else', () => {
    expect(packageFiles(datasetsFolder).filter((path) => /^(?:catalog|reference|public-reports)/.test(path))).toEqual(SHIPPED)
    expect(packageFiles(datasetsFolder).filter((path) => /checked|build|\.md$|\.mjs$|\.ts$|ledger|\.gz$/.test(path))).toEqual([])
  })

  it('of the large package its rows as Parquet alone, also where somebody wrote the CSV file', () => {
    const files = packageFiles(datasetsFolder).filter((path) => path.startsWith('national-simulated/observations'))
    expect(files).toEqual(['national-simulated/observations.parquet'])
  })
})

describe('a project with a package', () => {
  let root = ''
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'serve-'))
    const catalog = { datasets: [{ path: 'one/datapackage.json' }], reference: 'reference/datapackage.json' }
    const files: Record<string, string> = {
      'index.html': '<!doctype html><title>x</title>',
      'datasets/catalog.json': JSON.stringify(catalog),
      'datasets/reference/datapackage.json': '{"name":"reference"}',
      'datasets/reference/SOURCES.md': 'not published',
      'datasets/one/datapackage.json': '{"name":"one"}',
      'datasets/one/observations.csv': 'a\nSố 1\n',
      'datasets/one/observations.parquet': 'PAR1',
      'datasets/one/large.parquet': 'PAR1',
      'datasets/two/datapackage.json': '{"name":"not in the catalogue"}',
      'datasets/checked/one/figures.csv': 'not,published\n',
      'datasets/build.mjs': 'not published',
    }
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, path, '..'), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    // Zeros that take no room on the disk.
    for (const name of ['large', 'alone']) {
      writeFileSync(join(root, `datasets/one/${name}.csv`), '')
      truncateSync(join(root, `datasets/one/${name}.csv`), 10_000_001)
    }
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it('is copied unhashed by a build', async () => {
    await build({ ...quiet(root), base: './', build: { outDir: 'dist' } })
    const out = join(root, 'dist/datasets')
    const found = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(found.map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1)).sort()).toEqual([
      'catalog.json',
      // Nothing else has its rows.
      'one/alone.csv',
      'one/datapackage.json',
      'one/large.parquet',
      'one/observations.csv',
      'one/observations.parquet',
      'reference/datapackage.json',
    ])
    expect(readFileSync(join(out, 'one/observations.csv'), 'utf8')).toBe('a\nSố 1\n')
  })

  describe('is served while developing', () => {
    let vite: ViteDevServer
    let server: Server
    let origin = ''
    beforeAll(async () => {
      vite = await createServer({ ...quiet(root), base: './', server: { middlewareMode: true, ws: false, watch: null } })
      server = createHttpServer(vite.middlewares)
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    })
    afterAll(async () => {
      server.close()
      await vite.close()
    })

    it.each([
      ['catalog.json', 'application/json; charset=utf-8'],
      ['one/observations.csv', 'text/csv; charset=utf-8'],
      ['one/observations.csv?t=1', 'text/csv; charset=utf-8'],
      ['one/observations.parquet', 'application/vnd.apache.parquet'],
    ])('%s', async (path, type) => {
      const response = await fetch(`${origin}/datasets/${path}`)
      expect([response.status, response.headers.get('content-type')]).toEqual([200, type])
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(
        new Uint8Array(readFileSync(join(root, 'datasets', path.replace(/\?.*/, '')))),
      )
    })

    it.each([
      ...[
        'build.mjs',
        'checked/one/figures.csv',
        'reference/SOURCES.md',
        'two/datapackage.json',
        'none.csv',
        'one/',
        'one/large.csv',
      ],
      ...['one/..%2f..%2findex.html', 'one/%2e%2e/build.mjs'],
    ])('not %s', async (path) => {
      const response = await fetch(`${origin}/datasets/${path}`)
      expect(response.status).toBe(404)
    })
  })

  it('refuses a catalogue that names a folder which is not there', () => {
    const lost = mkdtempSync(join(tmpdir(), 'serve-'))
    writeFileSync(join(lost, 'catalog.json'), JSON.stringify({ datasets: [], reference: 'reference/datapackage.json' }))
    expect(() => packageFiles(lost)).toThrow('reference/datapackage.json')
    rmSync(lost, { recursive: true, force: true })
  })
})

function quiet(root: string): InlineConfig {
  return { root, configFile: false, logLevel: 'silent', plugins: [serveDatasets()] }
}
