import { type FigureText, labelOf, printFigure } from '../../locale/print-figure.ts'
import { type Dataset, indicatorOf } from '../../model/dataset.ts'
import type { Figure, State } from '../../model/figure.ts'
import type { Indicator } from '../../model/indicator.ts'
import type { ComparisonGroup } from '../../model/rules/comparability.ts'
import { totalOf } from '../../model/rules/comparability.ts'
import { type StepShare, stepShare } from '../../model/rules/step-share.ts'
import { type TerritoryKey, territoryKey } from '../../model/territory.ts'
import type { View } from '../../model/view.ts'
import { ofIndicators, stateFor } from '../../query/place-state.ts'
import { indicatorsOf } from '../../query/view-query.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { reporterName, reportersOf } from '../parts/reporters.ts'

/** One step in the life of what is counted: the numbers of the places that compare, and what is known beside them. */
export interface Step {
  readonly code: string
  /** Its place among the steps, from 1. */
  readonly nth: number
  readonly label: string
  readonly domain: string
  /** The indicator, with the kind that the view narrows it to. */
  readonly title: string
  /** Its first sentence: what follows speaks of single places, and stands with the grounds. */
  readonly definition: string
  /** The sum of its places, or the number of the only one; null where nothing may be added. */
  readonly figure: Figure | null
  readonly text: FigureText | null
  readonly unit: string
  /** The only place that has a number; else empty. */
  readonly place: string
  readonly isFlow: boolean
  /** Numbers and words that are not in the sum, for another time, definition or part of a place, or in doubt, one a line. */
  readonly beside: readonly { readonly text: string; readonly figure: Figure }[]
  /** Of how many places it is said that there is none: not applicable, or withheld. */
  readonly withheld: number
  /** Every place of the view in the official order, and whether it is in the number, has another figure beside it, or none. */
  readonly places: readonly StepPlace[]
  /** How many places have the number, and of how many. */
  readonly n: number
  readonly of: number
  readonly before: Before | null
}

export interface StepPlace {
  readonly key: TerritoryKey
  readonly name: string
  readonly has: 'number' | 'beside' | 'none'
  /** In words. */
  readonly state: string
}

/** The step that another is a share of. */
export interface Before extends StepShare {
  readonly label: string
  readonly unit: string
  readonly text: string
}

/** The steps of a view, in the package's order, that have a figure; `without` are those that it knows no figure of. */
export interface Steps {
  readonly steps: readonly Step[]
  readonly without: readonly string[]
}

/** Codes of the key `step` name the indicators that count the steps; their order is that of the life. */
export function stepIndicators(view: View, dataset: Dataset): Indicator[] {
  const asked = indicatorsOf(view, dataset)
  return stepCodes(dataset)
    .filter(({ value }) => asked.includes(value))
    .flatMap(({ value }) => indicatorOf(dataset, value) ?? [])
}

export function stepsOf(input: PictureInput): Steps {
  const { answer, dataset, view, language } = input
  const found = stepIndicators(view, dataset)
  const known = found.filter(({ code }) => answer.figures.some((figure) => figure.stands && figure.indicator === code))
  const scales = new Map(known.map((indicator) => [indicator.code, scaleOf(indicator.code, input)]))
  const unitOf = (indicator: Indicator) =>
    labelOf(dataset, 'unit', scales.get(indicator.code)?.[0]?.unit ?? indicator.unit, language)
  const steps = known.map((indicator, at): Step => {
    const scale = scales.get(indicator.code) ?? []
    const before = scale.length === 0 ? null : beforeOf(indicator, known.slice(0, at), scales)
    const share = before && stepShareOf(indicator, before, scales)
    return {
      ...stepOf(indicator, scale, input),
      ...{ nth: at + 1, unit: unitOf(indicator) },
      before: share && {
        ...share,
        label: stepLabel(before.code, dataset, language),
        unit: unitOf(before),
        text: share.share ? printFigure(share.share, dataset, input.words.figure, language).number : '',
      },
    }
  })
  const isWhole = view.indicators.some((code) => code.startsWith('dom-'))
  const missing = stepCodes(dataset).filter(({ value }) => !known.some(({ code }) => code === value))
  const asked = indicatorsOf(view, dataset)
  return {
    steps,
    without: missing.filter(({ value }) => isWhole || asked.includes(value)).map(({ label }) => label[language]),
  }
}

function stepCodes(dataset: Dataset) {
  return dataset.codes.filter(({ key }) => key === 'step').sort((a, b) => a.order - b.order)
}

export function stepLabel(code: string, dataset: Dataset, language: PictureInput['language']): string {
  return labelOf(dataset, 'step', code, language)
}

