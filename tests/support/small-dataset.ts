import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Bilingual } from '../../src/model/bilingual.ts'
import { type Dataset, NOTHING_BESIDE } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { Code, Indicator } from '../../src/model/indicator.ts'
import type { Cell, ResultSet } from '../../src/model/result-set.ts'
import type { NamedModel, Source } from '../../src/model/source.ts'
import { type Territory, territoryKey } from '../../src/model/territory.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import { figure } from './figure.ts'

const pair = (vi: string, en: string): Bilingual => ({ vi, en })

function indicator(code: string, label: Bilingual, domain: string, more: Partial<Indicator> = {}): Indicator {
  return {
    code,
    label,
    definition: pair(`Định nghĩa: ${label.vi}.`, `Definition: ${label.en}.`),
    domain,
    unit: 'item',
    aggregation: 'sum',
    partOf: null,
    decimals: 0,
    direction: 'neutral',
    headlineOrder: null,
    numerator: null,
    denominator: null,
    ...more,
  }
}

function territory(code: string, vi: string, en: string, aliases: readonly string[] = []): Territory {
  const region = pair('Vùng', 'Region')
  return { set: '63', code, name: pair(vi, en), kind: 'tinh', region, mergedInto: null, formedFrom: [], aliases }
}

function source(id: string, more: Partial<Source> = {}): Source {
  return {
    id,
    order: 0,
    title: `Bài ${id}`,
    publisher: `Báo ${id}`,
    author: '',
    publishedDate: '2025-01-10',
    url: '',
    reportYear: 2024,
    reportYearBasis: pair('', ''),
    periodLabel: pair('', ''),
    reportType: pair('bài báo', 'newspaper article'),
    provinceVi: '',
    calendarStart: null,
    ...more,
  }
}

function named(id: string, kind: NamedModel['kind']): NamedModel {
  return {
    id,
    sourceId: 'A',
    territory: '63:84',
    name: `Mô hình ${id}`,
    kind,
    field: 'public_security',
    fieldBasis: 'stated',
    unitName: '',
    place: '',
    started: '',
    movement: 'dan_van_kheo',
    movementBasis: 'stated',
    observationIds: [],
  }
}

const codes: readonly [key: string, value: string, label: Bilingual][] = [
  ['domain', 'tips', pair('Nguồn tin quần chúng', 'Public tips')],
  ['domain', 'models', pair('Mô hình', 'Models')],
  ['domain', 'surrenders', pair('Giao nộp vũ khí', 'Weapons handed in')],
  ['domain', 'charity', pair('Xã hội, từ thiện', 'Charity')],
  ['unit', 'item', pair('đơn vị', 'items')],
  ['unit', 'tip', pair('nguồn tin', 'tips')],
  ['unit', 'VND', pair('đồng', 'dong')],
  ['breakdown_key', 'item', pair('Loại vũ khí', 'Kind of weapon')],
  ['item', 'gun', pair('Súng', 'Guns')],
  ['item', 'grenade', pair('Lựu đạn', 'Grenades')],
  ['item', 'bomb', pair('Bom', 'Bombs')],
  ['item', 'cartridge', pair('Đạn', 'Cartridges')],
  ['item', 'knife', pair('Dao', 'Knives')],
  ['item', 'baton', pair('Gậy', 'Batons')],
  ['magnitude', '100', pair('hàng trăm', 'hundreds')],
]

const places = [
  territory('36', 'Nam Định', 'Nam Dinh', ['Thành Nam']),
  territory('48', 'Đà Nẵng', 'Da Nang'),
  territory('84', 'Trà Vinh', 'Tra Vinh'),
  territory('01', 'Hà Nội', 'Ha Noi'),
]

/** Three reporters, one indicator a domain and one beside them, weapons by kinds that do not add. Hà Nội reports nothing. */
export const smallDataset: Dataset = {
  id: 'small',
  localFile: null,
  title: pair('Bộ nhỏ', 'Small set'),
  description: pair('Ba tỉnh.', 'Three provinces.'),
  fingerprint: '0a1b2c3d',
  schema: 'ds_0a1b2c3d',
  simulated: false,
  licence: '',
  indicators: [
    indicator('tips', pair('Nguồn tin do dân cung cấp', 'Tips given by the public'), 'tips', { unit: 'tip', headlineOrder: 1 }),
    indicator('valuable', pair('Tin có giá trị', 'Valuable tips'), 'tips', { unit: 'tip', partOf: 'tips' }),
    indicator('share', pair('Tỷ lệ tin có giá trị', 'Share of valuable tips'), 'tips', {
      ...{ unit: 'percent', aggregation: 'ratio', numerator: 'valuable', denominator: 'tips', decimals: 1 },
    }),
    indicator('models', pair('Mô hình đang duy trì', 'Models maintained'), 'models', { aggregation: 'last', headlineOrder: 1 }),
    indicator('weapons', pair('Vũ khí do dân giao nộp', 'Weapons handed in'), 'surrenders', { headlineOrder: 1 }),
    indicator('money', pair('Tiền ủng hộ', 'Money given'), 'charity', { unit: 'VND', decimals: 0, headlineOrder: 1 }),
  ],
  breakdowns: [{ indicator: 'weapons', key: 'item', rule: 'not_additive' }],
  codes: codes.map(([key, value, label], order): Code => ({ key, value, label, unit: null, parent: null, order })),
  sources: [
    source('A', { url: 'https://example.org/bai-a', author: 'Hà An' }),
    source('B', { order: 1, url: 'javascript:alert(1)', title: '', publishedDate: null }),
  ],
  models: [named('M1', 'model'), named('M2', 'model'), named('P1', 'programme')],
  reporters: ['63:36', '63:48', '63:84'],
  territories: new Map(places.map((place) => [territoryKey(place), place])),
  territorySets: ['63'],
  years: [2023, 2024],
  latestDay: '2024-12-31',
  rhythms: [],
  seams: [],
  calendar: '01-01',
  ...NOTHING_BESIDE,
  defaultView: { units: '63' },
}

