import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type PackageContent, readCatalog, readPackage, readReference } from '../../src/data/catalog.ts'
import { parseCsvRecords } from '../../src/data/csv-text.ts'
import type { FetchBytes } from '../../src/data/package-folder.ts'
import { Failure } from '../../src/model/failure.ts'

export const datasetsFolder = join(import.meta.dirname, '../../datasets')

/** Where the datasets stand in tests; nothing is ever sent there. */
export const datasetsUrl = 'https://atlas.example/app/datasets/'

/** Reads URLs under `datasetsUrl` from the disk; anything else is a failed test. */
export const fetchFromDisk: FetchBytes = async (url) => {
  if (!url.startsWith(datasetsUrl)) throw new Error(`asked for ${url}`)
  try {
    return new Uint8Array(await readFile(join(datasetsFolder, url.slice(datasetsUrl.length))))
  } catch {
    throw new Failure('http-status', { file: url, status: 404 })
  }
}

/** A CSV below `datasets/` as records by column name. */
export async function readRecords(path: string): Promise<Record<string, string>[]> {
  const { header, rows } = parseCsvRecords(await readFile(join(datasetsFolder, path), 'utf8'), path)
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])))
}

export const catalogUrl = `${datasetsUrl}catalog.json`

/** What is done to the text of a file, by its path below `datasets/`. */
export type Edits = Readonly<Record<string, (text: string) => string>>

/** An edit that puts `after` where `before` stands first; it fails where there is no `before`. */
export function replace(before: string, after: string): (text: string) => string {
  return (text) => {
    if (!text.includes(before)) throw new Error(`nothing to replace: ${before}`)
    return text.replace(before, () => after)
  }
}

/** The files on the disk with edits; hashes are taken out of the descriptors, unless they are to be kept. */
export function editedFetch(edits: Edits, { keepHashes = false } = {}): FetchBytes {
  return async (url) => {
    const bytes = await fetchFromDisk(url)
    const path = url.slice(datasetsUrl.length)
    const edit = edits[path] ?? ((text: string) => text)
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    if (keepHashes || !path.endsWith('datapackage.json')) return new TextEncoder().encode(edit(text))
    const bare = text.replace(/"sha256": \{[^}]*\}/, '"sha256": {}').replaceAll(/"hash": "sha256:[0-9a-f]{64}",/g, '')
    return new TextEncoder().encode(edit(bare))
  }
}

/** Opens `public-reports` with edits, or through a fetch of the test's own. */
export async function openEdited(edits: Edits, fetchBytes: FetchBytes = editedFetch(edits)): Promise<PackageContent> {
  const catalog = await readCatalog(fetchBytes, catalogUrl)
  const reference = await readReference(fetchBytes, catalog)
  return readPackage('public-reports', { catalog, ...reference, fetchBytes })
}

/** The Failure that a promise ends in; any other end is an error of the test. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  try {
    await promise
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error('nothing was refused')
}
