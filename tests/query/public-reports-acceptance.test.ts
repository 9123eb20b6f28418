import { beforeAll, describe, expect, test } from 'vitest'
import { bar } from '../../src/charts/bar.ts'
import { patchwork } from '../../src/charts/patchwork.ts'
import { printFigure } from '../../src/locale/print-figure.ts'
import type { Figure } from '../../src/model/figure.ts'
import { totalOf } from '../../src/model/rules/comparability.ts'
import { checkedBreakdowns, checkedIndicators, checkedObservations } from '../support/checked-reports.ts'
import { barPanels, cellLines, describeHeadline, describeTable, screenTexts } from '../support/describe-picture.ts'
import { type Asked, openPublicReports, type PublicReports } from '../support/public-reports.ts'
import { LANGUAGES, PUBLIC_VIEWS, searchOf } from '../support/public-views.ts'

let reports: PublicReports
beforeAll(async () => {
  reports = await openPublicReports()
})

const TIPS = 'Nguồn tin quần chúng'
const MODELS = 'Mô hình, điển hình tiên tiến'
const CHARITY = 'Xã hội, từ thiện, đền ơn đáp nghĩa'
const checked = checkedObservations()

describe('tips, latest of each', () => {
  test('stand under their definitions, with their time and scope', async () => {
    const vi = await answerOf('i=tips_received')
    expect(cell(vi, 'Tin có giá trị', 'Nam Định')).toEqual(['8.968 nguồn tin | 5 năm, từ năm 2017'])
    expect(cell(vi, 'Tin có giá trị', 'Hà Nam')).toEqual(['hàng trăm | chỉ thị xã Duy Tiên | từ năm 2019'])
    expect(cell(vi, 'Tin có liên quan đến an ninh, trật tự', 'Trà Vinh')).toEqual(['2.127 nguồn tin | năm 2024 | cần kiểm chứng'])
    expect(cell(vi, 'Tin có liên quan đến an ninh, trật tự', 'Vĩnh Phúc')).toEqual(['hàng nghìn | tính đến 19/9/2017'])
    expect(cell(vi, 'Tin có giá trị', 'Trà Vinh')).toEqual(['(nguồn không nêu)'])
    expect(pictureOf(vi).closing).toEqual(['Không nêu: Ninh Thuận.'])

    const en = await answerOf('i=tips_received', 'en')
    expect(cell(en, 'Valuable tips', 'Nam Dinh')).toEqual(['8,968 tips | 5 years, since 2017'])
    expect(cell(en, 'Valuable tips', 'Ha Nam')).toEqual(['hundreds | Duy Tiên town only | since 2019'])
    expect(cell(en, 'Tips related to security and order', 'Tra Vinh')).toEqual(['2,127 tips | 2024 | to be verified'])
    expect(cell(en, 'Tips related to security and order', 'Vinh Phuc')).toEqual(['thousands | up to 19 September 2017'])
    expect(pictureOf(en).closing).toEqual(['Not mentioned: Ninh Thuan.'])
  })

  test('stand in the overview with their definition, and in the table', async () => {
    const asked = await answerOf('')
    expect(cell(asked, 'Nam Định', TIPS)).toEqual(['8.968 nguồn tin | Tin có giá trị | 5 năm, từ năm 2017'])
    expect(cell(asked, 'Ninh Thuận', TIPS)).toEqual(['(nguồn không nêu)'])
    const table = describeTable(patchwork.table(inputOf(await answerOf('i=tips_received'))))
    expect(table.map((line) => line.split(' | ')[3])).toEqual(['Số liệu', 'hàng trăm', '8.968', '…', '2.127', 'hàng nghìn'])
  })

  test('share no scale, rank or total, and no bar is drawn of them', async () => {
    const asked = await answerOf('i=tips_received')
    const { groups } = asked.answer.comparability
    expect(groups.map((group) => group.scale)).toEqual([[], [], [], []])
    expect(groups.map((group) => totalOf(group, 'sum'))).toEqual([null, null, null, null])
    expect(bar.picture(inputOf(asked))).toEqual({ kind: 'nothing', reason: asked.words.chart.barNothing })
    expect(describeHeadline(asked)).toContain('Các số khác tiêu chí hoặc thời gian nên không cộng, không xếp hạng.')
  })
})

