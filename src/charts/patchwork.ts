import { labelOf, printFigure } from '../locale/print-figure.ts'
import { indicatorOf } from '../model/dataset.ts'
import type { Figure } from '../model/figure.ts'
import { MAIN_DOMAINS } from '../model/indicator.ts'
import { coverageOf } from '../model/rules/coverage.ts'
import { headlineIndicators } from '../model/rules/headline.ts'
import { unitsOn } from '../model/rules/listed-reporters.ts'
import { readTerritoryKey, type TerritoryKey, territoryKey } from '../model/territory.ts'
import { ofIndicators, stateFor } from '../query/place-state.ts'
import { indicatorsOf } from '../query/view-query.ts'
import type { ChartType } from './chart-type.ts'
import { type IndicatorRow, indicatorRows } from './parts/indicator-rows.ts'
import type { CoverageLine, PatchCell, PatchFigure, PatchHead, Patchwork, PlaceState } from './parts/patchwork-model.ts'
import type { PictureInput } from './parts/picture-input.ts'
import { reporterName, reportersOf } from './parts/reporters.ts'
import { tableOf } from './table/table-model.ts'
import { closingLines } from './words/closing-lines.ts'
import { headlineOf, oldUnitsOf } from './words/headline-of.ts'

/** Provinces × domains, or indicators × provinces, in typographic cells: for figures that may not share a scale. */
export const patchwork: ChartType = {
  id: 'patchwork',
  title: (words) => words.chart.patchwork,
  accepts: () => true,
  suits: () => true,
  picture: (input) => ({ kind: 'cells', patchwork: patchworkOf(input) }),
  table: (input) =>
    tableOf(
      patchworkOf(input)
        .cells.flat()
        .flatMap((cell) => cell.figures.map(({ figure }) => figure)),
      input,
    ),
}

function patchworkOf(input: PictureInput): Patchwork {
  return input.view.indicators.length === 0 ? overview(input) : byIndicator(input)
}

/** The overview: places down, main domains across; each cell has the first figure that may stand for the domain (rule 8). */
function overview(input: PictureInput): Patchwork {
  const { dataset, view, language } = input
  const places = reportersOf(view, dataset)
  const columns = MAIN_DOMAINS.map(
    (domain): PatchHead => ({
      key: domain,
      label: labelOf(dataset, 'domain', domain, language),
      sub: '',
      domain,
      indicators: [`dom-${domain}`],
    }),
  )
  const cells = places.map((key) => MAIN_DOMAINS.map((domain) => domainCell(key, domain, input)))
  return {
    places: 'rows',
    columns,
    rows: places.map((key) => placeHead(key, input)),
    cells,
    closing: [],
    coverage: MAIN_DOMAINS.map((_, at) => {
      const stateAt = (row: number) => cells[row]?.[at]?.state ?? 'no_source'
      return coverageLine(
        places.map((key, row): PlaceState => ({ key, name: reporterName(dataset, key, language), state: stateAt(row) })),
      )
    }),
  }
}

function domainCell(key: TerritoryKey, domain: string, input: PictureInput): PatchCell {
  const { dataset, answer } = input
  const isDomain = (figure: Figure) => indicatorOf(dataset, figure.indicator)?.domain === domain
  const mine = answer.figures.filter((figure) => territoryKey(figure.territory) === key && isDomain(figure))
  const figures = headlineOf(key, mine, domain, dataset)
  const oldUnits = oldUnitsOf(key, mine, dataset)
  const indicators = dataset.indicators.filter((indicator) => indicator.domain === domain).map(({ code }) => code)
  const has = (figure: Figure) => (figures.length > 0 ? figures.includes(figure) : isDomain(figure))
  const state = stateFor(key, answer, { has, indicators })
  return {
    state,
    figures: figures.map((figure) => patchFigure(figure, figures.length > 1 ? 'kind' : 'definition', input)),
    // A report that names models says no time for them: they belong to no window.
    named: domain === 'models' && state === 'not_mentioned' && input.view.time.kind === 'report' ? namedModels(key, input) : [],
    ...(oldUnits ? { oldUnits } : {}),
  }
}

/** More places do not stand side by side. */
const MOST_COLUMNS = 8

/**
 * Chosen indicators: one row per indicator, or per kind where kinds do not add; places across. Many places stand below one another
 * instead, those that have a figure; the others are named.
 */
