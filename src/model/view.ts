import type { Language } from './bilingual.ts'

/**
 * Time of a view. `report` is the latest figure of each territory; a window has inclusive ISO days, either of which may be
 * open; `last` is a moving window that ends with the newest data of the dataset.
 */
export type TimeChoice =
  | { readonly kind: 'report' }
  | { readonly kind: 'window'; readonly from: WindowEdge | null; readonly to: WindowEdge | null }
  | { readonly kind: 'last'; readonly count: number; readonly grain: 'm' | 'q' | 'y' }
  | { readonly kind: 'ytd' }

/** A year, half, quarter or month as written in the link: `2024`, `2024-H1`, `2024-Q2`, `2024-06`. */
export type WindowEdge = string

/** What a window does with a flow that begins or ends outside it: leaves it out, or shares it out by days (rule 4). */
export type Straddling = 'out' | 'share'
export type Grain = 'month' | 'quarter' | 'half' | 'year'
export type UnitList = '34' | '63' | 'goc'
export type Normalisation = 'abs' | 'year' | 'per100k' | 'commune' | 'index'
export type Comparison = 'none' | 'prev' | 'yoy' | 'peers' | 'target'
export type Tab = 'overview' | 'compare' | 'place' | 'rows' | 'quality'
export type Theme = 'auto' | 'light' | 'dark'

/** All that a link restores. Nothing derived stands here. */
export interface View {
  readonly dataset: string
  /** `<size>-<8 hex>` of a local file, or null. */
  readonly localFile: string | null
  /** Indicator codes, or `dom-<domain>` for all indicators of a domain; empty for the overview of the main domains. */
  readonly indicators: readonly string[]
  readonly time: TimeChoice
  readonly grain: Grain | null
  readonly straddling: Straddling
  readonly units: UnitList
  /** Codes of the chosen list, `o37` / `n37` as reported, `rg-<slug>`, `cum-<slug>`; empty for all. */
  readonly territories: readonly string[]
  /** Breakdown key → the values kept. */
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly normalisation: Normalisation
  readonly comparison: Comparison
  readonly focus: string | null
  readonly tab: Tab
  /** Chart ids; empty lets the data decide. */
  readonly charts: readonly string[]
  /** Column id, with `-` before it for descending. */
  readonly sort: string | null
  readonly search: string
  /** Column of the reported rows → what is kept, as `query/rows/row-filter.ts` reads it. */
  readonly rowFilters: Readonly<Record<string, string>>
  /** Columns of the reported rows that are shown, in this order; empty for the usual ones. */
  readonly rowColumns: readonly string[]
  /** Content hash of a frozen link. */
  readonly fingerprint: string | null
  readonly language: Language
  readonly theme: Theme
}

export const EMPTY_VIEW: View = {
  dataset: '',
  localFile: null,
  indicators: [],
  time: { kind: 'report' },
  grain: null,
  straddling: 'out',
  units: 'goc',
  territories: [],
  filters: {},
  normalisation: 'abs',
  comparison: 'none',
  focus: null,
  tab: 'overview',
  charts: [],
  sort: null,
  search: '',
  rowFilters: {},
  rowColumns: [],
  fingerprint: null,
  language: 'vi',
  theme: 'auto',
}
