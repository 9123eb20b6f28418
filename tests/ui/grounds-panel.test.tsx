import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import { Failure } from '../../src/model/failure.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { Cell, ResultSet } from '../../src/model/result-set.ts'
import type { TerritoryRef } from '../../src/model/territory.ts'
import type { View } from '../../src/model/view.ts'
import { GroundsPanel } from '../../src/ui/grounds/grounds-panel.tsx'
import { type FakeAnswer, fakeDatabase, HANGS } from '../support/fake-database.ts'
import { layOut, renderRoom } from '../support/room.tsx'
import { figureOf, smallDataset, weapons } from '../support/small-dataset.ts'
import { bothLists } from '../support/units.ts'

beforeAll(() => layOut())

const words = wordsOf('vi')

/** A row of Nam Định's tips of 2024 as the engine tells it. */
function row(at: number, partial: Readonly<Record<string, Cell>> = {}): Readonly<Record<string, Cell>> {
  return {
    row: at,
    observation_id: `A-${at}`,
    source_id: 'A',
    line: at + 2,
    territory_set: '63',
    province_code: '36',
    unit_name: 'Công an tỉnh Nam Định',
    scope_vi: '',
    scope_en: '',
    indicator_code: 'tips',
    aggregation: 'sum',
    breakdown_key: '',
    breakdown_value: '',
    period_basis: 'stated',
    duration_stated: '',
    period_note_vi: '',
    period_note_en: '',
    period_start: '2024-01-01',
    period_end: '2024-12-31',
    value: 8968,
    unit: 'tip',
    qualifier: 'exact',
    printed: '8.968',
    locator: 'đoạn 3',
    verify_vi: '',
    verify_en: '',
    note_vi: '',
    note_en: '',
    left_out: null,
    figure_scope: '',
    latest: true,
    ...partial,
  }
}

function result(rows: readonly Readonly<Record<string, Cell>>[]): ResultSet {
  const names = Object.keys(row(0))
  return { length: rows.length, columns: Object.fromEntries(names.map((name) => [name, rows.map((one) => one[name] ?? null)])) }
}

function open(figure: Figure, answer: (nth: number) => FakeAnswer, view: Partial<View> = {}) {
  const database = fakeDatabase({ query: (_, nth) => answer(nth) })
  const onClose = vi.fn()
  const draw = (room: Parameters<Parameters<typeof renderRoom>[0]>[0]) => (
    <GroundsPanel room={room} figure={figure} onClose={onClose} />
  )
  return { ...renderRoom(draw, { database, view }), database, onClose }
}

const panel = () => screen.getByRole('dialog', { name: words.grounds.title })
/** The list under a heading, as one text per row. */
async function list(heading: string): Promise<HTMLElement[]> {
  const found = await screen.findByRole('heading', { name: heading })
  return within(found.nextElementSibling as HTMLElement).getAllByRole('listitem')
}

