import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import type { View } from '../../src/model/view.ts'
import { FilterBar } from '../../src/ui/filters/filter-bar.tsx'
import { layOut, type RoomOptions, renderRoom } from '../support/room.tsx'
import { smallDataset } from '../support/small-dataset.ts'

beforeAll(() => layOut())

const { chrome } = wordsOf('vi')

function open(view: Partial<View> = {}, options: RoomOptions = {}) {
  const onReset = vi.fn()
  const draw = (room: Parameters<Parameters<typeof renderRoom>[0]>[0]) => (
    <FilterBar room={room} datasetPicker={<p>Bộ số liệu</p>} onReset={onReset} />
  )
  return { ...renderRoom(draw, { ...options, view }), onReset }
}

const control = (label: string) => screen.getByRole('combobox', { name: new RegExp(`^${label}:`) })
const search = (label: string) => screen.findByRole('combobox', { name: label })
const options = () => screen.getAllByRole('option').map((option) => option.textContent)
const chips = () => screen.queryAllByRole('button', { name: new RegExp(`^${chrome.remove('')}`) })

describe('the indicator', () => {
  it('is offered by domains, with the overview first', async () => {
    const { user } = open()
    expect(control(chrome.indicator)).toHaveAccessibleName(`${chrome.indicator}: ${chrome.allDomains}`)
    await user.click(control(chrome.indicator))
    await search(chrome.searchIndicator)
    const groups = screen
      .getAllByRole('group')
      .map((group) => [
        group.getAttribute('aria-labelledby')
          ? document.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent
          : '',
        within(group).getAllByRole('option').length,
      ])
    expect(groups).toEqual([
      ['', 1],
      ['Nguồn tin quần chúng', 4],
      ['Mô hình', 1],
      ['Giao nộp vũ khí', 1],
      ['Xã hội, từ thiện', 1],
    ])
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent(chrome.allDomains)
  })

  it('is found without marks, in either language, and chosen', async () => {
    const { user, view } = open({ filters: { item: ['gun'] }, charts: ['bar'], sort: '-number' })
    await user.click(control(chrome.indicator))
    await user.type(await search(chrome.searchIndicator), 'vu khi dan')
    await waitFor(() => expect(options()).toHaveLength(1))
    await user.clear(await search(chrome.searchIndicator))
    await user.type(await search(chrome.searchIndicator), 'money')
    await waitFor(() => expect(options()).toHaveLength(1))
    await user.click(await screen.findByRole('option', { name: /Tiền ủng hộ/ }))
    // What belonged to the indicator before goes with it.
    expect(view()).toMatchObject({ indicators: ['money'], filters: {}, charts: [], sort: null })
    expect(control(chrome.indicator)).toHaveAccessibleName(`${chrome.indicator}: Tiền ủng hộ`)
  })

  it('that is not there is said not to be there', async () => {
    const { user } = open()
    await user.click(control(chrome.indicator))
    await user.type(await search(chrome.searchIndicator), 'xyz')
    expect(await screen.findByText(chrome.noIndicator)).toBeInTheDocument()
    expect(screen.queryAllByRole('option')).toEqual([])
  })

  it('gives way to the overview', async () => {
    const { user, view } = open({ indicators: ['tips'] })
    await user.click(control(chrome.indicator))
    await user.click(await screen.findByRole('option', { name: chrome.allDomains }))
    expect(view().indicators).toEqual([])
  })

  it('can be chosen by keyboard alone', async () => {
    const { user, view } = open()
    await user.tab()
    expect(screen.getAllByRole('button', { expanded: false })[0]).toHaveFocus()
    await user.tab()
    expect(control(chrome.indicator)).toHaveFocus()
    await user.keyboard('{Enter}')
    await user.type(await search(chrome.searchIndicator), 'ty le')
    await waitFor(() => expect(options()).toHaveLength(1))
    await user.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(view().indicators).toEqual(['share']))
  })

  it.each([
    [['tips'], 'Nguồn tin do dân cung cấp'],
    [['dom-tips'], chrome.wholeDomain('Nguồn tin quần chúng')],
    [['tips', 'models'], chrome.severalIndicators(2)],
  ])('%j is called %s', (indicators, label) => {
    open({ indicators })
    expect(control(chrome.indicator)).toHaveAccessibleName(`${chrome.indicator}: ${label}`)
  })
})

