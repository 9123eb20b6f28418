import { Dialog } from '@base-ui/react/dialog'
import { ChevronLeft, ChevronRight, ExternalLink, X } from 'lucide-react'
import type { OpenDataset } from '../../data/open-dataset.ts'
import { printPublished } from '../../locale/print-source.ts'
import { wordsOf } from '../../locale/words.ts'
import type { Language } from '../../model/bilingual.ts'
import { ROW_COLUMNS } from '../../query/rows/row-columns.ts'
import type { FullRow } from '../../query/rows-query.ts'
import type { Room } from '../answer/room.ts'
import dialog from '../page/dialog.module.css'
import styles from './row-dialog.module.css'
import { type RowText, rowText } from './row-text.ts'
import type { Rows } from './use-rows.ts'

interface RowDialogProps {
  readonly room: Room
  readonly opened: OpenDataset
  readonly rows: Rows
  /** Place of the row in the order of the table; null while none is open. */
  readonly index: number | null
  onGo(index: number): void
  onClose(): void
}

/** One row in full: every column, what is told in both languages in both, its source, its file and line. */
export function RowDialog({ room, opened, rows, index, onGo, onClose }: RowDialogProps) {
  const { words } = room
  const say = words.rows
  const all = rows.numbers?.length ?? 0
  const row = index === null ? undefined : rows.at(index)
  return (
    <Dialog.Root open={index !== null} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop ?? ''} />
        <Dialog.Popup className={`${dialog.popup} ${styles.popup}`}>
          <div className={dialog.top}>
            <div>
              <Dialog.Title className={dialog.title ?? ''}>{say.rowTitle}</Dialog.Title>
              <Dialog.Description className={styles.quiet ?? ''}>{say.rowOf((index ?? 0) + 1, all)}</Dialog.Description>
            </div>
            <Dialog.Close className={dialog.close ?? ''} aria-label={words.chrome.close}>
              <X size={20} aria-hidden="true" />
            </Dialog.Close>
          </div>
          {row ? <Columns room={room} opened={opened} row={row} /> : <p role="status">{say.loading}</p>}
          {index !== null && (
            <div className={styles.steps}>
              <button type="button" aria-disabled={index === 0} onClick={() => index > 0 && onGo(index - 1)}>
                <ChevronLeft size={16} aria-hidden="true" />
                {say.before}
              </button>
              <button type="button" aria-disabled={index + 1 >= all} onClick={() => index + 1 < all && onGo(index + 1)}>
                {say.after}
                <ChevronRight size={16} aria-hidden="true" />
              </button>
            </div>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Columns({ room, opened, row }: Pick<RowDialogProps, 'room' | 'opened'> & { readonly row: FullRow }) {
  const { dataset, words, language } = room
  const other: Language = language === 'vi' ? 'en' : 'vi'
  const source = dataset.sources.find(({ id }) => id === row.sourceId)
  const link = source && /^https?:\/\//.test(source.url) ? source.url : null
  const inWords = (id: (typeof ROW_COLUMNS)[number]['id'], spoken: Language) =>
    joined(rowText(id, row, { dataset, words: wordsOf(spoken), language: spoken, files: opened.files }))
  return (
    <>
      <dl className={styles.columns}>
        {ROW_COLUMNS.map(({ id }) => {
          const [own, too] = [inWords(id, language), inWords(id, other)]
          return (
            <div key={id} data-column={id} data-empty={own === ''}>
              <dt>{words.rows.columns[id]}</dt>
              <dd>
                {own === '' ? words.chart.missing : own}
                {too !== own && too !== '' && (
                  <span className={styles.other} lang={other}>
                    {too}
                  </span>
                )}
                {id === 'source' && source && (
                  <span className={styles.other} lang="vi">
                    {[source.title, source.author, printPublished(source, words.grounds, language)].filter(Boolean).join(', ')}
                  </span>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      {link && (
        <a href={link} target="_blank" rel="noopener noreferrer" className={styles.link}>
          {words.grounds.openSource} <ExternalLink size={14} aria-hidden="true" />
        </a>
      )}
    </>
  )
}

function joined({ main, sub }: RowText): string {
  return [main, sub].filter(Boolean).join(' – ')
}
