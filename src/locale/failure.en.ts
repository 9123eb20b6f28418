import type { FailureCode, FailureDetail } from '../model/failure.ts'
import type { FailureSentence, FailureWords } from './failure.vi.ts'

const file = (detail: FailureDetail) => (detail.file ? `The file ${detail.file}` : 'The file')
const place = ({ file, line, column }: FailureDetail) =>
  [file ? `file ${file}` : '', line ? `line ${line}` : '', column ? `column ${column}` : ''].filter(Boolean).join(', ')
const retry = 'Please try again; if it fails again, tell the administrator of the page.'
const again = 'Save the file again from the program it comes from, and open it again.'

const failureEn: Readonly<Record<FailureCode, (detail: FailureDetail) => FailureSentence>> = {
  'engine-file-missing': (d) => ({
    what: `The server lacks a file of the engine${d.status ? ` (status ${d.status})` : ''}.`,
    next: 'The administrator should copy the whole folder of the page to the server; then try again.',
  }),
  'engine-file-not-wasm': () => ({
    what: 'A file of the engine is damaged or cut, or the server sent another page instead.',
    next: 'The administrator should copy the folder of the page again; then try again.',
  }),
  'engine-worker-missing': () => ({
    what: 'The engine’s background part cannot run.',
    next: 'The administrator should check the file and the server’s security policy; then try again.',
  }),
  'engine-start-timeout': () => ({ what: 'The engine did not start in time.', next: retry }),
  'engine-browser-unfit': () => ({
    what: 'This browser is too old, or has WebAssembly switched off, and cannot run the engine.',
    next: 'Please use a current Chrome or Edge.',
  }),
  'engine-stopped': () => ({
    what: 'The engine stopped on the way.',
    next: 'Press “Try again” to restart it; your choices are kept.',
  }),
  'engine-out-of-memory': () => ({
    what: 'There is not enough memory for this dataset or computation.',
    next: 'Close other tabs of the browser, choose fewer indicators or a shorter period; split a large file and open the parts.',
  }),
  'engine-extension-missing': () => ({
    what: 'This computation needs an extension that the page does not have.',
    next: 'The figures on screen are not affected.',
  }),
  'engine-access-refused': () => ({
    what: 'The engine refused to reach outside, as designed.',
    next: 'The figures on screen are not affected.',
  }),
  'query-failed': () => ({ what: 'The computation failed.', next: retry }),
  'query-cancelled': () => ({ what: 'The computation was cancelled.', next: 'Press “Try again” to compute again.' }),
  'http-status': (d) => ({
    what: `The server did not send ${d.file ? `the file ${d.file}` : 'the file'}${d.status ? ` (status ${d.status})` : ''}.`,
    next: d.status === 401 || d.status === 403 ? 'Sign in again or ask for access, then try again.' : retry,
  }),
  'http-unreachable': (d) => ({
    what: `The server could not be reached for ${d.file ? `the file ${d.file}` : 'the file'}.`,
    next: 'Check the network, then try again.',
  }),
  'body-incomplete': (d) => ({
    what: `${file(d)} arrived incomplete${d.expected !== undefined ? `: ${d.found ?? 0} of ${d.expected} bytes` : ''}.`,
    next: 'Please try again.',
  }),
  'file-empty': (d) => ({ what: `${file(d)} is empty.`, next: again }),
  'file-html': (d) => ({
    what: `${file(d)} is a web page, not data (perhaps a sign-in page).`,
    next: 'If the page fetched it, sign in to the network and try again; if it is your own file, choose a CSV file.',
  }),
  'file-json': (d) => ({ what: `${file(d)} is JSON, not a CSV table (perhaps an error message of the server).`, next: retry }),
  'file-binary': (d) => ({ what: `${file(d)} is not CSV text.`, next: 'In Excel, save as “CSV UTF-8” and open it again.' }),
  'file-encoding-unknown': (d) => ({
    what: `The text encoding of ${d.file ? `the file ${d.file}` : 'the file'} is not known; it may be that of an old font such as VNI.`,
    next: 'Turn the letters into Unicode; in Excel, save as “CSV UTF-8” and open it again.',
  }),
  'csv-one-column': (d) => ({
    what: `${file(d)} gives only one column; its delimiter is not clear.`,
    next: 'Save it again with a comma, semicolon or tab.',
  }),
  'csv-no-rows': (d) => ({
    what: `${file(d)} has a header line and no rows.`,
    next: 'Fill in the figures and open the file again.',
  }),
  'csv-unclosed-quote': (d) => ({
    what: `${file(d)} has a double quote that is opened and never closed${d.line ? `, from line ${d.line}` : ''}.`,
    next: 'Mend that line and open the file again.',
  }),
  'csv-columns-missing': (d) => ({
    what: `${file(d)} lacks the columns ${(d.names ?? []).join(', ')}.${(d.near ?? []).map(({ name, meant }) => ` Is the column “${name}” meant to be “${meant}”?`).join('')}`,
    next: 'Add these columns as in the template and open the file again.',
  }),
  'csv-title-rows': (d) => ({
    what: `${file(d)}: the header has to be line 1; the table seems to begin on line ${d.line ?? '?'}.`,
    next: 'Delete the lines above the table (its title, the name of the office) and open the file again.',
  }),
  'columns-faulty': (d) => ({
    what: `${file(d)}: in the header (line ${d.line ?? 1}) columns without a name or named twice: ${(d.names ?? []).join(', ')}.`,
    next: 'Put the header on the first line, one name for each column, and open the file again.',
  }),
  'columns-twice': (d) => ({
    what: `${file(d)} has two columns that mean the same; one too many: ${(d.names ?? []).join(', ')}.`,
    next: 'Take one of them out and open the file again.',
  }),
  'parquet-damaged': (d) => ({
    what: `${file(d)} is not a whole Parquet file: it is cut off, damaged, or written in a way that the page cannot read.`,
    next: 'Copy it again, or export it again from the program it comes from, or open it as CSV.',
  }),
  'parquet-encrypted': (d) => ({
    what: `${file(d)} is encrypted, and the page cannot read it.`,
    next: 'Export it without encryption and open it again.',
  }),
  'parquet-nested': (d) => ({
    what: `${file(d)} has columns with several values in one cell: ${(d.names ?? []).join(', ')}.`,
    next: 'Give each value a column or a row of its own and open the file again.',
  }),
  'parquet-too-big': (d) => ({
    what: `${file(d)} is too big, or takes too long, to be read in a browser.`,
    next: 'Split it by period or by province and open the parts.',
  }),
  'parquet-reader-missing': (d) => ({
    what: `The page’s reader of Parquet files cannot run${d.status ? ` (status ${d.status})` : ''}.`,
    next: 'Open the file as CSV; the administrator should copy the whole folder of the page to the server.',
  }),
  'rows-differ': (d) => ({
    what: `${file(d)} has ${d.expected ?? '?'} rows but the engine read ${d.found ?? '?'}. The dataset is not taken, so that no figure goes missing.`,
    next: again,
  }),
  'hash-differs': (d) => ({
    what: `${file(d)} differs from what was published (its checksum does not match).`,
    next: 'Reload; if it fails again, the administrator should copy the file again.',
  }),
  'file-too-big': (d) => ({
    what: `${file(d)} is too large to be opened in a browser (at most ${Math.round((d.expected ?? 0) / 2 ** 20)} MB).`,
    next: 'Split it by period or by province and open the parts.',
  }),
  'local-file-needed': () => ({
    what: 'The numbers of this view are in a file that has not been opened here.',
    next: 'Press “Open a file” and choose that very file.',
  }),
  'local-file-unreadable': (d) => ({
    what: `${file(d)} could not be read: it was changed, moved, deleted or locked, or it is a folder.`,
    next: 'Choose the file again.',
  }),
  'local-file-changed': (d) => ({
    what: `The content of ${(d.names ?? []).join(', ')} is not what it was when it was opened.`,
    next: 'Open the file again to see the new numbers.',
  }),
  'local-file-twice': (d) => ({
    what: `${file(d)} has exactly the content of ${(d.names ?? []).join(', ')}, so it is not counted once more.`,
    next: 'The figures are complete; there is nothing to do.',
  }),
  'package-invalid': (d) => ({
    what: `The dataset has an error in ${place(d) || 'its description'}.`,
    next: 'Whoever keeps the dataset should mend it there.',
  }),
  'dataset-changed': () => ({
    what: 'The dataset was replaced by another version while the page was open.',
    next: 'Reload the page to see the new numbers; what you chose stands in the link and is kept.',
  }),
  'dataset-unknown': (d) => ({
    what: `There is no dataset “${(d.names ?? []).join(', ')}” on this page.`,
    next: 'Choose a dataset from the list.',
  }),
}

export const failureWordsEn: FailureWords = {
  sentence: failureEn,
  kept: 'What is on screen is kept.',
  details: 'Technical details',
}
