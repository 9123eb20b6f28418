import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { Words } from '../../locale/words.ts'
import type { Language } from '../../model/bilingual.ts'
import type { State } from '../../model/figure.ts'
import { coverageOf } from '../../model/rules/coverage.ts'
import type { UnitList } from '../../model/view.ts'
import { CoverageStrip } from '../chart/coverage-strip.tsx'
import dialog from './dialog.module.css'
import styles from './help-dialog.module.css'
import { HelpMarks } from './help-marks.tsx'
import { SHORTCUTS, shortcutLabel } from './shortcuts.ts'

interface HelpDialogProps {
  readonly words: Words
  readonly language: Language
  /** In a frame of another page fewer keys are bound. */
  readonly embedded: boolean
  readonly open: boolean
  onClose(): void
}

/** How to read the page: its marks, what its choices do to numbers, what it never does, and its keys. */
export function HelpDialog({ words, language, embedded, open, onClose }: HelpDialogProps) {
  const { help } = words
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop ?? ''} />
        <Dialog.Popup className={`${dialog.popup} ${styles.wide}`}>
          <div className={`${dialog.top} ${styles.top}`}>
            <Dialog.Title className={dialog.title ?? ''}>{help.title}</Dialog.Title>
            <Dialog.Close className={dialog.close ?? ''} aria-label={words.chrome.close}>
              <X size={20} aria-hidden="true" />
            </Dialog.Close>
          </div>
          <section className={styles.section}>
            <h3>{help.marksTitle}</h3>
            <p>{help.marksText}</p>
            <HelpMarks words={words} language={language} />
          </section>
          <section className={styles.section}>
            <h3>{help.coverageTitle}</h3>
            <CoverageSample words={words} />
            <p>{help.coverageText}</p>
          </section>
          <Plain title={help.pressTitle} text={help.pressText} />
          <section className={styles.section}>
            <h3>{help.unitsTitle}</h3>
            <dl className={styles.terms}>
              {UNITS.map((units) => (
                <div key={units}>
                  <dt>{words.units.lists[units]}</dt>
                  <dd>{help.units[units]}</dd>
                </div>
              ))}
            </dl>
          </section>
          <Plain title={help.likeTitle} text={help.likeText} />
          <section className={styles.section}>
            <h3>{help.neverTitle}</h3>
            <ul className={styles.list}>
              {help.never.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
          <Plain title={help.sourcesTitle} text={help.sourcesText} />
          <Plain title={help.filesTitle} text={help.filesText} />
          <section className={styles.section}>
            <h3>{help.keysTitle}</h3>
            <dl className={styles.keys}>
              {SHORTCUTS.filter(({ inFrame }) => inFrame || !embedded).map((shortcut) => (
                <div key={shortcut.key}>
                  <dt>
                    <kbd>{shortcut.key}</kbd>
                  </dt>
                  <dd>{shortcutLabel(shortcut, help, words.rows)}</dd>
                </div>
              ))}
            </dl>
            <p>{help.keysText}</p>
          </section>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const UNITS: readonly UnitList[] = ['34', '63', 'goc']

function Plain({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <section className={styles.section}>
      <h3>{title}</h3>
      <p>{text}</p>
    </section>
  )
}

/** Five places: two numbers, one of some of the days, one in words, one not mentioned. */
function CoverageSample({ words }: { readonly words: Words }) {
  const states: readonly State[] = ['value', 'value', 'part_of_time', 'in_words', 'not_mentioned']
  const places = states.map((state, at) => ({ key: `63:0${at + 1}` as const, state, name: `${at + 1}/5` }))
  return <CoverageStrip coverage={coverageOf(states)} states={places} words={words} />
}
