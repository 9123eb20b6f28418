import type { Bilingual, Language } from '../model/bilingual.ts'
import { codeOf, type Dataset, indicatorOf } from '../model/dataset.ts'
import type { Figure } from '../model/figure.ts'
import { asOfDays } from '../model/rules/as-of-days.ts'
import { isExactNumber } from '../model/rules/build-figure.ts'
import { INDEX_UNIT } from '../model/rules/index-series.ts'
import { type PrintedNumber, printNumber } from '../model/rules/printing.ts'
import { type TerritoryRef, territoryKey } from '../model/territory.ts'
import type { FigureWords } from './figure.vi.ts'
import { printDay } from './print-period.ts'
import { printTimes } from './print-times.ts'

/** A figure in words of one language; every part may stand on a screen by itself. */
export interface FigureText {
  /** `trên 5,28 tỷ`, `8.968`, `99,9%`, `hàng trăm` */
  readonly number: string
  /** `đồng`, `nguồn tin`; empty where the number says it or the unit is a mere item. */
  readonly unit: string
  /** Number and unit. */
  readonly full: string
  /** What bounds the number: `trên`, `gần`, of a change `tăng ít nhất 4%`; empty where nothing does, or there is no number. */
  readonly bound: string
  readonly inWords: boolean
  readonly indicator: string
  /** The breakdown value, or the parts that were added; empty for a total. */
  readonly kind: string
  readonly time: string
  /** `chỉ thị xã Duy Tiên`; empty for the whole province. */
  readonly scope: string
  readonly remarks: readonly string[]
}

/**
 * Prints a figure. Codes that the dataset does not know are printed as they are, never dropped. A picture, its table and the sentence
 * above them print the same figures: each is printed once.
 */
export function printFigure(figure: Figure, dataset: Dataset, words: FigureWords, language: Language): FigureText {
  const known = PRINTED.get(figure)
  if (known && known.dataset === dataset && known.words === words && known.language === language) return known.text
  const text = printAnew(figure, dataset, words, language)
  PRINTED.set(figure, { dataset, words, language, text })
  return text
}

interface Printed {
  readonly dataset: Dataset
  readonly words: FigureWords
  readonly language: Language
  readonly text: FigureText
}

const PRINTED = new WeakMap<Figure, Printed>()

function printAnew(figure: Figure, dataset: Dataset, words: FigureWords, language: Language): FigureText {
  const indicator = indicatorOf(dataset, figure.indicator)
  const { number, unit, counted = unit, lead } = numberAndUnit(figure, dataset, words, language)
  const full = counted === '' ? number : counted.startsWith('/') ? number + counted : `${number} ${counted}`
  return {
    number,
    unit,
    full,
    bound: figure.value === null || isExactNumber(figure) ? '' : (lead ?? full),
    inWords: figure.value === null,
    indicator: indicator?.label[language] ?? figure.indicator,
    kind: printKind(figure, dataset, words, language),
    time: printTimes([figure], dataset, words, language),
    scope: [
      oldUnitsOf(figure, dataset, words, language),
      lowerUnitsOf(figure, words),
      language === 'vi' ? figure.scopeVi : figure.scopeEn,
    ]
      .filter(Boolean)
      .join(': '),
    remarks: remarksOf(figure, words, language),
  }
}

/** Of a figure that only some of the old units of a merged one gave. */
function oldUnitsOf({ merged }: Figure, dataset: Dataset, words: FigureWords, language: Language): string {
  if (!merged || merged.from.length === merged.of) return ''
  return words.oldUnits(namesOf(merged.from, dataset, language), merged.from.length, merged.of)
}

/** Of a figure that only some of the units below its province gave. */
function lowerUnitsOf({ units }: Figure, words: FigureWords): string {
  return units && units.n < units.of ? words.lowerUnits(units.level, units.n, units.of) : ''
}

