/** What a column holds decides how it is narrowed: by words, by a choice of its values, from–to. */
export type RowColumnKind = 'text' | 'choice' | 'number' | 'time'

/** One column of the table of reported rows; its id stands in links (`s`, `r.<id>`, `rc`). */
export interface RowColumn {
  readonly id: RowColumnId
  readonly kind: RowColumnKind
  /** Shown where nobody chose columns. */
  readonly usual: boolean
}

export type RowColumnId =
  | 'place'
  | 'indicator'
  | 'part'
  | 'number'
  | 'unit'
  | 'time'
  | 'printed'
  | 'covers'
  | 'source'
  | 'locator'
  | 'list'
  | 'level'
  | 'qualifier'
  | 'status'
  | 'basis'
  | 'verify'
  | 'note'
  | 'id'
  | 'file'
  | 'line'

const column = (id: RowColumnId, kind: RowColumnKind, usual = false): RowColumn => ({ id, kind, usual })

/** In the order in which they stand. */
export const ROW_COLUMNS: readonly RowColumn[] = [
  column('place', 'choice', true),
  column('indicator', 'choice', true),
  column('part', 'choice', true),
  column('number', 'number', true),
  column('unit', 'choice'),
  column('time', 'time', true),
  column('printed', 'text', true),
  column('covers', 'text', true),
  column('source', 'choice', true),
  column('locator', 'text'),
  column('list', 'choice'),
  column('level', 'choice'),
  column('qualifier', 'choice'),
  column('status', 'choice'),
  column('basis', 'choice'),
  column('verify', 'text'),
  column('note', 'text'),
  column('id', 'text'),
  column('file', 'choice'),
  column('line', 'number'),
]

export function rowColumn(id: string): RowColumn | undefined {
  return ROW_COLUMNS.find((one) => one.id === id)
}

/** The columns of `observation` that the texts of a text column stand in, in both languages. */
export const TEXTS: Readonly<Partial<Record<RowColumnId, readonly string[]>>> = {
  printed: ['printed'],
  covers: ['unit_name', 'scope_vi', 'scope_en'],
  locator: ['locator'],
  verify: ['verify_vi', 'verify_en'],
  note: ['note_vi', 'note_en', 'period_note_vi', 'period_note_en'],
}
