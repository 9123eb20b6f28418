import { bar } from './bar.ts'
import type { ChartType } from './chart-type.ts'
import { map } from './map.ts'
import { patchwork } from './patchwork.ts'

/** Every chart, in the order of the menu. */
export const CHART_TYPES: readonly ChartType[] = [patchwork, bar, map]
