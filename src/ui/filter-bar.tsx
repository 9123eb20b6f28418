import { SlidersHorizontal } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { listedReporters, reportedAs } from '../model/rules/listed-reporters.ts'
import { readTerritoryKey, type TerritoryKey, territoryKey } from '../model/territory.ts'
import { readTerritoryCode, writeTerritoryCode } from '../model/territory-code.ts'
import { readTime, writeTime } from '../model/time-choice.ts'
import styles from './filter-bar.module.css'
import { FilterChips } from './filter-chips.tsx'
import { indicatorGroups, shownIndicators } from './indicator-choices.ts'
import { OptionsPopover } from './options-popover.tsx'
import { PlainChoice } from './plain-choice.tsx'
import type { Room } from './room.ts'
import { SearchChoice } from './search-choice.tsx'
import { timeLabel } from './time-label.ts'
import { useCoverages } from './use-coverages.ts'

interface FilterBarProps {
  readonly room: Room
  /** The dataset picker, which on a phone stands among the filters. */
  readonly datasetPicker: ReactNode
  onReset(): void
}

/** Three controls in sight – indicator, period, places – and the rest behind one button; below them what is on. */
export function FilterBar({ room, datasetPicker, onReset }: FilterBarProps) {
  const { words, dataset, view, setView, language } = room
  const { chrome } = words
  const [open, setOpen] = useState(false)
  const coverages = useCoverages(room.workspace, dataset, view)
  const places = listedReporters(dataset, view.units).map((key) => ({
    value: codeFor(key, room),
    label: dataset.territories.get(key)?.name[language] ?? key,
    find: otherNames(key, room),
  }))
  const chosenPlaces = view.territories.map((code) => placeName(code, room))
  const shownPlaces =
    chosenPlaces.length === 0
      ? chrome.allPlaces(places.length)
      : chosenPlaces.length <= 2
        ? chosenPlaces.join(', ')
        : chrome.somePlaces(chosenPlaces.length)
  const periods = periodChoices(room)
  const periodLabel = periods.find((choice) => choice.value === writeTime(view.time))?.label ?? ''
  return (
    <section className={styles.bar} aria-label={chrome.controls}>
      <button type="button" className={styles.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
        <SlidersHorizontal size={16} aria-hidden="true" />
        <span>{[shownIndicators(room), periodLabel, shownPlaces].join(' · ')}</span>
      </button>
      <div className={styles.controls} data-open={open}>
        <div className={styles.dataset}>{datasetPicker}</div>
        <SearchChoice
          label={chrome.indicator}
          shown={shownIndicators(room)}
          searchLabel={chrome.searchIndicator}
          emptyText={chrome.noIndicator}
          groups={indicatorGroups(room, coverages)}
          chosen={view.indicators.length === 0 ? ['all'] : view.indicators}
          multiple={false}
          onChoose={([value]) =>
            setView({ indicators: value === undefined || value === 'all' ? [] : [value], filters: {}, charts: [], sort: null })
          }
        />
        <PlainChoice
          label={chrome.period}
          choices={periods}
          chosen={writeTime(view.time)}
          onChoose={(value) => setView({ time: readTime(value) ?? { kind: 'report' } })}
        />
        <SearchChoice
          label={chrome.places}
          shown={shownPlaces}
          searchLabel={chrome.searchPlace}
          emptyText={chrome.noPlace}
          groups={[{ value: '', items: [...places].sort((a, b) => new Intl.Collator('vi').compare(a.label, b.label)) }]}
          chosen={view.territories}
          multiple
          onChoose={(territories) => setView({ territories })}
        />
        <OptionsPopover room={room} />
      </div>
      <FilterChips room={room} onReset={onReset} />
    </section>
  )
}

function periodChoices(room: Room) {
  const { dataset, words, view } = room
  const years = [...dataset.years].reverse().map((year) => ({ value: String(year), label: words.chrome.year(year) }))
  const listed = [{ value: 'report', label: words.chrome.latest }, ...years]
  const current = writeTime(view.time)
  return listed.some((choice) => choice.value === current) ? listed : [...listed, { value: current, label: timeLabel(room) }]
}

/** Other spellings, and the names of the units that it became part of or was made of: old names find new units. */
function otherNames(key: TerritoryKey, { dataset: { territories } }: Room): string {
  const territory = territories.get(key)
  const related = territory ? reportedAs(territory, territories).flatMap((ref) => territories.get(territoryKey(ref)) ?? []) : []
  return related.flatMap(({ name, aliases }) => [name.vi, name.en, ...aliases]).join(' ')
}

/** Also of a place that is expected to report nothing: a link may name it. */
function placeName(code: string, { view, dataset, language }: Room): string {
  const ref = readTerritoryCode(code, view.units)
  return (ref && dataset.territories.get(territoryKey(ref))?.name[language]) ?? code
}

/** The code by which the view's list names a territory; the key itself where the list does not have it. */
function codeFor(key: string, { view }: Room): string {
  const ref = readTerritoryKey(key)
  return (ref && writeTerritoryCode(ref, view.units)) ?? key
}
