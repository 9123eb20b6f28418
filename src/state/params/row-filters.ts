import { isCode } from './codes.ts'
import { FORBIDDEN_KEYS } from './filters.ts'
import { wordsForm } from './forms.ts'
import { firstOf, type Pair, type Param } from './param.ts'

type RowFilters = Readonly<Record<string, string>>

/** `r.<column>=<words, codes or a range>` narrows the reported rows by one column; `r.<column>=` lifts such a filter of the default view. */
export const rowFiltersParam: Param<RowFilters> = {
  key: 'r.',
  changesNumbers: false,
  owns: (key) => key.startsWith('r.'),
  read(pairs, fallback, reading) {
    const filters = new Map(Object.entries(fallback))
    for (const key of new Set(pairs.map(([name]) => name))) {
      const own = pairs.filter(([name]) => name === key)
      const [text] = reading.take(key, [firstOf(key, own, reading)])
      const column = key.slice(2)
      if (text === undefined) continue
      if (FORBIDDEN_KEYS.includes(column)) reading.note(key, text, 'forbidden')
      else if (isCode(column)) filters.set(column, wordsForm.read(text)?.value ?? '')
      else reading.note(key, text, 'malformed')
    }
    return withoutBlank(Object.fromEntries(filters))
  },
  write(value, fallback = {}) {
    const [filters, base] = [withoutBlank(value), withoutBlank(fallback)]
    const lifted = Object.keys(base).flatMap((column): Pair[] => (Object.hasOwn(filters, column) ? [] : [[`r.${column}`, '']]))
    const kept = Object.entries(filters)
      .map(([column, text]): Pair => [`r.${column}`, wordsForm.write(text)])
      .filter(([key, text]) => base[key.slice(2)] !== text)
    return [...lifted, ...kept]
  },
}

/** The same filters without those that say nothing: the only form that a link can say. */
export function withoutBlank(filters: RowFilters): RowFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, text]) => text.trim() !== ''))
}
