import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { patchwork } from '../../src/charts/patchwork.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import { PatchworkTable } from '../../src/ui/overview/patchwork-table.tsx'
import { renderRoom } from '../support/room.tsx'
import { answerOf, figureOf, inputOf, smallDataset, weapons } from '../support/small-dataset.ts'
import { bothLists } from '../support/units.ts'

const words = wordsOf('vi')
const state = (code: keyof typeof words.figure.state) => words.figure.state[code]

function open(figures: readonly Figure[], view: Partial<View> = {}, otherTime: readonly Figure[] = []) {
  const picture = patchwork.picture(inputOf(figures, view, otherTime))
  if (picture.kind !== 'cells') throw new Error('no cells')
  return renderRoom((room) => <PatchworkTable room={room} patchwork={picture.patchwork} />, { view })
}

/** The cell of a row and a column by their headings. */
function cell(row: RegExp, column: RegExp): HTMLElement {
  const columns = screen.getAllByRole('columnheader')
  const at = columns.findIndex((head) => column.test(head.textContent ?? ''))
  const found = screen.getAllByRole('row').find((one) => within(one).queryByRole('rowheader', { name: row }))
  const cells = found?.querySelectorAll('th, td')
  if (at < 0 || !cells?.[at]) throw new Error(`no cell ${row} × ${column}`)
  return cells[at] as HTMLElement
}

const kinds = ['gun', 'grenade', 'bomb', 'cartridge', 'knife', 'baton']
const kindsOf = (place: string, n: number) => kinds.slice(0, n).map((kind, at) => weapons(kind, place, at + 1))

describe('the overview', () => {
  it('is a table of places and domains, with scopes', () => {
    open([figureOf('tips', '36', { value: 8968 })])
    const columns = screen.getAllByRole('columnheader')
    expect(columns.map((head) => head.getAttribute('scope'))).toEqual(Array(5).fill('col'))
    expect(columns[0]).toHaveTextContent(words.chart.place)
    const domains = ['Nguồn tin quần chúng', 'Mô hình', 'Giao nộp vũ khí', 'Xã hội, từ thiện']
    for (const [at, domain] of domains.entries()) expect(columns[at + 1]).toHaveTextContent(domain)
    const rows = screen.getAllByRole('rowheader')
    expect(rows.map((head) => head.getAttribute('scope'))).toEqual(Array(3).fill('row'))
    expect(rows.map((head) => head.textContent)).toEqual(['Đà Nẵng', 'Nam Định', 'Trà Vinh'])
    for (const row of screen.getAllByRole('row').slice(1)) expect(within(row).getAllByRole('cell')).toHaveLength(4)
  })

  it('shows a figure with its definition and time; a click asks for its grounds', async () => {
    const figure = figureOf('tips', '36', { value: 8968, low: true })
    const { user, asked } = open([figure])
    const there = cell(/Nam Định/, /Nguồn tin/)
    expect(there).toHaveTextContent('Nguồn tin do dân cung cấp')
    expect(there).toHaveTextContent('năm 2024')
    await user.click(within(there).getByRole('button', { name: /^trên 8\.968 nguồn tin/ }))
    expect(asked.map((one) => one.figure)).toEqual([figure])
  })

  it('says of a place without a figure why, and shows the dots only to the eye', () => {
    open([figureOf('tips', '36')])
    const there = cell(/Đà Nẵng/, /Nguồn tin/)
    expect(there).toHaveTextContent(state('not_mentioned'))
    expect(within(there).getByText('…')).toHaveAttribute('aria-hidden', 'true')
    expect(within(there).queryByRole('button')).toBeNull()
  })

  it('names how many models a source names without a total, instead of saying that it is silent', () => {
    open([figureOf('models', '36', { value: 26 })])
    const there = cell(/Trà Vinh/, /Mô hình/)
    expect(there).toHaveTextContent(words.headline.named(2, 1))
    expect(there).toHaveTextContent(words.headline.noTotal)
    expect(there).not.toHaveTextContent('…')
    expect(cell(/Đà Nẵng/, /Mô hình/)).toHaveTextContent('…')
  })

  it('offers the latest figure where there is one for another time', async () => {
    const time = { kind: 'window', from: '2023', to: '2023' } as const
    const { user, view } = open([], { time }, [figureOf('tips', '36', { value: 5 })])
    const there = cell(/Nam Định/, /Nguồn tin/)
    expect(there).toHaveTextContent(state('other_time'))
    expect(there).not.toHaveTextContent('…')
    expect(view().time).toEqual(time)
    await user.click(within(there).getByRole('button', { name: words.chart.showLatest }))
    expect(view().time).toEqual({ kind: 'report' })
  })

  it('shows words as words and a zero as 0', () => {
    open([
      figureOf('tips', '36', { value: null, state: 'in_words', magnitudes: [100] }),
      figureOf('tips', '48', { value: 0, state: 'zero' }),
    ])
    expect(within(cell(/Nam Định/, /Nguồn tin/)).getByRole('button')).toHaveTextContent(/^hàng trăm$/)
    expect(within(cell(/Đà Nẵng/, /Nguồn tin/)).getByRole('button')).toHaveTextContent(/^0 nguồn tin$/)
  })

  it('shows five kinds in a cell and the rest behind one click', async () => {
    const { user, view } = open([...kindsOf('36', 6), ...kindsOf('48', 5)])
    const full = cell(/Nam Định/, /vũ khí/)
    const figures = () => within(full).getAllByRole('button', { name: /số này từ đâu/ })
    expect(figures().map((button) => button.textContent)).toEqual(['1', '2', '3', '4', '5'])
    expect(full).toHaveTextContent('Súng')
    expect(full).not.toHaveTextContent('Gậy')
    expect(within(cell(/Đà Nẵng/, /vũ khí/)).queryByRole('button', { name: /Xem đủ/ })).toBeNull()
    await user.click(within(full).getByRole('button', { name: 'Xem đủ 6 loại' }))
    expect(view().indicators).toEqual(['dom-surrenders'])
  })

  it('lets a place stand out by its name, and takes it back', async () => {
    const { user, view } = open([figureOf('tips', '36')])
    const name = screen.getByRole('button', { name: 'Nam Định' })
    await user.click(name)
    expect([view().focus, name.getAttribute('aria-pressed')]).toEqual(['36', 'true'])
    expect(name.closest('tr')).toHaveAttribute('data-focus', 'true')
    expect(screen.getByRole('button', { name: 'Trà Vinh' }).closest('tr')).toHaveAttribute('data-focus', 'false')
    await user.click(name)
    expect(view().focus).toBeNull()
  })

  it('narrows to a domain by its heading', async () => {
    const { user, view } = open([figureOf('tips', '36')])
    await user.click(within(screen.getAllByRole('columnheader')[1] as HTMLElement).getByRole('button', { name: /nguồn tin/i }))
    expect(view().indicators).toEqual(['dom-tips'])
  })

  it('counts for every domain how many of how many give a figure', () => {
    open([figureOf('tips', '36'), figureOf('tips', '48', { value: null, state: 'in_words', magnitudes: [100] })])
    const [, tips, models] = screen.getAllByRole('columnheader')
    expect(tips).toHaveTextContent(words.headline.coverage(1, 3, 0))
    expect(tips).toHaveTextContent(`1 ${words.headline.coverageParts.inWords}`)
    expect(models).toHaveTextContent(words.headline.coverage(0, 3, 0))
  })
})

