import { printDay } from '../../locale/print-period.ts'
import type { Room } from '../answer/room.ts'
import { filtersInWords } from '../take/export-label.ts'
import styles from './print-head.module.css'
import { usePrinting } from './use-printing.ts'

/** What stands above every printed page: how it is to be treated, whether it is real, what is looked at, the day of the data. */
export function PrintHead({ room }: { readonly room: Room }) {
  const printing = usePrinting()
  const { dataset, words, language, classification, view } = room
  if (!printing) return null
  const { take } = words
  const day = dataset.asOf ?? dataset.latestDay
  const looked = take.filters([...filtersInWords(room), take.countedBy(words.units.lists[view.units])])
  return (
    <div className={styles.head} aria-hidden="true">
      {(classification || dataset.simulated) && (
        <p className={styles.warning}>
          {[classification, dataset.simulated ? words.chrome.simulated : ''].filter(Boolean).join(' · ')}
        </p>
      )}
      <p className={styles.line}>
        {[dataset.title[language], looked, day === null ? '' : take.day(printDay(day, language))].filter(Boolean).join(' · ')}
      </p>
    </div>
  )
}
