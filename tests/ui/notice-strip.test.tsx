import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import type { NoticeReason } from '../../src/model/notice.ts'
import { NoticeStrip } from '../../src/ui/page/notice-strip.tsx'

const REASONS: Readonly<Record<NoticeReason, true>> = {
  malformed: true,
  unknown: true,
  'other-list': true,
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
    for (const line of lines) expect(line).toMatch(/^(?:Địa phương|Province) “99”:? \S.+/)
    expect(screen.getByRole('status')).toHaveTextContent(wordsOf(language).chrome.notices)
  })

  it('names a parameter without a value', () => {
    const notice = { param: 'lang', value: '', reason: 'malformed' } as const
    render(<NoticeStrip notices={[notice]} words={wordsOf('vi')} onDismiss={() => {}} />)
    expect(screen.getByRole('listitem')).toHaveTextContent('Ngôn ngữ không hiểu được')
  })

  it('says what is shown instead of a period that is not understood', () => {
    const notice = { param: 't', value: 'abc', reason: 'malformed' } as const
    render(<NoticeStrip notices={[notice]} words={wordsOf('vi')} instead={{ t: 'Năm 2025' }} onDismiss={() => {}} />)
    expect(screen.getByRole('listitem')).toHaveTextContent(/^Kỳ “abc” không hiểu được, đang xem Năm 2025$/)
  })

  it('shows three of many, and how many more there are behind a fold', () => {
    render(<NoticeStrip notices={notices} words={wordsOf('vi')} onDismiss={() => {}} />)
    const fold = screen.getByText(`và ${notices.length - 3} mục khác`).closest('details')
    expect(fold).not.toHaveAttribute('open')
    expect(fold?.querySelectorAll('li')).toHaveLength(notices.length - 3)
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
