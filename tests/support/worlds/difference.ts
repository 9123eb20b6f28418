import type { Figure } from '../../../src/model/figure.ts'

/** What the engine and the reference say differently of one world. */
export interface Difference {
  readonly world: number
  readonly what: string
  readonly engine: readonly string[]
  readonly reference: readonly string[]
}

/** A figure of the engine or of the reference. */
export type AnyFigure = Omit<Figure, 'comparisonKey'>

/** Tells one figure of an answer from another. */
export function nameOf(figure: AnyFigure): string {
  const { territory, indicator, breakdownKey, breakdownValues, basis, scope, terms } = figure
  return [territory.set, territory.code, indicator, breakdownKey, breakdownValues.join('+'), basis, scope, terms.join(',')].join(
    '|',
  )
}

export function compared(world: number, what: string, engine: readonly string[], reference: readonly string[]): Difference[] {
  const [a, b] = [[...engine].sort(), [...reference].sort()]
  if (JSON.stringify(a) === JSON.stringify(b)) return []
  return [{ world, what, engine: a.filter((line) => !b.includes(line)), reference: b.filter((line) => !a.includes(line)) }]
}

/** A number of the engine, as the reference has it where the two are within 1e-9 of it. */
export function near(value: number, expected: number | null | undefined): number {
  return typeof expected === 'number' && Math.abs(value - expected) <= 1e-9 * Math.abs(expected) ? expected : value
}
