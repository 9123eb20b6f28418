import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import type { Understood } from '../../src/model/understood.ts'
import { fileSource, readUnderstood } from '../../src/query/resolve/by-hand.ts'
import { foundInRowsSql, readFoundInRows } from '../../src/query/resolve/found-in-rows.ts'
import { type Cells, csvText, FULL, FULL_COLUMNS, type HandLoad, loadByHand } from '../support/local-files.ts'
import { openNodeDatabase } from '../support/node-database.ts'

let database: Database

beforeAll(async () => {
  database = await openNodeDatabase()
})
afterAll(() => database.close())

const load = (...rows: Cells[]) => loadByHand(database, { 'a.csv': csvText(rows) })

/** What is left empty or written as Excel does; the tag that says so; the cell that comes of it. */
const MEANT: readonly [what: string, cells: Cells, tag: Understood, column: string, value: string][] = [
  ['no source', { source_id: '' }, 'source', 'source_id', 'tep-1'],
  ['a province of one digit', { province_code: '1' }, 'province', 'province_code', '01'],
  ['no level', { unit_level: '' }, 'level', 'unit_level', 'tinh'],
  ['no basis, both days', { period_basis: '' }, 'basis', 'period_basis', 'stated'],
  ['no basis, the first day of a flow', { period_basis: '', period_end: '' }, 'basis', 'period_basis', 'stated'],
  ['no basis, the last day of a flow', { period_basis: '', period_start: '' }, 'basis', 'period_basis', 'stated'],
  ['no basis, no day', { period_basis: '', period_start: '', period_end: '' }, 'basis', 'period_basis', 'not_stated'],
  [
    'no basis, the last day of a stock',
    { indicator_code: 'stock', period_basis: '', period_start: '' },
    'basis',
    'period_basis',
    'as_of',
  ],
  [
    'no basis, the first day of a stock',
    { indicator_code: 'stock', period_basis: '', period_end: '' },
    'basis',
    'period_basis',
    'stated',
  ],
  [
    'no basis, no day of a stock',
    { indicator_code: 'stock', period_basis: '', period_start: '', period_end: '' },
    'basis',
    'period_basis',
    'not_stated',
  ],
  ['no unit', { unit: '' }, 'unit', 'unit', 'tip'],
  ['no unit of a share', { indicator_code: 'share', unit: '' }, 'unit', 'unit', 'percent'],
  ['no unit of a part with its own', { unit: '', breakdown_key: 'kind', breakdown_value: 'w' }, 'unit', 'unit', 'gram'],
  ['no unit of a part without', { unit: '', breakdown_key: 'kind', breakdown_value: 'x' }, 'unit', 'unit', 'tip'],
  ['no degree of certainty', { qualifier: '' }, 'qualifier', 'qualifier', 'exact'],
  ['a last day with strokes', { period_end: '31/12/2024' }, 'date', 'period_end', '2024-12-31'],
  ['a first day with strokes', { period_start: '1/2/2024' }, 'date', 'period_start', '2024-02-01'],
  ['a leap day', { period_start: '29/02/2024' }, 'date', 'period_start', '2024-02-29'],
]

