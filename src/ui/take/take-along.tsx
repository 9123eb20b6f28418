import { Printer } from 'lucide-react'
import { conclusionText } from '../../charts/words/conclusion-text.ts'
import type { HeadlineSentence } from '../../charts/words/headline-sentence.ts'
import type { Room } from '../answer/room.ts'
import type { Answered } from '../answer/use-answer.ts'
import { CopyText } from './copy-text.tsx'
import { ShareButtons } from './share-buttons.tsx'
import styles from './take-along.module.css'

interface TakeAlongProps {
  readonly room: Room
  readonly answered: Answered
  readonly sentence: HeadlineSentence
}

/** What leaves the page with its caveats and sources in it. */
export function TakeAlong({ room, answered, sentence }: TakeAlongProps) {
  const { words, language } = room
  return (
    <div className={styles.row}>
      <CopyText
        label={words.compare.copyConclusion}
        words={words}
        textOf={() => conclusionText(sentence, { ...answered, words, language })}
      />
      <ShareButtons room={room} answered={answered} sentence={sentence} />
      <button type="button" className={styles.button} onClick={() => window.print()}>
        <Printer size={16} aria-hidden="true" />
        {words.take.print}
      </button>
    </div>
  )
}
