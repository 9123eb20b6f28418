import { labelOf } from '../../src/locale/print-figure.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import { fold } from '../../src/model/fold.ts'
import { territoryKey } from '../../src/model/territory.ts'
import { readTime, windowDays } from '../../src/model/time-choice.ts'
import type { View } from '../../src/model/view.ts'

/** A row as it stands in a CSV file, by column; a column that the file does not have is not there. */
export type PlainRow = Readonly<Record<string, string>>

type Read = (row: PlainRow) => string

/** The numbers of the rows that a view keeps, in its order: row by row, without the engine. */
export function plainRows(rows: readonly PlainRow[], view: View, dataset: Dataset): number[] {
  const kept = rows.map((row, at) => ({ row, at })).filter(({ row, at }) => isKept(row, at, view, dataset))
  const column = view.sort?.replace(/^-/, '') ?? ''
  const way = view.sort?.startsWith('-') ? -1 : 1
  const keysOf = sortValue(column, view, dataset)
  if (!keysOf) return kept.map(({ at }) => at)
  const keyed = kept.map(({ row, at }) => ({ at, keys: keysOf(row, at) }))
  return keyed
    .sort((a, b) => {
      for (const [nth, left] of a.keys.entries()) {
        const right = b.keys[nth] ?? null
        if (left === right) continue
        if (left === null || right === null) return left === null ? 1 : -1
        const order = compare(left, right, column, view)
        if (order !== 0) return way * order
      }
      return a.at - b.at
    })
    .map(({ at }) => at)
}

const LABELLED = ['place', 'indicator', 'part', 'unit', 'source', 'level', 'qualifier', 'status', 'basis']

function compare(a: string | number, b: string | number, column: string, { language }: View): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (LABELLED.includes(column)) return new Intl.Collator(language, { numeric: true }).compare(String(a), String(b))
  // The engine compares bytes.
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)))
}

function isKept(row: PlainRow, at: number, view: View, dataset: Dataset): boolean {
  const indicator = dataset.indicators.find(({ code }) => code === row.indicator_code)
  if (
    view.indicators.length > 0 &&
    !view.indicators.some((code) => code === indicator?.code || code === `dom-${indicator?.domain}`)
  ) {
    return false
  }
  if (
    Object.entries(view.filters).some(([key, values]) => row.breakdown_key === key && !values.includes(row.breakdown_value ?? ''))
  ) {
    return false
  }
  if (view.time.kind !== 'report' && !touches(row, windowDays(view.time, dataset.latestDay, dataset.calendar))) return false
  if (!Object.entries(view.rowFilters).every(([column, text]) => keeps(row, at, column, text, dataset))) return false
  return isFound(row, view.search, dataset)
}

function touches(
  { period_start: start = '', period_end: end = '' }: PlainRow,
  window: { from: string | null; to: string | null } | null,
) {
  const [first, last] = [start || end, end || start]
  return (
    window !== null && first !== '' && (window.to === null || first <= window.to) && (window.from === null || last >= window.from)
  )
}

function keeps(row: PlainRow, at: number, column: string, text: string, dataset: Dataset): boolean {
  if (column === 'number' || column === 'line') {
    const value = column === 'line' ? at + 2 : row.value === '' ? null : Number(row.value)
    if (text === 'none') return value === null
    const [, from] = /^(?:from-)?(-?[\d.]*\d)/.exec(text.replace('..', ' ')) ?? []
    const [, to] = /(?:to-| )(-?[\d.]+)$/.exec(text.replace('..', ' ')) ?? []
    return value !== null && (from === undefined || value >= Number(from)) && (to === undefined || value <= Number(to))
  }
  if (column === 'time') {
    if (text === 'none') return row.period_start === '' && row.period_end === ''
    const time = readTime(text)
    return time !== null && touches(row, windowDays(time, dataset.latestDay, dataset.calendar))
  }
  if (column === 'id') return (row.observation_id ?? '').toLowerCase().includes(text.toLowerCase())
  const texts = TEXTS[column]
  if (texts) return begins(texts.map((name) => row[name] ?? '').join(' '), text)
  return text.split('.').includes(codeOf(row, column, dataset))
}

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  printed: ['printed'],
  covers: ['unit_name', 'scope_vi', 'scope_en'],
  locator: ['locator'],
  verify: ['verify_vi', 'verify_en'],
  note: ['note_vi', 'note_en', 'period_note_vi', 'period_note_en'],
}

function begins(text: string, query: string): boolean {
  const words = fold(text).split(' ')
  return fold(query)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)))
}

