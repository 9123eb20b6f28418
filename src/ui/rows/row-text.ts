import { labelOf } from '../../locale/print-figure.ts'
import { printPeriod } from '../../locale/print-period.ts'
import { indicatorOf } from '../../model/dataset.ts'
import type { Qualifier } from '../../model/observation.ts'
import type { Lead } from '../../model/rules/printing.ts'
import type { Source } from '../../model/source.ts'
import { readTerritoryKey, territoryKey } from '../../model/territory.ts'
import type { RowColumnId } from '../../query/rows/row-columns.ts'
import type { FullRow } from '../../query/rows-query.ts'
import type { Room } from '../answer/room.ts'

/** What stands in a cell: its text, and in small letters what belongs to it. */
export interface RowText {
  readonly main: string
  readonly sub: string
}

export interface RowWords extends Pick<Room, 'dataset' | 'words' | 'language'> {
  /** Names of the files that the rows stand in. */
  readonly files: readonly string[]
}

/** A column of a row in words of one language. A bounded number is led in as its report has it. */
export function rowText(id: RowColumnId, row: FullRow, { dataset, words, language, files }: RowWords): RowText {
  const plain = (main: string, sub = ''): RowText => ({ main, sub })
  const code = (key: string, value: string) => plain(labelOf(dataset, key, value, language))
  switch (id) {
    case 'place': {
      const ref = readTerritoryKey(row.place)
      const name = (ref && dataset.territories.get(territoryKey(ref))?.name[language]) ?? row.place
      return plain(name, ref && dataset.territorySets.length > 1 ? words.rows.ofList(ref.set) : '')
    }
    case 'list':
      return plain(words.units.lists[readTerritoryKey(row.place)?.set ?? 'goc'])
    case 'indicator':
      return plain(indicatorOf(dataset, row.indicator)?.label[language] ?? row.indicator)
    case 'part':
      return row.breakdownKey === '' ? plain('') : code(row.breakdownKey, row.breakdownValue)
    case 'number':
      return row.value === null
        ? plain(noNumber(row, words))
        : plain([words.figure.lead(LEADS[row.qualifier]), rowNumber(row.value, language)].filter(Boolean).join(' '), unitOf(row))
    case 'unit':
      return code('unit', row.unit)
    case 'time': {
      const period = { start: row.periodStart, end: row.periodEnd, basis: row.periodBasis, duration: row.duration }
      return plain(printPeriod(period, words.figure, language, dataset.calendar))
    }
    case 'printed':
      return plain(row.printed)
    case 'covers':
      return plain(row.unitName, row.scope[language])
    case 'source':
      return plain(sourceName(dataset.sources.find((source) => source.id === row.sourceId)) || row.sourceId)
    case 'locator':
      return plain(words.grounds.locator(row.locator))
    case 'level':
      return code('unit_level', row.unitLevel)
    case 'qualifier':
      return code('qualifier', row.qualifier)
    case 'status':
      return code('status', row.status)
    case 'basis':
      return code('period_basis', row.periodBasis)
    case 'verify':
      return plain(row.verify[language])
    case 'note':
      return plain([row.note[language], row.periodNote[language]].filter(Boolean).join(' '))
    case 'id':
      return plain(row.observationId)
    case 'file':
      return plain(files[row.file] ?? '')
    case 'line':
      return plain(String(row.line))
  }

  function unitOf({ unit }: FullRow): string {
    return labelOf(dataset, 'unit', unit, language)
  }
}

/** All digits, as offices of the language write them. */
export function rowNumber(value: number, language: Room['language']): string {
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 6 }).format(value)
}

function noNumber({ status }: FullRow, { figure, rows }: Room['words']): string {
  if (status === 'suppressed') return figure.suppressed
  return status === 'not_applicable' ? figure.notApplicable : rows.noWholeNumber
}

function sourceName(source: Source | undefined): string {
  return source?.publisher || source?.title || ''
}

const LEADS: Readonly<Record<Qualifier, Lead>> = {
  exact: 'none',
  at_least: 'low',
  at_most: 'high',
  about: 'about',
  unquantified: 'none',
}