describe('models', () => {
  test('are 52 built, 132 maintained and 150 registered, each under its own words', async () => {
    const asked = await answerOf('')
    expect(cell(asked, 'Nam Định', MODELS)).toEqual([
      '52 mô hình | Mô hình “Dân vận khéo” đã xây dựng | nguồn không ghi thời gian',
    ])
    expect(cell(asked, 'Hà Nam', MODELS)).toEqual([
      '132 mô hình | Mô hình “Dân vận khéo” xây dựng, duy trì có hiệu quả | tính đến khi đăng bài',
    ])
    expect(cell(asked, 'Trà Vinh', MODELS)).toEqual(['150 mô hình | Mô hình đã đăng ký thực hiện | tính đến khi đăng bài'])
  })

  test('that are named without a number say so', async () => {
    const vi = await answerOf('')
    expect(cell(vi, 'Vĩnh Phúc', MODELS)).toEqual(['nêu tên 4 mô hình', 'không nêu tổng số'])
    expect(cell(vi, 'Ninh Thuận', MODELS)).toEqual(['nêu tên 2 mô hình, 2 hoạt động', 'không nêu tổng số'])
    const en = await answerOf('', 'en')
    expect(cell(en, 'Vinh Phuc', 'Models and exemplars')).toEqual(['names 4 models', 'gives no total'])
    expect(cell(en, 'Ninh Thuan', 'Models and exemplars')).toEqual(['names 2 models, 2 activities', 'gives no total'])
  })

  test('132 are 93 and 39; 150 are 39, 97 and 14, drawn as parts and not added to it', async () => {
    const value = (id: string) => checked.find(({ observationId }) => observationId === id)?.value ?? Number.NaN
    const asked = await answerOf('i=dom-models')
    const find = (indicator: string, kind = '') =>
      asked.answer.figures.find((one) => one.indicator === indicator && one.breakdownValues.join('+') === kind)
    expect(find('models_maintained')).toMatchObject({ value: 132, mismatch: false })
    expect(find('models_maintained', '2021_and_earlier')).toMatchObject({ value: 93, stands: false })
    expect(find('models_new')).toMatchObject({ value: 39 })
    expect(value('S001-028') + value('S001-029')).toBe(132)
    expect(find('models_registered')).toMatchObject({ value: 150, mismatch: false, terms: [rowOf('S002-025')] })
    expect(value('S002-026') + value('S002-027') + value('S002-028')).toBe(150)
    const bars = bar.picture(inputOf(asked))
    const panels = bars.kind === 'canvas' ? barPanels(bars) : []
    const fields = panels.find(({ title }) => title === 'Trà Vinh: Mô hình đã đăng ký thực hiện, theo lĩnh vực')
    expect(fields?.bars.map(({ value: length }) => length)).toEqual([97, 39, 14])
    expect(fields?.sub).toBe('tính đến khi đăng bài')
  })
})

describe('weapons handed in', () => {
  test('stand kind by kind, each with its unit', async () => {
    const asked = await answerOf('i=surrendered_items')
    const time = '5 năm, từ năm 2017'
    expect(cell(asked, 'Lựu đạn', 'Nam Định')).toEqual([`32 | ${time} | cần kiểm chứng | cộng 2 mục cùng loại`])
    expect(cell(asked, 'Đạn các loại', 'Nam Định')).toEqual([`3.089 | ${time}`])
    expect(cell(asked, 'Đạn các loại', 'Trà Vinh')).toEqual(['382 | năm 2024'])
    expect(cell(asked, 'Thuốc nổ', 'Nam Định')).toEqual([`180 gam | ${time}`])
    expect(cell(asked, 'Lựu đạn', 'Trà Vinh')).toEqual(['(nguồn không nêu)'])
    const grenades = asked.answer.figures.find((one) => one.breakdownValues[0] === 'grenade')
    expect(grenades).toMatchObject({ value: 32, sameKeyAdded: true, terms: [rowOf('S000-004'), rowOf('S000-010')] })
  })

  test('have no figure over kinds, under no filter of kinds', async () => {
    for (const filter of [
      '',
      '&f.item=ammunition_round.explosive',
      '&f.item=gun.grenade.bomb.artillery_shell.warhead.ammunition_round',
    ]) {
      const { answer } = await answerOf(`i=surrendered_items${filter}`)
      expect(answer.figures.length).toBeGreaterThan(0)
      expect(new Set(answer.figures.map(({ basis }) => basis))).toEqual(new Set(['part']))
      expect(answer.figures.filter(({ breakdownValues }) => breakdownValues.length !== 1)).toEqual([])
    }
  })
})

