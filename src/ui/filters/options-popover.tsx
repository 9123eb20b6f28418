import { Popover } from '@base-ui/react/popover'
import { SlidersHorizontal } from 'lucide-react'
import { useId } from 'react'
import { CHART_TYPES } from '../../charts/index.ts'
import { GRAINS } from '../../model/rhythm.ts'
import type { View } from '../../model/view.ts'
import { seriesQuestion } from '../../query/series-query.ts'
import { hasEdges } from '../../query/view-query.ts'
import type { Room } from '../answer/room.ts'
import { breakdownChoices } from './breakdown-choices.ts'
import { CompareChoices } from './compare-choices.tsx'
import styles from './options-popover.module.css'
import { UnitsChoice } from './units-choice.tsx'

/** What is chosen more rarely: parts of a breakdown, and which pictures are shown. */
export function OptionsPopover({ room }: { readonly room: Room }) {
  const { words } = room
  const { chrome } = words
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.trigger ?? ''}>
        <SlidersHorizontal size={16} aria-hidden="true" />
        {chrome.options}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={styles.positioner ?? ''} align="end" sideOffset={4}>
          <Popover.Popup className={styles.popup ?? ''}>
            <Popover.Title className={styles.title ?? ''}>{chrome.options}</Popover.Title>
            <Breakdowns room={room} />
            <UnitsChoice room={room} />
            <CompareChoices room={room} />
            <Straddling room={room} />
            <Grains room={room} />
            <Charts room={room} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Breakdowns({ room }: { readonly room: Room }) {
  const choices = breakdownChoices(room)
  const { view, setView, words } = room
  if (choices.length === 0) return <p className={styles.hint}>{words.chrome.noBreakdown}</p>
  const toggle = (key: string, value: string, on: boolean) => {
    const before = view.filters[key] ?? []
    const after = on ? [...before, value] : before.filter((item) => item !== value)
    setView({ filters: { ...view.filters, [key]: after } })
  }
  return choices.map((choice) => (
    <fieldset key={choice.key} className={styles.group}>
      <legend>{choice.label}</legend>
      {choice.values.map(({ value, label }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={view.filters[choice.key]?.includes(value) ?? false}
            onChange={(event) => toggle(choice.key, value, event.target.checked)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  ))
}

/** What becomes of figures that begin or end outside the period; nothing where it has no edges. */
function Straddling({ room: { view, setView, words, dataset } }: { readonly room: Room }) {
  if (!hasEdges(view, dataset)) return null
  return (
    <fieldset className={styles.group}>
      <legend>{words.compare.edges}</legend>
      <label>
        <input
          type="checkbox"
          checked={view.straddling === 'share'}
          onChange={(event) => setView({ straddling: event.target.checked ? 'share' : 'out' })}
        />
        {words.compare.shareOut}
      </label>
    </fieldset>
  )
}

/** The steps of time that the view can be shown by; nothing where it cannot be shown over time. */
function Grains({ room }: { readonly room: Room }) {
  const { view, setView, words, dataset } = room
  const name = useId()
  if (!CHART_TYPES.some((chart) => chart.series && chart.accepts(view, dataset))) return null
  const isThere = (grain: View['grain']) => seriesQuestion({ ...view, grain }, dataset)?.grain === grain
  const offered = GRAINS.filter((grain) => grain === view.grain || isThere(grain))
  return (
    <fieldset className={styles.group}>
      <legend>{words.chart.lineStep}</legend>
      {[...offered, null].map((grain) => (
        <label key={grain ?? 'auto'}>
          <input type="radio" name={name} checked={view.grain === grain} onChange={() => setView({ grain })} />
          {grain === null ? words.chart.lineStepAuto : words.chart.lineSteps[grain]}
        </label>
      ))}
    </fieldset>
  )
}

function Charts({ room }: { readonly room: Room }) {
  const { view, setView, words, dataset } = room
  const offered = CHART_TYPES.filter((chart) => chart.accepts(view, dataset))
  const toggle = (id: string, on: boolean) =>
    setView({
      charts: on
        ? CHART_TYPES.map((chart) => chart.id).filter((item) => item === id || view.charts.includes(item))
        : view.charts.filter((item) => item !== id),
    })
  return (
    <fieldset className={styles.group}>
      <legend>{words.chrome.chartsShown}</legend>
      <label>
        <input type="checkbox" checked={view.charts.length === 0} onChange={() => setView({ charts: [] })} />
        {words.chrome.chartAuto}
      </label>
      {offered.map((chart) => (
        <label key={chart.id}>
          <input
            type="checkbox"
            checked={view.charts.includes(chart.id)}
            onChange={(event) => toggle(chart.id, event.target.checked)}
          />
          {chart.title(words)}
        </label>
      ))}
    </fieldset>
  )
}
