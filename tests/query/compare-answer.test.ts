import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeText } from '../../src/charts/words/change-text.ts'
import type { Database } from '../../src/data/database.ts'
import { printFigure } from '../../src/locale/print-figure.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Denominator } from '../../src/model/denominator.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { PeerGroup } from '../../src/model/peer-group.ts'
import type { Target } from '../../src/model/target.ts'
import { type TerritoryKey, type TerritorySet, territoryKey } from '../../src/model/territory.ts'
import { readTime } from '../../src/model/time-choice.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { narrowAnswer } from '../../src/query/narrow-answer.ts'
import { ofIndicators } from '../../src/query/place-state.ts'
import { dropSql } from '../../src/query/resolve/load-statements.ts'
import { type Answer, readAnswer } from '../../src/query/view-answer.ts'
import { viewQuery, viewSql } from '../../src/query/view-query.ts'
import { communes, people } from '../support/denominators.ts'
import { loadWorld } from '../support/load-world.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { AT_MOST_40, dated, HUNDREDS, OVER_100, observations, UNDATED, YOUTH_UNION } from '../support/observation.ts'
import { worldMeta } from '../support/small-worlds.ts'
import { bothLists } from '../support/units.ts'

let database: Database
let schemas = 0
beforeAll(async () => {
  database = await openNodeDatabase()
})
afterAll(() => database.close())

type Row = Partial<Observation>
/** The world of both lists with what a case brings beside its rows. */
type World = Partial<Pick<Dataset, 'denominators' | 'groups' | 'targets' | 'calendar' | 'latestDay'>>

const NINH_BINH = ['63:35', '63:36', '63:37']
/** A flow of one place: `flowOf('63:36', 2024, 10)`. */
function flowOf(by: string, year: number, value: number | null, more: Row = {}): Row {
  const [territorySet = '', provinceCode = ''] = by.split(':')
  const where = { territorySet: territorySet as TerritorySet, provinceCode }
  return { indicator: 'flow', ...where, ...dated(`${year}-01-01`, `${year}-12-31`), value, ...more }
}

interface Asked {
  readonly answer: Answer
  readonly dataset: Dataset
  /** How each standing figure is told: `63:36 10 tip/year`. */
  readonly told: readonly string[]
  /** How each standing figure stands to what it is compared with. */
  readonly compared: readonly string[]
}

async function ask(rows: readonly Row[], time: string, view: Partial<View>, world: World = {}): Promise<Asked> {
  const schema = `ds_compare${++schemas}`
  const typed = observations(rows)
  const places = [...new Set(typed.map((row): TerritoryKey => `${row.territorySet}:${row.provinceCode}`))].sort()
  const more = {
    ...{
      territories: bothLists(),
      territorySets: [...new Set(typed.map(({ territorySet }) => territorySet))],
      reporters: places,
    },
    ...world,
  }
  await loadWorld(database, schema, typed, more.calendar, more)
  const known = { years: [2023, 2024], latestDay: world.latestDay ?? '2024-12-31', rhythms: [], seams: [] }
  const dataset: Dataset = { ...worldMeta(schema), ...more, ...known }
  const indicators = [...new Set(typed.map(({ indicator }) => indicator))]
  const choice = readTime(time)
  if (!choice) throw new Error(`no such time: ${time}`)
  const asked: View = { ...EMPTY_VIEW, dataset: 'world', units: '63', indicators, time: choice, ...view }
  const answer = readAnswer(await database.query(viewSql(viewQuery(asked, dataset))), dataset, asked)
  await database.query(dropSql(schema))
  const words = wordsOf('en')
  const standing = answer.figures.filter(({ stands }) => stands)
  const full = (figure: Figure) => printFigure(figure, dataset, words.figure, 'en').full.replace(' en', '')
  const name = (figure: Figure) => territoryKey(figure.territory)
  return {
    answer,
    dataset,
    told: standing.map((figure) => `${name(figure)} ${full(figure)}`),
    compared: standing.map((figure) => `${name(figure)} ${changeText(figure, { answer, dataset, words, language: 'en' })}`),
  }
}

