import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchBytes } from '../../src/data/fetch-bytes.ts'

const body = Buffer.from('a,b\n1,2\n'.repeat(50_000))
const answers: Record<string, RequestListener> = {
  '/whole': (_, response) => response.setHeader('content-length', body.length).end(body),
  '/chunked': (_, response) => response.write(body.subarray(0, 9), () => response.end(body.subarray(9))),
  '/gzip': (_, response) => {
    const packed = gzipSync(body)
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length }).end(packed)
  },
  '/empty': (_, response) => response.end(),
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-length': body.length })
    response.write(body.subarray(0, 100_000), () => response.destroy())
  },
  '/silent': () => {},
  '/stalled': (_, response) => {
    response.writeHead(200, { 'content-length': body.length })
    response.write(body.subarray(0, 1_000))
  },
}
for (const status of [401, 403, 404, 500, 503]) {
  answers[`/${status}`] = (_, response) => response.writeHead(status).end('<h1>no</h1>')
}

let server: Server
let base: string

beforeAll(async () => {
  server = createServer((request, response) => answers[request.url ?? '']?.(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('fetchBytes', () => {
  it.each(['/whole', '/chunked', '/gzip'])('gets %s', async (path) => {
    expect(Buffer.from(await fetchBytes(base + path)).equals(body)).toBe(true)
  })

  it('gets an empty body', async () => {
    expect(await fetchBytes(`${base}/empty`)).toHaveLength(0)
  })

  it('tells how far it is, and the whole where that is known', async () => {
    for (const [path, total] of [
      ['/whole', body.length],
      ['/gzip', null],
    ] as const) {
      const steps: [number, number | null][] = []
      await fetchBytes(base + path, undefined, { onProgress: (...step) => steps.push(step) })
      expect(steps.at(-1)).toEqual([body.length, total])
      expect(steps.map(([loaded]) => loaded)).toEqual(steps.map(([loaded]) => loaded).toSorted((a, b) => a - b))
    }
  })

  it.each([401, 403, 404, 500, 503])('names the status %i', async (status) => {
    const url = `${base}/${status}`
    await expect(fetchBytes(url)).rejects.toMatchObject({ code: 'http-status', detail: { file: url, status } })
  })

  it('knows a body that ends too soon', async () => {
    await expect(fetchBytes(`${base}/cut`)).rejects.toMatchObject({ code: 'body-incomplete' })
  })

  it('knows a server that nobody reaches', async () => {
    await expect(fetchBytes('http://127.0.0.1:1/x')).rejects.toMatchObject({ code: 'http-unreachable' })
  })

  it('does not wait for ever for a silent server', async () => {
    const options = { stallMs: 100 }
    await expect(fetchBytes(`${base}/silent`, undefined, options)).rejects.toMatchObject({ code: 'http-unreachable' })
    await expect(fetchBytes(`${base}/stalled`, undefined, options)).rejects.toMatchObject({ code: 'body-incomplete' })
  })

  it('stops when it is told to', async () => {
    const controller = new AbortController()
    const fetching = fetchBytes(`${base}/stalled`, controller.signal)
    setTimeout(() => controller.abort(), 20)
    await expect(fetching).rejects.toMatchObject({ code: 'query-cancelled' })
    await expect(fetchBytes(`${base}/whole`, AbortSignal.abort())).rejects.toMatchObject({ code: 'query-cancelled' })
  })
})
