import { readTime, writeTime } from '../../model/time-choice.ts'
import type { TimeChoice } from '../../model/view.ts'
import { isCode } from './codes.ts'
import type { TextForm } from './param.ts'

export const timeForm: TextForm<TimeChoice> = {
  read(text) {
    const value = readTime(text)
    return value && { value }
  },
  write: writeTime,
}

/** One of a closed set of words. */
export function choiceForm<T extends string>(words: readonly T[]): TextForm<T> {
  return {
    read(text) {
      const value = words.find((word) => word === text)
      return value === undefined ? null : { value }
    },
    write: (value) => value,
  }
}

/** A code. */
export const codeForm: TextForm<string> = matchingForm(isCode)

/** `<size>-<8 hex>` of a file on the reader's own machine: neither its name nor its data. */
export const localFileForm: TextForm<string> = matchingForm((text) => /^(0|[1-9]\d{0,14})-[0-9a-f]{8}$/.test(text))

/** 8 hex digits of a dataset's content hash. */
export const fingerprintForm: TextForm<string> = matchingForm((text) => /^[0-9a-f]{8}$/.test(text))

/** Column id, with `-` before it for descending. */
export const sortForm: TextForm<string> = matchingForm((text) => isCode(text.replace(/^-/, '')))

/** Words that people type, in NFC. Characters that no keyboard makes (control characters, half of a pair) are dropped. */
export const wordsForm: TextForm<string> = {
  read: (text) => ({ value: cleanWords(text) }),
  write: cleanWords,
}

/** Adds "none", written as an empty value. */
export function orNone<T>(form: TextForm<T>): TextForm<T | null> {
  return {
    read: (text) => (text === '' ? { value: null } : form.read(text)),
    write: (value) => (value === null ? '' : form.write(value)),
  }
}

function matchingForm(isOne: (text: string) => boolean): TextForm<string> {
  return { read: (text) => (isOne(text) ? { value: text } : null), write: (value) => value }
}

function cleanWords(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFEFF]/gu, '').normalize('NFC')
}
