import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { fromSearch, MAX_LENGTH, MAX_VALUES, params, toSearch } from '../../src/state/url.ts'
import { anyRest, anyView, viewArbitraries } from '../support/view-arbitraries.ts'

const FIELDS = Object.keys(viewArbitraries) as (keyof View)[]
const MODES = ['address', 'send'] as const
const isOwn = (key: string) => key === 'v' || FIELDS.some((field) => params[field].owns(key))
const isForeign = ([key]: readonly [string, string]) => !isOwn(key.toLowerCase()) && !/^amp;/i.test(key)

const open = (search: string, defaults: View = EMPTY_VIEW) => fromSearch(search, defaults)
const viewOf = (search: string) => open(search).view
const noticesOf = (search: string) => open(search).notices

describe.each(MODES)('a link made for the %s', (mode) => {
  test.each(FIELDS)('restores %s', (field) => {
    fc.assert(
      fc.property(viewArbitraries[field] as fc.Arbitrary<unknown>, anyView, (value, defaults) => {
        const view = { ...defaults, [field]: value } as View
        expect(open(toSearch(view, defaults, [], mode), defaults)).toEqual({ view, rest: [], notices: [] })
      }),
    )
  })

  test('restores a whole view, whatever the default view, and passes unknown keys on in their order', () => {
    fc.assert(
      fc.property(anyView, anyView, anyRest, (view, defaults, pairs) => {
        const rest = pairs.filter(isForeign)
        expect(open(toSearch(view, defaults, rest, mode), defaults)).toEqual({ view, rest, notices: [] })
      }),
    )
  })

  test('is plain ASCII without quotes or +, and ends with the version', () => {
    fc.assert(
      fc.property(anyView, anyRest, (view, pairs) => {
        expect(toSearch(view, EMPTY_VIEW, pairs.filter(isForeign), mode)).toMatch(/^\?[A-Za-z0-9%&=._~-]*&?v=1$/)
      }),
    )
  })
})

test('a sent link shows the same numbers after the default view has changed', () => {
  fc.assert(
    fc.property(anyView, anyView, anyView, (view, defaults, later) => {
      const sent = toSearch(view, defaults, [], 'send')
      const opened = open(sent, later).view
      for (const field of FIELDS.filter((name) => params[name].changesNumbers)) expect(opened[field]).toEqual(view[field])
    }),
  )
})

test('a link that was escaped for HTML once too often, or written in capitals, is the same link', () => {
  fc.assert(
    fc.property(anyView, anyRest, fc.constantFrom('amp;', 'amp;amp;', 'AMP;'), (view, pairs, escaped) => {
      const rest = pairs.filter(isForeign)
      const link = toSearch(view, EMPTY_VIEW, rest, 'send')
      const opened = open(link)
      expect(open(link.replaceAll('&', `&${escaped}`))).toEqual(opened)
      const own = toSearch(view, EMPTY_VIEW, [], 'send')
      const inCapitals = own.replace(/([?&])([^=]*)/g, (_, before: string, key: string) => before + key.toUpperCase())
      expect(open(inCapitals)).toEqual(open(own))
    }),
  )
  expect(open('?D=NATIONAL-SIMULATED&T=2024&amp;I=tips_received')).toEqual(open('?d=national-simulated&t=2024&i=tips_received'))
  expect(noticesOf('?d=a&D=B')).toEqual([{ param: 'd', value: 'B', reason: 'repeated' }])
})

test('the address holds only what differs from the default view', () => {
  const defaults: View = { ...EMPTY_VIEW, dataset: 'public-reports', indicators: ['dom-tips'], filters: { item: ['gun'] } }
  const write = (change: Partial<View>) => toSearch({ ...defaults, ...change }, defaults, [], 'address')
  expect(write({})).toBe('?d=public-reports&v=1')
  expect(write({ tab: 'rows', units: '63' })).toBe('?d=public-reports&dg=63&tab=rows&v=1')
  expect(write({ indicators: [], filters: {} })).toBe('?d=public-reports&i=&f.item=&v=1')
  expect(write({ filters: { item: ['gun'], field: ['b', 'a'] } })).toBe('?d=public-reports&f.field=b.a&v=1')
})

test('a sent link writes every parameter that changes a number', () => {
  const view: View = { ...EMPTY_VIEW, dataset: 'public-reports', filters: { item: ['gun'] }, search: 'Đà' }
  expect(toSearch(view, EMPTY_VIEW, [['embed', '1']], 'send')).toBe(
    '?d=public-reports&i=&f=&f.item=gun&t=report&g=&st=out&dg=goc&p=&n=abs&cmp=none&q=%C4%90%C3%A0&embed=1&v=1',
  )
})

