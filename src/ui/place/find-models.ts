import { labelOf } from '../../locale/print-figure.ts'
import type { Dataset } from '../../model/dataset.ts'
import { foldedWords } from '../../model/fold.ts'
import { reportedAs, unitsOn } from '../../model/rules/listed-reporters.ts'
import type { NamedModel } from '../../model/source.ts'
import { readTerritoryKey, type TerritoryKey, territoryKey } from '../../model/territory.ts'
import type { UnitList } from '../../model/view.ts'

/** A named model with what it is found by. */
export interface FoundModel {
  readonly model: NamedModel
  /** The units of the view's list that it is of; several where an old list has to name a unit of today. */
  readonly units: readonly TerritoryKey[]
  /**
   * Folded words of its name, field, place, holder and movement, in both languages; names of merged units find today's and the reverse.
   * Made when somebody looks for something: of thousands of models they take a while.
   */
  words(): readonly string[]
}

/** Every named model of a dataset, in its order; worked out once for each list of provinces. */
export function findableModels(dataset: Dataset, units: UnitList): readonly FoundModel[] {
  const known = KNOWN.get(dataset.models)
  const models = known?.get(units) ?? readModels(dataset, units)
  KNOWN.set(dataset.models, (known ?? new Map()).set(units, models))
  return models
}

const KNOWN = new WeakMap<Dataset['models'], Map<UnitList, readonly FoundModel[]>>()

/** How a directory lists models: those with most stated results first, those begun last first, or by name. */
export const MODEL_ORDERS = ['results', 'newest', 'name'] as const
export type ModelOrder = (typeof MODEL_ORDERS)[number]

/** Models in an order; those that it does not tell apart begun last first, then by name. */
export function inOrder(models: readonly FoundModel[], order: ModelOrder): FoundModel[] {
  const byName: Compare = (a, b) => VIETNAMESE.compare(a.name, b.name) || VIETNAMESE.compare(a.id, b.id)
  // A model without a start stands behind all that have one.
  const newest: Compare = (a, b) => (a.started === b.started ? 0 : a.started < b.started ? 1 : -1)
  const results: Compare = (a, b) => b.observationIds.length - a.observationIds.length
  const rules = { results: [results, newest, byName], newest: [newest, byName], name: [byName] }[order]
  return [...models].sort(({ model: a }, { model: b }) => rules.reduce((found, rule) => found || rule(a, b), 0))
}

type Compare = (a: NamedModel, b: NamedModel) => number

const VIETNAMESE = new Intl.Collator('vi')

function readModels(dataset: Dataset, units: UnitList): FoundModel[] {
  const places = new Map<string, Pick<FoundModel, 'units'> & { readonly text: string }>()
  const placeOf = (key: string) => {
    const known = places.get(key) ?? readPlace(key, units, dataset)
    places.set(key, known)
    return known
  }
  return dataset.models.map((model): FoundModel => {
    const place = placeOf(model.territory)
    let words: readonly string[] | null = null
    return {
      model,
      units: place.units,
      words: () => {
        words ??= foldedWords(textOf(model, place.text, dataset))
        return words
      },
    }
  })
}

function textOf(model: NamedModel, place: string, dataset: Dataset): string {
  const codes = [
    ['field', model.field],
    ['movement', model.movement],
  ] as const
  const labels = codes.flatMap(([key, value]) => [labelOf(dataset, key, value, 'vi'), labelOf(dataset, key, value, 'en')])
  return [model.name, model.place, model.unitName, place, ...labels].join(' ')
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