describe('the period', () => {
  it('stays what it was set to elsewhere, whatever was in the list before', async () => {
    const { user, store, view } = open({}, { dataset: { ...smallDataset, rhythms: [] } })
    await user.click(control(chrome.period))
    await user.click(await screen.findByRole('option', { name: chrome.year(2024) }))
    const times = ['2010', '2011', '2012'].map((year) => ({ kind: 'window', from: year, to: year }) as const)
    for (const time of times) {
      act(() => store.setView({ time }))
      await waitFor(() =>
        expect(control(chrome.period)).toHaveAccessibleName(`${chrome.period}: ${chrome.year(Number(time.from))}`),
      )
      expect(view().time).toEqual(time)
    }
  })

  it('is chosen by typing on the closed list', async () => {
    const { user, view } = open({}, { dataset: { ...smallDataset, rhythms: [], years: [2022, 2024] } })
    await user.click(control(chrome.period))
    await user.click(await screen.findByRole('option', { name: chrome.year(2022) }))
    control(chrome.period).focus()
    await user.keyboard('s')
    await waitFor(() => expect(view().time).toEqual({ kind: 'report' }))
  })

  it('is the latest of each, or a year of the dataset, newest first', async () => {
    const { user, view } = open()
    await user.click(control(chrome.period))
    await screen.findByRole('listbox')
    expect(options()).toEqual([chrome.latest, chrome.year(2024), chrome.year(2023)])
    await user.click(await screen.findByRole('option', { name: chrome.year(2023) }))
    expect(view().time).toEqual({ kind: 'window', from: '2023', to: '2023' })
    expect(control(chrome.period)).toHaveAccessibleName(`${chrome.period}: ${chrome.year(2023)}`)
  })

  it('that a link brought stands among the choices, in words', async () => {
    const { user } = open({ time: { kind: 'window', from: '2019', to: '2024' } })
    await user.click(control(chrome.period))
    await screen.findByRole('listbox')
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent(wordsOf('vi').figure.years('2019', '2024'))
  })
})

describe('the places', () => {
  it('are all at first, in the order of the Vietnamese alphabet', async () => {
    const { user } = open()
    expect(control(chrome.places)).toHaveAccessibleName(`${chrome.places}: ${chrome.allPlaces(3)}`)
    await user.click(control(chrome.places))
    await search(chrome.searchPlace)
    expect(options()).toEqual(['Đà Nẵng', 'Nam Định', 'Trà Vinh'])
  })

  it('are found without marks and by other names, and chosen one by one', async () => {
    const { user, view } = open()
    await user.click(control(chrome.places))
    await user.type(await search(chrome.searchPlace), 'da nang')
    await waitFor(() => expect(options()).toEqual(['Đà Nẵng']))
    await user.click(await screen.findByRole('option', { name: 'Đà Nẵng' }))
    expect(view().territories).toEqual(['48'])
    await user.clear(await search(chrome.searchPlace))
    await user.type(await search(chrome.searchPlace), 'thanh nam')
    await waitFor(() => expect(options()).toEqual(['Nam Định']))
    await user.click(await screen.findByRole('option', { name: 'Nam Định' }))
    expect(view().territories).toEqual(['48', '36'])
    expect(control(chrome.places)).toHaveAccessibleName(`${chrome.places}: Đà Nẵng, Nam Định`)
  })

  it('can be taken back in the list', async () => {
    const { user, view } = open({ territories: ['48', '36'] })
    await user.click(control(chrome.places))
    const chosen = await screen.findAllByRole('option', { selected: true })
    expect(chosen.map((option) => option.textContent)).toEqual(['Đà Nẵng', 'Nam Định'])
    await user.click(chosen[0] as HTMLElement)
    expect(view().territories).toEqual(['36'])
  })

  it('are counted from three on', () => {
    open({ territories: ['48', '36', '84'] })
    expect(control(chrome.places)).toHaveAccessibleName(`${chrome.places}: ${chrome.somePlaces(3)}`)
  })

  it('are named also where nothing is expected of them', () => {
    open({ territories: ['01'] })
    expect(control(chrome.places)).toHaveAccessibleName(`${chrome.places}: Hà Nội`)
  })

  it('are written with their list where units stand as reported', async () => {
    const { user, view } = open({ units: 'goc' })
    await user.click(control(chrome.places))
    await user.click(await screen.findByRole('option', { name: 'Đà Nẵng' }))
    expect(view().territories).toEqual(['o48'])
  })
})

