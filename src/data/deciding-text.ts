import type { Dataset } from '../model/dataset.ts'
import { territoryKey } from '../model/territory.ts'

/** What only some packages bring. */
export type Beside = Pick<Dataset, 'asOf' | 'denominators' | 'expected' | 'targets' | 'groups' | 'events'>

type Deciding = Pick<Dataset, 'codes' | 'indicators' | 'breakdowns' | 'sources' | 'reporters'> & Omit<Beside, 'events'>

/**
 * What besides the rows decides the numbers of a package; a better label leaves the fingerprint as it is. Of what only some
 * packages bring, a package that brings none says nothing: its links stay what they are.
 */
export function decidingText({ codes, indicators, breakdowns, sources, reporters, ...beside }: Deciding): string {
  return JSON.stringify([
    codes.map((one) => [one.key, one.value, one.unit]),
    indicators.map((one) => [
      one.code,
      one.domain,
      one.unit,
      one.aggregation,
      one.partOf,
      one.decimals,
      one.numerator,
      one.denominator,
    ]),
    breakdowns.map((one) => [one.indicator, one.key, one.rule]),
    sources.map((one) => [one.id, one.publishedDate, one.reportYear, one.calendarStart]),
    reporters,
    ...besideText(beside),
  ])
}

/** Named, so that rows of one table are never taken for those of another. */
function besideText({ asOf, denominators, expected, targets, groups }: Omit<Beside, 'events'>): [string, unknown][] {
  const brought: [string, unknown][] = [
    ['asOf', asOf === null ? [] : [asOf]],
    [
      'denominators',
      denominators.map((one) => [territoryKey(one.territory), one.measure, one.year, one.value, one.basis, one.verified]),
    ],
    ['expected', expected.map((one) => [one.territorySet, one.indicator, one.grain, one.from, one.to, one.dueDays])],
    ['targets', targets.map((one) => [territoryKey(one.territory), one.indicator, one.start, one.end, one.value, one.unit])],
    ['groups', groups.map(({ id, members }) => [id, members])],
  ]
  return brought.filter(([, rows]) => (rows as readonly unknown[]).length > 0)
}