test('the largest sensible view stays under 2,000 characters', () => {
  const many = (count: number, name: string) => Array.from({ length: count }, (_, at) => `${name}${String(at + 10)}`)
  const filters = Object.fromEntries(many(6, 'recipient_group_').map((key) => [key, many(5, 'policy_family_')]))
  const view: View = {
    ...EMPTY_VIEW,
    dataset: 'public-reports',
    indicators: many(8, 'models_recognised_province_'),
    territories: many(30, 'o'),
    filters,
    time: { kind: 'window', from: '2019-Q1', to: '2024-Q4' },
    focus: 'o10',
    charts: many(4, 'small-multiples-'),
    sort: '-period_start',
    search: 'Mô hình “Camera an ninh” ở cơ sở',
    language: 'en',
    fingerprint: '0123abcd',
  }
  const rest = [
    ['embed', '1'],
    ['show', 'title.filters.tabs.table.source.share'],
  ] as const
  const address = 'https://portal.congan.example.vn/phong-trao/dan-van-atlas/'
  expect((address + toSearch(view, EMPTY_VIEW, rest, 'send')).length).toBeLessThan(2000)
})

test('garbage never throws, and what is left of it is a view that a link can say', () => {
  const keys = [...FIELDS.map((field) => params[field].key), 'f.item', 'f', 'v', 'x', '__proto__', 'f.__proto__']
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('', '.', '..', '%', '%E0%A4', '2024..2019', '-', '\u0000', '0', 'false', 'a.a', 'A.b.-', 'last0m', '1e999'),
  )
  const pairs = fc.array(fc.tuple(fc.constantFrom(...keys), text), { maxLength: 20 })
  const written = pairs.map((list) => list.map(([key, value]) => `${key}=${value}`).join('&'))
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), written), anyView, (search, defaults) => {
      const { view, rest } = open(search, defaults)
      expect(open(toSearch(view, defaults, rest, 'address'), defaults)).toEqual({ view, rest, notices: [] })
    }),
    { numRuns: 500 },
  )
})

describe('a value that is not understood is said, and the rest is kept', () => {
  test.each([
    ['?t=soon', 't', 'soon'],
    ['?t=2024-Q5', 't', '2024-Q5'],
    ['?t=2024..2019', 't', '2024..2019'],
    ['?g=week', 'g', 'week'],
    ['?dg=64', 'dg', '64'],
    ['?n=per1000', 'n', 'per1000'],
    ['?cmp=best', 'cmp', 'best'],
    ['?tab=Rows', 'tab', 'Rows'],
    ['?s=--value', 's', '--value'],
    ['?lf=12-XYZ', 'lf', '12-XYZ'],
    ['?fp=123', 'fp', '123'],
    ['?lang=fr', 'lang', 'fr'],
    ['?theme=neon', 'theme', 'neon'],
    ['?d=../secret', 'd', '../secret'],
    ['?focus=o%2036', 'focus', 'o 36'],
    ['?i=%27;DROP', 'i', "';DROP"],
    ['?f.Item=gun', 'f.Item', 'gun'],
    ['?f=gun', 'f', 'gun'],
    ['?v=one', 'v', 'one'],
  ])('%s', (search, param, value) => {
    expect(open(`${search}&p=o36`)).toEqual({
      view: { ...EMPTY_VIEW, territories: ['o36'] },
      rest: [],
      notices: [{ param, value, reason: 'malformed' }],
    })
  })

  test('one bad code does not take the good ones with it', () => {
    expect(open('?p=o36.Ðà.o84')).toEqual({
      view: { ...EMPTY_VIEW, territories: ['o36', 'o84'] },
      rest: [],
      notices: [{ param: 'p', value: 'Ðà', reason: 'malformed' }],
    })
  })

  test('a repeated parameter counts once', () => {
    expect(viewOf('?dg=63&dg=34').units).toBe('63')
    expect(noticesOf('?dg=63&dg=34&dg=goc')).toEqual([{ param: 'dg', value: '34', reason: 'repeated' }])
  })

  test('long values are cut in the notice', () => {
    expect(noticesOf(`?tab=${'x'.repeat(500)}`)).toEqual([{ param: 'tab', value: `${'x'.repeat(79)}…`, reason: 'malformed' }])
  })
})

test('0, false and empty values survive', () => {
  const { view, rest } = open('?f.item=0.false&q=0&a=0&b=false&c=&d2=&e')
  expect(view.filters).toEqual({ item: ['0', 'false'] })
  expect(view.search).toBe('0')
  expect(rest).toEqual([
    ['a', '0'],
    ['b', 'false'],
    ['d2', ''],
    ['e', ''],
  ])
  expect(toSearch(view, EMPTY_VIEW, rest, 'address')).toBe('?f.item=0.false&q=0&a=0&b=false&d2=&e=&v=1')
})