describe('a cell that can mean one thing only', () => {
  let all: HandLoad
  beforeAll(async () => {
    all = await load(...MEANT.map(([, cells]) => ({ ...FULL, ...cells })))
  })

  it.each(MEANT.map((meant, row) => [meant[0], row] as const))('%s', (_, row) => {
    const [, cells, , column, value] = MEANT[row] as (typeof MEANT)[number]
    expect(all.rows[row]).toMatchObject({ ...kept(cells, column), line: row + 2, [column]: value })
  })

  it('is counted under what it is, and under nothing else', () => {
    const tags = MEANT.map(([, , tag]) => tag)
    const count = (tag: Understood) => tags.filter((other) => other === tag).length
    expect(Object.fromEntries(all.report.understood)).toEqual(Object.fromEntries(tags.map((tag) => [tag, count(tag)])))
    expect([all.report.kept, all.report.rejected]).toEqual([MEANT.length, 0])
  })

  it('is said once for each row that has it, whatever else the row has', async () => {
    const { report } = await load(
      { ...FULL, unit: '', qualifier: '' },
      { ...FULL, unit: '', period_start: '1/1/2024', period_end: '31/12/2024' },
      { ...FULL },
      { ...FULL, source_id: '', unit_level: '', period_basis: '', unit: '' },
    )
    expect(Object.fromEntries(report.understood)).toEqual({ unit: 3, qualifier: 1, date: 1, source: 1, level: 1, basis: 1 })
  })

  it('is not counted of a row that was not accepted', async () => {
    const { report } = await load(
      { ...FULL, unit: '', value: 'mười hai' },
      { ...FULL, unit: '' },
      { ...FULL, period_end: '31/2/2024' },
    )
    expect([report.kept, report.rejected, [...report.understood]]).toEqual([1, 2, [['unit', 1]]])
  })

  it('says nothing of a row that is spelled out', async () => {
    const { report } = await load(FULL)
    expect(report.understood.size).toBe(0)
  })

  it('is told for the file that it stands in: each has a source of its own', async () => {
    const file = csvText([{ ...FULL, source_id: '' }])
    const { rows } = await loadByHand(database, { 'a.csv': file, 'b.csv': file, 'c.csv': csvText([FULL]) })
    expect(rows.map((row) => row.source_id)).toEqual([fileSource(0), fileSource(1), 'A'])
    expect([fileSource(0), fileSource(1)]).toEqual(['tep-1', 'tep-2'])
  })

  it('may be missing with its whole column', async () => {
    const columns = ['territory_set', 'province_code', 'indicator_code', 'period_start', 'period_end', 'value']
    const { report, rows } = await loadByHand(database, { 'a.csv': csvText([FULL], columns) })
    expect(rows[0]).toMatchObject({ ...kept(FULL, 'source_id'), source_id: 'tep-1', status: 'reported', revision: 1 })
    expect([...report.understood.keys()].sort()).toEqual(['basis', 'level', 'qualifier', 'source', 'unit'])
  })

  it('shows the number as it is written where nothing is said to be printed, and one language for both', async () => {
    const { report, rows } = await loadByHand(database, {
      'a.csv': csvText(
        [{ ...FULL, printed: '', scope_vi: 'chỉ một xã', note_vi: 'Ghi chú.', verify_vi: 'Hỏi lại.', value: '12.50' }],
        [...FULL_COLUMNS, 'note_vi', 'verify_vi'],
      ),
    })
    expect(rows[0]).toMatchObject({
      ...{ printed: '12.50', value: 12.5, scope_en: 'chỉ một xã', note_en: 'Ghi chú.', verify_en: 'Hỏi lại.' },
    })
    expect(report.understood.size).toBe(0)
  })

  it('has blanks around it taken away first', async () => {
    const { report, rows } = await load({ ...FULL, province_code: ' 1 ', unit: '  ', value: ' 12 ', period_end: ' 31/12/2024 ' })
    expect(rows[0]).toMatchObject({ province_code: '01', unit: 'tip', value: 12, period_end: '2024-12-31' })
    expect([...report.understood.keys()].sort()).toEqual(['date', 'province', 'unit'])
  })
})