function byIndicator(input: PictureInput): Patchwork {
  const { dataset, view, answer, language } = input
  const places = reportersOf(view, dataset)
  const having = (figures: readonly Figure[]) => {
    const known = new Set(figures.filter(({ stands }) => stands).map(({ territory }) => territoryKey(territory)))
    return places.filter((key) => known.has(key))
  }
  const shown = having([...answer.figures, ...answer.otherTime])
  const rows = indicatorRows(input)
  const states = places.map(
    (key): PlaceState => ({ key, name: reporterName(dataset, key, language), state: stateFor(key, answer) }),
  )
  const silent = silentLine(view.indicators[0] === 'dom-models' ? countedStates(places, input) : states, input)
  const coverage = [coverageLine(countedStates(places, input))]
  const indicators = rows.map(({ head }) => head)
  if (shown.length > MOST_COLUMNS && rows.length <= MOST_COLUMNS) {
    const now = having(answer.figures)
    const listed = now.length > 0 ? now : shown
    return {
      places: 'rows',
      columns: indicators,
      rows: listed.map((key) => placeHead(key, input)),
      cells: listed.map((key) => rows.map((row) => rowCell(key, row, input))),
      closing: [...(now.length > 0 ? closingLines(input, ['other_time', 'not_received']) : []), ...silent],
      coverage,
    }
  }
  return {
    places: 'columns',
    columns: shown.map((key) => placeHead(key, input)),
    rows: indicators,
    cells: rows.map((row) => shown.map((key) => rowCell(key, row, input))),
    closing: silent,
    coverage,
  }
}

function rowCell(key: TerritoryKey, row: IndicatorRow, input: PictureInput): PatchCell {
  const { answer } = input
  const mine = answer.figures.filter((figure) => figure.stands && territoryKey(figure.territory) === key && row.has(figure))
  const oldUnits = oldUnitsOf(key, mine, input.dataset)
  return {
    state: stateFor(key, answer, row),
    figures: mine.map((figure) => patchFigure(figure, 'plain', input)),
    named: [],
    ...(oldUnits ? { oldUnits } : {}),
  }
}

function patchFigure(
  figure: Figure,
  heading: 'definition' | 'kind' | 'plain',
  { dataset, words, language }: PictureInput,
): PatchFigure {
  const text = printFigure(figure, dataset, words.figure, language)
  const isSum = figure.basis === 'parts_sum' && figure.breakdownValues.length > 1
  const definition =
    figure.basis === 'part' ? text.kind : isSum ? text.indicator : [text.indicator, text.kind].filter(Boolean).join(': ')
  const own = figure.basis === 'parts_sum' && figure.breakdownValues.length === 1 ? text.kind : ''
  return { figure, text, heading: heading === 'definition' ? definition : heading === 'kind' ? text.kind : own }
}

/** Of a whole domain, as the headline counts it: by the indicators that may stand for the domain, where there are such. */
function countedStates(places: readonly TerritoryKey[], { dataset, view, answer, language }: PictureInput): PlaceState[] {
  const [only = ''] = view.indicators
  const domain = view.indicators.length === 1 && only.startsWith('dom-') ? only.slice(4) : null
  const codes = domain === null ? [] : headlineIndicators(dataset.indicators, domain).map(({ code }) => code)
  const wanted = codes.length > 0 ? ofIndicators(codes) : undefined
  return places.map((key) => ({ key, name: reporterName(dataset, key, language), state: stateFor(key, answer, wanted) }))
}

/** Who gives nothing; where models are asked for, with what they name without a total. */
function silentLine(states: readonly PlaceState[], input: PictureInput): string[] {
  const { dataset, view, words } = input
  const silent = states.filter(({ state }) => state === 'not_mentioned')
  if (silent.length === 0) return []
  const asksModels =
    view.time.kind === 'report' && indicatorsOf(view, dataset).every((code) => indicatorOf(dataset, code)?.domain === 'models')
  if (!asksModels) return [words.headline.notMentioned(silent.map(({ name }) => name))]
  const named = silent.map(({ key, name }) => {
    const [line] = namedModels(key, input)
    return line ? `${name} (${line})` : name
  })
  return [words.headline.notMentionedTotal(named)]
}

function coverageLine(states: readonly PlaceState[]): CoverageLine {
  return { states, coverage: coverageOf(states.map(({ state }) => state)) }
}

function namedModels(key: TerritoryKey, { dataset, view, words }: PictureInput): string[] {
  const isHere = (territory: string) => {
    const ref = readTerritoryKey(territory)
    return ref !== null && unitsOn(ref, view.units, dataset.territories).some((unit) => territoryKey(unit) === key)
  }
  const named = dataset.models.filter((model) => isHere(model.territory))
  if (named.length === 0) return []
  const models = named.filter((model) => model.kind === 'model').length
  return [words.headline.named(models, named.length - models), words.headline.noTotal]
}

function placeHead(key: TerritoryKey, { dataset, language }: PictureInput): PatchHead {
  return { key, label: reporterName(dataset, key, language), sub: '', domain: '', indicators: null }
}
