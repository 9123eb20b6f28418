import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { columnsOf } from '../field.mjs'
import { csvResource, jsonText, manifest, parquetResource } from '../manifest.mjs'
import { checkPairs } from '../pairs.mjs'
import { RESOURCE_TITLES, withAddedCodes } from '../public-reports.mjs'
import { readTable, tableText } from '../table.mjs'
import { MONTHS } from './calendar.mjs'
import { CELLS } from './cells.mjs'
import { ADDED_BREAKDOWNS, usedCodes } from './codes.mjs'
import { createColumns, writeCsv } from './columns.mjs'
import { denominatorRows } from './denominators.mjs'
import { emitReports } from './emit.mjs'
import { eventRows } from './events.mjs'
import { planGaps } from './gaps.mjs'
import { groupRows } from './groups.mjs'
import * as ledger from './ledger.mjs'
import { modelRows } from './named-models.mjs'
import { observationId, observationRow } from './observation-rows.mjs'
import { parquetOfColumns } from './parquet-columns.mjs'
import { expectedRows } from './rules-of-reporting.mjs'
import { SCHEMAS } from './schemas.mjs'
import { PUBLISHER, sourceRows } from './sources.mjs'
import { targetRows } from './targets.mjs'
import { simulateCountry } from './truth.mjs'
import { readUnits } from './units.mjs'

const ID = 'national-simulated'
const TITLE = {
  vi: 'Dữ liệu mô phỏng: cả nước, từng tháng từ 2015 đến 2026',
  en: 'Simulated data: the whole country, every month from 2015 to 2026',
}
const DESCRIPTION = {
  vi: 'Số liệu do chương trình sinh ra từ một hạt giống cố định: 63 tỉnh, thành phố đến hết tháng báo cáo kết thúc ngày 14/7/2025, sau đó là 34. Tháng báo cáo từ ngày 15 đến ngày 14. Không phải số liệu thật của địa phương nào.',
  en: 'Figures made by a program from a fixed seed: 63 provinces up to the reporting month that ends on 14 July 2025, 34 after it. A reporting month runs from the 15th to the 14th. They are not real figures of any province.',
}
/** The day on which the reports were gathered; what was due later is not overdue. */
const AS_OF = '2026-10-31'
const TITLES = {
  ...RESOURCE_TITLES,
  expected: 'Lịch báo cáo mô phỏng',
  targets: 'Chỉ tiêu được giao mô phỏng',
  groups: 'Cụm thi đua mô phỏng',
  denominators: 'Mẫu số: dân số, đơn vị cấp xã',
  events: 'Mốc thời gian',
}
/** Traps that a reader finds without a list: every row of a kind or of a month. */
const UNLISTED = ['zero', 'straddling_month', 'provisional', 'before_its_list', 'not_applicable']

/**
 * The files of `national-simulated`, by name. `reference` are the files of the reference package. The observations are Parquet;
 * their CSV twin is only described in the manifest, and given piece by piece to `takeCsv` where somebody wants it.
 * The ledgers are no part of the package: what was drawn and what was emitted, taken while it was written, for the tests.
 */
