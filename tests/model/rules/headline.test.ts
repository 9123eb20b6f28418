import { expect, test } from 'vitest'
import type { Figure } from '../../../src/model/figure.ts'
import type { Indicator } from '../../../src/model/indicator.ts'
import { headlineFigures, headlineIndicators } from '../../../src/model/rules/headline.ts'
import { figure } from '../../support/figure.ts'
import { book } from '../../support/observation.ts'

const template = book().indicators.get('models') as Indicator
const indicators: readonly Indicator[] = [
  { ...template, code: 'built', domain: 'models', headlineOrder: 3 },
  { ...template, code: 'maintained', domain: 'models', headlineOrder: 1 },
  { ...template, code: 'new', domain: 'models', headlineOrder: null },
  { ...template, code: 'registered', domain: 'models', headlineOrder: 2 },
  { ...template, code: 'donations', domain: 'charity', headlineOrder: 1 },
]
const headline = (figures: readonly Figure[]) =>
  headlineFigures(figures, indicators, 'models').map(({ indicator, value }) => [indicator, value])

test('the package orders what may stand for a domain', () => {
  expect(headlineIndicators(indicators, 'models').map((indicator) => indicator.code)).toEqual([
    'maintained',
    'registered',
    'built',
  ])
  expect(headlineIndicators(indicators, 'tips')).toEqual([])
})

test('a territory stands with its first available one', () => {
  const built = figure({ indicator: 'built', value: 52 })
  expect(headline([figure({ indicator: 'new', value: 39 }), built])).toEqual([['built', 52]])
  expect(headline([built, figure({ indicator: 'registered', value: 150 })])).toEqual([['registered', 150]])
  expect(headline([figure({ indicator: 'new' }), figure({ indicator: 'donations' })])).toEqual([])
})

test('a figure of the whole province goes before one of a part, whatever the order', () => {
  const part = figure({ indicator: 'maintained', scope: 'xa|Công an xã|', state: 'only_parts', value: 3 })
  expect(headline([part, figure({ indicator: 'built', value: 52 })])).toEqual([['built', 52]])
  expect(headline([part, figure({ indicator: 'maintained', value: 132 })])).toEqual([['maintained', 132]])
  expect(headline([part])).toEqual([['maintained', 3]])
})

test('kinds that do not add stand side by side; a part of what stands does not', () => {
  const kinds = ['valuable', 'security_related'].map((value) =>
    figure({ indicator: 'built', basis: 'part', breakdownKey: 'tip_kind', breakdownValues: [value] }),
  )
  expect(headline(kinds)).toHaveLength(2)
  expect(
    headline([
      figure({ indicator: 'maintained', basis: 'part', stands: false }),
      figure({ indicator: 'registered', value: 150 }),
    ]),
  ).toEqual([['registered', 150]])
})

test('words may stand for a domain', () => {
  expect(headline([figure({ indicator: 'maintained', value: null, state: 'in_words' })])).toEqual([['maintained', null]])
})
