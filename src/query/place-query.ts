import type { Dataset } from '../model/dataset.ts'
import type { PeerGroup } from '../model/peer-group.ts'
import { groupMembers } from '../model/rules/group-members.ts'
import { listedReporters, reportedAs, reportsOf, unitsOn } from '../model/rules/listed-reporters.ts'
import { groupOf } from '../model/rules/peers.ts'
import { readTerritoryKey, type TerritoryKey, type TerritoryRef, territoryKey } from '../model/territory.ts'
import { readTerritoryCode, writeTerritoryCode } from '../model/territory-code.ts'
import type { View } from '../model/view.ts'
import { viewStatements } from './ask-view.ts'
import { chosenTerritories, viewQuery } from './view-query.ts'

/** Which place the screen of one place is about: the one in focus, the first chosen one, the home; else none. */
export function placeOf(view: View, dataset: Dataset, home: TerritoryKey | null): TerritoryRef | null {
  const focus = view.focus === null ? null : readTerritoryCode(view.focus, view.units)
  return focus ?? chosenTerritories(view, dataset)?.[0] ?? homeOn(view, dataset, home)
}

/** The group that a place is compared in, with its members on the place's own list; null where it is in none. */
export function peersOf(
  place: TerritoryRef,
  { units }: Pick<View, 'units'>,
  dataset: Dataset,
): { readonly group: PeerGroup; readonly members: readonly TerritoryRef[] } | null {
  const group = groupOf(territoryKey(place), dataset.groups)
  const members = group ? groupMembers(group, units, dataset).filter(({ set }) => set === place.set) : []
  return group && members.length > 1 ? { group, members } : null
}

/**
 * What the screen of one place asks: every indicator of the dataset, of the place and of its peers, in the view's time, against the
 * same time a year earlier unless the view names the previous one. Filters and the chosen indicators belong to the other screens.
 */
export function placeView(view: View, dataset: Dataset, place: TerritoryRef): View {
  const places = [place, ...(peersOf(place, view, dataset)?.members ?? [])]
  const codes = places.map((ref) => writeTerritoryCode(ref, view.units)).filter((code) => code !== null)
  return {
    ...view,
    indicators: dataset.indicators.map(({ code }) => code),
    filters: {},
    territories: [...new Set(codes)],
    focus: writeTerritoryCode(place, view.units),
    comparison: view.comparison === 'prev' ? 'prev' : 'yoy',
    sort: null,
  }
}

/** The statements for `placeView`, read with `readAnswer`: of its peers only what the place's own figures are compared with. */
export function placeStatements(asked: View, dataset: Dataset, place: TerritoryRef): readonly string[] {
  return viewStatements(viewQuery(asked, dataset), reportsOf(place, asked.units, dataset))
}

/** A home of either list as the one unit that it is on the view's list; null where it is several there, or nothing reports. */
export function homeOn(view: View, dataset: Dataset, home: TerritoryKey | null): TerritoryRef | null {
  const known = homeUnits(view, dataset, home)
  return known.find((unit) => territoryKey(unit) === home) ?? (known.length === 1 ? (known[0] ?? null) : null)
}

/** The units of the view's list that a home of either list is, became part of, or was made of, as far as they report. */
export function homeUnits(view: View, dataset: Dataset, home: TerritoryKey | null): TerritoryRef[] {
  const ref = home === null ? null : readTerritoryKey(home)
  if (!ref) return []
  const listed = listedReporters(dataset, view.units)
  const units = view.units === 'goc' ? reportedAs(ref, dataset.territories) : unitsOn(ref, view.units, dataset.territories)
  return units.filter((unit) => listed.includes(territoryKey(unit)))
}
