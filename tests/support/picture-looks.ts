import type { Language } from '../../src/model/bilingual.ts'

/** How a picture is looked at. */
export interface Look {
  readonly language: Language
  /** In CSS pixels: that of a laptop's card, and of a phone's. */
  readonly width: number
  readonly dark: boolean
}

const WIDE = 1100
const NARROW = 324

/** A golden picture is kept for each. */
export const LOOKS: readonly Look[] = [
  { language: 'vi', width: WIDE, dark: false },
  { language: 'vi', width: WIDE, dark: true },
  { language: 'vi', width: NARROW, dark: false },
  { language: 'vi', width: NARROW, dark: true },
  { language: 'en', width: WIDE, dark: false },
]

/** Of pictures that wrap other words at other places on an English phone too. */
export const ALL_LOOKS: readonly Look[] = [...LOOKS, { language: 'en', width: NARROW, dark: false }]

/** The name of the golden of a picture: `slope-states-1100-dark.vi.svg`. */
export function lookName(picture: string, { language, width, dark }: Look): string {
  return `${picture}-${width}-${dark ? 'dark' : 'light'}.${language}.svg`
}
