import { beforeAll, describe, expect, test } from 'vitest'
import { CHART_TYPES } from '../../src/charts/index.ts'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import type { ExportLabel } from '../../src/charts/share/export-label.ts'
import { tableCsv } from '../../src/charts/share/table-csv.ts'
import type { TableCell, TableModel, TableRow } from '../../src/charts/table/table-row.ts'
import { parseCsvRecords } from '../../src/data/csv-text.ts'
import { printFigure } from '../../src/locale/print-figure.ts'
import type { Figure } from '../../src/model/figure.ts'
import { openNationalAnswers } from '../support/national-answers.ts'
import { OPENING_TIME, openPublicReports } from '../support/public-reports.ts'
import { PUBLIC_VIEWS, searchOf } from '../support/public-views.ts'

const NATIONAL_LINKS = [
  '',
  'i=tips_received',
  'i=tips_received&t=2025-Q3&cmp=prev',
  'i=tips_received&t=2026-06&cmp=yoy',
  'i=tips_received&t=2026&cmp=yoy',
  'i=tips_received&n=per100k',
  'i=tips_received&t=2024&dg=63&cmp=target',
  'i=tips_received&cmp=peers',
  'i=surrendered_items',
  'i=models_maintained&t=2026-06&cmp=yoy',
  'i=models_built&t=2024-12&dg=63&cmp=prev',
  'i=dom-models&t=2024&cmp=yoy',
  'i=dom-charity&t=2024&dg=63&cmp=yoy',
  'i=charity_donations&t=2024&dg=63&n=per100k&cmp=yoy',
  'i=commune_police_coverage_share&t=2024-12&dg=63&cmp=yoy',
]
/** Of published reports nothing is of the period before; what may be set against its peers is. */
const MORE_PUBLIC = [
  'i=models_built',
  'i=charity_gifts&n=per100k',
  'i=charity_donations&n=year',
  'i=tips_received&cmp=yoy&t=2024',
]

interface Shown {
  readonly name: string
  readonly input: PictureInput
}

const shown: Shown[] = []
beforeAll(async () => {
  const reports = await openPublicReports()
  const national = await openNationalAnswers()
  for (const view of [...PUBLIC_VIEWS, ...MORE_PUBLIC.map((link) => ({ link }))]) {
    shown.push({ name: `public ${view.link}`, input: inputOf(await reports.answerOf(searchOf(view))) })
  }
  for (const link of NATIONAL_LINKS) {
    const search = ['?d=national-simulated', link, 'lang=vi'].filter(Boolean).join('&')
    shown.push({ name: `national ${link}`, input: inputOf(await national(search, link === 'i=tips_received')) })
  }
}, 3 * OPENING_TIME)

