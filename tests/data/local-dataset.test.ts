import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readCatalog, readReference } from '../../src/data/catalog.ts'
import type { Database } from '../../src/data/database.ts'
import type { LocalFile } from '../../src/data/local-file.ts'
import type { OpenDataset } from '../../src/data/open-dataset.ts'
import { createWorkspace, type Workspace } from '../../src/data/workspace.ts'
import { type Dataset, keyOf } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { faultsSql, readFaults, readFullRows, rowsByNumberSql } from '../../src/query/rows-query.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import { indicatorsOf, viewQuery, viewSql } from '../../src/query/view-query.ts'
import { defaultViewOf } from '../../src/state/resolve-view.ts'
import { catalogUrl, datasetsFolder, fetchFromDisk, readRecords } from '../support/dataset-files.ts'
import { csvText, fileOf } from '../support/local-files.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { nodeFormats } from '../support/node-parquet.ts'
import { openPublicReports, type PublicReports } from '../support/public-reports.ts'
import { PUBLIC_VIEWS, searchOf } from '../support/public-views.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let database: Database
let workspace: Workspace
let published: PublicReports

beforeAll(async () => {
  database = await openNodeDatabase()
  const catalog = await readCatalog(fetchFromDisk, catalogUrl)
  const reference = await readReference(fetchFromDisk, catalog)
  const startEngine = async () => database
  workspace = createWorkspace({ catalog, ...reference, fetchBytes: fetchFromDisk, startEngine, formats: nodeFormats })
  published = await openPublicReports()
})
afterAll(() => database.close())

async function open(...files: LocalFile[]): Promise<OpenDataset> {
  const { opened, refused } = await workspace.openFiles(files)
  expect(refused).toEqual([])
  if (!opened) throw new Error('nothing was opened')
  return opened
}

const diskBytes = (name: string) => readFile(join(datasetsFolder, name))
const fromDisk = async (path: string, name: string) => fileOf(name, new Uint8Array(await diskBytes(path)))

async function answerTo(dataset: Dataset, view: Partial<View>) {
  const whole: View = { ...EMPTY_VIEW, ...defaultViewOf(dataset), ...view }
  return readAnswer(await workspace.ask(keyOf(dataset), viewSql(viewQuery(whole, dataset))), dataset, whole)
}

const FORM = [
  'territory_set',
  'province_code',
  'indicator_code',
  'breakdown_key',
  'breakdown_value',
  'period_start',
  'period_end',
]
const COLUMNS = [...FORM, 'value', 'source_id']
const TIPS = {
  ...{ territory_set: '63', province_code: '36', indicator_code: 'tips_received', breakdown_key: '', breakdown_value: '' },
  ...{ period_start: '1/1/2024', period_end: '31/12/2024', value: '120', source_id: '' },
}

