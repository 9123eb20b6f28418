import type { ReportWords } from './report.vi.ts'

export const reportEn: ReportWords = {
  title: 'Report a wrong figure',
  to: (contact) => `Send it to: ${contact}`,
  write: (address) => `Write to ${address}`,
  open: 'Open the page that takes it',
  copy: 'Copy what to report',
  subject: (mark) => `Wrong figure: ${mark}`,
  about: (figure) => `The figure as shown: ${figure}`,
  mark: (mark) => `Its mark: ${mark}`,
  link: (link) => `Link: ${link}`,
  right: 'The right figure, and where it stands: ',
}
