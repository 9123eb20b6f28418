import type { NoticeReason } from '../../model/notice.ts'

/** A key and its value as they stand in a link, decoded. */
export type Pair = readonly [key: string, value: string]

/** What a parameter needs while it reads: where to say what it ignores, and how many values it may still take. */
export interface Reading {
  note(param: string, value: string, reason: NoticeReason): void
  /** Takes the first of `values` that the limit for the whole link leaves, and says so when some are left out. */
  take(param: string, values: readonly string[]): readonly string[]
}

/** How one field of the View stands in a link. Reader and writer stand side by side, so that they cannot drift apart. */
export interface Param<T> {
  /** The key in the link; of the filters, what their keys begin with. */
  readonly key: string
  /** Whether a change of the field can change a number on screen: such a field is written in every link that is sent. */
  readonly changesNumbers: boolean
  owns(key: string): boolean
  /** Reads from its own pairs, at least one, in the order of the link; what is not there comes from `fallback`. Never throws. */
  read(pairs: readonly Pair[], fallback: T, reading: Reading): T
  /** What a reader with `fallback` needs to arrive at `value`; `fallback` undefined: what any reader needs. */
  write(value: T, fallback: T | undefined): readonly Pair[]
}

/** A text form of a value. `read` gives null for text that is none. */
export interface TextForm<T> {
  read(text: string): { readonly value: T } | null
  write(value: T): string
}

/** A parameter with one key and one value. */
export function single<T>(key: string, form: TextForm<T>, changesNumbers: boolean): Param<T> {
  return {
    key,
    changesNumbers,
    owns: (candidate) => candidate === key,
    read(pairs, fallback, reading) {
      const [text] = reading.take(key, [firstOf(key, pairs, reading)])
      const found = text === undefined ? { value: fallback } : form.read(text)
      if (!found) reading.note(key, text ?? '', 'malformed')
      return found ? found.value : fallback
    },
    write(value, fallback) {
      const text = form.write(value)
      return fallback !== undefined && text === form.write(fallback) ? [] : [[key, text]]
    },
  }
}

/** The first pair's value; that there are others is said once. */
export function firstOf(key: string, pairs: readonly Pair[], reading: Reading): string {
  const [first, second] = pairs
  if (second) reading.note(key, second[1], 'repeated')
  return first?.[1] ?? ''
}
