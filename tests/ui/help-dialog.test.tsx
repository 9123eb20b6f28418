import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { dotAt, type LineMark } from '../../src/charts/line/line-marks.ts'
import { palette } from '../../src/charts/parts/palette.ts'
import { wordsOf } from '../../src/locale/words.ts'
import { HelpDialog } from '../../src/ui/page/help-dialog.tsx'
import { SHORTCUTS, shortcutLabel } from '../../src/ui/page/shortcuts.ts'
import '../support/room.tsx'

function open(language: 'vi' | 'en' = 'vi', embedded = false) {
  const words = wordsOf(language)
  const onClose = vi.fn()
  render(<HelpDialog words={words} language={language} embedded={embedded} open onClose={onClose} />)
  const dialog = screen.getByRole('dialog', { name: words.help.title })
  const sampleOf = (mark: string) => dialog.querySelector(`[data-mark="${mark}"] dt`) as HTMLElement
  return { dialog, onClose, sampleOf, words, user: userEvent.setup() }
}

describe('the help', () => {
  it('shows every mark as the page prints it, beside its meaning', () => {
    const { dialog, sampleOf, words } = open()
    expect(sampleOf('atLeast')).toHaveTextContent('trên 5,28 tỷ')
    expect(sampleOf('about')).toHaveTextContent('khoảng 10.200')
    expect(sampleOf('zero').textContent).toBe('0')
    expect(sampleOf('missing').textContent).toBe('…')
    expect(sampleOf('provisional')).toHaveTextContent('sơ bộ')
    expect(sampleOf('inWords').firstElementChild?.className).not.toBe(sampleOf('exact').firstElementChild?.className)
    expect(sampleOf('verify').firstElementChild?.className).not.toBe(sampleOf('exact').firstElementChild?.className)
    for (const text of Object.values(words.help.marks)) expect(within(dialog).getByText(text)).toBeVisible()
  })

  it('draws the rings of unsure and of partial numbers as the pictures do', () => {
    const { sampleOf } = open()
    const ringIn = (mark: string) => sampleOf(mark).querySelector('circle')
    const drawn = (mark: LineMark) => {
      const look = { colour: '#000000', colours: palette(false), z: 0 }
      const [{ shape, style } = {}] = dotAt(0, 0, [mark], look) as readonly { readonly shape?: object; readonly style?: object }[]
      return { ...shape, ...style }
    }
    for (const mark of ['provisional', 'estimated']) {
      expect(ringIn(mark)?.getAttribute('stroke-dasharray')?.split(' ').map(Number)).toEqual(
        (drawn('unsure') as { lineDash?: number[] }).lineDash,
      )
    }
    expect(sampleOf('someDays')).toHaveTextContent('số của 304/366 ngày')
    expect(ringIn('someDays')?.hasAttribute('stroke-dasharray')).toBe(false)
    expect(drawn('partial')).toMatchObject({ r: Number(ringIn('someDays')?.getAttribute('r')) })
    expect(drawn('partial')).not.toHaveProperty('lineDash')
  })

  it('rounds and names as the language does', () => {
    const { sampleOf } = open('en')
    expect(sampleOf('atLeast')).toHaveTextContent('more than 5.28 billion')
  })

  it('says how many of how many with the strip of the page', () => {
    const { dialog } = open()
    expect(within(dialog).getByText(/Đã có số liệu đủ ngày: 2\/5 địa phương/)).toHaveTextContent(
      '2 có số, 1 chưa đủ ngày, 1 bằng chữ, 1 không nêu',
    )
  })

  it('lists every key that is bound, with what it does', () => {
    const { dialog, words } = open()
    expect([...dialog.querySelectorAll('kbd')].map((key) => key.textContent)).toEqual(['?', '/', '1', '2', '3', '4', '5'])
    for (const shortcut of SHORTCUTS) {
      expect(within(dialog).getByText(shortcutLabel(shortcut, words.help, words.rows))).toBeVisible()
    }
  })

  it('lists in a frame only the keys that are bound there', () => {
    const { dialog } = open('vi', true)
    expect([...dialog.querySelectorAll('kbd')].map((key) => key.textContent)).toEqual(['?', '/'])
  })

  it('closes with Escape', async () => {
    const { user, onClose } = open()
    await user.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalledOnce()
  })
})
