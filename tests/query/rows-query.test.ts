import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readReference } from '../../src/data/catalog.ts'
import { createWorkspace, type Workspace } from '../../src/data/workspace.ts'
import { type Dataset, keyOf } from '../../src/model/dataset.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { ROW_COLUMNS } from '../../src/query/rows/row-columns.ts'
import {
  readFullRows,
  readRowNumbers,
  readRowsWithout,
  readRowValues,
  rowNumbersSql,
  rowsByNumberSql,
  rowsWithoutSql,
  rowValuesSql,
} from '../../src/query/rows-query.ts'
import { catalogUrl, datasetsUrl, fetchFromDisk, readRecords } from '../support/dataset-files.ts'
import { csvText, fileOf } from '../support/local-files.ts'
import { type Reported, readReported } from '../support/national-simulated.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { openPublicReports } from '../support/public-reports.ts'
import { type PlainRow, plainRows } from '../support/rows-reference.ts'

/** Rows in the engine, and the same rows as they stand in the file. */
interface Given {
  readonly workspace: Workspace
  readonly dataset: Dataset
  readonly rows: readonly PlainRow[]
}

const given = new Map<string, Given>()
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  const { workspace, dataset } = await openPublicReports()
  given.set('public-reports', { workspace, dataset, rows: await readRecords('public-reports/observations.csv') })
  given.set('national', await openSlice())
})
afterAll(() => Promise.all(closing.map((close) => close())))

const VIEWS: Readonly<Record<string, Partial<View>>> = {
  everything: {},
  'a time': { time: { kind: 'window', from: '2018', to: '2024-06' } },
  'an open time': { time: { kind: 'window', from: '2020-Q2', to: null } },
  'a place by its code': { rowFilters: { place: 'o36.o84.n01' } },
  'a domain and a part': { indicators: ['dom-surrenders'], filters: { item: ['grenade', 'crude_weapon'] } },
  'numbers from and to': { rowFilters: { number: '5..120.5' }, sort: '-number' },
  'large numbers': { rowFilters: { number: 'from-1000' }, sort: 'number' },
  'no number': { rowFilters: { number: 'none' }, sort: 'printed' },
  'no day': { rowFilters: { time: 'none' } },
  'days of a column': { rowFilters: { time: '2017..2021' }, sort: '-time' },
  'words without marks': { rowFilters: { printed: 'luu dan' } },
  'marks and capitals': { rowFilters: { printed: 'LỰU  đạn,' } },
  'words of units': { rowFilters: { covers: 'cong an tinh' }, sort: '-covers' },
  'totals only': { rowFilters: { part: '~' }, sort: 'part' },
  'some parts': { rowFilters: { part: '~.tip_kind~valuable' }, sort: '-part' },
  statuses: { rowFilters: { status: 'provisional.estimated', qualifier: 'about.at_least.exact' }, sort: 'status' },
  'what has to be checked': { sort: '-verify' },
  'a search without marks': { search: 'tra vinh' },
  'a search over columns': { search: 'nam dinh nguon tin' },
  'an old spelling': { search: 'Hồ Chí Minh', sort: 'place' },
  'a number that is searched': { search: '3' },
  'an id': { search: 'S000-001' },
  'a search that means a formula': { search: "'; DROP \\ % _ ( ﻿" },
  'a line': { rowFilters: { line: '10..60' }, sort: '-line' },
  'an id by a piece': { rowFilters: { id: '-01' }, sort: '-id' },
  'all at once': { search: 'cong an', rowFilters: { number: 'from-1', status: 'reported', list: '63' }, sort: '-place' },
}

