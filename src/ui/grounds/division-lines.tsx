import { namesOf } from '../../locale/print-figure.ts'
import type { Denominator } from '../../model/denominator.ts'
import type { Figure } from '../../model/figure.ts'
import { FACTOR } from '../../model/rules/normalise.ts'
import { allDigits, hasAllDigits } from '../../model/rules/printing.ts'
import type { Room } from '../answer/room.ts'

/** How a number was divided, with the year and the basis of what it was divided by, or why it was not (rule 12). */
export function DivisionLines({ room, figure }: { readonly room: Room; readonly figure: Figure }) {
  const { words, language } = room
  const { normalised, notNormalised } = figure
  if (notNormalised) return <p>{words.figure.notNormalisedWith(words.figure.notNormalised[notNormalised.reason])}.</p>
  if (!normalised || figure.value === null) return null
  const { by, plain, divisor, denominators, byDuration } = normalised
  const digits = (value: number) => allDigits(value, language)
  const isRounded = ![plain.value as number, divisor, figure.value].every(hasAllDigits)
  const result = words.grounds.result(digits(figure.value), isRounded)
  return (
    <>
      <p>{words.grounds.divided(digits(plain.value as number), digits(divisor), FACTOR[by], result)}</p>
      {by === 'year' && <p>{byDuration ? words.grounds.yearsStated : words.grounds.yearsByDays}</p>}
      {denominators.length > 0 && <p>{denominatorText(denominators, room)}</p>}
      {denominators.some(({ verified }) => !verified) && <p>{words.grounds.unverified}</p>}
    </>
  )
}

/** `Chia theo dân số năm 2024 (dân số trung bình, Cục Thống kê).`, of several with each of them; empty for none. */
export function denominatorText(denominators: readonly Denominator[], { words, dataset, language }: Room): string {
  const [first] = denominators
  if (!first) return ''
  const { compare } = words
  const said = compare.denominator(compare.dividedBy[first.measure], String(first.year), compare.bases(first.basis))
  if (denominators.length === 1) return said
  const names = namesOf(
    denominators.map(({ territory }) => territory),
    dataset,
    language,
  )
  const parts = denominators.map(({ value }, at) => `${names[at]} ${allDigits(value, language)}`)
  return `${said} ${parts.join(' + ')}.`
}
