import { indicatorOf } from '../../model/dataset.ts'
import type { Denominator } from '../../model/denominator.ts'
import { allDigits } from '../../model/rules/printing.ts'
import { groupBy } from '../../model/rules/standing.ts'
import { readWithheld, type WithheldCount, withheldSql } from '../../query/quality-query.ts'
import type { Room } from '../answer/room.ts'
import { useAsked } from '../answer/use-asked.ts'
import styles from './quality-screen.module.css'
import { AnswerOrWaiting, QualitySection } from './quality-section.tsx'

/** Figures that their source keeps back, and denominators that only one source gives. */
export function WithheldSection({ room }: { readonly room: Room }) {
  const { words, dataset } = room
  const asked = useAsked(room, withheldSql(dataset.schema), readWithheld)
  return (
    <QualitySection name="withheld" title={words.quality.withheld.title} words={words}>
      <AnswerOrWaiting asked={asked} words={words}>
        {(counts) => <Withheld room={room} counts={counts} />}
      </AnswerOrWaiting>
      <Denominators room={room} />
    </QualitySection>
  )
}

function Withheld({ room, counts }: { readonly room: Room; readonly counts: readonly WithheldCount[] }) {
  const { words, dataset, language } = room
  const say = words.quality.withheld
  const print = (n: number) => allDigits(n, language)
  if (counts.length === 0) return <p>{say.noneWithheld}</p>
  const sum = (name: 'suppressed' | 'notApplicable') => counts.reduce((all, count) => all + count[name], 0)
  return (
    <>
      <p>{say.sentence(print(sum('suppressed')), print(sum('notApplicable')))}</p>
      <table className={`${styles.table} ${styles.narrow}`}>
        <thead>
          <tr>
            <th scope="col">{say.indicator}</th>
            {[say.suppressed, say.notApplicable, say.ofRows].map((label) => (
              <th key={label} scope="col" className={styles.numeric}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map(({ indicator, suppressed, notApplicable, rows }) => (
            <tr key={indicator} data-indicator={indicator}>
              <th scope="row">{indicatorOf(dataset, indicator)?.label[language] ?? indicator}</th>
              <td data-label={say.suppressed} className={styles.numeric}>
                {print(suppressed)}
              </td>
              <td data-label={say.notApplicable} className={styles.numeric}>
                {print(notApplicable)}
              </td>
              <td data-label={say.ofRows} className={styles.numeric}>
                {print(rows)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Denominators({ room }: { readonly room: Room }) {
  const { words, dataset, language } = room
  const say = words.quality.withheld
  const all = dataset.denominators
  const print = (n: number) => allDigits(n, language)
  const unverified = all.filter(({ verified }) => !verified)
  if (all.length === 0) return <p>{say.noDenominators}</p>
  if (unverified.length === 0) return <p>{say.allVerified(print(all.length))}</p>
  const groups = [...groupBy(all, groupKey).values()].filter((group) => group.some(({ verified }) => !verified))
  return (
    <>
      <p>{say.denominators(print(unverified.length), print(all.length))}</p>
      <table className={`${styles.table} ${styles.narrow}`} data-denominators={unverified.length}>
        <thead>
          <tr>
            {[say.measure, say.list, say.year, say.basis].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
            <th scope="col" className={styles.numeric}>
              {say.unverified}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => {
            const [first] = group as [Denominator]
            const years = [...new Set(group.filter(({ verified }) => !verified).map(({ year }) => year))].sort()
            return (
              <tr key={groupKey(first)}>
                <th scope="row">{say.measures[first.measure]}</th>
                <td data-label={say.list}>{words.units.lists[first.territory.set]}</td>
                <td data-label={say.year}>{yearsText(years)}</td>
                <td data-label={say.basis}>{words.compare.bases(first.basis)}</td>
                <td data-label={say.unverified} className={styles.numeric}>
                  {print(group.filter(({ verified }) => !verified).length)}/{print(group.length)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

function groupKey({ measure, territory, basis }: Denominator): string {
  return `${measure} ${territory.set} ${basis}`
}

/** `2015–2019, 2021–2026` */
function yearsText(years: readonly number[]): string {
  const runs: [number, number][] = []
  for (const year of years) {
    const run = runs.at(-1)
    if (run && run[1] === year - 1) run[1] = year
    else runs.push([year, year])
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(', ')
}
