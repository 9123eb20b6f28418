import { screen, within } from '@testing-library/react'
import { beforeAll, expect, it, vi } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import { NothingKept } from '../../src/ui/rows/nothing-kept.tsx'
import { fakeDatabase } from '../support/fake-database.ts'
import { layOut, renderRoom } from '../support/room.tsx'
import { smallDataset } from '../support/small-dataset.ts'

beforeAll(() => layOut())

const { open: words } = wordsOf('vi')
const onFiles = vi.fn()

function show(chooses = true) {
  const fault = { file: [0], line: [2], column: ['province_code'], text: ['Ha Noii'], reason: ['unknown_code'] }
  const near = { near_code: ['01'], near_vi: ['Hà Nội'], near_en: ['Ha Noi'] }
  const { years, latestDay, rhythms, seams } = smallDataset
  const report = { read: 1, kept: 0, rejected: 1, years, latestDay, rhythms, seams, understood: new Map(), namesRead: [] }
  const held = [{ file: 0, line: 3, reason: 'field-count' as const, fields: 2, expected: 7, text: '63;36' }]
  return renderRoom(
    (room) => (
      <NothingKept
        room={room}
        opened={{ dataset: room.dataset, files: ['quý I.csv'], report, held, blankLines: 12 }}
        datasetPicker={<p>the datasets</p>}
        onFiles={chooses ? onFiles : null}
      />
    ),
    {
      dataset: { ...smallDataset, id: 'local', localFile: '1-00000000' },
      database: fakeDatabase({ query: () => ({ length: 1, columns: { ...fault, ...near } }) }),
    },
  )
}

it('gives the account of the file, what to do, and the reasons of every row', async () => {
  show()
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('quý I.csv: chưa có dòng nào dùng được')
  expect(screen.getByText(/^Tệp có 2 dòng số liệu: nhận 0, chưa nhận 2\..* Bỏ qua 12 dòng trống\.$/)).toBeInTheDocument()
  expect(words.nothingSteps.map((step) => screen.getByText(step).tagName)).toEqual(['LI', 'LI', 'LI'])
  const heading = await screen.findByRole('heading', { name: 'Dòng chưa nhận: 2' })
  const section = within(heading.parentElement as HTMLElement)
  expect(section.getByText('mã không có trong bảng mã; có phải 01 (Hà Nội)?')).toBeInTheDocument()
  expect(section.getByText('2/7 ô')).toBeInTheDocument()
  expect(screen.getByText('the datasets')).toBeInTheDocument()
})

it('takes the mended file in the same place', async () => {
  const { user } = show()
  const file = new File(['a'], 'quý I.csv')
  await user.upload(document.querySelector('input[type="file"]') as HTMLInputElement, file)
  expect(onFiles).toHaveBeenCalledWith([file])
})

it('asks for no file in a frame', () => {
  show(false)
  expect(document.querySelector('input[type="file"]')).toBeNull()
})
