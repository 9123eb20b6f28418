import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { build, createServer, type InlineConfig, type Plugin } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bareServer, KNOWN_ENDINGS } from '../.scripts/bare-server-plugin.ts'
import { fetchPacked } from '../src/data/fetch-packed.ts'
import { type BareServer, startBareServer } from './support/bare-server.ts'

// Two modules of one custom section each, too big to be written into the script itself.
const engine = Buffer.concat([Buffer.from([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), Buffer.alloc(20_000, 'engine')])
const reader = Buffer.concat([Buffer.from([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), Buffer.alloc(9_000, 'reader')])
const font = Buffer.alloc(8_000, 'wOF2')
const parquet = Buffer.from('PAR1 rows PAR1')

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'bare-'))
  const files: Record<string, string | Buffer> = {
    'index.html': '<!doctype html><title>x</title><script type="module" src="/src/main.ts"></script>',
    'src/main.ts': `import './main.css'
      import engine from './engine.wasm?url'
      const reader = new URL('./reader.wasm', import.meta.url)
      const worker = new Worker(new URL('./reading.worker.ts', import.meta.url), { type: 'module' })
      worker.postMessage([engine, reader.href])`,
    'src/reading.worker.ts': `import reader from './reader.wasm?url'
      onmessage = () => postMessage(reader)`,
    'src/main.css': "@font-face { font-family: 'F'; src: url('./letters.woff2') format('woff2') }",
    'src/engine.wasm': engine,
    'src/reader.wasm': reader,
    'src/letters.woff2': font,
    'datasets/one/observations.parquet': parquet,
    'datasets/one/datapackage.json': '{"path":"observations.parquet"}',
  }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), content)
  }
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a build', () => {
  let dist = ''
  let server: BareServer
  beforeAll(async () => {
    dist = join(root, 'dist')
    await build({ ...quiet(root), base: './', worker: { format: 'es' }, build: { outDir: 'dist' } })
    server = await startBareServer({ folder: dist })
  })
  afterAll(() => server.close())

  const files = () => readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[a-z0-9]+$/.test(name))
  const named = (pattern: RegExp) => files().filter((name) => pattern.test(name))
  const textOf = (name: string | undefined) => readFileSync(join(dist, name ?? 'none'), 'utf8')

  it('holds nothing with an ending that a bare server refuses', () => {
    expect(files().filter((name) => !KNOWN_ENDINGS.includes(name.slice(name.lastIndexOf('.') + 1)))).toEqual([])
    expect(named(/\.bin$/)).toHaveLength(4)
  })

  it('holds every wasm gzipped, and any other renamed file as it was', () => {
    const read = (pattern: RegExp) => readFileSync(join(dist, named(pattern)[0] ?? 'none'))
    expect(gunzipSync(read(/engine-[^/]+\.bin$/)).equals(engine)).toBe(true)
    expect(gunzipSync(read(/reader-[^/]+\.bin$/)).equals(reader)).toBe(true)
    expect(read(/letters-[^/]+\.bin$/).equals(font)).toBe(true)
    expect(read(/one\/observations\.parquet\.bin$/).equals(parquet)).toBe(true)
  })

  it('asks for the new names in scripts, workers and styles, and leaves manifests alone', () => {
    const script = textOf(named(/index-[^/]+\.js$/)[0])
    expect(script).toMatch(/engine-[\w-]+\.bin/)
    expect(script).toMatch(/reader-[\w-]+\.bin/)
    expect(textOf(named(/reading\.worker-[^/]+\.js$/)[0])).toMatch(/reader-[\w-]+\.bin/)
    expect(textOf(named(/\.css$/)[0])).toMatch(/letters-[\w-]+\.bin/)
    for (const name of named(/\.(?:js|css|html)$/)) expect(textOf(name)).not.toMatch(/\.(?:wasm|woff2)\b/)
    expect(textOf('datasets/one/datapackage.json')).toBe('{"path":"observations.parquet"}')
  })

  it('is read by fetchPacked from a bare server', async () => {
    const packed = named(/engine-[^/]+\.bin$/)[0]
    expect(Buffer.from(await fetchPacked(`${server.url}${packed}`)).equals(engine)).toBe(true)
    expect(Buffer.from(await fetchPacked(`${server.url}datasets/one/observations.parquet`)).equals(parquet)).toBe(true)
    expect(server.answered.map(({ status }) => status)).toEqual([200, 200])
  })

  it('and that server is as bare as it says', async () => {
    writeFileSync(join(dist, 'there.wasm'), engine)
    writeFileSync(join(root, 'outside.txt'), 'outside')
    const page = await headersOf(server.url)
    expect(page).toEqual({ status: 200, 'content-type': 'text/html', 'content-length': expect.stringMatching(/^\d+$/) })
    for (const path of ['there.wasm', 'none.js', '../../outside.txt', '%2e%2e/outside.txt', 'assets', '']) {
      const url = path === '' ? server.url.replace('atlas/', '') : `${server.url}${path}`
      expect(await headersOf(url), path).toEqual({ status: 404, 'content-length': '0' })
    }
  })
})

it('a server for developing gives the renamed dataset, and any other file as it is asked for', async () => {
  const vite = await createServer({ ...quiet(root), server: { middlewareMode: true, ws: false, watch: null } })
  const server = createHttpServer(vite.middlewares)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const asked = async (path: string) => (await fetch(`${origin}${path}`)).text()
  expect(await asked('/datasets/one/observations.parquet.bin')).toBe('/datasets/one/observations.parquet')
  expect(await asked('/x/datasets/one/observations.parquet.bin?t=1')).toBe('/x/datasets/one/observations.parquet?t=1')
  expect(await asked('/datasets/one/other.bin')).toBe('/datasets/one/other.bin')
  server.close()
  await vite.close()
})

function quiet(root: string): InlineConfig {
  return { root, configFile: false, logLevel: 'silent', plugins: [bareServer(), datasets()] }
}

/** Emits the dataset as it is called in the repository; while developing it answers with the address that it was asked for. */
function datasets(): Plugin {
  return {
    name: 'datasets',
    configureServer(server) {
      server.middlewares.use((asked, response, next) => (asked.url?.includes('/datasets/') ? response.end(asked.url) : next()))
    },
    generateBundle() {
      for (const name of ['observations.parquet', 'datapackage.json']) {
        const path = `datasets/one/${name}`
        this.emitFile({ type: 'asset', fileName: path, source: readFileSync(join(root, path)) })
      }
    },
  }
}

/** `fetch` hides some headers and mends paths. */
function headersOf(url: string): Promise<Record<string, unknown>> {
  const { hostname, port } = new URL(url)
  const path = url.slice(url.indexOf('/', 'http://'.length))
  return new Promise((done, fail) => {
    const asking = request({ hostname, port, path }, (response) => {
      response.resume()
      done({ status: response.statusCode, ...response.headers })
    })
    asking.on('error', fail)
    asking.end()
  })
}
