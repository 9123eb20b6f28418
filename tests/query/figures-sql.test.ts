import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { BreakdownFilter } from '../../src/model/rules/breakdown.ts'
import { figuresOf } from '../../src/model/rules/figures.ts'
import { resolveRows } from '../../src/model/rules/resolve-rows.ts'
import type { Window } from '../../src/model/rules/time.ts'
import { figuresSql } from '../../src/query/figures/figures-sql.ts'
import { readFigures } from '../../src/query/figures/read-figures.ts'
import { dropSql } from '../../src/query/resolve/load-statements.ts'
import { loadWorld } from '../support/load-world.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { worldArbitrary, worldBook } from '../support/small-worlds.ts'

const WORLDS = 30
const QUESTIONS: readonly { window: Window | null; filter: BreakdownFilter }[] = [
  { window: null, filter: {} },
  { window: null, filter: { add: ['x', 'y'] } },
  { window: null, filter: { kind: ['x'] } },
  { window: { from: '2024-01-01', to: '2024-12-31' }, filter: {} },
  { window: { from: '2024-01-01', to: '2024-06-30' }, filter: { add: ['x'] } },
  { window: { from: '2019-01-01', to: null }, filter: {} },
]

let database: Database
beforeAll(async () => {
  database = await openNodeDatabase()
})
afterAll(() => database.close())

test('the SQL of the load and of the figures gives what the rules give, on random small worlds', async () => {
  const seen: Record<string, number> = {}
  const book = worldBook()
  let number = 0
  await fc.assert(
    fc.asyncProperty(worldArbitrary, async (observations) => {
      const schema = `ds_w${++number}`
      await loadWorld(database, schema, observations)
      const resolved = resolveRows(observations, book)
      for (const row of resolved) count(seen, row.leftOut ?? (row.figureScope === '' ? 'own' : 'scoped'))
      for (const { window, filter } of QUESTIONS) {
        const sql = figuresSql({ schema, window, indicators: null, territories: null, filter })
        const answered = readFigures(await database.query(sql))
        const expected = figuresOf(resolved, book, window, filter)
        expect(answered.map(rounded)).toEqual(expected.map(rounded))
        for (const figure of expected) countFigure(seen, figure)
      }
      await database.query(dropSql(schema))
    }),
    { numRuns: WORLDS, seed: 20261122 },
  )
  const wanted = ['own', 'scoped', 'revised', 'other_source', 'inside_own', 'other_period', 'total', 'part', 'parts_sum', 'ratio']
  const states = ['value', 'zero', 'in_words', 'only_parts', 'suppressed', 'not_applicable']
  const marks = ['low', 'high', 'approx', 'mismatch', 'finerDiffers', 'sameKeyAdded', 'partlyCovered', 'wholeWindow']
  for (const name of [...wanted, ...states, ...marks])
    expect(seen[name] ?? 0, `random worlds never reach "${name}"`).toBeGreaterThan(0)
}, 240_000)

function rounded(figure: Figure): Figure {
  return { ...figure, value: figure.value === null ? null : Number(figure.value.toPrecision(12)) }
}

function countFigure(seen: Record<string, number>, figure: Figure): void {
  count(seen, figure.basis)
  count(seen, figure.state)
  for (const mark of ['low', 'high', 'approx', 'mismatch', 'finerDiffers', 'sameKeyAdded'] as const)
    if (figure[mark]) count(seen, mark)
  if (figure.days !== null && figure.daysOf !== null) count(seen, figure.days < figure.daysOf ? 'partlyCovered' : 'wholeWindow')
}

function count(seen: Record<string, number>, name: string): void {
  seen[name] = (seen[name] ?? 0) + 1
}