describe('charity', () => {
  test('Trà Vinh gave over 5.28 billion đồng, of three terms, 6,147 gifts and 18 houses', async () => {
    const vi = await answerOf('i=dom-charity')
    const two = 'cộng 2 phần'
    const [money = ''] = cell(vi, 'Kinh phí ủng hộ, đóng góp', 'Trà Vinh')
    expect(money.split(' | ')).toEqual(['trên 5,28 tỷ đồng', 'nguồn không ghi thời gian'])
    expect(cell(vi, 'Phần quà đã tặng', 'Trà Vinh')).toEqual(['6.147 phần quà | nguồn không ghi thời gian'])
    expect(cell(vi, 'Nhà đã tặng (Đồng đội, Tình nghĩa, Tình thương)', 'Trà Vinh')).toEqual([
      '18 căn nhà | nguồn không ghi thời gian',
    ])
    const figure = vi.answer.figures.find(
      (one) => one.indicator === 'charity_donations' && one.territory.code === '84' && one.stands,
    )
    expect(figure).toMatchObject({ value: 5_284_000_000, low: true, terms: ['S002-041', 'S002-043', 'S002-044'].map(rowOf) })
    expect(printFigure(figure as Figure, vi.dataset, vi.words.figure, 'vi').kind).toBe(`${two}: Nhà hảo tâm; Cán bộ, chiến sĩ`)
    const en = await answerOf('i=dom-charity', 'en')
    expect(cell(en, 'Money donated', 'Tra Vinh')[0]).toMatch(/^more than 5\.28 billion VND \|/)
  })

  test('Vĩnh Phúc gave “hundreds of billions”, marked', async () => {
    const asked = await answerOf('')
    expect(cell(asked, 'Vĩnh Phúc', CHARITY)).toEqual([
      'hàng trăm tỷ đồng | Kinh phí ủng hộ, đóng góp: Cán bộ, chiến sĩ | tính đến 19/9/2017 | cần kiểm chứng',
    ])
    const figure = asked.answer.figures.find(
      ({ territory, indicator }) => territory.code === '26' && indicator === 'charity_donations',
    )
    expect(figure).toMatchObject({ value: null, state: 'in_words', needsVerification: true, magnitudes: [100_000_000_000] })
  })
})

