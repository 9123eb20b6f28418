import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import { FocusChoice } from '../../src/ui/filters/focus-choice.tsx'
import { renderRoom } from '../support/room.tsx'

const { chart, chrome } = wordsOf('vi')

describe('the place that stands out', () => {
  it('is chosen by its name without marks, and nothing else of the view changes', async () => {
    const setView = vi.fn()
    renderRoom((room) => <FocusChoice room={{ ...room, setView }} />, { view: { units: '63' } })
    await userEvent.click(screen.getByRole('combobox', { name: new RegExp(`^${chart.focus}: ${chart.noFocus}`) }))
    await userEvent.type(await screen.findByPlaceholderText(chrome.searchPlace), 'nam dinh')
    await userEvent.click(await screen.findByRole('option', { name: 'Nam Định' }))
    expect(setView).toHaveBeenCalledExactlyOnceWith({ focus: '36' })
  })

  it('can be made the only one, or dropped', async () => {
    const setView = vi.fn()
    renderRoom((room) => <FocusChoice room={{ ...room, setView }} />, { view: { units: '63', focus: '36' } })
    expect(screen.getByRole('combobox', { name: `${chart.focus}: Nam Định` })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: chart.onlyFocus('Nam Định') }))
    expect(setView).toHaveBeenLastCalledWith({ territories: ['36'] })
    await userEvent.click(screen.getByRole('button', { name: chart.dropFocus }))
    expect(setView).toHaveBeenLastCalledWith({ focus: null })
  })

  it('is nobody where the code of the link is of no place', () => {
    renderRoom((room) => <FocusChoice room={room} />, { view: { units: '63', focus: 'zz' } })
    expect(screen.getByRole('combobox', { name: new RegExp(chart.noFocus) })).toBeVisible()
    expect(screen.queryByRole('button', { name: chart.dropFocus })).toBeNull()
  })
})
