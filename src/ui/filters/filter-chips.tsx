import { X } from 'lucide-react'
import { labelOf } from '../../locale/print-figure.ts'
import { readTerritoryCode } from '../../model/territory-code.ts'
import { writeTime } from '../../model/time-choice.ts'
import { hasEdges } from '../../query/view-query.ts'
import { defaultViewOf } from '../../state/resolve-view.ts'
import type { Room } from '../answer/room.ts'
import { timeLabel } from '../answer/time-label.ts'
import { focusFinding } from '../page/focus-finding.ts'
import styles from './filter-chips.module.css'
import { placeName } from './place-choices.ts'
import { countedBy } from './units-choice.tsx'

/** What is on, each with its way off. */
export function FilterChips({ room, onReset }: { readonly room: Room; onReset(): void }) {
  const { view, dataset, setView, words, language } = room
  const { chrome } = words
  const usual = defaultViewOf(dataset)
  // The other screens have no pictures, and that of one place is about the place in focus.
  const isPictures = view.tab === 'overview' || view.tab === 'compare'
  const focus = isPictures && view.focus !== null && readTerritoryCode(view.focus, view.units) ? view.focus : null
  const chips = [
    ...(writeTime(view.time) === writeTime(usual.time)
      ? []
      : [{ id: 'time', label: `${chrome.period}: ${timeLabel(room)}`, off: () => setView({ time: usual.time }) }]),
    ...(view.units === usual.units
      ? []
      : [
          {
            id: 'dg',
            label: words.units.chip(words.units.lists[view.units]),
            off: () => setView(countedBy(usual.units, room)),
          },
        ]),
    ...(view.normalisation === usual.normalisation
      ? []
      : [
          {
            id: 'n',
            label: words.compare.normalisations[view.normalisation],
            off: () => setView({ normalisation: usual.normalisation }),
          },
        ]),
    ...(view.comparison === usual.comparison
      ? []
      : [{ id: 'cmp', label: words.compare.comparisons[view.comparison], off: () => setView({ comparison: usual.comparison }) }]),
    ...(view.straddling === 'share' && hasEdges(view, dataset)
      ? [{ id: 'st', label: words.compare.shareOut, off: () => setView({ straddling: 'out' }) }]
      : []),
    ...view.territories.map((code) => {
      return {
        id: `p ${code}`,
        label: placeName(code, room),
        off: () => setView({ territories: view.territories.filter((item) => item !== code) }),
      }
    }),
    ...(focus === null
      ? []
      : [{ id: 'hl', label: `${words.chart.focus}: ${placeName(focus, room)}`, off: () => setView({ focus: null }) }]),
    ...Object.entries(view.filters).flatMap(([key, values]) =>
      values.map((value) => ({
        id: `${key} ${value}`,
        label: labelOf(dataset, key, value, language),
        off: () => setView({ filters: { ...view.filters, [key]: values.filter((item) => item !== value) } }),
      })),
    ),
  ]
  if (chips.length === 0) return null
  return (
    <ul className={styles.chips} aria-label={chrome.active}>
      {chips.map((chip) => (
        <li key={chip.id}>
          <button
            type="button"
            className={styles.chip}
            onClick={() => {
              chip.off()
              focusFinding()
            }}
            aria-label={chrome.remove(chip.label)}
          >
            {chip.label}
            <X size={14} aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={styles.reset} onClick={onReset}>
          {chrome.reset}
        </button>
      </li>
    </ul>
  )
}
