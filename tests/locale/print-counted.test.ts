import { describe, expect, test } from 'vitest'
import { printCounted } from '../../src/locale/print-counted.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Language } from '../../src/model/bilingual.ts'
import { smallDataset } from '../support/small-dataset.ts'

const print = (value: number, unit: string, language: Language) =>
  printCounted(value, unit, { dataset: smallDataset, language, words: wordsOf(language) })

describe('a counted number', () => {
  test('has the unit of one thing in English', () => {
    expect(print(1, 'tip', 'en')).toBe('1 tip')
    expect(print(52, 'tip', 'en')).toBe('52 tips')
  })
  test('has one form in Vietnamese', () => {
    expect(print(1, 'tip', 'vi')).toBe('1 nguồn tin')
    expect(print(8968, 'tip', 'vi')).toBe('8.968 nguồn tin')
  })
  test('of a rate or of things without a name has none', () => {
    expect(print(98.5, 'percent', 'vi')).toBe('98,5%')
    expect(print(3, 'item', 'en')).toBe('3')
  })
})
