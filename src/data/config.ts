import type { Bilingual, Language } from '../model/bilingual.ts'
import { readTerritoryKey, type TerritoryKey } from '../model/territory.ts'
import { decode } from '../model/text/decode.ts'
import { isPlainPath } from './safe-path.ts'

/** What the administrator of a server sets in `config.json`, without a build. */
export interface AppConfig {
  readonly title: Bilingual
  /** Path of a picture beside the page, or empty. */
  readonly logo: string
  /** "Địa phương tôi", or null. */
  readonly homeTerritory: TerritoryKey | null
  /** Printed on every screen and export ("Lưu hành nội bộ"); empty for none. */
  readonly classificationLine: Bilingual
  /** `on-demand`: the engine starts with the first question that needs it; `at-start`: with the page. */
  readonly enginePolicy: 'on-demand' | 'at-start'
  /** Most memory that the engine may take, in MB; null for what the device can bear. */
  readonly memoryLimitMB: number | null
  /** Whether the simulated dataset is offered. */
  readonly simulatedData: boolean
  readonly defaultLanguage: Language
  /** Dataset id; empty for the default of the catalogue. */
  readonly defaultDataset: string
  /** Exact origins (`https://host:port`) that data may be read from besides the page's own. */
  readonly allowedDataOrigins: readonly string[]
  /** Exact origins of pages that may talk to an embedded view. */
  readonly allowedEmbedOrigins: readonly string[]
  /** Whom to ask, as plain text; empty for nobody. */
  readonly contact: string
}

export const DEFAULT_CONFIG: AppConfig = {
  title: { vi: 'Dân Vận Atlas', en: 'Dan Van Atlas' },
  logo: '',
  homeTerritory: null,
  classificationLine: { vi: '', en: '' },
  enginePolicy: 'on-demand',
  memoryLimitMB: null,
  simulatedData: false,
  defaultLanguage: 'vi',
  defaultDataset: 'public-reports',
  allowedDataOrigins: [],
  allowedEmbedOrigins: [],
  contact: '',
}

/**
 * Reads `config.json`; never throws. A key that cannot be used keeps its default, and `problems` says so:
 * `config-unreachable`, `config-not-json`, `config-not-object`, or with the key behind a colon
 * `config-unknown-key:`, `config-bad-value:`, `config-one-language:` (the given language then stands for both).
 */
export async function readConfig(
  fetchBytes: (url: string) => Promise<Uint8Array>,
  url = 'config.json',
): Promise<{ config: AppConfig; problems: string[] }> {
  let bytes: Uint8Array
  try {
    bytes = await fetchBytes(url)
  } catch {
    return { config: DEFAULT_CONFIG, problems: ['config-unreachable'] }
  }
  let given: unknown
  try {
    given = JSON.parse(decode(bytes).text)
  } catch {
    return { config: DEFAULT_CONFIG, problems: ['config-not-json'] }
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return { config: DEFAULT_CONFIG, problems: ['config-not-object'] }
  }
  return fromObject(new Map(Object.entries(given)))
}

type Value<T> = { readonly value: T; readonly problem?: 'config-bad-value' | 'config-one-language' }
type Reader<T> = (given: unknown, fallback: T) => Value<T>

/** One reader per key; a key of `AppConfig` without a reader does not compile. */
const readers: { readonly [K in keyof AppConfig]: Reader<AppConfig[K]> } = {
  title: (given, fallback) => {
    const read = bilingual(given, fallback)
    return read.value.vi === '' ? { value: fallback, problem: 'config-bad-value' } : read
  },
  logo: (given, fallback) =>
    accept(fallback, typeof given === 'string' && (given === '' || isPlainPath(given)) ? given : undefined),
  homeTerritory: (given, fallback) => {
    if (given === null || given === '') return { value: null }
    const ref = typeof given === 'string' ? readTerritoryKey(given) : null
    return accept(fallback, ref ? (`${ref.set}:${ref.code}` as const) : undefined)
  },
  classificationLine: bilingual,
  enginePolicy: oneOf('on-demand', 'at-start'),
  memoryLimitMB: (given, fallback) =>
    accept(
      fallback,
      given === null || (Number.isInteger(given) && Number(given) >= 256 && Number(given) <= 3000)
        ? (given as number | null)
        : undefined,
    ),
  simulatedData: (given, fallback) => accept(fallback, typeof given === 'boolean' ? given : undefined),
  defaultLanguage: oneOf('vi', 'en'),
  defaultDataset: (given, fallback) =>
    accept(fallback, typeof given === 'string' && /^(?:[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?)?$/.test(given) ? given : undefined),
  allowedDataOrigins: origins,
  allowedEmbedOrigins: origins,
  contact: (given, fallback) => accept(fallback, typeof given === 'string' && given.length <= LONGEST ? given.trim() : undefined),
}

const LONGEST = 500

function fromObject(given: ReadonlyMap<string, unknown>): { config: AppConfig; problems: string[] } {
  const keys = Object.keys(readers) as (keyof AppConfig)[]
  const known = new Set<string>(keys)
  // `$schema` and keys that start with `//` are an editor's and a human's; JSON has no comments.
  const unknown = [...given.keys()].filter((key) => !known.has(key) && key !== '$schema' && !key.startsWith('//'))
  const problems = unknown.map((key) => `config-unknown-key:${key.slice(0, 60)}`)
  const config = { ...DEFAULT_CONFIG }
  for (const key of keys) {
    if (given.has(key)) read(key)
  }
  return { config, problems }

  function read<K extends keyof AppConfig>(key: K): void {
    const { value, problem } = readers[key](given.get(key), DEFAULT_CONFIG[key])
    config[key] = value
    if (problem) problems.push(`${problem}:${key}`)
  }
}

function accept<T>(fallback: T, value: T | undefined): Value<T> {
  return value === undefined ? { value: fallback, problem: 'config-bad-value' } : { value }
}

function oneOf<T extends string>(...values: readonly T[]): Reader<T> {
  return (given, fallback) =>
    accept(
      fallback,
      values.find((value) => value === given),
    )
}

/** One language for both rather than none: a classification line must not get lost over a missing translation. */
function bilingual(given: unknown, fallback: Bilingual): Value<Bilingual> {
  const both = typeof given === 'string' ? { vi: given } : given
  if (typeof both !== 'object' || both === null || Array.isArray(both)) return accept(fallback, undefined)
  const fields = new Map<string, unknown>(Object.entries(both))
  const [vi = '', en = ''] = [fields.get('vi'), fields.get('en')]
  if (typeof vi !== 'string' || typeof en !== 'string' || vi.length > LONGEST || en.length > LONGEST)
    return accept(fallback, undefined)
  const value = { vi: vi.trim() || en.trim(), en: en.trim() || vi.trim() }
  return (vi.trim() === '') === (en.trim() === '') ? { value } : { value, problem: 'config-one-language' }
}

/** Keeps the entries that are origins and nothing more; `*` is none. */
function origins(given: unknown, fallback: readonly string[]): Value<readonly string[]> {
  if (!Array.isArray(given)) return accept(fallback, undefined)
  const found = given.map(originOf)
  const value = [...new Set(found.filter((origin) => origin !== null))]
  return found.includes(null) ? { value, problem: 'config-bad-value' } : { value }
}

function originOf(given: unknown): string | null {
  if (typeof given !== 'string') return null
  const url = urlOf(given)
  if (!url) return null
  const plain = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  return plain && (url.protocol === 'https:' || url.protocol === 'http:') && !url.host.includes('*') ? url.origin : null
}

function urlOf(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
