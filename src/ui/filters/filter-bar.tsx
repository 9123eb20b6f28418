import { SlidersHorizontal } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { listedReporters } from '../../model/rules/listed-reporters.ts'
import { readTime, writeTime } from '../../model/time-choice.ts'
import type { Room } from '../answer/room.ts'
import { timeLabel } from '../answer/time-label.ts'
import { useCoverages } from '../answer/use-coverages.ts'
import styles from './filter-bar.module.css'
import { FilterChips } from './filter-chips.tsx'
import { indicatorGroups, shownIndicators } from './indicator-choices.ts'
import { OptionsPopover } from './options-popover.tsx'
import { hasManyPeriods, periodChoices } from './period-choices.ts'
import { PeriodTimeline } from './period-timeline.tsx'
import { placeChoices, placeName } from './place-choices.ts'
import { PlainChoice } from './plain-choice.tsx'
import { SearchChoice } from './search-choice.tsx'
import { usePlaceValues } from './use-place-values.ts'

interface FilterBarProps {
  readonly room: Room
  /** The dataset picker, which on a phone stands among the filters. */
  readonly datasetPicker: ReactNode
  onReset(): void
}

/** Three controls in sight – indicator, period, places – and the rest behind one button; below them what is on. */
export function FilterBar({ room, datasetPicker, onReset }: FilterBarProps) {
  const { words, dataset, view, setView } = room
  const { chrome } = words
  const [open, setOpen] = useState(false)
  const [choosesIndicator, setChoosesIndicator] = useState(false)
  const [choosesPlace, setChoosesPlace] = useState(false)
  const values = usePlaceValues(room, choosesPlace)
  const coverages = useCoverages(room.workspace, dataset, view, choosesIndicator)
  const chosenPlaces = view.territories.map((code) => placeName(code, room))
  const shownPlaces =
    chosenPlaces.length === 0
      ? chrome.allPlaces(listedReporters(dataset, view.units).length)
      : chosenPlaces.length <= 2
        ? chosenPlaces.join(', ')
        : chrome.somePlaces(chosenPlaces.length)
  const periods = periodChoices(room)
  const choosePeriod = (value: string) => setView({ time: readTime(value) ?? { kind: 'report' } })
  const periodLabel = timeLabel(room)
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
          onOpenChange={setChoosesIndicator}
          chosen={view.indicators.length === 0 ? ['all'] : view.indicators}
          multiple={false}
          onChoose={([value]) =>
            setView({ indicators: value === undefined || value === 'all' ? [] : [value], filters: {}, charts: [], sort: null })
          }
        />
        <div className={styles.period}>
          {hasManyPeriods(room) ? (
            <SearchChoice
              label={chrome.period}
              shown={periodLabel}
              searchLabel={words.period.search}
              emptyText={words.period.none}
              groups={periods}
              chosen={[writeTime(view.time)]}
              multiple={false}
              onChoose={([value]) => choosePeriod(value ?? '')}
            />
          ) : (
            <PlainChoice
              label={chrome.period}
              choices={periods.flatMap(({ items }) => items)}
              chosen={writeTime(view.time)}
              onChoose={choosePeriod}
            />
          )}
          <PeriodTimeline room={room} />
        </div>
        <div data-place-search>
          <SearchChoice
            label={chrome.places}
            shown={shownPlaces}
            searchLabel={chrome.searchPlace}
            emptyText={chrome.noPlace}
            groups={placeChoices(room, values)}
            onOpenChange={setChoosesPlace}
            chosen={view.territories}
            multiple
            onChoose={(territories) => setView({ territories })}
          />
        </div>
        <OptionsPopover room={room} />
      </div>
      <FilterChips room={room} onReset={onReset} />
    </section>
  )
}
