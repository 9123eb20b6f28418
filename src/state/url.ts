import { type Notice, notice } from '../model/notice.ts'
import type { View } from '../model/view.ts'
import { CURRENT_VERSION, migrate } from './migrations.ts'
import { codeList } from './params/codes.ts'
import { FORBIDDEN_KEYS, filtersParam } from './params/filters.ts'
import { choiceForm, codeForm, fingerprintForm, localFileForm, orNone, sortForm, timeForm, wordsForm } from './params/forms.ts'
import { type Pair, type Param, type Reading, single, type TextForm } from './params/param.ts'
import { rowFiltersParam } from './params/row-filters.ts'
import { unescapedKey } from './params/unescaped-key.ts'

/** What a link says: the view, the keys that are not the view's own (passed on as they are), and what was ignored. */
export interface Opened {
  readonly view: View
  readonly rest: readonly Pair[]
  readonly notices: readonly Notice[]
}

/** Every field of the View and its place in a link, in the order of writing. */
export const params: { readonly [K in keyof View]: Param<View[K]> } = {
  dataset: datasetParam(),
  localFile: localFileParam(),
  indicators: codeList('i', true),
  filters: filtersParam,
  time: single('t', timeForm, true),
  grain: single('g', orNone(choiceForm(['month', 'quarter', 'half', 'year'])), true),
  straddling: single('st', choiceForm(['out', 'share']), true),
  units: single('dg', choiceForm(['34', '63', 'goc']), true),
  territories: codeList('p', true),
  normalisation: single('n', choiceForm(['abs', 'year', 'per100k', 'commune', 'index']), true),
  comparison: single('cmp', choiceForm(['none', 'prev', 'yoy', 'peers', 'target']), true),
  focus: single('focus', orNone(codeForm), false),
  tab: single('tab', choiceForm(['overview', 'compare', 'place', 'rows', 'quality']), false),
  charts: codeList('c', false),
  sort: single('s', orNone(sortForm), false),
  search: single('q', wordsForm, false),
  rowFilters: rowFiltersParam,
  rowColumns: codeList('rc', false),
  fingerprint: single('fp', orNone(fingerprintForm), false),
  language: single('lang', choiceForm(['vi', 'en']), false),
  theme: single('theme', choiceForm(['auto', 'light', 'dark']), false),
}

/** The largest link that is read, in characters, and the most values in it. */
export const MAX_LENGTH = 8192
export const MAX_VALUES = 200

/**
 * Reads a query string, with or without its `?`. Never throws: what is not understood becomes a notice and the default stands.
 * `defaults` is the default view of the dataset that the link names (asked with '' when it names none).
 * A `+` is read as a space: a real plus is always written `%2B`, so a bare one comes from software that writes spaces so.
 */
export function fromSearch(search: string, defaults: View | ((dataset: string) => View)): Opened {
  const notices: Notice[] = []
  const reading = limitedReading(notices)
  const pairs = currentPairs(pairsOf(search, reading), reading)
  const dataset = readField('dataset', pairs, '', limitedReading([]))
  const base = typeof defaults === 'function' ? defaults(dataset) : defaults
  const view = { ...base }
  for (const field of FIELDS) readInto(view, field, pairs, base, reading)
  const foreign = pairs.filter(([key]) => !FIELDS.some((field) => params[field].owns(key)))
  return { view, rest: restOf(foreign, reading), notices }
}

/**
 * Writes a query string with its `?`. For the address bar, what differs from the dataset's default view; for a link that is
 * sent, every parameter that changes a number as well, so that it means the same after the default has changed.
 * The version comes last: a chat app that cuts off the end of a link cuts there.
 */
export function toSearch(view: View, defaults: View, rest: readonly Pair[], mode: 'address' | 'send'): string {
  const own = FIELDS.flatMap((field) => writeField(field, view, defaults, mode))
  return `?${[...own, ...rest, ['v', String(CURRENT_VERSION)] as const].map(encodePair).join('&')}`
}

const FIELDS = Object.keys(params) as readonly (keyof View)[]

