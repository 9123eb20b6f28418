import type { ChartType } from '../../src/charts/chart-type.ts'
import { CHART_TYPES } from '../../src/charts/index.ts'
import { isDense, mainAnswer } from '../../src/charts/parts/density.ts'
import { domainCards } from '../../src/charts/parts/domain-cards.ts'
import { lightness } from '../../src/charts/parts/lightness.ts'
import { palette } from '../../src/charts/parts/palette.ts'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { headlineSentence, plainSentence } from '../../src/charts/words/headline-sentence.ts'
import { barPanels } from './describe-picture.ts'
import { type DrawnElement, drawnElements, type GreyMark, greyMark, isMark, marksOfFigures } from './drawn-marks.ts'

type Input = Omit<PictureInput, 'width' | 'dark'>

/** The marks of one picture besides plain ink, and the numbers in it that have more than one. */
export interface PictureMarks {
  readonly chart: string
  readonly kinds: readonly string[]
  readonly overloaded: readonly string[]
}

/** The pictures that a view shows by itself; lines where their figures are there. */
export function picturesOf(asked: Input): PictureMarks[] {
  const main = isDense(asked.answer) ? mainAnswer(asked.answer, asked.view, asked.dataset) : null
  const input: PictureInput = { ...asked, ...main, width: 1100, dark: false }
  const shown = CHART_TYPES.filter(({ accepts, suits }) => {
    return accepts(input.view, input.dataset) && suits(input.answer, input.view, input.dataset)
  })
  return shown.filter(({ id }) => id !== 'line' || input.series).flatMap((chart) => marksOfPicture(chart, input))
}

/** Everything that a view says in words and numbers: headline, cards, cells and the letters in pictures. */
export function numbersIn(asked: Input): string[] {
  const { finding, caveats } = headlineSentence(asked)
  const cards = domainCards(asked).flatMap(({ lines }) => lines.flatMap(({ text, changeText }) => [text, changeText]))
  const input: PictureInput = { ...asked, width: 1100, dark: false }
  const pictures = CHART_TYPES.filter((chart) => chart.id !== 'line' && chart.accepts(asked.view, asked.dataset))
  return [finding, ...caveats].map(plainSentence).concat(
    cards,
    pictures.flatMap((chart) => textsOf(chart, input)),
  )
}

/** The numbers of a text that have more than one symbol about them; words, signs, units and percent are none. */
export function overloadedNumbers(text: string): string[] {
  return [...text.matchAll(NUMBER)].map(([whole]) => whole).filter((whole) => [...whole.matchAll(SYMBOL)].length > 1)
}

/** Kinds of marks besides plain ink that an element shows; none for what is plain. */
export function kindsOf(mark: GreyMark, { type, shape }: Pick<DrawnElement, 'type' | 'shape'>, input: PictureInput): string[] {
  const { paper, border } = palette(input.dark)
  if (type === 'text') {
    return [
      ...(mark.text.includes('›') ? ['open end'] : []),
      ...(mark.text.trim() === '…' ? ['nothing said'] : []),
      ...(mark.italic ? ['italics'] : []),
    ]
  }
  if (type === 'polyline' || type === 'line') return ['open end']
  if (mark.fades) return ['fading']
  if (mark.edge === 'dashed' || mark.edge === 'dotted') return [mark.edge]
  if (type === 'circle' && typeof shape?.r === 'number' && shape.r < 1.5) return ['faint dots']
  const isRimmed = mark.stroke !== null && ![paper, border].some((one) => Math.abs(lightness(one) - (mark.stroke ?? 0)) < 1)
  return isRimmed ? ['hollow'] : []
}

const SYMBOLS = '≥≤><›‹≈~±*†‡§¶○●◐◑▲▼△▽↑↓→?!°^#'
const SYMBOL = new RegExp(`[${SYMBOLS}]`, 'g')
const NUMBER = new RegExp(`[${SYMBOLS}\\s]*\\d[\\d.,]*[${SYMBOLS}\\s]*`, 'g')

function marksOfPicture(chart: ChartType, input: PictureInput): PictureMarks[] {
  const picture = chart.picture(input)
  if (picture.kind !== 'canvas') return []
  if (chart.id === 'bar') {
    const open = barPanels(picture).some(({ bars }) => bars.some(({ figure }) => figure?.low))
    return [{ chart: chart.id, kinds: open ? ['open end'] : [], overloaded: [] }]
  }
  const { paper } = palette(input.dark)
  const kinds = drawnElements(chart, input)
    .filter(isMark)
    .flatMap((element) => kindsOf(greyMark(element, paper), element, input))
  // Of thousands of points on lines that their figures' names do not lead to: their own test looks at each kind.
  const byFigure = chart.id === 'line' ? [] : [...marksOfFigures(chart, input, paper)]
  const overloaded = byFigure.flatMap(([{ territory, indicator, value }, marks]) => {
    const own = marks.flatMap((mark) => kindsOf(mark, { type: mark.shape.split(' ')[0] ?? '' }, input))
    // A ring beside a dot is the mark of the number it is compared with.
    const all = new Set(own.filter((kind) => kind !== 'hollow' || chart.id !== 'dots'))
    return all.size > 1 ? [`${territory.code} ${indicator} ${value}: ${[...all].join(', ')}`] : []
  })
  return [{ chart: chart.id, kinds: [...new Set(kinds)].sort(), overloaded }]
}

function textsOf(chart: ChartType, input: PictureInput): string[] {
  const picture = chart.picture(input)
  if (picture.kind === 'nothing') return [picture.reason]
  if (picture.kind === 'cells') {
    const { cells, closing } = picture.patchwork
    return [...cells.flat().flatMap(({ figures }) => figures.flatMap(({ text }) => [text.full, ...text.remarks])), ...closing]
  }
  if (chart.id === 'bar') return barPanels(picture).flatMap(({ bars }) => bars.map(({ text }) => text))
  return drawnElements(chart, input).flatMap(({ style }) => style.text ?? [])
}
