import { Dialog } from '@base-ui/react/dialog'
import { printFigure } from '../../locale/print-figure.ts'
import type { Figure } from '../../model/figure.ts'
import { FACTOR } from '../../model/rules/normalise.ts'
import { allDigits, hasAllDigits } from '../../model/rules/printing.ts'
import { territoryKey } from '../../model/territory.ts'
import type { Room } from '../answer/room.ts'
import { FigureButton } from '../chart/figure-button.tsx'
import { ReportError } from '../page/report-error.tsx'
import { computedLabel } from './computed-label.ts'
import styles from './grounds-panel.module.css'

/** The grounds of a number of several figures: how it was computed, and the figures, each with grounds of its own. */
export function ComputedGrounds({ room, figure }: { readonly room: Room; readonly figure: Figure }) {
  const { dataset, words, language } = room
  const text = printFigure(figure, dataset, words.figure, language)
  const of = figure.computed?.of ?? []
  return (
    <div className={styles.content}>
      <p className={styles.figure}>{text.full}</p>
      <Dialog.Description className={styles.what ?? ''}>
        {[figure.computed && computedLabel(figure.computed, words), text.indicator, text.kind].filter(Boolean).join(' · ')}
      </Dialog.Description>
      {text.remarks.length > 0 && <p className={styles.remarks}>{text.remarks.join('; ')}</p>}
      <h3>{words.grounds.formula}</h3>
      <p className={styles.formula}>{computedFormula(figure, room)}</p>
      <h3>{words.grounds.madeOf(of.length)}</h3>
      <ol className={styles.parts}>
        {of.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two figures of one place have no other identity
          <li key={at}>
            <span>{partOf(part, figure, room)}</span>{' '}
            <FigureButton room={room} figure={part} text={printFigure(part, dataset, words.figure, language).full} />
          </li>
        ))}
      </ol>
      <ReportError room={room} figure={figure} />
    </div>
  )
}

/** Whose number it is and of what time; of two steps also which one. */
function partOf(part: Figure, { computed }: Figure, room: Room): string {
  const { time, indicator } = printFigure(part, room.dataset, room.words.figure, room.language)
  return [...(computed?.how === 'step_share' ? [indicator] : []), placeOf(part, room), time].join(', ')
}

/** Of a sum of places none by itself. */
function placeOf(figure: Figure, { dataset, words, language }: Room): string {
  const { computed } = figure
  if (computed && computed.of.length > 1) return words.grounds.places(computed.of.length)
  return dataset.territories.get(territoryKey(figure.territory))?.name[language] ?? figure.territory.code
}

const MOST_TERMS = 8

function computedFormula(figure: Figure, { words, language }: Room): string {
  const { computed, value } = figure
  const { grounds } = words
  if (!computed || value === null) return ''
  const { of, how, target } = computed
  const values = of.map((one) => one.value ?? 0)
  const [a, b] = values
  const digits = (number = 0) => allDigits(number, language)
  const listed = values.length <= MOST_TERMS ? values.map(digits).join(' + ') : grounds.sumOf(values.length)
  const result = (unit = '', operands: readonly number[] = values) =>
    grounds.result(digits(value) + unit, ![value, ...operands].every(hasAllDigits))
  switch (how) {
    case 'total':
      return `${listed} ${result()}`
    case 'pooled': {
      const { counts } = figure
      if (counts) {
        const { numerator, denominator } = counts
        return grounds.ratio(digits(numerator), digits(denominator), result('%', [numerator, denominator]))
      }
      const by = of[0]?.normalised?.by ?? 'per100k'
      const plain = of.reduce((sum, one) => sum + (one.normalised?.plain.value ?? 0), 0)
      const divisor = of.reduce((sum, one) => sum + (one.normalised?.divisor ?? 0), 0)
      return grounds.divided(digits(plain), digits(divisor), FACTOR[by], result('', [plain, divisor]))
    }
    case 'difference':
      return `${digits(a)} − ${digits(b)} ${result()}`
    case 'percent_change':
      return `(${digits(a)} − ${digits(b)}) : ${digits(b)} × 100 ${result('%')}`
    case 'peer_mean':
      return `(${listed}) : ${of.length} ${result()}`
    case 'index':
      return `${digits(a)} : ${digits(b)} × 100 ${result()}`
    case 'step_share':
      return `${digits(a)} : ${digits(b)} × 100 ${result('%')}`
    case 'target_share':
      return `${digits(a)} : ${digits(target)} × 100 ${result('%', [...values, target ?? 0])}`
  }
}
