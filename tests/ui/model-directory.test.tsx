import { screen, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import { Failure } from '../../src/model/failure.ts'
import type { NamedModel } from '../../src/model/source.ts'
import type { View } from '../../src/model/view.ts'
import { MODELS_A_PAGE, ModelDirectory } from '../../src/ui/place/model-directory.tsx'
import { fakeDatabase, oneRow } from '../support/fake-database.ts'
import { layOut, renderRoom } from '../support/room.tsx'
import { smallDataset } from '../support/small-dataset.ts'

beforeAll(() => layOut())

const words = wordsOf('vi')
const template = smallDataset.models[0] as NamedModel

function model(id: string, name: string, more: Partial<NamedModel> = {}): NamedModel {
  return { ...template, id, name, ...more }
}

const MODELS = [
  model('1', 'Nồi cháo tình thương', {
    territory: '63:36',
    field: 'charity',
    unitName: 'Công an xã Đại Thắng',
    observationIds: ['A-1'],
  }),
  model('2', 'Camera an ninh', {
    territory: '63:84',
    place: 'xã Long Toàn',
    started: '2022-03',
    fieldBasis: 'assigned_from_name',
  }),
  model('3', 'Cùng em đến trường', { territory: '63:84', kind: 'programme', field: 'charity', started: '2019' }),
]
const CODES = [
  { key: 'field', value: 'charity', label: { vi: 'Từ thiện', en: 'Charity' }, unit: null, parent: null, order: 2 },
  {
    key: 'field',
    value: 'public_security',
    label: { vi: 'An ninh, trật tự', en: 'Security' },
    unit: null,
    parent: null,
    order: 1,
  },
  {
    key: 'field_basis',
    value: 'assigned_from_name',
    label: { vi: 'Xếp theo tên gọi', en: 'By name' },
    unit: null,
    parent: null,
    order: 1,
  },
  {
    key: 'movement',
    value: 'dan_van_kheo',
    label: { vi: 'Phong trào “Dân vận khéo”', en: '' },
    unit: null,
    parent: null,
    order: 1,
  },
]

function open(place: string | null = null, view: Partial<View> = {}, models: readonly NamedModel[] = MODELS) {
  const database = fakeDatabase({ query: () => RESULT })
  const dataset = { ...smallDataset, models, codes: [...smallDataset.codes, ...CODES] }
  const ref = place === null ? null : ({ set: '63', code: place } as const)
  return renderRoom((room) => <ModelDirectory room={room} place={ref} />, { database, dataset, view })
}

const RESULT = oneRow({
  ...{ row: 1, observation_id: 'A-1', source_id: 'A', file: 0, line: 2, territory_set: '63', province_code: '36' },
  ...{ unit_name: 'Công an xã Đại Thắng', scope_vi: '', scope_en: '', indicator_code: 'money', aggregation: 'sum' },
  ...{ breakdown_key: '', breakdown_value: '', period_start: '2024-01-01', period_end: '2024-12-31', period_basis: 'stated' },
  ...{
    duration_stated: '',
    period_note_vi: '',
    period_note_en: '',
    value: 1000,
    unit: 'VND',
    qualifier: 'exact',
    printed: '1.000 suất',
  },
  ...{
    locator: 'đoạn 2',
    verify_vi: '',
    verify_en: '',
    note_vi: '',
    note_en: '',
    left_out: null,
    figure_scope: '',
    latest: true,
  },
})

const shown = () => [...document.querySelectorAll<HTMLElement>('[data-model]')].map(({ dataset }) => dataset.model)
const line = (id: string) => document.querySelector(`[data-model="${id}"]`) as HTMLElement
const search = () => screen.getByRole('searchbox', { name: words.place.search })

describe('the models', () => {
  it('of the whole country stand with those of stated results first, then the newest, with what the source says of them', () => {
    open()
    expect(shown()).toEqual(['1', '2', '3'])
    expect(screen.getByRole('status')).toHaveTextContent('3 mô hình')
    expect(line('2')).toHaveTextContent('An ninh, trật tự (xếp theo tên gọi)')
    expect(line('2')).toHaveTextContent('Trà Vinhxã Long Toàn')
    expect(line('2')).toHaveTextContent('tháng 3/2022')
    expect(line('2')).toHaveTextContent(words.place.noResults)
    expect(line('3')).toHaveTextContent(words.place.programme)
    expect(line('3')).toHaveTextContent('năm 2019')
    expect(line('1')).toHaveTextContent('Phong trào “Dân vận khéo”')
    expect(line('3').querySelectorAll('td')[0]).toHaveTextContent(/^Từ thiệnPhong trào “Dân vận khéo”/)
    expect(line('1')).toHaveTextContent('Công an xã Đại Thắng')
  })

  it('of a place come first, and the search can be widened to the country', async () => {
    const { user } = open('84')
    expect(screen.getByRole('heading', { name: words.place.directoryOf('Trà Vinh') })).toBeInTheDocument()
    expect(shown()).toEqual(['2', '3'])
    expect(screen.getByRole('status')).toHaveTextContent('2 mô hình (cả bộ số liệu có 3)')
    await user.click(screen.getByRole('combobox', { name: `${words.place.where}: Trà Vinh` }))
    await user.click(await screen.findByRole('option', { name: words.place.everywhere }))
    expect(shown()).toEqual(['1', '2', '3'])
  })

  it('of a place that no source names any of are said to be none', () => {
    open('48')
    expect(shown()).toEqual([])
    expect(screen.getByRole('status')).toHaveTextContent(words.place.noneHere('Đà Nẵng'))
  })

  it('that the dataset has none of have no section', () => {
    const { container } = open(null, {}, [])
    expect(container).toBeEmptyDOMElement()
  })
})

describe('the order and the results', () => {
  const choose = async (user: ReturnType<typeof open>['user'], label: string, from: string, to: string) => {
    await user.click(screen.getByRole('combobox', { name: `${label}: ${from}` }))
    await user.click(await screen.findByRole('option', { name: to }))
  }
  const { order, orders, results, allResults, onlyResults } = words.place

  it('can be by start, those without one last, or by name', async () => {
    const { user } = open(null, {}, [...MODELS, model('4', 'An toàn'), model('5', 'Ánh sáng', { started: '2024' })])
    expect(shown()).toEqual(['1', '5', '2', '3', '4'])
    await choose(user, order, orders.results, orders.newest)
    expect(shown()).toEqual(['5', '2', '3', '4', '1'])
    await choose(user, order, orders.newest, orders.name)
    expect(shown()).toEqual(['4', '5', '2', '3', '1'])
  })

  it('can be narrowed to those whose results are stated', async () => {
    const { user } = open()
    await choose(user, results, allResults, onlyResults)
    expect(shown()).toEqual(['1'])
    expect(screen.getByRole('status')).toHaveTextContent('1 mô hình (cả bộ số liệu có 3)')
  })

  it('are not asked about where no model has results: then it is by name', () => {
    open(null, {}, [model('8', 'Xóm đạo bình yên', { started: '2025' }), model('9', 'An toàn')])
    expect(shown()).toEqual(['9', '8'])
    expect(screen.queryByRole('combobox', { name: new RegExp(`^${results}: `) })).toBeNull()
  })
})

it('a movement that the name of the field has in it is not said again, only how it is known', () => {
  const field = { key: 'field', value: 'order', label: { vi: 'An ninh; phong trào “Dân vận khéo”', en: '' } }
  const models = ['stated', 'inferred'].map((basis) =>
    model(basis, 'Mô hình', { field: 'order', movementBasis: basis as NamedModel['movementBasis'] }),
  )
  CODES.push({ ...field, unit: null, parent: null, order: 3 })
  open(null, {}, models)
  expect(line('stated').querySelectorAll('td')[0]?.textContent).toBe(field.label.vi)
  expect(line('inferred').querySelectorAll('td')[0]?.textContent).toMatch(/”phong trào: /)
})

describe('what is searched for', () => {
  it.each([
    ['noi chao', ['1']],
    ['TU THIEN', ['1', '3']],
    ['tra vinh', ['2', '3']],
    ['thanh nam', ['1']],
    ['dai thang', ['1']],
    ['long toan camera', ['2']],
    ['dan van kheo', ['1', '2', '3']],
    ['không có gì', []],
  ])('%s is found without marks, in any part of what is known', (query, ids) => {
    open(null, { search: query })
    expect(shown()).toEqual(ids)
  })

  it('is in the link', async () => {
    const { user, view } = open()
    await user.type(search(), 'chao')
    expect(view().search).toBe('chao')
    expect(shown()).toEqual(['1'])
  })

  it('is narrowed to a field', async () => {
    const { user } = open()
    await user.click(screen.getByRole('combobox', { name: `${words.place.field}: ${words.place.allFields}` }))
    const options = await screen.findAllByRole('option')
    expect(options.map((one) => one.textContent)).toEqual([words.place.allFields, 'An ninh, trật tự', 'Từ thiện'])
    await user.click(await screen.findByRole('option', { name: 'Từ thiện' }))
    expect(shown()).toEqual(['1', '3'])
  })
})

describe('many models', () => {
  const many = Array.from({ length: MODELS_A_PAGE * 2 + 5 }, (_, at) => model(`m${at}`, `Mô hình ${String(at).padStart(4, '0')}`))

  it('stand on pages, and a new search begins on the first', async () => {
    const { user } = open(null, {}, many)
    expect(shown()).toHaveLength(MODELS_A_PAGE)
    expect(screen.getByRole('status')).toHaveTextContent(`${MODELS_A_PAGE} mô hình đầu trong ${many.length}`)
    await user.click(screen.getByRole('button', { name: words.place.after }))
    await user.click(screen.getByRole('button', { name: words.place.after }))
    expect(shown()).toHaveLength(5)
    expect(screen.getByRole('button', { name: words.place.after })).toBeDisabled()
    await user.type(search(), '00')
    expect(shown()[0]).toBe('m0')
  })
})

describe('the results of a model', () => {
  it('are the rows that report them, asked for when they are opened', async () => {
    const { user, database } = open()
    expect(database.queries).toEqual([])
    const button = within(line('1')).getByRole('button', { name: words.place.showResults(1) })
    await user.click(button)
    expect(await screen.findByText('“1.000 suất”')).toBeInTheDocument()
    expect(screen.getByRole('heading', { level: 3, name: 'Tiền ủng hộ' })).toBeInTheDocument()
    expect(database.queries).toHaveLength(1)
    expect(database.queries[0]).toContain("observation_id IN ('A-1')")
    await user.click(button)
    expect(screen.queryByText('“1.000 suất”')).toBeNull()
  })

  it('that cannot be read say so, and can be tried again', async () => {
    const { user, database } = open()
    database.script = { query: (_, nth) => (nth === 0 ? new Failure('query-failed') : RESULT) }
    await user.click(within(line('1')).getByRole('button', { name: words.place.showResults(1) }))
    await user.click(within(await screen.findByRole('alert')).getByRole('button', { name: words.chrome.retry }))
    expect(await screen.findByText('“1.000 suất”')).toBeInTheDocument()
  })
})
