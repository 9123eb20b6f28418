import type { Words } from '../../locale/words.ts'
import type { Language } from '../../model/bilingual.ts'
import type { LoadReport } from '../../query/resolve/load-statements.ts'
import { OBSERVATION_COLUMNS } from '../../query/resolve/observation-columns.ts'
import styles from './understood-list.module.css'

interface UnderstoodListProps {
  readonly report: Pick<LoadReport, 'understood' | 'namesRead'>
  readonly words: Words
  readonly language: Language
  readonly isOpen?: boolean
}

/** What the page made of empty cells and of names: said, so that nobody takes it for what the file says. */
export function UnderstoodList({ report, words, language, isOpen = false }: UnderstoodListProps) {
  const { understood, namesRead } = report
  if (understood.size === 0) return null
  const print = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB')
  return (
    <details className={styles.understood} open={isOpen}>
      <summary>{words.open.understoodTitle(understood.size)}</summary>
      <ul>
        {[...understood].map(([tag, n]) => (
          <li key={tag}>
            {words.open.understood[tag](print.format(n))}
            {tag === 'name' && (
              <ul>
                {namesRead.map(({ column, said, code, rows }) => (
                  <li key={`${column} ${code} ${said}`}>
                    {words.open.nameRead(said, code, headingOf(column, language), print.format(rows))}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** A column of the form by its heading in the Vietnamese template. */
function headingOf(name: string, language: Language): string {
  const heading = OBSERVATION_COLUMNS.find((column) => column.name === name)?.vi
  return language === 'vi' && heading ? heading : name
}
