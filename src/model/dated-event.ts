import type { Bilingual } from './bilingual.ts'

/** A dated note for the time axis. */
export interface DatedEvent {
  readonly date: string
  readonly label: Bilingual
}
