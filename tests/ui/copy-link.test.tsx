import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import { CopyLink } from '../../src/ui/take/copy-link.tsx'

const { chrome } = wordsOf('vi')
const link = 'https://atlas.example/?d=public-reports&i=tips_received&v=1'

/** Clicks on the button with this in place of the browser's clipboard (user-event would put one of its own there). */
async function copyWith(clipboard: Pick<Clipboard, 'writeText'> | undefined) {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard })
  render(<CopyLink words={wordsOf('vi')} linkOf={() => link} />)
  await act(async () => fireEvent.click(screen.getByRole('button', { name: chrome.copyLink })))
}

afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'))

describe('the link', () => {
  it('is copied, and the reader is told', async () => {
    const writeText = vi.fn(async () => {})
    await copyWith({ writeText })
    expect(writeText.mock.calls).toEqual([[link]])
    expect(screen.getByRole('status')).toHaveTextContent(chrome.copied)
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('is made at the click, not before', () => {
    const linkOf = vi.fn(() => link)
    render(<CopyLink words={wordsOf('vi')} linkOf={linkOf} />)
    expect(linkOf).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: chrome.copyLink }))
    expect(linkOf).toHaveBeenCalledOnce()
  })

  it.each([
    ['there is no clipboard (plain http)', undefined],
    ['the clipboard refuses (a frame)', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }],
  ])('is shown, selected, where %s', async (_, clipboard) => {
    await copyWith(clipboard)
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: new RegExp(chrome.copyByHand) })
    expect([field.value, field.readOnly, field.selectionStart, field.selectionEnd]).toEqual([link, true, 0, link.length])
    fireEvent.click(screen.getByRole('button', { name: chrome.close }))
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})