describe('in the CSV file of every chart of every view', () => {
  test('a cell of a number column is the number of its figure, and nothing else', () => {
    const seen = { numbers: 0, bases: 0, changes: 0 }
    for (const { at, cells, row } of everyRow()) {
      expect(numberIn(cells.get('Số (để tính)')), at).toBeCloseToNumber(row.figure?.value ?? null)
      if (row.figure?.value != null) seen.numbers++
      for (const { id, label } of further(cells, row)) {
        const value = row.cells[id]?.value ?? null
        expect(numberIn(cells.get(label)), `${at} ${label}`).toBeCloseToNumber(value)
        if (value !== null) seen[id === 'base' ? 'bases' : 'changes']++
      }
    }
    expect(seen.numbers).toBeGreaterThan(2_000)
    expect(seen.bases).toBeGreaterThan(300)
    expect(seen.changes).toBeGreaterThan(300)
  })

  test('what bounds a number stands beside it in words and as a code, in its state too; beside an exact one nothing does', () => {
    const bounded = { number: 0, base: 0, change: 0, percent: 0 }
    for (const { at, cells, row, input } of everyRow()) {
      expect(cells.get('Mã mức chính xác'), at).toBe(codeOf(row.figure))
      expect(cells.get('Mức chính xác (trên, không quá, khoảng)'), at).toBe(leadOf(row.figure, input))
      for (const [flag, words] of STATE_WORDS) {
        expect(cells.get('Tình trạng')?.includes(words), `${at} ${words}`).toBe(isNumber(row.figure) && row.figure[flag])
      }
      if (isBounded(row.figure)) bounded.number++
      for (const { id, label, cell } of further(cells, row)) {
        const code = cell?.figure ? codeOf(cell.figure) : cell?.value == null ? '' : 'exact'
        expect(cells.get(`${label}: mã mức chính xác`), `${at} ${label}`).toBe(code)
        const said = cells.get(`${label}: mức chính xác`) ?? ''
        if (!isBounded(cell?.figure ?? null)) {
          expect(said, `${at} ${label}`).not.toMatch(/trên|không quá|khoảng|ít nhất/)
          continue
        }
        bounded[id]++
        expect(said, `${at} ${label}`).toMatch(/trên|hơn|gần|không quá|khoảng|ít nhất|không (tăng|giảm|cao|thấp)|tối thiểu/)
        // Nothing of the number itself is written a second time with another meaning.
        expect(row[id], `${at} ${label}`).toContain(said.split('; ')[0])
      }
    }
    expect(Math.min(...Object.values(bounded)), JSON.stringify(bounded)).toBeGreaterThan(0)
    expect(bounded.number).toBeGreaterThan(100)
  })

  test('the state is that of the figure, with whatever is to be said of it; nothing said is told why', () => {
    const seen = new Map<string, number>()
    const count = (name: string) => seen.set(name, (seen.get(name) ?? 0) + 1)
    for (const { at, cells, row, input } of everyRow()) {
      const [state, code] = [cells.get('Tình trạng') ?? '', cells.get('Mã tình trạng') ?? '']
      const { figure } = row
      if (figure === null) {
        expect(state, at).toBe(input.words.figure.state[row.stateCode])
        expect(code, at).toBe(row.stateCode)
        count(code)
        continue
      }
      const isShort = isNumber(figure) && (figure.days ?? 0) < (figure.daysOf ?? 0)
      const whole = figure.state === 'value' || figure.state === 'zero'
      expect(code, at).toBe(isShort && whole ? 'part_of_time' : figure.state)
      if (isShort)
        expect(state, at).toContain(
          `số của ${[figure.days, figure.daysOf].map((n) => n?.toLocaleString('vi-VN')).join('/')} ngày`,
        )
      for (const [flag, words] of MARKS) {
        expect(state.includes(words), `${at} ${words}`).toBe(figure[flag])
        if (figure[flag]) count(flag)
      }
      count(code)
    }
    for (const name of [
      'value',
      'zero',
      'part_of_time',
      'in_words',
      'only_parts',
      'not_mentioned',
      'needsVerification',
      'estimated',
    ]) {
      expect(seen.get(name) ?? 0, name).toBeGreaterThan(0)
    }
  })

  test('unit, time, source and whether it is simulated stand in every row that has a figure', () => {
    for (const { at, cells, row, input } of everyRow()) {
      expect(cells.get('Mô phỏng'), at).toBe(input.dataset.simulated ? 'mô phỏng' : undefined)
      if (row.figure === null) continue
      expect(cells.get('Mã đơn vị'), at).toContain(row.figure.unit)
      expect(cells.get('Thời gian'), at).not.toBe('')
      expect(cells.get('Nguồn'), at).toMatch(/\S/)
    }
  })

  test('where there is no change its reason stands in a column of text', () => {
    let reasons = 0
    for (const { at, cells, row } of everyRow()) {
      if (!cells.has('Vì sao không so')) continue
      const said = (['change', 'percent'] as const).filter((id) => row.cells[id]?.value == null && row[id] !== '')
      for (const id of said) expect(cells.get('Vì sao không so'), at).toContain(row[id])
      if (said.length === 0) expect(cells.get('Vì sao không so'), at).toBe('')
      reasons += said.length
    }
    expect(reasons).toBeGreaterThan(10)
  })
})

