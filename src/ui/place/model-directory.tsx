import { useDeferredValue, useMemo, useState } from 'react'
import { reporterName } from '../../charts/parts/reporters.ts'
import { labelOf } from '../../locale/print-figure.ts'
import { findsFolded } from '../../model/fold.ts'
import type { NamedModel } from '../../model/source.ts'
import { type TerritoryRef, territoryKey } from '../../model/territory.ts'
import { readTerritoryCode, writeTerritoryCode } from '../../model/territory-code.ts'
import type { Room } from '../answer/room.ts'
import { onlyPlaces } from '../filters/place-choices.ts'
import { PlainChoice } from '../filters/plain-choice.tsx'
import { SearchChoice } from '../filters/search-choice.tsx'
import { findableModels, inOrder, MODEL_ORDERS, type ModelOrder } from './find-models.ts'
import styles from './model-directory.module.css'
import { ModelTable } from './model-table.tsx'

/** So many models stand on one page of the directory. */
export const MODELS_A_PAGE = 30

/** No field is called so: codes have no capitals. */
const ALL = 'ALL'

/**
 * Every model that a source names, found without marks by name, field, place, holder and movement. It begins with the models of
 * the place, where there is one, and can be widened to the country. What is searched for is in the link.
 */
export function ModelDirectory({ room, place }: { readonly room: Room; readonly place: TerritoryRef | null }) {
  const { dataset, view, words, language, setView } = room
  const [where, setWhere] = useState(place === null ? ALL : (writeTerritoryCode(place, view.units) ?? ALL))
  const [field, setField] = useState(ALL)
  const [onlyResults, setOnlyResults] = useState(false)
  const [order, setOrder] = useState<ModelOrder>(() => (dataset.models.some(hasResults) ? 'results' : 'name'))
  const [page, setPage] = useState(0)
  const models = useMemo(() => findableModels(dataset, view.units), [dataset, view.units])
  const unit = readTerritoryCode(where, view.units)
  const key = unit && territoryKey(unit)
  const search = useDeferredValue(view.search)
  const found = useMemo(
    () =>
      inOrder(
        models.filter(
          (one) =>
            (key === null || one.units.includes(key)) &&
            (field === ALL || one.model.field === field) &&
            (!onlyResults || hasResults(one.model)) &&
            (search === '' || findsFolded(one.words(), search)),
        ),
        order,
      ),
    [models, key, field, onlyResults, search, order],
  )
  if (dataset.models.length === 0) return null
  const first = Math.min(page, Math.max(0, Math.ceil(found.length / MODELS_A_PAGE) - 1)) * MODELS_A_PAGE
  const shown = found.slice(first, first + MODELS_A_PAGE)
  const name = key === null ? null : reporterName(dataset, key, language)
  const change = (apply: () => void) => {
    setPage(0)
    apply()
  }
  const withResults = dataset.models.filter(hasResults).length
  const isMixed = withResults > 0 && withResults < dataset.models.length
  const orders = MODEL_ORDERS.filter((one) => one !== 'results' || withResults > 0)
  const nowhere = key !== null && !models.some(({ units }) => units.includes(key))
  return (
    <section className={styles.card} aria-label={words.place.directory}>
      <h2 className={styles.title}>{name === null ? words.place.directory : words.place.directoryOf(name)}</h2>
      <p className={styles.note}>{words.place.directoryNote}</p>
      <div className={styles.controls}>
        <label className={styles.search}>
          <span>{words.place.search}</span>
          <input
            type="search"
            value={view.search}
            placeholder={words.place.searchHint}
            onChange={(event) => change(() => setView({ search: event.target.value }))}
          />
        </label>
        <SearchChoice
          label={words.place.where}
          shown={name ?? words.place.everywhere}
          searchLabel={words.place.searchPlace}
          emptyText={words.chrome.noPlace}
          groups={[{ value: '', items: [{ value: ALL, label: words.place.everywhere }, ...placesWithin(room)] }]}
          chosen={[where]}
          multiple={false}
          onChoose={([value = ALL]) => change(() => setWhere(value))}
        />
        <PlainChoice
          label={words.place.field}
          choices={[
            { value: ALL, label: words.place.allFields },
            ...fieldsOf(room).map((value) => ({ value, label: labelOf(dataset, 'field', value, language) })),
          ]}
          chosen={field}
          onChoose={(value) => change(() => setField(value))}
        />
        {isMixed && (
          <PlainChoice
            label={words.place.results}
            choices={[
              { value: ALL, label: words.place.allResults },
              { value: 'stated', label: words.place.onlyResults },
            ]}
            chosen={onlyResults ? 'stated' : ALL}
            onChoose={(value) => change(() => setOnlyResults(value !== ALL))}
          />
        )}
        <PlainChoice
          label={words.place.order}
          choices={orders.map((value) => ({ value, label: words.place.orders[value] }))}
          chosen={order}
          onChoose={(value) => change(() => setOrder(orders.find((one) => one === value) ?? order))}
        />
      </div>
      <p className={styles.count} role="status">
        {found.length > 0 && words.place.count(first + 1, first + shown.length, found.length)}
        {found.length > 0 && found.length < models.length && ` (${words.place.ofAll(models.length)})`}
        {found.length === 0 && (nowhere && name !== null ? words.place.noneHere(name) : words.place.noneFound)}
      </p>
      {shown.length > 0 && <ModelTable room={room} found={shown} />}
      {found.length > MODELS_A_PAGE && (
        <div className={styles.pages}>
          <button
            type="button"
            className={styles.results}
            disabled={first === 0}
            onClick={() => setPage(first / MODELS_A_PAGE - 1)}
          >
            {words.place.before}
          </button>
          <button
            type="button"
            className={styles.results}
            disabled={first + MODELS_A_PAGE >= found.length}
            onClick={() => setPage(first / MODELS_A_PAGE + 1)}
          >
            {words.place.after}
          </button>
        </div>
      )}
    </section>
  )
}

/** Whether a source says what came of it. */
function hasResults({ observationIds }: NamedModel): boolean {
  return observationIds.length > 0
}

/** The fields that some model is of, in the package's order. */
function fieldsOf({ dataset }: Room): string[] {
  const used = new Set(dataset.models.map(({ field }) => field))
  const known = dataset.codes.filter(({ key, value }) => key === 'field' && used.has(value))
  return known.sort((a, b) => a.order - b.order).map(({ value }) => value)
}

function placesWithin(room: Room) {
  return onlyPlaces(room).flatMap(({ items }) => items)
}