describe('the published observations, opened as a file of the reader', () => {
  let csv: OpenDataset
  let parquet: OpenDataset
  beforeAll(async () => {
    csv = await open(await fromDisk('public-reports/observations.csv', 'số liệu.csv'))
    parquet = await open(await fromDisk('public-reports/observations.parquet', 'số liệu.parquet'))
  })

  it('are all accepted, and nothing had to be understood', () => {
    for (const { report, held } of [csv, parquet]) {
      expect([report.read, report.kept, report.rejected, held.length, report.understood.size]).toEqual([109, 109, 0, 0, 0])
    }
  })

  it('have the same sources in the same order, places, years and rhythms as the dataset', () => {
    const { dataset } = published
    for (const opened of [csv.dataset, parquet.dataset]) {
      expect(opened.sources.map(({ id, publisher }) => [id, publisher])).toEqual(
        [...dataset.sources]
          .filter(({ id }) => opened.sources.some((source) => source.id === id))
          .map(({ id, publisher }) => [id, publisher]),
      )
      expect(opened.sources).toHaveLength(5)
      expect(opened.reporters.toSorted()).toEqual(dataset.reporters.toSorted())
      expect([opened.years, opened.latestDay, opened.rhythms]).toEqual([dataset.years, dataset.latestDay, dataset.rhythms])
      expect(opened.territorySets).toEqual(dataset.territorySets)
      expect(opened.groups).toEqual(dataset.groups)
      expect(opened.groups.map(({ id }) => id)).toContain('rg-tay-nguyen')
      expect(opened.denominators).toEqual(dataset.denominators)
      expect(opened.denominators.length).toBeGreaterThan(0)
      expect(opened.indicators.map(({ code }) => code)).toEqual(dataset.indicators.map(({ code }) => code))
      expect([opened.id, opened.simulated, opened.models, opened.licence]).toEqual(['local', false, [], ''])
    }
  })

  it.each(PUBLIC_VIEWS)('$name: has the figures of the dataset, from CSV and from Parquet', async (asked) => {
    const expected = await published.answerOf(searchOf(asked))
    for (const { dataset } of [csv, parquet]) {
      const indicators = indicatorsOf(expected.view, published.dataset)
      const view = { ...expected.view, indicators, dataset: dataset.id, localFile: dataset.localFile }
      const answer = await answerTo(dataset, view)
      expect(answer.figures).toEqual(expected.answer.figures)
      expect(answer.otherTime).toEqual(expected.answer.otherTime)
      expect(answer.comparability).toEqual(expected.answer.comparability)
    }
    expect(expected.answer.figures.length + expected.answer.otherTime.length).toBeGreaterThan(0)
  })

  it('open with the overview of the list that their provinces are on', () => {
    expect(defaultViewOf(csv.dataset)).toMatchObject({
      dataset: 'local',
      localFile: csv.dataset.localFile,
      units: '63',
      indicators: [],
    })
  })

  it('are named by their file, and beside the dataset, not in its place', async () => {
    expect(csv.dataset.title).toEqual({ vi: 'số liệu.csv', en: 'số liệu.csv' })
    expect(csv.files).toEqual(['số liệu.csv'])
    const { size, dataset } = { size: (await diskBytes('public-reports/observations.csv')).length, dataset: csv.dataset }
    expect(dataset.localFile).toMatch(new RegExp(`^${size}-[0-9a-f]{8}$`))
    const schemas = [csv, parquet, { dataset: published.dataset }].map((one) => one.dataset.schema)
    expect(new Set(schemas).size).toBe(3)
    expect(workspace.localOnes()).toEqual([csv, parquet])
  })
})

