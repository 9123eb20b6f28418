import { describe, expect, test } from 'vitest'
import { textWidth } from '../../src/charts/parts/text-width.ts'
import { chatPicture } from '../../src/charts/share/chat-picture.ts'
import type { ExportLabel } from '../../src/charts/share/export-label.ts'
import { shareStory } from '../../src/charts/share/share-story.ts'
import { slidePicture } from '../../src/charts/share/slide-picture.ts'
import { headlineSentence } from '../../src/charts/words/headline-sentence.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Language } from '../../src/model/bilingual.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import { type Territory, territoryKey } from '../../src/model/territory.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import { answerOf, figureOf, smallDataset } from '../support/small-dataset.ts'

const NAMES = [
  'Hồ Chí Minh',
  'Nam Định',
  'Trà Vinh',
  'Hà Nam',
  'Vĩnh Phúc',
  'Ninh Thuận',
  'Bà Rịa - Vũng Tàu',
  'Huế',
  'Đắk Lắk',
  'Cà Mau',
  'Lai Châu',
]
const places = NAMES.map((vi, at): Territory => {
  const region = { vi: 'Vùng', en: 'Region' }
  return {
    set: '63',
    code: String(at + 10),
    name: { vi, en: vi },
    kind: 'tinh',
    region,
    mergedInto: null,
    formedFrom: [],
    aliases: [],
  }
})
const dataset: Dataset = {
  ...smallDataset,
  reporters: places.map(territoryKey),
  territories: new Map(places.map((place) => [territoryKey(place), place])),
}
const label = (change: Partial<ExportLabel> = {}): ExportLabel => ({
  title: '',
  filters: ['Kỳ: Năm 2024', 'So với cùng kỳ năm trước'],
  countedBy: '63 tỉnh, thành phố (trước 01/7/2025)',
  coverage: 'Đã có số liệu: 11/11 địa phương',
  sources: ['Báo cáo tháng mô phỏng năm 2024 của 63 tỉnh, thành phố (đăng ngày 15/01/2025)', 'Báo A (không rõ ngày đăng)'],
  day: '31/12/2024',
  madeOn: '22/11/2026',
  link: 'https://atlas.example/dan-van/?d=small&i=tips&v=1',
  classification: '',
  simulated: false,
  ...change,
})

function storyOf(figures: readonly Figure[], change: Partial<View> = {}, language: Language = 'vi') {
  const view: View = { ...EMPTY_VIEW, dataset: 'small', units: '63', indicators: ['tips'], ...change }
  const input = { answer: readAnswer(answerOf(figures), dataset, view), view, dataset, words: wordsOf(language), language }
  return shareStory(input, headlineSentence(input))
}

const alike = (change: (at: number) => Partial<Figure> = () => ({})) =>
  places.map(({ code }, at) => figureOf('tips', code, { value: 1000 - at * 37, terms: [at], ...change(at) }))
const unlike = places
  .slice(0, 4)
  .map(({ code }, at) =>
    figureOf('tips', code, { value: 10 + at, terms: [at], comparisonKey: `tips|other ${at}|tip|${at}`, word: 'trên', low: true }),
  )

interface Text {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly text: string
  readonly anchor: string
  readonly strong: boolean
}

