import { beforeAll, describe, expect, test } from 'vitest'
import { matrix } from '../../src/charts/matrix.ts'
import { palette } from '../../src/charts/parts/palette.ts'
import { drawnElements, greyMark, isMark } from '../support/drawn-marks.ts'
import { MATRIX_OTHER_TIME, MATRIX_STATES, matrixInput } from '../support/matrix-states.ts'
import { openPublicReports, type PublicReports } from '../support/public-reports.ts'
import { LANGUAGES, PUBLIC_VIEWS, searchOf } from '../support/public-views.ts'
import { kindsOf, numbersIn, overloadedNumbers, picturesOf } from '../support/view-marks.ts'

let reports: PublicReports
beforeAll(async () => {
  reports = await openPublicReports()
})

// The views of the simulated country are looked at where their sentences are.
describe('marks of the published reports', () => {
  test('no picture has more than three kinds of them, and no number more than one', async () => {
    const seen = new Set<string>()
    for (const view of PUBLIC_VIEWS) {
      for (const { chart, kinds, overloaded } of picturesOf(await reports.answerOf(searchOf(view)))) {
        expect(kinds.length, `${view.name}: ${chart}: ${kinds}`).toBeLessThanOrEqual(3)
        expect(overloaded, `${view.name}: ${chart}`).toEqual([])
        for (const kind of kinds) seen.add(kind)
      }
    }
    expect([...seen]).toEqual(expect.arrayContaining(['open end', 'dotted', 'fading']))
  })

  test.each(LANGUAGES)('no number in a sentence, a cell or a picture has two symbols (%s)', async (language) => {
    let numbers = 0
    for (const view of PUBLIC_VIEWS) {
      const texts = numbersIn(await reports.answerOf(searchOf(view, language)))
      numbers += texts.filter((text) => /\d/.test(text)).length
      expect(texts.flatMap(overloadedNumbers), view.name).toEqual([])
    }
    expect(numbers).toBeGreaterThan(500)
  })
})

test('marks are seen where there are some, and two symbols are two', () => {
  const input = matrixInput(MATRIX_STATES, {}, MATRIX_OTHER_TIME)
  const drawn = drawnElements(matrix, input).filter(isMark)
  const kinds = drawn.flatMap((element) => kindsOf(greyMark(element, palette(false).paper), element, input))
  expect([...new Set(kinds)].sort()).toEqual(['dotted', 'hollow', 'italics', 'nothing said', 'open end'])
  expect(['trên 64 ›', '≥ 64 ›', '* 1.287 †', '+4,5% (1/3)'].map((text) => overloadedNumbers(text).length)).toEqual([0, 1, 1, 0])
})
