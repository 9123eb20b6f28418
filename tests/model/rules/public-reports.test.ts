import { describe, expect, test } from 'vitest'
import type { Figure, State } from '../../../src/model/figure.ts'
import type { BreakdownFilter } from '../../../src/model/rules/breakdown.ts'
import { compareFigures } from '../../../src/model/rules/comparability.ts'
import { figuresOf } from '../../../src/model/rules/figures.ts'
import { headlineFigures } from '../../../src/model/rules/headline.ts'
import { printNumber } from '../../../src/model/rules/printing.ts'
import { resolveRows } from '../../../src/model/rules/resolve-rows.ts'
import type { Window } from '../../../src/model/rules/time.ts'
import { checkedBook, checkedBreakdowns, checkedIndicators, checkedObservations } from '../../support/checked-reports.ts'

const NAM_DINH = '36'
const HA_NAM = '35'
const TRA_VINH = '84'
const VINH_PHUC = '26'
const NINH_THUAN = '58'
const YEAR_2024: Window = { from: '2024-01-01', to: '2024-12-31' }

const rows = checkedObservations()
const book = checkedBook()
const resolved = resolveRows(rows, book)
const latest = figuresOf(resolved, book, null, {})
const in2024 = figuresOf(resolved, book, YEAR_2024, {})

/** Figures of an indicator, of one province or of all. */
function figures(indicator: string, province?: string, among: readonly Figure[] = latest): Figure[] {
  return among.filter(
    (figure) => figure.indicator === indicator && (province === undefined || figure.territory.code === province),
  )
}

/** The only figure of a province that stands for an indicator, or for one kind of it. */
function standing(indicator: string, province: string, kind?: string): Figure {
  const found = figures(indicator, province).filter(
    ({ stands, breakdownValues }) => stands && (!kind || breakdownValues.join() === kind),
  )
  const [figure] = found
  if (!figure || found.length > 1) throw new Error(`${found.length} figures of ${indicator} stand in ${province}`)
  return figure
}

function comparison(indicator: string) {
  const isAdditive = (figure: Figure) => book.rules.get(`${figure.indicator} ${figure.breakdownKey}`) === 'additive'
  return compareFigures(figures(indicator), isAdditive).groups
}

/** Observation ids of a figure's terms. */
function ids(figure: Figure): string[] {
  return figure.terms.map((term) => rows[term]?.observationId ?? '')
}

/** Every single-value filter, every filter of all values of a key, and none. */
const FILTERS: readonly BreakdownFilter[] = [
  {},
  ...[...checkedBreakdowns()].flatMap(([key, values]) => [...values.map((value) => ({ [key]: [value] })), { [key]: values }]),
]
const WINDOWS: readonly (Window | null)[] = [
  null,
  { from: null, to: null },
  YEAR_2024,
  { from: '2024-01-01', to: null },
  { from: null, to: '2023-12-31' },
  ...Array.from({ length: 19 }, (_, at) => ({ from: `${2006 + at}-01-01`, to: `${2006 + at}-12-31` })),
]

test('all 109 rows are there, and 62 indicators', () => {
  expect(rows).toHaveLength(109)
  expect(resolved).toHaveLength(109)
  expect(book.indicators.size).toBe(62)
  expect(FILTERS.length).toBeGreaterThan(50)
})

