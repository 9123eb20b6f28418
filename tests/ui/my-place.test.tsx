import { act, renderHook, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { Indicator } from '../../src/model/indicator.ts'
import type { Territory, TerritoryKey } from '../../src/model/territory.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import { useHome } from '../../src/ui/answer/use-home.ts'
import { HomeChoice } from '../../src/ui/filters/home-choice.tsx'
import { MyPlace } from '../../src/ui/overview/my-place.tsx'
import { renderRoom } from '../support/room.tsx'
import { answerOf, figureOf, smallDataset, weapons } from '../support/small-dataset.ts'

const words = wordsOf('vi')
const YEAR: Partial<View> = { time: { kind: 'window', from: '2024', to: '2024' } }

const equipped: Dataset = {
  ...smallDataset,
  groups: [{ id: 'cum-mot', label: { vi: 'Cụm số 1', en: 'Cluster 1' }, members: ['63:36', '63:48', '63:84'] }],
  targets: [
    { territory: { set: '63', code: '36' }, indicator: 'tips', start: '2024-01-01', end: '2024-12-31', value: 100, unit: 'tip' },
  ],
}

const FIGURES = [
  figureOf('tips', '36', { value: 98 }),
  figureOf('tips', '48', { value: 120 }),
  figureOf('tips', '84', { value: 80 }),
  ...(['gun', 'bomb'] as const).map((kind, at) => weapons(kind, '36', at + 3)),
]

function open(
  home: TerritoryKey | null,
  figures: readonly Figure[] = FIGURES,
  more: Partial<View> = {},
  dataset: Dataset = equipped,
  otherTime: readonly Figure[] = [],
) {
  const view: View = { ...EMPTY_VIEW, dataset: 'small', units: '63', ...YEAR, ...more }
  const answered = { answer: readAnswer(answerOf([...figures], otherTime), dataset, view), view, dataset }
  return renderRoom((room) => <MyPlace room={room} answered={answered} home={home} />, { dataset, view })
}

function place(key: TerritoryKey, name: string): Territory {
  const [set, code] = key.split(':') as ['34' | '63', string]
  const both = { vi: name, en: name }
  return { set, code, name: both, kind: 'tinh', region: both, mergedInto: null, formedFrom: [], aliases: [] }
}

/** The choice for Nam Định, as the page holds it. */
function Chooser({ configured }: { readonly configured: TerritoryKey | null }) {
  const home = useHome(configured, false)
  return <HomeChoice words={words} home={home} shown="63:36" homeHere={home.key} />
}

afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

describe('the reader’s own place at a glance', () => {
  it('has its figure, its place among its peers, and its target', () => {
    open('63:36')
    const table = screen.getByRole('region', { name: words.place.mine('Nam Định') })
    const tips = within(table).getByRole('rowheader', { name: 'Nguồn tin do dân cung cấp' }).closest('tr')
    expect(tips).toHaveTextContent('98 nguồn tin')
    expect(tips).toHaveTextContent(words.place.peerPlace(2, 3))
    expect(tips).toHaveTextContent('98%')
    expect(within(table).getByText('3')).toBeVisible()
    expect(table).toHaveTextContent(words.place.silent(['Mô hình', 'Xã hội, từ thiện']))
  })

  it('has no place among peers that all have its number', () => {
    open('63:36', [figureOf('tips', '36', { value: 98 }), figureOf('tips', '48', { value: 98 })])
    const table = screen.getByRole('region', { name: words.place.mine('Nam Định') })
    expect(table).toHaveTextContent(words.place.peerTied(2))
    expect(table).not.toHaveTextContent(words.place.peerPlace(1, 2))
  })

  it('says how many more kinds there are than it shows', () => {
    const kinds = ['gun', 'bomb', 'grenade', 'mine'].map((kind, at) => weapons(kind as 'gun', '36', at + 3))
    const { unmount } = open('63:36', kinds)
    expect(screen.getByRole('region', { name: words.place.mine('Nam Định') })).toHaveTextContent(words.place.mineMore(2))
    unmount()
    open('63:36', kinds.slice(0, 2))
    expect(screen.getByRole('region', { name: words.place.mine('Nam Định') })).not.toHaveTextContent('số khác')
  })

  it('of a merged province has what stands for each of its old units', () => {
    const merged = { ...place('34:37', 'Ninh Bình'), formedFrom: ['35', '36', '37'] }
    const old = ['35', '36', '37'].map((code): [TerritoryKey, Territory] => [
      `63:${code}`,
      { ...place(`63:${code}`, `Tỉnh ${code}`), mergedInto: '37' },
    ])
    const territories = new Map<TerritoryKey, Territory>([...equipped.territories, ...old, ['34:37', merged]])
    const built = {
      ...(equipped.indicators.find(({ code }) => code === 'models') as Indicator),
      code: 'built',
      headlineOrder: 2,
      label: { vi: 'Mô hình đã xây dựng', en: 'Models built' },
    }
    const dataset: Dataset = {
      ...{ ...equipped, territories, indicators: [...equipped.indicators, built] },
      ...{ territorySets: ['63', '34'], reporters: ['63:35', '63:36'] },
    }
    const figures = [figureOf('models', '36', { value: 52 }), figureOf('built', '35', { value: 132 })]
    open('34:37', figures, { units: '34' }, dataset)
    const table = screen.getByRole('region', { name: words.place.mine('Ninh Bình') })
    expect(
      within(table)
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(['52', '132'])
    expect(table).toHaveTextContent(/Mô hình đang duy trì.*Tỉnh 36.*Mô hình đã xây dựng.*Tỉnh 35/)
  })

  it('is not there where none is chosen, or where the view is narrowed to other places', () => {
    for (const [home, territories] of [
      [null, []],
      ['63:48', ['36']],
      ['63:01', ['36']],
    ] as const) {
      const { container, unmount } = open(home, [figureOf('tips', '36', { value: 98 })], { territories })
      expect(container).toBeEmptyDOMElement()
      unmount()
    }
  })

  it('says that no source mentions it, that the data have no source on it, and which units it was made of', () => {
    const own = (name: string) => screen.getByRole('region', { name: words.place.mine(name) })
    const of36 = [figureOf('tips', '36', { value: 98 })]
    const silent = open('63:48', of36)
    expect(own('Đà Nẵng')).toHaveTextContent(words.place.mineSilent)
    silent.unmount()
    const without = open('63:01', of36)
    expect(own('Hà Nội')).toHaveTextContent(words.place.noSource('Hà Nội'))
    without.unmount()
    const merged = { ...place('34:37', 'Ninh Bình'), formedFrom: ['36', '84'] }
    const territories = new Map([...equipped.territories, ['34:37' as const, merged]])
    open('34:37', of36, {}, { ...equipped, territories })
    expect(own('Ninh Bình')).toHaveTextContent('số liệu đứng tên từng đơn vị đã báo cáo: Nam Định, Trà Vinh.')
  })

  it('offers the figure of another time', () => {
    open('63:48', [figureOf('tips', '36', { value: 98 })], {}, equipped, [figureOf('tips', '48', { value: 77 })])
    expect(screen.getByRole('region', { name: words.place.mine('Đà Nẵng') })).toHaveTextContent(
      /có số, thời gian khác:\s*77 nguồn tin/,
    )
  })

  it('leads to all that there is of it', async () => {
    const { user, view } = open('63:36')
    await user.click(screen.getByRole('button', { name: words.place.mineAll }))
    expect(view()).toMatchObject({ tab: 'place', focus: '36' })
  })
})

describe('the own place of a page', () => {
  const use = (configured: TerritoryKey | null, embedded = false) => renderHook(() => useHome(configured, embedded)).result

  it('is that of the configuration until the reader chooses, and again when they forget it', () => {
    const home = use('34:37')
    expect(home.current).toMatchObject({ key: '34:37', isOwn: false })
    act(() => home.current.choose?.('63:84'))
    expect(home.current).toMatchObject({ key: '63:84', isOwn: true })
    expect(use('34:37').current.key).toBe('63:84')
    act(() => home.current.choose?.(null))
    expect(home.current).toMatchObject({ key: '34:37', isOwn: false })
    expect(use(null).current.key).toBeNull()
  })

  it('keeps the focus where it was chosen and forgotten', async () => {
    const { user } = renderRoom(() => <Chooser configured={null} />)
    screen.getByRole('button', { name: words.place.makeHome }).focus()
    await user.keyboard('{Enter}')
    expect(screen.getByRole('button', { name: words.place.forgetHome })).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(screen.getByRole('button', { name: words.place.makeHome })).toHaveFocus()
  })

  it('keeps the focus on its words where there is no button left', async () => {
    const { user } = renderRoom(() => <Chooser configured="63:36" />)
    expect(screen.queryByRole('button')).toBeNull()
    localStorage.setItem('dan-van-atlas:home', '63:36')
    renderRoom(() => <Chooser configured="63:36" />)
    screen.getByRole('button', { name: words.place.forgetHome }).focus()
    await user.keyboard('{Enter}')
    expect(document.activeElement).toHaveTextContent(words.take.mine)
  })

  it('in a frame is that of the configuration, whatever the reader chose elsewhere', () => {
    const own = use(null)
    act(() => own.current.choose?.('63:84'))
    expect(use('34:37', true).current).toEqual({ key: '34:37', isOwn: false, choose: null })
  })

  it('holds as long as the page where nothing may be kept', () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError')
    })
    const home = use(null)
    act(() => home.current.choose?.('63:84'))
    expect(home.current.key).toBe('63:84')
    expect(use(null).current.key).toBeNull()
  })
})
