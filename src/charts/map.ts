import type { EChartsCoreOption } from 'echarts/core'
import type { Figure } from '../model/figure.ts'
import { readTerritoryKey, type TerritoryKey, territoryKey } from '../model/territory.ts'
import { indicatorsOf } from '../query/view-query.ts'
import type { ChartType } from './chart-type.ts'
import { isMapLoaded, loadMap } from './load-map.ts'
import { shownItems } from './map/map-marks.ts'
import { mapOption } from './map/map-option.ts'
import { type MapPanel, mapPanels } from './map/map-panels.ts'
import { regionsOf } from './map/map-places.ts'
import type { PictureInput } from './parts/picture-input.ts'
import { tableOf } from './table/table-model.ts'
import { closingLines } from './words/closing-lines.ts'

/** From here on a map says more than a list. */
const MANY_FIGURES = 8
const MOST_PANELS = 6

/**
 * The provinces of either list and both archipelagos, one map for each scale of rule 7: circles for amounts, at most five classes of fill for
 * shares. What stands on no scale has a mark without size and its number beside the map; land without a source is plain land.
 */
export const map: ChartType = {
  id: 'map',
  title: (words) => words.chart.map,
  accepts: (view, dataset) => view.indicators.length > 0 && indicatorsOf(view, dataset).length === 1,
  suits: (answer) => answer.comparability.groups.some((group) => !group.composition && group.scale.length >= MANY_FIGURES),
  picture(input) {
    const panels = mapPanels(input)
    if (panels.length === 0) return { kind: 'nothing', reason: input.words.chart.mapNothing }
    const shown = panels.slice(0, MOST_PANELS)
    const more = panels.length - shown.length
    const closing = [
      ...closingLines(input, ['part_of_time', 'other_time', 'not_mentioned', 'not_received']),
      ...(more > 0 ? [input.words.chart.mapMorePanels(more)] : []),
    ]
    const { option, height } = mapOption(shown, closing, input)
    return {
      kind: 'canvas',
      option: option as EChartsCoreOption,
      height,
      summary: [...shown.map(summaryOf), ...closing].join(' '),
      prepare: () => loadMaps(shown, input),
      pick: (name, at = 0) => figureNamed(name, shown, at, input),
      place: (name, at = 0) => outlinePressed(name, shown[at]),
    }
  },
  table: (input) => tableOf(figuresOf(mapPanels(input)), input),
}

/** The outlines of the lists by which the panels are drawn; nothing where they are there. */
function loadMaps(panels: readonly MapPanel[], { dataset }: PictureInput): Promise<void> | undefined {
  const missing = panels.filter(({ list }) => !isMapLoaded(list))
  if (missing.length === 0) return undefined
  return Promise.all(missing.map(({ list }) => loadMap(list, dataset.territories))).then(() => undefined)
}

/** `0-3` is the fourth figure of the first panel; anything else the code of an outline in the panel `at`. */
function figureNamed(name: string, panels: readonly MapPanel[], at: number, { dataset }: PictureInput): Figure | null {
  const marked = panels.flatMap(({ scale, others }) => [...scale, ...others]).find(({ id }) => id === name)
  const panel = panels[at]
  const lies = ({ list }: MapPanel, { territory }: Figure) => regionsOf(territory, list, dataset.territories).includes(name)
  return (marked ?? (panel && shownItems(panel).find(({ figure }) => lies(panel, figure))))?.figure ?? null
}

/** The place of an outline that has no figure. */
function outlinePressed(name: string, panel: MapPanel | undefined): TerritoryKey | null {
  const ref = panel ? readTerritoryKey(`${panel.list}:${name}`) : null
  return ref && territoryKey(ref)
}

function figuresOf(panels: readonly MapPanel[]): Figure[] {
  return panels.flatMap(({ scale, others }) => [...scale, ...others].map(({ figure }) => figure))
}

function summaryOf({ title, sub, scale, others }: MapPanel): string {
  const items = [...scale, ...others].map(({ name, text }) =>
    [`${name} ${text.full}`, ...(scale.length > 0 ? [] : [text.kind, text.scope, text.time].filter(Boolean))].join(', '),
  )
  return `${title}${sub === '' ? '' : ` (${sub})`}: ${items.join('; ')}.`
}
