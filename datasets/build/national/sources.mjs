import { listOf, MONTHS, YEARS } from './calendar.mjs'

export const PUBLISHER = 'Dữ liệu mô phỏng'

/** The monthly reports of a year and list, newest first, then the reviews of the years: the order of trust. */
export function sourceRows() {
  const monthly = YEARS.flatMap((year) => listsOf(year).map((list) => ({ year, list }))).reverse()
  const reviewed = YEARS.filter((year) => MONTHS.some((month) => month.year === year && month.month === 12)).reverse()
  return [
    ...monthly.map(({ year, list }) => ({
      ...common(year),
      source_id: `BC${list}-${year}`,
      title_vi: `Báo cáo tháng mô phỏng năm ${year} của ${list} tỉnh, thành phố`,
      published_date: '',
      period_label_vi: `từng tháng của năm báo cáo ${year}, từ ngày 15 đến ngày 14`,
      period_label_en: `each month of the reporting year ${year}, from the 15th to the 14th`,
      report_type_vi: 'báo cáo tháng mô phỏng',
      report_type_en: 'simulated monthly report',
    })),
    ...reviewed.map((year) => ({
      ...common(year),
      source_id: `TK${year >= 2025 ? '34' : '63'}-${year}`,
      title_vi: `Báo cáo tổng kết mô phỏng năm ${year} của ${year >= 2025 ? '34' : '63'} tỉnh, thành phố`,
      published_date: `${year}-12-25`,
      period_label_vi: `năm báo cáo ${year}, từ ngày 15/12/${year - 1} đến ngày 14/12/${year}`,
      period_label_en: `the reporting year ${year}, from 15 December ${year - 1} to 14 December ${year}`,
      report_type_vi: 'báo cáo tổng kết mô phỏng',
      report_type_en: 'simulated review of the year',
    })),
  ]
}

function common(year) {
  return {
    ...{ province_vi: '', publisher: PUBLISHER, author: '', url: '', report_year: String(year) },
    ...{ report_year_basis_vi: 'năm mô phỏng', report_year_basis_en: 'simulated year', calendar_start: '12-15' },
  }
}

/** The lists that report in a year: in 2025 one after the other. */
function listsOf(year) {
  return [...new Set(MONTHS.filter((month) => month.year === year).map(({ index }) => listOf(index)))]
}