const YEAR = { normalisation: 'year' } as const
const PER_100K = { normalisation: 'per100k' } as const
const YOY = { comparison: 'yoy' } as const

describe('rule 12: per year', () => {
  test('a leap year is one year, and half of one is told at twice its number', async () => {
    expect((await ask([flowOf('63:36', 2024, 366)], '2024', YEAR)).told).toEqual(['63:36 366 tip/year'])
    const half = flowOf('63:36', 2024, 100, dated('2024-01-01', '2024-06-30'))
    expect((await ask([half], 'report', YEAR)).told).toEqual(['63:36 200 tip/year'])
  })

  test('five years of which one day is unknown are about a fifth each', async () => {
    const { told, answer } = await ask(
      [{ ...flowOf('63:36', 0, 8968), ...dated('2017-01-01', null), durationStated: 'P5Y' }],
      'report',
      YEAR,
    )
    expect(told).toEqual(['63:36 about 1,790 tip/year'])
    expect(answer.figures[0]?.normalised?.byDuration).toBe(true)
  })

  test('months that miss one count their days, and the year is not theirs', async () => {
    const months = [0, 1, 3, 4].map((month) => {
      const day = (at: number, date: number) => new Date(Date.UTC(2024, at, date)).toISOString().slice(0, 10)
      return flowOf('63:36', 2024, 121, dated(day(month, 1), day(month + 1, 0)))
    })
    const [figure] = (await ask(months, '2024', YEAR)).answer.figures
    expect(figure).toMatchObject({ days: 121, daysOf: 366 })
    expect(figure?.value).toBeCloseTo((484 * 365.2425) / 121, 9)
  })

  test('a stock, a share and a number without a time are refused', async () => {
    const rows = [{ indicator: 'stock' }, { indicator: 'share', unit: 'percent' }, { ...flowOf('63:36', 0, 1), ...UNDATED }]
    const { answer } = await ask(rows, 'report', YEAR)
    expect(answer.figures.map(({ indicator, value, notNormalised }) => [indicator, value, notNormalised?.reason])).toEqual([
      ['flow', null, 'no_duration'],
      ['share', null, 'ratio'],
      ['stock', null, 'stock'],
    ])
  })

  test('years of two lengths share a scale, a stated duration does not', async () => {
    const rows = [
      flowOf('63:36', 2024, 10),
      flowOf('63:37', 2023, 24, dated('2023-01-01', '2024-12-31')),
      { ...flowOf('63:35', 0, 50), ...dated('2017-01-01', null), durationStated: 'P5Y' },
    ]
    const { answer } = await ask(rows, 'report', YEAR)
    expect(answer.comparability.groups.map(({ scale }) => scale.map(({ value }) => value)).sort()).toEqual([[], [10, 12]])
  })
})

