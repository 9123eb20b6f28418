import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bar } from '../../src/charts/bar.ts'
import { initDetachedChart } from '../../src/charts/echarts.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import type { Room } from '../../src/ui/answer/room.ts'
import { FilterBar } from '../../src/ui/filters/filter-bar.tsx'
import { GroundsPanel } from '../../src/ui/grounds/grounds-panel.tsx'
import { OverviewScreen } from '../../src/ui/overview/overview-screen.tsx'
import { NoticeStrip } from '../../src/ui/page/notice-strip.tsx'
import { fakeDatabase, oneRow } from '../support/fake-database.ts'
import { layOut, renderRoom } from '../support/room.tsx'
import { answerOf, figureOf, smallDataset, weapons } from '../support/small-dataset.ts'

// Whoever writes a package's labels, or a link, must not write the page.
const MARKUP = '<img src=x onerror="globalThis.markupRan = true">'
const evil = (text: string) => ({ vi: `${MARKUP}${text}`, en: `${MARKUP}${text}` })

const dataset: Dataset = {
  ...smallDataset,
  title: evil('Bộ'),
  indicators: smallDataset.indicators.map((one) => ({ ...one, label: evil(one.label.vi), definition: evil('Định nghĩa') })),
  codes: smallDataset.codes.map((code) => ({ ...code, label: evil(code.label.vi) })),
  sources: smallDataset.sources.map((source) => ({ ...source, title: MARKUP, publisher: MARKUP, author: MARKUP })),
  territories: new Map([...smallDataset.territories].map(([key, one]) => [key, { ...one, name: evil(one.name.vi) }])),
}
const tips = [figureOf('tips', '36', { value: 8968, sources: ['A'] }), figureOf('tips', '48', { value: 2127 })]

function open(draw: (room: Room) => React.ReactNode, view: Partial<View>, figures = tips) {
  return renderRoom(draw, { dataset, view, database: fakeDatabase({ query: () => answerOf(figures) }) })
}

/** The picture is drawn when its width is known, after its table. */
async function tables(n: number): Promise<HTMLElement[]> {
  await waitFor(() => expect(screen.getAllByRole('table')).toHaveLength(n))
  return screen.getAllByRole('table')
}

beforeAll(() => layOut())
beforeEach(() => Reflect.deleteProperty(globalThis, 'markupRan'))
afterEach(() => {
  expect(document.querySelector('img, script')).toBeNull()
  expect(globalThis).not.toHaveProperty('markupRan')
})

describe('markup in the words of a package is text', () => {
  it('in the headline, the picture, its table and its sources', async () => {
    open((room) => <OverviewScreen room={room} home={null} />, { indicators: ['tips'], charts: ['patchwork'] })
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(`${MARKUP}Nam Định`)
    const [picture, twin] = await tables(2)
    expect(picture).toHaveTextContent(`${MARKUP}Nam Định`)
    expect(twin).toHaveTextContent(`${MARKUP}Nguồn tin do dân cung cấp`)
    expect(screen.getByText(`${wordsOf('vi').chart.sources}:`).closest('p')).toHaveTextContent(MARKUP)
  })

  it('in the overview', async () => {
    open((room) => <OverviewScreen room={room} home={null} />, {}, [weapons('gun', '36', 3), weapons('bomb', '36', 4)])
    const [picture] = await tables(2)
    expect(screen.getAllByRole('columnheader').some((head) => head.textContent?.includes(MARKUP))).toBe(true)
    expect(picture).toHaveTextContent(`${MARKUP}Súng`)
  })

  it('in bars drawn into the page', async () => {
    open((room) => <OverviewScreen room={room} home={null} />, { indicators: ['tips'], charts: ['bar'] })
    const image = await screen.findByRole('img')
    expect(image.getAttribute('aria-label')).toContain(`${MARKUP}Nam Định`)
    expect(image.querySelector('svg')?.textContent).toContain('onerror')
  })

  it('in bars drawn as text', () => {
    const view: View = { ...EMPTY_VIEW, dataset: dataset.id, units: '63', indicators: ['tips'] }
    const answer = readAnswer(answerOf(tips), dataset, view)
    const words = wordsOf('vi')
    const picture = bar.picture({ answer, view, dataset, words, language: 'vi', width: 1000, dark: false })
    if (picture.kind !== 'canvas') throw new Error('no bars')
    const chart = initDetachedChart(1000, picture.height)
    try {
      chart.setOption(picture.option)
      const svg = chart.renderToSVGString()
      expect(svg).toContain('&lt;img')
      expect(svg).not.toContain('<img')
    } finally {
      chart.dispose()
    }
  })

  it('in the controls, their lists and the chips', async () => {
    const view = { indicators: ['weapons'], territories: ['36'], filters: { item: ['gun'] } }
    const { user } = open((room) => <FilterBar room={room} datasetPicker={null} onReset={() => {}} />, view)
    const { chrome } = wordsOf('vi')
    const chips = within(screen.getByRole('list', { name: chrome.active })).getAllByRole('button')
    expect(chips.slice(0, 2).map((chip) => chip.textContent)).toEqual([`${MARKUP}Nam Định`, `${MARKUP}Súng`])
    await user.click(screen.getByRole('combobox', { name: new RegExp(`^${chrome.indicator}:`) }))
    expect(await screen.findByRole('option', { name: /Tiền ủng hộ/ })).toHaveTextContent(MARKUP)
    await user.keyboard('{Escape}')
    await user.click(screen.getByRole('button', { name: chrome.options }))
    expect(await screen.findByRole('checkbox', { name: `${MARKUP}Súng` })).toBeInTheDocument()
  })

  it('in the grounds, with all that a row says', async () => {
    const row = oneRow({
      ...{ row: 0, observation_id: MARKUP, source_id: 'A', line: 2, unit_name: MARKUP, scope_vi: MARKUP, indicator_code: 'tips' },
      ...{ aggregation: 'sum', period_basis: 'not_stated', period_note_vi: MARKUP, value: 8968, unit: 'tip', printed: MARKUP },
      ...{ locator: MARKUP, verify_vi: MARKUP, note_vi: MARKUP, figure_scope: '', latest: true, left_out: null },
    })
    renderRoom((room) => <GroundsPanel room={room} figure={tips[0] ?? figureOf('tips', '36')} onClose={() => {}} />, {
      dataset,
      database: fakeDatabase({ query: () => row }),
    })
    expect(await screen.findByRole('listitem')).toHaveTextContent(`“${MARKUP}”`)
    expect(screen.getByRole('dialog').textContent?.split(MARKUP).length).toBeGreaterThan(10)
  })
})

it('markup in a link is text where the link is complained of', () => {
  const notices = [{ param: MARKUP, value: MARKUP, reason: 'unknown' }] as const
  renderRoom((room) => <NoticeStrip notices={notices} words={room.words} onDismiss={() => {}} />)
  expect(screen.getByRole('listitem')).toHaveTextContent(`“${MARKUP}” “${MARKUP}”`)
})
