import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { GroundsRow } from '../../src/query/grounds-query.ts'
import { CitationButton } from '../../src/ui/grounds/citation-button.tsx'
import { people } from '../support/denominators.ts'
import { renderRoom } from '../support/room.tsx'
import { figureOf, smallDataset } from '../support/small-dataset.ts'

const { grounds, chrome } = wordsOf('vi')
const tips = figureOf('tips', '36', { value: 8968, unit: 'tip' })

function term(at: number, partial: Partial<GroundsRow> = {}): GroundsRow {
  const none = { vi: '', en: '' }
  return {
    ...{ row: at, observationId: '', sourceId: 'A', file: 0, line: at + 2, territorySet: '63', provinceCode: '36', unitName: '' },
    ...{ scope: none, indicator: 'tips', aggregation: 'sum', breakdownKey: '', breakdownValue: '' },
    ...{ periodStart: '2024-01-01', periodEnd: '2024-12-31', periodBasis: 'stated', duration: '', periodNote: none },
    ...{ value: 8968, unit: 'tip', qualifier: 'exact', printed: '8.968', locator: 'đoạn 3', verify: none, note: none },
    ...{ leftOut: null, figureScope: '', latest: true },
    ...partial,
  }
}

/** Clicks with this in place of the browser's clipboard. */
async function cite(
  clipboard: Pick<Clipboard, 'writeText'> | undefined,
  {
    figure = tips,
    terms = [term(0)],
    dataset = smallDataset,
  }: Partial<{ figure: Figure; terms: GroundsRow[]; dataset: Dataset }> = {},
) {
  const drawn = renderRoom((room) => <CitationButton room={room} figure={figure} terms={terms} />, { dataset })
  // user-event has put one of its own there.
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard })
  await act(async () => fireEvent.click(screen.getByRole('button', { name: grounds.cite })))
  return drawn
}

async function citation(options: Parameters<typeof cite>[1] = {}): Promise<string> {
  const writeText = vi.fn(async (_: string) => {})
  await cite({ writeText }, options)
  return writeText.mock.calls[0]?.[0] ?? ''
}

afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'))

it('says what the figure is, of which place and time, and where it stands', async () => {
  const label = smallDataset.indicators.find(({ code }) => code === 'tips')?.label.vi
  const text = await citation()
  expect(text).toMatch(new RegExp(`^Nam Định: ${label}: 8\\.968 [^(]*\\(.*năm 2024\\)\\. Nguồn: Bài A, Báo A, `))
  expect(text).toContain('đoạn 3; small/observations.csv, dòng 2')
  expect(screen.getByRole('status')).toHaveTextContent(chrome.textCopied)
  expect(screen.queryByRole('textbox')).toBeNull()
})

it('names each place of a source once, and says how many more there are', async () => {
  const terms = Array.from({ length: 7 }, (_, at) => term(at, { line: 2, locator: 'đoạn 3' }))
  const text = await citation({ terms })
  expect(text.match(/Bài A/g)).toHaveLength(1)
  expect(text).toContain(grounds.moreTerms(2))
})

it('of simulated data begins by saying so', async () => {
  expect(await citation({ dataset: { ...smallDataset, simulated: true } })).toMatch(new RegExp(`^${chrome.simulated}\\. `))
  expect(chrome.simulated.length).toBeGreaterThan(0)
})

it('carries what the number has to be read with', async () => {
  expect(await citation({ figure: { ...tips, provisional: true, needsVerification: true } })).toContain('cần kiểm chứng; sơ bộ')
})

it('of a number that was divided says by what', async () => {
  const denominators = [people('63:36', 2024, 1_800_000)]
  const division = { by: 'per100k', divisor: 1_800_000, byDuration: false, allUnverified: false } as const
  const rate: Figure = { ...tips, value: 498.2, normalised: { ...division, plain: tips, denominators } }
  expect(await citation({ figure: rate })).toContain(
    '/100.000 dân (năm 2024). Chia theo dân số năm 2024 (dân số trung bình, Cục Thống kê). Nguồn: Bài A',
  )
})

it.each([
  ['there is no clipboard (plain http)', undefined],
  ['the clipboard refuses (a frame)', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }],
])('is shown, selected, where %s', async (_, clipboard) => {
  await cite(clipboard)
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: chrome.copyTextByHand })
  expect(field.value).toContain('Nam Định: ')
  expect([field.readOnly, field.selectionStart, field.selectionEnd]).toEqual([true, 0, field.value.length])
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})