describe('rule 12: per 100,000 people', () => {
  const denominators: Denominator[] = [
    people('63:35', 2024, 1_000_000),
    people('63:36', 2024, 2_000_000),
    people('63:37', 2024, 1_000_000, { verified: false }),
    people('34:37', 2025, 4_400_000, { basis: 'resolution_202' }),
  ]

  test('of two old units in three, divided by the people of these two', async () => {
    const rows = [flowOf('63:35', 2024, 10), flowOf('63:36', 2024, 20)]
    const { answer } = await ask(rows, '2024', { ...PER_100K, units: '34' }, { denominators })
    expect(answer.figures).toMatchObject([{ value: 1, state: 'only_parts', normalised: { divisor: 3_000_000 } }])
  })

  test('of a year reported on both lists, divided by the people of the whole unit', async () => {
    const firstHalf = dated('2025-01-01', '2025-06-30')
    const rows = [
      ...NINH_BINH.map((by) => flowOf(by, 2025, 10, firstHalf)),
      flowOf('34:37', 2025, 14, dated('2025-07-01', '2025-12-31')),
    ]
    const { answer } = await ask(rows, '2025', { ...PER_100K, units: '34' }, { denominators })
    expect(answer.figures).toMatchObject([{ value: 1, merged: { joined: true }, normalised: { divisor: 4_400_000 } }])
  })

  test('bases are never mixed in one group, in one total or in one change', async () => {
    const rows = [
      ...['63:35', '63:36'].flatMap((by) => [flowOf(by, 2024, 10), flowOf(by, 2023, 10)]),
      ...[flowOf('63:37', 2024, 10), flowOf('63:37', 2023, 10)],
    ]
    const mixed = [...denominators.slice(0, 2), people('63:37', 2024, 1e6, { basis: 'census' }), people('63:37', 2021, 1e6)]
    const { answer, compared } = await ask(rows, '2024', { ...PER_100K, ...YOY }, { denominators: mixed })
    expect(answer.comparability.groups.map(({ members }) => members.length).sort()).toEqual([1, 2])
    expect(compared[2]).toBe('63:37 not the same definition, not compared')
  })

  test('a part of a province has no people, and a count of long ago none of today', async () => {
    const rows = [{ ...flowOf('63:36', 2024, 5), ...YOUTH_UNION }, flowOf('63:37', 2020, 5)]
    const { answer } = await ask(rows, 'report', PER_100K, { denominators })
    expect(answer.figures.map(({ notNormalised }) => notNormalised?.reason)).toEqual(['part', 'no_denominator'])
  })

  test('that is not verified is said of the number made with it', async () => {
    const rows = NINH_BINH.map((by) => flowOf(by, 2024, 10))
    const { answer, dataset } = await ask(rows, '2024', PER_100K, { denominators })
    const words = wordsOf('en').figure
    expect(answer.figures.map((figure) => printFigure(figure, dataset, words, 'en').remarks)).toEqual([
      [],
      [],
      ['denominator not verified'],
    ])
  })

  test('words, and a number in doubt, stay what they are', async () => {
    const rows = [flowOf('63:36', 2024, null, HUNDREDS), flowOf('63:35', 2024, 10, { needsVerification: true })]
    const { answer } = await ask(rows, '2024', PER_100K, { denominators })
    expect(answer.figures.map(({ value, state, needsVerification }) => [value, state, needsVerification])).toEqual([
      [1, 'value', true],
      [null, 'in_words', false],
    ])
  })
})

test('rule 12: per unit of commune level, of the count of the nearest year', async () => {
  const rows = [flowOf('63:36', 2022, 204), flowOf('63:37', 2018, 10)]
  const counts = [communes('63:36', 2021, 204), communes('63:36', 2025, 175), communes('63:37', 2021, 100)]
  expect((await ask(rows, 'report', { normalisation: 'commune' }, { denominators: counts })).told).toEqual([
    '63:36 1 tip/commune-level unit',
    '63:37 not divided: no denominator within two years of the period',
  ])
})