export function buildNationalSimulated({ checkedFolder, reference, takeCsv }) {
  const shared = (name) => readTable(join(checkedFolder, 'reports', `${name}.csv`))
  const codes = withAddedCodes(shared('codes'))
  const indicators = shared('indicators').filter(({ indicator_code }) => isUsed({ indicator_code }))
  const country = simulate({ codes, indicators, reference })
  const { units, columns } = country

  const sources = sourceRows()
  const tables = {
    indicators,
    breakdowns: [...shared('breakdowns'), ...ADDED_BREAKDOWNS].filter(isUsed),
    codes: usedCodes(codes, CELLS, indicators),
    sources,
    models: modelRows(country),
    expected: expectedRows(),
    targets: targetRows(country),
    groups: groupRows(units),
    denominators: denominatorRows(units, reference),
    events: eventRows(),
  }
  const parquet = parquetOfColumns(columns)
  const csv = writeCsv(columns, takeCsv)
  const { observations: schema } = SCHEMAS
  const described = csvResource({ name: 'observations', title: TITLES.observations, text: '', schema })
  const files = new Map([['observations.parquet', parquet]])
  const resources = [
    { ...described, bytes: csv.bytes, hash: `sha256:${csv.hash}` },
    parquetResource({ name: 'observations', title: TITLES.observations, bytes: parquet, schema }),
  ]
  for (const [name, rows] of Object.entries(tables)) {
    const content = tableText(columnsOf(SCHEMAS[name]), checkPairs(name, rows))
    files.set(`${name}.csv`, content)
    resources.push(csvResource({ name, title: TITLES[name], text: content, schema: SCHEMAS[name] }))
  }
  for (const [name, content] of country.ledgers) files.set(`${name}.csv.gz`, gzipSync(content, { level: 9 }))
  return new Map([['datapackage.json', jsonText(descriptor({ units, sources, resources }))], ...files])
}

/** Everything that was reported, as columns, with the ledgers of it. */
function simulate({ codes, indicators, reference }) {
  const units = readUnits(reference)
  const truth = simulateCountry(units)
  const gaps = planGaps(units)
  const measures = new Map(CELLS.map((cell) => [cell, measureIn(codes, indicators, cell)]))
  const measureOf = (cell) => measures.get(cell)
  const columns = createColumns(SCHEMAS.observations, ['observation_id'])
  const emitted = ledger.createEmittedLedger()
  const traps = []
  const ids = new Set()
  emitReports({ units, truth, gaps, measureOf }, (figure) => {
    const row = observationRow(figure)
    columns.add(row)
    emitted.take(figure)
    if (ids.has(row.observation_id)) throw new Error(`${row.observation_id} stands twice`)
    ids.add(row.observation_id)
    for (const trap of figure.traps) if (!UNLISTED.includes(trap)) traps.push({ trap, observation_id: row.observation_id })
  })
  const idOf = (unit, cell, { year, month }) => {
    const label = `${year}-${String(month).padStart(2, '0')}`
    return observationId({ unit, label, cell, span: 'month', revision: 1 })
  }
  const ledgers = [
    ['ledger-drawn', tableText(ledger.DRAWN_COLUMNS, ledger.drawnLedger({ units, truth }))],
    ['ledger-emitted', tableText(ledger.EMITTED_COLUMNS, emitted.rows())],
    ['ledger-gaps', tableText(ledger.GAP_COLUMNS, ledger.gapRows({ units, gaps }, MONTHS))],
    ['ledger-traps', tableText(ledger.TRAP_COLUMNS, traps)],
  ]
  return { units, truth, measureOf, columns, ledgers, idOf, hasFigure: (id) => ids.has(id) }
}

function isUsed({ indicator_code, breakdown_key }) {
  return CELLS.some(
    ({ indicator, key }) => indicator === indicator_code && (breakdown_key === undefined || key === breakdown_key),
  )
}

function measureIn(codes, indicators, { indicator, key, value }) {
  const own = codes.find((code) => code.key === key && code.value === value)?.unit
  return own || indicators.find((row) => row.indicator_code === indicator).unit
}

function descriptor({ units, sources, resources }) {
  return manifest({
    name: ID,
    title: TITLE.vi,
    description: DESCRIPTION.vi,
    version: '1.0.0',
    licenses: [{ name: 'MIT', title: 'MIT License', path: 'https://opensource.org/license/mit' }],
    sources: sources.map(({ source_id, title_vi }) => ({ title: `${source_id}. ${PUBLISHER}: ${title_vi}` })),
    resources,
    own: {
      id: ID,
      title: TITLE,
      description: DESCRIPTION,
      simulated: true,
      reporters: [...units.old, ...units.merged].map(({ key }) => key),
      territorySets: ['63', '34'],
      sourceOrder: sources.map(({ source_id }) => source_id),
      defaultView: { units: '34', time: '2025', comparison: 'yoy' },
      smallCountThreshold: 0,
      asOf: AS_OF,
    },
  })
}
