import { bar } from '../../src/charts/bar.ts'
import type { ChartType } from '../../src/charts/chart-type.ts'
import { dots } from '../../src/charts/dots.ts'
import { line } from '../../src/charts/line.ts'
import { map } from '../../src/charts/map.ts'
import { matrix } from '../../src/charts/matrix.ts'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { patchwork } from '../../src/charts/patchwork.ts'
import { ribbon } from '../../src/charts/ribbon.ts'
import { slope } from '../../src/charts/slope.ts'
import { steps } from '../../src/charts/steps.ts'
import { unitDots } from '../../src/charts/unit-dots.ts'
import type { Territories } from '../../src/model/dataset.ts'
import { dotsInput } from '../support/dots-states.ts'
import { AT_MOST, BAR_STATES, inputOf } from '../support/hand-made.ts'
import { indexInput, LINE_INDEX, LINE_STATES, lineInput } from '../support/line-states.ts'
import { AMOUNTS, MERGED_SHARES, mapWorld, SHARES, WITHOUT_SIZE } from '../support/map-states.ts'
import { MATRIX_OTHER_TIME, MATRIX_STATES, matrixInput } from '../support/matrix-states.ts'
import { DOT_STATES, modelInput, STEP_STATES } from '../support/model-states.ts'
import { RIBBON_DATASET, RIBBON_STATES } from '../support/ribbon-states.ts'
import { SLOPE_BASE, SLOPE_NOW, slopeInput } from '../support/slope-states.ts'

type Look = Pick<PictureInput, 'language' | 'words' | 'width' | 'dark'>

export interface StatesPicture {
  readonly name: string
  readonly chart: ChartType
  readonly input: PictureInput
}

/** Every chart with all its states, as the goldens have them. */
export function statesPictures(look: Look, territories: Territories): StatesPicture[] {
  const provinces = mapWorld(territories)
  const of = (name: string, chart: ChartType, input: PictureInput): StatesPicture => ({ name, chart, input })
  const atMost = AT_MOST.map((figure) => ({ ...figure, comparisonKey: 'tips|total|tip|2023' }))
  return [
    of('patchwork', patchwork, inputOf(BAR_STATES, look)),
    of('ribbon', ribbon, inputOf(RIBBON_STATES, look, RIBBON_DATASET)),
    of('bar', bar, inputOf([...BAR_STATES, ...atMost], look)),
    of('dots, yoy', dots, dotsInput('yoy', look)),
    of('dots, target', dots, dotsInput('target', look)),
    of('line', line, lineInput(LINE_STATES, look)),
    of('line, index', line, indexInput(LINE_INDEX, look)),
    of('map, 63', map, inputOf([...AMOUNTS, ...WITHOUT_SIZE, ...SHARES], look, provinces)),
    of('map, 34', map, inputOf(MERGED_SHARES, look, provinces)),
    of('matrix', matrix, matrixInput(MATRIX_STATES, look, MATRIX_OTHER_TIME)),
    of('slope', slope, slopeInput(SLOPE_NOW, SLOPE_BASE, look)),
    of('unit dots', unitDots, modelInput(DOT_STATES, look)),
    of('steps', steps, modelInput(STEP_STATES, look)),
    of('nothing to draw', slope, inputOf(SLOPE_NOW, look)),
  ]
}
