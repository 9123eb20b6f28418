import type { Language } from '../bilingual.ts'
import type { Bounds } from '../figure.ts'

/** How a number is led in: nothing, "more than", "not more than", "about". */
export type Lead = 'none' | 'low' | 'high' | 'about'

export interface PrintedNumber {
  readonly lead: Lead
  readonly digits: string
  readonly scale: 'ones' | 'million' | 'billion'
}

export interface PrintOptions extends Bounds {
  readonly unit: string
  readonly decimals: number
  readonly language: Language
  /** Whether the number was put together from several rows: then "about" means three significant digits. */
  readonly computed: boolean
}

/**
 * Rules 6 and 15: counts in all digits; đồng from a million in million, from a billion in billion, with two decimals at most.
 * A lower bound is rounded down, an upper one up, so that the words stay true.
 */
export function printNumber(value: number, options: PrintOptions): PrintedNumber {
  const computedAbout = options.computed && options.approx
  const base = computedAbout ? toThreeDigits(value) : value
  for (const { scale, divisor } of options.unit === 'VND' && Math.abs(base) >= 1e6 ? MONEY_SCALES : COUNT_SCALES) {
    const decimals = scale === 'ones' ? options.decimals : 2
    const rounded = computedAbout ? base / divisor : roundTo(base / divisor, decimals, options)
    // Decided on the rounded number, so that 999,999,999 is "1 billion" and not "1,000 million".
    if (Math.abs(rounded) >= 1 || scale === 'ones') {
      return { lead: leadOf(options), digits: formatNumber(rounded, decimals, options.language), scale }
    }
  }
  throw new RangeError('no scale')
}

const COUNT_SCALES = [{ scale: 'ones', divisor: 1 }] as const
const MONEY_SCALES = [{ scale: 'billion', divisor: 1e9 }, { scale: 'million', divisor: 1e6 }, ...COUNT_SCALES] as const

/** All digits of a number, for the grounds: `5.284.000.000`; of a fraction six of its decimals (`hasAllDigits`). */
export function allDigits(value: number, language: Language): string {
  return formatNumber(value, MOST_DECIMALS, language)
}

/** Whether `allDigits` leaves nothing of a number out, but for the noise of binary fractions. */
export function hasAllDigits(value: number): boolean {
  return Math.abs(value - Number(value.toFixed(MOST_DECIMALS))) <= 1e-12 * Math.max(1, Math.abs(value))
}

const MOST_DECIMALS = 6

/** Rule 6: "about" with a bound is "about"; a single figure's own printed word ("gần") goes before this. */
export function leadOf({ low, high, approx }: Bounds): Lead {
  if (approx) return 'about'
  return low ? 'low' : high ? 'high' : 'none'
}

function formatNumber(value: number, decimals: number, language: Language): string {
  const name = `${language} ${decimals}`
  const known = FORMATS.get(name)
  if (known) return known.format(value)
  const made = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  })
  FORMATS.set(name, made)
  return made.format(value)
}

/** To make one takes a hundred times as long as to use it. */
const FORMATS = new Map<string, Intl.NumberFormat>()

function roundTo(value: number, decimals: number, { low, high }: Bounds): number {
  const factor = 10 ** decimals
  // Binary noise (5.28 × 100 = 527.9999…) must not move a bound by a whole step.
  const steps = Number((value * factor).toPrecision(14))
  return (low ? Math.floor(steps) : high ? Math.ceil(steps) : Math.round(steps)) / factor
}

function toThreeDigits(value: number): number {
  return Number(value.toPrecision(3))
}