describe.each(['public-reports', 'national'])('rows of %s', (name) => {
  test.each(Object.entries(VIEWS))('%s', async (_, change) => {
    const { dataset, rows } = of(name)
    for (const language of ['vi', 'en'] as const) {
      const view: View = { ...EMPTY_VIEW, ...change, dataset: dataset.id, language }
      expect(await numbersOf(name, view)).toEqual(plainRows(rows, view, dataset))
    }
  })

  test.each(ROW_COLUMNS.map(({ id }) => id))('in the order of %s and back, what is empty last both ways', async (id) => {
    const { dataset, rows } = of(name)
    for (const sort of [id, `-${id}`]) {
      const view: View = { ...EMPTY_VIEW, sort }
      expect(await numbersOf(name, view)).toEqual(plainRows(rows, view, dataset))
    }
  })

  test('the values of a column add up to the rows, under every other filter', async () => {
    const { dataset, rows } = of(name)
    const view: View = { ...EMPTY_VIEW, rowFilters: { number: 'from-2', place: 'o36', status: 'reported' } }
    for (const { id } of ROW_COLUMNS.filter(({ kind }) => kind === 'choice')) {
      const values = readRowValues(await ask(name, rowValuesSql(view, dataset, id)))
      const { [id]: _own, ...rowFilters } = view.rowFilters
      const others = { ...view, rowFilters }
      expect(values.reduce((sum, { n }) => sum + n, 0)).toBe(plainRows(rows, others, dataset).length)
      for (const { code, n } of values.slice(0, 4)) {
        const kept = { ...others, rowFilters: { ...rowFilters, [id]: code } }
        expect(plainRows(rows, kept, dataset)).toHaveLength(n)
        expect(await numbersOf(name, kept)).toHaveLength(n)
      }
    }
  })

  test('what is left without each filter is counted', async () => {
    const { dataset, rows } = of(name)
    const time = { kind: 'window', from: '2018', to: null } as const
    const view: View = { ...EMPTY_VIEW, time, search: 'cong an', rowFilters: { printed: 'zzz', number: '1..50' } }
    expect(plainRows(rows, view, dataset)).toEqual([])
    const counts = new Map(readRowsWithout(await ask(name, rowsWithoutSql(view, dataset) ?? '')).map(({ key, n }) => [key, n]))
    const without = (change: Partial<View>) => plainRows(rows, { ...view, ...change }, dataset).length
    expect(Object.fromEntries(counts)).toEqual({
      t: without({ time: { kind: 'report' } }),
      q: without({ search: '' }),
      'r.printed': without({ rowFilters: { number: '1..50' } }),
      'r.number': without({ rowFilters: { printed: 'zzz' } }),
    })
    expect(counts.get('r.printed')).toBeGreaterThan(0)
    expect(rowsWithoutSql(EMPTY_VIEW, dataset)).toBeNull()
  })

  test('a page has the rows of its numbers with all their cells', async () => {
    const { dataset, rows } = of(name)
    const numbers = [7, 3, rows.length - 1]
    const page = readFullRows(await ask(name, rowsByNumberSql(dataset, numbers)))
    expect([...page.keys()].sort((a, b) => a - b)).toEqual([3, 7, rows.length - 1])
    for (const number of numbers) {
      const [found, plain] = [page.get(number), rows[number]]
      expect(found).toMatchObject({
        ...{ line: number + 2, place: `${plain?.territory_set}:${plain?.province_code}`, printed: plain?.printed },
        ...{ indicator: plain?.indicator_code, status: plain?.status, unitName: plain?.unit_name, sourceId: plain?.source_id },
        ...{ periodStart: plain?.period_start || null, periodEnd: plain?.period_end || null },
        value: plain?.value === '' ? null : Number(plain?.value),
      })
    }
    expect((await ask(name, rowsByNumberSql(dataset, []))).length).toBe(0)
  })
})

test('nothing of a reader’s own file but its place in the list of sources stands in links', async () => {
  const { dataset } = of('national')
  const values = readRowValues(await ask('national', rowValuesSql(EMPTY_VIEW, dataset, 'source')))
  expect(values.length).toBeGreaterThan(5)
  expect(values.every(({ code }) => /^~\d+$/.test(code))).toBe(true)
})

function of(name: string): Given {
  const found = given.get(name)
  if (!found) throw new Error(`no rows of ${name}`)
  return found
}

function ask(name: string, sql: string) {
  const { workspace, dataset } = of(name)
  return workspace.ask(keyOf(dataset), sql)
}

async function numbersOf(name: string, view: View) {
  return readRowNumbers(await ask(name, rowNumbersSql(view, of(name).dataset)))
}

/** Every 193rd row of the simulated country, as a file of a reader. */
async function openSlice(): Promise<Given> {
  const id = 'national-simulated'
  const catalog = {
    ...{ base: datasetsUrl, defaultId: id, reference: `${datasetsUrl}reference/datapackage.json` },
    datasets: [{ id, title: { vi: id, en: id }, manifest: `${datasetsUrl}${id}/datapackage.json`, simulated: true }],
  }
  expect(catalogUrl.startsWith(catalog.base)).toBe(true)
  const reference = await readReference(fetchFromDisk, catalog)
  const database = await openNodeDatabase()
  closing.push(() => database.close())
  const workspace = createWorkspace({ catalog, ...reference, fetchBytes: fetchFromDisk, startEngine: async () => database })
  const rows = (await readReported()).filter((_, at) => at % 193 === 0).map(textsOf)
  const { opened } = await workspace.openFiles([fileOf('slice.csv', csvText(rows, Object.keys(rows[0] ?? {})))])
  if (!opened || opened.report.rejected > 0) throw new Error('the slice was not accepted')
  return { workspace, dataset: opened.dataset, rows }
}

/** As a file of a reader is understood: an empty cell for what is printed means the number. */
function textsOf(row: Reported): PlainRow {
  const texts = Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, String(cell ?? '')]))
  return { ...texts, printed: row.printed || String(row.value ?? ''), scope_en: row.scope_vi }
}
