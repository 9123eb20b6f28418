import { beforeAll, describe, expect, test } from 'vitest'
import { printFigure } from '../../src/locale/print-figure.ts'
import type { Figure } from '../../src/model/figure.ts'
import { readRecords } from '../support/dataset-files.ts'
import { describeHeadline, screenTexts } from '../support/describe-picture.ts'
import { type Asked, openPublicReports, type PublicReports } from '../support/public-reports.ts'

let reports: PublicReports
beforeAll(async () => {
  reports = await openPublicReports()
})

const LISTS = ['34', 'goc'] as const
const ask = (list: '34' | 'goc', link: string, language: 'vi' | 'en' = 'vi') =>
  reports.answerOf(`?d=public-reports&dg=${list}&lang=${language}&${link}`)
const text = (figure: Figure, { dataset, words, language }: Asked) => printFigure(figure, dataset, words.figure, language)

/** The tips of one old unit, on either list. */
function tipsOf({ answer }: Asked, code: string): Figure {
  const found = answer.figures.find(
    ({ indicator, territory, merged, scope }) =>
      indicator === 'tips_received' &&
      (territory.set === '63'
        ? territory.code === code && scope === ''
        : merged?.from[0]?.code === code && scope === `cu:${code}`),
  )
  if (!found) throw new Error(`no tips of ${code}`)
  return found
}

describe.each(LISTS)('per year, on %s', (list) => {
  test('Nam Định gave about 1,790 tips a year, for the source states five years', async () => {
    const asked = await ask(list, 'i=tips_received&n=year')
    const namDinh = tipsOf(asked, '36')
    expect(namDinh).toMatchObject({ value: 8968 / 5, approx: true, normalised: { byDuration: true, plain: { value: 8968 } } })
    expect(text(namDinh, asked)).toMatchObject({
      full: 'khoảng 1.790 nguồn tin/năm',
      time: '5 năm, từ năm 2017',
      remarks: ['chia theo thời gian nguồn ghi: 5 năm'],
    })
    const en = await ask(list, 'i=tips_received&n=year', 'en')
    expect(text(tipsOf(en, '36'), en)).toMatchObject({
      full: 'about 1,790 tips/year',
      remarks: ['divided by the duration that the source gives: 5 years'],
    })
    expect(screenTexts(asked).some((one) => one.includes('khoảng 1.790 nguồn tin/năm'))).toBe(true)
    // A number that was divided never stands in the sentence without what it is of.
    expect(describeHeadline(asked).join(' ')).toContain('khoảng 1.790 nguồn tin/năm')
    expect(describeHeadline(en).join(' ')).toContain('about 1,790 tips/year')
  })

  test('it is still in another group than Trà Vinh, and no rank or total is made of them', async () => {
    const { answer } = await ask(list, 'i=tips_received&n=year')
    const asked = { answer } as Asked
    const groups = answer.comparability.groups.filter(({ members }) =>
      members.some((figure) => [tipsOf(asked, '36'), tipsOf(asked, '84')].includes(figure)),
    )
    expect(groups.map(({ members, scale }) => [members.length, scale.length])).toEqual([
      [1, 0],
      [1, 0],
    ])
  })

  test('stocks and numbers without a time are not divided, and say why', async () => {
    const asked = await ask(list, 'n=year')
    const refused = asked.answer.figures.filter(({ stands, notNormalised }) => stands && notNormalised)
    const reasons = new Set(refused.map(({ indicator, notNormalised }) => `${indicator} ${notNormalised?.reason}`))
    expect([...reasons].sort()).toEqual([
      'charity_donations no_duration',
      'charity_gifts no_duration',
      'charity_houses no_duration',
      'models_built stock',
      'models_maintained stock',
      'models_registered stock',
    ])
    expect(describeHeadline(asked)).toContain('3 số không chia: số tại một thời điểm, không tính theo năm.')
    // What has no length of time lacks no denominator.
    const said = describeHeadline(asked).join(' ')
    expect(said).toContain('nên không tính được bình quân một năm')
    expect(said).not.toContain('mẫu số')
  })
})

