import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Figure } from '../../../src/model/figure.ts'
import { onList } from '../../../src/model/rules/administrative-units.ts'
import { bothLists, context, IN_WORDS, SCOPED, told, toldAllYear, toldIn, YEAR_2025 } from '../../support/units.ts'
import { type Report, reference } from '../../support/units-reference.ts'

const territories = bothLists()
/** Few enough that reports meet: all of 37, 15, 24 and 46, of both lists, and strays. */
const PLACES = [
  '63:35',
  '63:36',
  '63:37',
  '34:37',
  '63:10',
  '63:15',
  '34:15',
  '63:24',
  '63:27',
  '34:24',
  '63:46',
  '34:46',
  '63:84',
]
const SPANS = [[0], [1], [0, 1], [2], [2, 3], [3], [0, 1, 2, 3]]
const QUARTERS = ['2025-01-01/2025-03-31', '2025-04-01/2025-06-30', '2025-07-01/2025-09-30', '2025-10-01/2025-12-31']

const report: fc.Arbitrary<Report> = fc
  .record({
    place: fc.constantFrom(...PLACES),
    what: fc.constantFrom('tips' as const, 'tips' as const, 'models' as const, 'online_share' as const),
    quarters: fc.constantFrom(...SPANS),
    number: fc.nat(4),
    said: fc.constantFrom(...(['exact', 'exact', 'exact', 'over', 'not_over', 'about', 'words'] as const)),
    doubtful: fc.nat(9).map((n) => n === 0),
    part: fc.nat(7).map((n) => n === 0),
  })
  .map(({ place, ...rest }) => ({ ...rest, set: place.slice(0, 2) as Report['set'], code: place.slice(3) }))
const reports = fc.uniqueArray(report, {
  selector: ({ set, code, what, part }) => `${set} ${code} ${what} ${part}`,
  maxLength: 24,
})

/** The figure that the engine makes of a report. */
function figureOf({ set, code, what, quarters, number, said, doubtful, part }: Report, row: number, inWindow: boolean): Figure {
  const [first = '', last = first] = [QUARTERS[quarters[0] ?? 0], QUARTERS[quarters.at(-1) ?? 0]]
  const [start, end] = [first.slice(0, 10), last.slice(11)]
  const partial: Partial<Figure> = {
    indicator: what,
    terms: [row],
    value: number,
    state: number === 0 && said !== 'over' && said !== 'about' ? 'zero' : 'value',
    low: said === 'over',
    high: said === 'not_over',
    approx: said === 'about',
    needsVerification: doubtful,
    period: { start: what === 'models' ? null : start, end, basis: 'stated', duration: '' },
    ...(said === 'words' ? IN_WORDS : {}),
    ...(part ? SCOPED : {}),
  }
  const by = `${set}:${code}`
  if (what === 'models') return told(by, partial, inWindow ? 'W:2025-01-01/2025-12-31' : `@${end}`)
  if (what === 'online_share' || !inWindow) return told(by, partial, `${start}/${end}/stated`)
  if (quarters.length === 4) return toldAllYear(by, partial)
  return toldIn(by, `P:${quarters.map((quarter) => QUARTERS[quarter]).join('+')}`, partial)
}

function lineOf(one: Figure): string {
  const mark = `${one.low ? '≥' : ''}${one.high ? '≤' : ''}${one.approx ? '~' : ''}`
  const { merged } = one
  const from = merged
    ? ` from ${merged.from.map(({ code }) => code).join('+')}/${merged.of}${merged.joined ? ' and itself' : ''}`
    : ''
  const number = one.value === null ? 'words' : `${mark}${one.value}`
  return `${one.territory.code} ${one.indicator} ${number}${from} ${one.state}${one.needsVerification ? ' ?' : ''}`
}

describe.each(['34', '63'] as const)('on the %s, random reports', (units) => {
  test.each([
    ['of a window', true],
    ['of the latest time of each', false],
  ])('%s stand as the reference says', (_name, inWindow) => {
    fc.assert(
      fc.property(reports, (all) => {
        const figures = all.map((one, row) => figureOf(one, row, inWindow))
        const found = onList(figures, context(units, inWindow ? YEAR_2025 : null))
        const expected = reference(all, units, territories, inWindow)
        expect(found.figures.map(lineOf).sort()).toEqual(expected.lines)
        expect(found.refused.map(({ unit }) => unit.code).sort()).toEqual(expected.refused)
      }),
      { numRuns: 3000 },
    )
  })
})

test('nothing is lost and nothing counted twice where all old units report', () => {
  const [olds, news] = ['63', '34'].map((set) => [...territories.values()].filter((one) => one.set === set))
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { minLength: 63, maxLength: 63 }), (numbers) => {
      const figures = (olds ?? []).map(({ code }, at) => told(`63:${code}`, { value: numbers[at] ?? 0, terms: [at] }))
      const on34 = onList(figures, context('34')).figures
      expect(on34.map(({ territory, scope }) => [territory.code, scope])).toEqual((news ?? []).map(({ code }) => [code, '']))
      const sum = (all: readonly (number | null)[]) => all.reduce<number>((whole, one) => whole + (one ?? 0), 0)
      expect(sum(on34.map(({ value }) => value))).toBe(sum(numbers))
      expect(on34.flatMap(({ terms }) => terms).sort((a, b) => a - b)).toEqual(numbers.map((_, at) => at))
    }),
  )
})
