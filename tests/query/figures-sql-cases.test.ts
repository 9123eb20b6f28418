import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { Observation } from '../../src/model/observation.ts'
import { figuresOf } from '../../src/model/rules/figures.ts'
import { resolveRows } from '../../src/model/rules/resolve-rows.ts'
import type { Window } from '../../src/model/rules/time.ts'
import { figuresSql } from '../../src/query/figures/figures-sql.ts'
import { readFigures } from '../../src/query/figures/read-figures.ts'
import { dropSql } from '../../src/query/resolve/load-statements.ts'
import { loadWorld } from '../support/load-world.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import {
  DEPARTMENT,
  dated,
  FIRST_HALF,
  NOT_APPLICABLE,
  observations,
  SECOND_HALF,
  SUPPRESSED,
  YEAR,
} from '../support/observation.ts'
import { worldBook } from '../support/small-worlds.ts'

let database: Database
let schemas = 0
beforeAll(async () => {
  database = await openNodeDatabase()
})
afterAll(() => database.close())

const flow = (partial: Partial<Observation>) => ({ indicator: 'flow', ...partial })
const part = (breakdownValue: string, partial: Partial<Observation>) => flow({ breakdownKey: 'add', breakdownValue, ...partial })
const counts = (top: string, bottom: string, of: Partial<Observation>) => [
  { indicator: top, ...of, value: 1 },
  { indicator: bottom, ...of, value: 4 },
]

/** Rows, and what the one figure of the first indicator says in a window of 2024; each once broke a rule. */
const CASES: readonly [string, readonly Partial<Observation>[], Partial<Figure>][] = [
  [
    'an addition by another source stays out',
    [flow({ sourceId: 'B', value: 100 }), flow({ ...DEPARTMENT, value: 5 })],
    { value: 100, terms: [0] },
  ],
  ['withheld beside not applicable is withheld', [flow(SUPPRESSED), flow(NOT_APPLICABLE)], { value: null, state: 'suppressed' }],
  [
    'own rows of two units are one key',
    [flow({ value: 3 }), flow({ value: 2, unitName: 'Công an các đơn vị' })],
    { value: 5, sameKeyAdded: true },
  ],
  [
    'halves that their year does not make are flagged',
    [flow({ ...FIRST_HALF, value: 70 }), flow({ ...SECOND_HALF, value: 50 }), flow({ value: 130 })],
    { value: 120, finerDiffers: true },
  ],
  [
    'halves that their year makes are not',
    [flow({ ...FIRST_HALF, value: 70 }), flow({ ...SECOND_HALF, value: 60 }), flow({ value: 130 })],
    { value: 130, finerDiffers: false },
  ],
  ['parts of different periods are not added', [part('x', FIRST_HALF), part('y', {})], { value: null, terms: [0, 1] }],
  [
    'parts that cover the window in other steps are',
    [part('x', FIRST_HALF), part('x', SECOND_HALF), part('y', {})],
    { value: 30 },
  ],
]