test('an empty value says none, where the default says some', () => {
  const defaults: View = {
    ...EMPTY_VIEW,
    territories: ['o36'],
    grain: 'year',
    search: 'a',
    filters: { item: ['gun'], field: ['x'] },
  }
  expect(open('?p=&g=&q=&f.item=', defaults).view).toEqual({ ...EMPTY_VIEW, filters: { field: ['x'] } })
  expect(open('?f=&f.item=ammo', defaults).view.filters).toEqual({ item: ['ammo'] })
})

test('a bare + is a space, a written one is a plus', () => {
  expect(viewOf('?q=giao+n%E1%BB%99p').search).toBe('giao nộp')
  expect(viewOf('?q=1%2B1').search).toBe('1+1')
  expect(toSearch({ ...EMPTY_VIEW, search: '1 + 1' }, EMPTY_VIEW, [], 'address')).toBe('?q=1%20%2B%201&v=1')
})

test('words come out in NFC, without control characters, whatever is in the link or the view', () => {
  expect(viewOf(`?q=${encodeURIComponent('Đà Nẵng\u0000'.normalize('NFD'))}`).search).toBe('Đà Nẵng')
  expect(toSearch({ ...EMPTY_VIEW, search: 'a\uD800b\uFEFF' }, EMPTY_VIEW, [], 'address')).toBe('?q=ab&v=1')
})

test('names that reach a prototype are refused wherever a key is free', () => {
  const opened = open('?f.__proto__=a&f.constructor=b&f.prototype=c&__proto__=d&constructor=e&prototype=f&ok=g')
  expect(opened.view).toEqual(EMPTY_VIEW)
  expect(Object.getPrototypeOf(opened.view.filters)).toBe(Object.prototype)
  expect(opened.rest).toEqual([['ok', 'g']])
  expect(opened.notices.map((notice) => notice.reason)).toEqual(Array(6).fill('forbidden'))
  expect(({} as Record<string, unknown>).a).toBeUndefined()
})

describe('limits', () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => String(at))

  test('at most 200 values are read, over all lists', () => {
    const { view, notices } = open(`?i=${numbers(150).join('.')}&p=${numbers(150).join('.')}`)
    expect(view.indicators).toHaveLength(150)
    expect(view.territories).toHaveLength(MAX_VALUES - 150)
    expect(notices).toEqual([{ param: 'p', value: expect.stringMatching(/^50\.51\./), reason: 'too-many' }])
  })

  test('at most 200 pairs are read', () => {
    const { rest, notices } = open(`?${numbers(1000).join('&')}&tab=rows`)
    expect(rest).toHaveLength(MAX_VALUES)
    expect(notices).toEqual([{ param: '200', value: '', reason: 'too-many' }])
  })

  test('a link of more than 8 KB is read up to its last whole pair', () => {
    const { view, rest, notices } = open(`?tab=rows&x=1&q=${'a'.repeat(MAX_LENGTH)}&dg=63`)
    expect(view).toEqual({ ...EMPTY_VIEW, tab: 'rows' })
    expect(rest).toEqual([['x', '1']])
    expect(notices).toEqual([{ param: '', value: '', reason: 'too-long' }])
    expect(open('a'.repeat(MAX_LENGTH * 2)).rest).toEqual([])
  })
})

describe('the version', () => {
  test('missing is 1; a newer one is read and said', () => {
    expect(open('?dg=63')).toEqual(open('?dg=63&v=1'))
    expect(open('?dg=63&v=7')).toEqual({
      view: { ...EMPTY_VIEW, units: '63' },
      rest: [],
      notices: [{ param: 'v', value: '7', reason: 'newer-version' }],
    })
  })

  test.each(['1.', '1)', '1,', '1”', '1…'])('punctuation of the sentence around the link sticks to it: v=%s', (version) => {
    expect(open(`?dg=63&v=${version}`)).toEqual(open('?dg=63&v=1'))
  })
})

test('the defaults are those of the dataset that the link names', () => {
  const asked: string[] = []
  const defaults = (dataset: string): View => {
    asked.push(dataset)
    return { ...EMPTY_VIEW, dataset: dataset || 'first', units: dataset === 'b' ? '63' : '34' }
  }
  expect(fromSearch('?d=b', defaults).view).toMatchObject({ dataset: 'b', units: '63' })
  expect(fromSearch('?tab=rows', defaults).view).toMatchObject({ dataset: 'first', units: '34' })
  expect(asked).toEqual(['b', ''])
})