/** Names of units of either list. */
export function namesOf(units: readonly TerritoryRef[], dataset: Dataset, language: Language): string[] {
  return units.map((unit) => dataset.territories.get(territoryKey(unit))?.name[language] ?? unit.code)
}

/** Label of a code in one language, or the code itself. */
export function labelOf(dataset: Dataset, key: string, value: string, language: Language): string {
  return pick(codeOf(dataset, key, value)?.label, value, language)
}

interface NumberAndUnit {
  readonly number: string
  readonly unit: string
  /** The unit as it stands behind this number, where that is another. */
  readonly counted?: string
  /** The word before the digits; a change in words has none. */
  readonly lead?: string
}

function numberAndUnit(figure: Figure, dataset: Dataset, words: FigureWords, language: Language): NumberAndUnit {
  if (figure.value === null) return { number: wordsOf(figure, dataset, words, language), unit: '' }
  if (isChange(figure) && !figure.approx && (figure.low || figure.high)) return boundedChange(figure, dataset, words, language)
  const printed = printNumber(figure.value, {
    ...figure,
    decimals: decimalsOf(figure, figure.value, dataset),
    language,
    computed: figure.terms.length > 1 || figure.normalised !== undefined || figure.shared !== undefined,
  })
  // "hơn 100" divided by something is no longer what the report printed.
  const lead = (figure.normalised ? '' : words.printedWord(figure.word)) || words.lead(printed.lead)
  const digits = signOf(figure) + (figure.unit === 'percent' ? words.percent(printed.digits) : printed.digits)
  return {
    lead,
    number: [lead, digits, words.scale(printed.scale)].filter(Boolean).join(' '),
    unit: unitText(figure, dataset, words, language),
    ...(isOne(printed) ? { counted: unitText(figure, dataset, words, language, words.singular) } : {}),
  }
}

function isOne({ digits, scale }: PrintedNumber): boolean {
  return scale === 'ones' && /^[-−]?1$/.test(digits)
}

function unitText(
  { unit, normalised }: Figure,
  dataset: Dataset,
  words: FigureWords,
  language: Language,
  inflect = (label: string) => label,
): string {
  if (unit === 'percentage_point') return inflect(words.points)
  const plain = unit === 'item' || unit === 'percent' || unit === INDEX_UNIT ? '' : labelOf(dataset, 'unit', unit, language)
  return unit === 'percent' || !normalised ? inflect(plain) : inflect(plain) + words.per[normalised.by]
}

/** What was divided needs as many decimals as make three digits of it. */
function decimalsOf(figure: Figure, value: number, dataset: Dataset): number {
  const how = figure.computed?.how
  if (how === 'target_share' || how === 'step_share') return decimalsBelowWhole(value)
  if (how === 'percent_change' || how === 'index') return 1
  const isFraction = figure.normalised !== undefined || figure.computed?.how === 'peer_mean'
  const plain = indicatorOf(dataset, figure.indicator)?.decimals ?? 2
  return isFraction ? Math.max(0, 2 - Math.floor(Math.log10(Math.max(Math.abs(value), 0.001)))) : plain
}

/** One, and as many as it takes for a share that is less than the whole not to be printed as 100%. */
function decimalsBelowWhole(value: number): number {
  const decimals = [1, 2, 3, 4]
  return value < 100 ? (decimals.find((count) => Number(value.toFixed(count)) < 100) ?? 1) : 1
}

/**
 * A change that is known on one side only, in words: `tăng ít nhất 4%`; `không tăng quá 4%`, which is true of a fall as well. "Not
 * more than +4%" would be read as a rise.
 */
