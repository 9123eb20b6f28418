import { type Dataset, indicatorOf } from '../model/dataset.ts'
import type { Figure } from '../model/figure.ts'
import { type Change, changeOf, measureOf } from '../model/rules/change.ts'
import type { Comparability } from '../model/rules/comparability.ts'
import { type FiguresOfTime, type LikeForLike, likeForLike } from '../model/rules/like-for-like.ts'
import { type AmongPeers, amongPeers } from '../model/rules/peers.ts'
import type { TwoWindows } from '../model/rules/same-place.ts'
import { reportedScope } from '../model/rules/scope.ts'
import { type AgainstTarget, againstTarget } from '../model/rules/targets.ts'
import type { Window } from '../model/rules/time.ts'
import { type TerritoryKey, territoryKey } from '../model/territory.ts'
import type { Comparison, UnitList, View } from '../model/view.ts'

/**
 * Why a whole view cannot be compared: its time has no two ends, or is longer than the year that is between the two; the package brings no targets or no groups, nobody has a peer with a
 * comparable number, or targets, which are plain counts, are asked of divided ones.
 */
export type ComparisonRefusal = 'no_window' | 'overlaps' | 'no_targets' | 'no_groups' | 'no_peers' | 'divided'

/** What a view's figures are compared with (rule 13). */
export interface Compared {
  readonly kind: Exclude<Comparison, 'none'>
  readonly refused: ComparisonRefusal | null
  /** The earlier time; null for peers and targets. */
  readonly window: Window | null
  /** Of each standing figure, how it stands to the earlier time or to its peers. */
  readonly changes: ReadonlyMap<Figure, Change>
  /** Figures of the earlier time whose place has none now. */
  readonly gone: readonly Figure[]
  readonly likeForLike: readonly LikeForLike[]
  readonly peers: ReadonlyMap<Figure, AmongPeers>
  readonly targets: ReadonlyMap<Figure, AgainstTarget>
}

export interface ComparisonParts {
  /** The units of the view. */
  readonly units: readonly TerritoryKey[]
  readonly window: Window | null
  readonly before: Window | null
  readonly now: FiguresOfTime
  readonly base: FiguresOfTime
  readonly comparability: Comparability
}

const LISTS = ['63', '34'] as const

/** Null where the view compares with nothing. */
export function compareAnswer(view: View, dataset: Dataset, parts: ComparisonParts): Compared | null {
  const kind = view.comparison
  if (kind === 'none') return null
  const nothing: Compared = {
    ...{ kind, refused: null, window: null, gone: [], likeForLike: [] },
    ...{ changes: new Map(), peers: new Map(), targets: new Map() },
  }
  if (kind === 'peers') return withPeers(nothing, dataset, parts)
  if (kind === 'target') {
    return view.normalisation === 'abs' ? withTargets(nothing, dataset, parts) : { ...nothing, refused: 'divided' }
  }
  const windows = twoWindows(kind, dataset, parts)
  if (windows === null) return { ...nothing, refused: parts.window?.from && parts.window.to ? 'overlaps' : 'no_window' }
  return withEarlierTime({ ...nothing, window: parts.before }, view.units, dataset, parts, windows)
}

/** Null where one of them is open. */
function twoWindows(kind: 'prev' | 'yoy', { calendar }: Dataset, { window, before }: ComparisonParts): TwoWindows | null {
  const [now, older] = [window, before].map((one) => (one?.from && one.to ? { from: one.from, to: one.to } : null))
  return now && older ? { kind, now, before: older, calendar } : null
}

function withEarlierTime(
  nothing: Compared,
  countedBy: UnitList,
  dataset: Dataset,
  { now, base, units }: ComparisonParts,
  windows: TwoWindows,
): Compared {
  const aggregationOf = (code: string) => indicatorOf(dataset, code)?.aggregation
  const standing = now.onList.filter(({ stands }) => stands)
  const older = base.onList.filter(({ stands }) => stands)
  const alike = new Map(older.map((figure) => [alikeKey(figure), figure]))
  // What is not alike is not "no figure": the change then says why the two are not compared.
  const ofSame = new Map(older.map((figure) => [sameKey(figure), figure]))
  const changes = new Map(
    standing.map((figure): [Figure, Change] => [
      figure,
      changeOf(figure, alike.get(alikeKey(figure)) ?? ofSame.get(sameKey(figure)) ?? null, {
        aggregation: aggregationOf(figure.indicator) ?? 'none',
        against: windows.kind,
        windows,
      }),
    ]),
  )
  const here = new Set(standing.map(sameKey))
  // As in the reports nothing moves to another unit.
  const old = (unit: TerritoryKey) =>
    (countedBy === '34' ? (dataset.territories.get(unit)?.formedFrom ?? []) : []).map((code): TerritoryKey => `63:${code}`)
  return {
    ...nothing,
    changes,
    gone: older.filter((figure) => !here.has(sameKey(figure))),
    likeForLike: LISTS.flatMap((list) =>
      // The same people are on both lists.
      likeForLike(
        now,
        base,
        units.filter((unit) => unit.startsWith(`${list}:`)),
        old,
        aggregationOf,
        windows,
      ),
    ),
  }
}

/** Figures with equal keys may be an older and a newer one of the same thing. */
function alikeKey(figure: Figure): string {
  return [territoryKey(figure.territory), figure.scope, measureOf(figure), figure.basis].join(' ')
}

/** The same without what may keep the two from being compared: the unit, what they were divided by, the old units that they are of. */
function sameKey(figure: Figure): string {
  const { territory, indicator, breakdownKey, breakdownValues } = figure
  return JSON.stringify([territoryKey(territory), reportedScope(figure), indicator, breakdownKey, breakdownValues])
}

function withPeers(nothing: Compared, dataset: Dataset, { comparability }: ComparisonParts): Compared {
  if (dataset.groups.length === 0) return { ...nothing, refused: 'no_groups' }
  const found = comparability.groups
    .filter(({ composition }) => !composition)
    .flatMap(({ scale }) =>
      scale.flatMap((figure): [Figure, AmongPeers][] => {
        const aggregation = indicatorOf(dataset, figure.indicator)?.aggregation ?? 'none'
        const among = amongPeers(figure, scale, dataset.groups, aggregation)
        return among ? [[figure, among]] : []
      }),
    )
  if (found.length === 0) return { ...nothing, refused: 'no_peers' }
  return {
    ...nothing,
    peers: new Map(found),
    changes: new Map(found.map(([figure, { change }]) => [figure, change])),
  }
}

function withTargets(nothing: Compared, dataset: Dataset, { now, window }: ComparisonParts): Compared {
  if (dataset.targets.length === 0) return { ...nothing, refused: 'no_targets' }
  const found = now.onList.flatMap((figure): [Figure, AgainstTarget][] => {
    const against = figure.stands ? againstTarget(figure, window, dataset.targets, dataset.territories) : null
    return against ? [[figure, against]] : []
  })
  return { ...nothing, targets: new Map(found) }
}
