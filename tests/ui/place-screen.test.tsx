import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { ResultSet } from '../../src/model/result-set.ts'
import type { TerritoryKey } from '../../src/model/territory.ts'
import type { View } from '../../src/model/view.ts'
import type { Room } from '../../src/ui/answer/room.ts'
import { PlaceScreen } from '../../src/ui/place/place-screen.tsx'
import { fakeDatabase, HANGS, oneRow } from '../support/fake-database.ts'
import { layOut, renderRoom } from '../support/room.tsx'
import { answerOf, figureOf, ofStatement, smallDataset, weapons } from '../support/small-dataset.ts'

beforeAll(() => layOut())

const words = wordsOf('vi')
const YEAR: Partial<View> = { time: { kind: 'window', from: '2024', to: '2024' } }
const BEFORE: Partial<Figure> = {
  period: { start: '2023-01-01', end: '2023-12-31', basis: 'stated', duration: '' },
  comparisonKey: 'tips|total|tip|2023-01-01/2023-12-31/stated',
}

/** With a peer group, a target and a calendar of reports. */
const equipped: Dataset = {
  ...smallDataset,
  asOf: '2025-03-01',
  groups: [{ id: 'cum-mot', label: { vi: 'Cụm số 1', en: 'Cluster 1' }, members: ['63:36', '63:48', '63:84'] }],
  targets: [
    { territory: { set: '63', code: '36' }, indicator: 'tips', start: '2024-01-01', end: '2024-12-31', value: 100, unit: 'tip' },
  ],
  expected: [{ territorySet: '63', indicator: 'models', grain: 'year', from: '2024-01-01', to: '2024-12-31', dueDays: 18 }],
}

const YEARLY = answerOf(
  [
    figureOf('tips', '36', { value: 98 }),
    figureOf('tips', '48', { value: 120 }),
    figureOf('tips', '84', { value: 80 }),
    weapons('gun', '36', 5),
    weapons('bomb', '36', 3),
  ],
  [
    figureOf('money', '36', {
      value: 70_000_000,
      period: { start: '2022-01-01', end: '2022-12-31', basis: 'stated', duration: '' },
    }),
  ],
  [figureOf('tips', '36', { ...BEFORE, value: 70 })],
)

const OWED = oneRow({
  ...{ territory_set: '63', indicator_code: 'models', grain: 'year', start: '2024-01-01', end: '2024-12-31' },
  ...{ due: '2025-01-18', overdue: true, owed: 3, received: 2, missing: '36' },
})

interface Options {
  readonly view?: Partial<View>
  readonly home?: TerritoryKey | null
  readonly isOwn?: boolean
  readonly framed?: boolean
  readonly dataset?: Dataset
  readonly answer?: ResultSet | typeof HANGS
}

function open({ view = {}, home = null, isOwn = false, framed = false, dataset = equipped, answer = YEARLY }: Options = {}) {
  const query = (sql: string) => {
    if (sql.startsWith('WITH stretch (nth')) return OWED
    return answer === HANGS ? HANGS : ofStatement(answer as ResultSet, sql)
  }
  const database = fakeDatabase({ query })
  const choose = vi.fn()
  const draw = (room: Room) => <PlaceScreen room={room} home={{ key: home, isOwn, choose: framed ? null : choose }} />
  return { ...renderRoom(draw, { database, dataset, view }), database, choose }
}

const heading = () => screen.findByRole('heading', { level: 1 })
const row = (name: string) => screen.getByRole('rowheader', { name }).closest('tr') as HTMLElement

describe('which place it is', () => {
  it('is the one in focus, before the home and the chosen ones', async () => {
    open({ view: { ...YEAR, focus: '36', territories: ['48'] }, home: '63:84' })
    expect(await heading()).toHaveTextContent('Nam Định')
  })

  it('else is the first chosen one: what a link chooses goes before the home', async () => {
    open({ view: { ...YEAR, territories: ['48', '84'] }, home: '63:84' })
    expect(await heading()).toHaveTextContent('Đà Nẵng')
  })

  it('else is the home', async () => {
    const { view } = open({ view: YEAR, home: '63:84' })
    expect(await heading()).toHaveTextContent('Trà Vinh')
    // It is of this machine: no link says it.
    expect(view()).toMatchObject({ focus: null, territories: [] })
  })

  it('is asked for where there is none, and nothing but the models is shown', async () => {
    const { user, view, database } = open({ view: YEAR })
    expect(await heading()).toHaveTextContent(words.place.choose)
    expect(database.queries).toEqual([])
    await user.click(screen.getByRole('combobox', { name: `${words.place.place}: ${words.place.none}` }))
    await user.click(await screen.findByRole('option', { name: 'Nam Định' }))
    expect(view().focus).toBe('36')
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Nam Định có số'))
  })

  it('says of a place without any source that there is none', async () => {
    const { database } = open({ view: { ...YEAR, focus: '01' } })
    expect(await heading()).toHaveTextContent(words.place.noSource('Hà Nội'))
    expect(database.queries).toEqual([])
  })
})