describe('rule 13: an earlier time', () => {
  const both = (by: string, now: number | null, base: number | null, more: Row = {}, old: Row = {}) => [
    flowOf(by, 2024, now, more),
    flowOf(by, 2023, base, old),
  ]

  test('is told in percent, or why not', async () => {
    const { compared } = await ask(
      [
        ...both('63:01', 120, 100),
        ...both('63:35', 7, 0),
        flowOf('63:36', 2024, 5),
        ...both('63:37', 100, 90, OVER_100, { ...OVER_100, value: 90 }),
        ...both('63:38', 100, 50, OVER_100),
        ...both('63:40', 9, null, {}, HUNDREDS),
        ...both('63:42', 8, 8, { needsVerification: true }),
        flowOf('63:44', 2024, 3, dated('2024-01-01', '2024-06-30')),
        flowOf('63:44', 2023, 3),
        ...both('63:45', 40, 31, AT_MOST_40),
        flowOf('63:46', 2024, 3),
        flowOf('63:46', 2023, 3, dated('2023-01-01', '2023-06-30')),
      ],
      '2024',
      YOY,
    )
    expect(compared).toEqual([
      '63:01 +20%',
      '63:35 the same period last year was 0',
      '63:36 no figure in the same period last year',
      '63:37 both bounded on one side, not compared',
      '63:38 up by at least 100%',
      '63:40 no number to compare',
      '63:42 to be verified, not compared',
      '63:44 days or units missing, not compared',
      '63:45 not up by more than 29.1%',
      '63:46 days or units missing in the same period last year, not compared',
    ])
  })

  test('of shares is told in percentage points', async () => {
    const counts = (year: number, top: number) => [
      { indicator: 'top', ...dated(null, `${year}-12-31`), value: top },
      { indicator: 'bottom', ...dated(null, `${year}-12-31`), value: 40 },
    ]
    const { answer, compared } = await ask([...counts(2024, 20), ...counts(2023, 10)], '2024', { ...YOY, indicators: ['share'] })
    expect(compared).toEqual(['63:36 +25 percentage points'])
    expect(answer.compared?.likeForLike).toMatchObject([{ whole: ['63:36'], change: { step: { value: 25 }, percent: null } }])
  })

  test('of the same list before and after the merger is that of the old units', async () => {
    const rows = [...NINH_BINH.flatMap((by) => both(by, 20, 10)), ...both('63:01', 5, 5)]
    const { answer, compared } = await ask(rows, '2024', { ...YOY, units: '34' })
    expect(compared).toEqual(['34:01 0%', '34:37 +100%'])
    expect(answer.compared?.likeForLike).toMatchObject([
      { whole: ['34:01', '34:37'], change: { now: { value: 65 }, base: { value: 35 } } },
    ])
  })

  test('of which the merged unit lacks an old one is decided on the others', async () => {
    const rows = [...both('63:35', 20, 10), flowOf('63:36', 2024, 1000), ...both('63:37', 20, 10), ...both('63:01', 5, 5)]
    const { answer, compared } = await ask(rows, '2024', { ...YOY, units: '34' })
    expect(compared).toEqual(['34:01 0%', '34:37 days or units missing in the same period last year, not compared'])
    expect(answer.compared?.likeForLike).toMatchObject([
      {
        whole: ['34:01'],
        partly: [{ unit: '34:37', old: ['63:35', '63:37'] }],
        change: { now: { value: 45 }, base: { value: 25 } },
      },
    ])
  })

  test('as in the reports is that of who reported: old units are not told of as parts of the new one', async () => {
    const rows = [...both('63:35', 20, 10), flowOf('34:37', 2024, 7)]
    const { answer } = await ask(rows, '2024', { ...YOY, units: 'goc' })
    expect(answer.compared?.likeForLike).toMatchObject([{ whole: ['63:35'], partly: [], withoutNow: [], withoutBase: [] }])
  })

  test('of a share alone is told of the share alone, though its counts are asked for too', async () => {
    const rows = ['63:35', '63:36'].flatMap((by) => [
      ...both(by, 20, 10, { indicator: 'won' }, { indicator: 'won' }),
      ...both(by, 40, 40, { indicator: 'tried' }, { indicator: 'tried' }),
    ])
    const { answer } = await ask(rows, '2024', { ...YOY, units: '34', indicators: ['rate'] })
    expect(answer.compared?.likeForLike).toMatchObject([
      { measure: 'rate|total|percent', partly: [{ unit: '34:37', old: ['63:35', '63:36'] }], change: { step: { value: 25 } } },
    ])
  })

  test('of two units named, and of two that are missing, says who is missing', async () => {
    const rows = [...both('63:01', 1, 2), ...both('63:35', 3, 4), flowOf('63:36', 2024, 5), flowOf('63:37', 2023, 6)]
    const { answer } = await ask(rows, '2024', YOY)
    expect(answer.compared?.likeForLike).toMatchObject([
      { whole: ['63:01', '63:35'], withoutNow: ['63:37'], withoutBase: ['63:36'], change: { step: { value: -2 } } },
    ])
    expect(answer.compared?.gone.map(({ territory }) => territory.code)).toEqual(['37'])
  })

  test('of which the unit of measure is another is not "no figure", and is not gone', async () => {
    const { answer, compared } = await ask(both('63:36', 5, 5, { unit: 'gram' }), '2024', YOY)
    expect(compared).toEqual(['63:36 not the same definition, not compared'])
    expect(answer.compared?.gone).toEqual([])
  })

  test('of a year that begins on 15 December is the year before it', async () => {
    const rows = [2022, 2023].map((year, at) => flowOf('63:36', 0, 10 * (at + 1), dated(`${year}-12-15`, `${year + 1}-12-14`)))
    const { answer, compared } = await ask(rows, '2024', YOY, { calendar: '12-15' })
    expect(answer.compared?.window).toEqual({ from: '2022-12-15', to: '2023-12-14' })
    expect(compared).toEqual(['63:36 +100%'])
  })

  test('there is none of the latest of each, or of an open window', async () => {
    for (const time of ['report', 'all', 'from-2023']) {
      const { answer } = await ask(both('63:36', 5, 5), time, YOY)
      expect(answer.compared).toMatchObject({ refused: 'no_window', likeForLike: [], window: null })
    }
  })

  test('carries its window with every base figure, also before it was divided', async () => {
    const denominators = [people('63:36', 2024, 1_000_000)]
    const { answer } = await ask(both('63:36', 5, 4), '2024', { ...YOY, ...PER_100K }, { denominators })
    const [change] = [...(answer.compared?.changes.values() ?? [])]
    const window = { from: '2023-01-01', to: '2023-12-31' }
    expect([change?.base?.window, change?.base?.normalised?.plain.window, change?.now.window]).toEqual([
      window,
      window,
      undefined,
    ])
  })

  test('narrowed to one thing keeps its own changes only', async () => {
    const rows = [
      ...both('63:36', 5, 4),
      ...both('63:36', 6, 3, { indicator: 'won' }, { indicator: 'won' }),
      flowOf('63:37', 2023, 1),
    ]
    const { answer, dataset } = await ask(rows, '2024', YOY)
    const narrowed = narrowAnswer(answer, dataset, ofIndicators(['won']))
    expect(answer.compared?.changes.size).toBe(2)
    expect([...(narrowed.compared?.changes.keys() ?? [])].map(({ indicator }) => indicator)).toEqual(['won'])
    expect([narrowed.compared?.gone, narrowed.compared?.likeForLike.map(({ measure }) => measure)]).toEqual([
      [],
      ['won|total|tip'],
    ])
    expect(narrowed.figures.map(({ indicator }) => indicator)).toEqual(['won'])
  })
})

