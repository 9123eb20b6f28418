import { House } from 'lucide-react'
import type { Words } from '../locale/words.ts'
import type { TerritoryKey } from '../model/territory.ts'
import styles from './home-choice.module.css'
import type { Home } from './use-home.ts'

interface HomeChoiceProps {
  readonly words: Words
  readonly home: Home
  /** The place on screen, and the one on its list that the home is. */
  readonly shown: TerritoryKey
  readonly homeHere: TerritoryKey | null
}

/** Makes the place on screen the reader's own, or says that it is, with a way back. */
export function HomeChoice({ words, home, shown, homeHere }: HomeChoiceProps) {
  const { choose, isOwn } = home
  if (shown !== homeHere) {
    return choose ? (
      <button type="button" className={styles.button} onClick={() => choose(shown)}>
        <House size={16} aria-hidden="true" />
        {words.place.makeHome}
      </button>
    ) : null
  }
  return (
    <p className={styles.home}>
      <House size={16} aria-hidden="true" />
      {words.take.mine}
      {isOwn && choose && (
        <button type="button" className={styles.button} onClick={() => choose(null)}>
          {words.place.forgetHome}
        </button>
      )}
    </p>
  )
}
