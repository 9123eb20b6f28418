import type { RefusedFile } from '../../data/read-files.ts'
import type { FilesOutcome } from '../../data/workspace.ts'
import type { Words } from '../../locale/words.ts'
import type { Language } from '../../model/bilingual.ts'
import type { FailureCode } from '../../model/failure.ts'
import { FailurePanel } from '../page/failure-panel.tsx'
import styles from './files-strip.module.css'
import { TemplateLink } from './template-link.tsx'
import { UnderstoodList } from './understood-list.tsx'
import type { OpeningFiles } from './use-open-files.ts'

interface FilesStripProps {
  readonly opening: OpeningFiles
  readonly words: Words
  readonly language: Language
  /** Whether figures are on screen that stay as they are. */
  readonly keeps?: boolean
  onShowRejected(): void
}

/** Files that are being opened, and what became of them: how many rows, which were not accepted, what was understood. */
export function FilesStrip({ opening, words, language, keeps = true, onShowRejected }: FilesStripProps) {
  const { progress, outcome, error, cancel, dismiss } = opening
  const { open, chrome } = words
  if (progress) {
    const percent = progress.size === 0 ? 0 : Math.floor((100 * progress.loaded) / progress.size)
    return (
      <div className={styles.strip} data-files="opening">
        <p role="status">{progress.step === 'reading' ? open.reading(percent) : open.loading}</p>
        <progress
          max={100}
          value={progress.step === 'reading' ? percent : undefined}
          aria-label={progress.step === 'reading' ? open.reading(percent) : open.loading}
        />
        <button type="button" className={styles.button} onClick={cancel}>
          {chrome.cancel}
        </button>
      </div>
    )
  }
  if (error) return <FailurePanel error={error} words={words} keeps={keeps} onClose={dismiss} />
  if (!outcome) return null
  return (
    <div className={styles.strip} data-files={outcome.opened ? 'opened' : 'refused'} role={outcome.opened ? 'status' : 'alert'}>
      {outcome.opened && <Opened {...{ outcome, words, language }} onShowRejected={onShowRejected} />}
      {outcome.refused.map((refused) => (
        <Refused key={refused.name} {...{ refused, words }} keeps={keeps && !outcome.opened} />
      ))}
      <button type="button" className={styles.button} onClick={dismiss}>
        {chrome.dismiss}
      </button>
    </div>
  )
}

/** A file that could not be opened: what happened, what was kept, what to do, and the form where its columns are not those of it. */
function Refused({
  refused: { name, failure },
  words,
  keeps,
}: {
  readonly refused: RefusedFile
  readonly words: Words
  readonly keeps: boolean
}) {
  const sentence = words.failure.sentence[failure.code](failure.detail)
  return (
    <p data-failure={failure.code}>
      <strong>{words.open.refused(name)}</strong> {sentence.what} {keeps && `${words.open.unchanged} `}
      {sentence.next} {ABOUT_FORM.includes(failure.code) && <TemplateLink of="template" words={words} />}
    </p>
  )
}

const ABOUT_FORM: readonly FailureCode[] = [
  ...(['csv-columns-missing', 'csv-title-rows', 'columns-faulty', 'columns-twice', 'csv-one-column', 'csv-no-rows'] as const),
]

function Opened({
  outcome,
  words,
  language,
  onShowRejected,
}: {
  readonly outcome: FilesOutcome
  readonly words: Words
  readonly language: Language
  onShowRejected(): void
}) {
  const { opened } = outcome
  const { open } = words
  if (!opened) return null
  const { report, held, files, blankLines } = opened
  const print = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB')
  const out = report.rejected + held.length
  return (
    <>
      <p>
        <strong>{open.opened(files.join(', '), print.format(report.kept), print.format(report.read + held.length))}</strong>{' '}
        {out > 0 && open.rejected(print.format(out))} {blankLines > 0 && open.blankLines(print.format(blankLines))}{' '}
        {report.kept === 0 && open.nothingKept}
      </p>
      {out > 0 && report.kept > 0 && (
        <button type="button" className={styles.link} onClick={onShowRejected}>
          {open.showRejected}
        </button>
      )}
      <UnderstoodList report={report} words={words} language={language} />
    </>
  )
}
