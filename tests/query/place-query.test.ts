import { beforeAll, describe, expect, test } from 'vitest'
import type { Dataset } from '../../src/model/dataset.ts'
import type { TerritoryKey } from '../../src/model/territory.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { askAll } from '../../src/query/ask-view.ts'
import { peersOf, placeOf, placeStatements, placeView } from '../../src/query/place-query.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import { viewQuery, viewSql } from '../../src/query/view-query.ts'
import { openPublicReports, type PublicReports } from '../support/public-reports.ts'

let reports: PublicReports
let dataset: Dataset
beforeAll(async () => {
  reports = await openPublicReports()
  dataset = reports.dataset
})

const viewOn = (units: View['units'], more: Partial<View> = {}): View => ({
  ...EMPTY_VIEW,
  dataset: 'public-reports',
  units,
  ...more,
})
const home = (units: View['units'], key: TerritoryKey) => placeOf(viewOn(units), dataset, key)

describe('a home of either list', () => {
  test('is the unit that it is on the list of the view', () => {
    expect(home('63', '63:84')).toEqual({ set: '63', code: '84' })
    expect(home('34', '63:84')).toEqual({ set: '34', code: '86' })
    expect(home('34', '34:86')).toEqual({ set: '34', code: '86' })
  })

  test('of the 34 is the one old unit of it that reports', () => {
    expect(home('63', '34:86')).toEqual({ set: '63', code: '84' })
    expect(home('goc', '34:86')).toEqual({ set: '63', code: '84' })
  })

  test('that is several units, or of which nothing reports, is none', () => {
    // Hà Nam and Nam Định are both in today's Ninh Bình.
    expect(home('63', '34:37')).toBeNull()
    expect(home('63', '63:01')).toBeNull()
  })
})

test('places that a view chooses go before the home', () => {
  const chosen = viewOn('63', { territories: ['36'] })
  expect(placeOf(chosen, dataset, '63:84')).toEqual({ set: '63', code: '36' })
  expect(placeOf({ ...chosen, focus: '26' }, dataset, '63:84')).toEqual({ set: '63', code: '26' })
})

test('a group chosen in the place of a province gives its first member', () => {
  const [group] = dataset.groups
  const chosen = placeOf(viewOn('63', { territories: [group?.id ?? ''] }), dataset, null)
  expect(group?.members).toContain(`63:${chosen?.code}`)
})

test('peers are those of the place’s own list', () => {
  const peers = peersOf({ set: '63', code: '84' }, viewOn('63'), dataset)
  expect(peers?.members.length).toBeGreaterThan(2)
  expect(peers?.members.every(({ set }) => set === '63')).toBe(true)
  expect(peersOf({ set: '34', code: '86' }, viewOn('34'), dataset)).toBeNull()
})

test('the answer is that of the view but for other times of the peers', async () => {
  const place = { set: '63', code: '84' } as const
  const asked = placeView(viewOn('63', { time: { kind: 'window', from: '2024', to: '2024' } }), dataset, place)
  const answerTo = async (statements: readonly string[]) =>
    readAnswer(await askAll(statements, (sql) => reports.workspace.ask('public-reports', sql)), dataset, asked)
  const [whole, narrow] = [
    await answerTo([viewSql(viewQuery(asked, dataset))]),
    await answerTo(placeStatements(asked, dataset, place)),
  ]
  expect(narrow.figures).toEqual(whole.figures)
  expect(narrow.figures.length).toBeGreaterThan(10)
  expect(narrow.otherTime).toEqual(whole.otherTime.filter(({ territory }) => territory.code === '84'))
  expect(narrow.otherTime.length).toBeGreaterThan(0)
})
