import { useId } from 'react'
import { CHART_TYPES } from '../../charts/index.ts'
import type { Comparison, Normalisation } from '../../model/view.ts'
import type { Room } from '../answer/room.ts'
import styles from './options-popover.module.css'

const NORMALISATIONS: readonly Normalisation[] = ['abs', 'per100k', 'commune', 'year', 'index']
const COMPARISONS: readonly Comparison[] = ['none', 'yoy', 'prev', 'peers', 'target']

/** What numbers are divided by (rule 12), and what they are compared with (rule 13). */
export function CompareChoices({ room }: { readonly room: Room }) {
  const { view, setView, words, dataset } = room
  const { compare } = words
  const offered = COMPARISONS.filter(
    (kind) =>
      kind === view.comparison ||
      (kind === 'target' ? dataset.targets.length > 0 : kind === 'peers' ? dataset.groups.length > 0 : true),
  )
  // An index is of numbers over time.
  const hasTimes = CHART_TYPES.some((chart) => chart.series && chart.accepts(view, dataset))
  const divisions = NORMALISATIONS.filter((by) => by !== 'index' || by === view.normalisation || hasTimes)
  return (
    <>
      <Choice
        legend={compare.normalisation}
        labels={compare.normalisations}
        offered={divisions}
        chosen={view.normalisation}
        onChoose={(normalisation) => setView({ normalisation })}
      />
      <Choice
        legend={compare.comparison}
        labels={compare.comparisons}
        offered={offered}
        chosen={view.comparison}
        onChoose={(comparison) => setView({ comparison })}
      />
    </>
  )
}

interface ChoiceProps<T extends string> {
  readonly legend: string
  readonly labels: Readonly<Record<T, string>>
  readonly offered: readonly T[]
  readonly chosen: T
  onChoose(value: T): void
}

function Choice<T extends string>({ legend, labels, offered, chosen, onChoose }: ChoiceProps<T>) {
  const name = useId()
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      {offered.map((value) => (
        <label key={value}>
          <input type="radio" name={name} checked={chosen === value} onChange={() => onChoose(value)} />
          {labels[value]}
        </label>
      ))}
    </fieldset>
  )
}
