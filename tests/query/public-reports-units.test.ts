import { beforeAll, describe, expect, test } from 'vitest'
import { shownItems } from '../../src/charts/map/map-marks.ts'
import { mapPanels } from '../../src/charts/map/map-panels.ts'
import { patchwork } from '../../src/charts/patchwork.ts'
import type { Figure } from '../../src/model/figure.ts'
import { reasonFor } from '../../src/model/rules/grounds.ts'
import { reportsOf } from '../../src/model/rules/listed-reporters.ts'
import { groundsSql, readGrounds } from '../../src/query/grounds-query.ts'
import { countsBeside, viewQuery } from '../../src/query/view-query.ts'
import { checkedObservations } from '../support/checked-reports.ts'
import { cellLines, describeHeadline, describeTable } from '../support/describe-picture.ts'
import { type Asked, openPublicReports, type PublicReports } from '../support/public-reports.ts'
import { PUBLIC_VIEWS, searchOf } from '../support/public-views.ts'

let reports: PublicReports
beforeAll(async () => {
  reports = await openPublicReports()
})

const ask = (link: string) => reports.answerOf(`?d=public-reports&dg=34${link}`)
const inputOf = (asked: Asked) => ({ ...asked, width: 1100, dark: false })

function pictureOf(asked: Asked) {
  const picture = patchwork.picture(inputOf(asked))
  if (picture.kind !== 'cells') throw new Error('no cells')
  return picture.patchwork
}

const cell = (asked: Asked, row: string, column: string) => cellLines(pictureOf(asked), row, column, asked.words)

/** `Ninh Bình 2/3`: of how many old units each place has a figure. */
function oldUnits(asked: Asked, domain?: string): string[] {
  const { places, rows, columns, cells } = pictureOf(asked)
  const at = columns.findIndex(({ label }) => label === domain)
  const named =
    places === 'rows'
      ? rows.map(({ label }, nth) => ({ label, all: [cells[nth]?.[at]] }))
      : columns.map(({ label }, nth) => ({ label, all: cells.map((row) => row[nth]) }))
  return named.map(({ label, all }) => {
    const of = all[0]?.oldUnits?.of
    return `${label} ${Math.max(...all.map((one) => one?.oldUnits?.n ?? -1))}/${of}`
  })
}

const TIPS = 'Nguồn tin quần chúng'
const MODELS = 'Mô hình, điển hình tiên tiến'

describe('tips on the 34', () => {
  test('of Ninh Bình are the number of Nam Định and the words of a town of Hà Nam, side by side', async () => {
    const asked = await ask('')
    expect(cell(asked, 'Ninh Bình', TIPS)).toEqual([
      'hàng trăm | Tin có giá trị | Hà Nam (1/3 tỉnh cũ): chỉ thị xã Duy Tiên | từ năm 2019',
      '8.968 nguồn tin | Tin có giá trị | Nam Định (1/3 tỉnh cũ) | 5 năm, từ năm 2017',
    ])
    const numbers = asked.answer.figures.filter(({ value }) => value === 8968)
    expect(numbers.map(({ low, state, merged }) => [low, state, merged?.of])).toEqual([[false, 'only_parts', 3]])
  })

  test('are of two of three, one of three, one of three and none of two old units', async () => {
    expect(oldUnits(await ask(''), TIPS)).toEqual(['Khánh Hòa 0/2', 'Ninh Bình 2/3', 'Phú Thọ 1/3', 'Vĩnh Long 1/3'])
  })

  test('share no scale, and the headline names no whole province', async () => {
    const asked = await ask('&i=tips_received')
    expect(asked.answer.comparability.groups.flatMap(({ scale }) => scale)).toEqual([])
    const [finding, parts, silent] = describeHeadline(asked)
    expect(finding).toContain('Không địa phương nào trong 4')
    expect(parts).toContain('8.968 (tin có giá trị; Nam Định, 1/3 tỉnh cũ; 5 năm, từ năm 2017)')
    expect(silent).toBe('Không nêu: Khánh Hòa.')
  })
})

describe('models on the 34', () => {
  test('of Ninh Bình are 132 maintained and 52 built, never 184', async () => {
    const asked = await ask('')
    const { cells, rows, columns } = pictureOf(asked)
    const there =
      cells[rows.findIndex(({ label }) => label === 'Ninh Bình')]?.[columns.findIndex(({ label }) => label === MODELS)]
    expect(there?.figures.map(({ text }) => [text.full, text.indicator, text.scope])).toEqual([
      ['132 mô hình', 'Mô hình “Dân vận khéo” xây dựng, duy trì có hiệu quả', 'Hà Nam (1/3 tỉnh cũ)'],
      ['52 mô hình', 'Mô hình “Dân vận khéo” đã xây dựng', 'Nam Định (1/3 tỉnh cũ)'],
    ])
    expect(asked.answer.figures.map(({ value }) => value)).not.toContain(184)
    expect(oldUnits(asked, MODELS)).toEqual(['Khánh Hòa 0/2', 'Ninh Bình 2/3', 'Phú Thọ 0/3', 'Vĩnh Long 1/3'])
  })

  test('named without a total stand under the province of today', async () => {
    const asked = await ask('')
    expect(cell(asked, 'Phú Thọ', MODELS)).toEqual(['nêu tên 4 mô hình', 'không nêu tổng số'])
    expect(cell(asked, 'Khánh Hòa', MODELS)).toEqual(['nêu tên 2 mô hình, 2 hoạt động', 'không nêu tổng số'])
  })
})

