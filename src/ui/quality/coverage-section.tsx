import { useMemo, useState } from 'react'
import { CIVIL } from '../../model/calendar.ts'
import { type Dataset, indicatorOf } from '../../model/dataset.ts'
import type { ResultSet } from '../../model/result-set.ts'
import { type Bucket, bucketEdge } from '../../model/rhythm.ts'
import { listedReporters, unitsOn } from '../../model/rules/listed-reporters.ts'
import { type TerritoryKey, type TerritorySet, territoryKey } from '../../model/territory.ts'
import {
  type MatrixQuestion,
  matrixSql,
  readMatrix,
  reportersOn,
  withinYearQuestion,
  yearsQuestion,
} from '../../query/coverage-matrix-query.ts'
import { readMatrixOnList } from '../../query/matrix-on-list.ts'
import { toldSql } from '../../query/matrix-told-query.ts'
import { owedSql, readOwedCounts } from '../../query/owed-query.ts'
import { reportersIn } from '../../query/view-answer.ts'
import { indicatorsOf, territoriesOf, windowOf } from '../../query/view-query.ts'
import type { Room } from '../answer/room.ts'
import { type Asked, useAsked } from '../answer/use-asked.ts'
import { PlainChoice } from '../filters/plain-choice.tsx'
import { CoverageMatrixTable } from './coverage-matrix-table.tsx'
import styles from './quality-screen.module.css'
import { AnswerOrWaiting, QualitySection } from './quality-section.tsx'
import { startDay } from './sources-section.tsx'

/** Who has what of one indicator and when: places × stretches of the calendar. */
export function CoverageSection({ room }: { readonly room: Room }) {
  const { words, dataset, view, language } = room
  const say = words.quality.coverage
  const [chosen, choose] = useState<{ readonly indicator?: string; readonly set?: ChosenList; readonly steps?: string }>({})
  const first = indicatorsOf(view, dataset)[0] ?? dataset.indicators[0]?.code ?? ''
  const indicator = chosen.indicator && indicatorOf(dataset, chosen.indicator) ? chosen.indicator : first
  const lists = listsOf(room)
  // What was chosen beside one list of the view says nothing beside another.
  const isChosen = chosen.set?.beside === view.units && lists.includes(chosen.set.set)
  const set = (isChosen ? chosen.set?.set : undefined) ?? listOf(room)
  const years = useMemo(() => yearsQuestion(dataset, indicator, set), [dataset, indicator, set])
  const whole = useMatrix(room, years)
  const offered = (whole.data?.columns ?? []).flatMap((column) => {
    const year = column === 'rest' ? null : Number(bucketEdge(column, 'year', dataset.calendar))
    return year !== null && withinYearQuestion(dataset, indicator, set, year) !== null ? [String(year)] : []
  })
  const byView = yearOfView(room)
  const steps = [chosen.steps, byView, 'years'].find((one) => one === 'years' || (one && offered.includes(one))) ?? 'years'
  const within = useMemo(
    () => (steps === 'years' ? null : withinYearQuestion(dataset, indicator, set, Number(steps))),
    [dataset, indicator, set, steps],
  )
  const inside = useMatrix(room, within)
  const question = within ?? years
  const ofYear = dataset.calendar === CIVIL ? say.ofYear : say.ofReportingYear
  return (
    <QualitySection name="coverage" title={say.title} words={words}>
      <p>{say.sentence(indicatorOf(dataset, indicator)?.label[language] ?? indicator)}</p>
      <div className={styles.choices}>
        <PlainChoice
          label={say.indicator}
          choices={dataset.indicators.map(({ code, label }) => ({ value: code, label: label[language] }))}
          chosen={indicator}
          onChoose={(value) => choose((now) => ({ ...now, indicator: value }))}
        />
        {lists.length > 1 && (
          <PlainChoice
            label={say.list}
            choices={lists.map((value) => ({ value, label: words.units.lists[value] }))}
            chosen={set}
            onChoose={(value) => choose((now) => ({ ...now, set: { set: value as TerritorySet, beside: view.units } }))}
          />
        )}
        {offered.length > 0 && (
          <PlainChoice
            label={say.steps}
            choices={[
              { value: 'years', label: say.years },
              ...[...offered]
                .reverse()
                .map((year) => ({ value: year, label: ofYear(say.within[grainOf(room, indicator)], year) })),
            ]}
            chosen={steps}
            onChoose={(value) => choose((now) => ({ ...now, steps: value }))}
          />
        )}
      </div>
      <AnswerOrWaiting asked={within ? inside : whole} words={words}>
        {(matrix) => (
          <>
            <CoverageMatrixTable room={room} matrix={matrix} grain={question.grain} />
            {dataset.territorySets.some((one) => one !== set) && (
              <p className={styles.quiet}>{say.otherList[view.units === 'goc' ? 'goc' : set]}</p>
            )}
            {matrix.columns.includes('rest') && <p className={styles.quiet}>{say.restNote}</p>}
            {dataset.calendar !== CIVIL && <p className={styles.quiet}>{say.calendar(startDay(dataset.calendar, room))}</p>}
          </>
        )}
      </AnswerOrWaiting>
    </QualitySection>
  )
}

