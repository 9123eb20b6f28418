import { type FigureText, labelOf, printFigure } from '../../locale/print-figure.ts'
import { printSpan } from '../../locale/print-period.ts'
import { indicatorOf } from '../../model/dataset.ts'
import type { Figure, State } from '../../model/figure.ts'
import type { Indicator } from '../../model/indicator.ts'
import type { Change } from '../../model/rules/change.ts'
import { reportedAs } from '../../model/rules/listed-reporters.ts'
import { type AmongPeers, amongPeers } from '../../model/rules/peers.ts'
import { type AgainstTarget, againstTarget } from '../../model/rules/targets.ts'
import { type TerritoryRef, territoryKey } from '../../model/territory.ts'
import type { Owed } from '../../query/owed-query.ts'
import { ofIndicators, stateFor } from '../../query/place-state.ts'
import { windowOf } from '../../query/view-query.ts'
import { inCodeOrder } from './code-order.ts'
import type { PictureInput } from './picture-input.ts'

/** A figure of one place with what it stands against; null where there is nothing to stand against. */
export interface PlaceLine {
  readonly figure: Figure
  readonly text: FigureText
  readonly change: Change | null
  readonly peers: AmongPeers | null
  readonly target: AgainstTarget | null
}

/** One indicator of one place. */
export interface PlaceRow {
  readonly indicator: string
  readonly label: string
  readonly lines: readonly PlaceLine[]
  /** At a glance: so many figures of it are not among the lines. */
  readonly more?: number
  /** Why there is no figure; null where there is one. */
  readonly state: State | null
  /** Figures of another time, where there is none of this one. */
  readonly otherTime: readonly PlaceLine[]
  /** Overdue reports of this indicator in the view's time. */
  readonly owed: readonly Owed[]
}

export interface PlaceSection {
  readonly domain: string
  readonly label: string
  /** Indicators with a figure, or with more to say than that no source mentions them. */
  readonly rows: readonly PlaceRow[]
  /** Indicators that no source mentions. */
  readonly silent: readonly string[]
}

export type PlaceInput = Omit<PictureInput, 'width' | 'dark' | 'series'> & { readonly place: TerritoryRef }

/** Every indicator of one place by domain, in the package's order; the answer is that of `placeView`. */
export function placeSections(input: PlaceInput): PlaceSection[] {
  const { dataset, language } = input
  const domains = dataset.codes.filter(({ key }) => key === 'domain').sort((a, b) => a.order - b.order)
  return domains
    .map(({ value }): PlaceSection => {
      const all = dataset.indicators.filter(({ domain }) => domain === value).map((indicator) => rowOf(indicator, input))
      return {
        domain: value,
        label: labelOf(dataset, 'domain', value, language),
        rows: all.filter(({ state }) => state !== 'not_mentioned' && state !== 'no_source'),
        silent: all.filter(({ state }) => state === 'not_mentioned' || state === 'no_source').map(({ label }) => label),
      }
    })
    .filter(({ rows, silent }) => rows.length + silent.length > 0)
}

function rowOf({ code, label }: Indicator, input: PlaceInput): PlaceRow {
  const { answer, place, language } = input
  const isMine = ({ territory, indicator, stands }: Figure) =>
    stands && indicator === code && territoryKey(territory) === territoryKey(place)
  const lines = ordered(answer.figures.filter(isMine), input).map((figure) => lineOf(figure, input))
  const owed = owedBy(input).filter(({ indicator }) => indicator === code)
  const mine = { ...answer, owed: owed.map((one) => ({ ...one, territory: place })) }
  const state = lines.length > 0 ? null : stateFor(territoryKey(place), mine, ofIndicators([code]))
  const other = state === 'other_time' || state === 'not_received' ? ordered(answer.otherTime.filter(isMine), input) : []
  return {
    indicator: code,
    label: label[language],
    lines,
    state,
    otherTime: other.map((figure) => ({ figure, text: print(figure, input), change: null, peers: null, target: null })),
    owed,
  }
}

/** The whole window of the view, as figures of it print it; empty where it has no two ends. */
export function usualTime({ view, dataset, words, language }: PlaceInput): string {
  const window = windowOf(view, dataset)
  if (!window?.from || !window.to) return ''
  return printSpan(window.from, window.to, words.figure, language, dataset.calendar)
}

/** What the place, or a unit that reports for it, owes. */
function owedBy({ answer, place, dataset, view }: PlaceInput): readonly Owed[] {
  const units = (view.units === 'goc' ? [place] : reportedAs(place, dataset.territories)).map(territoryKey)
  return answer.owed.filter(({ territory }) => units.includes(territoryKey(territory)))
}

/** The whole place before its parts, a total before its kinds. */
function ordered(figures: readonly Figure[], { dataset }: PlaceInput): Figure[] {
  return inCodeOrder(figures, dataset).sort((a, b) => Number(a.scope !== '') - Number(b.scope !== ''))
}

function lineOf(figure: Figure, input: PlaceInput): PlaceLine {
  const { answer, dataset, view } = input
  const { compared, comparability } = answer
  // A rank of those that by chance reported the same few days of the window would not be one of the window.
  const isWhole = figure.days === null || figure.days === figure.daysOf
  const group = isWhole
    ? comparability.groups.find(({ composition, scale }) => !composition && scale.includes(figure))
    : undefined
  const scale = group?.scale ?? []
  const aggregation = indicatorOf(dataset, figure.indicator)?.aggregation ?? 'none'
  return {
    figure,
    text: print(figure, input),
    change: figure.value !== null && compared?.refused === null ? (compared.changes.get(figure) ?? null) : null,
    peers: scale.length > 0 ? amongPeers(figure, scale, dataset.groups, aggregation) : null,
    target: againstTarget(figure, windowOf(view, dataset), dataset.targets, dataset.territories),
  }
}

function print(figure: Figure, { dataset, words, language }: PlaceInput): FigureText {
  return printFigure(figure, dataset, words.figure, language)
}
