import { fold } from '../../model/fold.ts'

/** One column of the observation form, with its heading in the Vietnamese template. */
export interface ObservationColumn {
  readonly name: string
  readonly vi: string
  readonly required: boolean
}

const column = (name: string, vi: string, required = false): ObservationColumn => ({ name, vi, required })

/** The observation form in the order of its template. */
export const OBSERVATION_COLUMNS: readonly ObservationColumn[] = [
  column('observation_id', 'Mã dòng'),
  column('source_id', 'Mã nguồn', true),
  column('revision', 'Lần đính chính'),
  column('territory_set', 'Danh mục tỉnh', true),
  column('province_code', 'Mã tỉnh', true),
  column('unit_level', 'Cấp đơn vị', true),
  column('unit_name', 'Tên đơn vị'),
  column('scope_vi', 'Phạm vi'),
  column('scope_en', 'Phạm vi (tiếng Anh)'),
  column('level_relation', 'Quan hệ với số của tỉnh'),
  column('period_start', 'Từ ngày', true),
  column('period_end', 'Đến ngày', true),
  column('period_basis', 'Căn cứ thời gian', true),
  column('duration_stated', 'Thời lượng nêu'),
  column('period_note_vi', 'Ghi chú thời gian'),
  column('period_note_en', 'Ghi chú thời gian (tiếng Anh)'),
  column('indicator_code', 'Mã chỉ tiêu', true),
  column('breakdown_key', 'Cách chia', true),
  column('breakdown_value', 'Phần', true),
  column('value', 'Số liệu', true),
  column('unit', 'Đơn vị tính', true),
  column('status', 'Trạng thái'),
  column('qualifier', 'Mức chính xác', true),
  column('qualifier_word', 'Từ đi kèm số'),
  column('magnitude', 'Độ lớn'),
  column('printed', 'Nguyên văn'),
  column('locator', 'Vị trí trong nguồn'),
  column('verify_vi', 'Cần kiểm tra'),
  column('verify_en', 'Cần kiểm tra (tiếng Anh)'),
  column('note_vi', 'Ghi chú'),
  column('note_en', 'Ghi chú (tiếng Anh)'),
]

/** Of a file that somebody fills in by hand: what else may be left out, because an empty cell can be understood (`handText`). */
const NEEDED_BY_HAND = ['territory_set', 'province_code', 'period_start', 'period_end', 'indicator_code', 'value']

/** Which column of a file stands for which column of the form. */
export interface ColumnMatch {
  /** Name in the form → name in the file. */
  readonly found: ReadonlyMap<string, string>
  /** Names in the file that mean a column which another one means already. */
  readonly twice: readonly string[]
}

/** Knows a column by its name in the form or by its heading in the template, in any writing of case, marks and blanks. */
export function matchColumns(columns: readonly string[]): ColumnMatch {
  const found = new Map<string, string>()
  const twice: string[] = []
  for (const name of columns) {
    const meant = MEANINGS.get(fold(name))
    if (meant === undefined) continue
    if (found.has(meant)) twice.push(name)
    else found.set(meant, name)
  }
  return { found, twice }
}

/** The required columns that a file lacks; `byHand` asks for less. */
export function missingColumns({ found }: ColumnMatch, byHand = false): ObservationColumn[] {
  return OBSERVATION_COLUMNS.filter(
    ({ name, required }) => (byHand ? NEEDED_BY_HAND.includes(name) : required) && !found.has(name),
  )
}

/** Names in a file that mean nothing but are nearly the heading of one missing column: a letter apart, or its last words. */
export function nearColumns(
  columns: readonly string[],
  missing: readonly ObservationColumn[],
): { readonly name: string; readonly meant: ObservationColumn }[] {
  return columns.flatMap((name) => {
    const written = fold(name)
    if (written.length < SHORTEST || MEANINGS.has(written)) return []
    const [meant, another] = missing.filter((column) =>
      [column.vi, column.name].some((known) => isOneLetterApart(fold(known), written) || fold(known).endsWith(` ${written}`)),
    )
    return meant && !another ? [{ name, meant }] : []
  })
}

/** Of shorter names a letter is too much. */
const SHORTEST = 4

/** Whether two texts are alike but for one letter put in, left out or mistaken. */
function isOneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let same = 0
  while (same < short.length && short[same] === long[same]) same += 1
  const rest = same + (long.length === short.length ? 1 : 0)
  return short.slice(rest) === long.slice(same + 1)
}

const MEANINGS = new Map(OBSERVATION_COLUMNS.flatMap(({ name, vi }) => [[fold(name), name] as const, [fold(vi), name] as const]))
