import { type TerritoryKey, type TerritoryRef, territoryKey } from '../../model/territory.ts'
import { type PlaceInput, type PlaceRow, type PlaceSection, placeSections } from './place-sections.ts'
import { reporterName } from './reporters.ts'

/** So many kinds of one indicator stand at a glance, where there is no total. */
const MOST_KINDS = 2

/**
 * What a view says of the reader's own place, in one table under its name: the first indicator of each domain that has something to
 * say. Null where the view says nothing of it.
 */
export function homeSection(
  input: Omit<PlaceInput, 'place'>,
  place: TerritoryRef,
  label: (name: string) => string,
): PlaceSection | null {
  const key: TerritoryKey = territoryKey(place)
  const said = input.answer.figures.some(({ territory }) => territoryKey(territory) === key)
  if (!said) return null
  const rows = placeSections({ ...input, place }).flatMap((section): PlaceRow[] => {
    const row = section.rows.find(({ lines }) => lines.length > 0) ?? section.rows[0]
    const isTotal = row?.lines[0]?.figure.breakdownKey === '' && row.lines[0].figure.scope === ''
    return row ? [{ ...row, lines: row.lines.slice(0, isTotal ? 1 : MOST_KINDS) }] : []
  })
  return { domain: '', label: label(reporterName(input.dataset, key, input.language)), rows, silent: [] }
}