describe('tips received', () => {
  test('Nam Định: 8.968 valuable ones over five years', () => {
    expect(standing('tips_received', NAM_DINH)).toMatchObject({
      value: 8968,
      state: 'value',
      breakdownValues: ['valuable'],
      period: { start: '2017-01-01', end: null, duration: 'P5Y' },
    })
  })

  test('Hà Nam: only words, and only of Duy Tiên; not comparable with Nam Định', () => {
    const figure = standing('tips_received', HA_NAM)
    expect(figure).toMatchObject({
      value: null,
      state: 'only_parts',
      scopeVi: 'chỉ thị xã Duy Tiên',
      magnitudes: [100],
      breakdownValues: ['valuable'],
    })
    expect(figure.comparisonKey).not.toBe(standing('tips_received', NAM_DINH).comparisonKey)
  })

  test('Trà Vinh: 2.127 of another definition, to verify', () => {
    expect(standing('tips_received', TRA_VINH)).toMatchObject({
      value: 2127,
      breakdownValues: ['security_related'],
      needsVerification: true,
    })
  })

  test('Vĩnh Phúc: "hàng nghìn", in words', () => {
    expect(standing('tips_received', VINH_PHUC)).toMatchObject({ value: null, state: 'in_words', magnitudes: [1000] })
  })

  test('the 14 of the commune Long Toàn are in no figure, under any filter and window', () => {
    const longToan = rows.find((row) => row.observationId === 'S002-035')
    expect(longToan).toMatchObject({ value: 14, indicator: 'tips_received' })
    for (const window of WINDOWS) {
      for (const filter of FILTERS) {
        const terms = figuresOf(resolved, book, window, filter).flatMap((figure) => figure.terms)
        expect(terms).not.toContain(longToan?.row)
      }
    }
  })

  test('no two of them share a scale', () => {
    expect(comparison('tips_received').map((group) => group.scale)).toEqual([[], [], [], []])
  })

  test('in 2024 there are only those of Trà Vinh', () => {
    expect(
      figures('tips_received', undefined, in2024).map(({ territory, value, days, daysOf }) => [
        territory.code,
        value,
        days,
        daysOf,
      ]),
    ).toEqual([[TRA_VINH, 2127, 366, 366]])
  })
})

describe('models', () => {
  test('each province prints another indicator, and that is its headline', () => {
    const headline = (province: string) =>
      headlineFigures(
        latest.filter((figure) => figure.territory.code === province),
        checkedIndicators(),
        'models',
      ).map(({ indicator, value }) => [indicator, value])
    expect(headline(NAM_DINH)).toEqual([['models_built', 52]])
    expect(headline(HA_NAM)).toEqual([['models_maintained', 132]])
    expect(headline(TRA_VINH)).toEqual([['models_registered', 150]])
    expect(headline(VINH_PHUC)).toEqual([])
  })

  test('Hà Nam maintains 132: the 93 of 2021 and earlier are inside, and are neither added nor held against it', () => {
    expect(standing('models_maintained', HA_NAM)).toMatchObject({ value: 132, basis: 'total', mismatch: false })
    const values = figures('models_maintained', HA_NAM).map(({ value, stands }) => [value, stands])
    expect(values).toEqual(expect.arrayContaining([[93, false]]))
    expect(values).toHaveLength(2)
  })

  test('Trà Vinh registered 150: 39, 97 and 14 are its parts, agree with it and do not stand', () => {
    expect(standing('models_registered', TRA_VINH)).toMatchObject({ value: 150, basis: 'total', mismatch: false })
    const parts = figures('models_registered', TRA_VINH).filter((figure) => figure.basis === 'part')
    expect(parts.map(({ value, stands }) => [value, stands])).toEqual([
      [39, false],
      [14, false],
      [97, false],
    ])
  })

  test('those parts are a composition with a scale of its own', () => {
    const compositions = comparison('models_registered').filter((group) => group.composition)
    expect(compositions.map((group) => group.scale.map((figure) => figure.value))).toEqual([[39, 14, 97]])
  })

  test('334 is no figure, and 225 none of models', () => {
    for (const window of WINDOWS) {
      const all = figuresOf(resolved, book, window, {})
      expect(all.filter((figure) => figure.value === 52 + 132 + 150)).toEqual([])
      expect(all.filter((figure) => figure.value === 132 + 93 && figure.indicator !== 'social_evil_spots_eliminated')).toEqual([])
    }
  })

  test('39 new ones of 2022 and 3 being replicated stay apart from the 132', () => {
    expect(standing('models_new', HA_NAM).value).toBe(39)
    expect(standing('models_expanding', HA_NAM).value).toBe(3)
  })

  test('19 holders recognised by the province, 75 by the districts as a part of it', () => {
    expect(standing('models_recognised_provincial', TRA_VINH)).toMatchObject({ value: 19, basis: 'parts_sum', state: 'value' })
    expect(standing('models_recognised_district', TRA_VINH)).toMatchObject({ value: 75, basis: 'parts_sum', state: 'only_parts' })
  })
})

