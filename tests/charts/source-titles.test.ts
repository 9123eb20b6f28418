import { expect, test } from 'vitest'
import { sourceTitles } from '../../src/charts/words/source-titles.ts'
import { smallDataset } from '../support/small-dataset.ts'

const titles = [
  'Báo cáo tháng năm 2019 của tỉnh.',
  'Báo cáo tháng năm 2021 của tỉnh',
  'Bài viết',
  'Báo cáo tháng năm 2020 của tỉnh',
]
const [first] = smallDataset.sources
const sources = titles.flatMap((title, at) => (first ? [{ ...first, id: String(at), title }] : []))
const using = (...ids: string[]) => ({ sources: ids })

test('titles that differ only in their year are one, the most used first', () => {
  expect(sourceTitles([using('0', '1'), using('1', '2'), using('3')], { sources })).toEqual([
    'Báo cáo tháng năm 2019–2021 của tỉnh',
    'Bài viết',
  ])
  expect(sourceTitles([using('2', '0'), using('2', '1'), using('2')], { sources })).toEqual([
    'Bài viết',
    'Báo cáo tháng năm 2019, 2021 của tỉnh',
  ])
})

test('what no figure rests on is no source', () => {
  expect(sourceTitles([using('2')], { sources })).toEqual(['Bài viết'])
  expect(sourceTitles([], { sources })).toEqual([])
})