describe('figures of a part of a province', () => {
  test('the online share is 99.9 % of one department, with 77 % as history', async () => {
    const asked = await answerOf('i=online_service_share')
    expect(cell(asked, 'Tỷ lệ hồ sơ xuất nhập cảnh nộp trực tuyến', 'Trà Vinh')).toEqual([
      '99,9% | chỉ Phòng Quản lý xuất nhập cảnh | tính đến khi đăng bài',
    ])
    expect(asked.answer.figures).toHaveLength(1)
    const before = await answerOf('i=online_service_share&t=2023')
    expect(before.answer.figures.map(({ value }) => value)).toEqual([77])
    expect(before.answer.otherTime.map(({ value }) => value)).toEqual([99.9])
  })

  test('the 0 hotspots are Duy Tiên’s, not Hà Nam’s', async () => {
    const asked = await answerOf('i=drug_hotspots_remaining.drug_hotspots_new')
    for (const row of ['Tụ điểm phức tạp về ma túy còn lại', 'Tụ điểm phức tạp về ma túy mới phát sinh']) {
      expect(cell(asked, row, 'Hà Nam')).toEqual(['0 điểm phức tạp | chỉ thị xã Duy Tiên | nguồn không ghi thời gian'])
    }
    expect(asked.answer.figures.map(({ state, scopeVi, value }) => [state, scopeVi, value])).toEqual([
      ['only_parts', 'chỉ thị xã Duy Tiên', 0],
      ['only_parts', 'chỉ thị xã Duy Tiên', 0],
    ])
    expect(pictureOf(asked).coverage[0]?.coverage).toMatchObject({ numbers: 0, parts: 1, notMentioned: 4, of: 5 })
    expect(describeHeadline(asked)[1]).toBe(
      'Chỉ nêu bằng chữ hoặc của một phần địa phương: Hà Nam 0 (chỉ thị xã Duy Tiên; nguồn không ghi thời gian).',
    )
  })
})

describe('the window 2024', () => {
  test('has Trà Vinh’s 2.127; Nam Định has a figure for another time', async () => {
    const asked = await answerOf('i=tips_received&t=2024')
    expect(cell(asked, 'Tin có liên quan đến an ninh, trật tự', 'Trà Vinh')).toEqual([
      '2.127 nguồn tin | năm 2024 | cần kiểm chứng',
    ])
    expect(cell(asked, 'Tin có giá trị', 'Nam Định')).toEqual(['(có số, thời gian khác)'])
    expect(describeHeadline(asked)).toEqual([
      'Một trong 5 địa phương nêu số nguồn tin do quần chúng nhân dân cung cấp: Trà Vinh 2.127 (tin có liên quan đến an ninh, trật tự; năm 2024; cần kiểm chứng).',
      'Có số, thời gian khác: Hà Nam, Nam Định, Vĩnh Phúc.',
      'Không nêu: Ninh Thuận.',
    ])
    const [whole] = asked.answer.figures
    expect(whole).toMatchObject({ value: 2127, days: 366, daysOf: 366 })
  })
})

/** Numbers that only a forbidden sum would give. */
const FORBIDDEN: readonly [number, string][] = [
  [52 + 132 + 150, 'models built, maintained and registered'],
  [150 + 39 + 97 + 14, 'models with their own parts'],
  [8968 + 2127, 'tips of two definitions and times'],
  [2127 + 14, 'Trà Vinh with its commune'],
  [8968 + 14, 'a province with another’s commune'],
  [3 + 1 + 32 + 2 + 153 + 3089, 'all weapons of a kind over kinds'],
  [3 + 1 + 32 + 2 + 12 + 153 + 3089 + 428 + 355, 'all items of Nam Định'],
  [12 + 26 + 382 + 50 + 36, 'all items of Trà Vinh'],
  [3089 + 382, 'cartridges of five years and of one'],
  [428 + 26, 'rough weapons of five years and of one'],
]

const LONG_TOAN = 'S002-035'
const EVERYTHING = `i=${[...new Set(checkedIndicators().map(({ domain }) => `dom-${domain}`))].join('.')}`
const TIMES = [
  ...Array.from({ length: 11 }, (_, at) => `t=${2016 + at}`),
  ...[
    't=all',
    't=to-2024',
    't=from-2017',
    't=from-2024',
    't=2019..2024',
    't=2017..2021',
    't=2024-H1',
    't=2024-Q4',
    't=2024-12',
    't=ytd',
    't=last5y',
  ],
]
const FILTERS = [...checkedBreakdowns()].flatMap(([key, values]) => [
  ...values.map((value) => `f.${key}=${value}`),
  `f.${key}=${values.join('.')}`,
])

test('what is forbidden is no number of the reports themselves', () => {
  for (const [sum, what] of FORBIDDEN)
    expect(
      checked.filter(({ value }) => value === sum),
      what,
    ).toEqual([])
})

