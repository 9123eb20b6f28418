import type { Bounds } from '../../../src/model/figure.ts'
import type { Indicator } from '../../../src/model/indicator.ts'
import { type Asked, each, isAskedOf, isSameUnit, type Told, type ToldFigure } from './told-figure.ts'

/** Rule 1: ratios of a unit, or of one part of it, made of its two counts of one time; they take the place of printed ones. */
export function recomputedRatios(figures: readonly ToldFigure[], asked: Asked, told: Told): ToldFigure[] {
  const { hit } = told
  let made = [...figures]
  for (const indicator of told.meta.indicators) {
    if (indicator.aggregation !== 'ratio' || isAskedOf(indicator.code, asked, told)) continue
    for (const top of figures.filter((one) => one.indicator === indicator.numerator && one.basis === 'total')) {
      const beside = (code: string | null) =>
        figures.find(
          (one) =>
            one.indicator === code &&
            one.basis === 'total' &&
            one.scope === top.scope &&
            isSameUnit(one.territory, top.territory),
        )
      const bottom = beside(indicator.denominator)
      const printed = beside(indicator.code)
      if (!bottom) continue
      const ratio = quotient(top, bottom, indicator, told)
      if (!ratio) continue
      // A ratio of two stocks is of their day.
      const isOfDay = printed?.period.end != null && `as of ${printed.period.end}` === top.ownTime
      const isOfItsTime = isOfDay || printed?.ownTime === top.ownTime
      if (printed && !isOfItsTime) {
        if (top.days === null) {
          hit('rule 1: a printed ratio of another time than its counts stands')
          continue
        }
        hit('rule 1: in a window a ratio is that of sums, whatever was printed')
      }
      const held = isOfItsTime ? printed : undefined
      const mismatch = held !== undefined && differsByMore(held, ratio, indicator.decimals)
      hit('rule 1: a ratio is recomputed from its counts')
      if (mismatch) hit('rule 1: a printed ratio differs from its counts')
      made = [
        ...made.filter((one) => one !== printed),
        { ...ratio, mismatch, needsVerification: ratio.needsVerification || (held?.needsVerification ?? false) },
      ]
    }
  }
  return made
}

/** Rules 1 and 6: in percent; null without two numbers of one time, by zero, or where both are bounded on one side. */
export function quotient(top: ToldFigure, bottom: ToldFigure, { code, unit }: Indicator, { hit }: Told): ToldFigure | null {
  if (top.ownTime !== bottom.ownTime) {
    hit('rule 1: counts of two times make no ratio')
    return null
  }
  if (top.value === null || bottom.value === null) return null
  if (bottom.value === 0) {
    hit('rule 1: a divisor of zero makes no ratio')
    return null
  }
  if ((top.low && bottom.low) || (top.high && bottom.high)) {
    hit('rule 6: bounds on one side of both make no ratio')
    return null
  }
  if (bottom.low !== bottom.high) hit('rule 6: a bounded divisor swaps its sides')
  const bounds: Bounds = { low: top.low || bottom.high, high: top.high || bottom.low, approx: top.approx || bottom.approx }
  const value = (100 * top.value) / bottom.value
  const isZero = value === 0 && !bounds.low && !bounds.approx
  return {
    ...top,
    ...bounds,
    indicator: code,
    basis: 'ratio',
    value,
    counts: { numerator: top.value, denominator: bottom.value },
    unit,
    state: top.scope !== '' ? 'only_parts' : isZero ? 'zero' : 'value',
    word: '',
    magnitudes: [],
    terms: each([...top.terms, ...bottom.terms]),
    sources: each([...top.sources, ...bottom.sources]),
    needsVerification: top.needsVerification || bottom.needsVerification,
    provisional: top.provisional || bottom.provisional,
    estimated: top.estimated || bottom.estimated,
    sameKeyAdded: top.sameKeyAdded || bottom.sameKeyAdded,
    finerDiffers: top.finerDiffers || bottom.finerDiffers,
    mismatch: false,
  }
}

/** By more than the printed one was rounded. */
function differsByMore(printed: ToldFigure, ratio: ToldFigure, decimals: number): boolean {
  const isExact = ({ value, low, high, approx }: ToldFigure) => value !== null && !low && !high && !approx
  const step = 10 ** -decimals
  return isExact(printed) && isExact(ratio) && Math.abs((printed.value ?? 0) - (ratio.value ?? 0)) > step / 2 + 1e-9
}