test('gifts on the 34: a number of Trà Vinh, words of a body of Ninh Thuận, nothing of Ninh Bình', async () => {
  const asked = await ask('&i=charity_gifts')
  expect(oldUnits(asked)).toEqual(['Khánh Hòa 1/2', 'Vĩnh Long 1/3'])
  expect(
    describeTable(patchwork.table(inputOf(asked)))
      .slice(1)
      .map((row) => row.split(' | ').filter((_, at) => [0, 3, 6, 7].includes(at))),
  ).toEqual([
    ['Khánh Hòa', 'hàng trăm', 'Ninh Thuận (1/2 tỉnh cũ): chỉ Đoàn Thanh niên Công an tỉnh', 'chỉ một phần địa phương'],
    ['Ninh Bình', '…', '', 'nguồn không nêu'],
    ['Phú Thọ', '…', '', 'nguồn không nêu'],
    ['Vĩnh Long', '6.147', 'Trà Vinh (1/3 tỉnh cũ)', 'chỉ một phần địa phương'],
  ])
  const overview = await ask('')
  expect(oldUnits(overview, 'Xã hội, từ thiện, đền ơn đáp nghĩa')).toContain('Ninh Bình 0/3')
})

test('in English no old unit and no count is in Vietnamese', async () => {
  const table = describeTable(patchwork.table(inputOf(await ask('&i=charity_gifts&lang=en')))).join('\n')
  expect(table).toContain('Ninh Thuan (1 of 2 old provinces): ')
  expect(table).toContain('| Tra Vinh (1 of 3 old provinces) |')
  expect(table).not.toContain('tỉnh cũ')
})

describe('what is asked of the engine', () => {
  test('by the code of a new unit are the reports of all its old ones', async () => {
    const asked = await ask('&p=37')
    expect(asked.notices).toEqual([])
    expect(asked.sql).toContain(`('63:35', '63:36', '63:37')`)
    const [first] = asked.answer.figures
    expect(new Set(asked.answer.figures.map(({ territory }) => `${territory.set}:${territory.code}`))).toEqual(new Set(['34:37']))
    expect(first?.merged?.of).toBe(3)
  })

  test('by the code of an old unit as in the report is its own report', async () => {
    const asked = await reports.answerOf('?d=public-reports&dg=goc&p=o36')
    expect([asked.notices, asked.view.territories]).toEqual([[], ['o36']])
    const own = await reports.answerOf('?d=public-reports&p=36')
    expect([asked.sql, asked.answer.figures]).toEqual([own.sql, own.answer.figures])
  })

  test('are the counts of a ratio where old units may make one up, and the view shows none of them', async () => {
    const { dataset } = reports
    const ratio = dataset.indicators.find(({ aggregation, numerator }) => aggregation === 'ratio' && numerator !== null)
    if (!ratio) throw new Error('no ratio')
    const asked = await ask(`&i=${ratio.code}`)
    const counts = [ratio.numerator, ratio.denominator]
    expect(countsBeside(asked.view, dataset)).toEqual(counts)
    expect(viewQuery(asked.view, dataset).question.indicators).toEqual([ratio.code, ...counts])
    expect(new Set(asked.answer.figures.map(({ indicator }) => indicator))).toEqual(new Set([ratio.code]))
    for (const units of ['63', 'goc'] as const) expect(countsBeside({ ...asked.view, units }, dataset)).toEqual([])
  })
})

test('on the map each merged unit has one mark', async () => {
  const panels = mapPanels(inputOf(await ask('&i=tips_received')))
  const marked = panels.flatMap((panel) => shownItems(panel).map(({ key, mark }) => [key, mark]))
  expect(marked.sort()).toEqual([
    ['34:25', 'words'],
    ['34:37', 'part'],
    ['34:86', 'doubtful'],
  ])
})

describe.each(PUBLIC_VIEWS.filter(({ provinces }) => provinces === null))('$name on the 34', (view) => {
  test('has every figure of the 63 once, under the unit of today', async () => {
    const before = await reports.answerOf(searchOf(view))
    const after = await reports.answerOf(`${searchOf(view)}&dg=34`)
    const rows = (figures: readonly Figure[]) => figures.map(({ terms, value }) => `${terms} ${value}`).sort()
    expect(rows(after.answer.figures)).toEqual(rows(before.answer.figures))
    for (const { territory, merged } of after.answer.figures) {
      const from = merged?.from.map(({ code }) => after.dataset.territories.get(`63:${code}`)?.mergedInto)
      expect([territory.set, from]).toEqual(['34', [territory.code]])
    }
  })

  test('tells in the grounds of each figure every row of all its old units, and why it is out', async () => {
    const { answer, dataset, view: shown } = await reports.answerOf(`${searchOf(view)}&dg=34`)
    const checked = checkedObservations()
    for (const figure of answer.figures.filter(({ basis }) => basis !== 'ratio')) {
      const units = reportsOf(figure.territory, '34', dataset)
      const sql = groundsSql(dataset.schema, figure, [], units)
      const rows = readGrounds(await reports.workspace.ask(dataset.id, sql))
      const expected = checked.filter(
        ({ provinceCode, indicator }) => units.some(({ code }) => code === provinceCode) && indicator === figure.indicator,
      )
      expect(rows.map(({ row }) => row)).toEqual(expected.map(({ row }) => row))
      const context = { figure, window: view.window, filter: shown.filters, ruleOf: () => 'not_additive' as const }
      for (const row of rows) {
        const reason = reasonFor(row, context)
        expect(reason === null, `${row.observationId} ${reason}`).toBe(figure.terms.includes(row.row))
        if (reason === 'other_unit') expect(figure.merged?.from.map(({ code }) => code)).not.toContain(row.provinceCode)
        expect(reason).not.toBe('other_list')
      }
    }
  })
})
