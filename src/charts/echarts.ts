import { BarChart } from 'echarts/charts'
import {
  GeoComponent,
  GraphicComponent,
  GridComponent,
  MarkPointComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components'
import { type EChartsType, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, GeoComponent, GraphicComponent, GridComponent, MarkPointComponent, TitleComponent, TooltipComponent, SVGRenderer])

/** A chart in an element; SVG, so that text stays sharp at every zoom and in print. */
export function initChart(element: HTMLElement): EChartsType {
  return init(element, null, { renderer: 'svg' })
}

/** A chart without a page, for goldens and exports; `renderToSVGString` it, then dispose it. */
export function initDetachedChart(width: number, height: number): EChartsType {
  return init(null, null, { renderer: 'svg', ssr: true, width, height })
}
