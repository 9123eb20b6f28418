import { indicatorOf } from '../../model/dataset.ts'
import { type TerritoryRef, territoryKey } from '../../model/territory.ts'
import { indicatorsOf } from '../../query/view-query.ts'
import { type PlaceInput, type PlaceRow, type PlaceSection, placeSections } from './place-sections.ts'
import { reporterName } from './reporters.ts'

/** So many kinds of one indicator stand at a glance, where there is no total. */
const MOST_KINDS = 2

/**
 * What a view says of the reader's own place, in one table under its name: the first indicator of each domain that has something to
 * say, be it why there is no figure; then the domains of the view that no source mentions. Without rows no source mentions anything that the view is about.
 */
export function homeSection(
  input: Omit<PlaceInput, 'place'>,
  place: TerritoryRef,
  label: (name: string) => string,
): PlaceSection {
  const { view, dataset, language } = input
  const sections = placeSections({ ...input, place })
  const rows = sections.flatMap((section): PlaceRow[] => {
    const row = section.rows.find(({ lines }) => lines.length > 0) ?? section.rows[0]
    const isTotal = row?.lines[0]?.figure.breakdownKey === '' && row.lines[0].figure.scope === ''
    return row ? [{ ...row, lines: row.lines.slice(0, isTotal ? 1 : MOST_KINDS) }] : []
  })
  const asked = new Set(indicatorsOf(view, dataset).map((code) => indicatorOf(dataset, code)?.domain))
  const silent = sections.filter((section) => section.rows.length === 0 && asked.has(section.domain))
  const name = reporterName(dataset, territoryKey(place), language)
  return { domain: '', label: label(name), rows, silent: silent.map((section) => section.label) }
}
