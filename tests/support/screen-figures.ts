import type { ChartType, Picture } from '../../src/charts/chart-type.ts'
import { CHART_TYPES } from '../../src/charts/index.ts'
import { isDense, mainAnswer } from '../../src/charts/parts/density.ts'
import { domainCards } from '../../src/charts/parts/domain-cards.ts'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import type { TableModel } from '../../src/charts/table/table-row.ts'
import { headlineSentence } from '../../src/charts/words/headline-sentence.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { Series, SeriesQuestion } from '../../src/query/series-query.ts'

type Input = Omit<PictureInput, 'width' | 'dark'>
type SeriesOf = (question: SeriesQuestion, input: Input) => Promise<Series>

/**
 * Every figure that a view puts on the screen and that a click can ask about: those of the sentences, the cards, the pictures and
 * the tables, of the whole answer and, where many places share a scale, of what the view is mainly about. Each once.
 */
export async function screenFigures(input: Input, seriesOf: SeriesOf): Promise<ReadonlySet<Figure>> {
  const main = isDense(input.answer) ? mainAnswer(input.answer, input.view, input.dataset) : null
  const found = new Set<Figure>()
  for (const shown of main ? [input, { ...input, ...main }] : [input]) {
    for (const figure of figuresOf(shown)) found.add(figure)
    for (const chart of CHART_TYPES.filter(({ accepts }) => accepts(shown.view, shown.dataset))) {
      for (const figure of await drawnFigures(chart, shown, seriesOf)) found.add(figure)
    }
  }
  return found
}

function figuresOf(input: Input): Figure[] {
  const { finding, caveats } = headlineSentence(input)
  const said = [...finding, ...caveats.flat()].flatMap((part) => (typeof part === 'string' ? [] : [part.figure]))
  const cards = domainCards(input).flatMap(({ lines }) => lines.flatMap(({ total, change }) => [total, change]))
  return [...said, ...cards.filter((figure) => figure !== null)]
}

async function drawnFigures(chart: ChartType, shown: Input, seriesOf: SeriesOf): Promise<Figure[]> {
  const question = chart.series?.(shown.view, shown.dataset) ?? null
  const series = question && (await seriesOf(question, shown))
  const input: PictureInput = { ...shown, ...(series ? { series } : {}), width: 1100, dark: false }
  return [...pictureFigures(chart.picture(input)), ...tableFigures(chart.table(input))]
}

function pictureFigures(picture: Picture): Figure[] {
  if (picture.kind === 'nothing') return []
  if (picture.kind === 'cells')
    return picture.patchwork.cells.flat().flatMap(({ figures }) => figures.map(({ figure }) => figure))
  return [...namesIn(picture.option)].flatMap((name) => picture.pick(name) ?? [])
}

function tableFigures({ rows }: TableModel): Figure[] {
  return rows.flatMap(({ figure, cells }) =>
    [figure, ...Object.values(cells).map((cell) => cell?.figure ?? null)].filter((one) => one !== null),
  )
}

/** Whatever a drawn item may be called by. */
function namesIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'name' && typeof inner === 'string') found.add(inner)
    else namesIn(inner, found)
  }
  return found
}
