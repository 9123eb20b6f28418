import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readCatalog, readReference } from '../../src/data/catalog.ts'
import type { Database } from '../../src/data/database.ts'
import { createWorkspace, type Workspace } from '../../src/data/workspace.ts'
import { keyOf } from '../../src/model/dataset.ts'
import { faultsSql, readFaults, readFullRows, rowsByNumberSql } from '../../src/query/rows-query.ts'
import { catalogUrl, fetchFromDisk } from '../support/dataset-files.ts'
import { type Cells, csvText, fileOf } from '../support/local-files.ts'
import { openNodeDatabase } from '../support/node-database.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let database: Database
let workspace: Workspace
let opened = 0

beforeAll(async () => {
  database = await openNodeDatabase()
  const catalog = await readCatalog(fetchFromDisk, catalogUrl)
  const reference = await readReference(fetchFromDisk, catalog)
  workspace = createWorkspace({ catalog, ...reference, fetchBytes: fetchFromDisk, startEngine: async () => database })
})
afterAll(() => database.close())

const TIPS: Cells = {
  ...{ 'Danh mục tỉnh': '63', 'Mã tỉnh': '38', 'Mã chỉ tiêu': 'tips_received', 'Cách chia': '', Phần: '' },
  ...{ 'Từ ngày': '1/1/2024', 'Đến ngày': '31/12/2024', 'Số liệu': '120', 'Đơn vị tính': '', 'Mức chính xác': '' },
  ...{ 'Cấp đơn vị': '', 'Trạng thái': '' },
}

async function open(...rows: readonly Cells[]) {
  opened += 1
  const filled = rows.map((row, at) => ({ ...TIPS, 'Số liệu': String(100 * opened + at), ...row }))
  const outcome = await workspace.openFiles([fileOf(`${opened}.csv`, csvText(filled, Object.keys(TIPS), ';'))])
  if (!outcome.opened) throw outcome.refused[0]?.failure ?? new Error('nothing was opened')
  const { dataset, report } = outcome.opened
  const numbers = Array.from({ length: rows.length }, (_, at) => at)
  const kept = readFullRows(await workspace.ask(keyOf(dataset), rowsByNumberSql(dataset, numbers)))
  const faults = readFaults(await workspace.ask(keyOf(dataset), faultsSql(dataset)))
  return {
    report,
    kept: [...kept.values()].sort((a, b) => a.row - b.row),
    faults,
    told: faults.map(({ line, column, reason }) => [line, column, reason]),
  }
}

describe('a cell that has the name of one code', () => {
  it('is read as that code, whatever its marks, case and title, on the list that the row names', async () => {
    const names = [
      ['63', 'Thanh Hoá', '63:38'],
      ['63', 'Thanh Hóa', '63:38'],
      ['63', 'THANH HOA', '63:38'],
      ['63', 'Tỉnh Thanh Hóa', '63:38'],
      ['63', 'Công an tỉnh Thanh Hóa', '63:38'],
      ['63', '38 Thanh Hóa', '63:38'],
      ['63', 'TP Hồ Chí Minh', '63:79'],
      ['34', 'TP. Hồ Chí Minh', '34:79'],
      ['34', 'Công an TP Hà Nội', '34:01'],
      ['63', 'Bắc Giang', '63:24'],
      ['34', 'Bắc Ninh', '34:24'],
      ['63 tỉnh, thành phố', 'Bắc Ninh', '63:27'],
      ['Danh mục 34', 'Đắk Lắk', '34:66'],
      ['63', 'Dak Lak', '63:66'],
    ] as const
    const { report, kept } = await open(...names.map(([list, name]) => ({ 'Danh mục tỉnh': list, 'Mã tỉnh': name })))
    expect(kept.map(({ place }) => place)).toEqual(names.map(([, , place]) => place))
    expect([report.rejected, report.understood.get('name')]).toEqual([0, names.length])
    for (const [, said, place] of names) {
      expect(report.namesRead).toContainEqual({ column: 'province_code', said, code: place.slice(3), rows: 1 })
    }
  })

  it('is read in every column that takes a code, and the number stays as it is', async () => {
    const { report, kept, faults } = await open({
      ...{ 'Cách chia': 'Loại hiện vật giao nộp', Phần: 'Lựu đạn' },
      ...{ 'Mã chỉ tiêu': 'surrendered_items', 'Đơn vị tính': 'Hiện vật', 'Mức chính xác': 'Ít nhất', 'Cấp đơn vị': 'Cấp tỉnh' },
      ...{ 'Trạng thái': 'Sơ bộ', 'Số liệu': '31' },
    })
    expect(faults).toEqual([])
    expect(kept[0]).toMatchObject({
      ...{ breakdownKey: 'item', breakdownValue: 'grenade', unit: 'item', qualifier: 'at_least', unitLevel: 'tinh' },
      ...{ status: 'provisional', value: 31 },
    })
    expect(report.namesRead.map(({ column, code }) => [column, code]).toSorted()).toEqual([
      ['breakdown_key', 'item'],
      ['breakdown_value', 'grenade'],
      ['qualifier', 'at_least'],
      ['status', 'provisional'],
      ['unit', 'item'],
      ['unit_level', 'tinh'],
    ])
  })

  it('is counted: kept and refused rows are the rows of the file, and each name says in how many', async () => {
    const { report } = await open(
      { 'Mã tỉnh': 'Thanh Hoá', 'Đơn vị tính': 'nguồn tin' },
      { 'Mã tỉnh': 'Thanh Hoá', 'Đơn vị tính': 'tip' },
      { 'Mã tỉnh': 'Nam Định' },
      { 'Mã tỉnh': '36' },
      { 'Mã tỉnh': 'Thanh Hoá', 'Số liệu': 'nhiều' },
      { 'Mã chỉ tiêu': 'charity_donations', 'Đơn vị tính': 'đồng' },
    )
    expect(report.kept + report.rejected).toBe(6)
    expect(report.understood.get('name')).toBe(4)
    expect(report.namesRead.slice(0, 1)).toEqual([{ column: 'province_code', said: 'Thanh Hoá', code: '38', rows: 2 }])
    expect(report.namesRead).toContainEqual({ column: 'unit', said: 'đồng', code: 'VND', rows: 1 })
    expect(report.namesRead).toContainEqual({ column: 'unit', said: 'nguồn tin', code: 'tip', rows: 1 })
  })

  it('is no code where it may be two, or is written for a code that another list has', async () => {
    const { report, told } = await open(
      // Hà Nội or Hà Nam; a town that lies in a province of its name; a province of the other list.
      { 'Mã tỉnh': 'HN' },
      { 'Mã tỉnh': 'Thành phố Bắc Giang' },
      { 'Danh mục tỉnh': '34', 'Mã tỉnh': 'Nam Định' },
      { 'Mã tỉnh': 'tất cả' },
    )
    expect(report.kept).toBe(0)
    expect(told).toEqual([2, 3, 4, 5].map((line) => [line, 'province_code', 'unknown_code']))
  })

  it('leaves codes as they are', async () => {
    const { report } = await open({ 'Đơn vị tính': 'tip', 'Cấp đơn vị': 'tinh', 'Mức chính xác': 'exact' })
    expect([report.kept, report.understood.has('name'), report.namesRead]).toEqual([1, false, []])
  })
})

