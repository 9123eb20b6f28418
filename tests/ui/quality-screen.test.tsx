import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { OpenDataset } from '../../src/data/open-dataset.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Denominator } from '../../src/model/denominator.ts'
import { Failure } from '../../src/model/failure.ts'
import type { ResultSet } from '../../src/model/result-set.ts'
import type { View } from '../../src/model/view.ts'
import type { Room } from '../../src/ui/answer/room.ts'
import { overduePeriods } from '../../src/ui/quality/owed-section.tsx'
import { QualityScreen } from '../../src/ui/quality/quality-screen.tsx'
import { type FakeAnswer, fakeDatabase, HANGS } from '../support/fake-database.ts'
import { renderRoom } from '../support/room.tsx'
import { answerOf, figureOf, smallDataset } from '../support/small-dataset.ts'
import { bothLists } from '../support/units.ts'

const ACCOUNT = table({ class: ['whole', 'part', 'revised'], n: [1200, 30, 4] })
const SOURCES = table({ source_id: ['A', 'tep-1'], n: [1204, 30], units_63: [3, 1], units_34: [0, 0] })
const MATRIX = table({
  bucket: [1, 1, -1],
  province_code: ['36', '48', '84'],
  state: ['number', 'number', 'in_words'],
  days: [366, 91, null],
  days_of: [366, 366, null],
})
const FINDING = table({
  ...{ row: [7], file: [0], line: [9], place: ['63:36'], indicator_code: ['tips'], breakdown_key: [''], breakdown_value: [''] },
  ...{ printed: ['8.968 tin'], value: [8968], unit: ['tip'], scope_vi: [''], scope_en: [''], unit_name: [''], source_id: ['A'] },
  ...{
    locator: ['đoạn 2'],
    period_start: ['2024-01-01'],
    period_end: ['2024-12-31'],
    period_basis: ['stated'],
    duration_stated: [''],
  },
  ...{
    verify_vi: ['Có thể in nhầm.'],
    verify_en: ['Possibly misprinted.'],
    other: [null],
    here: [null],
    there: [null],
    by_key: [''],
  },
  ...{ terms: [1], all_rows: [72] },
})
const WITHHELD = table({ indicator_code: ['weapons'], suppressed: [14], not_applicable: [2], n: [90] })

/** The parts of the screen by what their questions are known by. */
const QUESTIONS: readonly [part: string, text: string, answer: ResultSet][] = [
  ['withheld', 'suppressed + not_applicable', WITHHELD],
  ['sources', 'units_63', SOURCES],
  ['verify', 'WHERE needs_verification', FINDING],
  ['class rows', "END = 'revised'", FINDING],
  ['figure', 'AS own_period', answerOf([figureOf('tips', '36', { terms: [7] })])],
  ['matrix', 'bucket_from', MATRIX],
  ['account', 'GROUP BY class', ACCOUNT],
]

function answering(given: Readonly<Record<string, FakeAnswer>> = {}) {
  return fakeDatabase({
    query: (sql) => {
      const found = QUESTIONS.find(([, text]) => sql.includes(text))
      return found ? (given[found[0]] ?? found[2]) : { length: 0, columns: {} }
    },
  })
}

/** 1,234 rows kept, one not accepted, and two records that were held back. */
function openedOf({ dataset }: Room): OpenDataset {
  const { years, latestDay, rhythms, seams } = dataset
  const record = { file: 0, line: 3, reason: 'field-count' as const, fields: 4, expected: 31, text: 'a;b' }
  const report = { read: 1235, kept: 1234, rejected: 1, years, latestDay, rhythms, seams, understood: new Map(), namesRead: [] }
  return { dataset, files: ['small.csv'], report, held: [record, { ...record, line: 4 }], blankLines: 5 }
}

function draw(given: Readonly<Record<string, FakeAnswer>> = {}, dataset: Dataset = smallDataset, view: Partial<View> = {}) {
  return renderRoom((room) => <QualityScreen room={room} opened={openedOf(room)} />, {
    database: answering(given),
    dataset,
    view,
  })
}

