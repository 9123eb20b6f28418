import { createHash } from 'node:crypto'

const PROFILES = 'https://datapackage.org/profiles/2.0'

/** One CSV resource of a Data Package v2, with its length and SHA-256 over exactly the bytes that are written. */
export function csvResource({ name, title, text, schema }) {
  const kind = { format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' }
  return tableResource({ name, path: `${name}.csv`, title, kind, bytes: Buffer.from(text, 'utf8'), schema })
}

/** The same for the Parquet twin of the CSV resource `name`. */
export function parquetResource({ name, title, bytes, schema }) {
  const kind = { format: 'parquet', mediatype: 'application/vnd.apache.parquet' }
  return tableResource({ name: `${name}-parquet`, path: `${name}.parquet`, title, kind, bytes, schema })
}

function tableResource({ name, path, title, kind, bytes, schema }) {
  return {
    $schema: `${PROFILES}/dataresource.json`,
    name,
    path,
    type: 'table',
    title,
    ...kind,
    bytes: bytes.length,
    hash: `sha256:${sha256(bytes)}`,
    schema: { $schema: `${PROFILES}/tableschema.json`, ...schema },
  }
}

/** The descriptor of a package; `own` are the project's own fields, in one object under the project's name. */
export function manifest({ name, title, description, version, licenses, sources, resources, own }) {
  const hashes = Object.fromEntries(resources.map((resource) => [resource.name, resource.hash.slice('sha256:'.length)]))
  return {
    $schema: `${PROFILES}/datapackage.json`,
    name,
    title,
    description,
    version,
    licenses,
    sources,
    danVanAtlas: { ...own, sha256: hashes },
    resources,
  }
}

/** JSON with two spaces, a list of plain values on one line where it fits. */
export function jsonText(value) {
  return `${print(value, 0, 0)}\n`
}

function print(value, depth, used) {
  const pad = '  '.repeat(depth + 1)
  const end = '  '.repeat(depth)
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    const flat = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`
    if (value.every((item) => typeof item !== 'object') && used + flat.length < WIDTH) return flat
    return `[\n${value.map((item) => pad + print(item, depth + 1, pad.length)).join(',\n')}\n${end}]`
  }
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
    if (entries.length === 0) return '{}'
    const lines = entries.map(([key, item]) => {
      const start = `${pad}${JSON.stringify(key)}: `
      return start + print(item, depth + 1, start.length)
    })
    return `{\n${lines.join(',\n')}\n${end}}`
  }
  return JSON.stringify(value)
}

const WIDTH = 130

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}