describe('the grounds of a figure', () => {
  it('name the figure, its place, definition and time', async () => {
    open(figureOf('tips', '36', { value: 8968, low: true, needsVerification: true }), () => result([row(0)]))
    const text = panel().textContent
    for (const part of ['trên 8.968 nguồn tin', 'Nam Định', 'Nguồn tin do dân cung cấp', 'năm 2024']) expect(text).toContain(part)
    expect(text).toContain('Định nghĩa: Nguồn tin do dân cung cấp.')
    expect(text).toContain(words.figure.needsVerification)
    expect(text).toContain(words.grounds.rounding.low)
    expect(await list(words.grounds.terms)).toHaveLength(1)
    expect(panel()).toHaveTextContent(words.grounds.single)
  })

  it('ask one question about the place and the indicator', async () => {
    const { database } = open(figureOf('tips', '36'), () => result([row(0)]))
    await list(words.grounds.terms)
    expect(database.queries).toHaveLength(1)
    expect(database.queries[0]).toMatch(/FROM "ds_0a1b2c3d"\.resolved/)
    expect(database.queries[0]).toContain(`IN ('63:36')`)
    expect(database.queries[0]).toContain(`('tips')`)
  })

  it('write the sum with all its digits', async () => {
    const figure = figureOf('money', '36', { value: 5_284_000_000, terms: [0, 1, 2], low: true })
    const money = { indicator_code: 'money', unit: 'VND' }
    open(figure, () =>
      result([
        row(0, { ...money, value: 3_200_000_000 }),
        row(1, { ...money, value: 1_700_000_000 }),
        row(2, { ...money, value: 384_000_000, qualifier: 'at_least' }),
      ]),
    )
    expect(await screen.findByText('3.200.000.000 + 1.700.000.000 + 384.000.000 = 5.284.000.000 đồng')).toBeInTheDocument()
    expect(panel()).toHaveTextContent('trên 5,28 tỷ đồng')
  })

  it('shows the number of a row that prints none', async () => {
    open(figureOf('tips', '36'), () => result([row(0, { value: 8968, unit: 'tip', printed: '' })]))
    const [term] = await list(words.grounds.terms)
    expect(term).toHaveTextContent(/^8\.968 nguồn tin/)
    expect(term).not.toHaveTextContent('“”')
  })

  it('name a term in words as printed, inside the sum', async () => {
    open(figureOf('tips', '36', { value: 12, terms: [0, 1], low: true }), () =>
      result([row(0, { value: 12 }), row(1, { value: null, qualifier: 'unquantified', printed: 'hàng trăm tin' })]),
    )
    expect(await screen.findByText('12 + “hàng trăm tin” = 12 nguồn tin')).toBeInTheDocument()
  })

  it('write what is shared out with its days, among the terms', async () => {
    const june = { period_start: '2024-06-15', period_end: '2024-07-14' }
    const figure = figureOf('tips', '36', {
      ...{ value: 164, estimated: true, terms: [0, 1], shared: [{ row: 1, days: 16, of: 30 }], days: 182, daysOf: 182 },
    })
    const rows = [
      row(0, { value: 100, period_end: '2024-06-14' }),
      row(1, { ...june, value: 120 }),
      row(2, { ...june, value: 9, breakdown_key: 'item', breakdown_value: 'gun' }),
    ]
    open(figure, () => result(rows), { time: { kind: 'window', from: '2024-H1', to: '2024-H1' }, straddling: 'share' })
    expect(await screen.findByText('100 + 120 × 16/30 ngày = 164 nguồn tin')).toBeInTheDocument()
    expect(panel()).toHaveTextContent(words.grounds.sharedOut)
    expect(panel()).toHaveTextContent(words.figure.estimated)
    expect((await list(words.grounds.terms)).map((item) => item.dataset.row)).toEqual(['0', '1'])
    const [other] = await list(words.grounds.leftOut)
    expect(other).toHaveTextContent(words.grounds.reason.straddles)
  })

  it('write one row that is shared out as a product', async () => {
    const figure = figureOf('tips', '36', { value: 64, estimated: true, shared: [{ row: 0, days: 16, of: 30 }] })
    open(figure, () => result([row(0, { value: 120 })]), { time: { kind: 'window', from: '2024-H1', to: '2024-H1' } })
    expect(await screen.findByText('120 × 16/30 ngày = 64 nguồn tin')).toBeInTheDocument()
  })

  it('recompute a ratio from its two counts and pass over the printed one', async () => {
    const figure = figureOf('share', '36', { basis: 'ratio', value: 37.5, terms: [0, 1] })
    const { database } = open(figure, () =>
      result([
        row(0, { indicator_code: 'valuable', value: 3, printed: '3 tin' }),
        row(1, { indicator_code: 'tips', value: 8, printed: '8 tin' }),
        row(2, { indicator_code: 'share', unit: 'percent', aggregation: 'ratio', value: 38, printed: '38%' }),
        row(3, { indicator_code: 'tips', value: 5, printed: '5 tin', latest: false }),
      ]),
    )
    expect(await screen.findByText(words.grounds.ratio('3', '8', '= 37,5%'))).toBeInTheDocument()
    expect((await list(words.grounds.terms)).map((item) => item.dataset.row)).toEqual(['0', '1'])
    // An older count says nothing about the ratio.
    const [printed, ...others] = await list(words.grounds.leftOut)
    expect([printed?.dataset.row, others.length]).toEqual(['2', 0])
    expect(printed).toHaveTextContent(words.grounds.reason.printed_ratio)
    expect(database.queries[0]).toContain(`('share', 'valuable', 'tips')`)
  })

  it('derive no number from words', async () => {
    open(figureOf('tips', '36', { value: null, state: 'in_words', magnitudes: [100] }), () =>
      result([row(0, { value: null, qualifier: 'unquantified', printed: 'hàng trăm nguồn tin' })]),
    )
    expect(await screen.findByText(words.grounds.inWords)).toBeInTheDocument()
    expect(panel()).toHaveTextContent('“hàng trăm nguồn tin”')
  })

  it('say why figures were not added', async () => {
    open(figureOf('tips', '36', { value: null, state: 'in_words', terms: [0, 1] }), () => result([row(0), row(1)]))
    expect(await screen.findByText(words.grounds.notAdded)).toBeInTheDocument()
  })

  it.each<[string, Partial<Figure>, string]>([
    ['at most', { high: true }, words.grounds.rounding.high],
    ['about', { approx: true }, words.grounds.rounding.approx],
    ['nearly', { approx: true, high: true }, words.grounds.rounding.approx],
    ['two entries of one kind', { sameKeyAdded: true }, words.grounds.sameKey],
    ['a total unlike its parts', { mismatch: true }, words.grounds.mismatch],
    ['a share unlike its counts', { mismatch: true, basis: 'ratio' }, words.grounds.ratioMismatch],
    ['some of the days', { days: 60, daysOf: 366 }, words.grounds.days(60, 366)],
  ])('say what a figure of %s means', (_, partial, sentence) => {
    open(figureOf('tips', '36', partial), () => HANGS)
    expect(
      within(panel())
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([sentence])
  })

  it('carry no caveat where all days are there', () => {
    open(figureOf('tips', '36', { days: 366, daysOf: 366 }), () => HANGS)
    expect(within(panel()).queryByRole('listitem')).toBeNull()
  })
})

describe('rows that were left out', () => {
  it('each say why, those of other times last', async () => {
    const view = { indicators: ['weapons'], filters: {} }
    const gun = { indicator_code: 'weapons', unit: 'item', breakdown_key: 'item', breakdown_value: 'gun', value: 3 }
    open(
      weapons('gun', '36', 3),
      () =>
        result([
          row(0, { ...gun, printed: '3 khẩu' }),
          row(1, { ...gun, left_out: 'revised' }),
          row(2, { ...gun, left_out: 'other_source', source_id: 'B' }),
          row(3, { ...gun, latest: false }),
          row(4, { ...gun, breakdown_value: 'bomb' }),
          row(5, { ...gun, figure_scope: 'xa|Thị trấn|' }),
        ]),
      view,
    )
    expect((await list(words.grounds.terms)).map((item) => item.dataset.row)).toEqual(['0'])
    const left = await list(words.grounds.leftOut)
    const reasons = ['revised', 'other_source', 'other_kind', 'other_scope', 'older'] as const
    expect(left.map((item) => item.dataset.row)).toEqual(['1', '2', '4', '5', '3'])
    for (const [at, reason] of reasons.entries()) expect(left[at]).toHaveTextContent(words.grounds.reason[reason])
  })

  it('come last where they tell of another year, even where they count in none', async () => {
    const view = { time: { kind: 'window', from: '2024', to: '2024' } } as const
    const before = { period_start: '2023-01-01', period_end: '2023-12-31' }
    const rows = [
      row(0),
      row(1, { ...before, left_out: 'other_source' }),
      row(2, { left_out: 'other_source' }),
      row(3, before),
      row(4, { period_start: '2023-07-01' }),
    ]
    open(figureOf('tips', '36'), () => result(rows), view)
    const left = await list(words.grounds.leftOut)
    expect(left.map((item) => item.dataset.row)).toEqual(['2', '4', '1', '3'])
  })

  it('are told by the view that the figure answers', async () => {
    const view = { time: { kind: 'window', from: '2024', to: '2024' } } as const
    open(
      figureOf('tips', '36'),
      () => result([row(0), row(1, { period_start: '2023-01-01', period_end: '2023-12-31', latest: false })]),
      view,
    )
    expect((await list(words.grounds.leftOut))[0]).toHaveTextContent(words.grounds.reason.other_window)
  })

  it('have no heading where there are none', async () => {
    open(figureOf('tips', '36'), () => result([row(0)]))
    await list(words.grounds.terms)
    expect(screen.queryByRole('heading', { name: words.grounds.leftOut })).toBeNull()
  })
})

describe('a row', () => {
  it('stands as printed, with reporter, period, source, place and what is in doubt', async () => {
    open(figureOf('tips', '36'), () =>
      result([
        row(0, {
          printed: 'hơn 8.968 tin',
          scope_vi: 'chỉ thị xã Duy Tiên',
          period_note_vi: 'Câu liền sau.',
          verify_vi: 'Ngày đăng không rõ.',
          note_vi: 'Một bản khác ghi 8.986.',
        }),
      ]),
    )
    const [item] = await list(words.grounds.terms)
    const facts = [...(item as HTMLElement).querySelectorAll('dl > div')].map((fact) => [
      fact.querySelector('dt')?.textContent,
      fact.querySelector('dd')?.textContent,
    ])
    expect(item).toHaveTextContent('“hơn 8.968 tin”')
    expect(facts).toEqual([
      [words.grounds.reporter, 'Công an tỉnh Nam Định – chỉ thị xã Duy Tiên'],
      [words.grounds.period, 'năm 2024. Câu liền sau.'],
      [words.grounds.source, `Bài A, Báo A, Hà An, ${words.grounds.published('10/01/2025')}`],
      [words.grounds.place, `đoạn 3; ${words.grounds.line('small/observations.csv', 2)}; A-0`],
      [words.grounds.verify, 'Ngày đăng không rõ.'],
      [words.grounds.note, 'Một bản khác ghi 8.986.'],
    ])
  })

  it('says nothing of doubts and notes where there are none, and so of a source without a title or a date', async () => {
    open(figureOf('tips', '36'), () => result([row(0, { source_id: 'B' })]))
    const [item] = await list(words.grounds.terms)
    expect([...(item as HTMLElement).querySelectorAll('dt')].map((name) => name.textContent)).not.toContain(words.grounds.verify)
    expect(item).toHaveTextContent(`${words.grounds.untitled}, Báo B, ${words.grounds.notPublished}`)
  })

  it('leads to its source in a page of its own', async () => {
    open(figureOf('tips', '36'), () => result([row(0)]))
    await list(words.grounds.terms)
    const link = screen.getByRole('link', { name: new RegExp(words.grounds.openSource) })
    expect(link).toHaveAttribute('href', 'https://example.org/bai-a')
    expect(link).toHaveAttribute('rel', 'noopener noreferrer')
    expect(link).toHaveAttribute('target', '_blank')
  })

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)//https://example.org',
    ' https://example.org',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    '//example.org',
    'xhttps://example.org',
    '',
  ])('leads nowhere where its source gives %j', async (url) => {
    const sources = smallDataset.sources.map((source) => ({ ...source, url }))
    const database = fakeDatabase({ query: () => result([row(0)]) })
    const draw = (room: Parameters<Parameters<typeof renderRoom>[0]>[0]) => (
      <GroundsPanel room={room} figure={figureOf('tips', '36')} onClose={() => {}} />
    )
    renderRoom(draw, { database, dataset: { ...smallDataset, sources } })
    await list(words.grounds.terms)
    expect(screen.queryByRole('link')).toBeNull()
    expect(panel().innerHTML).not.toMatch(/href/)
  })
})

