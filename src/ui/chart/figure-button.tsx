import type { Figure } from '../../model/figure.ts'
import type { Room } from '../answer/room.ts'
import styles from './figure-button.module.css'

interface FigureButtonProps {
  readonly room: Room
  readonly figure: Figure
  readonly text: string
  readonly size?: 'large' | 'plain'
}

/** A figure that can be questioned: a click opens its grounds. A dotted underline says that it needs verification. */
export function FigureButton({ room, figure, text, size = 'plain' }: FigureButtonProps) {
  return (
    <button
      type="button"
      className={figureLook(figure, size)}
      aria-label={room.words.chart.grounds(text)}
      onClick={() => room.openGrounds(figure, room)}
      data-figure={figure.terms.join('-')}
    >
      {text}
    </button>
  )
}

/** The classes of a figure: a text that cannot be questioned, as an example in the help, looks the same. */
export function figureLook({ value, needsVerification }: Pick<Figure, 'value' | 'needsVerification'>, size = 'plain'): string {
  const look = [
    styles.figure,
    size === 'large' ? styles.large : '',
    value === null ? styles.words : '',
    needsVerification ? styles.doubt : '',
  ]
  return look.filter(Boolean).join(' ')
}
