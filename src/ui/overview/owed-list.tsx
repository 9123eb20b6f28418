import { useMemo } from 'react'
import { reporterName } from '../../charts/parts/reporters.ts'
import { printDay, printSpan } from '../../locale/print-period.ts'
import { groupBy } from '../../model/rules/standing.ts'
import { type TerritoryKey, territoryKey } from '../../model/territory.ts'
import type { Owed } from '../../query/owed-query.ts'
import type { Room } from '../answer/room.ts'
import type { Answered } from '../answer/use-answer.ts'
import styles from './owed-list.module.css'

/** Who owes which report and since when; one sentence where nobody does, nothing where the package expects no reports. */
export function OwedList({ room, answered }: { readonly room: Room; readonly answered: Answered }) {
  const { words, language } = room
  const { answer, dataset } = answered
  const stretches = useMemo(() => byStretch(answer.owed), [answer.owed])
  if (dataset.expected.every(({ lower }) => lower)) return null
  const asOf = dataset.asOf ?? dataset.latestDay
  const heading = words.compare.owedHeading(asOf === null ? '' : printDay(asOf, language))
  return (
    <section className={styles.card} aria-label={words.compare.owedTitle}>
      <h2 className={styles.title}>{heading}</h2>
      {stretches.length === 0 && <p>{words.compare.owedNone}</p>}
      <ul className={styles.stretches}>
        {stretches.map(({ start, end, due, places }) => (
          <li key={`${start} ${end} ${due}`}>
            <span className={styles.time}>
              {words.compare.owedStretch(
                printSpan(start, end, words.figure, language, dataset.calendar),
                printDay(due, language),
              )}
            </span>{' '}
            {places
              .map((key) => reporterName(dataset, key, language))
              .sort(new Intl.Collator('vi').compare)
              .join(', ')}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface Stretch extends Pick<Owed, 'start' | 'end' | 'due'> {
  readonly places: readonly TerritoryKey[]
}

/** The newest first. */
function byStretch(owed: readonly Owed[]): Stretch[] {
  const stretches = groupBy(owed, ({ start, end, due }) => `${end} ${start} ${due}`)
  return [...stretches]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([, members]) => {
      const { start, end, due } = members[0] as Owed
      return { start, end, due, places: [...new Set(members.map(({ territory }) => territoryKey(territory)))] }
    })
}
