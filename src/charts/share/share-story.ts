import { labelOf, printFigure } from '../../locale/print-figure.ts'
import { printTimes } from '../../locale/print-times.ts'
import { indicatorOf } from '../../model/dataset.ts'
import type { Figure, State } from '../../model/figure.ts'
import { measureOf } from '../../model/rules/change.ts'
import { type ComparisonGroup, totalOf } from '../../model/rules/comparability.ts'
import { isOfSomeDays } from '../../model/rules/some-days.ts'
import { groupBy } from '../../model/rules/standing.ts'
import { territoryKey } from '../../model/territory.ts'
import { readTerritoryCode } from '../../model/territory-code.ts'
import { notAddedText } from '../parts/domain-cards.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { reportersOf, spokenName } from '../parts/reporters.ts'
import { maybeAhead, maybeAheadParts } from '../words/already-more.ts'
import { changeText } from '../words/change-text.ts'
import { unitIsSaid } from '../words/dense-finding.ts'
import type { HeadlineSentence } from '../words/headline-sentence.ts'
import { plainSentence } from '../words/headline-sentence.ts'
import { spokenFigures, spokenStates, subjectOf } from '../words/spoken-subject.ts'

type Input = Omit<PictureInput, 'width' | 'dark'>

/** A place on the common scale of a shared picture. */
export interface ScaleRow {
  readonly name: string
  readonly text: string
  readonly value: number
  /** What it is compared with; null where nothing may be drawn. */
  readonly ghost: number | null
  readonly change: string
  readonly isMine: boolean
  readonly isUnsure: boolean
  readonly open: 'low' | 'high' | null
}

/** A figure by itself: no scale, its definition and time beside it. */
export interface FactRow {
  readonly name: string
  readonly text: string
  readonly details: string
}

export interface ShareStory {
  /** The figures that it shows or speaks of, and what each place has of its subject; null where it is of several things. */
  readonly figures: readonly Figure[]
  readonly states: readonly State[] | null
  /** What it is about: the indicator, or the domain. */
  readonly title: string
  readonly domain: string
  readonly finding: string
  readonly caveats: readonly string[]
  readonly picture:
    | {
        readonly kind: 'scale'
        /** All places, from the highest. */
        readonly rows: readonly ScaleRow[]
        readonly most: number
        /** What the rings are; empty where there are none. */
        readonly base: string
        /** The place of the reader among them, in words; empty where there is none, or where numbers are only bounds. */
        readonly mine: string
        /** Who already has more than a row in fewer days, as a line of its own; empty for nobody. */
        ahead(row: ScaleRow): string
      }
    | { readonly kind: 'facts'; readonly rows: readonly FactRow[]; readonly of: 'places' | 'kinds' }
}

/**
 * What a shared picture tells: on a common scale who is highest, the reader's own place, who is lowest; without one the figures of the
 * places by themselves, in no order of size (rule 7). `input` is what the headline speaks of.
 */
export function shareStory(input: Input, sentence: HeadlineSentence): ShareStory {
  const told = toldScales(input)
  const [only, ...others] = told
  const scale = only && others.length === 0 ? scalePicture(only, input) : null
  const facts =
    told.length > 1 ? { rows: kindFacts(told, input), of: 'kinds' as const } : { rows: placeFacts(input), of: 'places' as const }
  const picture = scale ?? { kind: 'facts' as const, ...facts }
  const isPlaces = picture.kind === 'facts' && picture.of === 'places'
  const isKinds = picture.kind === 'facts' && picture.of === 'kinds'
  const first = told[0]?.scale[0] ?? firstFact(input)
  const domain = (first && indicatorOf(input.dataset, first.indicator)?.domain) ?? ''
  const brief = scale || isPlaces ? sentence.brief : undefined
  return {
    ...spokenOf(isKinds ? told : null, input),
    title: titleOf(domain, input),
    domain,
    finding: plainSentence(brief ?? sentence.finding),
    caveats: (isPlaces && brief ? (sentence.briefCaveats ?? sentence.caveats) : sentence.caveats).map(plainSentence),
    picture,
  }
}

/** The scales that are told, those of which the finding speaks: of one thing that of most places; totals before kinds. */
function toldScales({ answer }: Input): ComparisonGroup[] {
  const groups = answer.comparability.groups.filter(({ composition, scale }) => !composition && scale.length >= MANY)
  const wholes = groups.filter(({ scale }) => scale[0]?.basis !== 'part')
  const isPartial = ({ scale }: ComparisonGroup) => Number(isOfSomeDays(scale[0] as Figure))
  return [...groupBy(wholes.length > 0 ? wholes : groups, ({ scale }) => measureOf(scale[0] as Figure)).values()].flatMap(
    (alike) => [...alike].sort((a, b) => b.scale.length - a.scale.length || isPartial(a) - isPartial(b)).slice(0, 1),
  )
}

function spokenOf(kinds: readonly ComparisonGroup[] | null, input: Input): Pick<ShareStory, 'figures' | 'states'> {
  if (kinds) return { figures: kinds.flatMap(({ scale }) => scale), states: null }
  const subject = subjectOf(input)
  return { figures: spokenFigures(subject, input), states: spokenStates(subject, input).map(({ state }) => state) }
}

