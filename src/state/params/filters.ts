import { isCode, readCodes, writeCodes } from './codes.ts'
import { firstOf, type Pair, type Param, type Reading } from './param.ts'

type Filters = Readonly<Record<string, readonly string[]>>

/**
 * `f.<key>=<codes>` narrows one dimension; `f.<key>=` lifts a filter of the default view; `f=` before them lifts all of it,
 * so that a sent link has its own filters only. A filter without values is no filter.
 */
export const filtersParam: Param<Filters> = {
  key: 'f.',
  changesNumbers: true,
  owns: (key) => key === 'f' || key.startsWith('f.'),
  read(pairs, fallback, reading) {
    const filters = new Map(pairs.some(([key, text]) => key === 'f' && text === '') ? [] : Object.entries(fallback))
    for (const [key, own] of byKey(pairs)) readFilter(key, own, filters, reading)
    return withoutEmpty(Object.fromEntries(filters))
  },
  write(value, fallback) {
    const filters = withoutEmpty(value)
    const base = fallback && withoutEmpty(fallback)
    const lifted: Pair[] = base
      ? Object.keys(base).flatMap((key): Pair[] => (Object.hasOwn(filters, key) ? [] : [[`f.${key}`, '']]))
      : [['f', '']]
    const kept = Object.entries(filters)
      .filter(([key, values]) => !base || !Object.hasOwn(base, key) || writeCodes(base[key] ?? []) !== writeCodes(values))
      .map(([key, values]): Pair => [`f.${key}`, writeCodes(values)])
    return [...lifted, ...kept]
  },
}

/** Keys that would reach the prototype of an object that is filled by key. */
export const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype']

/** The same filters without those that keep no value: the only form that a link can say. */
export function withoutEmpty(filters: Filters): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([, values]) => values.length > 0))
}

function byKey(pairs: readonly Pair[]): Map<string, Pair[]> {
  const groups = new Map<string, Pair[]>()
  for (const pair of pairs) groups.set(pair[0], [...(groups.get(pair[0]) ?? []), pair])
  return groups
}

function readFilter(key: string, pairs: readonly Pair[], filters: Map<string, readonly string[]>, reading: Reading): void {
  const text = firstOf(key, pairs, reading)
  const name = key.slice(2)
  if (key === 'f') {
    if (text !== '') reading.note(key, text, 'malformed')
  } else if (FORBIDDEN_KEYS.includes(name)) reading.note(key, text, 'forbidden')
  else if (!isCode(name)) reading.note(key, text, 'malformed')
  else {
    const values = readCodes(key, text, reading)
    if (values) filters.set(name, values)
  }
}
