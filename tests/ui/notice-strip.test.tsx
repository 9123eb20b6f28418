import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import type { NoticeReason } from '../../src/model/notice.ts'
import { NoticeStrip } from '../../src/ui/page/notice-strip.tsx'

const REASONS: Readonly<Record<NoticeReason, true>> = {
  malformed: true,
  unknown: true,
  repeated: true,
  'too-many': true,
  'too-long': true,
  forbidden: true,
  'newer-version': true,
  'other-data': true,
  'other-file': true,
}
const notices = (Object.keys(REASONS) as NoticeReason[]).map((reason) => ({ param: 'p', value: '99', reason }))

describe('what a link did not get', () => {
  it.each(['vi', 'en'] as const)('is said for each reason in words of its own (%s)', (language) => {
    render(<NoticeStrip notices={notices} words={wordsOf(language)} onDismiss={() => {}} />)
    const lines = screen.getAllByRole('listitem').map((line) => line.textContent)
    expect(new Set(lines).size).toBe(notices.length)
    for (const line of lines) expect(line).toMatch(/^p = 99: \S.+/)
    expect(screen.getByRole('status')).toHaveTextContent(wordsOf(language).chrome.notices)
  })

  it('names a parameter without a value', () => {
    const notice = { param: 'lang', value: '', reason: 'malformed' } as const
    render(<NoticeStrip notices={[notice]} words={wordsOf('vi')} onDismiss={() => {}} />)
    expect(screen.getByRole('listitem')).toHaveTextContent(/^lang: /)
  })

  it('goes when the reader has seen it', async () => {
    const dismiss = vi.fn()
    render(<NoticeStrip notices={notices} words={wordsOf('vi')} onDismiss={dismiss} />)
    await userEvent.click(screen.getByRole('button', { name: wordsOf('vi').chrome.dismiss }))
    expect(dismiss).toHaveBeenCalledOnce()
  })

  it('takes no room where there is nothing to say', () => {
    const { container } = render(<NoticeStrip notices={[]} words={wordsOf('vi')} onDismiss={() => {}} />)
    expect(container).toBeEmptyDOMElement()
  })
})