describe('what could mean two things is refused, with its reason', () => {
  const REFUSED: readonly [what: string, cells: Cells, column: string, reason: string, text: string][] = [
    [
      'a level, where the scope is part of the province',
      { unit_level: '', scope_vi: 'chỉ một xã' },
      'unit_level',
      'unknown_code',
      '',
    ],
    ['no province', { province_code: '' }, 'province_code', 'unknown_code', ''],
    ['a province that is not on the list', { province_code: '2' }, 'province_code', 'unknown_code', '02'],
    ['no list of provinces', { territory_set: '' }, 'territory_set', 'unknown_code', ''],
    ['no indicator', { indicator_code: '', unit: '' }, 'indicator_code', 'unknown_code', ''],
    [
      'a part of an unknown kind',
      { breakdown_key: 'kind', breakdown_value: 'v', unit: '' },
      'breakdown_value',
      'unknown_code',
      'v',
    ],
    ['a kind without its part', { breakdown_key: 'kind' }, 'breakdown_value', 'unknown_code', ''],
    ['no value', { value: '' }, 'value', 'value_missing', ''],
    ['a value in words', { value: 'mười hai' }, 'value', 'not_a_number', 'mười hai'],
    ['a point before three digits', { value: '8.968' }, 'value', 'point_in_number', '8.968'],
    ['a minus and a point before three digits', { value: '-8.968' }, 'value', 'point_in_number', '-8.968'],
    ['two points', { value: '1.234.567' }, 'value', 'point_in_number', '1.234.567'],
    ['a comma', { value: '8,968' }, 'value', 'not_a_number', '8,968'],
    ['a point and a comma', { value: '8.968,5' }, 'value', 'not_a_number', '8.968,5'],
    ['a blank between digits', { value: '8 968' }, 'value', 'not_a_number', '8 968'],
    ['a day that no calendar has', { period_end: '31/2/2024' }, 'period_end', 'not_a_date', '31/2/2024'],
    ['a year of two digits', { period_end: '31/12/24' }, 'period_end', 'not_a_date', '31/12/24'],
    ['a day with dashes', { period_end: '31-12-2024' }, 'period_end', 'not_a_date', '31-12-2024'],
    ['a month alone', { period_end: '12/2024' }, 'period_end', 'not_a_date', '12/2024'],
    ['days in the wrong order', { period_end: '1/1/2023' }, 'period_end', 'end_before_start', '2023-01-01'],
    ['a source with a stroke', { source_id: 'a|b' }, 'source_id', 'unknown_code', 'a|b'],
    ['a source that is a text', { source_id: 'x'.repeat(81) }, 'source_id', 'unknown_code', 'x'.repeat(81)],
    ['a number with words only', { qualifier: 'unquantified' }, 'value', 'value_unexpected', '12'],
  ]
  let refused: HandLoad
  beforeAll(async () => {
    refused = await load(FULL, ...REFUSED.map(([, cells]) => ({ ...FULL, ...cells })))
  })

  it.each(REFUSED.map((one, at) => [one[0], at] as const))('%s', (_, at) => {
    const [, , column, reason, text] = REFUSED[at] as (typeof REFUSED)[number]
    expect(refused.rejects[at]).toEqual({ file: 0, line: at + 3, column, text, reason })
  })

  it('and nothing else of the file is', () => {
    expect([refused.report.kept, refused.report.rejected, refused.rows.length]).toEqual([1, REFUSED.length, 1])
    expect(refused.report.understood.size).toBe(0)
  })

  it('a number that can be read in one way is one', async () => {
    const { rows } = await load(...NUMBERS.map(([value]) => ({ ...FULL, indicator_code: 'share', unit: 'percent', value })))
    expect(rows.map((row) => row.value)).toEqual(NUMBERS.map(([, number]) => number))
  })

  const NUMBERS: readonly [string, number][] = [
    ['0.968', 0.968],
    ['8.96', 8.96],
    ['8.9680', 8.968],
    ['8968', 8968],
    ['08.968', 8.968],
    ['1234.567', 1234.567],
    ['+12', 12],
  ]

  it.each([
    ['1.23E+09', 'exponent'],
    ['1e3', 'exponent'],
    ['-5', 'negative'],
    ['12345678901234567890', 'too_long'],
  ])('%s is not accepted: %s', async (value, reason) => {
    const { rejects, rows } = await load({ ...FULL, value }, { ...FULL, value: '7' })
    expect(rejects.map((one) => [one.line, one.column, one.text, one.reason])).toEqual([[2, 'value', value, reason]])
    expect(rows).toHaveLength(1)
  })

  it('a row that stands twice counts once, whatever number it has; another file without a source is another source', async () => {
    const { rejects, rows } = await load(FULL, { ...FULL, observation_id: 'another' }, { ...FULL, value: '9' })
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([[3, 'same_row']])
    expect(rows).toHaveLength(2)
    const own = csvText([{ ...FULL, source_id: '' }])
    expect((await loadByHand(database, { 'a.csv': own, 'b.csv': `${own}\n` })).rejects).toEqual([])
  })

  it.each(['0024-01-01', '2924-01-01'])('the year of %s is none', async (day) => {
    const { rejects } = await load({ ...FULL, period_start: day, period_end: day })
    expect(rejects.map(({ column, reason }) => [column, reason])).toEqual([
      ['period_start', 'not_a_date'],
      ['period_end', 'not_a_date'],
    ])
  })

  it('a day that is none either way makes no other day doubtful', async () => {
    const { rejects, rows } = await load({ ...FULL, period_end: '31/13/2024' }, { ...FULL, period_end: '31/12/2024' })
    expect(rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([[2, 'period_end', 'not_a_date']])
    expect(rows.map(({ line }) => Number(line))).toEqual([3])
  })

  it.each(['12/31/2024', '2/29/2024', '1/13/2024'])(
    'one day %s makes every day with strokes of its file doubtful',
    async (american) => {
      const { rejects, rows } = await loadByHand(database, {
        'a.csv': csvText([
          { ...FULL, period_end: american },
          { ...FULL, period_end: '1/12/2024' },
          { ...FULL, period_start: '13/1/2024' },
          FULL,
        ]),
        'b.csv': csvText([{ ...FULL, value: '9', period_end: '1/12/2024' }]),
      })
      expect(rejects.map(({ line, column, text, reason }) => [line, column, text, reason])).toEqual([
        [2, 'period_end', american, 'not_a_date'],
        [3, 'period_end', '1/12/2024', 'not_a_date'],
        [4, 'period_start', '13/1/2024', 'not_a_date'],
      ])
      expect(rows.map((row) => [row.file, row.period_end])).toEqual([
        [0, '2024-12-31'],
        [1, '2024-12-01'],
      ])
    },
  )

  it('a first day that shows the month first decides for the last days too', async () => {
    const { rejects } = await load({ ...FULL, period_start: '1/31/2024' }, { ...FULL, period_end: '1/12/2024' })
    expect(rejects.map(({ line, column }) => [line, column])).toEqual([
      [2, 'period_start'],
      [3, 'period_end'],
    ])
  })
})

describe('a source that nobody knows', () => {
  it('is taken by its name, behind those that are known, by name among themselves', async () => {
    await load(
      { ...FULL, source_id: 'Báo cáo B' },
      { ...FULL, source_id: ' Báo cáo A ' },
      { ...FULL, source_id: 'x'.repeat(80) },
      FULL,
    )
    const found = readFoundInRows(await database.query(foundInRowsSql('ds_hand')))
    expect(found).toEqual({ places: ['63:36'], indicators: ['flow'], sources: ['A', 'Báo cáo A', 'Báo cáo B', 'x'.repeat(80)] })
  })

  it('and a place or an indicator of a row that was not accepted are not found', async () => {
    await load({ ...FULL, source_id: 'Báo cáo', province_code: '84', indicator_code: 'stock', value: '?' }, FULL)
    expect(readFoundInRows(await database.query(foundInRowsSql('ds_hand')))).toEqual({
      ...{ places: ['63:36'], indicators: ['flow'], sources: ['A'] },
    })
  })
})

it('the tags are read as they are written', () => {
  expect([...readUnderstood('')]).toEqual([])
  expect([...readUnderstood('basis 12,unit 3')]).toEqual([
    ['basis', 12],
    ['unit', 3],
  ])
})

describe('any small file', () => {
  it('has every record kept, refused or held back, each with its line', async () => {
    let [kept, rejected, heldBack] = [0, 0, 0]
    await fc.assert(
      fc.asyncProperty(raggedFile, async ({ text, lines }) => {
        const { report, rejects, held, rows, records } = await loadByHand(database, { 'a.csv': text })
        expect(records).toBe(lines.length)
        expect(report.kept + report.rejected + held.length).toBe(lines.length)
        const refused = new Set(rejects.map(({ line }) => line))
        expect([rows.length, refused.size]).toEqual([report.kept, report.rejected])
        const told = [...[...rows, ...held].map(({ line }) => Number(line)), ...refused]
        expect(told.sort((a, b) => a - b)).toEqual(lines)
        kept += report.kept
        rejected += report.rejected
        heldBack += held.length
      }),
      { numRuns: RUNS },
    )
    expect(Math.min(kept, rejected, heldBack)).toBeGreaterThan(RUNS / 2)
  })

  it('gives the rows that it gives with every cell spelled out', async () => {
    let accepted = 0
    await fc.assert(
      fc.asyncProperty(fc.array(cellsArbitrary, { minLength: 4, maxLength: 16 }), async (rows) => {
        const blank = await load(...rows)
        const whole = await load(...spelledOut(rows))
        expect(whole.rows).toEqual(blank.rows)
        expect(whole.report.understood.size).toBe(0)
        const told = ({ rejects }: HandLoad) => rejects.map(({ line, column, reason }) => [line, column, reason])
        expect(told(whole)).toEqual(told(blank))
        accepted += blank.rows.length
      }),
      { numRuns: RUNS },
    )
    expect(accepted).toBeGreaterThan(RUNS)
  })
})

/** A load takes a good part of a second. */
const RUNS = 20

/** A good cell or an empty one; now and then one that nobody can read. */
function cell(good: readonly string[], wrong: readonly string[] = []): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 24, arbitrary: fc.constantFrom(...good) },
    { weight: 24, arbitrary: fc.constant('') },
    ...(wrong.length > 0 ? [{ weight: 1, arbitrary: fc.constantFrom(...wrong) }] : []),
  )
}

