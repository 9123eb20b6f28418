import type { PlaceState } from '../../charts/parts/patchwork-model.ts'
import type { Words } from '../../locale/words.ts'
import type { State } from '../../model/figure.ts'
import type { Coverage } from '../../model/rules/coverage.ts'
import type { Room } from '../answer/room.ts'
import { CoveragePlaces } from './coverage-places.tsx'
import styles from './coverage-strip.module.css'

interface CoverageStripProps {
  readonly coverage: Coverage
  readonly states: readonly PlaceState[]
  readonly words: Words
  /** Where the names of the places can be asked for; left out in an example. */
  readonly room?: Room
}

const ORDER: readonly State[] = [
  'value',
  'zero',
  'part_of_time',
  'in_words',
  'only_parts',
  'other_time',
  'suppressed',
  'not_applicable',
  'refused',
  'not_normalised',
  'not_received',
  'not_mentioned',
]

/** How many of how many: one mark per expected place, and the counts in words. */
export function CoverageStrip({ coverage, states, words, room }: CoverageStripProps) {
  const sorted = [...states].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
  const { coverageParts } = words.headline
  const counts = (Object.keys(coverageParts) as (keyof typeof coverageParts)[])
    .filter((key) => coverage[key] > 0)
    .map((key) => `${coverage[key]} ${coverageParts[key]}`)
  const strip = (
    <>
      <span className={styles.dots} aria-hidden="true">
        {sorted.map(({ key, state, name }) => (
          <span key={key} className={styles.dot} data-fill={fillOf(state)} title={`${name}: ${words.figure.state[state]}`} />
        ))}
      </span>
      <span className={styles.text}>
        {words.headline.coverage(coverage.numbers, coverage.of, coverage.partOfTime, coverage.notDivided)}
        <span className={styles.counts}> ({counts.join(', ')})</span>
      </span>
    </>
  )
  return (
    <div className={styles.strip}>
      {room ? (
        <CoveragePlaces room={room} places={sorted}>
          {strip}
        </CoveragePlaces>
      ) : (
        strip
      )}
    </div>
  )
}

function fillOf(state: State): 'full' | 'core' | 'half' | 'none' {
  if (state === 'value' || state === 'zero') return 'full'
  if (state === 'part_of_time') return 'core'
  return state === 'in_words' || state === 'only_parts' ? 'half' : 'none'
}
