import { useMemo, useState } from 'react'
import { printDay, printSpan } from '../../locale/print-period.ts'
import { indicatorOf } from '../../model/dataset.ts'
import { allDigits } from '../../model/rules/printing.ts'
import { groupBy } from '../../model/rules/standing.ts'
import { type TerritoryKey, territoryKey } from '../../model/territory.ts'
import { reportersOn } from '../../query/coverage-matrix-query.ts'
import { type OwedCount, owedSql, readOwedCounts } from '../../query/owed-query.ts'
import { indicatorsOf, territoriesOf, windowOf } from '../../query/view-query.ts'
import type { Room } from '../answer/room.ts'
import { timeLabel } from '../answer/time-label.ts'
import { useAsked } from '../answer/use-asked.ts'
import styles from './quality-screen.module.css'
import { AnswerOrWaiting, QualitySection } from './quality-section.tsx'

/** Which reports are overdue, by period and place; nothing where the package expects nothing. */
export function OwedSection({ room }: { readonly room: Room }) {
  const { words, dataset, view } = room
  const isExpecting = dataset.expected.some(({ lower }) => !lower)
  const window = windowOf(view, dataset) ?? { from: null, to: null }
  const indicators = view.indicators.length > 0 ? indicatorsOf(view, dataset) : null
  const asked = useAsked(room, isExpecting ? owedSql(dataset, window, indicators) : null, readOwedCounts)
  return (
    <QualitySection name="owed" title={words.quality.owed.title} words={words}>
      {isExpecting ? (
        <AnswerOrWaiting asked={asked} words={words}>
          {(counts) => <OwedList room={room} counts={counts} />}
        </AnswerOrWaiting>
      ) : (
        <p>{words.quality.owed.nothingExpected}</p>
      )}
    </QualitySection>
  )
}

/** What one place has not sent for one period. */
interface OwedLine {
  readonly place: TerritoryKey
  readonly indicators: readonly string[]
}

interface OwedPeriod extends Pick<OwedCount, 'start' | 'end' | 'due' | 'grain'> {
  readonly key: string
  readonly owed: number
  readonly missing: number
  readonly lines: readonly OwedLine[]
}

/** So many lines are shown at once; more when somebody asks. */
const FEW_LINES = 25
const MORE_LINES = 200

function OwedList({ room, counts }: { readonly room: Room; readonly counts: readonly OwedCount[] }) {
  const { words, dataset, view, language } = room
  const say = words.quality.owed
  const [most, showUpTo] = useState(FEW_LINES)
  const periods = useMemo(() => {
    const chosen = territoriesOf(view, dataset)?.map(territoryKey)
    return overduePeriods(counts, (set) => reportersOn(dataset, set).filter((key) => !chosen || chosen.includes(key)))
  }, [counts, view, dataset])
  const print = (n: number) => allDigits(n, language)
  const due = periods.reduce((sum, period) => sum + period.owed, 0)
  const missing = periods.reduce((sum, period) => sum + period.missing, 0)
  const places = new Set(periods.flatMap(({ lines }) => lines.map(({ place }) => place))).size
  const window = windowOf(view, dataset)
  const time = window?.from || window?.to ? timeLabel(room) : say.allTimes
  const asOf = dataset.asOf ?? dataset.latestDay
  const lines = periods.reduce((n, period) => n + period.lines.length, 0)
  if (due === 0) return <p>{say.nothingDue(time)}</p>
  if (missing === 0) return <p>{say.allSent(print(due), time)}</p>
  return (
    <>
      <p data-missing={missing}>
        {say.sentence(print(missing), print(due), print(places), time)} {say.counted}
      </p>
      {asOf && <p className={styles.quiet}>{say.asOf(printDay(asOf, language))}</p>}
      <table className={`${styles.table} ${styles.narrow}`}>
        <thead>
          <tr>
            <th scope="col">{say.place}</th>
            <th scope="col">{say.missing}</th>
          </tr>
        </thead>
        {firstLines(periods, most).map((period) => (
          <tbody key={period.key} data-period={period.key}>
            <tr className={styles.groupRow}>
              <th scope="rowgroup" colSpan={2}>
                {sentence(say.grains[period.grain])}:{' '}
                {printSpan(period.start, period.end, words.figure, language, dataset.calendar)}
                <span className={styles.sub}>
                  {say.ofPeriod(print(period.missing), print(period.owed))} · {say.notSent(printDay(period.due, language))}
                </span>
              </th>
            </tr>
            {period.lines.map(({ place, indicators }) => (
              <tr key={place} data-place={place}>
                <th scope="row">{dataset.territories.get(place)?.name[language] ?? place}</th>
                <td data-label={say.missing}>
                  <Indicators room={room} codes={indicators} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {lines > most && (
        <p>
          <button type="button" className={styles.button} onClick={() => showUpTo(most + MORE_LINES)}>
            {words.quality.showAll(print(Math.min(MORE_LINES, lines - most)))}
          </button>
        </p>
      )}
    </>
  )
}

/** Up to two by name, more behind a fold. */
function Indicators({ room, codes }: { readonly room: Room; readonly codes: readonly string[] }) {
  const { dataset, language, words } = room
  const names = codes.map((code) => indicatorOf(dataset, code)?.label[language] ?? code)
  if (names.length < 3) return names.join('; ')
  return (
    <details className={styles.fold}>
      <summary>{words.quality.owed.several(names.length)}</summary>
      {names.join('; ')}
    </details>
  )
}

function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

/** What was due, by stretch of days and day on which it was due, the newest first; with what has not come by place. */
export function overduePeriods(
  counts: readonly OwedCount[],
  reporters: (set: OwedCount['territorySet']) => readonly TerritoryKey[],
): OwedPeriod[] {
  const key = ({ start, end, due, grain }: OwedCount) => `${start} ${end} ${due} ${grain}`
  const groups = [
    ...groupBy(
      counts.filter(({ overdue }) => overdue),
      key,
    ),
  ]
  return groups
    .map(([name, group]): OwedPeriod => {
      const byPlace = new Map<TerritoryKey, string[]>()
      let owed = 0
      for (const { territorySet, indicator, missing } of group) {
        const among = reporters(territorySet)
        owed += among.length
        for (const place of missing.map(territoryKey)) {
          if (among.includes(place)) byPlace.set(place, [...(byPlace.get(place) ?? []), indicator])
        }
      }
      const lines = [...byPlace].sort(([a], [b]) => (a < b ? -1 : 1)).map(([place, indicators]) => ({ place, indicators }))
      const { start, end, due, grain } = group[0] as OwedCount
      const missing = lines.reduce((sum, line) => sum + line.indicators.length, 0)
      return { key: name, start, end, due, grain, owed, missing, lines }
    })
    .sort((a, b) => (a.end < b.end ? 1 : a.end > b.end ? -1 : a.start < b.start ? 1 : -1))
}

/** The periods with something missing, up to so many lines. */
function firstLines(periods: readonly OwedPeriod[], most: number): OwedPeriod[] {
  let left = most
  return periods.flatMap((period) => {
    const lines = period.lines.slice(0, Math.max(0, left))
    left -= lines.length
    return lines.length > 0 ? [{ ...period, lines }] : []
  })
}
