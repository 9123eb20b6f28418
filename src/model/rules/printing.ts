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
  const scale = options.unit !== 'VND' ? 'ones' : Math.abs(value) >= 1e9 ? 'billion' : Math.abs(value) >= 1e6 ? 'million' : 'ones'
  const divisor = scale === 'billion' ? 1e9 : scale === 'million' ? 1e6 : 1
  const decimals = scale === 'ones' ? options.decimals : 2
  const computedAbout = options.computed && options.approx
  const scaled = (computedAbout ? toThreeDigits(value) : value) / divisor
  const rounded = computedAbout ? scaled : roundTo(scaled, decimals, options)
  return { lead: leadOf(options), digits: formatNumber(rounded, decimals, options.language), scale }
}

/** All digits of a number, for the grounds: `5.284.000.000`. */
export function allDigits(value: number, language: Language): string {
  return formatNumber(value, 6, language)
}

/** Rule 6: "about" with a bound is "about"; a single figure's own printed word ("gần") goes before this. */
export function leadOf({ low, high, approx }: Bounds): Lead {
  if (approx) return 'about'
  return low ? 'low' : high ? 'high' : 'none'
}

function formatNumber(value: number, decimals: number, language: Language): string {
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: decimals }).format(value)
}

function roundTo(value: number, decimals: number, { low, high }: Bounds): number {
  const factor = 10 ** decimals
  // Binary noise (5.28 × 100 = 527.9999…) must not move a bound by a whole step.
  const steps = Number((value * factor).toPrecision(14))
  return (low ? Math.floor(steps) : high ? Math.ceil(steps) : Math.round(steps)) / factor
}

function toThreeDigits(value: number): number {
  return Number(value.toPrecision(3))
}
