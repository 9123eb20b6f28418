import { type FigureText, labelOf, printFigure } from '../../locale/print-figure.ts'
import { printTimes } from '../../locale/print-times.ts'
import { breakdownRule, type Dataset, indicatorOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { asOfDays } from '../../model/rules/as-of-days.ts'
import { type ComparisonGroup, totalOf } from '../../model/rules/comparability.ts'
import { timeOf } from '../../model/rules/covered-spans.ts'
import { groupBy } from '../../model/rules/standing.ts'
import { territoryKey } from '../../model/territory.ts'
import { indicatorsOf } from '../../query/view-query.ts'
import { inCodeOrder } from '../parts/code-order.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { reporterName, reportersOf } from '../parts/reporters.ts'

/** How dots are marked: of a part of the place, or of parts without their total; provisional or estimated; in doubt. */
export type DotMark = 'filled' | 'hollow' | 'unsure' | 'doubtful'

/** Dots that stand together: a part of a number, or all of it. */
export interface DotGroup {
  /** The part; empty where the number is not parted. */
  readonly label: string
  readonly number: string
  readonly value: number
  readonly figure: Figure
}

/** One number of one place, dot by dot; without groups where there is none to draw. */
export interface DotBlock {
  readonly name: string
  readonly text: FigureText
  readonly figure: Figure
  /** Its time where the panel has several, its part of the place, what else has to be said of it. */
  readonly notes: readonly string[]
  readonly mark: DotMark
  readonly groups: readonly DotGroup[]
}

/** The numbers of one indicator, definition and unit. */
export interface DotsPanel {
  readonly title: string
  readonly sub: string
  readonly domain: string
  readonly unit: string
  /** What one dot stands for: 1, 10, 100, … */
  readonly per: number
  /** Those that compare from the highest; the others by name. */
  readonly blocks: readonly DotBlock[]
}

/** Dots that can still be counted and told apart. */
const MOST_DOTS = 800

/** Stocks of the domain of models: what can be counted one by one. */
export function dottedIndicators(codes: readonly string[], dataset: Dataset): string[] {
  return codes.filter((code) => {
    const { domain, aggregation } = indicatorOf(dataset, code) ?? {}
    return domain === 'models' && aggregation === 'last'
  })
}

/** A panel for each definition, in the package's order of indicators: no two definitions share a panel. */
export function unitDotPanels(input: PictureInput): DotsPanel[] {
  const { answer, view, dataset } = input
  const order = dottedIndicators(indicatorsOf(view, dataset), dataset)
  const drawn = answer.figures.filter((figure) => figure.stands && order.includes(figure.indicator) && isPlain(figure))
  const groups = [...groupBy(drawn, definitionOf).values()]
  const kinds = inCodeOrder(
    groups.map(([first]) => first as Figure),
    dataset,
  )
  const rank = ([first]: readonly Figure[]) =>
    order.indexOf((first as Figure).indicator) * 10_000 + kinds.indexOf(first as Figure)
  return groups.sort((a, b) => rank(a) - rank(b)).map((members) => panelOf(members, input))
}

/** Whether a figure is a number of things, or words for one: not what was divided by people or years. */
export function isPlain({ normalised, notNormalised }: Figure): boolean {
  return !normalised && !notNormalised
}

/** Indicator, kind and unit; parts that were added are the whole of what was told. */
function definitionOf({ indicator, basis, breakdownKey, breakdownValues, unit }: Figure): string {
  return JSON.stringify([indicator, unit, basis === 'part' ? [breakdownKey, breakdownValues] : ''])
}

function panelOf(members: readonly Figure[], input: PictureInput): DotsPanel {
  const { answer, dataset, view, words, language } = input
  const first = members[0] as Figure
  const print = (figure: Figure) => printFigure(figure, dataset, words.figure, language)
  const scale = scaleOf(members, answer.comparability.groups)
  const isOfSeveralDays = scale !== null && asOfDays(scale.scale) !== null
  const time = isOfSeveralDays
    ? printTimes(scale.scale, dataset, words.figure, language)
    : commonTime(members.map((figure) => print(figure).time))
  const collator = new Intl.Collator('vi')
  const nameOf = (figure: Figure) => reporterName(dataset, territoryKey(figure.territory), language)
  const onScale = (figure: Figure) => scale?.scale.includes(figure) ?? false
  const sorted = [...members].sort(
    (a, b) =>
      Number(onScale(b)) - Number(onScale(a)) ||
      (onScale(a) ? (b.value as number) - (a.value as number) : 0) ||
      collator.compare(nameOf(a), nameOf(b)),
  )
  const blocks = sorted.map((figure): DotBlock => {
    const text = print(figure)
    return {
      ...{ name: nameOf(figure), text, figure, mark: markOf(figure) },
      notes: [text.time === time ? '' : text.time, text.scope, ...text.remarks].filter(Boolean),
      groups: groupsOf(figure, input),
    }
  })
  const total = scale && totalOf(scale, indicatorOf(dataset, first.indicator)?.aggregation ?? 'none')
  const unit = labelOf(dataset, 'unit', first.unit, language)
  const per = perDot(blocks)
  const text = print(first)
  return {
    title: [text.indicator, first.basis === 'part' ? text.kind : ''].filter(Boolean).join(': '),
    sub: [
      blocks.some(({ groups }) => groups.length > 0) ? words.models.dotIs(per, unit) : '',
      time,
      ...(total && scale ? [words.chart.total(print(total).full, scale.scale.length, reportersOf(view, dataset).length)] : []),
      ...(total ? print(total).remarks : []),
    ]
      .filter(Boolean)
      .join(' · '),
    domain: indicatorOf(dataset, first.indicator)?.domain ?? '',
    ...{ unit, per, blocks },
  }
}

/** The time of more than half of them; empty where none is. */
function commonTime(times: readonly string[]): string {
  const found = [...groupBy(times, (time) => time).values()].find((all) => all.length * 2 > times.length)
  return found?.[0] ?? ''
}

/** The largest group of rule 7 among them, of two equal ones that of the latest time; null where no two compare. */
function scaleOf(members: readonly Figure[], groups: readonly ComparisonGroup[]): ComparisonGroup | null {
  const fits = groups.filter(
    ({ composition, scale }) => !composition && scale.length > 1 && scale.every((figure) => members.includes(figure)),
  )
  const end = ({ scale }: ComparisonGroup) => scale[0]?.period.end ?? ''
  const [best] = [...fits].sort((a, b) => b.scale.length - a.scale.length || (end(a) < end(b) ? 1 : -1))
  return best ?? null
}

function markOf({ scope, state, basis, needsVerification, provisional, estimated }: Figure): DotMark {
  if (needsVerification) return 'doubtful'
  if (scope !== '' || state === 'only_parts' || basis === 'parts_sum') return 'hollow'
  return provisional || estimated ? 'unsure' : 'filled'
}

/**
 * The parts of a number by the first breakdown that parts it and whose parts are of the same time and part of the place, exact, and
 * no more than the whole; what they leave is a group of its own.
 */
function groupsOf(figure: Figure, input: PictureInput): DotGroup[] {
  const { answer, dataset, words, language } = input
  if (figure.value === null || figure.value <= 0) return []
  const number = (one: Figure) => printFigure(one, dataset, words.figure, language).number
  const whole: DotGroup = { label: '', number: number(figure), value: figure.value, figure }
  if (figure.basis === 'part' || !isExact(figure)) return [whole]
  const parts = answer.figures.filter((one) => one.basis === 'part' && one !== figure && isPartOf(one, figure, dataset))
  for (const members of groupBy(parts, ({ breakdownKey }) => breakdownKey).values()) {
    const sum = members.reduce((all, one) => all + (one.value ?? 0), 0)
    if (members.length === 0 || !members.every(isExact) || sum > figure.value) continue
    const groups = inCodeOrder(members, dataset).map((one): DotGroup => {
      const { kind } = printFigure(one, dataset, words.figure, language)
      return { label: kind, number: number(one), value: one.value as number, figure: one }
    })
    const rest = figure.value - sum
    const left: DotGroup = { label: words.models.dotRest, number: number({ ...figure, value: rest }), value: rest, figure }
    return rest > 0 ? [...groups, left] : groups
  }
  return [whole]
}

function isPartOf(part: Figure, whole: Figure, dataset: Dataset): boolean {
  return (
    part.indicator === whole.indicator &&
    part.unit === whole.unit &&
    part.scope === whole.scope &&
    territoryKey(part.territory) === territoryKey(whole.territory) &&
    timeOf(part) === timeOf(whole) &&
    part.period.end === whole.period.end &&
    breakdownRule(dataset, part.indicator, part.breakdownKey) === 'additive'
  )
}

function isExact({ value, low, high, approx }: Figure): boolean {
  return value !== null && !low && !high && !approx
}

/** The smallest power of ten by which all its dots can be drawn. */
function perDot(blocks: readonly DotBlock[]): number {
  const all = blocks.reduce((sum, { groups }) => sum + groups.reduce((one, { value }) => one + value, 0), 0)
  let per = 1
  while (all / per > MOST_DOTS) per *= 10
  return per
}
