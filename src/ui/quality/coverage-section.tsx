import { useMemo, useState } from 'react'
import { CIVIL } from '../../model/calendar.ts'
import { type Dataset, indicatorOf } from '../../model/dataset.ts'
import type { ResultSet } from '../../model/result-set.ts'
import { type Bucket, bucketEdge } from '../../model/rhythm.ts'
import { type TerritorySet, territoryKey } from '../../model/territory.ts'
import {
  type MatrixQuestion,
  matrixSql,
  readMatrix,
  reportersOn,
  withinYearQuestion,
  yearsQuestion,
} from '../../query/coverage-matrix-query.ts'
import { owedSql, readOwedCounts } from '../../query/owed-query.ts'
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
  const [chosen, choose] = useState<{ readonly indicator?: string; readonly set?: TerritorySet; readonly steps?: string }>({})
  const first = indicatorsOf(view, dataset)[0] ?? dataset.indicators[0]?.code ?? ''
  const indicator = chosen.indicator && indicatorOf(dataset, chosen.indicator) ? chosen.indicator : first
  const set = chosen.set && dataset.territorySets.includes(chosen.set) ? chosen.set : listOf(room)
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
        {dataset.territorySets.length > 1 && (
          <PlainChoice
            label={say.list}
            choices={dataset.territorySets.map((value) => ({ value, label: words.units.lists[value] }))}
            chosen={set}
            onChoose={(value) => choose((now) => ({ ...now, set: value as TerritorySet }))}
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
            {matrix.columns.includes('rest') && <p className={styles.quiet}>{say.restNote}</p>}
            {dataset.calendar !== CIVIL && <p className={styles.quiet}>{say.calendar(startDay(dataset.calendar, room))}</p>}
          </>
        )}
      </AnswerOrWaiting>
    </QualitySection>
  )
}

/** The answers of both questions together; null asks nothing. */
function useMatrix(room: Room, question: MatrixQuestion | null): Asked<ReturnType<typeof readMatrix>> {
  const { dataset, view } = room
  const said = useAsked(room, question && matrixSql(dataset.schema, question), asItIs)
  const [from, to] = [question?.buckets[0]?.from ?? null, question?.buckets.at(-1)?.to ?? null]
  const owed = useAsked(room, question && owedSql(dataset, { from, to }, [question.indicator]), readOwedCounts)
  const data = useMemo(() => {
    if (!question || !said.data || !owed.data) return undefined
    const chosen = territoriesOf(view, dataset)?.map(territoryKey)
    const places = reportersOn(dataset, question.set).filter((place) => !chosen || chosen.includes(place))
    return readMatrix(said.data, question, owed.data, dataset, places)
  }, [question, said.data, owed.data, view, dataset])
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

/** The list that the view counts by, where there are reports of it; else the newest one that there is. */
function listOf({ view, dataset }: Pick<Room, 'view' | 'dataset'>): TerritorySet {
  const { territorySets } = dataset
  const [own] = territorySets.filter((set) => set === view.units)
  return own ?? (territorySets.includes('34') ? '34' : '63')
}

/** The reporting year that holds the view's window. */
function yearOfView({ view, dataset }: { readonly view: Room['view']; readonly dataset: Dataset }): string | null {
  const window = windowOf(view, dataset)
  if (!window?.from || !window.to) return null
  const [from, to] = [window.from, window.to].map((day) => bucketEdge({ from: day, to: day } as Bucket, 'year', dataset.calendar))
  return from !== undefined && from === to ? from : null
}
