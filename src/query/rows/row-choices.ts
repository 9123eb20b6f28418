import { labelOf } from '../../locale/print-figure.ts'
import type { Language } from '../../model/bilingual.ts'
import type { Dataset } from '../../model/dataset.ts'
import { reportedAs } from '../../model/rules/listed-reporters.ts'
import type { Source } from '../../model/source.ts'
import { type TerritoryKey, territoryKey } from '../../model/territory.ts'
import { writeTerritoryCode } from '../../model/territory-code.ts'
import { ident, literal } from '../sql.ts'
import type { RowColumnId } from './row-columns.ts'

/** A value of a column of choices, by the code that links have. `find` is what else it is found by. */
export interface RowChoice {
  readonly code: string
  readonly label: string
  readonly find: string
}

/** What joins the key and the value of a breakdown; alone, it is the total. */
const JOIN = '~'

/** `tip_kind~valuable`; `~` for the total. */
export function partCode(key: string, value: string): string {
  return `${key}${JOIN}${value}`
}

/** SQL for the code of a row's value in a column of choices. */
export function choiceSql(column: RowColumnId, dataset: Dataset): string {
  switch (column) {
    case 'place':
      return `CASE o.territory_set WHEN '63' THEN 'o' ELSE 'n' END || o.province_code`
    case 'part':
      return `o.breakdown_key || '${JOIN}' || o.breakdown_value`
    case 'source': {
      const unlike = dataset.sources.filter((source) => sourceCode(source, dataset) !== source.id)
      const whens = unlike.map((source) => `WHEN ${literal(source.id)} THEN ${literal(sourceCode(source, dataset))}`)
      return whens.length === 0 ? 'o.source_id' : `CASE o.source_id ${whens.join(' ')} ELSE o.source_id END`
    }
    case 'file':
      return 'CAST(o.file AS VARCHAR)'
    default:
      return `o.${ident(COLUMNS[column] ?? column)}`
  }
}

/** The values of a column that the dataset has words for; of files, which have none, nothing. */
export function rowChoices(column: RowColumnId, dataset: Dataset, language: Language): RowChoice[] {
  const both = (key: string, value: string) => `${labelOf(dataset, key, value, 'vi')} ${labelOf(dataset, key, value, 'en')}`
  switch (column) {
    case 'place':
      return [...dataset.territories].map(([key, territory]) => ({
        code: writeTerritoryCode(territory, 'goc') ?? key,
        label: territory.name[language],
        find: placeNames(key, dataset),
      }))
    case 'indicator':
      return dataset.indicators.map(({ code, label }) => ({ code, label: label[language], find: `${label.vi} ${label.en}` }))
    case 'part': {
      const keys = new Set(dataset.breakdowns.map(({ key }) => key))
      const codes = dataset.codes.filter(({ key }) => keys.has(key))
      return codes.map(({ key, value, label }) => {
        return { code: partCode(key, value), label: label[language] || value, find: both(key, value) }
      })
    }
    case 'source':
      return dataset.sources.map((source) => {
        const { id, title, publisher, author } = source
        const label = [publisher, title].filter(Boolean).join(' – ') || id
        return { code: sourceCode(source, dataset), label, find: [title, publisher, author, id].join(' ') }
      })
    default: {
      const key = CODE_KEYS[column]
      const codes = key === undefined ? [] : dataset.codes.filter((code) => code.key === key)
      return codes.map(({ value, label }) => ({ code: value, label: label[language] || value, find: both(key ?? '', value) }))
    }
  }
}

/** Names of a place in both languages, its other spellings, and those of the units it became part of or was made of. */
export function placeNames(key: TerritoryKey, { territories }: Pick<Dataset, 'territories'>): string {
  const territory = territories.get(key)
  const related = territory ? reportedAs(territory, territories).flatMap((ref) => territories.get(territoryKey(ref)) ?? []) : []
  return related.flatMap(({ name, aliases }) => [name.vi, name.en, ...aliases]).join(' ')
}

/** Columns of `observation` that hold a code as it is. */
const COLUMNS: Readonly<Partial<Record<RowColumnId, string>>> = {
  indicator: 'indicator_code',
  list: 'territory_set',
  level: 'unit_level',
  basis: 'period_basis',
}

/** The list of codes that a column takes its values from. */
const CODE_KEYS: Readonly<Partial<Record<RowColumnId, string>>> = {
  unit: 'unit',
  level: 'unit_level',
  qualifier: 'qualifier',
  status: 'status',
  basis: 'period_basis',
}

/** The id of a source; its place in their order where links cannot have the id, or must not: they say nothing of a reader's own file. */
function sourceCode(source: Source, { sources, localFile }: Pick<Dataset, 'sources' | 'localFile'>): string {
  return localFile === null && /^[\w-]+$/.test(source.id) ? source.id : `~${sources.indexOf(source)}`
}
