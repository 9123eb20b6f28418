import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import { figuresSql } from '../../src/query/figures/figures-sql.ts'
import { readBuckets, readFigures } from '../../src/query/figures/read-figures.ts'
import { dropSql } from '../../src/query/resolve/load-statements.ts'
import { loadWorld } from '../support/load-world.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { worldArbitrary } from '../support/small-worlds.ts'

const BUCKETS = [
  { from: '2024-01-01', to: '2024-03-31' },
  { from: '2024-04-01', to: '2024-06-30' },
  { from: '2024-01-01', to: '2024-12-31' },
  { from: null, to: '2023-12-31' },
]

let database: Database
beforeAll(async () => {
  database = await openNodeDatabase()
})
afterAll(() => database.close())

test('several windows at once are answered as each of them alone, on random small worlds', async () => {
  let number = 0
  let figures = 0
  await fc.assert(
    fc.asyncProperty(worldArbitrary, async (observations) => {
      const schema = `ds_b${++number}`
      await loadWorld(database, schema, observations)
      const question = { schema, window: null, indicators: null, territories: null, filter: {} }
      const together = await database.query(figuresSql({ ...question, buckets: BUCKETS }))
      const all = readFigures(together)
      const buckets = readBuckets(together)
      for (const [at, window] of BUCKETS.entries()) {
        const alone = readFigures(await database.query(figuresSql({ ...question, window })))
        expect(all.filter((_, index) => buckets[index] === at)).toEqual(alone)
        figures += alone.length
      }
      await database.query(dropSql(schema))
    }),
    { numRuns: 6, seed: 20261122 },
  )
  expect(figures).toBeGreaterThan(50)
}, 120_000)
