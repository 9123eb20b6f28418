import { type FigureText, printFigure } from '../../locale/print-figure.ts'
import { indicatorOf } from '../../model/dataset.ts'
import type { Figure, State } from '../../model/figure.ts'
import type { ComparisonGroup } from '../../model/rules/comparability.ts'
import { groupBy } from '../../model/rules/standing.ts'
import { type TerritoryKey, territoryKey } from '../../model/territory.ts'
import { stateFor } from '../../query/place-state.ts'
import { classBounds, classIndex } from '../parts/classes.ts'
import { type IndicatorRow, indicatorRows } from '../parts/indicator-rows.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { reporterName, reportersOf } from '../parts/reporters.ts'
import { closingLines } from '../words/closing-lines.ts'

/**
 * How a figure is marked: `filled` by its class in the scale of its row; the others without: zero, nothing in the row to compare it
 * with (`alone`), of a part of the place, in doubt, in words, or with the reason why there is none.
 */
export type TileMark = 'filled' | 'zero' | 'alone' | 'part' | 'doubtful' | 'words' | 'withheld'

/** One figure in a cell. */
export interface MatrixTile {
  /** What it is picked by. */
  readonly id: string
  readonly figure: Figure
  readonly place: string
  readonly text: FigureText
  /** The number as it is printed: an open end behind a lower bound, its unit where the row has several. */
  readonly number: string
  readonly mark: TileMark
  readonly isOnScale: boolean
  /** Class in the scale of the row, from 0; null where it has none. */
  readonly level: number | null
  /** What has to be said of it beside its row, its place and its time: definition, part of the place, remarks. */
  readonly facts: readonly string[]
}

/** The figures of one place in one row, or what is known instead. */
export interface MatrixCell {
  readonly state: State
  readonly tiles: readonly MatrixTile[]
}

export interface MatrixColumn {
  readonly key: TerritoryKey
  readonly name: string
}

/** An indicator or one of its kinds, with a scale of its own. */
export interface MatrixRow {
  readonly label: string
  /** The indicator of a kind; empty where the view is about that indicator alone. */
  readonly sub: string
  /** Common to all its numbers; else empty. */
  readonly unit: string
  readonly domain: string
  /** Classes of its scale; 0 where no two of its figures may be compared. */
  readonly classes: number
  /** The time of the figures on its scale, or of all where they have one; else empty. */
  readonly time: string
  /** One for each column. */
  readonly cells: readonly MatrixCell[]
}

export interface Matrix {
  readonly columns: readonly MatrixColumn[]
  readonly rows: readonly MatrixRow[]
  /** Who and what has no figure here, and why. */
  readonly closing: readonly string[]
}

/** Every standing figure of the expected places, in the cell of its row and place. Picture and table of one input share theirs. */
export function matrixOf(input: PictureInput): Matrix {
  const known = MADE.get(input)
  if (known) return known
  const made = makeMatrix(input)
  MADE.set(input, made)
  return made
}

const MADE = new WeakMap<PictureInput, Matrix>()

function makeMatrix(input: PictureInput): Matrix {
  const { dataset, view, answer, words, language } = input
  const wanted = indicatorRows(input)
  const standing = answer.figures.filter(({ stands }) => stands)
  const places = groupBy(standing, ({ territory }) => territoryKey(territory))
  const columns = reportersOf(view, dataset)
    .filter((key) => places.get(key)?.some((figure) => wanted.some(({ has }) => has(figure))))
    .map((key): MatrixColumn => ({ key, name: reporterName(dataset, key, language) }))
  const rows = wanted
    .map((row, at): MatrixRow => rowOf(row, at, columns, input))
    .filter(({ cells }) => cells.some(({ tiles }) => tiles.length > 0))
  const elsewhen = wanted.filter(({ has }) => !standing.some(has)).map(({ head }) => head.label)
  const others = elsewhen.length > 0 && rows.length > 0 ? [words.headline.otherTime(elsewhen)] : []
  return { columns, rows, closing: [...others, ...closingLines(input)] }
}

export function tilesOf(row: MatrixRow): MatrixTile[] {
  return row.cells.flatMap(({ tiles }) => tiles)
}