function titleOf(domain: string, { dataset, view, words, language }: Input): string {
  const [only, ...others] = view.indicators
  if (others.length > 0) return words.chrome.severalIndicators(view.indicators.length)
  return (only && indicatorOf(dataset, only)?.label[language]) || labelOf(dataset, 'domain', domain, language)
}

function firstFact(input: Input): Figure | undefined {
  const subject = subjectOf(input)
  return reportersOf(input.view, input.dataset).flatMap((key) => subject.figuresOf(key))[0]
}

/** From so many comparable numbers on, places are shown by their place on a scale. */
const MANY = 8

function scalePicture({ scale }: ComparisonGroup, input: Input): ShareStory['picture'] {
  const { dataset, words, language, view, answer } = input
  const focus = view.focus === null ? null : readTerritoryCode(view.focus, view.units)
  const ordered = [...scale].sort((a, b) => (b.value as number) - (a.value as number))
  const rows = ordered.map((figure): ScaleRow => {
    const key = territoryKey(figure.territory)
    const change = answer.compared?.changes.get(figure)
    const isDrawn = change && (change.refused === null || change.refused === 'zero_base')
    return {
      name: spokenName(dataset, key, language),
      text: printFigure(figure, dataset, words.figure, language).number,
      value: figure.value as number,
      ghost: answer.compared?.targets.get(figure)?.target ?? (isDrawn ? (change.base?.value ?? null) : null),
      // Why there is no change is told on the page.
      change: change?.percent || change?.step || answer.compared?.targets.get(figure) ? changeText(figure, input) : '',
      isMine: focus !== null && territoryKey(focus) === key,
      isUnsure: figure.provisional || figure.estimated,
      open: figure.low ? 'low' : figure.high ? 'high' : null,
    }
  })
  const mine = rows.find(({ isMine }) => isMine)
  const isSure = ordered.every(({ low, high, approx }) => !low && !high && !approx)
  return {
    kind: 'scale',
    rows,
    most: Math.max(...rows.flatMap(({ value, ghost }) => [value, ghost ?? 0])),
    base: answer.compared ? words.compare.keyBase[answer.compared.kind] : '',
    mine: mine && isSure ? rankText(mine, rows, scale, input) : '',
    ahead: ({ value }) => {
      const number = (figure: Figure) => printFigure(figure, dataset, words.figure, language).number
      const said = plainSentence(maybeAheadParts(maybeAhead(ordered, value, input), number, input))
      return said === '' ? '' : words.take.notCounting(said.slice(words.headline.notCounting.length))
    },
  }
}

function rankText(mine: ScaleRow, rows: readonly ScaleRow[], scale: readonly Figure[], input: Input): string {
  const { take } = input.words
  const place = 1 + rows.filter(({ value }) => value > mine.value).length
  const isTied = rows.some((row) => row !== mine && row.value === mine.value)
  const ahead = maybeAhead(scale, mine.value, input)
  const inMore = ahead.filter(({ isMore }) => isMore).length
  const inFewer = ahead.length - inMore
  const ranked = (isTied ? take.rankedWithTies : take.ranked)(place, rows.length)
  return ranked + (inFewer > 0 ? take.aheadInFewerDays(inFewer) : '') + (inMore > 0 ? take.aheadInMoreDays(inMore) : '')
}

/** Of several scales that may not be mixed, what each comes to. */
function kindFacts(groups: readonly ComparisonGroup[], input: Input): FactRow[] {
  const { dataset, words, language } = input
  return groups.map((group): FactRow => {
    const head = group.scale[0] as Figure
    const text = printFigure(head, dataset, words.figure, language)
    const total = totalOf(group, indicatorOf(dataset, head.indicator)?.aggregation ?? 'none')
    // Some of them over and some not over what they say make no sum.
    const sum = total ? printFigure(total, dataset, words.figure, language).full : notAddedText(group, words)
    const details = [words.chrome.somePlaces(group.scale.length), printTimes(group.scale, dataset, words.figure, language)].join(
      '; ',
    )
    return { name: text.kind || text.indicator, text: sum, details }
  })
}

/** What each place gives of the subject, by the names of the places. */
function placeFacts(input: Input): FactRow[] {
  const { dataset, view, words, language } = input
  const subject = subjectOf(input)
  return reportersOf(view, dataset).flatMap((key): FactRow[] => {
    const figures = subject.figuresOf(key)
    return figures.slice(0, MOST_OF_PLACE).map((figure, at): FactRow => {
      const text = printFigure(figure, dataset, words.figure, language)
      const more = at === MOST_OF_PLACE - 1 ? figures.length - MOST_OF_PLACE : 0
      const details = [subject.isMixed ? text.indicator : '', text.kind, text.scope, text.time, ...text.remarks].filter(Boolean)
      return {
        name: spokenName(dataset, key, language),
        text: unitIsSaid(figure, dataset) ? text.full : text.number,
        details: details.join('; ') + (more > 0 ? words.headline.moreKinds(more) : ''),
      }
    })
  })
}

const MOST_OF_PLACE = 2
