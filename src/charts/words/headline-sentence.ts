import { type FigureText, printFigure } from '../../locale/print-figure.ts'
import type { Figure } from '../../model/figure.ts'
import type { CoveredSpan } from '../../model/rules/covered-spans.ts'
import { type TerritoryKey, territoryKey } from '../../model/territory.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { listedNames, reportersOf, spokenName } from '../parts/reporters.ts'
import { changeAdvice, changeSentences } from './change-sentence.ts'
import { denseFinding, remarksOfScale, unitIsSaid } from './dense-finding.ts'
import { divisionSentences } from './division-sentence.ts'
import { openingOf } from './opening-of.ts'
import type { SentencePart } from './sentence-part.ts'
import { type SpokenState, type Subject, spokenStates, subjectOf } from './spoken-subject.ts'

export interface HeadlineSentence {
  /** Who gives figures, and which. */
  readonly finding: readonly SentencePart[]
  /** The finding without the figures that a picture beside it shows. Left out where it is the finding. */
  readonly brief?: readonly SentencePart[]
  /** What else has to be said so that the finding is not read as more than it is. */
  readonly caveats: readonly (readonly SentencePart[])[]
  /** The caveats without those figures, where there are such. */
  readonly briefCaveats?: readonly (readonly SentencePart[])[]
  /** What to choose on the screen to be told more; it belongs to nothing that is taken along. */
  readonly advice?: string
  /** The days that the finding is of, fewer than were asked for, where other places have a number of these and more. */
  readonly stretch?: CoveredSpan
}

type Input = Omit<PictureInput, 'width' | 'dark'>

/** The finding of a view from rules: coverage first, then the numbers with definition and time, then who is missing. */
export function headlineSentence(input: Input): HeadlineSentence {
  const { dataset, view, answer, words, language } = input
  const subject = subjectOf(input)
  const places = reportersOf(view, dataset)
  const said = spokenStates(subject, input)
  const ofAllDays = said.filter(({ state }) => state === 'value' || state === 'zero')
  const ofSomeDays = said.filter(({ state }) => state === 'part_of_time')
  const withNumbers = [...ofAllDays, ...ofSomeDays]
  const withWords = said.filter(({ state }) => state === 'in_words' || state === 'only_parts')
  const names = (state: string) =>
    said.filter((place) => place.state === state).map(({ key }) => spokenName(dataset, key, language))
  const { headline } = words
  const dense = denseFinding(
    withNumbers.flatMap(({ figures }) => figures),
    input,
    subject.isMixed,
  )
  const partsOf = ({ key, figures }: SpokenState) => placeParts(key, figures, subject, dense?.time ?? '', input)
  const isOfSomeDays = dense ? dense.isOfSomeDays : ofAllDays.length === 0 && ofSomeDays.length > 0
  const isTold = ({ figures }: SpokenState) => figures.some((figure) => dense?.told.has(figure))
  // Averages of a year share a scale, of however many days they are.
  const isOfUnlikeDays = !isOfSomeDays && ofSomeDays.some(isTold)
  const counted = isOfSomeDays || isOfUnlikeDays ? withNumbers : ofAllDays
  const { opening, stretch } = openingOf({ subject, counted, ofAllDays, ofSomeDays, isOfSomeDays, isOfUnlikeDays, dense }, input)
  // What is told of other days than were asked for comes after how much there is of those.
  const before = dense?.isOfSomeDays ? [`${headline.allDays(ofAllDays.length, places.length)}. `] : []
  const undivided = said.filter(({ state }) => state === 'not_normalised').length
  // Who gives a number that may not be divided as asked has given it.
  const nothing = undivided > 0 ? headline.notAsDivided(undivided, places.length, subject.label) : opening
  const items = counted.map(partsOf)
  const finding: SentencePart[] =
    items.length === 0
      ? [`${nothing}.`]
      : [...before, opening, ...(dense?.parts ?? [headline.colon, ...join(items, headline.join)]), '.']
  const told = dense?.told ?? new Set(counted.flatMap(({ figures }) => figures))
  const caveats: SentencePart[][] = [...changeSentences(input, told, dense?.spoken ?? told), ...divisionSentences(input)]
  const isApart = ({ figures }: SpokenState) => !figures.some((figure) => told.has(figure))
  const hasMoreDays = ({ figures }: SpokenState) => figures.some((figure) => dense?.ofMoreDays.has(figure))
  /** Of few places their figures, of many their names. */
  const named = (all: readonly SpokenState[], lead: string, ofMany: (names: readonly string[]) => string) => {
    if (all.length > MOST_IN_WORDS)
      caveats.push([
        ofMany(
          listedNames(
            all.map(({ key }) => key),
            input,
          ),
        ),
      ])
    else if (all.length > 0) caveats.push([lead, ...join(all.map(partsOf), headline.join), '.'])
  }
  const apart = withNumbers.filter(isApart)
  const inMoreDays = apart.filter(hasMoreDays)
  const others = (all: readonly SpokenState[]) => all.filter((one) => apart.includes(one) && !inMoreDays.includes(one))
  if (isOfSomeDays) named(others(ofSomeDays), headline.otherDays, headline.otherDaysMany)
  else
    named(
      ofSomeDays.filter((one) => !isTold(one)),
      headline.partOfTime,
      headline.partOfTimeMany,
    )
  named(inMoreDays, headline.moreDays, headline.moreDaysMany)
  named(others(ofAllDays), headline.apart, headline.apartMany)
  named(withWords, headline.inWords, headline.inWordsMany)
  if (
    withNumbers.length > 1 &&
    !dense &&
    !sharesScale(
      said.flatMap(({ figures }) => figures),
      input,
    )
  )
    caveats.push([headline.notCompared])
  if (names('other_time').length > 0) caveats.push([headline.otherTime(names('other_time'))])
  const silent = said.filter((place) => place.state === 'not_mentioned')
  const hasOther = ({ key }: SpokenState) => answer.figures.some((f) => f.stands && territoryKey(f.territory) === key)
  const nameOf = ({ key }: SpokenState) => spokenName(dataset, key, language)
  const withOther = view.indicators.length === 0 || subject.isDomain === 'models' ? [] : silent.filter(hasOther)
  if (withOther.length > 0) caveats.push([headline.otherIndicators(withOther.map(nameOf))])
  const mute = silent.filter((place) => !withOther.includes(place))
  if (mute.length > 0) {
    caveats.push([(subject.isDomain === 'models' ? headline.notMentionedTotal : headline.notMentioned)(mute.map(nameOf))])
  }
  for (const line of refusedLines(
    input,
    said.filter(({ state }) => state === 'refused').map(({ key }) => key),
  ))
    caveats.push([line])
  if (dense) caveats.push(...remarksOfScale(dense, input))
  const owing = owingNames(
    said.filter(({ state }) => state === 'not_received').map(({ key }) => key),
    subject,
    input,
  )
  if (owing.length > 0) caveats.push([headline.notReceived(owing)])
  const brief = dense ? dense.brief && [...before, opening, ...dense.brief, '.'] : items.length > 0 ? [`${opening}.`] : null
  const briefCaveats = caveats.filter(([lead]) => lead !== headline.inWords)
  const advice = changeAdvice(input, told)
  return {
    finding,
    caveats,
    ...(brief ? { brief, briefCaveats } : {}),
    ...(advice ? { advice } : {}),
    ...(stretch ? { stretch } : {}),
  }
}