describe('rule 13: peers', () => {
  const group = (id: string, ...members: TerritoryKey[]): PeerGroup => ({ id, label: { vi: id, en: id }, members })
  const rows = [flowOf('63:35', 2024, 40), flowOf('63:36', 2024, 60), flowOf('63:37', 2024, 20), flowOf('63:01', 2024, 999)]

  test('are the others of the group: mean, place, and who is missing', async () => {
    const groups = [group('cum-a', '63:34', '63:35', '63:36', '63:37')]
    const { answer, compared } = await ask(rows, '2024', { comparison: 'peers' }, { groups })
    expect(compared).toEqual([
      '63:01 not comparable inside the cluster',
      '63:35 0%, place 2 of 3 in its cluster',
      '63:36 +100%, place 1 of 3 in its cluster',
      '63:37 -60%, place 3 of 3 in its cluster',
    ])
    expect([...(answer.compared?.peers.values() ?? [])].map(({ missing }) => missing)).toEqual([['63:34'], ['63:34'], ['63:34']])
  })

  test('all of which have 0 say so of the group, not of an earlier time', async () => {
    const zeros = [flowOf('63:35', 2024, 0), flowOf('63:36', 2024, 60)]
    const { compared } = await ask(zeros, '2024', { comparison: 'peers' }, { groups: [group('cum-a', '63:35', '63:36')] })
    expect(compared).toEqual(['63:35 -100%, place 2 of 2 in its cluster', '63:36 the cluster average is 0'])
  })

  test('of a share are those of the others with their counts added, told in percentage points', async () => {
    const shares = ([by, top, bottom]: readonly [string, number, number]): Row[] =>
      [
        { indicator: 'top', value: top },
        { indicator: 'bottom', value: bottom },
      ].map((row) => ({
        ...{ territorySet: '63' as const, provinceCode: by.slice(3) },
        ...dated(null, '2024-12-31'),
        ...row,
      }))
    const rows = (
      [
        ['63:35', 1, 2],
        ['63:36', 30, 40],
        ['63:37', 90, 100],
      ] as const
    ).flatMap(shares)
    const groups = [group('cum-a', '63:35', '63:36', '63:37')]
    const { answer, compared } = await ask(rows, '2024', { comparison: 'peers', indicators: ['share'] }, { groups })
    // 75 against 91 of 102; 90 against 31 of 42; 50 against 120 of 140.
    expect(compared).toEqual([
      '63:35 -35.7 percentage points, place 3 of 3 in its cluster',
      '63:36 -14.2 percentage points, place 2 of 3 in its cluster',
      '63:37 +16.2 percentage points, place 1 of 3 in its cluster',
    ])
    const [own] = answer.figures.filter(({ territory }) => territory.code === '36')
    const change = own && answer.compared?.changes.get(own)
    expect(change?.base).toMatchObject({ counts: { numerator: 91, denominator: 102 }, computed: { how: 'pooled' } })
    expect(change?.step?.computed).toMatchObject({ how: 'difference', against: 'peers' })
  })

  test('without groups there are none', async () => {
    expect((await ask(rows, '2024', { comparison: 'peers' })).answer.compared?.refused).toBe('no_groups')
  })
})

