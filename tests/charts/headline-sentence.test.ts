import { beforeAll, expect, test } from 'vitest'
import { headlineSentence, plainSentence } from '../../src/charts/words/headline-sentence.ts'
import type { SentencePart } from '../../src/charts/words/sentence-part.ts'
import { describeHeadline } from '../support/describe-picture.ts'
import { compactJson, expectGolden } from '../support/golden.ts'
import { openPublicReports, type PublicReports } from '../support/public-reports.ts'
import { LANGUAGES, PUBLIC_VIEWS, searchOf } from '../support/public-views.ts'

let reports: PublicReports
beforeAll(async () => {
  reports = await openPublicReports()
})

test.each(LANGUAGES)(
  'the headlines of all views are their golden in %s',
  async (language) => {
    const all: [string, readonly string[]][] = []
    for (const view of PUBLIC_VIEWS) {
      all.push([view.name, describeHeadline(await reports.answerOf(searchOf(view, language)))])
    }
    expectGolden(`pictures/headlines.${language}.json`, compactJson(Object.fromEntries(all)))
  },
  60_000,
)

test.each(PUBLIC_VIEWS)(
  'the headline of $name: every number in it is a figure that stands, and every place is named once',
  async (view) => {
    const asked = await reports.answerOf(searchOf(view))
    const { finding, caveats } = headlineSentence(asked)
    const parts = [finding, ...caveats].flat()
    for (const { figure } of parts.filter(isFigure)) {
      expect(asked.answer.figures).toContain(figure)
      expect(figure.stands).toBe(true)
    }
    const text = [finding, ...caveats].map(plainSentence).join(' ')
    const names = ['Hà Nam', 'Nam Định', 'Ninh Thuận', 'Trà Vinh', 'Vĩnh Phúc']
    const codes = ['35', '36', '58', '84', '26']
    for (const [at, name] of names.entries()) {
      const expected = view.provinces === null || view.provinces.includes(codes[at] as string)
      expect(text.split(name).length - 1, name).toBe(expected ? 1 : 0)
    }
  },
)

test('a whole domain speaks by rule 8: the first indicator that each province has, with what it counts', async () => {
  const [finding, ...caveats] = describeHeadline(await reports.answerOf(searchOf({ link: 'i=dom-models' })))
  expect(finding).toContain('Hà Nam 132 (mô hình “Dân vận khéo” xây dựng, duy trì có hiệu quả; ')
  expect(finding).toContain('Nam Định 52 (mô hình “Dân vận khéo” đã xây dựng; ')
  expect(finding).toContain('Trà Vinh 150 (mô hình đã đăng ký thực hiện; ')
  expect(caveats).toContain('Không nêu tổng số: Ninh Thuận, Vĩnh Phúc.')
  expect(caveats).toContain('Các số khác tiêu chí hoặc thời gian nên không cộng, không xếp hạng.')
})

test('an indicator that a province gives goes before one that only a part of a province gives', async () => {
  const [first] = describeHeadline(
    await reports.answerOf(searchOf({ link: 'i=drug_special_cases_resolved.social_evil_spots_eliminated' })),
  )
  expect(first).toBe('Một trong 5 địa phương nêu số điểm tệ nạn xã hội bị triệt xóa: Trà Vinh 225 (năm 2024).')
})

test('a domain whose headline indicators have no figure speaks of one that has', async () => {
  const [finding] = describeHeadline(await reports.answerOf(searchOf({ link: 'i=dom-models&t=2022' })))
  expect(finding).toBe('Một trong 5 địa phương nêu số mô hình xây dựng mới: Hà Nam 39 (năm 2022).')
  const [silent, other] = describeHeadline(await reports.answerOf(searchOf({ link: 'i=dom-charity&t=2024' })))
  expect(silent).toBe('Không địa phương nào trong 5 nêu số liệu về xã hội, từ thiện, đền ơn đáp nghĩa của toàn địa phương.')
  expect(other).toBe('Có số, thời gian khác: Ninh Thuận, Trà Vinh, Vĩnh Phúc.')
})

test('who gives figures is said for none, one, all and a single place', async () => {
  const opening = async (link: string, language: 'vi' | 'en') => {
    const [first = ''] = describeHeadline(await reports.answerOf(searchOf({ link }, language)))
    return first.split(':')[0]
  }
  expect(await opening('i=drug_users_recorded', 'vi')).toBe(
    'Không địa phương nào trong 5 nêu số người nghiện ma túy của toàn địa phương.',
  )
  expect(await opening('i=drug_users_recorded', 'en')).toBe(
    'None of 5 provinces gives figures for people with drug addiction on record that cover a whole province.',
  )
  expect(await opening('i=tips_received&p=36.84', 'vi')).toBe('Cả 2 địa phương nêu số nguồn tin do quần chúng nhân dân cung cấp')
  expect(await opening('i=tips_received&p=36.84', 'en')).toBe('All 2 provinces give figures for tips supplied by the public')
  expect(await opening('i=tips_received&p=84', 'vi')).toBe(
    'Địa phương được chọn nêu số nguồn tin do quần chúng nhân dân cung cấp',
  )
  expect(await opening('i=tips_received&p=58', 'vi')).toBe(
    'Địa phương được chọn không nêu số nguồn tin do quần chúng nhân dân cung cấp của toàn địa phương.',
  )
  expect(await opening('i=commune_police_coverage_share', 'vi')).toBe(
    'Một trong 5 địa phương nêu tỷ lệ xã, thị trấn có Công an chính quy',
  )
})

function isFigure(part: SentencePart): part is Exclude<SentencePart, string> {
  return typeof part !== 'string'
}
