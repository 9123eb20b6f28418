import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import { dropSql } from '../../src/query/resolve/load-statements.ts'
import { columnsOf, importedTable, rawSql } from '../../src/query/resolve/raw-rows.ts'
import { type Cells, csvText, FULL, ingestsOf, loadByHand, partsOf, recordsOf } from '../support/local-files.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { writeParquet } from '../support/write-parquet.ts'

const schema = 'ds_raw'
let database: Database

beforeAll(async () => {
  database = await openNodeDatabase()
})
afterAll(() => database.close())

/** The table `raw` of these files, row by row. */
async function rawOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const { parts, ...sources } = partsOf(await ingestsOf(files))
  const undo = dropSql(schema)
  const statements = [
    undo,
    `CREATE SCHEMA "${schema}"`,
    ...rawSql(schema, parts),
    `SELECT * FROM "${schema}".raw ORDER BY record`,
  ]
  const result = await database.load({ ...sources, statements, undo })
  return { rows: recordsOf(result), columns: columnsOf(parts) }
}

const places = (rows: Awaited<ReturnType<typeof rawOf>>['rows']) =>
  rows.map(({ file, record, line, value }) => [file, record, line, value])

describe('one CSV file', () => {
  it('stands as text under the names of the form; what the form does not have is left out', async () => {
    const { rows, columns } = await rawOf({ 'a.csv': 'STT;Số liệu;MA TINH;Ghi chú khác\n1;8.968;01;x\n2;;36;y\n' })
    expect(columns).toEqual(['value', 'province_code'])
    expect(rows).toEqual([
      { file: 0, record: 0, line: 2, value: '8.968', province_code: '01', typed: false },
      { file: 0, record: 1, line: 3, value: '', province_code: '36', typed: false },
    ])
  })

  it('has the line on which each record begins, behind blank lines, line breaks in quotes and records held back', async () => {
    const text = [
      'sep=;', // 1
      'value;note_vi', // 2
      '1;a', // 3
      '', // 4
      '', // 5
      '2;"b', // 6
      'b', // 7
      '"', // 8
      '3;c', // 9
      'nhiều;c;c', // 10
      '4;"""d"""', // 11
      '"5";"e', // 12
      '', // 13
      'e"', // 14
      '', // 15
      '6;f', // 16
    ].join('\r\n')
    const { rows } = await rawOf({ 'a.csv': text })
    expect(places(rows)).toEqual([
      [0, 0, 3, '1'],
      [0, 1, 6, '2'],
      [0, 2, 9, '3'],
      [0, 3, 11, '4'],
      [0, 4, 12, '5'],
      [0, 5, 16, '6'],
    ])
  })
})

describe('several files', () => {
  const plain = csvText([{ value: '1' }, { value: '2' }], ['value', 'unit'])
  const spread = 'note_vi\tvalue\n\n"a\n\nb"\t3\nheld\n\nc\t4\n'

  it('count their lines each for itself and their records through', async () => {
    const { rows } = await rawOf({ 'a.csv': plain, 'b.csv': spread, 'c.csv': plain, 'd.csv': spread })
    expect(places(rows)).toEqual([
      [0, 0, 2, '1'],
      [0, 1, 3, '2'],
      [1, 2, 3, '3'],
      [1, 3, 8, '4'],
      [2, 4, 2, '1'],
      [2, 5, 3, '2'],
      [3, 6, 3, '3'],
      [3, 7, 8, '4'],
    ])
  })

  it('have the columns of all of them; a file without one has nothing there', async () => {
    const { rows, columns } = await rawOf({ 'a.csv': 'value,unit\n1,tip\n', 'b.csv': 'Đơn vị tính,source_id\ncon,A\n' })
    expect(columns).toEqual(['value', 'unit', 'source_id'])
    expect(rows.map(({ value, unit, source_id }) => [value, unit, source_id])).toEqual([
      ['1', 'tip', null],
      [null, 'con', 'A'],
    ])
  })

  it('may be CSV and Parquet in any order', async () => {
    const packed = await writeParquet(
      `SELECT 'x' AS note_vi, unnest([7, 8]::DOUBLE[]) AS "Số liệu", DATE '2024-12-31' AS period_end`,
    )
    const { rows, columns } = await rawOf({ 'a.parquet': packed, 'b.csv': spread, 'c.parquet': packed })
    expect(columns).toEqual(['note_vi', 'value', 'period_end'])
    expect(places(rows)).toEqual([
      [0, 0, 1, '7.0'],
      [0, 1, 2, '8.0'],
      [1, 2, 3, '3'],
      [1, 3, 8, '4'],
      [2, 4, 1, '7.0'],
      [2, 5, 2, '8.0'],
    ])
    expect(rows.map(({ typed, period_end }) => [typed, period_end])).toEqual([
      [true, '2024-12-31'],
      [true, '2024-12-31'],
      [false, null],
      [false, null],
      [true, '2024-12-31'],
      [true, '2024-12-31'],
    ])
  })

  it('leave no table of a Parquet file behind', async () => {
    await rawOf({ 'a.parquet': await writeParquet('SELECT 1 AS value') })
    const { table } = importedTable('part-0.parquet')
    const { columns } = await database.query(`SELECT count(*)::INTEGER AS n FROM duckdb_tables() WHERE table_name = '${table}'`)
    expect(columns).toEqual({ n: [0] })
  })

  it('may have no row at all, as long as another has', async () => {
    const { rows } = await rawOf({ 'a.csv': 'value,unit\nheld\n', 'b.csv': plain })
    expect(places(rows)).toEqual([
      [1, 0, 2, '1'],
      [1, 1, 3, '2'],
    ])
  })
})

describe('a number with a point in it', () => {
  const asParquet = (value: string) =>
    writeParquet(
      `SELECT ${Object.entries(FULL).map(([name, text]) => (name === 'value' ? `${value} AS value` : `'${text}' AS ${name}`))}`,
    )
  const asCsv = (cells: Cells) => csvText([{ ...FULL, ...cells }])

  it('is one in a column of numbers, and doubtful in a column of text, each by its own file', async () => {
    // Numbers that differ: a row that stands twice would count once.
    const { rows, rejects } = await loadByHand(database, {
      'a.parquet': await asParquet('8.968::DOUBLE'),
      'b.csv': asCsv({ value: '8.969' }),
      'c.parquet': await asParquet("'8.967'"),
      'd.parquet': await asParquet('8.966::DECIMAL(9, 3)'),
      'e.parquet': await asParquet("encode('8.965')"),
      'f.parquet': await asParquet('8968::BIGINT'),
    })
    expect(rows.map(({ file, value }) => [file, value])).toEqual([
      [0, 8.968],
      [3, 8.966],
      [5, 8968],
    ])
    expect(rejects.map(({ file, line, reason }) => [file, line, reason])).toEqual([
      [1, 2, 'point_in_number'],
      [2, 1, 'point_in_number'],
      [4, 1, 'point_in_number'],
    ])
  })
})
