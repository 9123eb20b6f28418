import { labelOf } from '../locale/print-figure.ts'
import type { Dataset } from '../model/dataset.ts'
import { foldedWords } from '../model/fold.ts'
import { reportedAs, unitsOn } from '../model/rules/listed-reporters.ts'
import type { NamedModel } from '../model/source.ts'
import { readTerritoryKey, type TerritoryKey, territoryKey } from '../model/territory.ts'
import type { UnitList } from '../model/view.ts'

/** A named model with what it is found by. */
export interface FoundModel {
  readonly model: NamedModel
  /** The units of the view's list that it is of; several where an old list has to name a unit of today. */
  readonly units: readonly TerritoryKey[]
  /** Folded words of its name, field, place, holder and movement, in both languages; names of merged units find today's and the reverse. */
  readonly words: readonly string[]
}

/** Every named model of a dataset by its name. */
export function findableModels(dataset: Dataset, units: UnitList): FoundModel[] {
  const collator = new Intl.Collator('vi')
  const places = new Map<string, Pick<FoundModel, 'units'> & { readonly text: string }>()
  const placeOf = (key: string) => {
    const known = places.get(key) ?? readPlace(key, units, dataset)
    places.set(key, known)
    return known
  }
  return dataset.models
    .map((model): FoundModel => {
      const place = placeOf(model.territory)
      const codes = [
        ['field', model.field],
        ['movement', model.movement],
      ] as const
      const labels = codes.flatMap(([key, value]) => [labelOf(dataset, key, value, 'vi'), labelOf(dataset, key, value, 'en')])
      const text = [model.name, model.place, model.unitName, place.text, ...labels].join(' ')
      return { model, units: place.units, words: foldedWords(text) }
    })
    .sort((a, b) => collator.compare(a.model.name, b.model.name) || collator.compare(a.model.id, b.model.id))
}

function readPlace(key: string, units: UnitList, { territories }: Dataset) {
  const ref = readTerritoryKey(key)
  if (!ref) return { units: [], text: '' }
  const names = reportedAs(ref, territories).flatMap((one) => {
    const territory = territories.get(territoryKey(one))
    return territory ? [territory.name.vi, territory.name.en, ...territory.aliases] : []
  })
  return { units: unitsOn(ref, units, territories).map(territoryKey), text: names.join(' ') }
}
