import type { EChartsCoreOption } from 'echarts/core'
import type { Figure } from '../model/figure.ts'
import type { ChartType } from './chart-type.ts'
import { isDense } from './parts/density.ts'
import type { PictureInput } from './parts/picture-input.ts'
import { type Step, stepIndicators, stepsOf } from './steps/steps-model.ts'
import { shareLines, stepsOption } from './steps/steps-option.ts'
import { stepsTable } from './steps/steps-table.ts'
import { silentLines } from './words/silent-lines.ts'

/** From so many steps on they are a life. */
const A_LIFE = 3

/**
 * The steps in the life of a model, side by side: each with its number, definition, time and places, and what it is of the step
 * before where that may be said. Which indicators are steps, and in what order, the package says.
 */
export const steps: ChartType = {
  id: 'steps',
  title: (words) => words.models.steps,
  accepts: (view, dataset) => view.indicators.length > 0 && stepIndicators(view, dataset).length > 1,
  suits: (answer, view, dataset) => {
    const codes = stepIndicators(view, dataset).map(({ code }) => code)
    const summed = answer.comparability.groups.filter(({ composition, scale }) => !composition && scale.length > 1)
    return isDense(answer) && codes.filter((code) => summed.some(({ scale }) => scale[0]?.indicator === code)).length >= A_LIFE
  },
  picture(input) {
    const { steps: found, without } = stepsOf(input)
    const { models } = input.words
    const stepCodes = found.map(({ code }) => code)
    if (found.length === 0) return { kind: 'nothing', reason: models.stepsNothing }
    const closing = [
      models.stepsRule,
      ...(found.some(({ figure, of }) => figure !== null && of > 1) ? [models.stepSquares] : []),
      ...(without.length > 0 ? [models.stepsWithout(without)] : []),
      ...silentLines(stepCodes, input),
    ]
    const { option, height } = stepsOption(found, closing, input)
    const figures = new Map(found.flatMap(figuresOf))
    return {
      kind: 'canvas',
      option: option as EChartsCoreOption,
      height,
      summary: [...found.map((step) => summaryOf(step, input)), ...closing].join(' '),
      pick: (name) => figures.get(name) ?? null,
    }
  },
  table: (input) => stepsTable(stepsOf(input).steps, input),
}

/** By the names of `stepsOption`. */
function figuresOf({ figure, beside, before }: Step, at: number): [string, Figure][] {
  return [
    ...(figure ? [[`${at}`, figure] as [string, Figure]] : []),
    ...beside.map((one, nth): [string, Figure] => [`${at}-b${nth}`, one.figure]),
    ...(before?.share ? [[`${at}-share`, before.share] as [string, Figure]] : []),
  ]
}

function summaryOf(
  { nth, label, title, text, place, isFlow, beside, withheld, n, of, before, unit }: Step,
  input: PictureInput,
): string {
  const { models } = input.words
  const details = text
    ? [title, text.time, isFlow ? models.stepFlow : models.stepStock, place || models.stepPlaces(n, of), ...text.remarks].join(
        ', ',
      )
    : title
  const told = beside.map((one) => one.text).join('; ')
  const number = text?.full ?? (told || models.stepWithheld(withheld))
  const said = before ? shareLines(before, unit, input) : []
  return [`${models.stepsSummary(`${nth}. ${label}`, number, details)}.`, ...said.map((line) => line.replace(/\.?$/, '.'))].join(
    ' ',
  )
}
