import { describe, expect, test } from 'vitest'
import type { Figure } from '../../../src/model/figure.ts'
import { stepShare } from '../../../src/model/rules/step-share.ts'
import { stock } from '../../support/model-states.ts'

const of = (figures: readonly Figure[], aggregation: 'last' | 'sum' = 'last') => ({ figures, aggregation })
const share = (now: readonly Figure[], before: readonly Figure[]) => stepShare(of(now), of(before))

describe('a share of the step before', () => {
  test('is over the places that have both numbers for one time, whatever the others have', () => {
    const inMay = { period: { start: null, end: '2024-05-31', basis: 'stated', duration: '' } } as const
    const now = [stock('built', '01', 30), stock('built', '19', 50), stock('built', '26', 7, inMay), stock('built', '35', 999)]
    const before = [stock('models', '19', 60), stock('models', '01', 40), stock('models', '26', 8), stock('models', '36', 999)]
    const told = share(now, before)
    expect([told.refused, told.places, told.share?.value, told.share?.unit]).toEqual([null, ['63:01', '63:19'], 80, 'percent'])
    expect(told.share?.computed?.how).toBe('step_share')
    expect(told.share?.computed?.of.map(({ value, terms }) => [value, terms])).toEqual([
      [80, [1, 19]],
      [100, [1, 19]],
    ])
  })

  test('leaves out a merged unit of which one old unit counted its steps on other days', () => {
    const merged = { from: [], of: 2 }
    const older = { merged: { ...merged, oldest: '2024-11-14' } }
    const now = [stock('built', '52', 7, older), stock('built', '51', 6, older), stock('built', '01', 30)]
    const before = [stock('models', '52', 8, { merged }), stock('models', '51', 8, older), stock('models', '01', 40)]
    const told = share(now, before)
    expect([told.places, told.share?.value]).toEqual([['63:51', '63:01'], 75])
    expect(share(before.slice(0, 1), now.slice(0, 1)).refused).toBe('other_time')
  })

  test('of one place is of its two numbers', () => {
    const told = share([stock('built', '01', 30)], [stock('models', '01', 40)])
    expect([told.share?.value, told.share?.computed?.of.map(({ indicator }) => indicator)]).toEqual([75, ['built', 'models']])
  })

  test('is bounded where a number is: a divisor swaps its sides', () => {
    const low = { low: true }
    expect(share([stock('built', '01', 30, low)], [stock('models', '01', 40)]).share).toMatchObject({ low: true, high: false })
    expect(share([stock('built', '01', 30)], [stock('models', '01', 40, low)]).share).toMatchObject({ low: false, high: true })
  })

  test('leaves out the places that are bounded where both steps are so on one side', () => {
    const low = { low: true }
    const now = [stock('built', '01', 30, low), stock('built', '19', 50)]
    const before = [stock('models', '01', 40, low), stock('models', '19', 100)]
    const told = share(now, before)
    expect([told.places, told.share?.value, told.share?.low]).toEqual([['63:19'], 50, false])
  })

  test('says provisional where one of the two is', () => {
    const told = share([stock('built', '01', 30)], [stock('models', '01', 40, { provisional: true })])
    expect(told.share?.provisional).toBe(true)
  })
})

describe('there is none', () => {
  const built = [stock('built', '01', 30)]
  const registered = [stock('models', '01', 40)]
  const inMay = stock('models', '01', 40, { period: { start: null, end: '2024-05-31', basis: 'stated', duration: '' } })
  const lows = [stock('built', '01', 3, { low: true }), stock('models', '01', 4, { low: true })] as const
  const field = { comparisonKey: 'models|field=security|model|W:2024-01-01/2024-12-31' }
  test.each([
    ['flow', stepShare(of(built, 'sum'), of(registered))],
    ['flow', stepShare(of(built), of(registered, 'sum'))],
    ['unit', share([stock('recognised', '01', 5)], registered)],
    ['unlike', share(built, [stock('models', '01', 40, field)])],
    ['no_common', share(built, [stock('models', '19', 40)])],
    ['no_common', share(built, [])],
    ['other_time', share(built, [inMay])],
    ['bounded', share([lows[0]], [lows[1]])],
    ['zero_base', share(built, [stock('models', '01', 0)])],
  ])('%s', (refused, told) => {
    expect(told).toEqual({ share: null, refused, places: [] })
  })
})
