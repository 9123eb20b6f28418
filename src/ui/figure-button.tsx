import type { Figure } from '../model/figure.ts'
import styles from './figure-button.module.css'
import type { Room } from './room.ts'

interface FigureButtonProps {
  readonly room: Room
  readonly figure: Figure
  readonly text: string
  readonly size?: 'large' | 'plain'
}

/** A figure that can be questioned: a click opens its grounds. A dotted underline says that it needs verification. */
export function FigureButton({ room, figure, text, size = 'plain' }: FigureButtonProps) {
  const look = [
    styles.figure,
    size === 'large' ? styles.large : '',
    figure.value === null ? styles.words : '',
    figure.needsVerification ? styles.doubt : '',
  ]
  return (
    <button
      type="button"
      className={look.filter(Boolean).join(' ')}
      aria-label={room.words.chart.grounds(text)}
      onClick={() => room.openGrounds(figure, room)}
      data-figure={figure.terms.join('-')}
    >
      {text}
    </button>
  )
}