const ABOUT: readonly Cells[] = [
  ...['flow', 'stock', 'share', 'flow', 'stock'].map((code) => ({
    indicator_code: code,
    breakdown_key: '',
    breakdown_value: '',
  })),
  { indicator_code: 'flow', breakdown_key: 'kind', breakdown_value: 'w' },
  { indicator_code: 'stock', breakdown_key: 'kind', breakdown_value: 'x' },
  { indicator_code: 'nothing', breakdown_key: '', breakdown_value: '' },
]

const cellsArbitrary: fc.Arbitrary<Cells> = fc
  .tuple(
    fc.constantFrom(...ABOUT),
    fc.record({
      territory_set: fc.constantFrom(...Array.from({ length: 11 }, () => '63'), '34'),
      province_code: fc.constantFrom(...['36', '84', '01', '1', '1', '36', '84', '1', '1', '7']),
      period_start: cell(['2024-01-01', '1/1/2024', '01/02/2024'], ['2024-13-01', '30/2/2024', '2/28/2024']),
      period_end: cell(['2024-12-31', '31/12/2024', '1/12/2024'], ['cuối năm', '12/31/2024']),
      period_basis: cell(['stated', 'as_of'], ['không rõ']),
      value: fc.constantFrom('12', '0', '3.5', '12', '12', '7', '100', '8.968', 'nhiều', ''),
      unit: cell(['tip', 'percent'], ['con']),
      qualifier: cell(['exact', 'at_least'], ['hơn']),
      printed: cell(['12 tin', 'trên "12" tin,\nhoặc hơn']),
      unit_level: cell(['tinh', 'xa'], ['thôn']),
      source_id: cell(['A', 'Báo cáo 6 tháng'], ['a|b']),
      scope_vi: fc.constantFrom('', '', '', '', '', '', 'chỉ một xã'),
    }),
  )
  .map(([about, cells]) => ({ ...about, ...cells }))