/** A list of provinces that was chosen here, and the one that the view counted by then. */
interface ChosenList {
  readonly set: TerritorySet
  readonly beside: Room['view']['units']
}

/** The answers of both questions together; null asks nothing. */
function useMatrix(room: Room, question: MatrixQuestion | null): Asked<ReturnType<typeof readMatrix>> {
  const { dataset, view } = room
  const isAsReported = view.units === 'goc'
  const sql = question && (isAsReported ? matrixSql(dataset.schema, question) : toldSql(question, dataset))
  const said = useAsked(room, sql, asItIs)
  const [from, to] = [question?.buckets[0]?.from ?? null, question?.buckets.at(-1)?.to ?? null]
  const owed = useAsked(room, question && owedSql(dataset, { from, to }, [question.indicator]), readOwedCounts)
  const data = useMemo(() => {
    if (!question || !said.data || !owed.data) return undefined
    const read = isAsReported ? readMatrix : readMatrixOnList
    return read(said.data, question, owed.data, dataset, placesOn(question.set, { view, dataset }))
  }, [question, said.data, owed.data, view, dataset, isAsReported])
  return {
    data,
    error: said.error ?? owed.error,
    retry: () => {
      said.retry()
      owed.retry()
    },
  }
}

const asItIs = (result: ResultSet): ResultSet => result

function grainOf({ dataset }: Room, indicator: string) {
  const year = dataset.years.at(-1) ?? 2000
  return withinYearQuestion(dataset, indicator, '63', year)?.grain ?? 'year'
}

/** The list that the view counts by; as in the report the newest one that there is. */
function listOf({ view, dataset }: Pick<Room, 'view' | 'dataset'>): TerritorySet {
  if (view.units !== 'goc') return view.units
  return dataset.territorySets.includes('34') ? '34' : '63'
}

/** The lists that there are reports of and, unless the view takes these as they are, the one that it counts by. */
function listsOf({ view, dataset }: Pick<Room, 'view' | 'dataset'>): TerritorySet[] {
  return LISTS.filter((set) => dataset.territorySets.includes(set) || set === view.units)
}

const LISTS: readonly TerritorySet[] = ['63', '34']

/** Whoever is expected to have figures, on one list, as far as the view is about them. */
function placesOn(set: TerritorySet, { view, dataset }: Pick<Room, 'view' | 'dataset'>): TerritoryKey[] {
  if (set === view.units) return reportersIn(view, dataset)
  const chosen = territoriesOf(view, dataset)
  const places = view.units === 'goc' ? reportersOn(dataset, set) : listedReporters(dataset, set)
  if (!chosen) return places
  const on = chosen.flatMap((ref) => (view.units === 'goc' ? ref : unitsOn(ref, set, dataset.territories))).map(territoryKey)
  return places.filter((place) => on.includes(place))
}

/** The reporting year that holds the view's window. */
function yearOfView({ view, dataset }: { readonly view: Room['view']; readonly dataset: Dataset }): string | null {
  const window = windowOf(view, dataset)
  if (!window?.from || !window.to) return null
  const [from, to] = [window.from, window.to].map((day) => bucketEdge({ from: day, to: day } as Bucket, 'year', dataset.calendar))
  return from !== undefined && from === to ? from : null
}