describe('rule 13: targets', () => {
  const target = (by: string, value: number): Target => {
    const [set = '', code = ''] = by.split(':')
    const days = { start: '2024-01-01', end: '2024-12-31' }
    return { territory: { set: set as TerritorySet, code }, indicator: 'flow', ...days, value, unit: 'tip' }
  }
  const rows = NINH_BINH.map((by) => flowOf(by, 2024, 10))

  test('of a merged unit are those of all its old units', async () => {
    const targets = NINH_BINH.map((by) => target(by, 20))
    expect((await ask(rows, '2024', { comparison: 'target', units: '34' }, { targets })).compared).toEqual(['34:37 50% reached'])
    expect((await ask(rows, '2024', { comparison: 'target', units: '34' }, { targets: targets.slice(1) })).compared).toEqual([
      '34:37 no assigned target for exactly this period',
    ])
    expect((await ask(rows, '2024', { comparison: 'target' }, { targets })).compared).toEqual(
      NINH_BINH.map((by) => `${by} 50% reached`),
    )
  })

  test('are of exactly their time, and there is none without them', async () => {
    const targets = NINH_BINH.map((by) => target(by, 20))
    expect((await ask(rows, '2024-H1', { comparison: 'target' }, { targets })).answer.compared?.targets.size).toBe(0)
    expect((await ask(rows, '2024', { comparison: 'target' })).answer.compared?.refused).toBe('no_targets')
  })
})
