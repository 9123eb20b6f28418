import type { Bilingual } from '../bilingual.ts'
import type { DatasetMeta } from '../dataset.ts'
import { fold } from '../fold.ts'
import type { Territory } from '../territory.ts'

/** A name that stands for exactly one code of a column, or the code itself in another writing. */
export interface CodeName {
  /** Column of the form. */
  readonly column: string
  /** The code of another column that the column's codes depend on: list of a province, indicator of a kind, kind of a part. */
  readonly within: string
  /** Folded. */
  readonly name: string
  readonly code: string
  readonly label: Bilingual
}

/**
 * The names by which people know the codes of a form: labels in both languages, old spellings, `38 Thanh Hóa`, the code in capitals.
 * A name of two codes of one column is none of either, and no name is what another code is written as.
 */
export function codeNames(meta: Pick<DatasetMeta, 'territories' | 'indicators' | 'breakdowns' | 'codes'>): CodeName[] {
  const groups = new Map<string, Spelled[]>()
  for (const one of [...places(meta), ...things(meta)]) {
    const key = `${one.column} ${one.within}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap(namesIn)
}

/** The name by which a cell is looked up: folded, or as it is where folding leaves nothing of it (`%`). */
export function nameKey(text: string): string {
  return fold(text) || text.trim().toLowerCase()
}

interface Spelled extends Omit<CodeName, 'name'> {
  readonly spellings: readonly string[]
}

function namesIn(group: readonly Spelled[]): CodeName[] {
  const byName = new Map<string, Set<Spelled>>()
  const codes = new Map(group.map((one) => [nameKey(one.code), one]))
  for (const one of group) {
    for (const spelling of [one.code, `${one.code} ${one.label.vi}`, one.label.vi, one.label.en, ...one.spellings]) {
      const name = nameKey(spelling)
      if (name === '' || (codes.has(name) && codes.get(name) !== one)) continue
      byName.set(name, (byName.get(name) ?? new Set()).add(one))
    }
  }
  return [...byName].flatMap(([name, meant]) => {
    const [only, another] = meant
    if (!only || another) return []
    const { column, within, code, label } = only
    return [{ column, within, name, code, label }]
  })
}

function places({ territories }: Pick<DatasetMeta, 'territories'>): Spelled[] {
  const lists = (['63', '34'] as const).map(
    (set): Spelled => ({
      ...{ column: 'territory_set', within: '', code: set },
      label: { vi: `${set} tỉnh, thành phố`, en: `${set} provinces` },
      spellings: [`${set} tỉnh`, `${set} tỉnh thành`, `danh mục ${set}`, ...LIST_OF[set]],
    }),
  )
  const provinces = [...territories.values()].map(
    (place): Spelled => ({
      ...{ column: 'province_code', within: place.set, code: place.code, label: place.name },
      spellings: [...place.aliases.filter((alias) => !isInitials(alias)), ...titled(place)],
    }),
  )
  return [...lists, ...provinces]
}

const LIST_OF = {
  63: ['63 tỉnh, thành phố đến hết ngày 30/6/2025'],
  34: ['34 tỉnh, thành phố từ ngày 01/7/2025'],
} as const

/** `HN` may be Hà Nội or Hà Nam. */
function isInitials(alias: string): boolean {
  return alias === alias.toUpperCase() && alias.replace(/\P{L}/gu, '').length <= 3
}

/** A city that is a province, not one inside a province of the same name. */
function titled({ name, kind }: Territory): string[] {
  const titles = kind === 'thanh_pho' ? ['tỉnh', 'thành phố', 'TP'] : ['tỉnh']
  return titles.flatMap((title) => [`${title} ${name.vi}`, `Công an ${title} ${name.vi}`])
}

function things({ indicators, breakdowns, codes }: Pick<DatasetMeta, 'indicators' | 'breakdowns' | 'codes'>): Spelled[] {
  const coded = (column: string, key: string, within = ''): Spelled[] =>
    codes
      .filter((code) => code.key === key)
      .map(({ value, label }) => ({ column, within, code: value, label, spellings: SPELLINGS[`${column} ${value}`] ?? [] }))
  const keys = coded('breakdown_key', 'breakdown_key')
  return [
    ...indicators.map(({ code, label }) => ({ column: 'indicator_code', within: '', code, label, spellings: [] })),
    ...breakdowns.flatMap(({ indicator, key }) => {
      const known = keys.find(({ code }) => code === key)
      const label = known?.label ?? { vi: key, en: key }
      return [{ column: 'breakdown_key', within: indicator, code: key, label, spellings: [] }]
    }),
    ...[...new Set(breakdowns.map(({ key }) => key))].flatMap((key) => coded('breakdown_value', key, key)),
    ...PLAIN.flatMap((column) => coded(column, column)),
  ]
}

/** Columns whose codes stand under the column's own name. */
const PLAIN = ['unit', 'unit_level', 'level_relation', 'period_basis', 'qualifier', 'status'] as const

/** Words of everyday for codes whose label is longer. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  'qualifier exact': ['chính xác', 'số chính xác'],
  'qualifier at_least': ['trên', 'hơn', 'ít nhất'],
  'qualifier about': ['khoảng'],
  'qualifier at_most': ['dưới', 'nhiều nhất'],
}