function textsOf(svg: string): Text[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', text = '']) => {
    const of = (name: string) => new RegExp(` ?${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
    return {
      ...{ x: Number(of('x')), y: Number(of('y')), size: Number(of('font-size')), text, anchor: of('text-anchor') },
      strong: of('font-weight') === '600',
    }
  })
}

const LAYOUTS = [
  { name: 'chat', layout: chatPicture, width: 1080, height: 1350 },
  { name: 'slide', layout: slidePicture, width: 1920, height: 1080 },
]
const STORIES = [
  { name: 'a scale', story: () => storyOf(alike()) },
  { name: 'a scale with a place of one’s own', story: () => storyOf(alike(), { focus: '15' }) },
  { name: 'a scale in English', story: () => storyOf(alike(), { focus: '15' }, 'en') },
  { name: 'figures that do not compare', story: () => storyOf(unlike) },
  { name: 'nothing', story: () => storyOf([]) },
]

describe.each(LAYOUTS)('a picture for a $name', ({ layout, width, height }) => {
  test.each(STORIES)('of $name: large letters, nothing beyond its edges, all that belongs to it', ({ story }) => {
    const told = story()
    const words = wordsOf('vi')
    const drawn = layout(told, label({ title: told.title, classification: 'Lưu hành nội bộ', simulated: true }), words, '')
    expect(drawn).toMatchObject({ width, height })
    const texts = textsOf(drawn.svg)
    expect(texts.length).toBeGreaterThan(6)
    for (const { x, y, size, text, anchor, strong } of texts) {
      expect(size, text).toBeGreaterThanOrEqual(28)
      // Widths are guessed a little too wide.
      const wide = textWidth(text, size, strong) * 0.95
      expect(anchor === 'end' ? x - wide : x, text).toBeGreaterThanOrEqual(40)
      expect(anchor === 'end' ? x : x + wide, text).toBeLessThanOrEqual(width - 20)
      expect(y, text).toBeLessThanOrEqual(height - 20)
    }
    const all = texts.map(({ text }) => text).join(' ')
    for (const said of [
      'Lưu hành nội bộ',
      words.chrome.simulated,
      'Nguồn: Báo cáo tháng mô phỏng',
      'Số liệu đến ngày 31/12/2024.',
    ]) {
      expect(all).toContain(said)
    }
    expect(all).toContain('Tính theo: 63 tỉnh')
    expect(drawn.svg).toContain('<desc>https://atlas.example/dan-van/?d=small&amp;i=tips&amp;v=1</desc>')
    expect(drawn.svg).not.toMatch(/NaN|undefined|Infinity/)
  })

  test('lines of text do not stand on each other', () => {
    for (const { name, story } of STORIES) {
      const told = story()
      const texts = textsOf(layout(told, label({ title: told.title, simulated: true }), wordsOf('vi'), '').svg)
      for (const [at, one] of texts.entries()) {
        for (const other of texts.slice(at + 1)) {
          const [a, b] = [one, other].map(({ x, size, text, anchor, strong }) => {
            const wide = textWidth(text, size, strong) * 0.85
            return anchor === 'end' ? { from: x - wide, to: x } : { from: x, to: x + wide }
          }) as [{ from: number; to: number }, { from: number; to: number }]
          const beside = a.to <= b.from || b.to <= a.from
          const apart = Math.abs(one.y - other.y) >= Math.min(one.size, other.size) * 1.1
          expect(beside || apart, `${name}: “${one.text}” and “${other.text}”`).toBe(true)
        }
      }
    }
  })
})

test('names the highest, the reader’s own place with its rank, the lowest', () => {
  const { svg } = chatPicture(storyOf(alike(), { focus: '16' }), label(), wordsOf('vi'), '')
  const texts = textsOf(svg).map(({ text }) => text)
  expect(texts).toContain('5 địa phương cao nhất')
  expect(texts).toContain('Thành phố Hồ Chí Minh')
  expect(texts).toContain('Địa phương tôi: thứ 7/11')
  expect(texts).toContain('3 địa phương thấp nhất')
  expect(texts).not.toContain('Ninh Thuận')
})

test('gives no rank among numbers of which one is only a bound, and says where there are ties', () => {
  const bounded = storyOf(
    alike((at) => (at === 3 ? { low: true } : {})),
    { focus: '16' },
  )
  expect(bounded.picture).toMatchObject({ kind: 'scale', mine: '' })
  const tied = storyOf(
    alike((at) => (at === 6 || at === 7 ? { value: 500 } : {})),
    { focus: '16' },
  )
  expect(tied.picture).toMatchObject({ kind: 'scale', mine: 'thứ 10/11, có địa phương bằng số' })
})

test('has no scale, no order of size, no rank and no sum where figures may not be compared', () => {
  const story = storyOf(unlike, { focus: '11' })
  expect(story.picture.kind).toBe('facts')
  if (story.picture.kind !== 'facts') return
  expect(story.picture.rows.map(({ name }) => name)).toEqual(['Hà Nam', 'Thành phố Hồ Chí Minh', 'Nam Định', 'Trà Vinh'])
  expect(story.picture.rows.map(({ text }) => text)).toEqual(['trên 13', 'trên 10', 'trên 11', 'trên 12'])
  const all = textsOf(chatPicture(story, label(), wordsOf('vi'), '').svg).map(({ text }) => text)
  expect(all.join(' ')).toContain('không cộng, không xếp hạng')
  expect(all.join(' ')).not.toMatch(/cao nhất|thấp nhất|thứ \d|46/)
})

test('a kind whose numbers make no sum stands among the others and says so', () => {
  const over = alike((at) => ({ comparisonKey: 'tips|over', ...(at % 2 === 0 ? { word: 'trên', low: true } : { high: true }) }))
  const { picture } = storyOf([...alike(), ...over])
  const texts = picture.kind === 'facts' ? picture.rows.map(({ text }) => text) : []
  expect(texts).toHaveLength(2)
  expect(texts).toContain(wordsOf('vi').figure.notAdded(places.length) + wordsOf('vi').figure.bothBounds)
})

test('markup in a name stays text', () => {
  const odd = new Map(dataset.territories)
  const first = places[0] as Territory
  odd.set(territoryKey(first), { ...first, name: { vi: '<image href="x"/>', en: 'x' } })
  const view: View = { ...EMPTY_VIEW, dataset: 'small', units: '63', indicators: ['tips'] }
  const world = { ...dataset, territories: odd }
  const input = {
    answer: readAnswer(answerOf(alike()), world, view),
    view,
    dataset: world,
    words: wordsOf('vi'),
    language: 'vi' as const,
  }
  const { svg } = slidePicture(shareStory(input, headlineSentence(input)), label({ title: '<b>' }), wordsOf('vi'), '')
  expect(svg).not.toMatch(/<image|<b>/)
})

test('beside the highest stands who already has more than the last of them, in fewer days', () => {
  const window = { days: 304, daysOf: 304 }
  const partial = { ...window, days: 274, comparisonKey: 'tips||tip|some' }
  const figures = alike((at) => ({
    comparisonKey: 'tips||tip|all',
    ...window,
    ...(at > 8 ? { ...partial, value: at === 9 ? 950 : 3 } : {}),
  }))
  const story = storyOf(figures, { focus: '15' })
  const all = textsOf(chatPicture(story, label(), wordsOf('vi'), '').svg).map(({ text }) => text)
  expect(all).toContain('Chưa kể Cà Mau đã có 950 trong 274/304 ngày.')
  expect(all.join(' ')).toContain('thứ 6/9, chưa kể 1 địa phương chưa đủ ngày đã có nhiều hơn')
  const nobody = textsOf(chatPicture(storyOf(alike()), label(), wordsOf('vi'), '').svg).map(({ text }) => text)
  expect(nobody.join(' ')).not.toMatch(/chưa kể/i)
})

test('numbers of fewer days make no second row under the same name', () => {
  const figures = alike((at) => ({
    comparisonKey: at < 3 ? 'tips||tip|all' : 'tips||tip|some',
    days: at < 3 ? 304 : 274,
    daysOf: 304,
  }))
  const both = [...figures, ...alike((at) => ({ comparisonKey: 'tips||tip|all', days: 304, daysOf: 304, terms: [20 + at] }))]
  const { picture } = storyOf(both)
  expect(picture.kind).toBe('scale')
})

test('all sources stand inside the picture where there is room, else whole names and how many more', () => {
  const sources = Array.from({ length: 4 }, (_, at) => `Cổng thông tin điện tử Công an tỉnh số ${at} (không rõ ngày đăng)`)
  const few = textsOf(chatPicture(storyOf(unlike), label({ sources }), wordsOf('vi'), '').svg).map(({ text }) => text)
  for (const source of sources) expect(few.join(' ')).toContain(source)
  const many = Array.from({ length: 30 }, (_, at) => `Cổng thông tin điện tử Công an tỉnh số ${at} (không rõ ngày đăng)`)
  const cut = textsOf(chatPicture(storyOf(alike()), label({ sources: many }), wordsOf('vi'), '').svg)
  expect(cut.map(({ text }) => text).join(' ')).toMatch(/\(không rõ ngày đăng\); và \d+ nguồn khác\./)
})
