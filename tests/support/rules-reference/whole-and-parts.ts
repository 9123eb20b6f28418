import { addUp } from './add-up.ts'
import { differsFromParts } from './reported-figures.ts'
import { type Asked, each, ruleOf, type Told, type ToldFigure } from './told-figure.ts'

/**
 * Rule 2 again where something was shared out: without a total the parts of one time add up, with one they are held against it. Parts
 * of several times have no sum but that of what is reported.
 */
export function wholeAndParts(topic: readonly ToldFigure[], made: readonly ToldFigure[], asked: Asked, told: Told): ToldFigure[] {
  const isAdditive = ({ indicator, breakdownKey, basis }: ToldFigure) =>
    basis === 'part' && ruleOf(told, indicator, breakdownKey) === 'additive'
  const old = topic.find(({ basis }) => basis === 'parts_sum')
  const keys = each(topic.filter(isAdditive).map(({ breakdownKey }) => breakdownKey))
  const key = old?.breakdownKey ?? keys[0] ?? ''
  const parts = topic
    .filter((one) => isAdditive(one) && one.breakdownKey === key)
    .sort((a, b) => (a.terms[0] ?? 0) - (b.terms[0] ?? 0))
  const hasTotal = topic.some(({ basis }) => basis === 'total')
  const isFiltered = (of: string) => asked.filter[of] !== undefined
  const isSummed = parts.length > 0 && (isFiltered(key) ? parts.length > 1 : !hasTotal)
  const [first] = parts
  let sum = old
  if (isSummed && first && parts.some((part) => made.includes(part))) {
    const areOfOneTime = parts.every(({ time, unit }) => time === first.time && unit === first.unit)
    const breakdownValues = each(parts.flatMap((part) => part.breakdownValues))
    const whole = { basis: 'parts_sum', breakdownValues, stands: true } as const
    const anew = areOfOneTime
      ? addUp(
          parts.map((part) => ({ ...part, ...whole })),
          told,
        )
      : null
    told.hit(
      anew
        ? 'rule 4: parts are shared out one by one, and add up again'
        : 'rule 4: parts of which other days are shared out have no sum of them',
    )
    sum = anew ?? old
  }
  const alone = topic.filter(({ basis }) => basis !== 'parts_sum')
  const total = alone.find(({ basis }) => basis === 'total')
  const mismatch = keys.some(
    (of) =>
      total &&
      differsFromParts(
        total,
        alone.filter((one) => one.basis === 'part' && one.breakdownKey === of),
      ),
  )
  const settled = alone.map((one): ToldFigure => {
    if (one === total) return { ...one, mismatch }
    if (!isAdditive(one)) return one
    return { ...one, stands: isFiltered(one.breakdownKey) && !(isSummed && sum && one.breakdownKey === key) }
  })
  if (mismatch) told.hit('rule 4: a total and its parts differ when they are shared out')
  return sum && isSummed ? [...settled, sum] : settled
}
