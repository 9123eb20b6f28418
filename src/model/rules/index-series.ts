import type { Figure } from '../figure.ts'
import type { Bucket } from '../rhythm.ts'
import { type TerritoryKey, territoryKey } from '../territory.ts'
import { refused } from './normalise.ts'
import { divideBounds } from './qualifiers.ts'
import { groupBy } from './standing.ts'

/** Figures over time with a common base of 100. */
export interface IndexedSeries {
  /** Those of each bucket, as they came in. */
  readonly figures: readonly (readonly Figure[])[]
  /** Of each `indexMeasure` that has no common base, the places that are in its way, those that lack a number most often first. */
  readonly baseless: ReadonlyMap<string, readonly TerritoryKey[]>
}

/**
 * Rule 13: each number over the number of its own line in the base of its measure, times 100. The base is the first bucket in which
 * every line that has any whole number has one. Where there is none, or a number is not of the definition of its line's base, it is
 * not divided and says so. What has no number stays what it is.
 */
export function indexSeries(figures: readonly (readonly Figure[])[], buckets: readonly Bucket[]): IndexedSeries {
  const placed = figures.flatMap((all, bucket) => all.map((figure): Placed => ({ figure, bucket })))
  const bases = new Map<string, number>()
  const baseless = new Map<string, TerritoryKey[]>()
  const wholes = new Map<string, Figure>()
  for (const [measure, members] of groupBy(placed, ({ figure }) => indexMeasure(figure))) {
    for (const { figure, bucket } of members) if (isWhole(figure)) wholes.set(cellOf(figure, bucket), figure)
    const lines = linesOf(members.filter(({ figure }) => isWhole(figure)))
    const base = buckets.findIndex((_, bucket) => lines.length > 0 && lines.every((line) => line.buckets.has(bucket)))
    if (base >= 0) bases.set(measure, base)
    else baseless.set(measure, lacking(lines.length > 0 ? lines : linesOf(members)))
  }
  const indexed = (figure: Figure, bucket: number): Figure => {
    if (figure.value === null) return figure
    const at = bases.get(indexMeasure(figure)) ?? -1
    const base = wholes.get(cellOf(figure, at))
    const [window, of] = [buckets[bucket], buckets[at]]
    return base && window && of && isAlike(figure, base)
      ? overBase({ ...figure, window }, { ...base, window: of })
      : refused(figure, 'index', 'no_base')
  }
  return { figures: figures.map((all, bucket) => all.map((figure) => indexed(figure, bucket))), baseless }
}

/** What has a base of its own: an indicator, a definition and a unit; parts of one whole stand beside one another and share theirs. */
export function indexMeasure({ indicator, basis, stands, breakdownKey, breakdownValues, unit }: Figure): string {
  const kind = basis !== 'part' ? '' : stands ? `${breakdownKey}=${breakdownValues.join('+')}` : breakdownKey
  return JSON.stringify([indicator, kind, unit])
}

interface Placed {
  readonly figure: Figure
  readonly bucket: number
}

interface Line {
  readonly territory: TerritoryKey
  /** Those with a whole number. */
  readonly buckets: ReadonlySet<number>
}

function linesOf(members: readonly Placed[]): Line[] {
  return [...groupBy(members, ({ figure }) => lineOf(figure)).values()].map((line) => ({
    territory: territoryKey((line[0] as Placed).figure.territory),
    buckets: new Set(line.filter(({ figure }) => isWhole(figure)).map(({ bucket }) => bucket)),
  }))
}

function lacking(lines: readonly Line[]): TerritoryKey[] {
  const order = [...lines].sort((a, b) => a.buckets.size - b.buckets.size || (a.territory < b.territory ? -1 : 1))
  return [...new Set(order.map(({ territory }) => territory))]
}

/** Of all days of its bucket and the whole place, not in doubt, not bounded on a side, and no divisor of nothing. */
function isWhole({ value, state, scope, days, daysOf, needsVerification, low, high }: Figure): boolean {
  const isAllDays = days === null || daysOf === null || days === daysOf
  return value !== null && value !== 0 && state === 'value' && scope === '' && isAllDays && !needsVerification && !low && !high
}

function lineOf({ territory, scope, basis, stands, breakdownValues }: Figure): string {
  return JSON.stringify([territoryKey(territory), scope, basis === 'part' && !stands ? breakdownValues : []])
}

function cellOf(figure: Figure, bucket: number): string {
  return `${bucket} ${indexMeasure(figure)} ${lineOf(figure)}`
}

/** Rule 7: a sum of other parts is another definition. */
function isAlike(figure: Figure, base: Figure): boolean {
  const definition = ({ breakdownKey, breakdownValues }: Figure) => JSON.stringify([breakdownKey, breakdownValues])
  return definition(figure) === definition(base)
}

function overBase(now: Figure, base: Figure): Figure {
  const [indicator, definition, unit, ...rest] = now.comparisonKey.split('|')
  const { window: _, shared: __, ...figure } = now
  return {
    ...figure,
    ...divideBounds(now, base),
    value: (100 * (now.value as number)) / (base.value as number),
    unit: INDEX_UNIT,
    word: '',
    terms: [...new Set([...now.terms, ...base.terms])].sort((a, b) => a - b),
    sources: [...new Set([...now.sources, ...base.sources])].sort(),
    provisional: now.provisional || base.provisional,
    estimated: now.estimated || base.estimated,
    computed: { how: 'index', of: [now, base] },
    comparisonKey: [indicator, definition, `${unit}/index@${base.window?.from ?? ''}`, ...rest].join('|'),
  }
}

/** The unit of an index: a number without one. */
export const INDEX_UNIT = 'index'
