import { printFigure } from '../../locale/print-figure.ts'
import { indicatorOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { type ComparisonGroup, totalOf } from '../../model/rules/comparability.ts'
import { territoryKey } from '../../model/territory.ts'
import { inCodeOrder } from './code-order.ts'
import type { PictureInput } from './picture-input.ts'
import { reporterName } from './reporters.ts'
import type { SentencePart } from './sentence-part.ts'

/** From so many comparable figures on, a sentence that names them all is no longer read. */
export const MANY = 4
const HIGHEST = 3
const MOST_KINDS = 3

type Input = Omit<PictureInput, 'width' | 'dark'>

export interface DenseFinding {
  readonly parts: readonly SentencePart[]
  /** The figures of the scales that it speaks of; whoever has other ones only has to be named apart. */
  readonly told: ReadonlySet<Figure>
}

/**
 * What many comparable figures say together: the highest, the lowest, and the sum where rule 1 allows one; of several kinds the
 * highest of each. Null where there are not so many on one scale.
 */
export function denseFinding(figures: readonly Figure[], input: Input): DenseFinding | null {
  const all = new Set(figures)
  const groups = input.answer.comparability.groups.filter(
    ({ composition, scale }) => !composition && scale.length >= MANY && scale.every((figure) => all.has(figure)),
  )
  const totals = groups.filter(({ scale }) => scale[0]?.breakdownKey === '')
  const [only, ...others] = totals.length > 0 ? totals : groups
  if (!only) return null
  const told = new Set(groups.flatMap(({ scale }) => scale))
  if (others.length === 0) return { parts: ofOneScale(only, input), told }
  const heads = inCodeOrder(
    [only, ...others].flatMap(({ scale }) => scale[0] ?? []),
    input.dataset,
  )
  const kinds = heads.flatMap((head) => groups.filter(({ scale }) => scale[0] === head))
  const times = [...new Set(heads.map((head) => printFigure(head, input.dataset, input.words.figure, input.language).time))]
  const { headline } = input.words
  const shown = kinds.slice(0, MOST_KINDS).map((group) => highestOfKind(group, input))
  const more = kinds.length > MOST_KINDS ? headline.moreKinds(kinds.length - MOST_KINDS) : ''
  return { parts: [times.length === 1 ? `${times[0]}, ` : '', ...joined(shown, headline.join), more], told }
}

function ofOneScale(group: ComparisonGroup, input: Input): SentencePart[] {
  const { headline } = input.words
  const ordered = byValue(group.scale)
  const first = ordered[0] as Figure
  const last = ordered.at(-1) as Figure
  const time = printFigure(first, input.dataset, input.words.figure, input.language).time
  return [
    `${time}, `,
    headline.highest,
    ...joined(
      ordered.slice(0, HIGHEST).map((figure) => named(figure, input)),
      ', ',
    ),
    headline.join,
    headline.lowest,
    ...named(last, input),
    ...togetherOf(group, input),
  ]
}

function highestOfKind(group: ComparisonGroup, input: Input): SentencePart[] {
  const [first] = byValue(group.scale)
  if (!first) return []
  const text = printFigure(first, input.dataset, input.words.figure, input.language)
  return [`${input.words.headline.lower(text.kind || text.indicator)} ${input.words.headline.highest}`, ...named(first, input)]
}

function byValue(scale: readonly Figure[]): Figure[] {
  return [...scale].sort((a, b) => (b.value as number) - (a.value as number))
}

function named(figure: Figure, { dataset, words, language }: Input): SentencePart[] {
  const text = printFigure(figure, dataset, words.figure, language)
  const hasUnit = figure.unit === 'VND' || figure.unit !== indicatorOf(dataset, figure.indicator)?.unit
  const number = hasUnit && text.unit ? `${text.number} ${text.unit}` : text.number
  return [
    `${reporterName(dataset, territoryKey(figure.territory), language)} `,
    { figure, text: number },
    words.headline.details(text.remarks),
  ]
}

/** What all of them come to, as a figure that says what it was made of. */
function togetherOf(group: ComparisonGroup, { dataset, words, language }: Input): SentencePart[] {
  const first = group.scale[0] as Figure
  const total = totalOf(group, indicatorOf(dataset, first.indicator)?.aggregation ?? 'none')
  if (!total) return []
  const { headline, figure } = words
  const lead = total.computed?.how === 'pooled' ? headline.pooled : headline.together
  return [headline.join, lead(group.scale.length), { figure: total, text: printFigure(total, dataset, figure, language).full }]
}

function joined(items: readonly (readonly SentencePart[])[], joiner: string): SentencePart[] {
  return items.flatMap((item, at) => (at === 0 ? [...item] : [joiner, ...item]))
}