function boundedChange(figure: Figure, dataset: Dataset, words: FigureWords, language: Language): NumberAndUnit {
  const value = figure.value as number
  const way = value > 0 ? 'up' : value < 0 ? 'down' : 'same'
  // What is at least −5 has fallen by at most 5.
  const size = value < 0 ? { ...figure, low: figure.high, high: figure.low } : figure
  const printed = printNumber(Math.abs(value), {
    ...size,
    decimals: decimalsOf(figure, Math.abs(value), dataset),
    language,
    computed: true,
  })
  const digits = figure.unit === 'percent' ? words.percent(printed.digits) : printed.digits
  const text = [digits, words.scale(printed.scale)].filter(Boolean).join(' ')
  const unit = way === 'same' ? '' : unitText(figure, dataset, words, language)
  const counted = way !== 'same' && isOne(printed) ? unitText(figure, dataset, words, language, words.singular) : unit
  const told = isAgainstPeers(figure) ? words.boundedDistance : words.boundedChange
  return { number: told(way, figure.low ? 'low' : 'high', text), unit, counted }
}

/** Nobody rises over others: it stands above or below them. */
function isAgainstPeers({ computed }: Figure): boolean {
  return (computed?.how === 'difference' || computed?.how === 'percent_change') && computed.against === 'peers'
}

/** A change says which way it goes. */
function signOf(figure: Figure): string {
  return isChange(figure) && (figure.value ?? 0) > 0 ? '+' : ''
}

function isChange({ computed }: Figure): boolean {
  return computed?.how === 'difference' || computed?.how === 'percent_change'
}

/** What stands where there is no number: the source's own words, or why there is none. */
function wordsOf(figure: Figure, dataset: Dataset, words: FigureWords, language: Language): string {
  if (figure.notNormalised) return words.notNormalisedWith(words.notNormalised[figure.notNormalised.reason])
  if (figure.state === 'suppressed') return words.suppressed
  if (figure.terms.length > 1 && figure.magnitudes.length < figure.terms.length) return words.notAdded(figure.terms.length)
  if (figure.magnitudes.length > 0) {
    const named = [...new Set(figure.magnitudes)]
      .map((magnitude) => labelOf(dataset, 'magnitude', String(magnitude), language))
      .join(', ')
    return figure.unit === 'VND' ? words.wordsWithUnit(named, labelOf(dataset, 'unit', 'VND', language)) : named
  }
  return figure.state === 'not_applicable' ? words.notApplicable : words.onlyWords
}

function printKind(figure: Figure, dataset: Dataset, words: FigureWords, language: Language): string {
  const labels = figure.breakdownValues.map((value) => labelOf(dataset, figure.breakdownKey, value, language))
  return labels.length > 1 ? words.sumOf(labels) : (labels[0] ?? '')
}

function remarksOf(figure: Figure, words: FigureWords, language: Language): string[] {
  const remarks: string[] = []
  const { normalised } = figure
  if (normalised?.byDuration) remarks.push(words.byDuration(String(normalised.divisor)))
  if (normalised && !normalised.allUnverified && normalised.denominators.some(({ verified }) => !verified))
    remarks.push(words.unverifiedDenominator)
  if (figure.needsVerification) remarks.push(words.needsVerification)
  if (figure.provisional) remarks.push(words.provisional)
  if (figure.estimated) remarks.push(words.estimated)
  // Of several units the terms are more than the entries of one kind.
  if (figure.sameKeyAdded && (figure.merged?.from.length ?? 1) < 2) remarks.push(words.sameKeyAdded(figure.terms.length))
  // Where the time is told as the first and the last of its days, it has said so.
  if (figure.merged?.oldest && !asOfDays([figure])) remarks.push(words.oldestDate(printDay(figure.merged.oldest, language)))
  if (figure.mismatch) remarks.push(figure.basis === 'ratio' ? words.ratioMismatch : words.mismatch)
  if (figure.finerDiffers) remarks.push(words.finerDiffers)
  if (figure.days !== null && figure.daysOf !== null && figure.days < figure.daysOf)
    remarks.push(words.days(figure.days, figure.daysOf))
  return remarks
}

function pick(label: Bilingual | undefined, fallback: string, language: Language): string {
  return label?.[language] ?? fallback
}