describe('a text that is nearly a code', () => {
  it('is refused, with the one that was probably meant', async () => {
    const { report, faults } = await open(
      { 'Mã tỉnh': 'Ha Noii' },
      { 'Mã chỉ tiêu': 'tips_recieved' },
      { 'Mã tỉnh': 'Quảng Na' },
      { 'Mã tỉnh': '99' },
    )
    expect(report.kept).toBe(0)
    expect(faults.map(({ text, near }) => [text, near?.code, near?.label.vi])).toEqual([
      ['Ha Noii', '01', 'Hà Nội'],
      ['tips_recieved', 'tips_received', 'Nguồn tin do quần chúng nhân dân cung cấp'],
      ['Quảng Na', '49', 'Quảng Nam'],
      ['99', undefined, undefined],
    ])
  })

  it('that is as near to two has none', async () => {
    const { faults } = await open({ 'Mã tỉnh': 'Hà Nan' }, { 'Mã tỉnh': 'Quảng Ni' })
    expect(faults.map(({ near }) => near?.label.vi ?? null)).toEqual(['Hà Nam', null])
  })
})

describe('a row with several faults', () => {
  it('tells all of them, and is one row that was not accepted', async () => {
    const { report, told } = await open(
      { 'Mã tỉnh': 'Ha Noii', 'Đơn vị tính': 'cái gì', 'Số liệu': '8.968' },
      {},
      { 'Mã chỉ tiêu': 'nothing', 'Từ ngày': '2024', 'Đến ngày': 'nay', 'Trạng thái': '?' },
    )
    expect([report.read, report.kept, report.rejected]).toEqual([3, 1, 2])
    expect(told).toEqual([
      [2, 'province_code', 'unknown_code'],
      [2, 'unit', 'unknown_code'],
      [2, 'value', 'point_in_number'],
      [4, 'indicator_code', 'unknown_code'],
      [4, 'status', 'unknown_code'],
      [4, 'period_start', 'not_a_date'],
      [4, 'period_end', 'not_a_date'],
    ])
  })

  it('does not tell what only follows from another fault', async () => {
    const { told } = await open(
      { 'Danh mục tỉnh': '99', 'Mã tỉnh': '38' },
      { 'Mã chỉ tiêu': 'nothing', 'Cách chia': 'item', Phần: 'gun' },
      { 'Cách chia': 'nothing', Phần: 'gun' },
      { 'Mức chính xác': '?', 'Số liệu': '' },
      { 'Số liệu': '8.968' },
      { 'Số liệu': '8.968' },
    )
    expect(told).toEqual([
      [2, 'territory_set', 'unknown_code'],
      [3, 'indicator_code', 'unknown_code'],
      [4, 'breakdown_key', 'unknown_code'],
      [5, 'qualifier', 'unknown_code'],
      [6, 'value', 'point_in_number'],
      [7, 'value', 'point_in_number'],
    ])
  })
})

it('a file in letters of the ABC fonts is read, and said to be turned into Unicode', async () => {
  const [heads, row] = [
    'Danh môc tØnh;M· tØnh;M· chØ tiªu;Tõ ngµy;§Õn ngµy;Sè liÖu;Ghi chó',
    '63;Thanh Ho¸;tips_received;1/1/2024;31/12/2024;12;quÇn chóng nh©n d©n',
  ]
  const bytes = Uint8Array.from(`${heads}\n${row}\n`, (letter) => letter.charCodeAt(0))
  const { opened: file } = await workspace.openFiles([fileOf('abc.csv', bytes)])
  expect([file?.report.kept, file?.report.understood.get('tcvn3'), file?.report.understood.get('name')]).toEqual([1, 1, 1])
  expect(file?.report.namesRead).toEqual([{ column: 'province_code', said: 'Thanh Hoá', code: '38', rows: 1 }])
})
