import { beforeAll, expect, test } from 'vitest'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { reportersOf } from '../../src/charts/parts/reporters.ts'
import { conclusionText } from '../../src/charts/words/conclusion-text.ts'
import { headlineSentence, plainSentence } from '../../src/charts/words/headline-sentence.ts'
import { spokenOf } from '../../src/charts/words/spoken-of.ts'
import { type Coverage, coverageOf } from '../../src/model/rules/coverage.ts'
import { stateFor } from '../../src/query/place-state.ts'
import { compactJson, expectGolden } from '../support/golden.ts'
import { openNationalAnswers } from '../support/national-answers.ts'
import { OPENING_TIME, openPublicReports } from '../support/public-reports.ts'
import { LANGUAGES, PUBLIC_VIEWS } from '../support/public-views.ts'
import { numbersIn, overloadedNumbers, type PictureMarks, picturesOf } from '../support/view-marks.ts'

interface Said {
  readonly headline: readonly string[]
  readonly conclusion: string
}

/** What is said of a view, as the page says it. */
function sayingOf(asked: Omit<PictureInput, 'width' | 'dark'>): Said {
  const input = { ...asked, ...spokenOf(asked) }
  const sentence = headlineSentence(input)
  return {
    headline: [sentence.finding, ...sentence.caveats].map(plainSentence),
    conclusion: conclusionText(sentence, input),
  }
}

/** Links about the simulated country: years and months, both lists of provinces, comparisons, divided numbers, kinds, places. */
const NATIONAL_LINKS = [
  // As it opens.
  '',
  't=last12m',
  't=2024&dg=63&cmp=none',
  't=report&cmp=none',
  'i=tips_received',
  'i=tips_received&t=2024&dg=63&cmp=none',
  'i=tips_received&t=2025-Q3&cmp=prev',
  'i=tips_received&t=2026-06&cmp=yoy',
  'i=tips_received&t=2025-07&cmp=yoy',
  'i=commune_police_coverage_share&t=2024&cmp=yoy',
  'i=tips_received&n=per100k',
  'i=tips_received&t=2024&dg=63&n=per100k&cmp=peers',
  'i=tips_received&t=2024&dg=63&cmp=target',
  'i=tips_received&cmp=peers',
  'i=tips_received&p=01',
  'i=tips_received&p=01.31.48.79',
  'i=tips_received&p=cum-bac-trung-bo-34',
  'i=tips_received&t=2019..2024&dg=63&cmp=none',
  'i=tips_received&t=from-2025&cmp=none',
  'i=tips_received&t=last12m&cmp=none',
  'i=tips_received&t=last12m&dg=63&cmp=none',
  'i=tips_received&t=2026&cmp=none',
  't=2026&cmp=yoy',
  'i=tips_received&t=2025&dg=63&cmp=yoy',
  'i=surrendered_items',
  'i=surrendered_items&f.item=gun',
  'i=surrendered_items&t=2024-Q1&dg=63&f.item=military_weapon.ammunition_round&cmp=none',
  'i=models_maintained&t=2026-06&cmp=yoy',
  'i=models_maintained&t=2025&dg=63&cmp=yoy',
  'i=models_maintained&t=2025&dg=63&p=36&cmp=yoy',
  'i=models_maintained&t=2025&dg=63&p=36.34&cmp=yoy',
  'i=tips_received&t=2023..2024&dg=63&cmp=yoy',
  'i=models_built&t=2024-12&dg=63&cmp=prev',
  'i=models_maintained&n=commune&t=2024-12&dg=63&cmp=none',
  'i=models_new&t=2024&dg=63&cmp=target',
  'i=charity_donations',
  'i=charity_donations&t=2024&dg=63&n=per100k&cmp=yoy',
  'i=charity_donations&p=36.34&t=2024&dg=63',
  'i=charity_gifts&t=2025-H1&dg=63&cmp=yoy',
  'i=charity_houses&t=2023&dg=63&cmp=prev',
  'i=commune_police_coverage_share&t=2024-12&dg=63&cmp=yoy',
  'i=blood_units_donated&t=2024&dg=63&cmp=target',
  'i=heroic_mothers_cared_for&t=2026-06&cmp=prev',
  'i=outreach_sessions&t=2024&dg=63&cmp=none',
  'i=dom-charity&t=2024&dg=63&cmp=yoy',
  'i=dom-models&t=2026-06&cmp=none',
  'i=dom-models&t=2024&cmp=yoy',
  'i=tips_received.models_new&t=2024&dg=63&cmp=none',
] as const

/** Of counts, of divided ones, of money and of one kind: the others are as many points again. */
const WITH_LINES: ReadonlySet<string> = new Set([
  'i=tips_received',
  'i=tips_received&n=per100k',
  'i=charity_donations',
  'i=surrendered_items&f.item=gun',
])

const said: Record<string, Record<string, Said>> = {}
/** Of the views of the simulated country, which is opened once for all that is asked of it. */
const marked: { readonly name: string; readonly pictures: readonly PictureMarks[]; readonly numbers: readonly string[] }[] = []

/** What the strip counts, of views of one indicator in a window. */
const strips: (Coverage & { readonly name: string })[] = []

