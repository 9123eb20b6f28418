import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, normalize, resolve } from 'node:path'

/** The build that the browser tests look at. */
export const builtFolder = resolve(import.meta.dirname, '../..', process.env.E2E_DIST ?? 'dist')

export interface BareServerOptions {
  readonly folder?: string
  /** Where the folder is seen: `/noi-bo/atlas/`. */
  readonly under?: string
  /** Sent with every answer, refusals among them. */
  readonly headers?: Readonly<Record<string, string>>
  /** The name that the browser knows it by; it listens on 127.0.0.1 alone. */
  readonly host?: string
  /** Answers in the place of a file, by the path seen from the folder; null leaves the file as it is. */
  readonly instead?: (path: string, file: Buffer) => Instead | null
}

export interface Instead {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer | string
}

/** What was asked for and how many bytes of body went out. */
export interface Answered {
  readonly path: string
  readonly status: number
  readonly bytes: number
}

export interface BareServer {
  /** Of the folder, with a slash at its end. */
  readonly url: string
  readonly answered: Answered[]
  close(): Promise<void>
}

/**
 * A server that nobody set up: it knows ten endings and answers 404 for every other, compresses nothing, and says nothing but
 * type and length.
 */
export async function startBareServer(options: BareServerOptions = {}): Promise<BareServer> {
  const { folder = builtFolder, under = '/noi-bo/atlas/', headers = {}, host = '127.0.0.1', instead } = options
  const answered: Answered[] = []
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '', under)
    const file = path === null ? null : readKnown(folder, path)
    const other = file && path !== null ? (instead?.(path, file) ?? null) : null
    const status = other?.status ?? (file ? 200 : 404)
    const body = Buffer.from(other?.body ?? (status === 200 && file ? file : ''))
    keepSilent(response)
    response.statusCode = status
    if (path !== null && file) response.setHeader('Content-Type', typeOf(path))
    response.setHeader('Content-Length', body.length)
    for (const [name, value] of Object.entries({ ...headers, ...other?.headers })) response.setHeader(name, value)
    answered.push({ path: request.url ?? '', status, bytes: body.length })
    response.end(request.method === 'HEAD' ? undefined : body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}${under}`,
    answered,
    close: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(() => done()))
    },
  }
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'application/javascript',
  css: 'text/css',
  json: 'application/json',
  csv: 'application/octet-stream',
  txt: 'text/plain',
  svg: 'image/svg+xml',
  png: 'image/png',
  zip: 'application/x-zip-compressed',
  bin: 'application/octet-stream',
}

function readKnown(folder: string, path: string): Buffer | null {
  const file = join(folder, path)
  const isInside = !normalize(path).startsWith('..')
  return isInside && typeOf(path) !== '' && existsSync(file) && statSync(file).isFile() ? readFileSync(file) : null
}

/** Empty for an ending that the server does not know. */
function typeOf(path: string): string {
  const ending = /\.([^./]+)$/.exec(path)?.[1] ?? ''
  return (Object.hasOwn(TYPES, ending) && TYPES[ending]) || ''
}

/** Seen from the folder; null outside it. */
function pathOf(url: string, under: string): string | null {
  const path = decodeURIComponent(url.replace(/[?#].*$/, ''))
  if (!path.startsWith(under)) return null
  return path.slice(under.length) || 'index.html'
}

/** Node's own headers. */
function keepSilent(response: ServerResponse): void {
  response.sendDate = false
  response.removeHeader('Connection')
}
