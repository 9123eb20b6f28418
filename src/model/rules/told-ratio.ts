import type { OnPlace, Sides, Told } from './told-on-list.ts'

/** Rule 1 for one unit: what its two counts of one time make of its printed ratio, `printed` where there is none. */
export function ratioTold(printed: readonly Told[], numerators: readonly Told[], denominators: readonly Told[]): readonly Told[] {
  const made = divided(totalOf(numerators), totalOf(denominators))
  const total = totalOf(printed)
  if (!made || (total && made.days === null && total.lastDay !== made.lastDay)) return printed
  return [...printed.filter((told) => told !== total), made]
}

/**
 * Rules 1 and 11 for a place: where both counts were added for all of it, of one time, its ratio is that of the sums, and takes the
 * place of those of its units.
 */
export function ratioOnPlace(printed: OnPlace, numerator: Counted, denominator: Counted): OnPlace {
  const made = divided(addedOf(numerator), addedOf(denominator))
  const hasRatio = printed.some !== null || printed.whole.length > 0
  return made && hasRatio && (made.days !== null || made.lastDay === made.oldestDay)
    ? { whole: [made], some: null, isWithheld: false }
    : printed
}

/** A count as the units report it, and what it comes to for the place. */
interface Counted {
  readonly sides: Sides
  readonly onPlace: OnPlace
}

function addedOf({ sides, onPlace }: Counted): Told | undefined {
  const reported = [sides.own, ...sides.others].flat()
  return totalOf(onPlace.whole.filter((told) => !reported.includes(told)))
}

function totalOf(told: readonly Told[]): Told | undefined {
  return told.find(({ key, state }) => key.startsWith('own|=|') && state === 'number')
}

function divided(numerator: Told | undefined, denominator: Told | undefined): Told | null {
  if (!numerator || !denominator) return null
  if (numerator.time !== denominator.time || numerator.lastDay !== denominator.lastDay) return null
  if ((numerator.low && denominator.low) || (numerator.high && denominator.high)) return null
  return { ...numerator, isAddable: false, oldestDay: [numerator.oldestDay, denominator.oldestDay].sort()[0] ?? '' }
}
