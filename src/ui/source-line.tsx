import { printPublished } from '../locale/print-source.ts'
import type { Figure } from '../model/figure.ts'
import type { Source } from '../model/source.ts'
import type { Room } from './room.ts'
import styles from './source-line.module.css'

/** Where the figures of a picture come from, with the date of publication. */
export function SourceLine({ room, figures }: { readonly room: Room; readonly figures: readonly Figure[] }) {
  const { dataset, words, language } = room
  const ids = new Set(figures.flatMap((figure) => figure.sources))
  const sources = dataset.sources.filter((source) => ids.has(source.id))
  if (sources.length === 0) return null
  const nameOf = (source: Source) => {
    const name = [source.publisher || source.title || source.reportType[language], source.provinceVi].filter(Boolean).join(' – ')
    // A file of the reader's own machine was published nowhere.
    const isOwn = dataset.localFile !== null && source.publishedDate === null
    return isOwn ? name : `${name} (${printPublished(source, words.grounds, language)})`
  }
  return (
    <p className={styles.sources}>
      <strong>{words.chart.sources}:</strong> {/* Reports of one publisher on several years read alike. */}
      {[...new Set(sources.map(nameOf))].join('; ')}. {dataset.simulated && <strong>{words.chrome.simulated}</strong>}
    </p>
  )
}
