import { z } from 'zod'
import type { Bilingual } from '../model/bilingual.ts'
import { Failure } from '../model/failure.ts'
import { decode } from '../model/text/decode.ts'
import { readTime } from '../model/time-choice.ts'
import type { TimeChoice, View } from '../model/view.ts'
import { invalidPackage } from './package-problem.ts'

// Without this zod tries `new Function`, which a strict content policy reports as a breach.
z.config({ jitless: true })

/** Codes that may stand in a link. */
export const CODE = /^[a-z0-9]([a-z0-9_-]*[a-z0-9])?$/

export interface CatalogFile {
  readonly datasets: readonly {
    readonly id: string
    readonly path: string
    readonly title: Bilingual
    readonly simulated: boolean
  }[]
  readonly default: string
  readonly reference: string
}

export interface Descriptor {
  readonly name: string
  /** Names of the licences, joined by commas; empty where none is given. */
  readonly licence: string
  /** `bytes` is null where the package does not say. */
  readonly resources: readonly { readonly name: string; readonly path: string; readonly bytes: number | null }[]
  /** Expected SHA-256 by resource name, in hex; a resource may have one, two equal ones or none. */
  readonly hashes: readonly { readonly name: string; readonly sha256: string }[]
}

/** The project's own fields of a dataset's descriptor. */
export interface DatasetFields {
  readonly id: string
  readonly title: Bilingual
  readonly description: Bilingual
  readonly simulated: boolean
  readonly reporters: readonly string[]
  readonly territorySets: readonly ('63' | '34')[]
  readonly sourceOrder: readonly string[]
  readonly defaultView: Partial<View>
  readonly smallCountThreshold: number
  readonly asOf: string | null
}

const code = z.string().regex(CODE)
const bilingual = z.object({ vi: z.string().trim().min(1), en: z.string().trim().min(1) })
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const catalogFile = z.object({
  datasets: z.array(z.object({ id: code, path: z.string(), title: bilingual, simulated: z.boolean().default(false) })).min(1),
  default: code,
  reference: z.string(),
})

const descriptor = z.object({
  name: z.string().min(1),
  licenses: z.array(z.object({ name: z.string().optional(), title: z.string().optional() })).default([]),
  resources: z.array(z.object({ name: code, path: z.string(), hash: z.string().optional(), bytes: z.int().optional() })).min(1),
  danVanAtlas: z.object({ id: code, sha256: z.record(z.string(), sha256).default({}) }),
})

const timeChoice = z.string().transform((text, context): TimeChoice => {
  const time = readTime(text)
  if (time) return time
  context.issues.push({ code: 'custom', message: 'no such time', input: text })
  return z.NEVER
})

const defaultView = z.strictObject({
  units: z.enum(['34', '63', 'goc']).exactOptional(),
  time: timeChoice.exactOptional(),
  grain: z.enum(['month', 'quarter', 'half', 'year']).exactOptional(),
  indicators: z.array(code).exactOptional(),
  normalisation: z.enum(['abs', 'year', 'per100k', 'commune', 'index']).exactOptional(),
  comparison: z.enum(['none', 'prev', 'yoy', 'peers', 'target']).exactOptional(),
  tab: z.enum(['overview', 'compare', 'place', 'rows', 'quality']).exactOptional(),
  charts: z.array(code).exactOptional(),
})

// Strict, so that a misspelt field is refused and not left out in silence.
const datasetFields = z.strictObject({
  id: code,
  title: bilingual,
  description: bilingual,
  simulated: z.boolean(),
  reporters: z.array(z.string()),
  territorySets: z.array(z.enum(['63', '34'])).min(1),
  sourceOrder: z.array(z.string()),
  defaultView: defaultView.default({}),
  smallCountThreshold: z.int().min(0).default(0),
  asOf: z.iso.date().nullable().default(null),
  sha256: z.unknown().optional(),
})

export function readCatalogFile(bytes: Uint8Array, file: string): CatalogFile {
  return check(catalogFile, readJson(bytes, file), file, '')
}

/** Reads what the Data Package standard lays down and this project uses; further properties are left alone. */
export function readDescriptor(bytes: Uint8Array, file: string): Descriptor {
  const found = check(descriptor, readJson(bytes, file), file, '')
  const standard = found.resources.flatMap(({ name, hash }, at) => {
    if (hash === undefined || !hash.startsWith('sha256:')) return []
    return [{ name, sha256: check(sha256, hash.slice('sha256:'.length), file, `resources[${at}].hash`) }]
  })
  return {
    name: found.name,
    licence: found.licenses
      .map((one) => one.title ?? one.name ?? '')
      .filter(Boolean)
      .join(', '),
    resources: found.resources.map(({ name, path, bytes }) => ({ name, path, bytes: bytes ?? null })),
    hashes: [...standard, ...Object.entries(found.danVanAtlas.sha256).map(([name, hash]) => ({ name, sha256: hash }))],
  }
}

export function readDatasetFields(bytes: Uint8Array, file: string): DatasetFields {
  const found = check(z.object({ danVanAtlas: z.unknown() }), readJson(bytes, file), file, '')
  return check(datasetFields, found.danVanAtlas, file, 'danVanAtlas')
}

const LARGEST = 2_000_000

/** JSON of a file. Throws Failure `file-html` for a server's page in its place, else `package-invalid`. */
function readJson(bytes: Uint8Array, file: string): unknown {
  if (bytes.length > LARGEST) throw invalidPackage('too-large', String(bytes.length), { file })
  const { text } = decode(bytes, file)
  try {
    return JSON.parse(text)
  } catch (error) {
    if (/^\s*</.test(text)) throw new Failure('file-html', { file })
    throw invalidPackage('not-json', error instanceof Error ? error.message : '', { file })
  }
}

function check<T>(schema: z.ZodType<T>, value: unknown, file: string, at: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const column = (issue?.path ?? []).reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : path === '' ? String(key) : `${path}.${String(key)}`),
    at,
  )
  throw invalidPackage('shape', issue?.message ?? '', { file, ...(column === '' ? {} : { column }) })
}
