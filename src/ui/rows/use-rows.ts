import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { keyOf } from '../../model/dataset.ts'
import { type FullRow, readFullRows, readRowNumbers, rowNumbersSql, rowsByNumberSql } from '../../query/rows-query.ts'
import type { Room } from '../answer/room.ts'

/** So many rows are fetched at once. */
const PAGE = 100

/** Rows of a view, of which only those are fetched that somebody looks at. */
export interface Rows {
  /** Numbers of the rows in the order of the view; undefined before the first answer. */
  readonly numbers: readonly number[] | undefined
  /** Whether the numbers are those of the view before, while its own are looked for. */
  readonly waiting: boolean
  readonly error: unknown
  /** The row at a place in that order; undefined until it is fetched. */
  at(index: number): FullRow | undefined
  /** Says which places are looked at. */
  look(from: number, to: number): void
  retry(): void
}

/** Asks for the order of the rows first, then for the pages that are looked at. */
export function useRows({ view, dataset, workspace }: Room): Rows {
  const client = useQueryClient()
  const [seen, setSeen] = useState({ from: 0, to: 0 })
  const sql = rowNumbersSql(view, dataset)
  const page = useCallback(
    (numbers: readonly number[], nth: number) => {
      const text = rowsByNumberSql(dataset, numbers.slice(nth * PAGE, (nth + 1) * PAGE))
      return {
        queryKey: ['rows', text],
        queryFn: async ({ signal }: { readonly signal?: AbortSignal }) =>
          readFullRows(await workspace.ask(keyOf(dataset), text, signal)),
      }
    },
    [dataset, workspace],
  )
  const order = useQuery({
    queryKey: ['row-numbers', sql],
    queryFn: async ({ signal }) => {
      const numbers = readRowNumbers(await workspace.ask(keyOf(dataset), sql, signal))
      // With the first page at hand the rows before are replaced by rows, not by blanks.
      const first = page(numbers, 0)
      if (numbers.length > 0) client.setQueryData(first.queryKey, await first.queryFn({ signal }))
      return numbers
    },
    // Each may hold millions of numbers.
    gcTime: 30_000,
  })
  const current = order.data
  const [kept, keep] = useState({ numbers: current, key: keyOf(dataset) })
  if (current && current !== kept.numbers) keep({ numbers: current, key: keyOf(dataset) })
  const numbers = current ?? (kept.key === keyOf(dataset) ? kept.numbers : undefined)
  const nths = useMemo(() => {
    const last = Math.min(seen.to, Math.max(0, (numbers?.length ?? 0) - 1))
    const first = Math.floor(Math.min(seen.from, last) / PAGE)
    return numbers?.length ? Array.from({ length: Math.floor(last / PAGE) - first + 1 }, (_, at) => first + at) : []
  }, [numbers, seen])
  const pages = useQueries({ queries: numbers ? nths.map((nth) => page(numbers, nth)) : [] })
  return {
    numbers,
    waiting: order.isFetching,
    error: order.error ?? pages.find(({ error }) => error)?.error ?? null,
    at: (index) => pages[nths.indexOf(Math.floor(index / PAGE))]?.data?.get(numbers?.[index] ?? -1),
    look: useCallback((from, to) => setSeen((old) => (old.from === from && old.to === to ? old : { from, to })), []),
    retry: () => void Promise.all([order, ...pages].filter(({ error }) => error).map(({ refetch }) => refetch())),
  }
}
