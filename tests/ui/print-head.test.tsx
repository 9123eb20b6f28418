import { act } from '@testing-library/react'
import { expect, it } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import { PrintHead } from '../../src/ui/page/print-head.tsx'
import { renderRoom } from '../support/room.tsx'
import { smallDataset } from '../support/small-dataset.ts'

const print = (name: 'beforeprint' | 'afterprint') => act(() => void window.dispatchEvent(new Event(name)))

it('stands on paper only: what is looked at, the day of the data, that figures are simulated', () => {
  const dataset = { ...smallDataset, simulated: true }
  const { container } = renderRoom((room) => <PrintHead room={{ ...room, classification: 'Lưu hành nội bộ' }} />, {
    dataset,
    view: { territories: ['36'] },
  })
  expect(container.textContent).toBe('')
  print('beforeprint')
  const text = container.textContent ?? ''
  expect(text).toContain(`Lưu hành nội bộ · ${wordsOf('vi').chrome.simulated}`)
  expect(text).toContain('Địa phương: Nam Định')
  expect(text).toContain('Tính theo: 63 tỉnh, thành phố')
  expect(text).toContain('Số liệu đến ngày 31/12/2024.')
  print('afterprint')
  expect(container.textContent).toBe('')
})

it('says nothing of figures that are real', () => {
  const { container } = renderRoom((room) => <PrintHead room={room} />)
  print('beforeprint')
  expect(container.textContent).not.toContain(wordsOf('vi').chrome.simulated)
  expect(container.textContent).toContain('Bộ nhỏ')
  print('afterprint')
})
