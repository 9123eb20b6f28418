import { expect, test } from 'vitest'
import { printFigure } from '../../../src/locale/print-figure.ts'
import { wordsOf } from '../../../src/locale/words.ts'
import type { ExpectedReport } from '../../../src/model/expected-report.ts'
import { fromLowerUnits } from '../../../src/model/rules/lower-units.ts'
import { figureOf, smallDataset } from '../../support/small-dataset.ts'

const COMMUNES = ['Công an xã Bắc', 'Công an xã Nam', 'Công an xã Đông']

const expected: ExpectedReport = {
  ...{ territorySet: '63', indicator: 'tips', grain: 'year', from: '2020-01-01', to: '2030-12-31', dueDays: 10 },
  lower: { territory: { set: '63', code: '36' }, level: 'xa', names: COMMUNES },
}
const indicators = new Map(smallDataset.indicators.map((one) => [one.code, one]))

const ofCommune = (name: string, en: string) =>
  figureOf('tips', '36', {
    ...{
      unitLevel: 'xa',
      scope: `xa|${name}|`,
      scopeVi: name,
      scopeEn: en,
      state: 'only_parts',
      terms: [COMMUNES.indexOf(name)],
    },
    comparisonKey: `tips|total|tip|2024-01-01/2024-12-31/stated|63:36|xa|${name}|`,
  })

const scopes = (...names: readonly string[]) =>
  fromLowerUnits(
    names.map((name) => ofCommune(name, `${name} (en)`)),
    { expected: [expected], indicators },
  ).map((one) => [
    printFigure(one, smallDataset, wordsOf('vi').figure, 'vi').scope,
    printFigure(one, smallDataset, wordsOf('en').figure, 'en').scope,
  ])

test('one unit of several is named, several are counted, all of them are the province', () => {
  const [first = '', second = '', third = ''] = COMMUNES
  expect(scopes(first)).toEqual([['1/3 xã, phường, đặc khu: Công an xã Bắc', '1 of 3 communes and wards: Công an xã Bắc (en)']])
  expect(scopes(first, second)).toEqual([['2/3 xã, phường, đặc khu', '2 of 3 communes and wards']])
  expect(scopes(first, second, third)).toEqual([['', '']])
})
