import fc from 'fast-check'
import type { TimeChoice, View, WindowEdge } from '../../src/model/view.ts'

export const code = fc.oneof(
  fc.constantFrom('0', 'false', 'null', '36', 'o36', 'crude_weapon', 'dom-tips', 'a--b'),
  fc.stringMatching(/^[a-z0-9]([a-z0-9_-]{0,10}[a-z0-9])?$/),
)

const codes = fc.uniqueArray(code, { maxLength: 8 })

const year = fc.integer({ min: 1900, max: 2099 })
const edge: fc.Arbitrary<WindowEdge> = fc
  .tuple(year, fc.constantFrom('', '-H1', '-H2', '-Q1', '-Q2', '-Q3', '-Q4', '-01', '-06', '-12'))
  .map(([y, part]) => `${y}${part}`)
const orderedEdges = fc.tuple(year, edge).map(([y, to]): [WindowEdge, WindowEdge] => {
  const from = Math.min(y, Number(to.slice(0, 4)) - 1)
  return [String(Math.max(1900, from)), from < 1900 ? '2099' : to]
})

const time: fc.Arbitrary<TimeChoice> = fc.oneof(
  fc.constantFrom<TimeChoice>({ kind: 'report' }, { kind: 'ytd' }, { kind: 'window', from: null, to: null }),
  edge.map((at): TimeChoice => ({ kind: 'window', from: at, to: at })),
  edge.map((from): TimeChoice => ({ kind: 'window', from, to: null })),
  edge.map((to): TimeChoice => ({ kind: 'window', from: null, to })),
  orderedEdges.map(([from, to]): TimeChoice => ({ kind: 'window', from, to })),
  fc.record({
    kind: fc.constant('last' as const),
    count: fc.integer({ min: 1, max: 999 }),
    grain: fc.constantFrom('m', 'q', 'y'),
  }),
)

const words = fc
  .oneof(
    fc.constantFrom('', '0', 'false', 'Đắk Lắk', 'tỷ + "đồng"', "(a) & b=c #d %25 ?e 'f'!*", '+', '%', '..'),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\uFEFF]/gu, '').normalize('NFC'))

const hex8 = fc.stringMatching(/^[0-9a-f]{8}$/)

/** A generator for every field: a field that is added to the View does not compile without one. */
export const viewArbitraries: { readonly [K in keyof View]: fc.Arbitrary<View[K]> } = {
  dataset: fc.oneof(fc.constantFrom('local', 'public-reports'), code),
  localFile: fc.option(fc.tuple(fc.nat(), hex8).map(([size, hash]) => `${size}-${hash}`)),
  indicators: codes,
  time,
  grain: fc.constantFrom(null, 'month', 'quarter', 'half', 'year'),
  straddling: fc.constantFrom('out', 'share'),
  units: fc.constantFrom('34', '63', 'goc'),
  territories: codes,
  filters: fc.dictionary(
    code.filter((key) => key !== 'constructor' && key !== 'prototype'),
    fc.uniqueArray(code, { minLength: 1, maxLength: 5 }),
    { maxKeys: 5, noNullPrototype: true },
  ),
  normalisation: fc.constantFrom('abs', 'year', 'per100k', 'commune', 'index'),
  comparison: fc.constantFrom('none', 'prev', 'yoy', 'peers', 'target'),
  focus: fc.option(code),
  tab: fc.constantFrom('overview', 'compare', 'place', 'rows', 'quality'),
  charts: codes,
  sort: fc.option(fc.tuple(fc.constantFrom('', '-'), code).map(([sign, column]) => sign + column)),
  search: words,
  rowFilters: fc.dictionary(
    code.filter((column) => column !== 'constructor' && column !== 'prototype'),
    words.filter((text) => text.trim() !== ''),
    { maxKeys: 5, noNullPrototype: true },
  ),
  rowColumns: codes,
  fingerprint: fc.option(hex8),
  language: fc.constantFrom('vi', 'en'),
  theme: fc.constantFrom('auto', 'light', 'dark'),
}

export const anyView: fc.Arbitrary<View> = fc.record<View>(viewArbitraries)

/** Keys that are not the view's own: embed flags, those of a portal, those of a later version. */
export const anyRest: fc.Arbitrary<[string, string][]> = fc.array(
  fc.tuple(
    fc.oneof(
      fc.constantFrom('embed', 'show', 'utm_source', '', 'Embed', 'ff', 'khoá'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    fc.oneof(fc.constantFrom('', '0', 'false', 'a b', 'a+b', '1&2=3', "'x'"), fc.string({ unit: 'grapheme', maxLength: 20 })),
  ),
  { maxLength: 8 },
)
