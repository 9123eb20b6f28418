import { VIETNAM } from '../load-map.ts'
import { type Graphic, LINE, textAt } from '../parts/graphics.ts'
import { palette } from '../parts/palette.ts'
import { panelsInRows } from '../parts/panels-in-rows.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { reporterName, reportersOf } from '../parts/reporters.ts'
import { linesOf } from '../parts/text-width.ts'
import { textTooltip, wholePicture } from '../parts/whole-picture.ts'
import { mapLegend } from './map-legend.ts'
import { mapList } from './map-list.ts'
import { mapMarks, shownItems, tipOf } from './map-marks.ts'
import type { MapPanel } from './map-panels.ts'
import { FRAME, landOf, regionsOf } from './map-places.ts'
import { type MapBox, type MapScale, mapScale } from './map-scale.ts'

const GUTTER = 48
/** The text of a map stands beside it where both have at least so much; else below. */
const NARROWEST_MAP = 272
const NARROWEST_TEXT = 280
/** From this width on two maps, each with its text, stand beside one another. */
const TWO_MAPS = 2 * (NARROWEST_MAP + GUTTER + NARROWEST_TEXT) + GUTTER
const TITLE = 21
/** Largest height of a map: of the only one, and of one of several. */
const TALLEST = 720
const TALL = 560
const WIDEST_TEXT = 480
/** Widest line of the text below all maps. */
const MAP_AND_TEXT = 900
/** Height of a line of a list, with and without a pointer that is as thick as a finger. */
const ROW = 25
const THICK_ROW = 40

interface Drawn {
  readonly geo: unknown
  readonly graphics: readonly Graphic[]
  readonly bottom: number
}

/** The panels below one another, or two in a row where there is room, then the closing lines and whose map it is. */
export function mapOption(panels: readonly MapPanel[], closing: readonly string[], input: PictureInput) {
  const { width, words } = input
  const columns = panels.length > 1 && width >= TWO_MAPS ? 2 : 1
  const isOnly = panels.length === 1
  const rows = { columns, width, gutter: GUTTER, gap: 28 }
  const { drawn, bottom } = panelsInRows(panels, rows, (panel, _, place) => drawPanel(panel, { ...place, isOnly }, input))
  const texts = [...closing, `${words.chart.mapCredit}; ${words.chart.mapInsets}.`]
  const more = { geo: drawn.map(({ geo }) => geo), tooltip: textTooltip(input) }
  const graphics = drawn.flatMap((one) => one.graphics)
  return wholePicture(graphics, { texts, top: bottom, most: MAP_AND_TEXT }, input, more)
}

interface PanelPlace {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly isOnly: boolean
}

function drawPanel(panel: MapPanel, { x, y, width, isOnly }: PanelPlace, input: PictureInput): Drawn {
  const colours = palette(input.dark)
  const title = linesOf(panel.title, width, 14, true)
  const sub = panel.sub === '' ? [] : linesOf(panel.sub, width, 12)
  const heading = [
    ...title.map((line, at) => textAt(x, y + (at + 0.5) * TITLE, line, { colour: colours.ink, size: 14, strong: true })),
    ...sub.map((line, at) => textAt(x, y + title.length * TITLE + (at + 0.5) * LINE, line, { colour: colours.muted })),
  ]
  const top = y + title.length * TITLE + sub.length * LINE + 12
  const besideText = width - GUTTER - NARROWEST_TEXT
  const isBeside = besideText >= NARROWEST_MAP
  const widest = ((isOnly ? TALLEST : TALL) * FRAME.width) / FRAME.height
  const mapWidth = Math.floor(Math.min(widest, isBeside ? Math.min(width * 0.56, besideText) : width))
  const box: MapBox = { x, y: top, width: mapWidth, height: (mapWidth * FRAME.height) / FRAME.width }
  const scale = mapScale(panel, box, input)
  const place = isBeside
    ? { x: x + mapWidth + GUTTER, y: top, width: Math.min(width - mapWidth - GUTTER, WIDEST_TEXT), row: ROW }
    : { x, y: top + box.height + 16, width, row: THICK_ROW }
  const rows = isBeside ? Math.max(10, Math.floor((box.height - 140) / ROW)) : 9
  const legend = mapLegend(panel, scale, place, input)
  const list = mapList(panel, scale, { ...place, y: legend.bottom + 12, rows }, input)
  return {
    geo: geoOf(panel, scale, box, input),
    graphics: [...heading, ...mapMarks(panel, scale, box, input), ...legend.graphics, ...list.graphics],
    bottom: Math.max(box.y + box.height, list.bottom),
  }
}

/** Every outline, plain unless its place has a figure, and deaf unless it is one of the view; filled where the figure is a share, or zero. */
function geoOf(panel: MapPanel, scale: MapScale, box: MapBox, input: PictureInput): unknown {
  const { dataset, view, words, language } = input
  const { colours, fillOf } = scale
  const reporters = new Set<string>(reportersOf(view, dataset))
  const found = new Map(
    shownItems(panel).flatMap((item) =>
      regionsOf(item.figure.territory, panel.list, dataset.territories).map((code) => [code, item] as const),
    ),
  )
  const regions = [...landOf(panel.list, dataset.territories).keys()].map((name) => {
    const item = found.get(name)
    if (!item) {
      const key = `${panel.list}:${name}` as const
      if (!reporters.has(key)) return { name, silent: true }
      return { name, silent: false, tooltip: { formatter: words.chart.focusOn(reporterName(dataset, key, language)) } }
    }
    const isFilled = item.mark === 'sized' && panel.isRate
    const areaColor = item.mark === 'zero' ? colours.paper : isFilled ? fillOf(item.figure.value as number) : colours.land
    // A rim as dark as between plain places would cover what small islands are filled with.
    const itemStyle = { areaColor, borderColor: isFilled ? colours.paper : colours.border }
    return { name, silent: false, itemStyle, tooltip: { formatter: tipOf(item) } }
  })
  return {
    map: VIETNAM[panel.list],
    left: box.x,
    top: box.y,
    width: box.width,
    height: box.height,
    roam: false,
    selectedMode: false,
    label: { show: false },
    emphasis: { disabled: true },
    itemStyle: { areaColor: colours.land, borderColor: colours.border, borderWidth: 0.7 },
    tooltip: { show: true },
    regions,
  }
}
