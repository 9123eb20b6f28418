import type { Language } from '../model/bilingual.ts'
import type { Dataset } from '../model/dataset.ts'
import { allDigits } from '../model/rules/printing.ts'
import { labelOf } from './print-figure.ts'
import type { Words } from './words.ts'

/** A number with all its digits and the code of its unit in words: `52 mô hình`, `1 model`; of things without a unit of their own the digits alone. */
export function printCounted(
  value: number,
  unit: string,
  { dataset, language, words }: { readonly dataset: Dataset; readonly language: Language; readonly words: Words },
): string {
  const digits = allDigits(value, language)
  if (unit === 'percent') return words.figure.percent(digits)
  if (unit === 'item') return digits
  const label = labelOf(dataset, 'unit', unit, language)
  return `${digits} ${Math.abs(value) === 1 ? words.figure.singular(label) : label}`
}
