import { printPublished } from '../locale/print-source.ts'
import type { Figure } from '../model/figure.ts'
import type { Room } from './room.ts'
import styles from './source-line.module.css'

/** Where the figures of a picture come from, with the date of publication. */
export function SourceLine({ room, figures }: { readonly room: Room; readonly figures: readonly Figure[] }) {
  const { dataset, words, language } = room
  const ids = new Set(figures.flatMap((figure) => figure.sources))
  const sources = dataset.sources.filter((source) => ids.has(source.id))
  if (sources.length === 0) return null
  return (
    <p className={styles.sources}>
      <strong>{words.chart.sources}:</strong>{' '}
      {sources
        .map((source) => {
          const date = printPublished(source, words.grounds, language)
          return `${[source.publisher || source.title || source.reportType[language], source.provinceVi].filter(Boolean).join(' – ')} (${date})`
        })
        .join('; ')}
      . {dataset.simulated && <strong>{words.chrome.simulated}</strong>}
    </p>
  )
}
