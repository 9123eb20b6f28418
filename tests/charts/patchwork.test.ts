import { beforeAll, describe, expect, test } from 'vitest'
import type { Patchwork } from '../../src/charts/parts/patchwork-model.ts'
import { patchwork } from '../../src/charts/patchwork.ts'
import type { Figure } from '../../src/model/figure.ts'
import { describePicture } from '../support/describe-picture.ts'
import { compactJson, expectGolden } from '../support/golden.ts'
import { type Asked, openPublicReports, type PublicReports } from '../support/public-reports.ts'
import { LANGUAGES, PICTURED, PUBLIC_VIEWS, searchOf } from '../support/public-views.ts'

let reports: PublicReports
beforeAll(async () => {
  reports = await openPublicReports()
})

describe.each(PICTURED)('the patchwork of $name', (view) => {
  test.each(LANGUAGES)('is its golden in %s', async (language) => {
    const asked = await reports.answerOf(searchOf(view, language))
    expectGolden(`pictures/patchwork-${view.name}.${language}.json`, compactJson(describePicture(patchwork, asked)))
  })
})

describe.each(PUBLIC_VIEWS)('in the patchwork of $name', (view) => {
  let asked: Asked
  let picture: Patchwork
  beforeAll(async () => {
    asked = await reports.answerOf(searchOf(view))
    picture = patchworkOf(asked)
  })

  test('there is a cell for every row and column', () => {
    expect(picture.cells).toHaveLength(picture.rows.length)
    for (const row of picture.cells) expect(row).toHaveLength(picture.columns.length)
  })

  test('every figure that stands for an indicator asked for is in one cell; of a domain, the headline ones', () => {
    const shown = picture.cells.flat().flatMap((cell) => cell.figures.map(({ figure }) => figure))
    expect(new Set(shown).size).toBe(shown.length)
    const standing = asked.answer.figures.filter((figure) => figure.stands)
    if (picture.places === 'columns') expect(new Set(shown)).toEqual(new Set(standing))
    else for (const figure of shown) expect(standing).toContain(figure)
  })

  test('a figure stands at its own place', () => {
    for (const [row, cells] of picture.cells.entries()) {
      for (const [column, cell] of cells.entries()) {
        const head = picture.places === 'rows' ? picture.rows[row] : picture.columns[column]
        for (const { figure } of cell.figures) expect(`${figure.territory.set}:${figure.territory.code}`).toBe(head?.key)
      }
    }
  })

  test('the state of a cell is that of its figures, and a cell without figures says why', () => {
    for (const cell of picture.cells.flat()) {
      const isShort = ({ days, daysOf }: Figure) => days !== null && daysOf !== null && days < daysOf
      const stateAlone = (figure: Figure) => (isShort(figure) && figure.value !== null ? 'part_of_time' : figure.state)
      if (cell.figures.length > 0) expect(cell.figures.map(({ figure }) => stateAlone(figure))).toContain(cell.state)
      else expect(['not_mentioned', 'other_time']).toContain(cell.state)
    }
  })

  test('coverage counts every expected place once', () => {
    const expected = view.provinces?.length ?? 5
    for (const { coverage, states } of picture.coverage) {
      const { of, ...counts } = coverage
      expect(of).toBe(expected)
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(of)
      expect(new Set(states.map(({ key }) => key)).size).toBe(of)
    }
  })
})

test('the cells are drawn from the answer they were given, whatever the view asks next', async () => {
  const asked = await reports.answerOf(searchOf({ link: 'i=tips_received' }))
  const none = { ...asked, answer: { ...asked.answer, figures: [] } }
  expect(patchworkOf(none).cells.flat()).toEqual([])
  expect(patchworkOf(none).closing).toEqual(['Không nêu: Hà Nam, Nam Định, Ninh Thuận, Trà Vinh, Vĩnh Phúc.'])
})

function patchworkOf(asked: Asked): Patchwork {
  const picture = patchwork.picture({ ...asked, width: 1100, dark: false })
  if (picture.kind !== 'cells') throw new Error(`a patchwork of kind ${picture.kind}`)
  return picture.patchwork
}
