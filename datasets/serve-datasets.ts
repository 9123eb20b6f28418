import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Serves the packages under `/datasets/` while developing and copies them, unhashed, into `dist/datasets/` when building:
 * `catalog.json` and the JSON, CSV and Parquet files of every folder that the catalogue names. Whatever else lies in `datasets/`
 * (checked tables, build scripts, texts, the ledgers that tests read) is neither served nor copied, nor is a large CSV file whose
 * rows stand beside it as Parquet: the page would not ask for it, and some servers and mail gateways refuse such files.
 */
export function serveDatasets(): Plugin {
  let folder = ''
  return {
    name: 'serve-datasets',
    configResolved(config) {
      folder = join(config.root, 'datasets')
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = pathUnder(request.url ?? '', server.config.base)
        if (path === null) return next()
        // Read anew for every request, so that a rebuilt package shows after a reload.
        const type = packageFiles(folder).includes(path) ? TYPES[path.slice(path.lastIndexOf('.'))] : undefined
        if (type === undefined) {
          response.statusCode = 404
          return response.end()
        }
        response.setHeader('Content-Type', type)
        response.setHeader('Cache-Control', 'no-cache')
        return response.end(readFileSync(join(folder, path)))
      })
    },
    generateBundle() {
      for (const path of packageFiles(folder)) {
        this.emitFile({ type: 'asset', fileName: `datasets/${path}`, source: readFileSync(join(folder, path)) })
      }
    },
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.parquet': 'application/vnd.apache.parquet',
}

/** What a generated package is checked against; no part of it. */
const LEDGER = 'ledger.csv'

/** Paths of the published files, seen from `datasets/`, sorted; none where there is no catalogue. */
export function packageFiles(folder: string): readonly string[] {
  if (!existsSync(join(folder, 'catalog.json'))) return []
  const inside = packageFolders(folder).flatMap((name) =>
    readdirSync(join(folder, name), { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:json|csv|parquet)$/.test(entry.name) && entry.name !== LEDGER)
      .filter((entry) => !isLargeTwin(join(folder, name, entry.name)))
      .map((entry) => `${name}/${entry.name}`),
  )
  return ['catalog.json', ...inside].sort()
}

const LARGEST_CSV = 10_000_000

/** A CSV file of so many bytes, of rows that a Parquet file has too. */
function isLargeTwin(file: string): boolean {
  const parquet = file.replace(/\.csv$/, '.parquet')
  return parquet !== file && existsSync(parquet) && statSync(file).size > LARGEST_CSV
}

/** Folders that the catalogue names, `reference` among them. Throws where it names none that exists. */
function packageFolders(folder: string): readonly string[] {
  const catalog: { datasets: { path: string }[]; reference: string } = JSON.parse(
    readFileSync(join(folder, 'catalog.json'), 'utf8'),
  )
  const manifests = [catalog.reference, ...catalog.datasets.map((dataset) => dataset.path)]
  const folders = manifests.map((path) => {
    const match = /^([A-Za-z0-9][A-Za-z0-9._-]*)\/[A-Za-z0-9._-]+\.json$/.exec(path)
    if (!match?.[1] || !existsSync(join(folder, path))) throw new Error(`datasets/catalog.json names ${path}, which is not there`)
    return match[1]
  })
  return [...new Set(folders)]
}

/** `public-reports/codes.csv` of `/datasets/public-reports/codes.csv?x`; null for anything not under `/datasets/`. */
function pathUnder(url: string, base: string): string | null {
  const path = url.split(/[?#]/, 1)[0] ?? ''
  const start = base.startsWith('/') ? `${base}datasets/` : '/datasets/'
  const found = [start, '/datasets/'].find((prefix) => path.startsWith(prefix))
  return found === undefined ? null : path.slice(found.length)
}
