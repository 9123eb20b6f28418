import { Menu } from '@base-ui/react/menu'
import { Download } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { takenCopy } from '../../charts/share/table-copy.ts'
import type { OpenDataset } from '../../data/open-dataset.ts'
import type { Room } from '../answer/room.ts'
import styles from '../chart/chart-menu.module.css'
import { exportName } from '../take/export-label.ts'
import { saveFile } from '../take/save-file.ts'
import { fetchRows, labelOfRows, type RowsExport, rowCells, rowsCsv, rowsHeader } from './rows-export.ts'
import own from './rows-screen.module.css'

interface RowsDownloadProps {
  readonly room: Room
  readonly opened: OpenDataset
  readonly numbers: readonly number[]
}

/** More rows make a clipboard that Word chokes on. */
const MOST_COPIED = 500

/** Excel opens no more, the header among them. */
const MOST_IN_EXCEL = 1_048_576

/** What the filters keep, all of it, as a file; its first rows for the clipboard. */
export function RowsDownload({ room, opened, numbers }: RowsDownloadProps) {
  const { words, language } = room
  const say = words.rows
  const [status, setStatus] = useState('')
  const running = useRef<AbortController | null>(null)
  const [isRunning, setRunning] = useState(false)
  useEffect(() => () => running.current?.abort(), [])
  const taken: RowsExport = { room, files: opened.files, numbers, all: opened.report.kept }
  const takeCsv = async () => {
    const control = new AbortController()
    running.current = control
    setRunning(true)
    try {
      setStatus(say.downloading(0, numbers.length))
      const blob = await rowsCsv(taken, (done) => setStatus(say.downloading(done, numbers.length)), control.signal)
      const name = exportName(room, [say.title], 'csv')
      saveFile(name, blob)
      const warning = numbers.length >= MOST_IN_EXCEL ? ` ${say.tooManyForExcel}` : ''
      setStatus(say.saved(name, numbers.length) + warning)
    } catch {
      setStatus(control.signal.aborted ? '' : say.notTaken)
    }
    setRunning(false)
  }
  const copied = Math.min(MOST_COPIED, numbers.length)
  const copy = async () => {
    try {
      const rows = await fetchRows(taken, numbers.slice(0, copied))
      const label = labelOfRows(taken, new Set(rows.map(({ sourceId }) => sourceId)), copied)
      const table = { header: rowsHeader(room), rows: rows.map((row) => rowCells(row, taken)) }
      const { text, html } = takenCopy(table, label, words, language)
      const item = {
        'text/plain': new Blob([text], { type: 'text/plain' }),
        'text/html': new Blob([html], { type: 'text/html' }),
      }
      await navigator.clipboard.write([new ClipboardItem(item)])
      setStatus(say.copied(copied))
    } catch {
      setStatus(say.notCopied)
    }
  }
  return (
    <div className={own.download}>
      {isRunning && (
        <button type="button" className={own.button} onClick={() => running.current?.abort()}>
          {words.chrome.cancel}
        </button>
      )}
      <Menu.Root>
        <Menu.Trigger className={own.button ?? ''} aria-label={say.menu} disabled={isRunning}>
          <Download size={16} aria-hidden="true" />
          {words.take.download}
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className={styles.positioner ?? ''} align="end" sideOffset={4}>
            <Menu.Popup className={styles.popup ?? ''}>
              <Menu.Item className={styles.item ?? ''} onClick={() => void takeCsv()}>
                {say.download(numbers.length)}
              </Menu.Item>
              <Menu.Item className={styles.item ?? ''} onClick={() => void copy()}>
                {say.copyFirst(copied)}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <span role="status" className={styles.status}>
        {status}
      </span>
    </div>
  )
}
