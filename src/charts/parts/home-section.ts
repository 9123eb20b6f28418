import { indicatorOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { reportedScope } from '../../model/rules/scope.ts'
import { groupBy } from '../../model/rules/standing.ts'
import { type TerritoryRef, territoryKey } from '../../model/territory.ts'
import { indicatorsOf } from '../../query/view-query.ts'
import { headlineOf } from '../words/headline-of.ts'
import { type PlaceInput, type PlaceLine, type PlaceRow, type PlaceSection, placeSections } from './place-sections.ts'
import { reporterName } from './reporters.ts'

/** So many kinds of one indicator stand at a glance, where there is no total. */
const MOST_KINDS = 2

/**
 * What a view says of the reader's own place, in one table under its name: what stands for each domain that has something to say, or
 * why there is no figure; then the domains of the view that no source mentions. Without rows no source mentions anything that the
 * view is about.
 */
export function homeSection(
  input: Omit<PlaceInput, 'place'>,
  place: TerritoryRef,
  label: (name: string) => string,
): PlaceSection {
  const { view, dataset, language } = input
  const sections = placeSections({ ...input, place })
  const rows = sections.flatMap((section) => atGlance(section, input, place))
  const asked = new Set(indicatorsOf(view, dataset).map((code) => indicatorOf(dataset, code)?.domain))
  const silent = sections.filter((section) => section.rows.length === 0 && asked.has(section.domain))
  const name = reporterName(dataset, territoryKey(place), language)
  return { domain: '', label: label(name), rows, silent: silent.map((section) => section.label) }
}

/**
 * The first indicator of a domain that has a figure; of a merged province whose old units are told by several, the rows of them all:
 * none of its old units is gone without a word.
 */
function atGlance({ domain, rows }: PlaceSection, { dataset }: Omit<PlaceInput, 'place'>, place: TerritoryRef): PlaceRow[] {
  const first = rows.find(({ lines }) => lines.length > 0) ?? rows[0]
  if (!first) return []
  const figures = rows.flatMap(({ lines }) => lines.map(({ figure }) => figure))
  const standing = new Set(headlineOf(territoryKey(place), figures, domain, dataset))
  const isSplit = [...standing].some((figure) => oldUnitsKey(figure) !== '')
  if (!isSplit) return [shortened(first, first.lines)]
  return rows.flatMap((row) => {
    const lines = row.lines.filter(({ figure }) => standing.has(figure))
    return lines.length > 0 ? [shortened(row, lines)] : []
  })
}

/** The total, or that of each group of old units; of a group without one the first kinds, and how many more there are. */
function shortened(row: PlaceRow, lines: readonly PlaceLine[]): PlaceRow {
  const isTotal = ({ figure }: PlaceLine) => figure.breakdownKey === '' && reportedScope(figure) === ''
  const whole = lines.find((line) => isTotal(line) && line.figure.scope === '')
  if (whole) return { ...row, lines: [whole] }
  const groups = [...groupBy(lines, ({ figure }) => oldUnitsKey(figure)).values()].map((group) => {
    const total = group.find(isTotal)
    return total
      ? { shown: [total], more: 0 }
      : { shown: group.slice(0, MOST_KINDS), more: Math.max(0, group.length - MOST_KINDS) }
  })
  const more = groups.reduce((all, group) => all + group.more, 0)
  return { ...row, lines: groups.flatMap(({ shown }) => shown), ...(more > 0 ? { more } : {}) }
}

/** Of a figure that only some of the old units of a merged province gave, which these are. */
function oldUnitsKey({ merged }: Figure): string {
  return merged && merged.from.length < merged.of ? merged.from.map(territoryKey).join('+') : ''
}
