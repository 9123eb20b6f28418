import { skipToken, useQuery } from '@tanstack/react-query'
import { keyOf } from '../../model/dataset.ts'
import type { ResultSet } from '../../model/result-set.ts'
import type { Room } from './room.ts'

/** One question of a part of the screen, which waits and fails by itself. */
export interface Asked<T> {
  readonly data: T | undefined
  readonly error: unknown
  retry(): void
}

/** Asks the engine about the dataset of the room; null asks nothing. The SQL text is the key of the cache, whatever `read` is. */
export function useAsked<T>({ workspace, dataset }: Room, sql: string | null, read: (result: ResultSet) => T): Asked<T> {
  const { data, error, refetch } = useQuery({
    queryKey: ['asked', sql],
    queryFn: sql === null ? skipToken : ({ signal }) => workspace.ask(keyOf(dataset), sql, signal),
    select: read,
  })
  return { data, error, retry: () => void refetch() }
}
