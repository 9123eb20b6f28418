import type { View } from '../../../src/model/view.ts'
import { type HandMade, HUNDREDS, NOT_OVER, OVER, told, within } from './hand-made-case.ts'
import type { Draft } from './world-package.ts'

type Told = readonly [value: number | null, more?: Partial<Draft>]

/** A flow of 2024 and of 2023 from one place; a time that is not told has no row. */
function twice(by: string, now: Told | null, base: Told | null, what = 'flow'): Draft[] {
  const row = (year: string, said: Told | null) => (said ? [told(by, what, year, ...said)] : [])
  return [...row('2024', now), ...row('2023', base)]
}

/** The number of each place of the answer stands elsewhere; here is what they are together. */
function alike(name: string, rows: readonly Draft[], lines: readonly string[], asked: Partial<View> = {}): HandMade {
  return { name, rows, asked: { comparison: 'yoy', time: within('2024'), ...asked }, alike: lines }
}

const DOUBT = { needsVerification: true } as const

export const HAND_MADE_ALIKE: readonly HandMade[] = [
  alike(
    'those with both numbers are compared, those with one are named',
    [...twice('63:35', [30], [10]), ...twice('63:36', [10], [10]), ...twice('63:37', [7], null), ...twice('63:84', null, [900])],
    ['flow 40 from 20 (+100%): 63:35 63:36, only now 63:37, only then 63:84'],
  ),
  alike(
    'words, a doubt, a part and some of the days are no number of it',
    [
      ...[...twice('63:35', [30], [10]), ...twice('63:36', [null, HUNDREDS], [10]), ...twice('63:37', [8], [9, DOUBT])],
      ...twice('63:84', [6, { scopeVi: 'chỉ thành phố Trà Vinh' }], [6]),
      ...[told('63:46', 'flow', '2024-H1', 5), told('63:46', 'flow', '2023', 9)],
    ],
    ['flow 30 from 10 (+200%): 63:35, only now 63:37, only then 63:36 63:46 63:84'],
  ),
  alike(
    'of a merged unit the old ones with both numbers are compared in its stead',
    [
      ...[...twice('63:35', [20], [10]), ...twice('63:36', [1000], null), ...twice('63:37', [20], [10])],
      ...twice('63:46', [5], [5]),
    ],
    ['flow 45 from 25 (+80%): 34:37 by 35+37 34:46, only now 34:37'],
    { units: '34' },
  ),
  alike(
    'a new unit that reports itself is compared with all of its old ones together',
    [...twice('34:37', [60], null), ...['35', '36', '37'].flatMap((code) => twice(`63:${code}`, null, [10]))],
    ['flow 60 from 30 (+100%): 34:37'],
    { units: '34' },
  ),
  alike(
    'stocks of days that do not answer to each other are left out',
    [
      ...[told('63:35', 'stock', '?/2024-12-31', 15), told('63:35', 'stock', '?/2023-12-31', 10)],
      ...[told('63:36', 'stock', '?/2024-06-30', 900), told('63:36', 'stock', '?/2023-12-31', 100)],
    ],
    ['stock 15 from 10 (+50%): 63:35, other date 63:36'],
  ),
  alike(
    'a lower bound now leaves a change of at least so much',
    [...twice('63:35', [20, OVER], [10]), ...twice('63:36', [20], [10])],
    ['flow 40 from 20 (+100%): 63:35 63:36'],
  ),
  alike(
    'lower bounds of both times are left out, where others have none',
    [...twice('63:35', [20, OVER], [10]), ...twice('63:36', [50], [10, OVER]), ...twice('63:37', [12], [10])],
    ['flow 12 from 10 (+20%): 63:37, bounded 63:35 63:36'],
  ),
  alike(
    'low and high are not added, and are left out',
    [...twice('63:35', [20, OVER], [10]), ...twice('63:36', [50, NOT_OVER], [10]), ...twice('63:37', [12], [10])],
    ['flow 12 from 10 (+20%): 63:37, bounded 63:35 63:36'],
  ),
  alike('with nobody but these there is no change at all', [...twice('63:35', [20, OVER], [10, OVER])], []),
  alike(
    'of a zero base there are two numbers and no percentage',
    [...twice('63:35', [20], [0]), ...twice('63:36', [5], [0])],
    ['flow 25 from 0: 63:35 63:36'],
  ),
  alike(
    'the share of all is that of their counts, and is told in points',
    [
      ...[...twice('63:35', [1], [1], 'won'), ...twice('63:35', [10], [10], 'tried')],
      ...[...twice('63:36', [80], [40], 'won'), ...twice('63:36', [90], [90], 'tried')],
    ],
    ['rate 81 from 41: 63:35 63:36'],
    { indicators: ['rate'] },
  ),
  alike('printed shares have none together', [...twice('63:35', [20], [10], 'rate'), ...twice('63:36', [30], [30], 'rate')], [], {
    indicators: ['rate'],
  }),
  alike(
    'kinds are compared one by one, and parts that are added together',
    [
      ...[...twice('63:35', [20], [10], 'flow kind=x'), ...twice('63:35', [3], [1], 'flow kind=y')],
      ...[...twice('63:36', [5], [5], 'flow add=x'), ...twice('63:36', [5], [3], 'flow add=y')],
    ],
    ['flow 10 from 8 (+25%): 63:36', 'flow 20 from 10 (+100%): 63:35', 'flow 3 from 1 (+200%): 63:35'],
  ),
  alike(
    'in other units of measure it is another thing',
    [...twice('63:35', [20], [10]), ...twice('63:36', [7, { unit: 'gram' }], [7])],
    ['flow 20 from 10 (+100%): 63:35, only then 63:36'],
  ),
]