describe('the SQL says what the rules say', () => {
  test.each(CASES)('%s', async (_, rows, said) => {
    const { answered, expected } = await ask(rows, YEAR, ['flow'])
    expect(answered).toEqual(expected)
    expect(answered.filter((figure) => figure.stands)).toMatchObject([said])
  })

  test('a ratio asked for by itself is recomputed from counts that nobody asked for', async () => {
    const printed = { indicator: 'share', unit: 'percent', value: 30 }
    const { answered, expected } = await ask([...counts('top', 'bottom', {}), printed], null, ['share'])
    expect(answered).toEqual(expected)
    expect(answered).toMatchObject([{ indicator: 'share', basis: 'ratio', value: 25, mismatch: true }])
  })

  const atYearEnd = (more: Partial<Observation>) => ({ ...dated(null, '2024-12-31'), ...more })
  const ofB = { sourceId: 'B', ...dated('2024-07-01', '2024-12-31') }

  test.each([null, YEAR])('stocks of one day divide, whoever reports them since when: in %j', async (window) => {
    const rows = [
      atYearEnd({ indicator: 'top', value: 1 }),
      { indicator: 'bottom', value: 4, ...ofB },
      { indicator: 'share', unit: 'percent', value: 30, ...dated('2024-01-01', '2024-12-31') },
    ]
    const { answered, expected } = await ask(rows, window, ['share'])
    expect(answered).toEqual(expected)
    expect(answered).toMatchObject([{ basis: 'ratio', value: 25, mismatch: true, terms: [0, 1] }])
  })

  test.each([null, YEAR])(
    'a stock differs from its parts of that day in another source, and of no other day: in %j',
    async (window) => {
      const total = atYearEnd({ indicator: 'stock', value: 12 })
      const parts = (day: string) =>
        ['x', 'y'].map((breakdownValue) => ({
          ...{ indicator: 'stock', breakdownKey: 'add', breakdownValue, value: 5, sourceId: 'B' },
          ...dated(null, day),
        }))
      for (const [day, mismatch] of [
        ['2024-12-31', true],
        ['2024-12-30', false],
      ] as const) {
        const { answered, expected } = await ask([total, ...parts(day)], window, ['stock'])
        expect(answered).toEqual(expected)
        expect(answered.filter(({ stands }) => stands)).toMatchObject([{ basis: 'total', value: 12, mismatch }])
      }
    },
  )

  test('a ratio of flows in a window is that of their sums, printed or not', async () => {
    const rows = [
      ...counts('won', 'tried', FIRST_HALF),
      ...counts('won', 'tried', SECOND_HALF),
      { indicator: 'rate', unit: 'percent', ...SECOND_HALF },
    ]
    for (const asked of [rows, rows.slice(0, -1)]) {
      const { answered, expected } = await ask(asked, YEAR, ['rate'])
      expect(answered).toEqual(expected)
      expect(answered).toMatchObject([{ basis: 'ratio', value: 25, unit: 'percent', days: 366, terms: [0, 1, 2, 3] }])
    }
  })

  test('six years of months of two calendars, of which each bridges two of the other, make one figure', async () => {
    const day = (month: number, date: number) => new Date(Date.UTC(2019, month, date)).toISOString().slice(0, 10)
    const months = Array.from({ length: 72 }, (_, at) => at)
    const rows = [
      ...months.filter((at) => at % 7 !== 3).map((at) => flow({ ...dated(day(at, 1), day(at + 1, 0)), value: at })),
      ...months.filter((at) => at % 5 !== 2).map((at) => flow({ ...dated(day(at, 15), day(at + 1, 14)), value: 1000 + at })),
    ]
    const { answered, expected } = await ask(rows, { from: null, to: null }, ['flow'])
    expect(answered).toEqual(expected)
    expect(answered[0]?.terms.some((row) => row < 62)).toBe(true)
    expect(answered[0]?.terms.some((row) => row >= 62)).toBe(true)
  })

  test('a printed figure that never combines is compared by its own period', async () => {
    const rows = [
      { indicator: 'printed', ...FIRST_HALF },
      { indicator: 'printed', provinceCode: '84', ...dated('2024-01-01', '2024-12-31') },
    ]
    const { answered, expected } = await ask(rows, YEAR, ['printed'])
    expect(answered).toEqual(expected)
    expect(new Set(answered.map((figure) => figure.comparisonKey)).size).toBe(2)
  })
})

/** The same question to the engine and to the rules. */
async function ask(rows: readonly Partial<Observation>[], window: Window | null, indicators: readonly string[]) {
  const schema = `ds_case${++schemas}`
  const typed = observations(rows)
  await loadWorld(database, schema, typed)
  const answered = readFigures(await database.query(figuresSql({ schema, window, indicators, territories: null, filter: {} })))
  await database.query(dropSql(schema))
  const expected = figuresOf(resolveRows(typed, worldBook()), worldBook(), window, {}).filter((figure) =>
    indicators.includes(figure.indicator),
  )
  return { answered, expected }
}
