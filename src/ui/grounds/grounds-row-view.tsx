import { ExternalLink } from 'lucide-react'
import { printCounted } from '../../locale/print-counted.ts'
import { labelOf } from '../../locale/print-figure.ts'
import { printPeriod } from '../../locale/print-period.ts'
import { printPublished } from '../../locale/print-source.ts'
import { keyOf } from '../../model/dataset.ts'
import type { RowReason } from '../../model/rules/grounds.ts'
import type { GroundsRow } from '../../query/grounds-query.ts'
import type { Room } from '../answer/room.ts'
import styles from './grounds-panel.module.css'

interface GroundsRowViewProps {
  readonly room: Room
  readonly row: GroundsRow
  readonly reason: RowReason | null
}

/** One reported figure as printed, with who reported it, when, where it stands and what is in doubt. */
export function GroundsRowView({ room, row, reason }: GroundsRowViewProps) {
  const { dataset, words, language, workspace } = room
  const { grounds } = words
  const source = dataset.sources.find(({ id }) => id === row.sourceId)
  const file = workspace.opened(keyOf(dataset))?.files[row.file] ?? ''
  const kind = row.breakdownKey === '' ? '' : labelOf(dataset, row.breakdownKey, row.breakdownValue, language)
  const period = printPeriod(
    { start: row.periodStart, end: row.periodEnd, basis: row.periodBasis, duration: row.duration },
    words.figure,
    language,
    dataset.calendar,
  )
  const published = printPublished(source, grounds, language)
  const link = source && /^https?:\/\//.test(source.url) ? source.url : null
  return (
    <li className={styles.row} data-row={row.row}>
      {reason && <p className={styles.reason}>{grounds.reason[reason]}</p>}
      <p className={styles.printed}>
        {row.printed === '' && row.value !== null ? printCounted(row.value, row.unit, room) : `“${row.printed}”`}{' '}
        {kind && <span className={styles.kind}>{kind}</span>}
      </p>
      <dl className={styles.facts}>
        <Fact name={grounds.reporter} text={[row.unitName, row.scope[language]].filter(Boolean).join(' – ')} />
        <Fact name={grounds.period} text={[period, row.periodNote[language]].filter(Boolean).join('. ')} />
        <Fact
          name={grounds.source}
          text={[source?.title || grounds.untitled, source?.publisher ?? '', source?.author ?? '', published]
            .filter(Boolean)
            .join(', ')}
        />
        <Fact
          name={grounds.place}
          text={[grounds.locator(row.locator), grounds.line(file, row.line), row.observationId].filter(Boolean).join('; ')}
        />
        {row.verify[language] && <Fact name={grounds.verify} text={row.verify[language]} />}
        {row.note[language] && <Fact name={grounds.note} text={row.note[language]} />}
      </dl>
      {link && (
        <a href={link} target="_blank" rel="noopener noreferrer" className={styles.link}>
          {grounds.openSource} <ExternalLink size={14} aria-hidden="true" />
        </a>
      )}
    </li>
  )
}

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  )
}
