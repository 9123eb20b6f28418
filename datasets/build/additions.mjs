/**
 * What the project adds to the checked tables: labels of codes that the model knows and the five reports do not use, and the steps
 * in the life of a model, by the indicator that counts each (of the last one no report has a count). Nothing here is a figure.
 */
export const ADDED_CODES = [
  code('aggregation', 'ratio', 'Tính lại từ tử số và mẫu số', 'Recomputed from its parts', 4),
  code('qualifier', 'at_most', 'Dưới … / nhiều nhất', 'Less than / at most', 5),
  code('status', 'reported', 'Theo báo cáo', 'As reported', 1),
  code('status', 'provisional', 'Sơ bộ', 'Provisional', 2),
  code('status', 'estimated', 'Ước tính', 'Estimated', 3),
  code('status', 'suppressed', 'Không công bố', 'Withheld', 4),
  code('status', 'not_applicable', 'Không áp dụng', 'Not applicable', 5),
  code('step', 'models_registered', 'Đăng ký', 'Registered', 1),
  code('step', 'models_built', 'Xây dựng', 'Built', 2),
  code('step', 'models_recognised_district', 'Cấp huyện công nhận', 'Recognised by the district', 3),
  code('step', 'models_recognised_provincial', 'Cấp tỉnh công nhận', 'Recognised by the province', 4),
  code('step', 'models_maintained', 'Duy trì', 'Maintained', 5),
  code('step', 'models_expanding', 'Nhân rộng', 'Replicated', 6),
  code('step', 'models_closed', 'Kết thúc', 'Closed', 7),
]

/** First day of the reporting year of the five sources: none of them names another calendar, so the calendar year is taken. */
export const CALENDAR_START = '01-01'

/** Island groups that the map draws apart from the province they belong to, by code of the list of 63. */
export const MAP_ISLANDS = { 48: 'hoangsa', 56: 'truongsa' }

function code(key, value, label_vi, label_en, order) {
  return { key, value, label_vi, label_en, unit: '', parent: '', order: String(order) }
}