describe('chosen indicators', () => {
  it('stand in rows, kinds that do not add in rows of their own, places across', () => {
    open([...kindsOf('36', 2), weapons('gun', '48', 7)], { indicators: ['weapons'] })
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual([
      words.chart.indicator,
      'Đà Nẵng',
      'Nam Định',
    ])
    expect(screen.getAllByRole('rowheader').map((head) => head.textContent)).toEqual(['Súng', 'Lựu đạn'])
    expect(cell(/Súng/, /Đà Nẵng/)).toHaveTextContent('7')
    expect(cell(/Lựu đạn/, /Đà Nẵng/)).toHaveTextContent(state('not_mentioned'))
  })

  it('name in a closing line who is silent', () => {
    open([figureOf('tips', '36')], { indicators: ['tips'] })
    expect(screen.getByText(words.headline.notMentioned(['Đà Nẵng', 'Trà Vinh']))).toBeInTheDocument()
  })

  it('of many places stand below one another, those that have a figure; the others are named', () => {
    const codes = [...bothLists().values()].filter(({ set }) => set === '63').map(({ code }) => code)
    const dataset: Dataset = {
      ...smallDataset,
      territories: bothLists(),
      reporters: codes.slice(0, 12).map((code) => `63:${code}` as const),
    }
    const input = inputOf(
      codes.slice(0, 9).map((code) => figureOf('tips', code)),
      { indicators: ['tips'] },
      [figureOf('tips', codes[9] ?? '')],
    )
    const picture = patchwork.picture({ ...input, dataset })
    if (picture.kind !== 'cells') throw new Error('no cells')
    renderRoom((room) => <PatchworkTable room={room} patchwork={picture.patchwork} />, { dataset })
    expect(screen.getAllByRole('columnheader')).toHaveLength(2)
    expect(screen.getAllByRole('rowheader')).toHaveLength(9)
    const name = (code = '') => dataset.territories.get(`63:${code}`)?.name.vi ?? ''
    expect(screen.getByText(words.headline.otherTime([name(codes[9])]))).toBeInTheDocument()
    expect(screen.getByText(words.headline.notMentioned([name(codes[10]), name(codes[11])].sort()))).toBeInTheDocument()
    expect(screen.getByText(words.headline.coverage(9, 12, 0), { exact: false })).toBeInTheDocument()
  })

  it('all stand in the cell, however many', () => {
    open(kindsOf('36', 6), { indicators: ['dom-surrenders'] })
    expect(screen.getAllByRole('button', { name: /số này từ đâu/ })).toHaveLength(6)
    expect(screen.queryByRole('button', { name: /Xem đủ/ })).toBeNull()
  })
})

