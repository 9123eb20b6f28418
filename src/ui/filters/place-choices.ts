import { groupMembers } from '../../model/rules/group-members.ts'
import { listedReporters, reportedAs } from '../../model/rules/listed-reporters.ts'
import { readTerritoryKey, type TerritoryKey, territoryKey } from '../../model/territory.ts'
import { readTerritoryCode, writeTerritoryCode } from '../../model/territory-code.ts'
import type { Room } from '../answer/room.ts'
import type { Choice, ChoiceGroup } from './search-choice.tsx'
import type { PlaceValues } from './use-place-values.ts'

/** What the picker of places offers: the places of the view's list by name, with their `values`; peer groups and regions before them. */
export function placeChoices(room: Room, values?: PlaceValues): readonly ChoiceGroup[] {
  const { dataset, view, words, language } = room
  const collator = new Intl.Collator('vi')
  const places = listedReporters(dataset, view.units).map((key) => ({
    value: codeFor(key, room),
    label: dataset.territories.get(key)?.name[language] ?? key,
    find: otherNames(key, room),
    ...oldNames(key, room),
    ...(values?.has(key) ? { amount: values.get(key) as string } : {}),
  }))
  const groups = dataset.groups.flatMap((group): Choice[] => {
    const members = groupMembers(group, view.units, dataset)
    // A group of the other list names the same places twice.
    const isOwn = group.members.some((key) => view.units === 'goc' || key.startsWith(`${view.units}:`))
    return members.length > 1 && isOwn
      ? [{ value: group.id, label: group.label[language], sub: words.chrome.somePlaces(members.length) }]
      : []
  })
  const sorted = [...places].sort((a, b) => collator.compare(a.label, b.label))
  if (groups.length === 0) return [{ value: '', items: sorted }]
  return [
    { value: words.chrome.placeGroups, items: groups },
    { value: words.chrome.places, items: sorted },
  ]
}

/** The same without groups and regions, where one place is to be chosen. */
export function onlyPlaces(room: Room): readonly ChoiceGroup[] {
  const { chrome } = room.words
  return placeChoices(room).flatMap(({ value, items }) => (value === chrome.placeGroups ? [] : [{ value: '', items }]))
}

/** The name of a place or a group as links write it; also of a place that is expected to report nothing: a link may name it. */
export function placeName(code: string, { view, dataset, language }: Pick<Room, 'view' | 'dataset' | 'language'>): string {
  const group = dataset.groups.find(({ id }) => id === code)
  if (group) return group.label[language]
  const ref = readTerritoryCode(code, view.units)
  return (ref && dataset.territories.get(territoryKey(ref))?.name[language]) ?? code
}

/** Which old units a merged one was made of: a reader of an old name sees where it is now. */
function oldNames(key: TerritoryKey, { dataset: { territories }, language }: Room): { readonly sub?: string } {
  const { formedFrom = [] } = territories.get(key) ?? {}
  const names = formedFrom.flatMap((code) => territories.get(`63:${code}`)?.name[language] ?? [])
  return names.length > 1 ? { sub: names.join(', ') } : {}
}

/** Other spellings, and the names of the units that it became part of or was made of: old names find new units. */
function otherNames(key: TerritoryKey, { dataset: { territories } }: Room): string {
  const territory = territories.get(key)
  const related = territory ? reportedAs(territory, territories).flatMap((ref) => territories.get(territoryKey(ref)) ?? []) : []
  return related.flatMap(({ name, aliases }) => [name.vi, name.en, ...aliases]).join(' ')
}

/** The code by which the view's list names a territory; the key itself where the list does not have it. */
function codeFor(key: string, { view }: Room): string {
  const ref = readTerritoryKey(key)
  return (ref && writeTerritoryCode(ref, view.units)) ?? key
}
