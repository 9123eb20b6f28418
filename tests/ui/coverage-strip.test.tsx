import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import type { State } from '../../src/model/figure.ts'
import { coverageOf } from '../../src/model/rules/coverage.ts'
import type { View } from '../../src/model/view.ts'
import { CoverageStrip } from '../../src/ui/chart/coverage-strip.tsx'
import { FilterChips } from '../../src/ui/filters/filter-chips.tsx'
import { renderRoom } from '../support/room.tsx'

const STATES: readonly State[] = ['not_mentioned', 'value', 'zero', 'value']
const PLACES = [
  { key: '63:36', name: 'Nam Định', state: 'not_mentioned' },
  { key: '63:48', name: 'Đà Nẵng', state: 'value' },
  { key: '63:84', name: 'Trà Vinh', state: 'value' },
] as const

function open(view: Partial<View> = {}) {
  return renderRoom(
    (room) => (
      <>
        <FilterChips room={room} onReset={() => undefined} />
        <CoverageStrip coverage={coverageOf(STATES)} states={PLACES} words={room.words} room={room} />
      </>
    ),
    { view },
  )
}

const strip = () => screen.getByRole('button', { name: /Đã có số liệu: 3\/4 địa phương/ })

describe('the strip of dots', () => {
  it('names its places by state, from the keyboard too, and gives the focus back', async () => {
    const { user } = open()
    strip().focus()
    await user.keyboard('{Enter}')
    const dialog = await screen.findByRole('dialog', { name: 'Địa phương nào có số, địa phương nào chưa' })
    const names = (state: string) =>
      within(within(dialog).getByRole('region', { name: state }))
        .getAllByRole('button')
        .map(({ textContent }) => textContent)
    expect(names('có số')).toEqual(['Đà Nẵng', 'Trà Vinh'])
    expect(names('nguồn không nêu')).toEqual(['Nam Định'])
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(strip()).toHaveFocus()
  })

  it('lets a name make its place stand out, and take it back', async () => {
    const { user, view } = open()
    await user.click(strip())
    const name = await screen.findByRole('button', { name: 'Trà Vinh' })
    await user.click(name)
    expect(view().focus).toBe('84')
    expect(name).toHaveAttribute('aria-pressed', 'true')
    await user.click(name)
    expect(view().focus).toBeNull()
  })

  it('has a chip above that takes it back', async () => {
    const { user, view } = open({ focus: '84' })
    await user.click(screen.getByRole('button', { name: 'Bỏ lọc Tô đậm: Trà Vinh' }))
    expect(view().focus).toBeNull()
  })

  it('only names them where no picture could show it', async () => {
    const { user } = open({ tab: 'quality', focus: '84' })
    expect(screen.queryByRole('button', { name: /Tô đậm/ })).toBeNull()
    await user.click(strip())
    expect(await screen.findByText('Đà Nẵng, Trà Vinh')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Trà Vinh' })).toBeNull()
  })

  it('is no button in an example', () => {
    renderRoom(() => <CoverageStrip coverage={coverageOf(STATES)} states={PLACES} words={wordsOf('en')} />)
    expect(screen.queryByRole('button')).toBeNull()
  })
})
