import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import { EMPTY_VIEW, type UnitList, type View } from '../../src/model/view.ts'
import { FilterBar } from '../../src/ui/filters/filter-bar.tsx'
import { countedBy, UnitsChoice } from '../../src/ui/filters/units-choice.tsx'
import { layOut, renderRoom } from '../support/room.tsx'
import { smallDataset } from '../support/small-dataset.ts'
import { bothLists } from '../support/units.ts'

beforeAll(() => layOut())

const { units, chrome } = wordsOf('vi')
const old: Dataset = {
  ...smallDataset,
  territories: bothLists(),
  reporters: ['63:36', '63:35', '63:84', '63:01'],
  defaultView: { units: '63' },
}
const both: Dataset = { ...old, territorySets: ['63', '34'] }

describe('the choice', () => {
  it('is one of three lists, and says which is on', async () => {
    const { user, view } = renderRoom((room) => <UnitsChoice room={room} />, { dataset: old })
    const group = screen.getByRole('group', { name: units.legend })
    const radios = within(group).getAllByRole<HTMLInputElement>('radio')
    expect(radios.map((radio) => [radio.labels?.[0]?.textContent, radio.checked])).toEqual([
      [units.lists['34'], false],
      [units.lists['63'], true],
      [units.lists.goc, false],
    ])
    await user.click(screen.getByRole('radio', { name: units.lists['34'] }))
    expect(view().units).toBe('34')
    await user.click(screen.getByRole('radio', { name: units.lists.goc }))
    expect(view().units).toBe('goc')
  })

  it('takes the chosen places with it', async () => {
    const { user, view } = renderRoom((room) => <UnitsChoice room={room} />, {
      dataset: old,
      view: { territories: ['36', '35', '01'], focus: '36' },
    })
    await user.click(screen.getByRole('radio', { name: units.lists['34'] }))
    expect([view().territories, view().focus]).toEqual([['37', '01'], '37'])
  })
})

describe('places of one list on another', () => {
  const moved = (from: UnitList, to: UnitList, territories: readonly string[], dataset = both, focus: string | null = null) => {
    const view: View = { ...EMPTY_VIEW, units: from, territories, focus }
    return countedBy(to, { view, dataset })
  }

  it.each<[UnitList, UnitList, string[], string[]]>([
    ['63', '34', ['84', '83', '36'], ['86', '37']],
    ['34', '63', ['37', '01'], ['35', '36', '37', '01']],
    ['goc', '34', ['o36', 'n86'], ['37', '86']],
    ['goc', '63', ['o36', 'n86'], ['36', '83', '84', '86']],
    ['63', 'goc', ['36'], ['o36']],
    ['34', 'goc', ['37'], ['n37', 'o35', 'o36', 'o37']],
    ['63', '34', ['24', '52'], ['24', '52']],
    ['34', '63', ['rg-tay-nguyen', '99'], []],
  ])('from %s to %s: %j are %j', (from, to, before, after) => {
    expect(moved(from, to, before).territories).toEqual(after)
  })

  it('as in the report are only those that the reports use', () => {
    expect(moved('34', 'goc', ['37'], old).territories).toEqual(['o35', 'o36', 'o37'])
    expect(moved('63', 'goc', ['36'], { ...old, territorySets: ['34'] }).territories).toEqual(['n37'])
  })

  it('keep a focus that is still one place, and drop one that is several', () => {
    expect(moved('63', '34', [], both, '36').focus).toBe('37')
    expect(moved('34', '63', [], both, '01').focus).toBe('01')
    expect(moved('34', '63', [], both, '37').focus).toBeNull()
    expect(moved('34', '63', [], both, null).focus).toBeNull()
  })
})

describe('the filter bar on the 34', () => {
  const open = (view: Partial<View>, dataset = old) =>
    renderRoom((room) => <FilterBar room={room} datasetPicker={null} onReset={vi.fn()} />, { dataset, view })
  const chip = () => screen.queryByRole('button', { name: chrome.remove(units.chip(units.lists['34'])) })
  const places = () => screen.getByRole('combobox', { name: new RegExp(`^${chrome.places}: `) })

  it('has a chip that says the list and goes back to the usual one, with the places', async () => {
    const { user, view } = open({ units: '34', territories: ['86'] })
    await user.click(chip() as HTMLElement)
    expect([view().units, view().territories, chip()]).toEqual(['63', ['83', '84', '86'], null])
  })

  it('has no chip on the usual list', () => {
    open({ units: '63' })
    expect(chip()).toBeNull()
  })

  it('offers the units of today that hold a reporter, found by the names of old ones', async () => {
    const { user, view } = open({ units: '34' })
    expect(places()).toHaveAccessibleName(`${chrome.places}: ${chrome.allPlaces(3)}`)
    await user.click(places())
    await user.type(await screen.findByRole('combobox', { name: chrome.searchPlace }), 'nam dinh')
    // Whoever looks for an old name sees of what the unit was made.
    await waitFor(() =>
      expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual(['Ninh BìnhHà Nam, Nam Định, Ninh Bình']),
    )
    await user.click(await screen.findByRole('option', { name: /^Ninh Bình/ }))
    expect(view().territories).toEqual(['37'])
  })

  it('on the 63 finds an old unit by the name of the new one', async () => {
    const { user } = open({ units: '63' })
    await user.click(places())
    await user.type(await screen.findByRole('combobox', { name: chrome.searchPlace }), 'vinh long')
    await waitFor(() => expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual(['Trà Vinh']))
  })

  it('speaks English', () => {
    const english = wordsOf('en')
    open({ units: '34', language: 'en' })
    const name = english.chrome.remove('Counted by: 34 provinces and cities (from 1 July 2025)')
    expect(screen.getByRole('button', { name })).toBeInTheDocument()
  })
})