describe('the units inside the place', () => {
  const scoped = (code: string, name: string, unitLevel: 'xa' | 'huyen', value: number) =>
    figureOf(code, '36', {
      ...{ value, unitLevel, scope: `${unitLevel}|${name}|chỉ ${name}`, scopeVi: `chỉ ${name}`, scopeEn: `${name} only` },
      state: 'only_parts',
      comparisonKey: `${code}|total|item|2024-01-01/2024-12-31/stated|63:36|${unitLevel}|${name}|`,
    })
  const FIGURES = [
    figureOf('tips', '36', { value: 98 }),
    scoped('models', 'xã Bắc', 'xa', 4),
    scoped('money', 'xã Bắc', 'xa', 2_000_000),
    scoped('money', 'huyện Nam', 'huyen', 3_000_000),
  ]
  const units = () => screen.findByRole('region', { name: words.place.lowerUnits })

  it('stand under their names with figures that can be questioned, the larger ones first', async () => {
    const { user, asked } = open({ view: { ...YEAR, focus: '36' }, answer: answerOf(FIGURES) })
    const section = within(await units())
    const tables = section.getAllByRole('table').map((table) => [table.getAttribute('aria-label'), table.textContent])
    expect(tables.map(([name]) => name)).toEqual(['Huyện Nam', 'Xã Bắc'])
    expect(tables[1]?.[1]).toMatch(/Mô hình đang duy trì4năm 2024Tiền ủng hộ2 triệu đồng/)
    await user.click(section.getByRole('button', { name: /^3 triệu đồng/ }))
    expect(asked.map(({ figure }) => [figure.value, figure.scopeVi])).toEqual([[3_000_000, 'chỉ huyện Nam']])
  })

  it.each([
    ['vi', 'chỉ thị xã Duy Tiên', 'thị xã Duy Tiên'],
    ['vi', 'Hà Nam (1/3 tỉnh cũ): chỉ huyện Lý Nhân', 'Hà Nam (1/3 tỉnh cũ): huyện Lý Nhân'],
    ['vi', 'Chỉ huy Công an xã', 'Chỉ huy Công an xã'],
    ['vi', 'chỉ huy Công an xã', 'chỉ huy Công an xã'],
    ['en', 'Duy Tiên town only', 'Duy Tiên town'],
    ['en', 'district-level police only, all districts together', 'district-level police, all districts together'],
  ] as const)('are headed by their name alone, in %s: %s', (language, scope, name) => {
    expect(wordsOf(language).place.unitName(scope)).toBe(name)
  })

  it('lead to their rows, one by one and all together', async () => {
    const { user, view } = open({ view: { ...YEAR, focus: '36', indicators: ['tips'] }, answer: answerOf(FIGURES) })
    const section = within(await units())
    const one = `${words.place.rowsOfUnit}: xã Bắc`
    const all = section.getByRole('button', { name: words.place.unitRows })
    await user.click(section.getByRole('button', { name: one }))
    expect(view()).toMatchObject({ tab: 'rows', indicators: [], rowFilters: { place: 'o36', covers: 'chỉ xã Bắc' } })
    await user.click(all)
    expect(view().rowFilters).toEqual({ place: 'o36', level: 'huyen.xa' })
  })

  it('are no section where there are none', async () => {
    open({ view: { ...YEAR, focus: '36' } })
    await heading()
    expect(screen.queryByRole('region', { name: words.place.lowerUnits })).toBeNull()
  })
})

describe('the home', () => {
  const make = () => screen.queryByRole('button', { name: words.place.makeHome })
  const forget = () => screen.queryByRole('button', { name: words.place.forgetHome })

  it('is made of the place on screen', async () => {
    const { user, choose } = open({ view: { ...YEAR, focus: '36' }, home: '63:84' })
    await heading()
    await user.click(make() as HTMLElement)
    expect(choose).toHaveBeenCalledWith('63:36')
  })

  it('is said where it is on screen, and can be forgotten where the reader chose it', async () => {
    const { user, choose } = open({ view: YEAR, home: '63:84', isOwn: true })
    expect(await screen.findByText(words.take.mine)).toBeVisible()
    expect(make()).toBeNull()
    await user.click(forget() as HTMLElement)
    expect(choose).toHaveBeenCalledWith(null)
  })

  it('of the configuration stays', async () => {
    open({ view: YEAR, home: '63:84' })
    expect(await screen.findByText(words.take.mine)).toBeVisible()
    expect([make(), forget()]).toEqual([null, null])
  })

  it('cannot be chosen in a frame', async () => {
    open({ view: { ...YEAR, focus: '36' }, home: '63:84', framed: true })
    await heading()
    expect([make(), forget()]).toEqual([null, null])
  })
})

