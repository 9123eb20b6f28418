import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { datasetsFolder, readRecords } from '../support/dataset-files.ts'
import { readParquetRecords } from '../support/write-parquet.ts'

interface Field {
  name: string
  type: string
  constraints?: { required?: boolean; unique?: boolean; pattern?: string; enum?: string[]; minimum?: number }
}
interface Resource {
  name: string
  path: string
  bytes: number
  hash: string
  schema: {
    fields: Field[]
    primaryKey?: string[]
    foreignKeys?: { fields: string[]; reference: { resource?: string; fields: string[] } }[]
  }
}
interface Manifest {
  $schema: string
  licenses: unknown[]
  sources: { title: string }[]
  resources: Resource[]
  danVanAtlas: { sha256: Record<string, string> }
}

const TYPES: Record<string, RegExp> = {
  string: /[\s\S]/,
  integer: /^\d+$/,
  number: /^\d+(?:\.\d+)?$/,
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
}

describe.each(['public-reports', 'demo-simulated', 'reference'])('descriptor of %s', (name) => {
  const manifest: Manifest = JSON.parse(readFileSync(join(datasetsFolder, name, 'datapackage.json'), 'utf8'))

  it('is a Data Package v2 with licences and sources', () => {
    expect(manifest.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json')
    expect(manifest.licenses.length).toBeGreaterThan(0)
    expect(manifest.sources.length).toBeGreaterThan(0)
    expect(Object.keys(manifest.danVanAtlas.sha256)).toEqual(manifest.resources.map((resource) => resource.name))
  })

  it.each(manifest.resources.map((resource) => [resource.name, resource] as const))(
    '%s keeps its own schema',
    async (_, resource) => {
      const bytes = readFileSync(join(datasetsFolder, name, resource.path))
      const hash = createHash('sha256').update(bytes).digest('hex')
      expect([bytes.length, `sha256:${hash}`, hash]).toEqual([
        resource.bytes,
        resource.hash,
        manifest.danVanAtlas.sha256[resource.name],
      ])
      const isParquet = resource.path.endsWith('.parquet')
      const rows = isParquet
        ? await readParquetRecords(join(datasetsFolder, name, resource.path))
        : await readRecords(`${name}/${resource.path}`)
      const { fields, primaryKey = [], foreignKeys = [] } = resource.schema
      expect(rows.length).toBeGreaterThan(0)
      expect(Object.keys(rows[0] ?? {})).toEqual(fields.map((field) => field.name))
      for (const field of fields) checkField(field, rows)
      if (primaryKey.length > 0) {
        const keys = rows.map((row) => primaryKey.map((column) => row[column]).join('\u0000'))
        expect(new Set(keys).size).toBe(rows.length)
      }
      for (const { fields: columns, reference } of foreignKeys) {
        const target =
          reference.resource === undefined ? rows : await readRecords(`${name}/${pathOf(manifest, reference.resource)}`)
        const known = new Set(target.map((row) => reference.fields.map((column) => row[column]).join('\u0000')))
        const pointers = rows
          .map((row) => columns.map((column) => row[column]))
          .filter((cells) => cells.some((cell) => cell !== ''))
        expect(pointers.filter((cells) => !known.has(cells.join('\u0000')))).toEqual([])
      }
    },
  )
})

function checkField({ name, type, constraints = {} }: Field, rows: readonly Record<string, string>[]): void {
  const filled = rows.map((row) => row[name] ?? '').filter((cell) => cell !== '')
  if (constraints.required) expect([name, filled.length]).toEqual([name, rows.length])
  if (constraints.unique) expect([name, new Set(filled).size]).toEqual([name, filled.length])
  const form = TYPES[type]
  if (!form) throw new Error(`${name}: no rule for type ${type}`)
  const wrong = filled.filter(
    (cell) =>
      !form.test(cell) ||
      (constraints.pattern !== undefined && !new RegExp(constraints.pattern).test(cell)) ||
      (constraints.enum !== undefined && !constraints.enum.includes(cell)) ||
      (constraints.minimum !== undefined && Number(cell) < constraints.minimum),
  )
  expect([name, wrong]).toEqual([name, []])
}

function pathOf(manifest: Manifest, resource: string): string {
  const found = manifest.resources.find((one) => one.name === resource)
  if (!found) throw new Error(`no resource ${resource}`)
  return found.path
}
