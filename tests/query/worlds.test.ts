import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import { dropSql } from '../../src/query/resolve/load-statements.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { TrapCounter } from '../support/rules-reference/traps.ts'
import { askBatch } from '../support/worlds/ask-batch.ts'
import { type Batch, batches } from '../support/worlds/batch.ts'
import { loadBatch } from '../support/worlds/load-batch.ts'
import { told } from '../support/worlds/smallest-world.ts'

/** `WORLDS=5000 npx vitest run --project node tests/query/worlds.test.ts` for a longer run, `SEED` for another, `TRAPS=1` for the counts. */
const WORLDS = Number(process.env.WORLDS ?? 300)
const SEED = Number(process.env.SEED ?? 20250701)
const PER_LOAD = 20
const QUESTIONS = 6

let database: Database
beforeAll(async () => {
  database = await openNodeDatabase()
})
afterAll(() => database.close())

test(`in ${WORLDS} random worlds the engine says what the rules say, and every rule comes up`, async () => {
  const traps = new TrapCounter()
  let loads = 0
  await fc.assert(
    fc.asyncProperty(batches(PER_LOAD, QUESTIONS), async (batch) => {
      const schema = `ds_b${++loads}`
      const loaded = await loadBatch(database, schema, batch.worlds, batch.options)
      const found = await askBatch(database, loaded, batch.asking, traps.hit)
      await database.query(dropSql(schema))
      if (found) throw new Error(await told(database, batch, found, SEED))
    }),
    // A batch is made smaller by leaving out rows of its one world, not by what made it.
    { numRuns: Math.ceil(WORLDS / PER_LOAD), seed: SEED, endOnFailure: true, reporter: rethrow },
  )
  if (process.env.TRAPS) console.table(Object.fromEntries(traps.counts))
  expect(traps.missed()).toEqual([])
}, 3_600_000)

test('the reference takes nothing of the product but types', () => {
  const folder = join(import.meta.dirname, '../support/rules-reference')
  const imports = readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/^import [^']*from '(.+)'$/gm)].map(([line, from = '']) => ({
      line,
      from,
    })),
  )
  expect(imports.some(({ from }) => from.includes('/src/'))).toBe(true)
  expect(imports.filter(({ line, from }) => !from.startsWith('./') && !line.startsWith('import type '))).toEqual([])
})

/** The smallest world says what is wrong; the whole batch would be hundreds of rows. */
function rethrow(run: fc.RunDetails<[Batch]>): void {
  if (run.failed) throw run.errorInstance
}
