import { ExternalLink } from 'lucide-react'
import { useState } from 'react'
import { printDay } from '../../locale/print-period.ts'
import { printPublished } from '../../locale/print-source.ts'
import { type CalendarStart, CIVIL } from '../../model/calendar.ts'
import { allDigits } from '../../model/rules/printing.ts'
import { compareSources } from '../../model/rules/standing.ts'
import type { Source } from '../../model/source.ts'
import { readSourceCounts, type SourceCount, sourceCountsSql } from '../../query/quality-query.ts'
import type { Room } from '../answer/room.ts'
import { useAsked } from '../answer/use-asked.ts'
import styles from './quality-screen.module.css'
import { AnswerOrWaiting, QualitySection } from './quality-section.tsx'

/** The publications that the figures come from, in their order of trust, with what each brought. */
export function SourcesSection({ room }: { readonly room: Room }) {
  const { words, dataset } = room
  const asked = useAsked(room, sourceCountsSql(dataset.schema), readSourceCounts)
  return (
    <QualitySection name="sources" title={words.quality.sources.title} words={words}>
      <AnswerOrWaiting asked={asked} words={words}>
        {(counts) => <Sources room={room} counts={counts} />}
      </AnswerOrWaiting>
    </QualitySection>
  )
}

function Sources({ room, counts }: { readonly room: Room; readonly counts: readonly SourceCount[] }) {
  const { words, dataset, language } = room
  const say = words.quality.sources
  const byId = new Map(dataset.sources.map((source) => [source.id, source]))
  const known = [...dataset.sources].sort((a, b) => compareSources(byId, a.id, b.id))
  // Rows of a file may name a source that nothing else is known of.
  const others = counts.filter(({ sourceId }) => !byId.has(sourceId)).map(({ sourceId }) => sourceId)
  const all = [...known.map(({ id }) => id), ...others]
  const [isWhole, showWhole] = useState(false)
  const shown = isWhole ? all : all.slice(0, FEW_SOURCES)
  if (all.length === 0) return <p>{say.none}</p>
  return (
    <>
      <p>{say.sentence(allDigits(all.length, language))}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={`${words.chart.tableTwin}: ${say.title}`}>
        <table className={styles.table}>
          <thead>
            <tr>
              {[say.source, say.published, say.reportYear, say.covers, say.rows, say.places].map((label) => (
                <th key={label} scope="col" className={label === say.rows ? styles.numeric : undefined}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((id) => (
              <SourceRow key={id} room={room} id={id} source={byId.get(id)} count={counts.find((one) => one.sourceId === id)} />
            ))}
          </tbody>
        </table>
      </section>
      {shown.length < all.length && (
        <p>
          <button type="button" className={styles.button} onClick={() => showWhole(true)}>
            {say.showMore(allDigits(all.length - shown.length, language))}
          </button>
        </p>
      )}
    </>
  )
}

/** So many are shown at first. */
const FEW_SOURCES = 8

interface SourceRowProps {
  readonly room: Room
  readonly id: string
  readonly source: Source | undefined
  readonly count: SourceCount | undefined
}

function SourceRow({ room, id, source, count }: SourceRowProps) {
  const { words, language } = room
  const say = words.quality.sources
  const sets = (['63', '34'] as const).filter((set) => (count?.units[set] ?? 0) > 0)
  const by = [source?.reportType[language], source?.publisher, source?.author, source?.provinceVi].filter(Boolean).join(', ')
  const link = source && /^https?:\/\//.test(source.url) ? source.url : null
  return (
    <tr data-source={id}>
      <th scope="row">
        {source?.title ? <span lang="vi">{source.title}</span> : source ? words.grounds.untitled : id}
        <span className={styles.sub}>{[id, by].filter(Boolean).join(' · ')}</span>
        {link && (
          <a href={link} target="_blank" rel="noopener noreferrer" className={styles.link}>
            {say.open} <ExternalLink size={14} aria-hidden="true" />
          </a>
        )}
      </th>
      <td data-label={say.published}>{printPublished(source, words.grounds, language)}</td>
      <td data-label={say.reportYear}>
        {source?.reportYear ?? say.noYear}
        {source?.reportYearBasis[language] && <span className={styles.sub}>{say.basis(source.reportYearBasis[language])}</span>}
      </td>
      <td data-label={say.covers}>
        {source?.periodLabel[language]}
        {source?.calendarStart && source.calendarStart !== CIVIL && (
          <span className={styles.sub}>{say.yearStarts(startDay(source.calendarStart, room))}</span>
        )}
      </td>
      <td data-label={say.rows} className={styles.numeric}>
        {allDigits(count?.rows ?? 0, language)}
      </td>
      <td data-label={say.places}>
        {sets.length === 0 && '0'}
        {sets.map((set) => (
          <span key={set} className={styles.entry}>
            {allDigits(count?.units[set] ?? 0, language)}
            <span className={styles.sub}>{say.onList(set)}</span>
          </span>
        ))}
      </td>
    </tr>
  )
}

/** `15/12`; English: `15 December`. */
export function startDay(calendar: CalendarStart, { language }: Pick<Room, 'language'>): string {
  return printDay(`2000-${calendar}`, language).replace(/[ /]2000$/, '')
}
