import type { Language } from '../model/bilingual.ts'
import { chartEn } from './chart.en.ts'
import { type ChartWords, chartVi } from './chart.vi.ts'
import { chromeEn } from './chrome.en.ts'
import { type ChromeWords, chromeVi } from './chrome.vi.ts'
import { compareEn } from './compare.en.ts'
import { type CompareWords, compareVi } from './compare.vi.ts'
import { failureWordsEn } from './failure.en.ts'
import { type FailureWords, failureWordsVi } from './failure.vi.ts'
import { figureEn } from './figure.en.ts'
import { type FigureWords, figureVi } from './figure.vi.ts'
import { groundsEn } from './grounds.en.ts'
import { type GroundsWords, groundsVi } from './grounds.vi.ts'
import { headlineEn } from './headline.en.ts'
import { type HeadlineWords, headlineVi } from './headline.vi.ts'
import { helpEn } from './help.en.ts'
import { type HelpWords, helpVi } from './help.vi.ts'
import { modelsEn } from './models.en.ts'
import { type ModelsWords, modelsVi } from './models.vi.ts'
import { noticeEn } from './notice.en.ts'
import { type NoticeWords, noticeVi } from './notice.vi.ts'
import { openEn } from './open.en.ts'
import { type OpenWords, openVi } from './open.vi.ts'
import { periodEn } from './period.en.ts'
import { type PeriodWords, periodVi } from './period.vi.ts'
import { placeEn } from './place.en.ts'
import { type PlaceWords, placeVi } from './place.vi.ts'
import { qualityEn } from './quality.en.ts'
import { type QualityWords, qualityVi } from './quality.vi.ts'
import { reportEn } from './report.en.ts'
import { type ReportWords, reportVi } from './report.vi.ts'
import { rowsEn } from './rows.en.ts'
import { type RowsWords, rowsVi } from './rows.vi.ts'
import { slopeEn } from './slope.en.ts'
import { type SlopeWords, slopeVi } from './slope.vi.ts'
import { takeEn } from './take.en.ts'
import { type TakeWords, takeVi } from './take.vi.ts'
import { unitsEn } from './units.en.ts'
import { type UnitsWords, unitsVi } from './units.vi.ts'

/** All words of one language, by room. */
export interface Words {
  readonly chart: ChartWords
  readonly chrome: ChromeWords
  readonly compare: CompareWords
  readonly failure: FailureWords
  readonly figure: FigureWords
  readonly grounds: GroundsWords
  readonly headline: HeadlineWords
  readonly help: HelpWords
  readonly models: ModelsWords
  readonly notice: NoticeWords
  readonly open: OpenWords
  readonly period: PeriodWords
  readonly quality: QualityWords
  readonly place: PlaceWords
  readonly report: ReportWords
  readonly rows: RowsWords
  readonly slope: SlopeWords
  readonly take: TakeWords
  readonly units: UnitsWords
}

const WORDS: Readonly<Record<Language, Words>> = {
  vi: {
    chart: chartVi,
    chrome: chromeVi,
    compare: compareVi,
    failure: failureWordsVi,
    figure: figureVi,
    grounds: groundsVi,
    headline: headlineVi,
    help: helpVi,
    models: modelsVi,
    notice: noticeVi,
    open: openVi,
    period: periodVi,
    quality: qualityVi,
    place: placeVi,
    report: reportVi,
    rows: rowsVi,
    slope: slopeVi,
    take: takeVi,
    units: unitsVi,
  },
  en: {
    chart: chartEn,
    chrome: chromeEn,
    compare: compareEn,
    failure: failureWordsEn,
    figure: figureEn,
    grounds: groundsEn,
    headline: headlineEn,
    help: helpEn,
    models: modelsEn,
    notice: noticeEn,
    open: openEn,
    period: periodEn,
    quality: qualityEn,
    place: placeEn,
    report: reportEn,
    rows: rowsEn,
    slope: slopeEn,
    take: takeEn,
    units: unitsEn,
  },
}

export function wordsOf(language: Language): Words {
  return WORDS[language]
}