describe('surrendered items', () => {
  test('Nam Định printed grenades twice: 31 and 1 are 32, marked and to verify', () => {
    const figure = standing('surrendered_items', NAM_DINH, 'grenade')
    expect(figure).toMatchObject({ value: 32, sameKeyAdded: true, needsVerification: true })
    expect(ids(figure)).toEqual(['S000-004', 'S000-010'])
  })

  test('cartridges are 3.089 and 382, explosive is in grams', () => {
    expect(standing('surrendered_items', NAM_DINH, 'ammunition_round')).toMatchObject({
      value: 3089,
      unit: 'item',
      sameKeyAdded: false,
    })
    expect(standing('surrendered_items', TRA_VINH, 'ammunition_round')).toMatchObject({ value: 382, unit: 'item' })
    expect(standing('surrendered_items', NAM_DINH, 'explosive')).toMatchObject({ value: 180, unit: 'gram' })
  })

  test('no kinds are ever added, under any filter and window', () => {
    for (const window of WINDOWS) {
      for (const filter of FILTERS) {
        const all = figures('surrendered_items', undefined, figuresOf(resolved, book, window, filter))
        expect(all.filter((figure) => figure.basis !== 'part' || figure.breakdownValues.length !== 1)).toEqual([])
        expect(all.map((figure) => figure.value)).not.toContain(3280)
      }
    }
  })

  test('one kind of two provinces is of two periods: no scale', () => {
    expect(comparison('surrendered_items').filter((group) => group.scale.length > 0)).toEqual([])
  })
})

describe('charity', () => {
  test('donations in Trà Vinh are one number of three terms: over 3,2 and 1,7 and 0,384 tỷ', () => {
    const figure = standing('charity_donations', TRA_VINH)
    expect(figure).toMatchObject({
      value: 5_284_000_000,
      low: true,
      high: false,
      approx: false,
      basis: 'parts_sum',
      state: 'value',
      sameKeyAdded: false,
    })
    expect(ids(figure)).toEqual(['S002-041', 'S002-043', 'S002-044'])
    expect(printNumber(figure.value ?? 0, { ...figure, decimals: 0, language: 'vi', computed: true })).toEqual({
      lead: 'low',
      digits: '5,28',
      scale: 'billion',
    })
  })

  test('gifts there are 6.147 with those of the department, houses 18', () => {
    expect(standing('charity_gifts', TRA_VINH)).toMatchObject({ value: 6147, low: false, scope: '' })
    expect(ids(standing('charity_gifts', TRA_VINH))).toEqual(['S002-042', 'S002-045'])
    expect(standing('charity_houses', TRA_VINH)).toMatchObject({ value: 18, basis: 'parts_sum' })
  })

  test('donations in Vĩnh Phúc are words of an unusual size, to verify', () => {
    expect(standing('charity_donations', VINH_PHUC)).toMatchObject({
      value: null,
      state: 'in_words',
      magnitudes: [1e11],
      needsVerification: true,
    })
  })

  test('gifts in Ninh Thuận are words of its Youth Union', () => {
    expect(standing('charity_gifts', NINH_THUAN)).toMatchObject({
      value: null,
      state: 'only_parts',
      magnitudes: [100],
      scopeVi: 'chỉ Đoàn Thanh niên Công an tỉnh',
    })
  })

  test('a filter on one donor leaves the department’s money with the province’s', () => {
    const filtered = figuresOf(resolved, book, null, { donor_group: ['benefactors'] })
    expect(figures('charity_donations', TRA_VINH, filtered)).toMatchObject([{ value: 3_584_000_000, low: true, stands: true }])
  })
})

