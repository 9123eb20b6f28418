/** The observation form: its columns in order, and what stands in for an optional one that a file does not have. */
export interface ObservationColumn {
  readonly name: string
  readonly required: boolean
}

const REQUIRED = [
  'source_id',
  'territory_set',
  'province_code',
  'unit_level',
  'period_start',
  'period_end',
  'period_basis',
  'indicator_code',
  'breakdown_key',
  'breakdown_value',
  'value',
  'unit',
  'qualifier',
]

const OPTIONAL = [
  'observation_id',
  'revision',
  'unit_name',
  'scope_vi',
  'scope_en',
  'level_relation',
  'duration_stated',
  'period_note_vi',
  'period_note_en',
  'status',
  'qualifier_word',
  'magnitude',
  'printed',
  'locator',
  'verify_vi',
  'verify_en',
  'note_vi',
  'note_en',
]

export const OBSERVATION_COLUMNS: readonly ObservationColumn[] = [
  ...REQUIRED.map((name) => ({ name, required: true })),
  ...OPTIONAL.map((name) => ({ name, required: false })),
]

/** The required columns that a file lacks. */
export function missingColumns(columns: readonly string[]): string[] {
  return REQUIRED.filter((name) => !columns.includes(name))
}
