import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { BreakdownRule, Indicator } from '../../src/model/indicator.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { RuleBook } from '../../src/model/rules/resolved-row.ts'
import type { Source } from '../../src/model/source.ts'

type CsvRow = Readonly<Record<string, string>>

/** The checked rows of five published reports, typed. They are read without the product's own readers, so as not to lean on them. */
export function checkedObservations(): Observation[] {
  return readTable('observations').map((row, at) => ({
    row: at,
    observationId: text(row, 'observation_id'),
    sourceId: text(row, 'source_id'),
    revision: Number(text(row, 'revision')),
    territorySet: text(row, 'territory_set') as Observation['territorySet'],
    provinceCode: text(row, 'province_code'),
    unitLevel: text(row, 'unit_level') as Observation['unitLevel'],
    unitName: text(row, 'unit_name'),
    scopeVi: text(row, 'scope_vi'),
    scopeEn: text(row, 'scope_en'),
    levelRelation: text(row, 'level_relation') as Observation['levelRelation'],
    periodStart: text(row, 'period_start') || null,
    periodEnd: text(row, 'period_end') || null,
    periodBasis: text(row, 'period_basis') as Observation['periodBasis'],
    durationStated: text(row, 'duration_stated'),
    indicator: text(row, 'indicator_code'),
    breakdownKey: text(row, 'breakdown_key'),
    breakdownValue: text(row, 'breakdown_value'),
    value: number(row, 'value'),
    unit: text(row, 'unit'),
    status: text(row, 'status') as Observation['status'],
    qualifier: text(row, 'qualifier') as Observation['qualifier'],
    qualifierWord: text(row, 'qualifier_word'),
    magnitude: number(row, 'magnitude'),
    needsVerification: text(row, 'verify_vi') !== '',
  }))
}

/** Indicators, sources (trusted in the order of the file) and breakdown rules of the same reports. */
export function checkedBook(): RuleBook {
  return {
    indicators: new Map(checkedIndicators().map((indicator) => [indicator.code, indicator])),
    sources: new Map(readTable('sources').map((row, order) => [text(row, 'source_id'), source(row, order)])),
    rules: new Map(
      readTable('breakdowns').map((row) => [
        `${text(row, 'indicator_code')} ${text(row, 'breakdown_key')}`,
        text(row, 'rule') as BreakdownRule,
      ]),
    ),
  }
}

export function checkedIndicators(): Indicator[] {
  return readTable('indicators').map((row) => ({
    code: text(row, 'indicator_code'),
    label: { vi: text(row, 'label_vi'), en: text(row, 'label_en') },
    definition: { vi: text(row, 'definition_vi'), en: text(row, 'definition_en') },
    domain: text(row, 'domain'),
    unit: text(row, 'unit'),
    aggregation: text(row, 'aggregation') as Indicator['aggregation'],
    partOf: text(row, 'part_of') || null,
    decimals: Number(text(row, 'decimals')),
    direction: text(row, 'direction') as Indicator['direction'],
    headlineOrder: number(row, 'headline_order'),
    numerator: text(row, 'numerator') || null,
    denominator: text(row, 'denominator') || null,
  }))
}

/** Every breakdown key of the reports with its values. */
export function checkedBreakdowns(): ReadonlyMap<string, readonly string[]> {
  const keys = [...new Set(readTable('breakdowns').map((row) => text(row, 'breakdown_key')))]
  const codes = readTable('codes')
  return new Map(keys.map((key) => [key, codes.filter((row) => text(row, 'key') === key).map((row) => text(row, 'value'))]))
}

function source(row: CsvRow, order: number): Source {
  const both = (name: string) => ({ vi: text(row, `${name}_vi`), en: text(row, `${name}_en`) })
  return {
    id: text(row, 'source_id'),
    order,
    title: text(row, 'title_vi'),
    publisher: text(row, 'publisher'),
    author: text(row, 'author'),
    publishedDate: text(row, 'published_date') || null,
    url: text(row, 'url'),
    reportYear: number(row, 'report_year'),
    reportYearBasis: both('report_year_basis'),
    periodLabel: both('period_label'),
    reportType: both('report_type'),
    provinceVi: text(row, 'province_vi'),
    calendarStart: null,
  }
}

function readTable(name: string): CsvRow[] {
  const path = join(import.meta.dirname, '../../datasets/checked/reports', `${name}.csv`)
  const { data, errors } = Papa.parse<CsvRow>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true })
  if (errors.length > 0) throw new Error(`${name}.csv: ${errors[0]?.message}`)
  return data
}

function text(row: CsvRow, column: string): string {
  const cell = row[column]
  if (cell === undefined) throw new Error(`no column ${column}`)
  return cell
}

function number(row: CsvRow, column: string): number | null {
  return text(row, column) === '' ? null : Number(text(row, column))
}
