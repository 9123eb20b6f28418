import { CIVIL, commonCalendar } from '../model/calendar.ts'
import { type Dataset, type DatasetMeta, LOCAL_DATASET, NOTHING_BESIDE } from '../model/dataset.ts'
import { type Indicator, MAIN_DOMAINS } from '../model/indicator.ts'
import type { Ingest } from '../model/ingest.ts'
import { regionGroups } from '../model/rules/region-groups.ts'
import type { Source } from '../model/source.ts'
import { readTerritoryKey } from '../model/territory.ts'
import type { View } from '../model/view.ts'
import { fileSource } from '../query/resolve/by-hand.ts'
import { type FoundInRows, foundInRowsSql, readFoundInRows } from '../query/resolve/found-in-rows.ts'
import { dropSql, type LoadReport } from '../query/resolve/load-statements.ts'
import type { Database } from './database.ts'
import { decidingText } from './deciding-text.ts'
import type { Dictionary } from './dictionary.ts'
import { fingerprint } from './fingerprint.ts'
import { heldIn, loadRows } from './load-rows.ts'
import type { OpenDataset } from './open-dataset.ts'
import type { Reference } from './reference-rows.ts'

export interface LocalContent extends Reference {
  readonly ingests: readonly Ingest[]
  /** `markOf` the files. */
  readonly mark: string
  readonly dictionary: Dictionary
}

/**
 * Makes one dataset of files that people filled in: the words come from the published packages, who reports and what about from
 * the rows, and a source that nobody knows is taken by its name. Rejects with a Failure; then nothing of it stays.
 */
export async function loadLocal(content: LocalContent, database: Database, signal?: AbortSignal): Promise<OpenDataset> {
  const { ingests } = content
  const meta = metaOf(content)
  const report = withOldLetters(await loadRows(meta, ingests, database, { byHand: true, signal }), ingests)
  const found = await database.query(foundInRowsSql(meta.schema), signal).then(readFoundInRows, async (error: unknown) => {
    await database.query(dropSql(meta.schema)).catch(() => null)
    throw error
  })
  const files = ingests.map(({ fileName }) => fileName)
  const blankLines = ingests.reduce((sum, one) => sum + one.blankLines, 0)
  return { dataset: datasetOf(meta, report, found, content.dictionary), files, report, held: heldIn(ingests), blankLines }
}

/** Letters of the old fonts are read before there are rows: all rows of such a file are told of. */
function withOldLetters(report: LoadReport, ingests: readonly Ingest[]): LoadReport {
  const rows = ingests.reduce((sum, one) => sum + (one.kind === 'csv' && one.encoding === 'tcvn3' ? one.records : 0), 0)
  return rows === 0 ? report : { ...report, understood: new Map([...report.understood, ['tcvn3', rows]]) }
}

function metaOf({ ingests, mark, dictionary, territories, denominators }: LocalContent): DatasetMeta {
  const { codes, indicators, breakdowns } = dictionary
  const [first = ''] = ingests.map(({ fileName }) => fileName)
  const title = ingests.length > 1 ? `${first} +${ingests.length - 1}` : first
  const known = [...dictionary.sources].map((source, order) => ({ ...source, order }))
  const own = ingests.map(({ fileName }, at) => sourceNamed(fileSource(at), fileName, known.length + at))
  const sources = [...known, ...own]
  const deciding = decidingText({ codes, indicators, breakdowns, sources, reporters: [], ...NOTHING_BESIDE })
  const print = fingerprint(new TextEncoder().encode(`${LOCAL_DATASET} ${mark} ${deciding}`))
  return {
    id: LOCAL_DATASET,
    localFile: mark,
    title: { vi: title, en: title },
    description: { vi: '', en: '' },
    fingerprint: print,
    schema: `ds_${print}`,
    simulated: false,
    licence: '',
    ...{ indicators, breakdowns, codes, sources, territories },
    models: [],
    reporters: [],
    territorySets: ['63', '34'],
    defaultView: {},
    calendar: CIVIL,
    ...NOTHING_BESIDE,
    denominators,
  }
}

function datasetOf(meta: DatasetMeta, report: LoadReport, found: FoundInRows, dictionary: Dictionary): Dataset {
  const { years, latestDay, rhythms, seams } = report
  const refs = found.places.map(readTerritoryKey).filter((ref) => ref !== null)
  const territorySets = meta.territorySets.filter((set) => refs.some((ref) => ref.set === set))
  const asked = meta.indicators.filter((indicator) => isAskable(indicator, found.indicators, meta.indicators))
  // Whatever the files have may stand for its domain, behind what usually does: no row of theirs is missing from the overview.
  const indicators = asked.map((indicator, at) => ({ ...indicator, headlineOrder: indicator.headlineOrder ?? LAST_CHOICE + at }))
  const known = meta.sources.filter(({ id }) => found.sources.includes(id))
  return {
    ...meta,
    ...{ years, latestDay, rhythms, seams, indicators, territorySets },
    sources: found.sources.map((id, order) => ({
      ...(meta.sources.find((source) => source.id === id) ?? sourceNamed(id, id, order)),
      order,
    })),
    calendar: commonCalendar(known.flatMap(({ calendarStart }) => calendarStart ?? [])),
    reporters: found.places,
    groups: regionGroups(meta.territories, territorySets),
    simulated: found.sources.some((id) => dictionary.simulatedSources.has(id)),
    defaultView: {
      ...viewOf(found.indicators, meta.indicators),
      units: territorySets.length === 1 ? (territorySets[0] ?? 'goc') : 'goc',
    },
  }
}

const LAST_CHOICE = 1_000

/** What has rows, shares that can be computed of it, and the counts that a share with rows names. */
function isAskable({ code, numerator, denominator }: Indicator, found: readonly string[], all: readonly Indicator[]): boolean {
  if (found.includes(code)) return true
  if (numerator !== null && denominator !== null) return found.includes(numerator) && found.includes(denominator)
  return all.some((share) => found.includes(share.code) && (share.numerator === code || share.denominator === code))
}

/** One indicator, one domain, or the overview: whatever shows what the files have. */
function viewOf(found: readonly string[], all: readonly Indicator[]): Partial<View> {
  const [first, ...others] = all.filter(({ code }) => found.includes(code))
  if (!first) return { tab: 'rows' }
  if (others.length === 0) return { indicators: [first.code] }
  const domains = new Set([first, ...others].map(({ domain }) => domain))
  const stands = [first, ...others].some(
    ({ domain, headlineOrder }) => headlineOrder !== null && MAIN_DOMAINS.some((main) => main === domain),
  )
  return domains.size === 1 || !stands ? { indicators: [`dom-${first.domain}`] } : {}
}

function sourceNamed(id: string, title: string, order: number): Source {
  const nothing = { vi: '', en: '' }
  return {
    ...{ id, order, title },
    ...{ publisher: '', author: '', publishedDate: null, url: '', reportYear: null, provinceVi: '', calendarStart: null },
    ...{ reportYearBasis: nothing, periodLabel: nothing, reportType: nothing },
  }
}