describe('several files', () => {
  it('make one dataset, with the figures of all', async () => {
    const text = (await diskBytes('public-reports/observations.csv')).toString('utf8')
    const [head = '', ...lines] = text.trimEnd().split('\n')
    const half = (odd: number) => `${[head, ...lines.filter((_, at) => at % 2 === odd)].join('\n')}\n`
    const { dataset, report, files } = await open(fileOf('b.csv', half(0)), fileOf('a.csv', half(1)))
    expect([report.kept, files, dataset.title.vi]).toEqual([109, ['a.csv', 'b.csv'], 'a.csv +1'])
    for (const link of ['', 'i=dom-charity', 'i=surrendered_items&t=2024']) {
      const { view, answer } = await published.answerOf(`?d=public-reports&${link}`)
      const { figures } = await answerTo(dataset, {
        ...view,
        indicators: indicatorsOf(view, published.dataset),
        dataset: 'local',
        localFile: dataset.localFile,
      })
      expect(figures.map(numbers).sort()).toEqual(answer.figures.map(numbers).sort())
    }
  })

  it('counts things only in whole numbers', async () => {
    const rows = ['80.5', '0.384', '81'].map((value) => ({ ...TIPS, value }))
    const { dataset, report } = await open(fileOf('a.csv', csvText(rows, COLUMNS)))
    expect([report.kept, report.rejected]).toEqual([1, 2])
    expect((await answerTo(dataset, {})).figures.map(({ value }) => value)).toEqual([81])
  })

  it('with figures of no headline shows them in the overview all the same', async () => {
    const meals = { ...TIPS, indicator_code: 'charity_meals', value: '4500' }
    const { dataset } = await open(fileOf('a.csv', csvText([TIPS, meals], COLUMNS)))
    expect(dataset.defaultView.indicators).toBeUndefined()
    const { figures } = await answerTo(dataset, {})
    expect(figures.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['charity_meals', 4500],
      ['tips_received', 120],
    ])
  })

  it('with one figure each for the same thing are two sources, the first of which counts', async () => {
    const opened = await open(
      fileOf('a.csv', csvText([TIPS], COLUMNS)),
      fileOf('b.csv', csvText([{ ...TIPS, value: '80' }], COLUMNS)),
    )
    const { figures } = await answerTo(opened.dataset, { indicators: ['tips_received'] })
    expect(figures.map(({ value, sources }) => [value, sources])).toEqual([[120, ['tep-1']]])
    expect(opened.dataset.sources.map(({ id, title }) => [id, title])).toEqual([
      ['tep-1', 'a.csv'],
      ['tep-2', 'b.csv'],
    ])
    const rows = readFullRows(await workspace.ask(keyOf(opened.dataset), rowsByNumberSql(opened.dataset, [0, 1])))
    expect([...rows.values()].map(({ file, line, value }) => [file, line, value])).toEqual([
      [0, 2, 120],
      [1, 2, 80],
    ])
  })

  it('without a source stand behind every source that is known, and unknown ones behind them', async () => {
    const rows = ['', 'Báo cáo', 'S002'].map((source_id, at) => ({ ...TIPS, source_id, value: String(30 + at) }))
    const { dataset } = await open(fileOf('a.csv', csvText(rows, COLUMNS)))
    expect(dataset.sources.map(({ id }) => id)).toEqual(['S002', 'tep-1', 'Báo cáo'])
    const { figures } = await answerTo(dataset, { indicators: ['tips_received'] })
    expect(figures.map(({ value, sources }) => [value, sources])).toEqual([[32, ['S002']]])
  })

  it('tell of each row that was not accepted which file it is in', async () => {
    const opened = await open(
      fileOf('a.csv', csvText([TIPS, { ...TIPS, value: '8.968' }], COLUMNS)),
      fileOf('b.csv', `${csvText([{ ...TIPS, province_code: '99' }], COLUMNS)}63,36\n`),
    )
    expect([opened.report.read, opened.report.kept, opened.report.rejected, opened.held.length]).toEqual([3, 1, 2, 1])
    expect(opened.held).toMatchObject([{ file: 1, line: 3, reason: 'field-count' }])
    const rejects = readFaults(await workspace.ask(keyOf(opened.dataset), faultsSql(opened.dataset)))
    expect(rejects).toEqual([
      { file: 0, line: 3, column: 'value', text: '8.968', reason: 'point_in_number' },
      { file: 1, line: 2, column: 'province_code', text: '99', reason: 'unknown_code' },
    ])
  })

  it('with blank lines between them stand on the lines of the file, and the blank ones are counted', async () => {
    const [head, good, bad] = csvText([TIPS, { ...TIPS, value: '8.968' }], COLUMNS).split('\n')
    const empty = ','.repeat(COLUMNS.length - 1)
    const opened = await open(
      fileOf('a.csv', [head, empty, empty, good, '', bad, '63,36', empty, ''].join('\n')),
      fileOf('b.csv', csvText([{ ...TIPS, province_code: '84' }], COLUMNS)),
    )
    expect([opened.report.kept, opened.report.rejected, opened.held.length, opened.blankLines]).toEqual([2, 1, 1, 4])
    expect(opened.held.map(({ line }) => line)).toEqual([7])
    const rejects = readFaults(await workspace.ask(keyOf(opened.dataset), faultsSql(opened.dataset)))
    expect(rejects.map(({ line }) => line)).toEqual([6])
    const rows = readFullRows(await workspace.ask(keyOf(opened.dataset), rowsByNumberSql(opened.dataset, [0])))
    expect([...rows.values()].map(({ line }) => line)).toEqual([4])
  })
})

