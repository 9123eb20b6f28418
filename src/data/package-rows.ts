import type { CalendarStart } from '../model/calendar.ts'
import type { Breakdown, Code, Indicator } from '../model/indicator.ts'
import type { NamedModel, Source } from '../model/source.ts'
import { type MetaRow, readKeyed } from './meta-table.ts'

/** Codes of a package, to look up by key and value. */
export interface CodeBook {
  readonly codes: readonly Code[]
  /** The values of a key, `has` only. */
  of(key: string): { has(value: string): boolean }
}

export const CODE_COLUMNS = ['key', 'value', 'label_vi', 'label_en', 'unit', 'parent', 'order']
export const INDICATOR_COLUMNS = [
  ...['indicator_code', 'label_vi', 'label_en', 'definition_vi', 'definition_en', 'domain', 'unit', 'aggregation', 'part_of'],
  ...['decimals', 'direction', 'headline_order', 'numerator', 'denominator'],
]
export const BREAKDOWN_COLUMNS = ['indicator_code', 'breakdown_key', 'rule']
export const SOURCE_COLUMNS = [
  ...['source_id', 'province_vi', 'publisher', 'title_vi', 'published_date', 'author', 'url', 'report_year'],
  ...['period_label_vi', 'period_label_en', 'report_type_vi', 'report_type_en', 'report_year_basis_vi', 'report_year_basis_en'],
]
export const MODEL_COLUMNS = [
  ...['model_id', 'source_id', 'territory', 'name_vi', 'kind', 'field', 'field_basis', 'unit_name', 'place', 'started'],
  ...['observation_ids', 'movement', 'movement_basis'],
]

// Units and durations never stand in a link; they keep the spelling of their own standards (VND, P5Y).
const OTHER_FORMS: Readonly<Record<string, RegExp>> = {
  unit: /^[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?$/,
  duration: /^P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?$/,
}
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]*$/

export function readCodes(rows: readonly MetaRow[]): CodeBook {
  const byKey = new Map<string, Set<string>>()
  for (const row of rows) {
    const key = row.code('key')
    const value = row.code('value', OTHER_FORMS[key])
    const values = byKey.get(key) ?? new Set()
    if (values.has(value)) row.fail('value', 'duplicate')
    byKey.set(key, values.add(value))
  }
  const of = (key: string) => byKey.get(key) ?? new Set<string>()
  const codes = rows.map(
    (row): Code => ({
      key: row.text('key'),
      value: row.text('value'),
      label: row.neededPair('label'),
      unit: row.optionalPointer('unit', of('unit')),
      parent: row.optionalPointer('parent', of(row.text('key'))),
      order: row.integer('order'),
    }),
  )
  const parents = new Map(codes.map((code) => [`${code.key}:${code.value}`, code.parent && `${code.key}:${code.parent}`]))
  for (const [at, code] of codes.entries()) {
    if (inCircle(`${code.key}:${code.value}`, parents)) rows[at]?.fail('parent', 'circle')
  }
  return { codes, of }
}

export function readIndicators(rows: readonly MetaRow[], book: CodeBook): readonly Indicator[] {
  const known = readKeyed<string>(
    rows,
    'indicator_code',
    (code) => code,
    (row) => row.code('indicator_code'),
  )
  const indicators = rows.map((row): Indicator => {
    const aggregation = row.oneOf('aggregation', ['sum', 'last', 'ratio', 'none'])
    const parts = ['numerator', 'denominator'] as const
    for (const part of parts) {
      if (aggregation === 'ratio') row.needed(part)
      else if (row.text(part) !== '') row.fail(part, 'parts-needless')
    }
    return {
      code: row.text('indicator_code'),
      label: row.neededPair('label'),
      definition: row.pair('definition'),
      domain: row.pointer('domain', book.of('domain')),
      unit: row.pointer('unit', book.of('unit')),
      aggregation,
      partOf: row.optionalPointer('part_of', known),
      decimals: row.integer('decimals'),
      direction: row.oneOf('direction', ['neutral', 'up_is_good', 'down_is_good']),
      headlineOrder: row.optionalInteger('headline_order'),
      numerator: row.optionalPointer('numerator', known),
      denominator: row.optionalPointer('denominator', known),
    }
  })
  const wholes = new Map(indicators.map((indicator) => [indicator.code, indicator.partOf]))
  for (const [at, { code, numerator, denominator }] of indicators.entries()) {
    if (inCircle(code, wholes)) rows[at]?.fail('part_of', 'circle')
    if (numerator === code) rows[at]?.fail('numerator', 'circle')
    if (denominator === code) rows[at]?.fail('denominator', 'circle')
  }
  return indicators
}

