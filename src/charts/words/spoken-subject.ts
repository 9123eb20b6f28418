import { labelOf } from '../../locale/print-figure.ts'
import { indicatorOf } from '../../model/dataset.ts'
import type { Figure, State } from '../../model/figure.ts'
import { MAIN_DOMAINS } from '../../model/indicator.ts'
import { headlineIndicators } from '../../model/rules/headline.ts'
import { type TerritoryKey, territoryKey } from '../../model/territory.ts'
import { stateFor } from '../../query/place-state.ts'
import { indicatorsOf } from '../../query/view-query.ts'
import { inCodeOrder } from '../parts/code-order.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { reportersOf } from '../parts/reporters.ts'
import { headlineOf } from './headline-of.ts'

type Input = Omit<PictureInput, 'width' | 'dark'>

/** What a sentence about a view counts. */
export interface Subject {
  readonly label: string
  readonly isDomain: string | null
  /** Whether figures of several indicators stand side by side, so that each has to say what it counts. */
  readonly isMixed: boolean
  readonly indicators: readonly string[]
  has(figure: Figure): boolean
  figuresOf(key: TerritoryKey): readonly Figure[]
}

export function subjectOf(input: Input): Subject {
  return domainSubject(input) ?? indicatorSubject(input)
}

export interface SpokenState {
  readonly key: TerritoryKey
  readonly figures: readonly Figure[]
  readonly state: State
}

/** What each place of a view has of the subject. */
export function spokenStates(
  subject: Subject,
  { view, dataset, answer }: Pick<Input, 'view' | 'dataset' | 'answer'>,
): SpokenState[] {
  return reportersOf(view, dataset).map((key) => {
    const figures = subject.figuresOf(key)
    // What is said of a place is what its shown figures are, not what another of its indicators would be.
    const has = (one: Figure) => (figures.length > 0 ? figures.includes(one) : subject.has(one))
    return { key, figures, state: stateFor(key, answer, { has, indicators: subject.indicators }) }
  })
}

/** The figures that what is said rests on: those of the subject, and all of a place whose source is said not to mention it. */
export function spokenFigures(subject: Subject, input: Pick<Input, 'view' | 'dataset' | 'answer'>): Figure[] {
  const silent = new Set(spokenStates(subject, input).flatMap(({ key, state }) => (state === 'not_mentioned' ? [key] : [])))
  return input.answer.figures.filter((one) => one.stands && (subject.has(one) || silent.has(territoryKey(one.territory))))
}

/**
 * Rule 8: the overview speaks of its first domain with figures, a whole domain of itself, both by the indicators that may stand
 * for it. Null where other indicators are asked for, or where only they have figures.
 */
function domainSubject({ dataset, view, answer, words, language }: Input): Subject | null {
  const overview = view.indicators.length === 0
  const [only, ...others] = view.indicators
  const domains = overview ? MAIN_DOMAINS : only?.startsWith('dom-') && others.length === 0 ? [only.slice(4)] : []
  const codesOf = (domain: string) => headlineIndicators(dataset.indicators, domain).map((indicator) => indicator.code)
  const standing = answer.figures.filter((figure) => figure.stands)
  const speaks = (domain: string) => standing.some((figure) => codesOf(domain).includes(figure.indicator))
  const domain = domains.find(speaks) ?? (overview || standing.length === 0 ? domains[0] : undefined)
  if (domain === undefined || codesOf(domain).length === 0) return null
  const codes = codesOf(domain)
  const indicator = codes.length === 1 && !overview ? indicatorOf(dataset, codes[0] as string) : undefined
  const name = labelOf(dataset, 'domain', domain, language)
  const isMixed = codes.length > 1
  return {
    label: indicator?.label[language] ?? (isMixed ? words.headline.aboutDomain(name) : name),
    isDomain: domain,
    isMixed,
    indicators: codes,
    has: (figure) => codes.includes(figure.indicator),
    figuresOf: (key) => {
      const mine = standing.filter((figure) => territoryKey(figure.territory) === key)
      return headlineOf(key, mine, domain, dataset)
    },
  }
}

/** The view's first indicator with figures of a whole province, else with any. */
function indicatorSubject({ dataset, view, answer, language }: Input): Subject {
  const codes = indicatorsOf(view, dataset)
  const first = (figures: readonly Figure[], has: (figure: Figure) => boolean) =>
    codes.find((item) => figures.some((figure) => figure.indicator === item && figure.stands && has(figure)))
  const code =
    first(answer.figures, (figure) => figure.scope === '' && figure.value !== null) ??
    first(answer.figures, () => true) ??
    first(answer.otherTime, () => true)
  const indicator = code ? indicatorOf(dataset, code) : undefined
  return {
    label:
      indicator?.label[language] ?? view.indicators.map((item) => indicatorOf(dataset, item)?.label[language] ?? item).join(', '),
    isDomain: null,
    isMixed: false,
    // Of what nobody gives any report that is owed is one of it.
    indicators: code === undefined ? codes : [code],
    has: (figure) => figure.indicator === code,
    figuresOf: (key) => {
      const mine = answer.figures.filter((figure) => figure.stands && figure.indicator === code)
      return inCodeOrder(
        mine.filter((figure) => territoryKey(figure.territory) === key),
        dataset,
      )
    },
  }
}
