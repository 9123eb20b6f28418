import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { Room } from '../../src/ui/answer/room.ts'
import { ReportError } from '../../src/ui/page/report-error.tsx'
import { LINK, renderRoom } from '../support/room.tsx'
import { figureOf, smallDataset, weapons } from '../support/small-dataset.ts'

const { report, chrome } = wordsOf('vi')
const tips = figureOf('tips', '36', { value: 8968, unit: 'tip' })

function open(more: Partial<Room> = {}, figure: Figure = tips) {
  renderRoom((room) => <ReportError room={{ ...room, ...more }} figure={figure} />)
}

async function copied(more: Partial<Room> = {}, figure: Figure = tips): Promise<string> {
  const writeText = vi.fn(async (_: string) => {})
  open(more, figure)
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } })
  await act(async () => fireEvent.click(screen.getByRole('button', { name: report.copy })))
  return writeText.mock.calls[0]?.[0] ?? ''
}

afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'))

describe('what is reported of a figure', () => {
  it('is the figure as it stands, its mark, the link of the view, and room for the right one', async () => {
    expect((await copied()).split('\n')).toEqual([
      report.about('Nam Định: Nguồn tin do dân cung cấp: 8.968 nguồn tin (năm 2024)'),
      report.mark('small@0a1b2c3d 63:36 tips 2024-01-01/2024-12-31'),
      report.link(LINK),
      report.right,
    ])
  })

  it('names the part and the days that are not known', async () => {
    const bombs = {
      ...weapons('bomb', '36', 3),
      period: { start: null, end: '2024-12-31', basis: 'stated', duration: '' },
    } as const
    expect(await copied({}, bombs)).toContain(report.mark('small@0a1b2c3d 63:36 weapons item=bomb ?/2024-12-31'))
  })

  it('says first that figures are simulated, and what is printed on every screen', async () => {
    const text = await copied({ classification: 'Lưu hành nội bộ', dataset: { ...smallDataset, simulated: true } })
    expect(text.split('\n')[0]).toBe(`Lưu hành nội bộ · ${chrome.simulated}`)
  })

  it('says of a sum of how many places it is', async () => {
    const total: Figure = { ...tips, computed: { how: 'total', of: [tips, figureOf('tips', '84')] } }
    const text = await copied({}, total)
    expect(text).toContain('2 địa phương: Nguồn tin do dân cung cấp')
    expect(text).toMatch(/ total$/m)
  })
})

describe('to whom', () => {
  it('is nobody where nobody is named: the text is there to copy', () => {
    open()
    expect(screen.queryByRole('link')).toBeNull()
    expect(screen.getByRole('button', { name: report.copy })).toBeVisible()
  })

  it('is told in words', () => {
    open({ contact: { kind: 'words', text: 'Phòng PV05, 0228 000 000' } })
    expect(screen.getByText(report.to('Phòng PV05, 0228 000 000'))).toBeVisible()
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('opens a page of its own', () => {
    open({ contact: { kind: 'page', url: 'https://atlas.example/bao-sai' } })
    const link = screen.getByRole('link', { name: report.open })
    expect(link).toHaveAttribute('href', 'https://atlas.example/bao-sai')
    expect(link).toHaveAttribute('target', '_blank')
    expect(link).toHaveAttribute('rel', 'noopener noreferrer')
  })

  const letter = () => {
    const link = screen.getByRole('link', { name: report.write('pv05@example.vn') })
    const url = new URL(link.getAttribute('href') ?? '')
    return {
      href: url.href,
      to: url.pathname,
      subject: url.searchParams.get('subject'),
      body: url.searchParams.get('body') ?? '',
    }
  }

  it('is a letter that has the report in it', () => {
    open({ contact: { kind: 'mail', address: 'pv05@example.vn' } })
    const { to, subject, body } = letter()
    expect(to).toBe('pv05@example.vn')
    expect(subject).toBe(report.subject('small@0a1b2c3d 63:36 tips 2024-01-01/2024-12-31'))
    expect(body).toContain('8.968 nguồn tin')
    expect(body).toContain(LINK)
  })

  it.each([
    ['the words are left out', 1000, (body: string) => body.includes('https://') && !body.includes('8.968')],
    ['the body is left out', 1990, (body: string) => body === ''],
  ])('is no longer than mail programs take: of a long link %s', (_, length, isShort) => {
    const link = `https://atlas.example/?q=${'a'.repeat(length)}&v=1`
    const scopeVi = 'chỉ các phường, xã, thị trấn của thị xã Duy Tiên và huyện Kim Bảng'.repeat(3)
    open({ contact: { kind: 'mail', address: 'pv05@example.vn' }, linkOf: () => link }, { ...tips, scope: 'xa', scopeVi })
    const { href, body } = letter()
    expect(href.length).toBeLessThanOrEqual(2000)
    expect(isShort(body)).toBe(true)
  })
})
