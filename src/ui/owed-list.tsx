import { useMemo } from 'react'
import { reporterName } from '../charts/parts/reporters.ts'
import { printDay, printSpan } from '../locale/print-period.ts'
import { territoryKey } from '../model/territory.ts'
import type { Owed } from '../query/owed-query.ts'
import styles from './owed-list.module.css'
import type { Room } from './room.ts'
import type { Answered } from './use-answer.ts'

/** Who owes which report and since when; one sentence where nobody does, nothing where the package expects no reports. */
export function OwedList({ room, answered }: { readonly room: Room; readonly answered: Answered }) {
  const { words, language } = room
  const { answer, dataset } = answered
  const places = useMemo(() => byPlace(answer.owed), [answer.owed])
  if (dataset.expected.length === 0) return null
  const asOf = dataset.asOf ?? dataset.latestDay
  const heading = words.compare.owedHeading(asOf === null ? '' : printDay(asOf, language))
  return (
    <section className={styles.card} aria-label={words.compare.owedTitle}>
      <h2 className={styles.title}>{heading}</h2>
      {places.length === 0 && <p>{words.compare.owedNone}</p>}
      <ul className={styles.places}>
        {places.map(({ key, stretches }) => (
          <li key={key}>
            <strong>{reporterName(dataset, key, language)}</strong>
            <ul className={styles.stretches}>
              {stretches.map(({ start, end, due, indicators }) => (
                <li key={`${start} ${end}`}>
                  {words.compare.owedStretch(
                    printSpan(start, end, words.figure, language, dataset.calendar),
                    printDay(due, language),
                    indicators.map((code) => dataset.indicators.find((one) => one.code === code)?.label[language] ?? code),
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface Stretch extends Pick<Owed, 'start' | 'end' | 'due'> {
  readonly indicators: readonly string[]
}

function byPlace(owed: readonly Owed[]) {
  const places = new Map<ReturnType<typeof territoryKey>, Map<string, Stretch>>()
  for (const { territory, start, end, due, indicator } of owed) {
    const key = territoryKey(territory)
    const stretches = places.get(key) ?? new Map<string, Stretch>()
    const name = `${start} ${end} ${due}`
    const before = stretches.get(name)?.indicators ?? []
    stretches.set(name, { start, end, due, indicators: [...new Set([...before, indicator])] })
    places.set(key, stretches)
  }
  return [...places].map(([key, stretches]) => ({
    key,
    stretches: [...stretches.values()].sort((a, b) => (a.end < b.end ? 1 : -1)),
  }))
}
