import { ExternalLink, Mail } from 'lucide-react'
import type { Figure } from '../../model/figure.ts'
import type { Room } from '../answer/room.ts'
import { CopyText } from '../take/copy-text.tsx'
import { errorReport, reportMail } from './error-report.ts'
import styles from './report-error.module.css'

/** How to say that a figure is wrong: to whom the configuration names, else by a text to send to whomever one knows. */
export function ReportError({ room, figure }: { readonly room: Room; readonly figure: Figure }) {
  const { words, contact } = room
  return (
    <section className={styles.report} aria-label={words.report.title}>
      <h3>{words.report.title}</h3>
      {contact?.kind === 'words' && <p>{words.report.to(contact.text)}</p>}
      <div className={styles.ways}>
        {contact?.kind === 'mail' && (
          <a className={styles.link} href={reportMail(contact.address, figure, room)}>
            <Mail size={16} aria-hidden="true" />
            {words.report.write(contact.address)}
          </a>
        )}
        {contact?.kind === 'page' && (
          <a className={styles.link} href={contact.url} target="_blank" rel="noopener noreferrer">
            {words.report.open}
            <ExternalLink size={16} aria-hidden="true" />
          </a>
        )}
        <CopyText label={words.report.copy} words={words} textOf={() => errorReport(figure, room)} />
      </div>
    </section>
  )
}
