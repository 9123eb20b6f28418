import type { Pair } from './params/param.ts'

/** Turns the pairs of a link of one schema version into those of the next. */
export type Migration = (pairs: readonly Pair[]) => readonly Pair[]

/** The step at index 0 goes from version 1 to 2, and so on. Steps are added and never changed: old links stay in mails. */
export const MIGRATIONS: readonly Migration[] = []

/** The version that is written. */
export const CURRENT_VERSION = MIGRATIONS.length + 1

/** Brings pairs of `version` (at least 1) to the newest; those of a newer one than known pass unchanged. */
export function migrate(pairs: readonly Pair[], version: number, migrations: readonly Migration[] = MIGRATIONS): readonly Pair[] {
  return migrations.slice(version - 1).reduce((current, step) => step(current), pairs)
}