/** What a tile says when the pointer rests on it. */
export function tipOf({ place, text }: MatrixTile): string {
  const what = [text.kind, text.scope, text.time].filter(Boolean).join(' · ')
  return [`${place}: ${text.full}`, what, text.remarks.join('; ')].filter(Boolean).join('\n')
}

/** Whether the number, or what stands for it, is in italics: words, and what is only about. */
export function isItalic({ figure, mark }: MatrixTile): boolean {
  return figure.approx || (figure.value === null && mark !== 'withheld')
}

function rowOf(row: IndicatorRow, at: number, columns: readonly MatrixColumn[], input: PictureInput): MatrixRow {
  const { head, has } = row
  const { answer, dataset, words, language } = input
  const figures = answer.figures.filter((figure) => figure.stands && has(figure))
  const texts = new Map(figures.map((figure) => [figure, printFigure(figure, dataset, words.figure, language)]))
  const textOf = (figure: Figure) => texts.get(figure) as FigureText
  const units = new Set(figures.flatMap((figure) => (figure.value === null ? [] : [textOf(figure).unit])))
  const scale = scaleOf(figures, input)
  const onScale = new Set(scale)
  const places = groupBy(figures, ({ territory }) => territoryKey(territory))
  const times = new Set((scale.length > 0 ? scale : figures).map((figure) => textOf(figure).time))
  // Of what a whole row is made need not be said where it is the same several parts everywhere.
  const kinds = new Set(figures.map((figure) => figure.breakdownValues.join('+')))
  const definitionOf = (figure: Figure) => {
    const { kind } = textOf(figure)
    return kind === head.label || (kinds.size === 1 && figure.breakdownValues.length > 1) ? '' : kind
  }
  const sized = scale.map(({ value }) => value as number).filter((value) => value !== 0)
  const decimals = indicatorOf(dataset, figures[0]?.indicator ?? '')?.decimals ?? 0
  const bounds = sized.length > 0 ? classBounds(sized, decimals) : []
  const tileOf = (figure: Figure, place: string, id: string): MatrixTile => {
    const text = textOf(figure)
    const printed = units.size > 1 ? text.full : text.number
    const isOnScale = onScale.has(figure)
    const mark = markOf(figure, isOnScale)
    const { needsVerification } = words.figure
    return {
      ...{ id, figure, place, text, mark, isOnScale },
      number: figure.low && figure.value !== null ? `${printed} ›` : printed,
      level: mark === 'filled' ? classIndex(figure.value as number, bounds) : null,
      facts: [definitionOf(figure), text.scope, ...text.remarks.filter((remark) => remark !== needsVerification)].filter(Boolean),
    }
  }
  return {
    label: head.label,
    sub: head.sub,
    unit: units.size === 1 ? ([...units][0] ?? '') : '',
    domain: head.domain,
    classes: Math.max(0, bounds.length - 1),
    time: times.size === 1 ? ([...times][0] ?? '') : '',
    cells: columns.map(({ key, name }, column): MatrixCell => {
      const mine = places.get(key) ?? []
      const tiles = mine.map((figure, nth) => tileOf(figure, name, `${at}-${column}-${nth}`))
      return { state: stateFor(key, answer, row), tiles }
    }),
  }
}

/** The largest group of rule 7 among the figures of a row; of two equal ones that of the latest time. Empty where none has two. */
function scaleOf(figures: readonly Figure[], { answer }: PictureInput): readonly Figure[] {
  const all = new Set(figures)
  const groups = answer.comparability.groups.filter(
    ({ composition, scale }) => !composition && scale.length > 1 && scale.every((figure) => all.has(figure)),
  )
  const end = ({ scale }: ComparisonGroup) => scale[0]?.period.end ?? ''
  const [best] = [...groups].sort((a, b) => b.scale.length - a.scale.length || (end(a) < end(b) ? 1 : -1))
  return best?.scale ?? []
}

function markOf(figure: Figure, isOnScale: boolean): TileMark {
  if (figure.state === 'suppressed' || figure.state === 'not_applicable') return 'withheld'
  if (figure.needsVerification) return 'doubtful'
  if (figure.scope !== '') return 'part'
  if (figure.value === null) return 'words'
  if (figure.value === 0) return 'zero'
  return isOnScale ? 'filled' : 'alone'
}