describe('the chooser of columns', () => {
  it('has one button a column, of which one is pressed', async () => {
    const { user } = open([figureOf('tips', '36')])
    const chooser = screen.getByRole('group', { name: words.chart.indicator })
    const buttons = within(chooser).getAllByRole('button')
    const pressed = () => buttons.map((button) => button.getAttribute('aria-pressed'))
    const active = () => screen.getAllByRole('columnheader').map((head) => head.getAttribute('data-active'))
    expect(buttons).toHaveLength(4)
    expect([pressed(), active().slice(1)]).toEqual([Array.from('1000', isOn), Array.from('1000', isOn)])
    await user.click(buttons[2] as HTMLElement)
    expect([pressed(), active().slice(1)]).toEqual([Array.from('0010', isOn), Array.from('0010', isOn)])
    const cells = within(screen.getAllByRole('row')[1] as HTMLElement).getAllByRole('cell')
    expect(cells.map((one) => one.getAttribute('data-active'))).toEqual(Array.from('0010', isOn))
  })

  it('is not there for one column', () => {
    open([figureOf('tips', '36')], { indicators: ['tips'] })
    expect(screen.queryByRole('group')).toBeNull()
  })
})

describe('old units of a merged province', () => {
  const dataset: Dataset = { ...smallDataset, territories: bothLists(), reporters: ['63:36', '63:35', '63:84', '63:01'] }
  const open34 = (figures: readonly Figure[], view: Partial<View> = {}) => {
    const whole: View = { ...EMPTY_VIEW, dataset: dataset.id, units: '34', ...view }
    const input = { ...inputOf(figures), dataset, view: whole, answer: readAnswer(answerOf(figures), dataset, whole) }
    const picture = patchwork.picture(input)
    if (picture.kind !== 'cells') throw new Error('no cells')
    return renderRoom((room) => <PatchworkTable room={room} patchwork={picture.patchwork} />, { view: whole, dataset })
  }
  const counted = (n: number, of: number) => words.units.oldUnits(n, of)

  it('are named by a figure of some of them, and counted once', () => {
    open34([figureOf('tips', '36', { value: 8968 })])
    const there = cell(/Ninh Bình/, /Nguồn tin/)
    expect(there).toHaveTextContent(words.figure.oldUnits(['Nam Định'], 1, 3))
    expect(there).not.toHaveTextContent(counted(1, 3))
    expect(screen.getAllByRole('rowheader').map((head) => head.textContent)).toEqual(['Hà Nội', 'Ninh Bình', 'Vĩnh Long'])
  })

  it('are counted where no figure counts them: two that stand side by side, or none', () => {
    open34([figureOf('tips', '36', { value: 8968 }), figureOf('tips', '35', { value: 30, comparisonKey: 'tips|total|tip|2019' })])
    const there = cell(/Ninh Bình/, /Nguồn tin/)
    expect(within(there).getAllByRole('button', { name: /số này từ đâu/ })).toHaveLength(2)
    expect(there).toHaveTextContent(counted(2, 3))
    expect(cell(/Vĩnh Long/, /Nguồn tin/)).toHaveTextContent(counted(0, 3))
  })

  it('are not counted of a unit that was not merged, nor where the province of today reports itself', () => {
    open34([figureOf('tips', '01'), figureOf('tips', '37', { territory: { set: '34', code: '37' } })])
    expect(cell(/Hà Nội/, /Nguồn tin/)).not.toHaveTextContent('tỉnh cũ')
    expect(cell(/Ninh Bình/, /Nguồn tin/)).not.toHaveTextContent('tỉnh cũ')
  })

  it('that all report make a figure of the province', () => {
    open34(['35', '36', '37'].map((code) => figureOf('tips', code, { value: 5 })))
    const there = cell(/Ninh Bình/, /Nguồn tin/)
    expect(within(there).getByRole('button')).toHaveTextContent('15 nguồn tin')
    expect(there).not.toHaveTextContent('tỉnh cũ')
    expect(screen.getAllByRole('columnheader')[1]).toHaveTextContent(words.headline.coverage(1, 3, 0))
  })

  it('whose merged province alone reports say that it cannot be split, for what it reports only', () => {
    open34([figureOf('tips', '37', { territory: { set: '34', code: '37' } })], { units: '63' })
    expect(cell(/Hà Nam/, /Nguồn tin/)).toHaveTextContent(state('refused'))
    expect(cell(/Hà Nam/, /vũ khí/)).toHaveTextContent(state('not_mentioned'))
    expect(cell(/Trà Vinh/, /Nguồn tin/)).toHaveTextContent(state('not_mentioned'))
  })
})

const isOn = (digit: string) => String(digit === '1')
