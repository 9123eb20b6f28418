/** What can be wrong with one cell, the first thing that applies counts: conditions over `looked_up` with their reasons. */
export interface CellChecks {
  readonly column: string
  /** SQL for what the cell says. */
  readonly text: string
  /** SQL for the code that the column's codes depend on. */
  readonly within: string
  readonly checks: readonly (readonly [when: string, reason: string])[]
}

/** Which of the codes of a row are known, by the names under which `cellChecks` asks for them: each list is looked into once. */
export function knownIn(s: string): Readonly<Record<string, string>> {
  return {
    known_place: `territory_set || ':' || province_code IN (SELECT key FROM ${s}.territory)`,
    known_source: `source_id IN (SELECT id FROM ${s}.source)`,
    known_indicator: `indicator_code IN (SELECT code FROM ${s}.indicator)`,
    known_kind: `(breakdown_key = '' OR indicator_code || ' ' || breakdown_key IN (SELECT indicator || ' ' || "key" FROM ${s}.breakdown))`,
    known_part: `((breakdown_key = '' AND breakdown_value = '') OR breakdown_key || ' ' || breakdown_value IN (SELECT "key" || ' ' || value FROM ${s}.code))`,
    known_unit: `'unit ' || unit IN (SELECT "key" || ' ' || value FROM ${s}.code)`,
  }
}

/** The checks of every cell. What only follows from a fault in another cell of the row is not told beside it. */
export function cellChecks(byHand: boolean): CellChecks[] {
  const cell = (
    column: string,
    checks: CellChecks['checks'],
    { text = column, within = `''` }: Partial<CellChecks> = {},
  ): CellChecks => ({ column, text, within, checks })
  const code = (column: string, isUnknown: string, within?: string) =>
    cell(column, [[isUnknown, 'unknown_code']], within === undefined ? {} : { within })
  const oneOf = (column: string, values: readonly string[]) => code(column, `${column} NOT IN (${listed(values)})`)
  return [
    oneOf('territory_set', ['63', '34']),
    code('province_code', `territory_set IN ('63', '34') AND NOT known_place`, 'territory_set'),
    code('source_id', 'NOT known_source'),
    code('indicator_code', 'NOT known_indicator'),
    code('breakdown_key', 'known_indicator AND NOT known_kind', 'indicator_code'),
    code('breakdown_value', 'known_indicator AND known_kind AND NOT known_part', 'breakdown_key'),
    code('unit', `NOT known_unit AND (unit <> '' OR known_indicator)`),
    oneOf('unit_level', ['tinh', 'huyen', 'xa', 'phong']),
    oneOf('level_relation', ['', 'within', 'additional']),
    oneOf('period_basis', ['stated', 'carried', 'as_of', 'not_stated']),
    oneOf('qualifier', [...WITH_NUMBER.qualifier, 'unquantified']),
    oneOf('status', [...WITH_NUMBER.status, 'suppressed', 'not_applicable']),
    cell('revision', [['revision IS NULL', 'not_a_number']], { text: 'revision_text' }),
    cell('period_start', [[`start_text <> '' AND period_start IS NULL`, 'not_a_date'], ...yearOf('period_start', byHand)], {
      text: 'start_text',
    }),
    cell(
      'period_end',
      [
        [`end_text <> '' AND period_end IS NULL`, 'not_a_date'],
        ['period_end < period_start', 'end_before_start'],
        ...yearOf('period_end', byHand),
      ],
      { text: 'end_text' },
    ),
    cell('value', [...(byHand ? VALUE_BY_HAND : []), ...VALUE], { text: 'value_text' }),
    cell('magnitude', [[`magnitude_text <> '' AND magnitude IS NULL`, 'not_a_number']], { text: 'magnitude_text' }),
  ]
}

/** What a row with a number says of it. */
const WITH_NUMBER = {
  qualifier: ['exact', 'at_least', 'about', 'at_most'],
  status: ['reported', 'provisional', 'estimated'],
}

const VALUE: CellChecks['checks'] = [
  [`value_text <> '' AND value IS NULL`, 'not_a_number'],
  [
    `value IS NULL AND qualifier IN (${listed(WITH_NUMBER.qualifier)}) AND status IN (${listed(WITH_NUMBER.status)})`,
    'value_missing',
  ],
  [`value IS NOT NULL AND (qualifier = 'unquantified' OR status IN ('suppressed', 'not_applicable'))`, 'value_unexpected'],
]

/** What a table filled in by hand, or saved by Excel, has of things that are not what their writer meant. */
const VALUE_BY_HAND: CellChecks['checks'] = [
  // 8.968 is eight thousand to one writer and not yet nine to another; only a column of numbers says which.
  [`NOT typed AND regexp_full_match(value_text, '[-+]?[1-9][0-9]{0,2}([.][0-9]{3})+')`, 'point_in_number'],
  // Excel shows long numbers as 1.23E+09 and saves what it shows.
  [`NOT typed AND regexp_full_match(value_text, '.*[0-9][eE][-+]?[0-9]+')`, 'exponent'],
  [`value < 0`, 'negative'],
  [`abs(value) > 9007199254740991`, 'too_long'],
  [`own_decimals = 0 AND value <> floor(value)`, 'not_whole'],
]

function yearOf(column: string, byHand: boolean): CellChecks['checks'] {
  return byHand ? [[`year(${column}) NOT BETWEEN 1900 AND 2100`, 'not_a_date']] : []
}

function listed(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(', ')
}
