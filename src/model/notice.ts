/** Why a part of a link, or of a view, was not taken; each has its own sentence in `locale/`. */
export type NoticeReason =
  /** Not of the form that the parameter has. */
  | 'malformed'
  /** Well-formed, but the dataset has no such thing. */
  | 'unknown'
  /** A place of another list than the one that the view counts by. */
  | 'other-list'
  /** The parameter stood there before; the first one counts. */
  | 'repeated'
  /** A link has more values than are read; the first ones count. */
  | 'too-many'
  /** The link is longer than what is read; its end is missing. */
  | 'too-long'
  /** A name that no parameter may have. */
  | 'forbidden'
  /** The link was made by a newer version. */
  | 'newer-version'
  /** A link to a file that its sender had opened is opened on another file. */
  | 'other-file'
  /** A frozen link is opened on other data than it was made on. */
  | 'other-data'

/** What was ignored, said to the reader. `value` is cut to 80 characters. */
export interface Notice {
  /** The key in the link: `p`, `f.item`. */
  readonly param: string
  readonly value: string
  readonly reason: NoticeReason
}

export function notice(param: string, value: string, reason: NoticeReason): Notice {
  return { param: cut(param), value: cut(value), reason }
}

function cut(text: string): string {
  const characters = [...text]
  return characters.length <= 80 ? text : `${characters.slice(0, 79).join('')}…`
}
