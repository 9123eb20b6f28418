import { House } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Words } from '../../locale/words.ts'
import type { TerritoryKey } from '../../model/territory.ts'
import type { Home } from '../answer/use-home.ts'
import styles from './home-choice.module.css'

interface HomeChoiceProps {
  readonly words: Words
  readonly home: Home
  /** The place on screen, and the one on its list that the home is. */
  readonly shown: TerritoryKey
  readonly homeHere: TerritoryKey | null
}

/** Makes the place on screen the reader's own, or says that it is, with a way back. */
export function HomeChoice({ words, home, shown, homeHere }: HomeChoiceProps) {
  const { isOwn } = home
  const choice = useRef<HTMLDivElement>(null)
  const isPressed = useRef(false)
  // Each button makes way for the other, or for words: the focus stays where it was pressed.
  useEffect(() => {
    if (!isPressed.current) return
    isPressed.current = false
    const stays = choice.current?.querySelector<HTMLElement>('button') ?? choice.current
    stays?.focus()
  })
  const choose =
    home.choose &&
    ((key: TerritoryKey | null) => {
      isPressed.current = true
      home.choose?.(key)
    })
  if (shown !== homeHere && !choose) return null
  return (
    <div ref={choice} tabIndex={-1}>
      {shown !== homeHere && choose && (
        <button type="button" className={styles.button} onClick={() => choose(shown)}>
          <House size={16} aria-hidden="true" />
          {words.place.makeHome}
        </button>
      )}
      {shown === homeHere && (
        <p className={styles.home}>
          <House size={16} aria-hidden="true" />
          {words.take.mine}
          {isOwn && choose && (
            <button type="button" className={styles.button} onClick={() => choose(null)}>
              {words.place.forgetHome}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