describe.each(LISTS)('per unit of commune level, on %s', (list) => {
  test('the tips of Nam Định are refused: no count is within two years of their middle', async () => {
    const asked = await ask(list, 'i=tips_received&n=commune')
    const namDinh = tipsOf(asked, '36')
    expect(namDinh).toMatchObject({ value: null, state: 'not_normalised', notNormalised: { reason: 'no_denominator' } })
    expect(namDinh.notNormalised?.plain.value).toBe(8968)
    expect(text(namDinh, asked).full).toBe('không chia: không có mẫu số cách kỳ số liệu tối đa hai năm')
    expect(describeHeadline(asked)).toContain('1 số không chia: không có mẫu số cách kỳ số liệu tối đa hai năm.')
    const en = await ask(list, 'i=tips_received&n=commune', 'en')
    expect(text(tipsOf(en, '36'), en).full).toBe('not divided: no denominator within two years of the period')
    expect(describeHeadline(en)).toContain('1 figure not divided: no denominator within two years of the period.')
  })

  test('those of Trà Vinh are divided by the communes that were counted in 2025, which is said', async () => {
    const asked = await ask(list, 'i=tips_received&n=commune')
    const counted = await readRecords('reference/commune-units.csv')
    const units = counted.find(({ territory_set, code }) => territory_set === '63' && code === '84')?.commune_units
    expect(tipsOf(asked, '84')).toMatchObject({ value: 2127 / Number(units), needsVerification: true })
    expect(describeHeadline(asked)).toContain(
      'Chia theo số đơn vị cấp xã năm 2025 (đếm theo danh sách đơn vị hành chính năm 2025).',
    )
  })
})

describe.each(LISTS)('per 100,000 people, on %s', (list) => {
  test('numbers of a known time are divided by the people of the nearest year, which is said with its basis', async () => {
    const asked = await ask(list, 'i=tips_received&n=per100k')
    const populations = await readRecords('reference/populations.csv')
    const gso = (code: string, year: string) =>
      Number(
        populations.find(
          (row) => row.territory_set === '63' && row.code === code && row.basis === 'gso_average' && row.year === year,
        )?.population,
      )
    expect(tipsOf(asked, '36').value).toBeCloseTo((8968 * 100_000) / gso('36', '2020'), 9)
    expect(tipsOf(asked, '84').value).toBeCloseTo((2127 * 100_000) / gso('84', '2023'), 9)
    expect(describeHeadline(asked)).toContain('Chia theo dân số năm 2020, 2023 (dân số trung bình, Cục Thống kê).')
    const en = await ask(list, 'i=tips_received&n=per100k', 'en')
    expect(describeHeadline(en)).toContain('Divided by the population of 2020, 2023 (average population, statistics office).')
  })

  test('is marked where the people are not verified, and nowhere else', async () => {
    const populations = await readRecords('reference/populations.csv')
    for (const language of ['vi', 'en'] as const) {
      const asked = await ask(list, 'n=per100k', language)
      const divided = asked.answer.figures.filter(({ normalised }) => normalised)
      const seen = { marked: 0, plain: 0 }
      for (const figure of divided) {
        const recalled = figure.normalised?.denominators.some(({ territory, year, basis }) =>
          populations.some(
            (row) =>
              row.status === 'recalled' &&
              [row.territory_set, row.code, row.year, row.basis].join() === [territory.set, territory.code, year, basis].join(),
          ),
        )
        const isMarked = text(figure, asked).remarks.includes(asked.words.figure.unverifiedDenominator)
        expect(isMarked).toBe(recalled)
        seen[isMarked ? 'marked' : 'plain'] += 1
      }
      expect(seen.marked).toBeGreaterThan(3)
      expect(seen.plain).toBeGreaterThan(3)
    }
  })

  test('numbers of a part of a province, or of no time, are refused, and words stay words', async () => {
    const asked = await ask(list, 'i=dom-charity&n=per100k')
    const reasons = asked.answer.figures.flatMap(({ stands, notNormalised }) =>
      stands && notNormalised ? [notNormalised.reason] : [],
    )
    expect(new Set(reasons)).toEqual(new Set(['no_denominator', 'part', 'no_time']))
    const words = asked.answer.figures.filter(({ value, magnitudes }) => value === null && magnitudes.length > 0)
    expect(words.length).toBeGreaterThan(0)
    expect(words.every(({ normalised, notNormalised }) => !normalised && !notNormalised)).toBe(true)
    expect(describeHeadline(asked)).toContain('1 số không chia: số của một phần địa phương, không có mẫu số của riêng phần đó.')
  })
})

test('what was divided shares a scale with nothing that was not divided alike', async () => {
  for (const list of LISTS) {
    for (const by of ['year', 'per100k', 'commune']) {
      const { answer } = await ask(list, `i=dom-surrenders&n=${by}`)
      for (const { members } of answer.comparability.groups) {
        const ways = new Set(members.map(({ normalised }) => `${normalised?.by} ${normalised?.denominators[0]?.basis}`))
        expect(ways.size).toBe(1)
      }
    }
  }
})