/** Which dataset a link is about has no default in a link: it is written whenever there is one. Its id has no capitals. */
function datasetParam(): Param<string> {
  const form: TextForm<string> = { ...codeForm, read: (text) => codeForm.read(text.toLowerCase()) }
  const param = single('d', form, true)
  return { ...param, write: (value) => (value === '' ? [] : param.write(value, undefined)) }
}

/** Nor has the file that it is about. */
function localFileParam(): Param<string | null> {
  const param = single('lf', orNone(localFileForm), false)
  return { ...param, write: (value, fallback) => (value === null && !fallback ? [] : param.write(value, undefined)) }
}

function readInto<K extends keyof View>(
  view: { -readonly [F in K]: View[F] },
  field: K,
  pairs: readonly Pair[],
  base: View,
  reading: Reading,
): void {
  view[field] = readField(field, pairs, base[field], reading)
}

function readField<K extends keyof View>(field: K, pairs: readonly Pair[], fallback: View[K], reading: Reading): View[K] {
  const param: Param<View[K]> = params[field]
  const own = pairs.filter(([key]) => param.owns(key))
  return own.length === 0 ? fallback : param.read(own, fallback, reading)
}

function writeField<K extends keyof View>(field: K, view: View, defaults: View, mode: 'address' | 'send'): readonly Pair[] {
  const param: Param<View[K]> = params[field]
  return param.write(view[field], mode === 'send' && param.changesNumbers ? undefined : defaults[field])
}

/** The pairs of a query string, percent signs decoded; broken ones become U+FFFD, never an error. */
function pairsOf(search: string, reading: Reading): readonly Pair[] {
  const pairs = [...new URLSearchParams(readablePart(search.replace(/^\?/, ''), reading))].map(
    ([key, value]): Pair => [ownKey(unescapedKey(key)), value],
  )
  if (pairs.length > MAX_VALUES) reading.note(pairs[MAX_VALUES]?.[0] ?? '', '', 'too-many')
  return pairs.slice(0, MAX_VALUES)
}

/** Some software writes a link in capitals: the key of a parameter is known in them too. */
function ownKey(key: string): string {
  const small = key.toLowerCase()
  const isOwn = (name: string) => name === 'v' || FIELDS.some((field) => params[field].owns(name))
  return !isOwn(key) && isOwn(small) ? small : key
}

/** A link that is too long is read up to its last whole pair. */
function readablePart(text: string, reading: Reading): string {
  if (text.length <= MAX_LENGTH) return text
  reading.note('', '', 'too-long')
  return text.slice(0, Math.max(0, text.lastIndexOf('&', MAX_LENGTH)))
}

/** The pairs without the version, brought to today's version. A sentence's punctuation may stick to the end of a link. */
function currentPairs(pairs: readonly Pair[], reading: Reading): readonly Pair[] {
  const written = pairs.find(([key]) => key === 'v')?.[1] ?? '1'
  const version = /^[1-9]\d{0,5}(?=\D*$)/.exec(written)?.[0]
  if (!version) reading.note('v', written, 'malformed')
  else if (Number(version) > CURRENT_VERSION) reading.note('v', version, 'newer-version')
  return migrate(
    pairs.filter(([key]) => key !== 'v'),
    Number(version ?? 1),
  )
}

function restOf(pairs: readonly Pair[], reading: Reading): readonly Pair[] {
  const allowed = pairs.filter(([key, value]) => {
    if (FORBIDDEN_KEYS.includes(key)) reading.note(key, value, 'forbidden')
    return !FORBIDDEN_KEYS.includes(key)
  })
  return allowed.filter(([key, value]) => reading.take(key, [value]).length > 0)
}

function limitedReading(notices: Notice[]): Reading {
  let left = MAX_VALUES
  return {
    note: (param, value, reason) => notices.push(notice(param, value, reason)),
    take(param, values) {
      const taken = values.slice(0, left)
      left -= taken.length
      if (taken.length < values.length) notices.push(notice(param, values.slice(taken.length).join('.'), 'too-many'))
      return taken
    },
  }
}

/** `encodeURIComponent` leaves `'()*!` alone; in a chat a link ends at some of them. Half of a surrogate pair has no code. */
function encodePair([key, value]: Pair): string {
  return `${encode(key)}=${encode(value)}`
}

function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