describe('what a file is taken for', () => {
  it('is simulated where a source of it is', async () => {
    const demo = await open(await fromDisk('demo-simulated/observations.csv', 'xuất từ trang.csv'))
    expect([demo.dataset.simulated, demo.report.kept]).toEqual([
      true,
      (await readRecords('demo-simulated/observations.csv')).length,
    ])
    const mixed = [TIPS, { ...TIPS, province_code: '84', source_id: 'MP2024' }]
    expect((await open(fileOf('m.csv', csvText(mixed, COLUMNS)))).dataset.simulated).toBe(true)
    expect(
      (await open(fileOf('r.csv', csvText([TIPS, { ...TIPS, value: '?', source_id: 'MP2024' }], COLUMNS)))).dataset.simulated,
    ).toBe(false)
  })

  it('is about the places and indicators that it has rows of', async () => {
    const rows = [
      { ...TIPS, source_id: 'Báo cáo A' },
      { ...TIPS, territory_set: '34', province_code: '37' },
      { ...TIPS, province_code: '1', indicator_code: 'charity_houses' },
    ]
    const { dataset } = await open(fileOf('p.csv', csvText(rows, COLUMNS)))
    expect(dataset.reporters.toSorted()).toEqual(['34:37', '63:01', '63:36'])
    expect([dataset.territorySets, defaultViewOf(dataset).units]).toEqual([['63', '34'], 'goc'])
    expect(dataset.indicators.map(({ code }) => code).toSorted()).toEqual(['charity_houses', 'tips_received'])
    expect(dataset.sources.map(({ id, order }) => [id, order])).toEqual([
      ['tep-1', 0],
      ['Báo cáo A', 1],
    ])
  })

  it('has a share where both its parts have rows, and the parts where the share has', async () => {
    const share = 'commune_police_coverage_share'
    const [covered, total] = ['commune_police_units_covered', 'commune_police_units_total']
    const of = (...codes: string[]) =>
      open(
        fileOf(
          's.csv',
          csvText(
            codes.map((code) => ({ ...TIPS, indicator_code: code, value: '5' })),
            COLUMNS,
          ),
        ),
      ).then(({ dataset }) => dataset.indicators.map(({ code }) => code).toSorted())
    expect(await of(covered)).toEqual([covered])
    expect(await of(covered, total)).toEqual([share, covered, total].toSorted())
    expect(await of(share)).toEqual([share, covered, total].toSorted())
  })

  it.each([
    ['one indicator', ['tips_received'], { tab: 'overview', indicators: ['tips_received'] }],
    ['indicators of one domain', ['charity_houses', 'charity_gifts'], { indicators: ['dom-charity'] }],
    ['indicators of main domains', ['charity_houses', 'tips_received'], { indicators: [] }],
    ['no row that was accepted', ['nothing'], { tab: 'rows' }],
  ])('opens with what shows %s', async (_, codes, view) => {
    const rows = codes.map((code) => ({ ...TIPS, indicator_code: code }))
    const opened = await open(fileOf(`${codes.join()}.csv`, csvText(rows, COLUMNS)))
    const opening = defaultViewOf(opened.dataset)
    expect(opening).toMatchObject(view)
    expect((await answerTo(opened.dataset, {})).figures).toHaveLength(opened.report.kept)
  })

  it('opens with a domain where nothing of it stands for a main one', async () => {
    const others = published.dataset.indicators.filter(
      ({ headlineOrder, domain }) => headlineOrder === null || domain === 'other',
    )
    const codes = [...new Map(others.map((one) => [one.domain, one])).values()].map(({ code }) => code)
    const rows = codes.map((code) => ({ ...TIPS, indicator_code: code, value: '3' }))
    const { dataset } = await open(fileOf('khác.csv', csvText(rows, COLUMNS)))
    const [first] = dataset.indicators
    expect(defaultViewOf(dataset).indicators).toEqual([`dom-${first?.domain}`])
    expect((await answerTo(dataset, {})).figures.length).toBeGreaterThan(0)
  })

  it('may be a file of which no row was accepted, with every reason', async () => {
    const text = `${csvText([{ ...TIPS, value: '' }], COLUMNS)}a,b\n`
    const { report, held, dataset } = await open(fileOf('x.csv', text))
    expect([report.read, report.kept, report.rejected, held.length]).toEqual([1, 0, 1, 1])
    expect(dataset.groups).toEqual([])
    expect([dataset.reporters, dataset.sources, dataset.years, dataset.latestDay, dataset.simulated]).toEqual([
      [],
      [],
      [],
      null,
      false,
    ])
    const onlyHeld = await open(fileOf('y.csv', `${csvText([], COLUMNS)}a,b\n`))
    expect([onlyHeld.report.read, onlyHeld.held.length]).toEqual([0, 1])
  })
})

/** A figure without the numbers of its rows, which another order of rows changes. */
function numbers(figure: Figure): string {
  const { territory, indicator, breakdownKey, breakdownValues, value, state, sources, scope, period, basis } = figure
  return JSON.stringify([territory, indicator, breakdownKey, breakdownValues, value, state, sources, scope, period, basis])
}
