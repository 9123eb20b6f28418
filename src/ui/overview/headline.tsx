import type { HeadlineSentence } from '../../charts/words/headline-sentence.ts'
import type { SentencePart } from '../../charts/words/sentence-part.ts'
import { identityKey } from '../answer/identity-key.ts'
import type { Room } from '../answer/room.ts'
import { FigureButton } from '../chart/figure-button.tsx'
import styles from './headline.module.css'

/** The finding in one sentence, then what keeps it from being read as more than it is. Every figure in it can be questioned. */
export function Headline({ room, sentence }: { readonly room: Room; readonly sentence: HeadlineSentence }) {
  return (
    <header className={styles.headline} aria-live="polite">
      {/* The focus goes here from a control that leaves with the answer before. */}
      <h1 tabIndex={-1}>
        <SentenceParts key={identityKey(sentence)} room={room} parts={sentence.finding} />
      </h1>
      {(sentence.caveats.length > 0 || sentence.advice) && (
        <p key={identityKey(sentence)}>
          {sentence.caveats.map((parts, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no other identity
            <span key={at}>
              <SentenceParts room={room} parts={parts} />{' '}
            </span>
          ))}
          {sentence.advice}
        </p>
      )}
    </header>
  )
}

/** A sentence in which every figure can be questioned. */
export function SentenceParts({ room, parts }: { readonly room: Room; readonly parts: readonly SentencePart[] }) {
  return parts.map((part, at) => {
    const before = parts[at - 1]
    if (typeof part === 'string') return before === undefined || typeof before === 'string' ? part : part.replace(CLOSING, '')
    const next = parts[at + 1]
    const closing = typeof next === 'string' ? (CLOSING.exec(next)?.[0] ?? '') : ''
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a figure may stand twice in one sentence
      <span key={at} className={styles.glued}>
        <FigureButton room={room} figure={part.figure} text={part.text} />
        {closing}
      </span>
    )
  })
}

/** What closes a clause stands on the line of the number before it. */
const CLOSING = /^[;,.)]+/
