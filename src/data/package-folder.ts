import { Failure, type FailureCode } from '../model/failure.ts'
import { sniffText } from '../model/text/sniff-content.ts'
import { sha256Hex } from './fingerprint.ts'
import { type MetaRow, readMetaTable } from './meta-table.ts'
import { invalidPackage } from './package-problem.ts'
import { type Descriptor, readDescriptor } from './package-schema.ts'
import { fileIn, resolveInside } from './safe-path.ts'

/** Gives the bytes behind an absolute URL, or throws a Failure. */
export type FetchBytes = (url: string, signal?: AbortSignal) => Promise<Uint8Array>

/** A package's folder: its descriptor, and the files that it names, each checked against its hash where the package gives one. */
export interface Folder {
  readonly file: string
  readonly manifestBytes: Uint8Array
  readonly descriptor: Descriptor
  has(name: string): boolean
  /** Bytes that the package says a resource has; null where it does not say. */
  sizeOf(name: string): number | null
  /** SHA-256 that the package says a resource has, in hex; null where it does not say. */
  hashOf(name: string): string | null
  resource(name: string): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }>
  table(name: string, columns: readonly string[]): Promise<readonly MetaRow[]>
  /** No rows where the package has no such resource. */
  optionalTable(name: string, columns: readonly string[]): Promise<readonly MetaRow[]>
}

export interface FolderRequest {
  readonly fetchBytes: FetchBytes
  readonly base: string
  readonly manifest: string
  readonly signal: AbortSignal | undefined
}

export async function openFolder({ fetchBytes, base, manifest, signal }: FolderRequest): Promise<Folder> {
  const file = fileIn(base, manifest)
  const manifestBytes = await fetchBytes(manifest, signal)
  const descriptor = readDescriptor(manifestBytes, file)
  const names = descriptor.resources.map((one) => one.name)
  const twice = names.findIndex((name, at) => names.indexOf(name) !== at)
  if (twice >= 0) throw invalidPackage('duplicate', names[twice] ?? '', { file, column: `resources[${twice}].name` })

  const resource = async (name: string) => {
    const at = names.indexOf(name)
    const path = descriptor.resources[at]?.path
    if (path === undefined) throw invalidPackage('resource-missing', name, { file, column: 'resources' })
    const url = resolveInside(base, manifest, path, `resources[${at}].path`)
    const bytes = await fetchBytes(url, signal)
    const expected = descriptor.hashes.filter((one) => one.name === name)
    if (expected.length > 0) {
      const found = sha256Hex(bytes)
      const other = expected.find((one) => one.sha256 !== found)
      if (other) {
        throw new Failure(strangerIn(bytes) ?? 'hash-differs', { file: fileIn(base, url), raw: `${other.sha256} / ${found}` })
      }
    }
    return { fileName: fileIn(base, url), bytes }
  }
  const table = async (name: string, columns: readonly string[]) => {
    const { fileName, bytes } = await resource(name)
    return readMetaTable(fileName, bytes, columns)
  }
  const has = (name: string) => names.includes(name)
  const optionalTable = async (name: string, columns: readonly string[]) => (has(name) ? table(name, columns) : [])
  const sizeOf = (name: string) => descriptor.resources[names.indexOf(name)]?.bytes ?? null
  const hashOf = (name: string) => descriptor.hashes.find((one) => one.name === name)?.sha256 ?? null
  return { file, manifestBytes, descriptor, has, sizeOf, hashOf, resource, table, optionalTable }
}

/** A page of the server in the place of a file (signed out, out of order) is worth more words than that the file differs. */
function strangerIn(bytes: Uint8Array): FailureCode | null {
  if (bytes.length === 0) return 'file-empty'
  const found = sniffText(new TextDecoder().decode(bytes.subarray(0, 4_000)))
  return found === 'file-binary' ? null : found
}
