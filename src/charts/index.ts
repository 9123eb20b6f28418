import { bar } from './bar.ts'
import type { ChartType } from './chart-type.ts'
import { dots } from './dots.ts'
import { line } from './line.ts'
import { map } from './map.ts'
import { matrix } from './matrix.ts'
import { patchwork } from './patchwork.ts'
import { ribbon } from './ribbon.ts'
import { slope } from './slope.ts'
import { steps } from './steps.ts'
import { unitDots } from './unit-dots.ts'

/** Every chart, in the order of the menu. */
export const CHART_TYPES: readonly ChartType[] = [patchwork, ribbon, unitDots, bar, dots, line, map, steps, matrix, slope]
