import { useMemo, useState } from 'react'
import { outlierSentences } from '../../charts/words/outlier-sentences.ts'
import type { Room } from '../answer/room.ts'
import type { Answered } from '../answer/use-answer.ts'
import { usePrinting } from '../page/use-printing.ts'
import { SentenceParts } from './headline.tsx'
import styles from './outlier-list.module.css'

/** Who is far from all others, with the rule that says so; nothing where nobody is. */
export function OutlierList({ room, answered }: { readonly room: Room; readonly answered: Answered }) {
  const { words, language } = room
  const found = useMemo(() => outlierSentences({ ...answered, words, language }), [answered, words, language])
  if (!found) return null
  return (
    <section className={styles.list} aria-label={words.take.outliers}>
      <h2>{words.take.outliers}</h2>
      <ul>
        {found.lines.map((parts, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no other identity
          <li key={at}>
            <SentenceParts room={room} parts={parts} />
          </li>
        ))}
      </ul>
      <OutlierRule title={words.take.outlierRuleTitle(found.n)} rule={found.rule} />
    </section>
  )
}

/** Folded on the screen, where the pictures come first; on paper nobody can unfold it. */
function OutlierRule({ title, rule }: { readonly title: string; readonly rule: string }) {
  const [isOpen, setOpen] = useState(false)
  const printing = usePrinting()
  return (
    <details
      className={styles.rule}
      open={isOpen || printing}
      onToggle={(event) => !printing && setOpen(event.currentTarget.open)}
    >
      <summary>{title}</summary>
      <p>{rule}</p>
    </details>
  )
}
