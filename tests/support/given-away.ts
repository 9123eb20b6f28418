/** One printed figure, or one that is withheld (`isKnown` false), with what it counts. */
export interface Published {
  readonly id: string
  readonly isKnown: boolean
  readonly source: string
  readonly set: string
  readonly code: string
  /** Part of the province; empty for its own figure. */
  readonly scope: string
  readonly indicator: string
  /** The breakdown, and whether its parts add up to the whole. */
  readonly key: string
  readonly value: string
  readonly isAdditive: boolean
  /** Days, both counted; a stock is of one. Empty where the source gives none. */
  readonly start: string
  readonly end: string
}

/**
 * Ids of withheld figures that follow from known ones. Each figure is written as the sum of what it counts at the finest: one day
 * stretch, one old province, one combination of parts. A figure follows where its sum is a sum of multiples of known ones, by
 * elimination in whole numbers modulo a prime: nothing of how the package was made is used.
 */
export function givenAway(all: readonly Published[], oldUnits: ReadonlyMap<string, readonly string[]>): string[] {
  const newUnits = new Map([...oldUnits].flatMap(([unit, codes]) => codes.map((code) => [code, unit] as const)))
  const groups = new Map<string, Published[]>()
  for (const one of all) {
    const key = `${one.set === '34' ? one.code : (newUnits.get(one.code) ?? `63:${one.code}`)} ${one.indicator}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap((group) => {
    if (group.every(({ isKnown }) => isKnown)) return []
    const sums = group.map((one) => finest(one, group, oldUnits))
    const basis = new Map<string, Sum>()
    group.forEach(({ isKnown }, at) => {
      if (isKnown) extend(basis, sums[at] as Sum)
    })
    return group.flatMap(({ id, isKnown }, at) => (!isKnown && reduced(basis, sums[at] as Sum).size === 0 ? [id] : []))
  })
}

/** What is added → how often, modulo the prime. */
type Sum = ReadonlyMap<string, number>

const PRIME = 1_000_003

function finest(one: Published, group: readonly Published[], oldUnits: ReadonlyMap<string, readonly string[]>): Sum {
  const stretches = stretchesOf(one, group)
  const names = placesOf(one, oldUnits).flatMap((place) => {
    const listed = group.filter((other) => other.scope === one.scope)
    // Kinds that do not add, and definitions, have nothing to do with the whole.
    if (one.key !== '' && !one.isAdditive) return [`${place} ${one.scope} alone ${one.key}=${one.value}`]
    const keys = [...new Set(listed.flatMap(({ key, isAdditive }) => (key !== '' && isAdditive ? [key] : [])))].sort()
    let combinations = [`${place} ${one.scope}`]
    for (const key of keys) {
      const values = [...new Set(listed.filter((other) => other.key === key).map(({ value }) => value))]
      const wanted = key === one.key ? values.filter((value) => value === one.value) : values
      combinations = combinations.flatMap((before) => wanted.map((value) => `${before} ${key}=${value}`))
    }
    return combinations
  })
  return new Map(names.flatMap((name) => stretches.map((stretch) => [`${name} @${stretch}`, 1] as const)))
}

/** The old units of a new one, where it has any. */
function placesOf(one: Published, oldUnits: ReadonlyMap<string, readonly string[]>): string[] {
  const olds = one.set === '34' ? (oldUnits.get(one.code) ?? []) : []
  return olds.length > 0 ? olds.map((code) => `63:${code}`) : [`${one.set}:${one.code}`]
}

/** The days of a figure, cut wherever another one begins or ends. */
function stretchesOf({ source, start, end }: Published, group: readonly Published[]): string[] {
  if (start === '' || end === '') return [`${source} ${start}/${end}`]
  const cuts = [...new Set(group.flatMap((one) => (one.start && one.end ? [one.start, dayAfter(one.end)] : [])))].sort()
  return cuts.filter((cut) => cut >= start && cut <= end)
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** Adds what a sum says beyond the others: under its first term, which no other then has. */
function extend(basis: Map<string, Sum>, sum: Sum): void {
  const rest = reduced(basis, sum)
  const [lead] = rest.keys()
  if (lead === undefined) return
  const inverse = power(rest.get(lead) as number, PRIME - 2)
  basis.set(lead, new Map([...rest].map(([name, times]) => [name, (times * inverse) % PRIME])))
}

/** What is left of a sum when the others are taken from it as often as it has their first terms. */
function reduced(basis: ReadonlyMap<string, Sum>, sum: Sum): Map<string, number> {
  const left = new Map(sum)
  for (const [lead, other] of basis) {
    const times = left.get(lead)
    if (times === undefined) continue
    for (const [name, own] of other) {
      const value = ((left.get(name) ?? 0) + (PRIME - times) * own) % PRIME
      if (value === 0) left.delete(name)
      else left.set(name, value)
    }
  }
  return left
}

function power(base: number, exponent: number): number {
  let [result, square, left] = [1, base, exponent]
  while (left > 0) {
    if (left % 2 === 1) result = (result * square) % PRIME
    square = (square * square) % PRIME
    left = Math.floor(left / 2)
  }
  return result
}
