import type { NoticeReason } from '../model/notice.ts'
import { ALONE, type NoticeWords } from './notice.vi.ts'

export const noticeEn: NoticeWords = {
  line: (param, value, reason, instead = '') => {
    const said = `${NAMES_EN[param] ?? (param === '' ? 'The link' : `“${param}”`)}${value === '' ? '' : ` “${value}”`}`
    return `${said}${ALONE.includes(reason) ? ': ' : ' '}${instead === '' ? NOTICE_EN[reason] : `${NOTICE_EN[reason].replace(', ignored', '')}, showing ${instead}`}`
  },
  more: (n) => `and ${n} more`,
}

const NAMES_EN: Readonly<Record<string, string>> = {
  d: 'Dataset',
  lf: 'File',
  i: 'Indicator',
  t: 'Period',
  g: 'Time step',
  st: 'Reports across the period',
  dg: 'Counted by',
  p: 'Province',
  n: 'How numbers are counted',
  cmp: 'Comparison',
  focus: 'Highlighted province',
  tab: 'Screen',
  c: 'Chart',
  s: 'Order',
  q: 'Search words',
  rc: 'Column',
  fp: 'Frozen data',
  lang: 'Language',
  theme: 'Theme',
  v: 'Version of the link',
}

const NOTICE_EN: Readonly<Record<NoticeReason, string>> = {
  malformed: 'is not understood, ignored',
  unknown: 'is not in this dataset, ignored',
  'other-list': 'is of another list of provinces than the one that is counted by, ignored',
  repeated: 'is given twice, the first one is used',
  'too-many': 'too many values, only the first ones are read',
  'too-long': 'is too long, its end is not read',
  forbidden: 'has a name that is not allowed, ignored',
  'newer-version': 'a link of a newer version, some choices may be missing',
  'other-file': 'the link is about a file with another content than the one opened; please check the file',
  'other-data': 'a link frozen on other data than these',
}