describe('shares', () => {
  test('online service in Trà Vinh is 99,9 of one department; the 77 of the year before is history', () => {
    expect(figures('online_service_share', TRA_VINH)).toMatchObject([{ value: 99.9, state: 'only_parts', unit: 'percent' }])
    const row = rows.find((candidate) => candidate.observationId === 'S002-033')
    expect(row?.value).toBe(77)
    expect(latest.flatMap((figure) => figure.terms)).not.toContain(row?.row)
  })

  test('regular police in Nam Định’s communes: 100 % recomputed from 204 of 204', () => {
    const figure = standing('commune_police_coverage_share', NAM_DINH)
    expect(figure).toMatchObject({ value: 100, basis: 'ratio', unit: 'percent', mismatch: false, low: false, high: false })
    expect(ids(figure)).toEqual(['S000-015', 'S000-016'])
  })
})

describe('parts of Hà Nam', () => {
  test('the zero of Duy Tiên is a zero of Duy Tiên', () => {
    expect(figures('drug_hotspots_remaining', HA_NAM)).toMatchObject([
      { value: 0, state: 'only_parts', scopeVi: 'chỉ thị xã Duy Tiên' },
    ])
    expect(figures('drug_hotspots_remaining').filter((figure) => figure.scope === '')).toEqual([])
  })

  test('109 drug users of 2022 are the latest there, and 122 those of 2019', () => {
    expect(standing('drug_users_recorded', HA_NAM)).toMatchObject({ value: 109, state: 'only_parts' })
    const in2019 = figuresOf(resolved, book, { from: '2019-01-01', to: '2019-12-31' }, {})
    expect(figures('drug_users_recorded', HA_NAM, in2019)).toMatchObject([{ value: 122 }])
  })

  test('vehicles of Lý Nhân add inside Lý Nhân', () => {
    expect(standing('vehicles_registered', HA_NAM)).toMatchObject({
      value: 2561,
      basis: 'parts_sum',
      state: 'only_parts',
      scopeVi: 'chỉ huyện Lý Nhân',
    })
  })
})

describe('over all of it', () => {
  test('every row is in a latest figure, but the printed ratio, two that are history and one inside its province', () => {
    const used = new Set(latest.flatMap((figure) => figure.terms))
    const unused = resolved.filter((row) => !used.has(row.row)).map((row) => [row.observationId, row.leftOut])
    expect(unused).toEqual([
      ['S000-017', null],
      ['S001-013', null],
      ['S002-033', null],
      ['S002-035', 'inside_own'],
    ])
  })

  test('no scale spans two provinces: nothing here is ranked or totalled across them', () => {
    const indicators = [...book.indicators.keys()]
    const across = indicators
      .flatMap((indicator) => comparison(indicator))
      .filter((group) => new Set(group.scale.map(({ territory }) => territory.code)).size > 1)
    expect(across).toEqual([])
  })

  test('no figure of a part of a province, in words or to verify is on a scale', () => {
    const placed = [...book.indicators.keys()]
      .flatMap((indicator) => comparison(indicator))
      .flatMap((group) => (group.composition ? [] : group.scale))
    expect(placed.filter((figure) => figure.scope !== '' || figure.value === null || figure.needsVerification)).toEqual([])
  })

  test('null is never 0, and 0 is only where a report says so', () => {
    const zeros = latest.filter((figure) => figure.value === 0)
    expect(zeros.map((figure) => [figure.indicator, figure.state] satisfies [string, State])).toEqual([
      ['drug_hotspots_new', 'only_parts'],
      ['drug_hotspots_remaining', 'only_parts'],
    ])
    expect(latest.filter((figure) => figure.value === null).map((figure) => figure.magnitudes.length > 0)).not.toContain(false)
  })

  test('five rows need verification, and so does every figure that holds one', () => {
    const marked = rows.filter((row) => row.needsVerification).map((row) => row.observationId)
    expect(marked).toEqual(['S000-004', 'S000-010', 'S002-008', 'S002-014', 'S003-003'])
    const carried = latest.filter((figure) => figure.needsVerification).flatMap(ids)
    expect([...new Set(carried)].sort()).toEqual(marked)
  })
})
