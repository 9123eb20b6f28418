import type { NoticeReason } from '../model/notice.ts'
import type { NoticeWords } from './notice.vi.ts'

export const noticeEn: NoticeWords = {
  line: (param, value, reason) => `${param}${value === '' ? '' : ` = ${value}`}: ${NOTICE_EN[reason]}`,
}

const NOTICE_EN: Readonly<Record<NoticeReason, string>> = {
  malformed: 'not of the right form, ignored',
  unknown: 'not in this dataset, ignored',
  repeated: 'given twice, the first one is used',
  'too-many': 'too many values, only the first ones are read',
  'too-long': 'the link is too long, its end is not read',
  forbidden: 'a name that is not allowed, ignored',
  'newer-version': 'a link of a newer version, some choices may be missing',
  'other-file': 'the link is about a file with another content than the one opened; please check the file',
  'other-data': 'a link frozen on other data than these',
}