interface RaggedFile {
  readonly text: string
  /** On which line each record begins. */
  readonly lines: readonly number[]
}

/** Records with too few or too many cells among the others, and blank lines between them. */
const raggedFile: fc.Arbitrary<RaggedFile> = fc
  .array(
    fc.record({ cells: cellsArbitrary, ragged: fc.constantFrom(0, 0, 0, 0, -2, 1), blank: fc.constantFrom(0, 0, 0, 1, 2) }),
    {
      minLength: 3,
      maxLength: 16,
    },
  )
  .map((records) => {
    let text = csvText([])
    const lines: number[] = []
    for (const { cells, ragged, blank } of records) {
      text += '\n'.repeat(blank)
      lines.push(text.split('\n').length)
      const columns = ragged < 0 ? FULL_COLUMNS.slice(0, ragged) : FULL_COLUMNS
      const record = csvText([cells], columns).split('\n').slice(1).join('\n')
      text += ragged > 0 ? record.replace(/\n$/, ',thừa\n') : record
    }
    return { text, lines }
  })

/** What a reader would write into the empty cells, and how the days would be written with dashes. */
function spelledOut(rows: readonly Cells[]): Cells[] {
  const days = rows.flatMap((row) => [row.period_start ?? '', row.period_end ?? ''])
  const monthFirst = days.some((day) => Number(/^\d+\/(\d+)\/\d{4}$/.exec(day)?.[1] ?? 0) > 12)
  const written = (day: string) => {
    const [, date = '', month = '', year = ''] = /^(\d+)\/(\d+)\/(\d{4})$/.exec(day) ?? []
    const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
    const exists = year !== '' && new Date(`${iso}T00:00:00Z`).toJSON()?.startsWith(iso)
    return exists && !monthFirst ? iso : day
  }
  return rows.map((row) => {
    const { period_start: from = '', period_end: to = '', indicator_code: indicator = '' } = row
    const isUndated = from === '' && to === ''
    const basis = isUndated ? 'not_stated' : from === '' && indicator === 'stock' ? 'as_of' : 'stated'
    const units: Record<string, string> = { flow: 'tip', stock: 'tip', share: 'percent' }
    const isGram = row.breakdown_key === 'kind' && row.breakdown_value === 'w'
    return {
      ...row,
      province_code: /^[1-9]$/.test(row.province_code ?? '') ? `0${row.province_code}` : (row.province_code ?? ''),
      period_start: written(from),
      period_end: written(to),
      period_basis: row.period_basis || basis,
      unit: row.unit || (isGram ? 'gram' : (units[indicator] ?? '')),
      qualifier: row.qualifier || 'exact',
      printed: row.printed || (row.value ?? ''),
      unit_level: row.unit_level || (row.scope_vi === '' ? 'tinh' : ''),
      source_id: row.source_id || 'tep-1',
    }
  })
}

/** The cells of a good row that a test did not touch, as they stand in the engine. */
function kept(touched: Cells, column: string): Cells {
  const { value: _, ...texts } = FULL
  return Object.fromEntries(Object.entries(texts).filter(([name]) => !(name in touched && touched !== FULL) && name !== column))
}