describe('the panel', () => {
  it('says that it is fetching', () => {
    open(figureOf('tips', '36'), () => HANGS)
    expect(screen.getByRole('status')).toHaveTextContent(words.grounds.loading)
    // No heading stands over nothing.
    expect(
      within(panel())
        .getAllByRole('heading', { level: 3 })
        .map((one) => one.textContent),
    ).toEqual([words.grounds.definition])
  })

  it('says what went wrong and can be asked again', async () => {
    const { user } = open(figureOf('tips', '36'), (nth) => (nth === 0 ? new Failure('query-failed') : result([row(0)])))
    expect(await screen.findByRole('alert')).toHaveTextContent(words.failure.sentence['query-failed']({}).what)
    await user.click(screen.getByRole('button', { name: words.chrome.retry }))
    expect(await list(words.grounds.terms)).toHaveLength(1)
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('is closed by its button and by Escape', async () => {
    const { user, onClose } = open(figureOf('tips', '36'), () => HANGS)
    await user.click(screen.getByRole('button', { name: words.grounds.close }))
    expect(onClose).toHaveBeenCalledTimes(1)
    await user.keyboard('{Escape}')
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(2))
  })

  it('speaks English throughout where the page does', async () => {
    const english = wordsOf('en').grounds
    open(
      figureOf('tips', '36'),
      () => result([row(0, { verify_vi: 'Không rõ.', verify_en: 'Not clear.', note_vi: 'Ghi chú.', note_en: 'A note.' })]),
      { language: 'en' },
    )
    const [item] = await list(english.terms)
    expect(screen.getByRole('dialog', { name: english.title })).toHaveTextContent('Definition: Tips given by the public.')
    for (const text of ['Not clear.', 'A note.', 'paragraph 3', 'published 10 January 2025']) expect(item).toHaveTextContent(text)
    expect(item).not.toHaveTextContent('Không rõ.')
  })
})

describe('a figure on the other list of provinces', () => {
  const { units } = words
  const dataset: Dataset = { ...smallDataset, territories: bothLists(), territorySets: ['63', '34'] }
  const at = (code: string): TerritoryRef => ({ set: '34', code })
  const from = (...codes: string[]): TerritoryRef[] => codes.map((code) => ({ set: '63', code }))
  const show = (partial: Partial<Figure>, rows: readonly Readonly<Record<string, Cell>>[], view: Partial<View> = {}) => {
    const database = fakeDatabase({ query: () => result(rows) })
    const figure = figureOf('tips', '36', partial)
    const draw = (room: Parameters<Parameters<typeof renderRoom>[0]>[0]) => (
      <GroundsPanel room={room} figure={figure} onClose={() => {}} />
    )
    return { ...renderRoom(draw, { database, dataset, view: { units: '34', ...view } }), database }
  }
  const namDinh = row(0)
  const haNam = row(1, { province_code: '35', value: 30 })
  const ninhBinh = row(2, { province_code: '37', value: 2 })
  const now = row(3, { territory_set: '34', province_code: '37', value: 500 })

  it('asks for the rows of the unit and of all units that it shares ground with', async () => {
    const { database } = show({ territory: at('37'), merged: { from: from('36'), of: 3 } }, [namDinh])
    await list(words.grounds.terms)
    expect(database.queries[0]).toContain(`IN ('34:37', '63:35', '63:36', '63:37')`)
  })

  it('as in the report asks for the rows of the unit alone', async () => {
    const { database } = show({}, [namDinh], { units: 'goc' })
    await list(words.grounds.terms)
    expect(database.queries[0]).toContain(`IN ('63:36')`)
  })

  it('of some old units says whose it is, that it is in no rank, and whose rows are not in it', async () => {
    const merged = { from: from('35', '36'), of: 3 }
    show({ territory: at('37'), merged, scope: 'cu:35+36', state: 'only_parts', value: 8998, terms: [0, 1] }, [
      namDinh,
      haNam,
      ninhBinh,
      now,
    ])
    expect(panel()).toHaveTextContent('Ninh Bình')
    expect(await screen.findByText(units.partOf(['Hà Nam', 'Nam Định'], 3))).toBeInTheDocument()
    const [other, own] = await list(words.grounds.leftOut)
    expect(panel()).toHaveTextContent('8.968 + 30 = 8.998')
    expect(other).toHaveTextContent(words.grounds.reason.other_unit)
    expect(own).toHaveTextContent(words.grounds.reason.other_list)
  })

  it('of all old units is their sum', () => {
    const merged = { from: from('35', '36', '37'), of: 3 }
    show({ territory: at('37'), merged, value: 9000, terms: [0, 1, 2] }, [namDinh, haNam, ninhBinh])
    expect(screen.getByText(units.madeOf(['Hà Nam', 'Nam Định', 'Ninh Bình']))).toBeInTheDocument()
  })

  it('joined from both lists says so, and not that three and one make four', async () => {
    const merged = { from: from('35', '36', '37'), of: 3, joined: true } as const
    show({ territory: at('37'), merged, value: 9500, terms: [0, 1, 2, 3] }, [namDinh, haNam, ninhBinh, now, { ...now, row: 4 }])
    expect(screen.getByText(units.joined(['Hà Nam', 'Nam Định', 'Ninh Bình'], 'Ninh Bình', '34'))).toBeInTheDocument()
    expect(await list(words.grounds.terms)).toHaveLength(4)
    expect(screen.queryByText(units.madeOf(['Hà Nam', 'Nam Định', 'Ninh Bình']))).toBeNull()
    // A row of the province of today beside those that are in it is of no other list.
    expect((await list(words.grounds.leftOut))[0]).toHaveTextContent(words.grounds.reason.not_chosen)
  })

  it('of a unit that was not merged is the figure as it is', () => {
    show({ territory: at('01'), merged: { from: from('01'), of: 1 } }, [namDinh])
    expect(screen.getByText(units.renamed('Hà Nội'))).toBeInTheDocument()
  })

  it('that was not merged but joined says the two lists in the order of time', () => {
    const merged = { from: [at('01')], of: 1, joined: true } as const
    show({ territory: { set: '63', code: '01' }, merged }, [namDinh], { units: '63' })
    expect(screen.getByText(units.joined(['Hà Nội'], 'Hà Nội', '63'))).toHaveTextContent(/theo 34 tỉnh .* theo 63 tỉnh/)
    expect(screen.queryByText(units.renamed('Hà Nội'))).toBeNull()
  })

  it('of differing days says the oldest and the newest, once; entries added in one old unit are told without a wrong count', () => {
    const merged = { from: from('35', '36', '37'), of: 3, oldest: '2024-03-31' }
    show({ territory: at('37'), merged, terms: [0, 1, 2, 3], sameKeyAdded: true }, [namDinh])
    expect(panel()).toHaveTextContent(words.figure.asOfDays('31/3/2024', '31/12/2024'))
    expect(panel()).not.toHaveTextContent(words.figure.oldestDate('31/3/2024'))
    expect(panel()).toHaveTextContent(words.grounds.sameKey)
    expect(panel()).not.toHaveTextContent(words.figure.sameKeyAdded(4))
  })

  it('that is a ratio is computed from the sums of both counts', () => {
    const merged = { from: from('10', '15'), of: 2 }
    show({ territory: at('15'), merged, basis: 'ratio', indicator: 'share', unit: 'percent' }, [namDinh])
    expect(screen.getByText(units.ratioOf(['Lào Cai', 'Yên Bái']))).toBeInTheDocument()
  })

  it('speaks English', () => {
    show({ territory: at('37'), merged: { from: from('36'), of: 3 } }, [namDinh], { language: 'en' })
    expect(screen.getByText(wordsOf('en').units.partOf(['Nam Dinh'], 3))).toBeInTheDocument()
  })
})

describe('the grounds of a number', () => {
  it('that is an index is its figure over its base, each of which can be asked about in its own time', async () => {
    const [now, base] = [[150, '2024-02-01', '2024-02-29'] as const, [120, '2024-01-01', '2024-01-31'] as const].map(
      ([value, from, to]) =>
        figureOf('tips', '36', { value, window: { from, to }, period: { start: from, end: to, basis: 'stated', duration: '' } }),
    ) as [Figure, Figure]
    const figure = { ...now, value: 125, unit: 'index', computed: { how: 'index' as const, of: [now, base] } }
    const { user } = open(figure, () => result([row(0, { value: 120, period_end: '2024-01-31' })]))
    expect(screen.getByText('150 : 120 × 100 = 125')).toBeInTheDocument()
    expect(panel()).toHaveTextContent(words.grounds.computed.index)
    await user.click(within(panel()).getByRole('button', { name: /120 nguồn tin/ }))
    expect(await list(words.grounds.terms)).toHaveLength(1)
  })
})
