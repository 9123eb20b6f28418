import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { Territories } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { UnitsContext } from '../../src/model/rules/administrative-units.ts'
import type { Window } from '../../src/model/rules/time.ts'
import type { Territory, TerritorySet } from '../../src/model/territory.ts'
import { datasetsFolder } from './dataset-files.ts'
import { figure } from './figure.ts'
import { book } from './observation.ts'

/** The real provinces of both lists, read without the product's own reader. */
export function bothLists(): Territories {
  return lists
}

const text = readFileSync(join(datasetsFolder, 'reference/provinces.csv'), 'utf8')
const { data } = Papa.parse<Readonly<Record<string, string>>>(text, { header: true, skipEmptyLines: true })
const lists: Territories = new Map(
  data.map((row): [`${TerritorySet}:${string}`, Territory] => {
    const set = row.territory_set as TerritorySet
    const code = row.code ?? ''
    return [
      `${set}:${code}`,
      {
        set,
        code,
        name: { vi: row.name_vi ?? '', en: row.name_en ?? '' },
        kind: row.kind as Territory['kind'],
        region: { vi: row.region_vi ?? '', en: row.region_en ?? '' },
        mergedInto: row.merged_into_code || null,
        formedFrom: (row.formed_from_codes ?? '').split('|').filter(Boolean),
        aliases: [],
      },
    ]
  }),
)

/** The window of the tests: the year in which the lists changed. */
export const YEAR_2025: Window = { from: '2025-01-01', to: '2025-12-31' }
export const FIRST_HALF_2025 = 'P:2025-01-01/2025-06-30'
export const SECOND_HALF_2025 = 'P:2025-07-01/2025-12-31'

export function context(units: UnitsContext['units'], window: Window | null = null): UnitsContext {
  const { indicators, sources } = book()
  return { units, window, territories: lists, indicators, sources }
}

/** A figure told by `63:36`: 10 tips of 2024. Its comparison key says its indicator, kind, unit and `time`. */
export function told(by: string, partial: Partial<Figure> = {}, time = '2024-01-01/2024-12-31/stated'): Figure {
  const [set = '', code = ''] = by.split(':')
  const territory = { set: set as TerritorySet, code }
  const made = figure({ territory, terms: [Number(code)], ...partial })
  const kind = made.breakdownKey === '' ? 'total' : `${made.breakdownKey}=${made.breakdownValues.join('+')}`
  const scope = made.scope === '' ? '' : `|${by}|${made.scope}`
  return { ...made, comparisonKey: `${made.indicator}|${kind}|${made.unit}|${time}${scope}` }
}

/** The same in the window, of some of its days: `P:` and the spans it covers. */
export function toldIn(by: string, spans: string, partial: Partial<Figure> = {}): Figure {
  const all = spans
    .slice(2)
    .split('+')
    .map((span) => span.split('/') as [string, string])
  const days = all.reduce((sum, [start, end]) => sum + (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1, 0)
  const period = { start: all[0]?.[0] ?? null, end: all.at(-1)?.[1] ?? null, basis: 'stated', duration: '' } as const
  return told(by, { days, daysOf: 365, period, ...partial }, spans)
}

/** The same for the whole window. */
export function toldAllYear(by: string, partial: Partial<Figure> = {}): Figure {
  const period = { ...{ start: '2025-01-01', end: '2025-12-31' }, basis: 'stated', duration: '' } as const
  return told(by, { days: 365, daysOf: 365, period, ...partial }, 'W:2025-01-01/2025-12-31')
}

/** "hàng trăm" */
export const IN_WORDS = { value: null, state: 'in_words', magnitudes: [100] } as const
/** "Đoàn Thanh niên" of a province. */
export const SCOPED = {
  scope: 'tinh|Đoàn Thanh niên|chỉ Đoàn Thanh niên',
  scopeVi: 'chỉ Đoàn Thanh niên',
  state: 'only_parts',
} as const

/** `34:37 ≥30 tips from 35+36 of 3 (only_parts)`: what of a figure a test of the lists is about. */
export function line(one: Figure): string {
  const lead = `${one.low ? '≥' : ''}${one.high ? '≤' : ''}${one.approx ? '~' : ''}`
  const from = one.merged ? ` from ${one.merged.from.map(({ code }) => code).join('+')} of ${one.merged.of}` : ''
  const joined = one.merged?.joined ? ' and itself' : ''
  return `${one.territory.set}:${one.territory.code} ${lead}${one.value ?? 'words'} ${one.indicator}${from}${joined} (${one.state})`
}
