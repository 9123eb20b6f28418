import { printSources } from '../../locale/print-source.ts'
import type { Figure } from '../../model/figure.ts'
import type { Room } from '../answer/room.ts'
import styles from './source-line.module.css'

/** Where the figures of a picture come from, with the date of publication. */
export function SourceLine({ room, figures }: { readonly room: Room; readonly figures: readonly Figure[] }) {
  const { dataset, words, language } = room
  const sources = printSources(figures, dataset, words.grounds, language)
  if (sources === '') return null
  return (
    <p className={styles.sources}>
      <strong>{words.chart.sources}:</strong> {sources}. {dataset.simulated && <strong>{words.chrome.simulated}</strong>}
    </p>
  )
}
