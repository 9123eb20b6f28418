import type { OpenWords } from './open.vi.ts'

const rows = (n: string) => (n === '1' ? '1 row' : `${n} rows`)

export const openEn: OpenWords = {
  button: 'Open a file',
  title: 'Open a data file on this machine',
  drop: 'Drop a CSV or Parquet file here',
  dropHere: 'Drop the file to open it',
  choose: 'Choose files…',
  several: 'Several files chosen together become one dataset.',
  private: 'The file is read on this machine and is sent nowhere.',
  template: 'Download the form to fill in (CSV)',
  codes: 'Download the codes used in the form (CSV)',
  templateHint: 'No file in this form yet? Download it, fill it in with Excel, save it as “CSV UTF-8” and open it.',
  reading: (percent) => `Reading the file: ${percent}%`,
  loading: 'Checking every row…',
  opened: (files, kept, all) => `Opened ${files}: ${kept} of ${all} rows accepted.`,
  nothingKept: 'No row was accepted; the table below says why for each.',
  nothingTitle: (files) => `${files}: no row can be used yet`,
  nothingAccount: (all) =>
    `The file has ${rows(all)}: 0 accepted, ${all} not accepted. No number of it is in any picture or table.`,
  nothingSteps: [
    'Read the reason for each row in the table below, and mend the file.',
    'Save it again as “CSV UTF-8”.',
    'Open it again at the end of this page, or choose another dataset under “Dataset”.',
  ],
  blankLines: (n) => `${n} blank ${n === '1' ? 'line' : 'lines'} skipped.`,
  rejected: (n) => `${rows(n)} not accepted.`,
  showRejected: 'Show the rows not accepted, and why',
  refused: (name) => `${name} could not be opened.`,
  unchanged: 'The figures on screen are unchanged.',
  understoodTitle: (n) =>
    `${n === 1 ? 'One thing' : `${n} things`} that the file does not say outright, as the page understood them`,
  understood: {
    source: (n) => `${rows(n)} without a source: the name of the file stands for it`,
    province: (n) => `${rows(n)} with a province code of one digit: a 0 was put before it`,
    level: (n) => `${rows(n)} without a level of unit: taken for the province`,
    basis: (n) => `${rows(n)} without a basis of time: taken from the days given`,
    unit: (n) => `${rows(n)} without a unit: the unit of the indicator`,
    qualifier: (n) => `${rows(n)} without a degree of certainty: taken for exact`,
    date: (n) => `${rows(n)} with a day written 31/12/2024: read as day/month/year`,
    name: (n) => `${rows(n)} with a name in the place of a code: read by the code list`,
    tcvn3: (n) => `${rows(n)} in TCVN3 (ABC fonts): letters were turned into Unicode, digits are as they were`,
  },
  nameRead: (said, code, column, n) => `“${said}” was read as the code ${code} (column ${column}, ${rows(n)})`,
  codesHint: 'A cell may have the code, or the name just as it stands in the code list.',
  showing: (files) => `You are looking at a file opened on this machine: ${files}.`,
  linkNote: 'The link does not carry the file: whoever receives it has to open this very file on their own machine.',
  askTitle: 'This link shows a file on the machine of whoever sent it',
  askText: (size) =>
    `The file is not inside the link. Open that very file on this machine${size === '' ? '' : ` (${size} bytes)`}; what the link chose is kept.`,
  askOther: 'Or look at the datasets of this page',
}