describe('under every time and every filter', () => {
  test.each([
    '',
    ...TIMES,
    ...FILTERS,
    ...FILTERS.filter((filter) => filter.includes('tip_kind')).flatMap((filter) =>
      ['t=2024', 't=all'].map((time) => `${filter}&${time}`),
    ),
  ])('%s: Long Toàn’s 14 is in no figure, and no forbidden sum is one', async (choice) => {
    const { answer, notices } = await answerOf(`${EVERYTHING}&${choice}`)
    expect(notices).toEqual([])
    const all = [...answer.figures, ...answer.otherTime]
    expect(all.length).toBeGreaterThan(0)
    expect(all.filter(({ terms }) => terms.includes(rowOf(LONG_TOAN)))).toEqual([])
    expect(all.filter(({ scope, indicator }) => indicator === 'tips_received' && scope.includes('Long Toàn'))).toEqual([])
    for (const [sum, what] of FORBIDDEN)
      expect(
        all.filter(({ value }) => value === sum),
        what,
      ).toEqual([])
    for (const group of answer.comparability.groups.filter(({ composition }) => !composition)) {
      expect(group.scale, group.key).toEqual([])
    }
  })

  test('a filter of places changes no number', async () => {
    const { answer } = await answerOf(EVERYTHING)
    for (const code of ['35', '36', '84', '26', '58']) {
      const alone = await answerOf(`${EVERYTHING}&p=${code}`)
      expect(alone.answer.figures).toEqual(answer.figures.filter(({ territory }) => territory.code === code))
    }
  })
})

describe.each(LANGUAGES)('on the screens in %s', (language) => {
  test.each([...PUBLIC_VIEWS.map(({ link }) => link), EVERYTHING, `${EVERYTHING}&t=2024`])(
    '%s: no forbidden sum is printed',
    async (link) => {
      const texts = screenTexts(await answerOf(link, language))
      expect(texts.length).toBeGreaterThan(20)
      const format = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB')
      for (const [sum, what] of FORBIDDEN) {
        const number = new RegExp(`(?<![\\d.,])(${sum}|${format.format(sum).replace(/[.]/g, '\\.')})(?![\\d]|[.,]\\d)`)
        expect(
          texts.filter((text) => number.test(text)),
          what,
        ).toEqual([])
      }
    },
  )

  test.each([...PUBLIC_VIEWS.map(({ link }) => link), EVERYTHING])(
    '%s: the 58 provinces without a source are in no list',
    async (link) => {
      const asked = await answerOf(link, language)
      const reporters = ['63:26', '63:35', '63:36', '63:58', '63:84']
      const names = [...asked.dataset.territories]
        .filter(([key]) => key.startsWith('63:') && !reporters.includes(key))
        .map(([, territory]) => territory.name[language])
      expect(names).toHaveLength(58)
      const silent = new RegExp(`(?<!\\p{L})(${names.join('|')})(?!\\p{L})`, 'u')
      // A map says under each archipelago which province it belongs to.
      const texts = screenTexts(asked).filter((text) => !/^\((Đà Nẵng|Khánh Hòa|Da Nang|Khanh Hoa)\)$/.test(text))
      expect(texts.filter((text) => silent.test(text))).toEqual([])
      for (const { coverage } of pictureOf(asked).coverage) expect(coverage.of).toBeLessThanOrEqual(5)
    },
  )
})

function rowOf(id: string): number {
  const found = checked.find(({ observationId }) => observationId === id)
  if (!found) throw new Error(`no row ${id}`)
  return found.row
}

function answerOf(link: string, language: 'vi' | 'en' = 'vi'): Promise<Asked> {
  return reports.answerOf(searchOf({ link }, language))
}

function cell(asked: Asked, row: string, column: string): readonly string[] {
  return cellLines(pictureOf(asked), row, column, asked.words)
}

function pictureOf(asked: Asked) {
  const picture = patchwork.picture(inputOf(asked))
  if (picture.kind !== 'cells') throw new Error('no cells')
  return picture.patchwork
}

function inputOf(asked: Asked) {
  return { ...asked, width: 1100, dark: false }
}
