import { labelOf, printFigure } from '../../locale/print-figure.ts'
import { printTimes } from '../../locale/print-times.ts'
import { indicatorOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import type { Change } from '../../model/rules/change.ts'
import { groupBy } from '../../model/rules/standing.ts'
import { type TerritoryKey, territoryKey } from '../../model/territory.ts'
import { indicatorsOf } from '../../query/view-query.ts'
import { inCodeOrder } from '../parts/code-order.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { reporterName } from '../parts/reporters.ts'
import { timesOf } from '../words/change-text.ts'

/** One place at both times. */
export interface SlopeLine {
  readonly key: TerritoryKey
  readonly name: string
  readonly base: Figure
  readonly now: Figure
  /** The percentage, or of shares the points; null where two bounds leave none. */
  readonly change: Figure | null
  readonly baseText: string
  readonly nowText: string
  readonly changeText: string
}

/** The places of one scale: one indicator, definition and unit, and the same two times. */
export interface SlopePanel {
  readonly title: string
  readonly sub: string
  readonly domain: string
  /** Highest first by the newer number, ties by name. */
  readonly lines: readonly SlopeLine[]
}

/** A panel for each scale, in the package's order of indicators, totals before kinds. Only what rule 7 lets compare is in one. */
export function slopePanels(input: PictureInput): SlopePanel[] {
  const { answer, view, dataset } = input
  const changes = [...(answer.compared?.changes.values() ?? [])].filter(isDrawn)
  // Bases that differ in their time are no common scale, even where the newer figures are.
  const groups = [...groupBy(changes, ({ now, base }) => `${now.comparisonKey} ${now.basis} ${base.comparisonKey}`).values()]
  const heads = groups.map(([first]) => (first as Drawn).now)
  const kinds = inCodeOrder(heads, dataset)
  const order = indicatorsOf(view, dataset)
  const rank = (figure: Figure) => order.indexOf(figure.indicator) * 10_000 + kinds.indexOf(figure)
  return groups.sort(([a], [b]) => rank((a as Drawn).now) - rank((b as Drawn).now)).map((members) => panelOf(members, input))
}

type Drawn = Change & { readonly base: Figure }

function isDrawn(change: Change): change is Drawn {
  const { now, base, refused } = change
  return refused === null && base !== null && now.scope === '' && base.scope === ''
}

function panelOf(members: readonly Drawn[], input: PictureInput): SlopePanel {
  const { dataset, words, language } = input
  const { now } = members[0] as Drawn
  const print = (figure: Figure) => printFigure(figure, dataset, words.figure, language)
  const text = print(now)
  const [earlier, later] = [members.map((one) => one.base), members.map((one) => one.now)].map((figures) =>
    printTimes(figures, dataset, words.figure, language),
  )
  const collator = new Intl.Collator('vi')
  const lines = members.map((one): SlopeLine => {
    const change = one.percent ?? one.step
    const key = territoryKey(one.now.territory)
    return {
      ...{ key, name: reporterName(dataset, key, language), base: one.base, now: one.now, change },
      baseText: print(one.base).number,
      nowText: print(one.now).number,
      changeText: change ? print(change).full : '',
    }
  })
  return {
    title: [
      text.indicator,
      now.basis === 'part' && `${labelOf(dataset, 'breakdown_key', now.breakdownKey, language)}: ${text.kind}`,
    ]
      .filter(Boolean)
      .join('. '),
    sub: [text.unit, `${earlier} → ${later}`].filter(Boolean).join(' · '),
    domain: indicatorOf(dataset, now.indicator)?.domain ?? '',
    lines: lines.sort((a, b) => numberOf(b.now) - numberOf(a.now) || collator.compare(a.name, b.name)),
  }
}

/** The number of a drawn figure: a change that is not refused has two. */
export function numberOf(figure: Figure): number {
  return figure.value as number
}

/** Why places are not drawn, one sentence for each subject and reason; with one subject it is not named. */
export function undrawnLines(input: PictureInput): string[] {
  const { answer, dataset, words, language } = input
  const { compared } = answer
  if (!compared || compared.refused !== null) return []
  const told = [
    ...[...compared.changes.values()]
      .filter((change) => !isDrawn(change))
      .map((change) => ({ figure: change.now, reason: reasonOf(change, input) })),
    ...compared.gone.map((figure) => ({ figure, reason: words.slope.gone })),
  ]
  const subjectOf = (figure: Figure) => {
    const text = printFigure(figure, dataset, words.figure, language)
    return [text.indicator, figure.basis === 'part' ? text.kind : ''].filter(Boolean).join(', ')
  }
  const all = [...(compared.changes.keys() ?? []), ...compared.gone]
  const isOne = new Set(all.map(subjectOf)).size === 1
  const lines = [...groupBy(told, ({ figure, reason }) => JSON.stringify([subjectOf(figure), reason])).values()].map(
    (members) => {
      const [first] = members
      const names = [...new Set(members.map(({ figure }) => reporterName(dataset, territoryKey(figure.territory), language)))]
      names.sort(new Intl.Collator('vi').compare)
      const more = names.length - MOST_NAMES
      const said = more > 1 ? [...names.slice(0, MOST_NAMES), words.headline.others(more)] : names
      return first ? words.slope.undrawn(isOne ? '' : words.headline.lower(subjectOf(first.figure)), first.reason, said) : ''
    },
  )
  const more = lines.length - MOST_LINES
  return more > 1 ? [...lines.slice(0, MOST_LINES), words.slope.moreUndrawn(more)] : lines
}

function reasonOf(change: Change, input: PictureInput): string {
  const { slope, compare } = input.words
  // The picture is of two times, or there is none.
  const kind = input.answer.compared?.kind === 'yoy' ? 'yoy' : 'prev'
  if (change.refused === 'partial_base') return slope.partialBase(kind)
  if (change.refused === 'no_base') return compare.noBase(kind)
  if (change.refused === 'zero_base') return compare.zeroBase(kind)
  if (change.refused !== 'other_date') return slope.reasons[change.refused ?? 'partial_now']
  const [now = '', base = ''] = timesOf(change, input)
  return slope.otherDate(now, base)
}

const MOST_NAMES = 8
const MOST_LINES = 6
