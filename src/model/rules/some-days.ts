import type { Figure } from '../figure.ts'

/** Whether a flow covers fewer days than were asked for; never outside a window with two ends, nor of a stock. */
export function isOfSomeDays({ days, daysOf }: Pick<Figure, 'days' | 'daysOf'>): boolean {
  return days !== null && daysOf !== null && days < daysOf
}