beforeAll(async () => {
  const reports = await openPublicReports()
  const national = await openNationalAnswers()
  for (const { link } of PUBLIC_VIEWS) {
    for (const language of LANGUAGES) await say('public-reports', link, language, (search) => reports.answerOf(search))
  }
  for (const link of NATIONAL_LINKS) {
    for (const language of LANGUAGES) await say('national-simulated', link, language, national)
    const search = ['?d=national-simulated', link, 'lang=vi'].filter(Boolean).join('&')
    const asked = await national(search)
    const about = spokenOf(asked)
    // In a window with two ends; the time of other numbers is told apart.
    if (/i=tips_received&t=(\d|last)/.test(link)) {
      const states = reportersOf(about.view, about.dataset).map((key) => stateFor(key, about.answer))
      strips.push({ name: `d=national-simulated&${link}`, ...coverageOf(states) })
    }
    const pictures = picturesOf(WITH_LINES.has(link) ? await national(search, true) : asked)
    marked.push({ name: link, pictures, numbers: numbersIn(asked).flatMap(overloadedNumbers) })
  }
}, 3 * OPENING_TIME)

async function say(
  dataset: string,
  link: string,
  language: string,
  answerOf: (search: string) => Promise<Omit<PictureInput, 'width' | 'dark'>>,
) {
  const name = [`d=${dataset}`, link].filter(Boolean).join('&')
  said[name] = { ...said[name], [language]: sayingOf(await answerOf(`?${name}&lang=${language}`)) }
}

test('what is said of every view, in both languages, is its golden', () => {
  expect(Object.keys(said)).toHaveLength(PUBLIC_VIEWS.length + NATIONAL_LINKS.length)
  expectGolden('sentences.json', compactJson(said))
})

test('the headline says of how many places there is a number of all days, as the strip of the page counts them', () => {
  expect(strips.length).toBeGreaterThan(5)
  for (const { name, numbers, partOfTime, of } of strips) {
    const finding = said[name]?.vi?.headline[0] ?? ''
    const [asked = '', ...others] = finding.match(/\d+\/\d+ địa phương/g) ?? []
    if (numbers === 0 && partOfTime > 0) expect(finding, name).toContain(`Chưa địa phương nào trong ${of} có số đủ ngày`)
    else if (numbers === of) expect(finding, name).toContain(`ả ${of} địa phương`)
    // Of another stretch of days it is told after it has been said how few have all that were asked for.
    else if (finding.startsWith('Chỉ '))
      expect(finding, name).toMatch(new RegExp(`^Chỉ ${numbers}/${of} địa phương có số đủ ngày`))
    else expect([asked, others], name).toEqual([`${numbers}/${of} địa phương`, []])
  }
  expect(strips.find(({ name }) => name.includes('t=last12m&dg=63'))).toMatchObject({ numbers: 5, partOfTime: 6, of: 63 })
  expect(strips.find(({ name }) => name.includes('t=2026&'))).toMatchObject({ numbers: 0, partOfTime: 34 })
})

test('no sentence has words that official writing or the truth forbids', () => {
  const texts = (language: string) =>
    Object.entries(said).flatMap(([name, of]) => {
      const { headline, conclusion } = of[language] as Said
      return [...headline, conclusion].map((text) => ({ name, text }))
    })
  for (const { name, text } of [...texts('vi'), ...texts('en')]) {
    expect(text, name).toBe(text.normalize('NFC'))
    expect(text, name).not.toMatch(/undefined|null|NaN|\(\)|\([^)]*\(| {2}|\.\.|,,|: :|[+−]\d|-\d+%/)
  }
  for (const { name, text } of texts('vi')) {
    // "Tin báo" is a term of criminal procedure; a newspaper owes no report; a bare "chỉ tiêu" is an indicator.
    expect(text, name).not.toMatch(/tin báo|chưa báo cáo|đạt chỉ tiêu(?! được giao)|không quá \+| – ?\d|:\s*–/i)
    expect(text, name).not.toMatch(/(?<!Thành phố )Hồ Chí Minh/)
    if (name.includes('public-reports')) expect(text, name).not.toContain('Chưa gửi báo cáo')
  }
  for (const [name, of] of Object.entries(said)) {
    const isSimulated = name.includes('national-simulated')
    expect(of.vi?.conclusion.startsWith('SỐ LIỆU MÔ PHỎNG'), name).toBe(isSimulated)
    expect(of.en?.conclusion.startsWith('SIMULATED'), name).toBe(isSimulated)
  }
})

test('no picture of the simulated country has more than three kinds of marks, and no number more than one', () => {
  expect(marked).toHaveLength(NATIONAL_LINKS.length)
  const drawn = marked.flatMap(({ name, pictures }) => pictures.map((picture) => ({ name, ...picture })))
  expect(drawn.length).toBeGreaterThan(NATIONAL_LINKS.length)
  expect(drawn.filter(({ chart }) => chart === 'line')).toHaveLength(WITH_LINES.size)
  expect(drawn.filter(({ kinds }) => kinds.length > 3)).toEqual([])
  expect(drawn.filter(({ overloaded }) => overloaded.length > 0)).toEqual([])
  expect(marked.filter(({ numbers }) => numbers.length > 0)).toEqual([])
})