export function readBreakdowns(rows: readonly MetaRow[], book: CodeBook, indicators: readonly Indicator[]): readonly Breakdown[] {
  const known = new Set(indicators.map((indicator) => indicator.code))
  const read = (row: MetaRow): Breakdown => ({
    indicator: row.pointer('indicator_code', known),
    key: row.pointer('breakdown_key', book.of('breakdown_key')),
    rule: row.oneOf('rule', ['additive', 'not_additive', 'definition']),
  })
  return [...readKeyed(rows, 'breakdown_key', ({ indicator, key }) => `${indicator} ${key}`, read).values()]
}

/** Sources in the package's order of trust; `order` lists every source once, or is empty for the order of the file. */
export function readSources(rows: readonly MetaRow[], order: readonly string[]): readonly Source[] {
  const read = (row: MetaRow): Source => {
    const id = row.code('source_id', ID)
    const place = order.indexOf(id)
    if (order.length > 0 && place < 0) row.fail('source_id', 'points-nowhere')
    return {
      id,
      order: order.length > 0 ? place : rows.indexOf(row),
      title: row.text('title_vi'),
      publisher: row.text('publisher'),
      author: row.text('author'),
      publishedDate: row.optionalDay('published_date'),
      url: row.text('url'),
      reportYear: row.optionalInteger('report_year'),
      reportYearBasis: row.pair('report_year_basis'),
      periodLabel: row.pair('period_label'),
      reportType: row.pair('report_type'),
      provinceVi: row.text('province_vi'),
      calendarStart: row.text('calendar_start') === '' ? null : calendarStart(row),
    }
  }
  return [...readKeyed(rows, 'source_id', (source) => source.id, read).values()].sort((a, b) => a.order - b.order)
}

export interface ModelContext {
  readonly book: CodeBook
  readonly sources: readonly Source[]
  readonly territories: { has(key: string): boolean }
}

export function readModels(rows: readonly MetaRow[], { book, sources, territories }: ModelContext): readonly NamedModel[] {
  const sourceIds = new Set(sources.map((source) => source.id))
  const read = (row: MetaRow): NamedModel => ({
    id: row.code('model_id', ID),
    sourceId: row.pointer('source_id', sourceIds),
    territory: row.pointer('territory', territories),
    name: row.needed('name_vi'),
    kind: row.oneOf('kind', ['model', 'programme']),
    field: row.pointer('field', book.of('field')),
    fieldBasis: row.oneOf('field_basis', ['stated', 'assigned_from_name']),
    unitName: row.text('unit_name'),
    place: row.text('place'),
    started: started(row),
    movement: row.pointer('movement', book.of('movement')),
    movementBasis: row.oneOf('movement_basis', ['stated', 'inferred']),
    observationIds: row.text('observation_ids').split('|').filter(Boolean),
  })
  return [...readKeyed(rows, 'model_id', (model) => model.id, read).values()]
}

/** Whether the way up from `start` comes back to where it has been. */
function inCircle(start: string, up: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>()
  for (let at: string | null | undefined = start; at; at = up.get(at)) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}

/** First day of a reporting year, `12-15`; 29 February starts no year. */
function calendarStart(row: MetaRow): CalendarStart {
  const text = row.text('calendar_start')
  const day = new Date(`2001-${text}T00:00:00Z`)
  const exists = /^\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(`2001-${text}`)
  return exists ? text : row.fail('calendar_start', 'not-a-date')
}

/** Empty, `2019`, `2022-03` or a day. */
function started(row: MetaRow): string {
  const text = row.text('started')
  if (text === '' || /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(text)) return text
  return row.optionalDay('started') ?? text
}
