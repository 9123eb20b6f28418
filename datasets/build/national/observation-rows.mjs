const LETTERS = { month: '', two_months: '', first_half: 'h', nine_months: 'n', year: 'y' }

/** How a figure is called: list, code, report, and its cell; a letter for what is no month, `-r2` behind a correction. */
export function observationId({ unit, label, cell, span, revision }) {
  const place = `${LETTERS[span]}${String(cell.at + 1).padStart(2, '0')}`
  return `${unit.list}-${unit.code}-${label}-${place}${revision > 1 ? `-r${revision}` : ''}`
}

/** A figure in the columns of the form; numbers as numbers. Only what cannot be seen from the number has a place and a wording. */
export function observationRow(figure) {
  const { unit, cell, start, end, value, verify, note, row } = figure
  return {
    observation_id: observationId(figure),
    source_id: figure.source,
    revision: figure.revision,
    territory_set: unit.list,
    province_code: unit.code,
    province_vi: unit.name,
    unit_level: 'tinh',
    unit_name: unit.office,
    scope_vi: '',
    scope_en: '',
    level_relation: '',
    period_start: start,
    period_end: end,
    period_basis: 'stated',
    duration_stated: '',
    period_note_vi: '',
    period_note_en: '',
    indicator_code: cell.indicator,
    breakdown_key: cell.key,
    breakdown_value: cell.value,
    value,
    unit: figure.measure,
    status: figure.status,
    qualifier: figure.qualifier,
    qualifier_word: figure.word,
    magnitude: figure.magnitude,
    printed: figure.printed,
    locator: verify.vi === '' ? '' : `dòng ${row}`,
    verify_vi: verify.vi,
    verify_en: verify.en,
    note_vi: note.vi,
    note_en: note.en,
  }
}
