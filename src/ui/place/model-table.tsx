import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { reporterName } from '../../charts/parts/reporters.ts'
import { labelOf } from '../../locale/print-figure.ts'
import type { Words } from '../../locale/words.ts'
import { indicatorOf, keyOf } from '../../model/dataset.ts'
import { fold } from '../../model/fold.ts'
import { groupBy } from '../../model/rules/standing.ts'
import type { NamedModel } from '../../model/source.ts'
import { readTerritoryKey, territoryKey } from '../../model/territory.ts'
import { readGrounds, rowsByIdSql } from '../../query/grounds-query.ts'
import type { Room } from '../answer/room.ts'
import { GroundsRowView } from '../grounds/grounds-row-view.tsx'
import { FailurePanel } from '../page/failure-panel.tsx'
import type { FoundModel } from './find-models.ts'
import styles from './model-directory.module.css'

/** Named models with what the source says of them; their results unfold below. */
export function ModelTable({ room, found }: { readonly room: Room; readonly found: readonly FoundModel[] }) {
  const { place } = room.words
  const [open, setOpen] = useState<string | null>(null)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {[place.name, place.fieldAndMovement, place.at, place.holder, place.started, place.results].map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {found.map(({ model }) => (
          <Model
            key={model.id}
            room={room}
            model={model}
            isOpen={open === model.id}
            onToggle={() => setOpen(open === model.id ? null : model.id)}
          />
        ))}
      </tbody>
    </table>
  )
}

interface ModelProps {
  readonly room: Room
  readonly model: NamedModel
  readonly isOpen: boolean
  onToggle(): void
}

function Model({ room, model, isOpen, onToggle }: ModelProps) {
  const { words, dataset, language } = room
  const { place, chart } = words
  const ref = readTerritoryKey(model.territory)
  const source = dataset.sources.find(({ id }) => id === model.sourceId)
  const results = model.observationIds.length
  return (
    <>
      <tr data-model={model.id}>
        <th scope="row">
          <span lang="vi">{model.name}</span>
          {model.kind === 'programme' && <span className={styles.sub}>{place.programme}</span>}
          <span className={styles.sub}>
            {chart.sources}: <span lang="vi">{source?.publisher || source?.title || model.sourceId}</span>
          </span>
        </th>
        <td>
          {withBasis('field', model, room)}
          <Movement room={room} model={model} />
        </td>
        <td className={styles.short}>
          {ref ? reporterName(dataset, territoryKey(ref), language) : model.territory}
          {model.place && (
            <span className={styles.sub} lang="vi">
              {model.place}
            </span>
          )}
        </td>
        <td className={styles.short} lang="vi" data-empty={model.unitName === ''}>
          {model.unitName || chart.missing}
        </td>
        <td className={`${styles.short} ${styles.begun}`} data-label={place.started} data-empty={model.started === ''}>
          {model.started === '' ? chart.missing : startedText(model.started, words)}
        </td>
        <td className={results === 0 ? styles.none : undefined}>
          {results === 0 ? (
            place.noResults
          ) : (
            <button type="button" className={styles.results} aria-expanded={isOpen} onClick={onToggle}>
              {place.showResults(results)}
            </button>
          )}
        </td>
      </tr>
      {isOpen && (
        <tr className={styles.unfolded}>
          <td colSpan={6}>
            <Results room={room} model={model} />
          </td>
        </tr>
      )}
    </>
  )
}

/** The movement, where the name of the field does not have it already; how it is known, where the source does not say it. */
function Movement({ room, model }: Pick<ModelProps, 'room' | 'model'>) {
  const { dataset, language, words } = room
  const [field, movement] = [
    labelOf(dataset, 'field', model.field, language),
    labelOf(dataset, 'movement', model.movement, language),
  ]
  const isNamed = ` ${fold(field)} `.includes(` ${fold(movement)} `)
  if (!isNamed) return <span className={styles.sub}>{withBasis('movement', model, room)}</span>
  if (model.movementBasis === 'stated') return null
  return (
    <span className={styles.sub}>
      {words.place.movementBasis(labelOf(dataset, 'movement_basis', model.movementBasis, language))}
    </span>
  )
}

/** The rows that report the results of a model, by indicator. */
function Results({ room, model }: Pick<ModelProps, 'room' | 'model'>) {
  const { dataset, workspace, words, language } = room
  const sql = rowsByIdSql(dataset.schema, model.observationIds)
  const { data, error, refetch } = useQuery({
    queryKey: [sql],
    queryFn: async ({ signal }) => readGrounds(await workspace.ask(keyOf(dataset), sql, signal)),
  })
  if (error) return <FailurePanel error={error} words={words} keeps onRetry={() => void refetch()} />
  if (!data) return <p role="status">{words.grounds.loading}</p>
  if (data.length === 0) return <p>{words.place.resultsMissing}</p>
  return [...groupBy(data, ({ indicator }) => indicator)].map(([code, rows]) => (
    <div key={code}>
      <h3 className={styles.indicator}>{indicatorOf(dataset, code)?.label[language] ?? code}</h3>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <GroundsRowView key={row.row} room={room} row={row} reason={null} />
        ))}
      </ul>
    </div>
  ))
}

/** `Cải cách hành chính (xếp theo tên gọi)`: what the source did not say itself is told. */
function withBasis(key: 'field' | 'movement', model: NamedModel, { dataset, language, words }: Room): string {
  const basis = key === 'field' ? model.fieldBasis : model.movementBasis
  const label = labelOf(dataset, key, model[key], language)
  return basis === 'stated' ? label : words.place.notStated(label, labelOf(dataset, `${key}_basis`, basis, language))
}

function startedText(started: string, { place }: Words): string {
  const [year = started, month] = started.split('-')
  return place.startedIn(year, month === undefined ? null : Number(month))
}
