import { labelOf, printFigure } from '../../locale/print-figure.ts'
import type { Words } from '../../locale/words.ts'
import { indicatorOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { MAIN_DOMAINS } from '../../model/indicator.ts'
import { measureOf } from '../../model/rules/change.ts'
import { type ComparisonGroup, totalOf } from '../../model/rules/comparability.ts'
import { coverageOf } from '../../model/rules/coverage.ts'
import { ofIndicators, stateFor } from '../../query/place-state.ts'
import { domainScales } from './density.ts'
import type { CoverageLine } from './patchwork-model.ts'
import type { PictureInput } from './picture-input.ts'
import { reporterName, reportersOf } from './reporters.ts'

/** One number of a domain over all its places, and its change among those that have both figures. */
export interface CardLine {
  readonly label: string
  readonly total: Figure | null
  readonly text: string
  readonly change: Figure | null
  readonly changeText: string
  /** How many places the number is of. */
  readonly n: number
  /**
   * How many places the change is of, whole and by some of their old units, where these are not those of the number; null where they
   * are, or there is none.
   */
  readonly changeOf: { readonly whole: number; readonly partly: number } | null
}

export interface DomainCard {
  readonly domain: string
  readonly label: string
  /** What a click narrows the view to. */
  readonly indicator: string | null
  readonly lines: readonly CardLine[]
  /** Of how many places each of several numbers is, where that is one and the same count but not all; null where each says its own. */
  readonly eachOf: number | null
  /** Kinds that found no room. */
  readonly more: number
  readonly coverage: CoverageLine
  readonly time: string
}

type Input = Omit<PictureInput, 'width' | 'dark'>

const MOST_LINES = 4

/** What the whole country has of each main domain: its total, or of kinds that do not add each by itself. */
export function domainCards(input: Input): DomainCard[] {
  const { answer, dataset, view, language } = input
  return MAIN_DOMAINS.map((domain): DomainCard => {
    const scales = domainScales(answer, domain, dataset)
    const head = scales[0]?.scale[0]
    const lines = scales.map((group) => lineOf(group, scales.length > 1, input))
    const codes = head ? [head.indicator] : dataset.indicators.filter((one) => one.domain === domain).map(({ code }) => code)
    const states = reportersOf(view, dataset).map((key) => ({
      key,
      name: reporterName(dataset, key, language),
      state: stateFor(key, answer, ofIndicators(codes)),
    }))
    return {
      domain,
      label: labelOf(dataset, 'domain', domain, language),
      indicator: head?.indicator ?? null,
      lines: lines.slice(0, MOST_LINES),
      eachOf: eachOf(lines.slice(0, MOST_LINES), states.length),
      more: Math.max(0, lines.length - MOST_LINES),
      coverage: { states, coverage: coverageOf(states.map(({ state }) => state)) },
      time: head ? timeOf(lines[0]?.total ?? head, input) : '',
    }
  })
}

function eachOf(lines: readonly CardLine[], of: number): number | null {
  const counts = lines.flatMap(({ total, n }) => (total ? [n] : []))
  const [n] = counts
  return n !== undefined && counts.length > 1 && n < of && counts.every((one) => one === n) ? n : null
}

/** Of a total with what has to be said of it: dates of its places that differ, provisional numbers in it. */
function timeOf(figure: Figure, { dataset, words, language }: Input): string {
  const { time, remarks } = printFigure(figure, dataset, words.figure, language)
  return [time, ...(figure.computed ? remarks : [])].join('; ')
}

/** Why a kind has no sum, where it is that bounds of both sides meet. */
export function notAddedText({ scale }: ComparisonGroup, { figure }: Words): string {
  const isBoth = scale.some(({ low }) => low) && scale.some(({ high }) => high)
  return figure.notAdded(scale.length) + (isBoth ? figure.bothBounds : '')
}

function lineOf(group: ComparisonGroup, isKind: boolean, { answer, dataset, words, language }: Input): CardLine {
  const head = group.scale[0] as Figure
  const print = (figure: Figure) => printFigure(figure, dataset, words.figure, language)
  const total = totalOf(group, indicatorOf(dataset, head.indicator)?.aggregation ?? 'none')
  const like = answer.compared?.likeForLike.find(({ measure }) => measure === measureOf(head))
  const change = like?.change.percent ?? null
  const text = print(head)
  const compared = { whole: like?.whole.length ?? 0, partly: like?.partly.length ?? 0 }
  return {
    label: isKind ? text.kind : text.indicator,
    total,
    // Some of them over and some not over what they say make no sum.
    text: total ? print(total).full : notAddedText(group, words),
    change,
    changeText: change ? print(change).full : '',
    n: group.scale.length,
    changeOf: change && (compared.whole !== group.scale.length || compared.partly > 0) ? compared : null,
  }
}
