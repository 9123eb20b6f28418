import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import { coverageOf } from '../../src/model/rules/coverage.ts'
import { figuresOf } from '../../src/model/rules/figures.ts'
import { resolveRows } from '../../src/model/rules/resolve-rows.ts'
import { stateOf } from '../../src/model/rules/states.ts'
import type { Window } from '../../src/model/rules/time.ts'
import { coverageSql, readCoverages } from '../../src/query/coverage-query.ts'
import { dropSql } from '../../src/query/resolve/load-statements.ts'
import { loadWorld } from '../support/load-world.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { WORLD_INDICATORS, worldArbitrary, worldBook } from '../support/small-worlds.ts'

const WINDOWS: readonly (Window | null)[] = [null, { from: '2024-01-01', to: '2024-06-30' }]

let database: Database
beforeAll(async () => {
  database = await openNodeDatabase()
})
afterAll(() => database.close())

test('states and coverage of the engine are those of the rules, on random small worlds', async () => {
  const book = worldBook()
  let number = 0
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(worldArbitrary, async (observations) => {
      const schema = `ds_c${++number}`
      await loadWorld(database, schema, observations)
      const resolved = resolveRows(observations, book)
      const latest = figuresOf(resolved, book, null, {})
      for (const window of WINDOWS) {
        const figures = window === null ? latest : figuresOf(resolved, book, window, {})
        const answered = readCoverages(await database.query(coverageSql(schema, window)))
        for (const { code } of WORLD_INDICATORS) {
          const states = ['36', '84'].map((place) => {
            const of = (all: typeof figures) =>
              all.filter((figure) => figure.indicator === code && figure.territory.code === place)
            return stateOf({ figures: of(figures), otherTime: of(latest), overdue: false, hasSource: true })
          })
          for (const state of states) seen.add(state)
          expect(answered.get(code)).toEqual(coverageOf(states))
        }
      }
      await database.query(dropSql(schema))
    }),
    { numRuns: 25, seed: 20261122 },
  )
  for (const state of ['value', 'in_words', 'only_parts', 'other_time', 'not_mentioned']) expect(seen).toContain(state)
}, 120_000)