const part = (name: string) => document.querySelector<HTMLElement>(`[data-quality="${name}"]`) as HTMLElement
const groups = () =>
  [...part('account').querySelectorAll('[data-group] > tr:first-child > td:nth-child(2)')].map((one) => one.textContent)

describe('the account', () => {
  test('every row of the file stands in one class, in counts that add up', async () => {
    draw()
    expect(
      await screen.findByText(
        'Tệp có 1.237 dòng: đã nhận 1.234, chưa nhận 3. Mỗi dòng thuộc đúng một loại dưới đây. Bỏ qua 5 dòng trống.',
      ),
    ).toBeVisible()
    expect(screen.getByText('1.237 = 1.200 + 30 + 4 + 1 + 2: cộng lại đủ, không dòng nào bị bỏ sót.')).toBeVisible()
    expect(groups()).toEqual(['1.230', '0', '4', '3'])
  })

  test('counts that do not add up are said not to', async () => {
    draw({ account: table({ class: ['whole'], n: [1200] }) })
    expect(await screen.findByText(/^Các loại cộng lại được 1\.203 dòng, tệp có 1\.237 dòng/)).toBeVisible()
    expect(screen.queryByText(/cộng lại đủ/)).toBeNull()
  })

  test('a class shows its rows below, those that were not accepted are on the screen of rows', async () => {
    const { user, view } = draw()
    await user.click(await screen.findByRole('button', { name: 'Xem các dòng: Đã có bản đính chính' }))
    const rows = await screen.findByRole('region', { name: 'Đã có bản đính chính' })
    expect(within(rows).getByText('“8.968 tin”')).toBeVisible()
    expect(within(rows).getByText('đoạn 2; dòng 9')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Ẩn các dòng: Đã có bản đính chính' }))
    expect(screen.queryByRole('region', { name: 'Đã có bản đính chính' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Xem các dòng: Nội dung ô không dùng được' }))
    expect(view().tab).toBe('rows')
  })
})

test('sources stand in their order, with doubts about the date, and links of http alone', async () => {
  draw(
    {},
    {
      ...smallDataset,
      sources: smallDataset.sources.map((one) => (one.id === 'A' ? { ...one, publishedDate: '2022-05-01' } : one)),
    },
  )
  await within(part('sources')).findByRole('table')
  const rows = [...part('sources').querySelectorAll<HTMLElement>('[data-source]')]
  expect(rows.map((row) => row.dataset.source)).toEqual(['A', 'B', 'tep-1'])
  expect(rows[0]).toHaveTextContent('ngày in trên trang 01/5/2022, chưa chắc chắn')
  expect(rows[0]).toHaveTextContent('1.204')
  expect(rows[1]).toHaveTextContent('không rõ ngày đăng')
  const links = within(part('sources')).getAllByRole('link')
  expect(links.map((link) => [link.getAttribute('href'), link.getAttribute('rel'), link.getAttribute('target')])).toEqual([
    ['https://example.org/bai-a', 'noopener noreferrer', '_blank'],
  ])
})

describe('the table of coverage', () => {
  test('says of every place and year what there is, and counts it by column', async () => {
    draw({}, smallDataset, { units: 'goc' })
    const table = await within(await screen.findByRole('region', { name: 'Bảng số: Nơi có số, nơi chưa có' })).findByRole('table')
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((one) => one.textContent),
    ).toEqual(['Địa phương', '2024', 'Kỳ khác hoặc không ghi'])
    const marks = (place: string) =>
      within(table.querySelector(`[data-place="${place}"]`) as HTMLElement)
        .getAllByRole('img')
        .map((one) => one.getAttribute('aria-label'))
    expect(marks('63:36')).toEqual(['có số', 'nguồn không nêu'])
    expect(marks('63:48')).toEqual(['số của 91/366 ngày', 'nguồn không nêu'])
    expect(marks('63:84')).toEqual(['nguồn không nêu', 'chỉ nêu bằng chữ'])
    const counts = [...table.querySelectorAll('tfoot tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent).join(' '),
    )
    expect(counts).toEqual(['có số 1 0', 'có số, chưa đủ ngày 1 0', 'chỉ nêu bằng chữ 0 1', 'nguồn không nêu 1 2'])
  })

  test('keeps to the places of the view', async () => {
    draw({}, smallDataset, { units: 'goc', territories: ['o36'] })
    await screen.findByRole('region', { name: 'Bảng số: Nơi có số, nơi chưa có' })
    expect([...document.querySelectorAll<HTMLElement>('[data-place]')].map((row) => row.dataset.place)).toEqual(['63:36'])
  })
})

describe('the table of coverage on one list of provinces', () => {
  const merged: Dataset = {
    ...smallDataset,
    territories: bothLists(),
    territorySets: ['63', '34'],
    reporters: ['63:74', '63:77', '63:79', '34:79'],
  }
  const said = (place: string, bucket = 1) => ({ bucket, place, key: '', value: '', reports: '1' })
  const report = { bucket: null, place: 'p', key: '2024-01-01', value: '2024-12-31', reports: '1' }
  const told = (rows: readonly (ReturnType<typeof said> | typeof report)[]) =>
    table({
      bucket: rows.map(({ bucket }) => bucket),
      territory_set: rows.map(({ place }) => place.slice(0, 2)),
      province_code: rows.map(({ place }) => place.slice(3)),
      indicator_code: rows.map(() => 'tips'),
      aggregation: rows.map(() => 'sum'),
      is_scoped: rows.map(() => false),
      breakdown_key: rows.map(({ key }) => key),
      breakdown_value: rows.map(({ value }) => value),
      reports: rows.map(({ reports }) => reports),
    })

  test('a province of today says how many of its old units have a figure, in words and in the cell', async () => {
    draw({ matrix: told([said('63:74'), said('63:79'), report]) }, merged, { units: '34' })
    const region = await screen.findByRole('region', { name: 'Bảng số: Nơi có số, nơi chưa có' })
    const mark = within(region).getByRole('img', { name: '2/3 đơn vị cũ nêu' })
    const cell = mark.closest('td') as HTMLElement
    expect(cell.title).toMatch(/2024: 2\/3 đơn vị cũ nêu$/)
    expect(cell).toHaveTextContent('2/3')
    expect(part('coverage')).toHaveTextContent('mới có của từng đơn vị cũ, ghi như “2/3 đơn vị cũ”')
    expect(part('coverage')).toHaveTextContent('Báo cáo của các đơn vị cũ được tính vào đơn vị hiện nay')
  })

  test('a figure of a merged province is refused to each of its old units', async () => {
    draw({ matrix: told([said('34:79'), said('63:74', 0), report]) }, merged, { units: '63' })
    const region = await screen.findByRole('region', { name: 'Bảng số: Nơi có số, nơi chưa có' })
    expect(within(region).getAllByRole('img', { name: 'số của tỉnh sau sáp nhập, không tách được' })).toHaveLength(3)
    expect(part('coverage')).toHaveTextContent('không tách được về đơn vị cũ')
  })
})

describe('what is owed', () => {
  test('where the package expects nothing, nobody is late', async () => {
    draw()
    expect(await screen.findByText(/không địa phương nào bị coi là chậm/)).toBeVisible()
  })

  test('is grouped by period, the newest first, and by place with all that it lacks', () => {
    const count = { territorySet: '63', grain: 'month', overdue: true, owed: 2, received: 1 } as const
    const may = { ...count, start: '2024-05-01', end: '2024-05-31', due: '2024-06-10' }
    const june = { ...count, start: '2024-06-01', end: '2024-06-30', due: '2024-07-10' }
    const missing = (...codes: string[]) => codes.map((code) => ({ set: '63' as const, code }))
    const periods = overduePeriods(
      [
        { ...may, indicator: 'tips', missing: missing('48') },
        { ...june, indicator: 'tips', missing: missing('48', '36') },
        { ...june, indicator: 'money', missing: missing('36', '84') },
        { ...june, start: '2024-07-01', end: '2024-07-31', overdue: false, indicator: 'tips', missing: missing('36') },
      ],
      () => ['63:36', '63:48'],
    )
    expect(periods.map(({ end, owed, missing: n }) => [end, owed, n])).toEqual([
      ['2024-06-30', 4, 3],
      ['2024-05-31', 2, 1],
    ])
    expect(periods[0]?.lines).toEqual([
      { place: '63:36', indicators: ['tips', 'money'] },
      { place: '63:48', indicators: ['tips'] },
    ])
  })
})

test('a figure to verify is listed with its reason and leads to its grounds', async () => {
  const { user, asked } = draw()
  expect(await screen.findByRole('heading', { name: 'Cần kiểm chứng: 72' })).toBeVisible()
  await user.click(screen.getByText(/Bộ số liệu ghi rõ lý do/))
  expect(screen.getByText('Có thể in nhầm.')).toBeVisible()
  expect(screen.getByText('Hiện 1 dòng đầu trong 72 dòng, theo thứ tự trong tệp.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Số này từ đâu?' }))
  await expect.poll(() => asked.length).toBe(1)
  expect(asked[0]?.figure).toMatchObject({ indicator: 'tips', terms: [7], window: { from: '2024-01-01', to: '2024-12-31' } })
  expect(asked[0]?.view).toMatchObject({ time: { kind: 'report' }, units: 'goc', filters: {} })
})

test('a row that is in no figure leads to the one that was taken in its place', async () => {
  const { user, asked } = draw({ figure: answerOf([figureOf('tips', '36', { terms: [8] })]) })
  await user.click(await screen.findByText(/Bộ số liệu ghi rõ lý do/))
  await user.click(screen.getByRole('button', { name: 'Số này từ đâu?' }))
  await expect.poll(() => asked.map(({ figure }) => figure.terms)).toEqual([[8]])
})

test('a row that no figure speaks of says so', async () => {
  const { user, asked } = draw({ figure: answerOf([]) })
  await user.click(await screen.findByText(/Bộ số liệu ghi rõ lý do/))
  await user.click(screen.getByRole('button', { name: 'Số này từ đâu?' }))
  expect(await screen.findByText('Không số nào trên các màn hình nói về dòng này.')).toBeVisible()
  expect(asked).toEqual([])
})

test('withheld rows and denominators of one source are counted', async () => {
  const denominator = (year: number, verified: boolean): Denominator => ({
    ...{
      territory: { set: '63', code: '36' },
      measure: 'population',
      year,
      value: 1000,
      basis: 'gso_average',
      verified,
      source: '',
    },
  })
  draw(
    {},
    {
      ...smallDataset,
      denominators: [denominator(2020, false), denominator(2021, false), denominator(2023, false), denominator(2024, true)],
    },
  )
  expect(
    await screen.findByText('14 dòng không công bố, 2 dòng không áp dụng. Không dòng nào trong đó bị coi là 0.'),
  ).toBeVisible()
  const table = document.querySelector<HTMLElement>('[data-denominators="3"]') as HTMLElement
  expect(within(table).getByText('2020–2021, 2023')).toBeVisible()
  expect(within(table).getByText('3/4')).toBeVisible()
})

test('each part waits and fails by itself', async () => {
  const { user, database } = draw({ account: HANGS, sources: new Failure('query-failed', { raw: 'no' }) })
  expect(await within(part('sources')).findByRole('alert')).toBeVisible()
  expect(within(part('account')).getByRole('status')).toHaveTextContent('Đang tính…')
  expect(await within(part('withheld')).findByText(/14 dòng không công bố/)).toBeVisible()
  database.script = answering().script
  await user.click(within(part('sources')).getByRole('button', { name: 'Thử lại' }))
  expect(await within(part('sources')).findByText('Bài A')).toBeVisible()
})

test('everything is said in English too', async () => {
  draw({}, smallDataset, { language: 'en' })
  expect(await screen.findByText('1,237 = 1,200 + 30 + 4 + 1 + 2: it adds up, no row is lost.')).toBeVisible()
  expect(await screen.findByText('Possibly misprinted.')).toBeInTheDocument()
  for (const title of ['Sources of the figures', 'Where there are figures, and where not', 'Overdue reports']) {
    expect(screen.getByRole('heading', { name: title })).toBeVisible()
  }
})

function table(columns: ResultSet['columns']): ResultSet {
  return { length: Object.values(columns)[0]?.length ?? 0, columns }
}