/** A figure of the small dataset with terms, sources and a comparison key of its own. */
export function figureOf(code: string, place: string, partial: Partial<Figure> = {}): Figure {
  const unit = smallDataset.indicators.find((one) => one.code === code)?.unit ?? 'item'
  const kind = partial.breakdownKey ? `${partial.breakdownKey}=${partial.breakdownValues?.join('+')}` : 'total'
  return figure({
    territory: { set: '63', code: place },
    indicator: code,
    unit,
    comparisonKey: `${code}|${kind}|${unit}|2024-01-01/2024-12-31/stated`,
    ...partial,
  })
}

/** A kind of weapon, with its number; `figureOf` for the rest. */
export function weapons(kind: string, place: string, value: number): Figure {
  return figureOf('weapons', place, { breakdownKey: 'item', breakdownValues: [kind], basis: 'part', value })
}

/** Of an `answerOf` what one statement of `viewStatements` is answered with: the rows of the times that it asks for. */
export function ofStatement({ columns }: ResultSet, sql: string): ResultSet {
  const times: readonly [text: string, asked: Cell][] = [
    ['TRUE AS asked', true],
    ['FALSE AS asked', false],
    ['NULL::BOOLEAN AS asked', null],
  ]
  const wanted = times.filter(([text]) => sql.includes(`SELECT *, ${text}`)).map(([, asked]) => asked)
  const isKept = (columns.asked ?? []).map((asked) => wanted.includes(asked))
  const kept = Object.entries(columns).map(([name, cells]) => [name, cells.filter((_, at) => isKept[at])] as const)
  return { length: isKept.filter(Boolean).length, columns: Object.fromEntries(kept) }
}

/** The engine's answer to a view's SQL that `readAnswer` reads as these figures, `before` as those of the time compared with. */
export function answerOf(
  figures: readonly Figure[],
  otherTime: readonly Figure[] = [],
  before: readonly Figure[] = [],
): ResultSet {
  const all = [...figures, ...otherTime, ...before]
  const cells = (one: Figure, at: number): Readonly<Record<string, Cell>> => ({
    asked: at < figures.length ? true : at < figures.length + otherTime.length ? false : null,
    territory_set: one.territory.set,
    province_code: one.territory.code,
    indicator_code: one.indicator,
    breakdown_key: one.breakdownKey,
    breakdown_values: one.breakdownValues.join('+'),
    basis: one.basis,
    stands: one.stands,
    scope: one.scope,
    scope_vi: one.scopeVi,
    scope_en: one.scopeEn,
    unit_level: one.unitLevel,
    period_start: one.period.start,
    period_end: one.period.end,
    period_basis: one.period.basis,
    duration: one.period.duration,
    value: one.value,
    unit: one.unit,
    low: one.low,
    high: one.high,
    approx: one.approx,
    state: one.state,
    word: one.word,
    magnitudes: one.magnitudes.join(','),
    terms: one.terms.join(','),
    sources: one.sources.join('|'),
    needs_verification: one.needsVerification,
    provisional: one.provisional,
    estimated: one.estimated,
    mismatch: one.mismatch,
    finer_differs: one.finerDiffers,
    same_key_added: one.sameKeyAdded,
    is_list: one.isList,
    counted: one.counts?.numerator ?? null,
    counted_of: one.counts?.denominator ?? null,
    days: one.days,
    days_of: one.daysOf,
    comparison_key: one.comparisonKey,
  })
  const rows = all.map(cells)
  const names = Object.keys(cells(figure(), 0))
  return { length: rows.length, columns: Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name] ?? null)])) }
}

/** What a picture of these figures is drawn from. */
export function inputOf(figures: readonly Figure[], view: Partial<View> = {}, otherTime: readonly Figure[] = []): PictureInput {
  const whole: View = { ...EMPTY_VIEW, dataset: smallDataset.id, units: '63', ...view }
  return {
    answer: readAnswer(answerOf(figures, otherTime), smallDataset, whole),
    view: whole,
    dataset: smallDataset,
    words: wordsOf(whole.language),
    language: whole.language,
    width: 1000,
    dark: false,
  }
}
