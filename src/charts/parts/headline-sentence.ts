import { type FigureText, labelOf, printFigure } from '../../locale/print-figure.ts'
import { indicatorOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { MAIN_DOMAINS } from '../../model/indicator.ts'
import { headlineFigures } from '../../model/rules/headline.ts'
import { type TerritoryKey, territoryKey } from '../../model/territory.ts'
import { indicatorsOf } from '../../query/view-query.ts'
import { inCodeOrder } from './code-order.ts'
import type { PictureInput } from './picture-input.ts'
import { reporterName, reportersOf, stateFor } from './reporters.ts'

/** A sentence in which every figure can be questioned: text, or a figure with the text that stands for it. */
export type SentencePart = string | { readonly figure: Figure; readonly text: string }

export interface HeadlineSentence {
  /** Who gives figures, and which. */
  readonly finding: readonly SentencePart[]
  /** What else has to be said so that the finding is not read as more than it is. */
  readonly caveats: readonly (readonly SentencePart[])[]
}

type Input = Omit<PictureInput, 'width' | 'dark'>

/** The finding of a view from rules: coverage first, then the numbers with definition and time, then who is missing. */
export function headlineSentence(input: Input): HeadlineSentence {
  const { dataset, view, answer, words, language } = input
  const subject = subjectOf(input)
  const places = reportersOf(view, dataset)
  const said = places.map((key) => ({ key, state: stateFor(key, answer, subject.has), figures: subject.figuresOf(key) }))
  const withNumbers = said.filter(({ state }) => state === 'value' || state === 'zero')
  const withWords = said.filter(({ state }) => state === 'in_words' || state === 'only_parts')
  const names = (state: string) =>
    said.filter((place) => place.state === state).map(({ key }) => reporterName(dataset, key, language))
  const { headline } = words
  const items = withNumbers.map(({ key, figures }) => placeParts(key, figures, input))
  const opening = `${headline.count(withNumbers.length, places.length)} ${headline.about(subject.label)}`
  const finding: SentencePart[] =
    items.length === 0 ? [`${opening}.`] : [opening, headline.colon, ...join(items, headline.join), '.']
  const caveats: SentencePart[][] = []
  if (withWords.length > 0) {
    caveats.push([
      headline.inWords,
      ...join(
        withWords.map(({ key, figures }) => placeParts(key, figures, input)),
        headline.join,
      ),
      '.',
    ])
  }
  if (
    withNumbers.length > 1 &&
    !sharesScale(
      said.flatMap(({ figures }) => figures),
      input,
    )
  )
    caveats.push([headline.notCompared])
  if (names('other_time').length > 0) caveats.push([headline.otherTime(names('other_time'))])
  if (names('not_mentioned').length > 0) {
    caveats.push([(subject.isDomain === 'models' ? headline.notMentionedTotal : headline.notMentioned)(names('not_mentioned'))])
  }
  if (names('not_received').length > 0) caveats.push([headline.notReceived(names('not_received'))])
  return { finding, caveats }
}

/** The sentence as plain text, for screen readers and copies. */
export function plainSentence(parts: readonly SentencePart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}

interface Subject {
  readonly label: string
  readonly isDomain: string | null
  has(figure: Figure): boolean
  figuresOf(key: TerritoryKey): readonly Figure[]
}

/** What the headline is about: the first domain with figures in the overview, else the view's first indicator with figures. */
function subjectOf({ dataset, view, answer, language }: Input): Subject {
  const mine = (key: TerritoryKey) => answer.figures.filter((figure) => figure.stands && territoryKey(figure.territory) === key)
  if (view.indicators.length === 0) {
    const inDomain = (domain: string) => (figure: Figure) => indicatorOf(dataset, figure.indicator)?.domain === domain
    const domain = MAIN_DOMAINS.find((code) => answer.figures.some(inDomain(code))) ?? MAIN_DOMAINS[0]
    return {
      label: labelOf(dataset, 'domain', domain, language),
      isDomain: domain,
      has: inDomain(domain),
      figuresOf: (key) => inCodeOrder(headlineFigures(mine(key), dataset.indicators, domain), dataset),
    }
  }
  const codes = indicatorsOf(view, dataset)
  const isNumber = (figure: Figure) => figure.stands && figure.value !== null
  const first = (figures: readonly Figure[], has: (figure: Figure) => boolean) =>
    codes.find((item) => figures.some((figure) => figure.indicator === item && has(figure)))
  const code =
    first(answer.figures, isNumber) ?? first(answer.figures, (figure) => figure.stands) ?? first(answer.otherTime, () => true)
  const indicator = code ? indicatorOf(dataset, code) : undefined
  return {
    label:
      indicator?.label[language] ?? view.indicators.map((item) => indicatorOf(dataset, item)?.label[language] ?? item).join(', '),
    isDomain: null,
    has: (figure) => figure.indicator === code,
    figuresOf: (key) => inCodeOrder(mine(key), dataset).filter((figure) => figure.indicator === code),
  }
}

const MOST_KINDS = 3

function placeParts(key: TerritoryKey, figures: readonly Figure[], { dataset, words, language }: Input): SentencePart[] {
  const shown = figures.slice(0, figures.length > MOST_KINDS + 1 ? MOST_KINDS : figures.length)
  const texts = shown.map((figure) => printFigure(figure, dataset, words.figure, language))
  const name = reporterName(dataset, key, language)
  const more = figures.length - shown.length
  const number = (figure: Figure, text: FigureText) => ({
    figure,
    text: text.number + (figure.unit === 'VND' && text.unit ? ` ${text.unit}` : ''),
  })
  if (shown.length > 1 && texts.every((text) => text.time === texts[0]?.time && text.scope === texts[0]?.scope)) {
    const shared = words.headline.details([texts[0]?.scope ?? '', texts[0]?.time ?? ''].filter(Boolean))
    const kinds = shown.map((figure, at): SentencePart[] => {
      const text = texts[at] as FigureText
      return [`${words.headline.lower(text.kind)} `, number(figure, text), words.headline.details(text.remarks)]
    })
    return [`${name}${shared} `, ...join(kinds, ', '), more > 0 ? words.headline.moreKinds(more) : '']
  }
  const parts = shown.map((figure, at): SentencePart[] => {
    const text = texts[at] as FigureText
    const kind = text.kind === '' ? '' : words.headline.lower(text.kind)
    return [number(figure, text), words.headline.details([kind, text.scope, text.time, ...text.remarks].filter(Boolean))]
  })
  return [words.headline.figure(name), ...join(parts, ', '), more > 0 ? words.headline.moreKinds(more) : '']
}

function sharesScale(figures: readonly Figure[], { answer }: Input): boolean {
  return answer.comparability.groups.some(
    (group) => !group.composition && group.scale.filter((figure) => figures.includes(figure)).length > 1,
  )
}

function join(items: readonly (readonly SentencePart[])[], joiner: string): SentencePart[] {
  return items.flatMap((item, at) => (at === 0 ? [...item] : [joiner, ...item]))
}
