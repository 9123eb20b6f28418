import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import type { State } from '../../src/model/figure.ts'
import { coverageOf } from '../../src/model/rules/coverage.ts'
import { CoverageStrip } from '../../src/ui/chart/coverage-strip.tsx'

function fillsOf(states: readonly State[], language: 'vi' | 'en' = 'vi') {
  const places = states.map((state, at) => ({ key: `63:${10 + at}` as const, name: `nơi ${at}`, state }))
  const { container } = render(<CoverageStrip coverage={coverageOf(states)} states={places} words={wordsOf(language)} />)
  const dots = [...container.querySelectorAll<HTMLElement>('[data-fill]')]
  return dots.map(({ dataset, title }) => [dataset.fill, title])
}

it('a number of some days has a mark of its own, after those of all days and before words', () => {
  expect(fillsOf(['not_mentioned', 'in_words', 'part_of_time', 'zero'])).toEqual([
    ['full', 'nơi 3: 0 (không phát sinh)'],
    ['core', 'nơi 2: có số, chưa đủ ngày'],
    ['half', 'nơi 1: chỉ nêu bằng chữ'],
    ['none', 'nơi 0: nguồn không nêu'],
  ])
})

it.each([
  ['vi', 'Đã có số liệu đủ ngày: 1/3 địa phương (1 có số, 2 chưa đủ ngày)'],
  ['en', 'Figures for all days from 1 of 3 provinces (1 with a figure, 2 not all days)'],
] as const)('days are spoken of where some are missing, in %s', (language, text) => {
  fillsOf(['part_of_time', 'value', 'part_of_time'], language)
  expect(document.body).toHaveTextContent(text)
})

it('and nowhere else', () => {
  fillsOf(['value', 'not_mentioned'])
  expect(screen.getByText(/Đã có số liệu: 1\/2 địa phương/)).toBeInTheDocument()
})
