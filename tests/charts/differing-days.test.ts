import { describe, expect, test } from 'vitest'
import { bar } from '../../src/charts/bar.ts'
import { dotPanels } from '../../src/charts/dots/dots-model.ts'
import { mapPanels } from '../../src/charts/map/map-panels.ts'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { slopePanels, undrawnLines } from '../../src/charts/slope/slope-model.ts'
import { conclusionText } from '../../src/charts/words/conclusion-text.ts'
import { headlineSentence, plainSentence } from '../../src/charts/words/headline-sentence.ts'
import type { Figure } from '../../src/model/figure.ts'
import { dotsInput } from '../support/dots-states.ts'
import { figure } from '../support/figure.ts'
import { inputOf } from '../support/hand-made.ts'

/** Stocks of one window that differ in their day. */
const stock = (code: string, value: number, end: string, more: Partial<Figure> = {}): Figure =>
  figure({
    territory: { set: '63', code },
    value,
    terms: [Number(code)],
    period: { start: null, end, basis: 'as_of', duration: '' },
    comparisonKey: 'tips|total|tip|W:2024-01-01/2024-12-31',
    ...more,
  })

const NOW = [
  stock('01', 40, '2024-12-14'),
  stock('79', 30, '2024-12-14'),
  stock('46', 20, '2024-07-14'),
  stock('77', 10, '2024-09-14'),
  stock('19', 5, '2024-12-14'),
]
const BASE = [stock('01', 20, '2023-12-14'), stock('79', 25, '2023-12-14'), stock('46', 20, '2023-12-14')]
const LANGUAGES = [
  ['vi', 'tính đến các ngày từ 14/7/2024 đến 14/12/2024'],
  ['en', 'as of dates from 14 July 2024 to 14 December 2024'],
] as const

const input = (language: 'vi' | 'en', figures: readonly Figure[] = NOW): PictureInput => {
  const { view, ...rest } = inputOf(figures, { language })
  return { ...rest, view: { ...view, indicators: ['tips'] } }
}

describe.each(LANGUAGES)('numbers of several days on one scale, in %s', (language, said) => {
  test('are told as such in the headline and in the conclusion', () => {
    const sentence = headlineSentence(input(language))
    expect(plainSentence(sentence.finding).toLocaleLowerCase('vi')).toMatch(new RegExp(`^${said.toLocaleLowerCase('vi')}, `))
    expect(conclusionText(sentence, input(language)).toLocaleLowerCase('vi')).toContain(said.toLocaleLowerCase('vi'))
  })

  test('and above every picture of the scale', () => {
    expect(dotPanels(input(language))[0]?.sub).toContain(said)
    expect(mapPanels(input(language))[0]?.sub).toContain(said)
    const drawn = bar.picture(input(language))
    expect(drawn.kind === 'canvas' && drawn.summary).toContain(said)
  })
})

test('of one day they are told by it', () => {
  const same = NOW.map((one) => ({ ...one, period: { ...one.period, end: '2024-12-14' } }))
  expect(plainSentence(headlineSentence(input('vi', same)).finding)).toMatch(/^Tính đến 14\/12\/2024, /)
  expect(dotPanels(input('vi', same))[0]?.sub).toMatch(/^tính đến 14\/12\/2024 · /)
})

test('a unit of several old ones counts with the oldest of theirs', () => {
  const merged = { from: [], of: 2, oldest: '2024-03-31' }
  const figures = [...NOW.slice(0, 2), stock('46', 20, '2024-12-14', { merged }), stock('77', 10, '2024-12-14')]
  expect(dotPanels(input('vi', figures))[0]?.sub).toContain('tính đến các ngày từ 31/3/2024 đến 14/12/2024')
})

describe('beside an earlier time', () => {
  const compared = dotsInput('yoy', {}, NOW, BASE)

  test('only what is of the same place in its window is joined by a line, and why another is not is said with both days', () => {
    const [panel, ...others] = slopePanels(compared)
    expect(others).toEqual([])
    expect(panel?.lines.map(({ name }) => name)).toEqual(['Thành phố Hà Nội', 'Thành phố Hồ Chí Minh'])
    expect(panel?.sub).toContain('tính đến 14/12/2023 → tính đến 14/12/2024')
    expect(undrawnLines(compared).join(' ')).toContain(
      'khác thời điểm: tính đến 14/7/2024; số đem so tính đến 14/12/2023): Thừa Thiên Huế',
    )
  })

  test('a dot has no other beside it, and its row says why', () => {
    const row = dotPanels(compared)[0]?.rows.find(({ name }) => name === 'Thừa Thiên Huế')
    expect(row).toMatchObject({
      ghost: null,
      change: 'khác thời điểm (tính đến 14/7/2024; số đem so tính đến 14/12/2023), không so',
    })
  })

  test('the sentence counts those that answer to each other, and names the other', () => {
    const { caveats } = headlineSentence(compared)
    const said = caveats.map(plainSentence)
    // The finding is of several days, the change of one of them.
    const change = 'Với số tính đến 14/12/2024, tính trên 2 địa phương có số liệu tương ứng ở cả hai kỳ: tăng 55,6%'
    expect(said).toContainEqual(expect.stringContaining(change))
    expect(said).toContain('Không tính vì số hai kỳ tính đến những ngày không tương ứng: Thừa Thiên Huế.')
  })
})
