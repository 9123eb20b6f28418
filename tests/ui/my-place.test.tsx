import { act, renderHook, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { TerritoryKey } from '../../src/model/territory.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import { MyPlace } from '../../src/ui/my-place.tsx'
import { useHome } from '../../src/ui/use-home.ts'
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

function open(home: TerritoryKey | null, figures: readonly Figure[] = FIGURES) {
  const view: View = { ...EMPTY_VIEW, dataset: 'small', units: '63', ...YEAR }
  const answered = { answer: readAnswer(answerOf([...figures]), equipped, view), view, dataset: equipped }
  return renderRoom((room) => <MyPlace room={room} answered={answered} home={home} />, { dataset: equipped, view })
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
  })

  it('is not there where none is chosen, where the view says nothing of it, or where it is no one unit of the list', () => {
    for (const home of [null, '63:48', '34:37'] as const) {
      const { container, unmount } = open(home, [figureOf('tips', '36', { value: 98 })])
      expect(container).toBeEmptyDOMElement()
      unmount()
    }
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