function codeOf(row: PlainRow, column: string, dataset: Dataset): string {
  const cell = (name: string) => row[name] ?? ''
  const codes: Readonly<Record<string, Read>> = {
    place: () => `${cell('territory_set') === '63' ? 'o' : 'n'}${cell('province_code')}`,
    indicator: () => cell('indicator_code'),
    part: () => `${cell('breakdown_key')}~${cell('breakdown_value')}`,
    unit: () => cell('unit'),
    list: () => cell('territory_set'),
    level: () => cell('unit_level'),
    qualifier: () => cell('qualifier'),
    status: () => cell('status') || 'reported',
    basis: () => cell('period_basis'),
    source: () =>
      dataset.localFile === null ? cell('source_id') : `~${dataset.sources.findIndex(({ id }) => id === cell('source_id'))}`,
    file: () => '0',
  }
  return codes[column]?.(row) ?? ''
}

function isFound(row: PlainRow, search: string, dataset: Dataset): boolean {
  const words = fold(search).split(' ').filter(Boolean)
  if (words.length === 0) return true
  if ([search.trim().toLowerCase(), search.trim().toUpperCase()].includes(row.observation_id ?? '')) return true
  const cell = (name: string) => row[name] ?? ''
  const both = (key: string, value: string) => (['vi', 'en'] as const).map((language) => labelOf(dataset, key, value, language))
  const source = dataset.sources.find(({ id }) => id === cell('source_id'))
  const indicator = dataset.indicators.find(({ code }) => code === cell('indicator_code'))
  const texts = [
    ...Object.values(TEXTS).flatMap((names) => names.map(cell)),
    ...namesOf(row, dataset),
    ...(indicator ? [indicator.label.vi, indicator.label.en] : []),
    ...(cell('breakdown_key') === '' ? [] : both(cell('breakdown_key'), cell('breakdown_value'))),
    ...both('unit', cell('unit')),
    ...(source ? [source.title, source.publisher, source.author, source.id] : []),
  ]
  return words.every((word) => {
    const isNumber = /^\d+$/.test(word) && cell('value') !== '' && Number(cell('value')) === Number(word)
    return isNumber || texts.some((text) => begins(text, word))
  })
}

/** Its names, those of the unit it became part of and of those it was made of. */
function namesOf(row: PlainRow, { territories }: Dataset): string[] {
  const own = territories.get(`${row.territory_set === '34' ? '34' : '63'}:${row.province_code}`)
  if (!own) return []
  const others = [...territories.values()].filter((other) =>
    own.set === '34'
      ? other.set === '63' && own.formedFrom.includes(other.code)
      : other.set === '34' && own.mergedInto === other.code,
  )
  return [own, ...others].flatMap(({ name, aliases }) => [name.vi, name.en, ...aliases])
}

/** What a row sorts by, key after key; null where it has nothing to sort by. */
function sortValue(
  column: string,
  { language }: View,
  dataset: Dataset,
): ((row: PlainRow, at: number) => (string | number | null)[]) | null {
  const orNull = (text: string | undefined) => (text ? text : null)
  const label = (key: string, name: string) => (row: PlainRow) => [orNull(labelOf(dataset, key, row[name] ?? '', language))]
  const texts = TEXTS[column]
  if (texts) {
    return (row) => {
      const folded = fold(texts.map((name) => row[name] ?? '').join(' '))
      return folded === '' ? [null] : [folded, ...texts.map((name) => row[name] ?? '')]
    }
  }
  const readers: Readonly<Record<string, (row: PlainRow, at: number) => (string | number | null)[]>> = {
    number: (row) => [row.value === '' ? null : Number(row.value)],
    line: (_, at) => [at],
    file: () => [0],
    list: (row) => [row.territory_set ?? null],
    id: (row) => [orNull(row.observation_id)],
    time: (row) => [orNull(row.period_end || row.period_start), orNull(row.period_start || row.period_end)],
    place: (row) => {
      const key = territoryKey({ set: row.territory_set === '34' ? '34' : '63', code: row.province_code ?? '' })
      return [dataset.territories.get(key)?.name[language] ?? null]
    },
    indicator: (row) => [dataset.indicators.find(({ code }) => code === row.indicator_code)?.label[language] ?? null],
    part: (row) => [row.breakdown_key ? labelOf(dataset, row.breakdown_key, row.breakdown_value ?? '', language) : null],
    source: (row) => {
      const source = dataset.sources.find(({ id }) => id === row.source_id)
      return [source ? [source.publisher, source.title].filter(Boolean).join(' – ') || source.id : null]
    },
    unit: label('unit', 'unit'),
    level: label('unit_level', 'unit_level'),
    qualifier: label('qualifier', 'qualifier'),
    basis: label('period_basis', 'period_basis'),
    status: (row) => [labelOf(dataset, 'status', row.status || 'reported', language)],
  }
  return readers[column] ?? null
}