describe('what is asked', () => {
  it('is every indicator of the place and its peers, and other times of the place alone', async () => {
    const { database } = open({ view: { ...YEAR, focus: '36', indicators: ['money'], filters: { item: ['gun'] } } })
    await heading()
    const sql = database.queries.filter((text) => !text.startsWith('WITH stretch (nth')).join('\n')
    for (const { code } of smallDataset.indicators) expect(sql).toContain(`'${code}'`)
    expect(sql.split("('63:36', '63:48', '63:84')")).toHaveLength(2)
    expect(sql.split("('63:36')")).toHaveLength(3)
    expect(sql).not.toContain("'gun'")
  })
})

describe('what is said of a place', () => {
  it('is how many indicators have figures, what changed most, what is owed and whom it is compared with', async () => {
    open({ view: { ...YEAR, focus: '36' } })
    expect(await heading()).toHaveTextContent('Nam Định có số của 2/6 chỉ tiêu, năm 2024.')
    const said = screen.getByRole('banner').textContent
    expect(said).toContain('tăng mạnh nhất là nguồn tin do dân cung cấp +40%, từ 70 lên 98 nguồn tin')
    expect(said).not.toContain(words.place.mostDown)
    expect(said).toContain('Chưa gửi báo cáo: năm 2024, hạn 18/01/2025.')
    expect(said).toContain('Nhóm so sánh: Cụm số 1, 3 địa phương.')
  })

  it('says of which kind a number is where that changed most', async () => {
    const earlier = (kind: string, value: number): Figure => ({
      ...weapons(kind, '36', value),
      period: BEFORE.period as Figure['period'],
      comparisonKey: `weapons|item=${kind}|item|2023-01-01/2023-12-31/stated`,
    })
    const now = [figureOf('tips', '36', { value: 98 }), weapons('gun', '36', 40), weapons('bomb', '36', 60)]
    const older = [figureOf('tips', '36', { ...BEFORE, value: 100 }), earlier('gun', 100), earlier('bomb', 50)]
    open({ view: { ...YEAR, focus: '36' }, answer: answerOf(now, [], older) })
    await heading()
    const said = screen.getByRole('banner').textContent
    expect(said).toContain('tăng mạnh nhất là vũ khí do dân giao nộp (bom) +20%, từ 50 lên 60')
    expect(said).toContain('giảm mạnh nhất là vũ khí do dân giao nộp (súng) -60%, từ 100 xuống 40')
  })

  it('says of how many indicators the numbers lack days', async () => {
    const short = { days: 335, daysOf: 366 }
    const figures = [
      figureOf('tips', '36', { value: 98, ...short }),
      weapons('gun', '36', 5),
      { ...weapons('bomb', '36', 3), ...short },
    ]
    open({ view: { ...YEAR, focus: '36' }, answer: answerOf(figures) })
    expect(await heading()).toHaveTextContent('Nam Định có số của 2/6 chỉ tiêu, năm 2024.')
    expect(screen.getByRole('banner')).toHaveTextContent('Trong đó 1 chỉ tiêu có số nhưng chưa đủ ngày trong kỳ.')
  })

  it('leaves counts of commune units out of what changed most where communes were rearranged between, and says so', async () => {
    const year = (of: string) => ({ start: `${of}-01-01`, end: `${of}-12-31`, basis: 'stated' as const, duration: '' })
    const units = smallDataset.indicators.map((one) => (one.code === 'tips' ? { ...one, unit: 'police_unit' } : one))
    const of = (time: string, value: number) =>
      figureOf('tips', '36', { value, unit: 'police_unit', period: year(time), comparisonKey: `tips|total|police_unit|${time}` })
    const answer = answerOf([of('2025', 62)], [], [of('2024', 181)])
    open({
      ...{ dataset: { ...equipped, indicators: units }, answer },
      view: { time: { kind: 'window', from: '2025', to: '2025' }, focus: '36' },
    })
    await heading()
    expect(screen.getByRole('banner')).not.toHaveTextContent(words.place.mostDown)
    expect(screen.getByRole('banner')).toHaveTextContent(words.place.withoutRearranged(['Nguồn tin do dân cung cấp']))
    expect(row('Nguồn tin do dân cung cấp')).toHaveTextContent(`-65,7%từ 181 police_unit${words.place.rearranged}`)
  })

  it('leaves small numbers out of what changed most', async () => {
    const answer = answerOf([figureOf('tips', '36', { value: 5 })], [], [figureOf('tips', '36', { ...BEFORE, value: 2 })])
    open({ view: { ...YEAR, focus: '36' }, answer })
    await heading()
    expect(screen.getByRole('banner')).not.toHaveTextContent(words.place.mostUp)
    expect(row('Nguồn tin do dân cung cấp')).toHaveTextContent('+150%')
  })
})