/** The indicator that contains this one, where that is a step; else the last step with numbers before it that counts in the same unit. */
function beforeOf(indicator: Indicator, earlier: readonly Indicator[], scales: ReadonlyMap<string, readonly Figure[]>) {
  const whole = earlier.find(({ code }) => code === indicator.partOf)
  const unitOf = ({ code, unit }: Indicator) => scales.get(code)?.[0]?.unit ?? unit
  const told = earlier.filter(({ code }) => (scales.get(code)?.length ?? 0) > 0)
  const alike = told.filter((one) => unitOf(one) === unitOf(indicator) && one.aggregation === 'last')
  return whole ?? alike.at(-1) ?? told.at(-1) ?? null
}

function stepShareOf(now: Indicator, before: Indicator, scales: ReadonlyMap<string, readonly Figure[]>): StepShare {
  const of = ({ code, aggregation }: Indicator) => ({ figures: scales.get(code) ?? [], aggregation })
  return stepShare(of(now), of(before))
}

/**
 * The numbers of a step that rule 7 lets add: those of the largest group, of two equal ones of the latest time; where no two compare,
 * the only number that there is.
 */
function scaleOf(code: string, { answer }: PictureInput): readonly Figure[] {
  const groups = answer.comparability.groups.filter(
    ({ composition, scale }) => !composition && scale.length > 1 && scale[0]?.indicator === code,
  )
  const end = ({ scale }: ComparisonGroup) => scale[0]?.period.end ?? ''
  const [best] = [...groups].sort((a, b) => b.scale.length - a.scale.length || (end(a) < end(b) ? 1 : -1))
  if (best) return best.scale
  const numbers = answer.figures.filter((figure) => figure.stands && figure.indicator === code && counts(figure))
  return numbers.length === 1 ? numbers : []
}

/** Whether a figure is a number of its whole place that is in no doubt. */
function counts({ value, scope, state, needsVerification }: Figure): boolean {
  return value !== null && scope === '' && state !== 'only_parts' && !needsVerification
}

function firstSentence(text: string): string {
  return /^.*?\.(?=\s+\p{Lu})/u.exec(text)?.[0] ?? text
}

function isWithheld({ state }: Figure): boolean {
  return state === 'not_applicable' || state === 'suppressed'
}

function stepOf(indicator: Indicator, scale: readonly Figure[], input: PictureInput) {
  const { answer, dataset, view, words, language } = input
  const { code, aggregation } = indicator
  const [first] = scale
  const group = answer.comparability.groups.find((one) => one.scale === scale)
  const figure = group ? totalOf(group, aggregation) : (first ?? null)
  const print = (one: Figure) => printFigure(one, dataset, words.figure, language)
  const nameOf = (one: Figure) => reporterName(dataset, territoryKey(one.territory), language)
  const rest = answer.figures.filter((one) => one.stands && one.indicator === code && !scale.includes(one))
  const others = rest.filter((one) => !isWithheld(one))
  const kind = first?.basis === 'part' ? print(first).kind : ''
  return {
    code,
    label: stepLabel(code, dataset, language),
    domain: indicator.domain,
    title: [indicator.label[language], kind].filter(Boolean).join(': '),
    definition: firstSentence(indicator.definition[language]),
    figure,
    text: figure && print(figure),
    place: scale.length === 1 && first ? nameOf(first) : '',
    isFlow: aggregation === 'sum',
    beside: others.map((one) => {
      const { full, scope, time } = print(one)
      return { text: `${nameOf(one)}: ${[full, scope, time].filter(Boolean).join(', ')}`, figure: one }
    }),
    withheld: new Set(rest.filter(isWithheld).map(({ territory }) => territoryKey(territory))).size,
    places: placesOf(code, scale, input),
    n: scale.length,
    of: reportersOf(view, dataset).length,
  }
}

/** States of a place that has something to say of a step, though it is not in its number. */
const BESIDE: readonly State[] = ['value', 'zero', 'part_of_time', 'in_words', 'only_parts']

/** In the order of their official numbers, so that a place stands where it stood in the step before. */
function placesOf(code: string, scale: readonly Figure[], { answer, dataset, view, words, language }: PictureInput): StepPlace[] {
  const ofCode = ofIndicators([code])
  const inNumber = new Set(scale.map(({ territory }) => territoryKey(territory)))
  return [...reportersOf(view, dataset)].sort().map((key): StepPlace => {
    const state = stateFor(key, answer, ofCode)
    const isBeside = BESIDE.includes(state)
    const has = inNumber.has(key) ? 'number' : isBeside ? 'beside' : 'none'
    const isNotAdded = has === 'beside' && (state === 'value' || state === 'zero')
    return {
      ...{ key, has, name: reporterName(dataset, key, language) },
      state: isNotAdded ? words.models.stepNotAdded : words.figure.state[state],
    }
  })
}