/** Whose reports are missing for these places: of an old unit it may be the one that it is part of now. */
function owingNames(keys: readonly TerritoryKey[], { indicators }: Subject, { answer, dataset, language }: Input): string[] {
  const names = keys.flatMap((key) => {
    const owed = answer.owed.filter(
      (one) => indicators.includes(one.indicator) && (one.units ?? [territoryKey(one.territory)]).includes(key),
    )
    const whose = owed.some(({ territory }) => territoryKey(territory) === key) ? [] : owed
    return whose.length === 0 ? [key] : whose.map(({ territory }) => territoryKey(territory))
  })
  return [...new Set(names)].map((key) => spokenName(dataset, key, language))
}

/** Rule 11: whose figures cannot be shown on this list of provinces; of those for another time, where there are no others. */
function refusedLines({ answer, dataset, words, language }: Input, without: readonly TerritoryKey[]): string[] {
  const nameOf = (key: TerritoryKey) => spokenName(dataset, key, language)
  const now = answer.refused.map(({ unit }) => territoryKey(unit))
  const others = answer.refusedOtherTime.filter(
    ({ unit, parts }) => !now.includes(territoryKey(unit)) && parts.some((key) => without.includes(key)),
  )
  const all = [...answer.refused, ...others].map(({ unit, parts }) => ({ unit: territoryKey(unit), parts }))
  if (all.length > MOST_REFUSALS) {
    const units = all.map(({ unit }) => unit)
    return [words.units.refusedMany(units.length, listedNames(units, { dataset, words, language }))]
  }
  return all.map(({ unit, parts }) => words.units.refused(nameOf(unit), parts.map(nameOf)))
}

/** More than so many are named together. */
const MOST_REFUSALS = 2

/** Of more places only the names are said; their figures stand below. */
const MOST_IN_WORDS = 5

/** The sentence as plain text, for screen readers and copies. */
export function plainSentence(parts: readonly SentencePart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}

const MOST_KINDS = 3

/** What a place gives; a time that was told of all before is not said again. */
function placeParts(
  key: TerritoryKey,
  figures: readonly Figure[],
  { isMixed }: Subject,
  toldTime: string,
  { dataset, words, language }: Input,
): SentencePart[] {
  const shown = figures.slice(0, figures.length > MOST_KINDS + 1 ? MOST_KINDS : figures.length)
  const texts = shown.map((figure) => {
    const text = printFigure(figure, dataset, words.figure, language)
    return text.time === toldTime ? { ...text, time: '' } : text
  })
  const name = spokenName(dataset, key, language)
  const more = figures.length - shown.length
  const { details, lower } = words.headline
  const number = (figure: Figure, text: FigureText) => ({
    figure,
    // Why it is not divided is said once of all.
    text: figure.notNormalised ? words.figure.state.not_normalised : unitIsSaid(figure, dataset) ? text.full : text.number,
  })
  const what = (text: FigureText | undefined) => (isMixed && text ? lower(text.indicator) : '')
  if (shown.length > 1 && texts.every((text) => text.time === texts[0]?.time && text.scope === texts[0]?.scope)) {
    const shared = details([what(texts[0]), texts[0]?.scope ?? '', texts[0]?.time ?? ''].filter(Boolean))
    const kinds = shown.map((figure, at): SentencePart[] => {
      const text = texts[at] as FigureText
      return [text.kind === '' ? '' : `${lower(text.kind)} `, number(figure, text), details(text.remarks)]
    })
    return [`${name}${shared} `, ...join(kinds, ', '), more > 0 ? words.headline.moreKinds(more) : '']
  }
  const parts = shown.map((figure, at): SentencePart[] => {
    const text = texts[at] as FigureText
    const kind = text.kind === '' ? '' : lower(text.kind)
    return [number(figure, text), details([what(text), kind, text.scope, text.time, ...text.remarks].filter(Boolean))]
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