describe('a figure of the place', () => {
  it('stands with the same time a year earlier, its place among its peers and its target', async () => {
    const { user, asked } = open({ view: { ...YEAR, focus: '36' } })
    await heading()
    const line = row('Nguồn tin do dân cung cấp')
    const cells = within(line).getAllByRole('cell')
    expect(cells.map((cell) => cell.textContent)).toEqual([
      '98 nguồn tin',
      '+40%từ 70 nguồn tin',
      'thứ 2/3bình quân các địa phương khác 100 nguồn tin',
      'đạt 98%100 nguồn tin',
    ])
    for (const name of ['98 nguồn tin', '+40%', '70 nguồn tin', '100 nguồn tin', 'đạt 98%']) {
      await user.click(within(line).getAllByRole('button', { name: words.chart.grounds(name) })[0] as HTMLElement)
    }
    expect(asked.map(({ figure }) => figure.computed?.how ?? figure.value)).toEqual([
      98,
      'percent_change',
      70,
      'peer_mean',
      'target_share',
    ])
  })

  it('has its target under the number where few others have one, and then no column for it', async () => {
    const kinds = ['gun', 'bomb', 'crude', 'other'].map((kind) => weapons(kind, '36', 5))
    open({ view: { ...YEAR, focus: '36' }, answer: answerOf([figureOf('tips', '36', { value: 98 }), ...kinds]) })
    await heading()
    expect(screen.queryAllByRole('columnheader', { name: words.place.target })).toEqual([])
    const [number] = within(row('Nguồn tin do dân cung cấp')).getAllByRole('cell')
    expect(number?.textContent).toBe(`98 nguồn tin${words.place.target}: 100 nguồn tin, đạt 98%`)
  })

  it('that does not apply says why beside it', async () => {
    open({ view: { ...YEAR, focus: '36' }, answer: answerOf([figureOf('tips', '36', { value: null, state: 'not_applicable' })]) })
    await heading()
    expect(row('Nguồn tin do dân cung cấp')).toHaveTextContent(words.place.notApplicable)
  })

  it('is of a kind under the name of its indicator', async () => {
    open({ view: { ...YEAR, focus: '36' } })
    await heading()
    expect(row('Súng')).toHaveTextContent('5')
    expect(row('Bom')).toHaveTextContent('3')
    expect(screen.getByRole('rowheader', { name: 'Vũ khí do dân giao nộp' })).toBeInTheDocument()
  })

  it('of another time is offered with its time, and asked about with it', async () => {
    const { user, asked } = open({ view: { ...YEAR, focus: '36' } })
    await heading()
    expect(row('Tiền ủng hộ')).toHaveTextContent('có số, thời gian khác: 70 triệu đồng (năm 2022)')
    await user.click(screen.getByRole('button', { name: words.chart.grounds('70 triệu đồng') }))
    expect(asked.map(({ view }) => view.time.kind)).toEqual(['report'])
  })

  it('that is owed says since when; one that no source mentions closes its domain', async () => {
    open({ view: { ...YEAR, focus: '36' } })
    await heading()
    expect(row('Mô hình đang duy trì')).toHaveTextContent(/^Mô hình đang duy trì *chưa gửi báo cáo: năm 2024, hạn 18\/01\/2025$/)
    const tips = screen.getByRole('region', { name: 'Nguồn tin quần chúng' })
    expect(tips).toHaveTextContent('Không nêu: Tin có giá trị; Tỷ lệ tin có giá trị.')
  })

  it('has no empty columns where it is compared with nothing', async () => {
    const answer = answerOf([figureOf('tips', '36', { value: 8968 })])
    open({ view: { focus: '36' }, dataset: smallDataset, answer })
    await heading()
    const tips = screen.getByRole('region', { name: 'Nguồn tin quần chúng' })
    expect(
      within(tips)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual(['Chỉ tiêu', 'Số liệu'])
    expect(row('Nguồn tin do dân cung cấp')).toHaveTextContent('8.968 nguồn tinnăm 2024')
    expect(screen.getByRole('banner')).not.toHaveTextContent('Chưa')
  })

  it('ends with its sources', async () => {
    open({ view: { ...YEAR, focus: '36' } })
    await heading()
    expect(screen.getByText(`${words.chart.sources}:`).closest('p')).toHaveTextContent('Báo A')
  })
})

it('while another place is computed what is on screen stands under its own name', async () => {
  const { store, database } = open({ view: { ...YEAR, focus: '36' } })
  await heading()
  database.script = { query: () => HANGS }
  act(() => store.setView({ focus: '84' }))
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Nam Định')
  expect(document.querySelector('[data-waiting="true"]')).not.toBeNull()
})