const STATE_WORDS = [
  ['low', 'từ số này trở lên'],
  ['high', 'không quá số này'],
  ['approx', 'số gần đúng'],
] as const
const MARKS = [
  ['needsVerification', 'cần kiểm chứng'],
  ['provisional', 'sơ bộ'],
  ['estimated', 'ước tính'],
] as const

interface WrittenRow {
  readonly at: string
  readonly input: PictureInput
  readonly row: TableRow
  /** The cells of its line in the file, by the column's head. */
  readonly cells: ReadonlyMap<string, string>
}

let written: readonly WrittenRow[] | null = null

/** Every line of every file, beside the row that it was written of. */
function everyRow(): readonly WrittenRow[] {
  written ??= shown.flatMap(({ name, input }) =>
    CHART_TYPES.filter((chart) => chart.accepts(input.view, input.dataset)).flatMap((chart) => {
      const table = chart.table(input)
      return linesOf(table, input).map((cells, nth) => ({
        ...{ at: `${name} ${chart.id} ${nth}`, input, cells },
        row: table.rows[nth] as TableRow,
      }))
    }),
  )
  return written
}

function linesOf(table: TableModel, { words, language, dataset }: PictureInput): ReadonlyMap<string, string>[] {
  const label: ExportLabel = {
    ...{
      title: 'Bảng',
      filters: [],
      countedBy: '',
      coverage: '',
      sources: [],
      day: '',
      madeOn: '',
      link: '',
      classification: '',
    },
    simulated: dataset.simulated,
  }
  const csv = tableCsv(table, label, { words, language, dataset })
  const { header, rows } = parseCsvRecords(csv.slice(1).split('\r\n\r\n')[0] ?? '')
  expect(new Set(header).size).toBe(header.length)
  expect(rows).toHaveLength(table.rows.length)
  return rows.map((row) => new Map(header.map((name, at) => [name, row[at] ?? ''])))
}

/** As Excel reads it under Vietnamese settings; null for an empty cell. */
function numberIn(cell: string | undefined): number | null {
  if (cell === '') return null
  if (!/^-?\d+(,\d+)?$/.test(cell ?? '')) throw new Error(`no number: ${cell}`)
  return Number(cell?.replace(',', '.'))
}

function further(cells: ReadonlyMap<string, string>, row: TableRow) {
  const ids = ['base', 'change', 'percent'] as const
  const heads = [...cells.keys()].filter((head) => cells.has(`${head}: mức chính xác`))
  const kinds = heads.length === 2 ? (['base', 'percent'] as const) : ids
  return heads.map((label, at) => {
    const id = kinds[at] as (typeof ids)[number]
    return { id, label, cell: row.cells[id] as TableCell | undefined }
  })
}

function isNumber(figure: Figure | null): figure is Figure {
  return figure !== null && figure.value !== null
}

function isBounded(figure: Figure | null): boolean {
  return isNumber(figure) && (figure.low || figure.high || figure.approx)
}

function codeOf(figure: Figure | null): string {
  if (!isNumber(figure)) return ''
  const codes = [figure.approx && 'about', figure.low && 'at_least', figure.high && 'at_most'].filter(Boolean)
  return codes.length > 0 ? codes.join('+') : 'exact'
}

/** What the page prints before the digits. */
function leadOf(figure: Figure | null, { dataset, words, language }: PictureInput): string {
  if (figure === null || !isBounded(figure)) return ''
  return /^\D*(?= \d)/.exec(printFigure(figure, dataset, words.figure, language).number)?.[0] ?? 'no lead'
}

function inputOf(asked: Omit<PictureInput, 'width' | 'dark'>): PictureInput {
  return { ...asked, width: 1100, dark: false }
}

expect.extend({
  /** Equal but for what a spreadsheet does not keep: fifteen digits. */
  toBeCloseToNumber(received: number | null, expected: number | null) {
    const pass =
      received === null || expected === null
        ? received === expected
        : Math.abs(received - expected) <= 1e-14 * Math.max(Math.abs(expected), 1e-300)
    return { pass, message: () => `${received} is not ${expected}` }
  },
})

declare module 'vitest' {
  interface Matchers<T> {
    toBeCloseToNumber(expected: number | null): T
  }
}
