import { codeOf, type Dataset } from '../model/dataset.ts'
import { type Notice, type NoticeReason, notice } from '../model/notice.ts'
import { groupMembers } from '../model/rules/group-members.ts'
import { territoryKey } from '../model/territory.ts'
import { readTerritoryCode } from '../model/territory-code.ts'
import { EMPTY_VIEW, type UnitList, type View } from '../model/view.ts'
import { rowColumn } from '../query/rows/row-columns.ts'
import { isRowFilter } from '../query/rows/row-filter.ts'
import { params } from './url.ts'

/** A view that asks for nothing its dataset does not have, and what was taken out to get there. */
export interface ResolvedView {
  readonly view: View
  readonly notices: readonly Notice[]
}

/** The view that a dataset opens with when a link says nothing else: the defaults of `fromSearch` and `toSearch`. */
export function defaultViewOf(dataset: Dataset): View {
  return settle({ ...EMPTY_VIEW, ...dataset.defaultView, ...ownOf(dataset) }, dataset, EMPTY_VIEW).view
}

/**
 * Takes out of a view what the dataset, or this version, does not know, and says so; the valid rest is kept. A single choice
 * falls back to the dataset's default, and so does a list that had codes and has none left. `chartIds` are the charts there
 * are, where the caller knows them.
 */
export function resolveView(view: View, dataset: Dataset, chartIds?: readonly string[]): ResolvedView {
  return settle(view, dataset, defaultViewOf(dataset), chartIds)
}

/** `base` is a settled view of the same dataset, or the empty one. */
function settle(view: View, dataset: Dataset, base: View, chartIds?: readonly string[]): ResolvedView {
  const notices: Notice[] = []
  const say: Say = (param, value, reason) => notices.push(notice(param, value, reason))
  const keep = (field: ListField, isKnown: (code: string) => boolean) =>
    keepCodes(view[field], base[field], (code) => (isKnown(code) ? null : 'unknown'), said(field, say))

  if (view.localFile !== null && view.localFile !== dataset.localFile) {
    say(params.localFile.key, view.localFile, dataset.localFile === null ? 'unknown' : 'other-file')
  }
  if (view.dataset !== dataset.id) say(params.dataset.key, view.dataset, 'unknown')
  if (view.fingerprint !== null && view.fingerprint !== dataset.fingerprint) {
    say(params.fingerprint.key, view.fingerprint, 'other-data')
  }
  const settled: View = {
    ...view,
    ...ownOf(dataset),
    indicators: keep('indicators', (code) => isIndicator(code, dataset)),
    filters: knownFilters(view.filters, dataset, say),
    rowFilters: knownRowFilters(view.rowFilters, say),
    rowColumns: keep('rowColumns', (id) => rowColumn(id) !== undefined),
    grain: knownGrain(view.grain, dataset, say),
    ...places(view, dataset, base, say),
    charts: keep('charts', (id) => chartIds === undefined || chartIds.includes(id)),
  }
  return { view: settled, notices }
}

function ownOf({ id, localFile }: Dataset): Pick<View, 'dataset' | 'localFile'> {
  return { dataset: id, localFile }
}

type Say = (param: string, value: string, reason: NoticeReason) => void
type ListField = 'indicators' | 'territories' | 'charts' | 'rowColumns'

function said(field: keyof View, say: Say): (value: string, reason: NoticeReason) => void {
  return (value, reason) => say(params[field].key, value, reason)
}

/** `judge` says why a code is not taken, or null. */
function keepCodes(
  codes: readonly string[],
  fallback: readonly string[],
  judge: (code: string) => NoticeReason | null,
  tell: (value: string, reason: NoticeReason) => void,
): readonly string[] {
  const kept = codes.filter((code) => {
    const reason = judge(code)
    if (reason) tell(code, reason)
    return reason === null
  })
  return kept.length === 0 && codes.length > 0 ? fallback : kept
}

function isIndicator(code: string, dataset: Dataset): boolean {
  return dataset.indicators.some((indicator) => indicator.code === code || `dom-${indicator.domain}` === code)
}

/** A step of time that no indicator of the dataset has is let go: the finest there is stands in. */
function knownGrain(grain: View['grain'], dataset: Dataset, say: Say): View['grain'] {
  if (grain === null || dataset.rhythms.some((rhythm) => rhythm.grain === grain)) return grain
  say(params.grain.key, grain, 'unknown')
  return null
}

function knownFilters(filters: View['filters'], dataset: Dataset, say: Say): View['filters'] {
  const kept = Object.entries(filters).flatMap(([key, values]) => {
    const param = `${params.filters.key}${key}`
    const isKey = dataset.breakdowns.some((breakdown) => breakdown.key === key)
    if (!isKey) say(param, values.join('.'), 'unknown')
    const tell = (value: string, reason: NoticeReason) => say(param, value, reason)
    const known = isKey ? keepCodes(values, [], (value) => (codeOf(dataset, key, value) ? null : 'unknown'), tell) : []
    return known.length > 0 ? [[key, known] as const] : []
  })
  return Object.fromEntries(kept)
}

function knownRowFilters(filters: View['rowFilters'], say: Say): View['rowFilters'] {
  const kept = Object.entries(filters).filter(([id, text]) => {
    const isKnown = isRowFilter(id, text)
    if (!isKnown) say(`${params.rowFilters.key}${id}`, text, rowColumn(id) ? 'malformed' : 'unknown')
    return isKnown
  })
  return Object.fromEntries(kept)
}

/**
 * The list of units and what is named by its codes. A code means another place on another list, so the places of a list that
 * is not available are let go with it, and those of the default view are taken only under its own list.
 */
function places(view: View, dataset: Dataset, base: View, say: Say): Pick<View, 'units' | 'territories' | 'focus'> {
  const judge = (code: string) => judgePlace(code, view.units, dataset)
  const judgeOneOrMany = (code: string) => (isGroup(code, view.units, dataset) ? null : judge(code))
  const fallback = view.units === base.units ? base.territories : []
  const territories = keepCodes(view.territories, fallback, judgeOneOrMany, said('territories', say))
  const [focus = null] = keepCodes(view.focus === null ? [] : [view.focus], [], judge, said('focus', say))
  return { units: view.units, territories, focus }
}

/** A region or a peer group that names some place on the view's list. */
function isGroup(code: string, units: UnitList, dataset: Dataset): boolean {
  return dataset.groups.some((group) => group.id === code && groupMembers(group, units, dataset).length > 0)
}

const LISTS: readonly UnitList[] = ['34', '63', 'goc']

function judgePlace(code: string, units: UnitList, dataset: Dataset): NoticeReason | null {
  const ref = readTerritoryCode(code, units)
  if (!ref || !dataset.territories.has(territoryKey(ref))) {
    const isElsewhere = LISTS.some((list) => {
      const other = readTerritoryCode(code, list)
      return other !== null && dataset.territories.has(territoryKey(other))
    })
    return isElsewhere ? 'other-list' : 'unknown'
  }
  return units !== 'goc' || dataset.territorySets.includes(ref.set) ? null : 'unknown'
}
