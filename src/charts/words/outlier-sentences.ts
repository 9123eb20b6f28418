import { printFigure } from '../../locale/print-figure.ts'
import type { Dataset } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { measureOf } from '../../model/rules/change.ts'
import type { ComparisonGroup } from '../../model/rules/comparability.ts'
import { type Measured, outliersOf } from '../../model/rules/outliers.ts'
import { territoryKey } from '../../model/territory.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { spokenName } from '../parts/reporters.ts'
import type { SentencePart } from './sentence-part.ts'

type Input = Omit<PictureInput, 'width' | 'dark'>

export interface OutlierSentences {
  readonly lines: readonly (readonly SentencePart[])[]
  /** How they were found: the rule with all of its bounds and, of several things in one view, which one was looked at. */
  readonly rule: string
  /** Of how many places the numbers are that the rule was asked of. */
  readonly n: number
}

const MOST_LINES = 3
/** Under so much in the earlier time a percentage says little: 2 that became 5 would lead every list. */
const LEAST_BASE = 30
/** Nobody has to know that 1.1% is not 0.7%. */
const LEAST_POINTS = 10

/**
 * Whose change, or whose rate, is far from that of all others on the one scale of a view; null where the rule finds nobody, or there is
 * nothing that it may be asked of: absolute numbers differ by the size of the places.
 */
export function outlierSentences(input: Input): OutlierSentences | null {
  const { answer, view, words } = input
  const groups = answer.comparability.groups.filter(({ composition, scale }) => !composition && scale[0]?.basis !== 'part')
  const scale = largestScale(groups, input.dataset)
  // Of several things in one view it has to be said which one is meant.
  const isOneThing = new Set(groups.map(({ members }) => measureOf(members[0] as Figure))).size < 2
  const isChange = answer.compared !== null && answer.compared.changes.size > 0 && answer.compared.kind !== 'peers'
  if (!isChange && view.normalisation === 'abs') return null
  const all = isChange ? changesOf(scale, input) : scale.flatMap(exact)
  const found = outliersOf(all, isChange ? LEAST_POINTS : 0)
  if (!found || found.far.length === 0) return null
  const others = found.n - found.far.length
  const first = all[0]?.of as Figure
  const median = numberOf({ ...first, value: found.median }, input)
  const thing = isOneThing || !scale[0] ? '' : thingOf(scale[0], input)
  const lead = thing && `${thing}: `
  const lines = found.far
    .slice(0, MOST_LINES)
    .map(({ of }): SentencePart[] => [
      `${lead}${spokenName(input.dataset, territoryKey(of.territory), input.language)} `,
      { figure: of, text: isChange ? wentText(of, input) : numberOf(of, input) },
      words.take.farFrom(others, median),
    ])
  const more = found.far.length - lines.length
  return {
    n: found.n,
    lines: more > 0 ? [...lines, [words.take.outlierMore(more)]] : lines,
    rule: [
      isChange ? words.take.outlierRuleOfChanges(found.n, LEAST_POINTS, LEAST_BASE) : words.take.outlierRule(found.n),
      thing && words.take.outlierOf(thing),
      words.take.outlierNotWrong,
    ]
      .filter(Boolean)
      .join(' '),
  }
}

/** That of most places; of equally many that of the indicator which the package lists first, of its latest time, in the end by its key. */
function largestScale(groups: readonly ComparisonGroup[], { indicators }: Dataset): readonly Figure[] {
  const nth = new Map(indicators.map(({ code }, at) => [code, at]))
  const rank = ({ scale }: ComparisonGroup) => nth.get(scale[0]?.indicator ?? '') ?? indicators.length
  const end = ({ scale }: ComparisonGroup) => scale[0]?.period.end ?? ''
  const [largest] = [...groups].sort(
    (a, b) =>
      b.scale.length - a.scale.length ||
      rank(a) - rank(b) ||
      (end(a) === end(b) ? 0 : end(a) < end(b) ? 1 : -1) ||
      (a.key < b.key ? -1 : 1),
  )
  return largest?.scale ?? []
}

/** The changes in percent of numbers that are large enough for one. */
function changesOf(scale: readonly Figure[], { answer }: Input): Measured<Figure>[] {
  return scale.flatMap((figure) => {
    const { percent, base } = answer.compared?.changes.get(figure) ?? { percent: null, base: null }
    // How many there were, whatever they are divided by.
    const count = base?.normalised?.plain.value ?? base?.value ?? 0
    return percent && count >= LEAST_BASE ? exact(percent) : []
  })
}

/** A bound is no place on a scale that anything can be far from. */
function exact(figure: Figure): Measured<Figure>[] {
  const isExact = !figure.low && !figure.high && !figure.approx && figure.value !== null
  return isExact ? [{ of: figure, value: figure.value as number }] : []
}

function thingOf(figure: Figure, { dataset, words, language }: Input): string {
  const { indicator, kind } = printFigure(figure, dataset, words.figure, language)
  return [indicator, kind].filter(Boolean).join(', ')
}

function wentText(figure: Figure, input: Input): string {
  const way = (figure.value as number) > 0 ? 'up' : (figure.value as number) < 0 ? 'down' : 'same'
  const size = way === 'same' ? '' : numberOf(figure, input).replace(/[+−-]/, '')
  return `${input.words.compare.went(way)}${size}`
}

function numberOf(figure: Figure, { dataset, words, language }: Input): string {
  return printFigure(figure, dataset, words.figure, language).full
}