describe('what is on', () => {
  it('is not shown where nothing is', () => {
    open({ indicators: ['tips'] })
    expect(screen.queryByRole('list', { name: chrome.active })).toBeNull()
  })

  it('stands there chip by chip, each with its way off', async () => {
    const { user, view } = open({
      indicators: ['weapons'],
      time: { kind: 'window', from: '2024', to: '2024' },
      territories: ['48', '36'],
      filters: { item: ['gun', 'bomb'] },
    })
    const names = () => chips().map((chip) => chip.textContent)
    expect(names()).toEqual([`${chrome.period}: ${chrome.year(2024)}`, 'Đà Nẵng', 'Nam Định', 'Súng', 'Bom'])
    await user.click(chips()[1] as HTMLElement)
    expect(view().territories).toEqual(['36'])
    await user.click(screen.getByRole('button', { name: chrome.remove('Súng') }))
    expect(view().filters).toEqual({ item: ['bomb'] })
    await user.click(screen.getByRole('button', { name: chrome.remove('Bom') }))
    expect(view().filters).toEqual({})
    await user.click(chips()[0] as HTMLElement)
    expect(view().time).toEqual({ kind: 'report' })
    expect(names()).toEqual(['Nam Định'])
  })

  it('says that figures are shared out by days, where the period has edges', async () => {
    const { shareOut } = wordsOf('vi').compare
    const { user, view } = open({ time: { kind: 'window', from: '2024', to: '2024' }, straddling: 'share' })
    await user.click(screen.getByRole('button', { name: chrome.remove(shareOut) }))
    expect(view().straddling).toBe('out')
    expect(screen.queryByRole('button', { name: chrome.remove(shareOut) })).toBeNull()
  })

  it('is taken off at once by the reset', async () => {
    const { user, onReset } = open({ territories: ['48'] })
    await user.click(screen.getByRole('button', { name: chrome.reset }))
    expect(onReset).toHaveBeenCalledOnce()
  })
})

describe('on a phone', () => {
  it('one button says all that is chosen and opens the controls', async () => {
    const { user, container } = open({ indicators: ['tips'], territories: ['48'] })
    const button = screen.getByRole('button', { name: `Nguồn tin do dân cung cấp · ${chrome.latest} · Đà Nẵng` })
    const controls = () => container.querySelector('[data-open]')?.getAttribute('data-open')
    expect([button.getAttribute('aria-expanded'), controls()]).toEqual(['false', 'false'])
    await user.click(button)
    expect([button.getAttribute('aria-expanded'), controls()]).toEqual(['true', 'true'])
  })
})

describe('the options', () => {
  async function openOptions(view: Partial<View>) {
    const room = open(view)
    await room.user.click(screen.getByRole('button', { name: chrome.options }))
    const popup = await screen.findByRole('dialog', { name: chrome.options })
    const box = (name: string) => within(popup).getByRole<HTMLInputElement>('checkbox', { name })
    return { ...room, popup, box }
  }

  it('filter by the parts of the chosen indicator', async () => {
    const { user, view, box, popup } = await openOptions({ indicators: ['weapons'] })
    const kinds = within(popup).getByRole('group', { name: 'Loại vũ khí' })
    expect(within(kinds).getAllByRole('checkbox')).toHaveLength(6)
    await user.click(box('Súng'))
    await user.click(box('Bom'))
    expect([view().filters, box('Súng').checked, box('Dao').checked]).toEqual([{ item: ['gun', 'bomb'] }, true, false])
    await user.click(box('Súng'))
    await user.click(box('Bom'))
    expect(view().filters).toEqual({})
  })

  it('say where there is nothing to filter by', async () => {
    const { popup } = await openOptions({ indicators: ['tips'] })
    expect(popup).toHaveTextContent(chrome.noBreakdown)
  })

  it('offer the pictures that the view can have, and leave the choice to the data at first', async () => {
    const { user, view, box } = await openOptions({ indicators: ['weapons'] })
    const { chart } = wordsOf('vi')
    expect(box(chrome.chartAuto).checked).toBe(true)
    await user.click(box(chart.bar))
    expect([view().charts, box(chrome.chartAuto).checked]).toEqual([['bar'], false])
    await user.click(box(chart.patchwork))
    expect(view().charts).toEqual(['patchwork', 'bar'])
    await user.click(box(chart.bar))
    expect(view().charts).toEqual(['patchwork'])
    await user.click(box(chrome.chartAuto))
    expect([view().charts, box(chrome.chartAuto).checked]).toEqual([[], true])
  })

  it('offer no bars in the overview', async () => {
    const { popup } = await openOptions({})
    expect(within(popup).queryByRole('checkbox', { name: wordsOf('vi').chart.bar })).toBeNull()
  })

  it('close with Escape and give the focus back', async () => {
    const { user } = await openOptions({ indicators: ['weapons'] })
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.getByRole('button', { name: chrome.options })).toHaveFocus()
  })
})

it('follows a view that changes from outside', () => {
  const { store } = open()
  act(() => store.setView({ language: 'en', indicators: ['money'] }))
  expect(control(wordsOf('en').chrome.indicator)).toHaveAccessibleName('Indicator: Money given')
})
