import { Menu } from '@base-ui/react/menu'
import { Download } from 'lucide-react'
import { useState } from 'react'
import type { ChartType } from '../../charts/chart-type.ts'
import type { PictureInput } from '../../charts/parts/picture-input.ts'
import { CHART_WIDTH, framedChart } from '../../charts/share/framed-chart.ts'
import { tableCopy } from '../../charts/share/table-copy.ts'
import { tableCsv } from '../../charts/share/table-csv.ts'
import type { TableModel } from '../../charts/table/table-row.ts'
import type { Room } from '../answer/room.ts'
import { embeddedFonts } from '../take/embedded-fonts.ts'
import { exportLabel, exportName } from '../take/export-label.ts'
import type { ShownPicture } from '../take/picture-dialog.tsx'
import { PictureDialog } from '../take/picture-dialog.tsx'
import { mayNotSave, saveFile } from '../take/save-file.ts'
import { pngOf, svgBlob } from '../take/share-picture.ts'
import styles from './chart-menu.module.css'

interface ChartMenuProps {
  readonly room: Room
  readonly chart: ChartType
  readonly input: PictureInput
  readonly table: TableModel
  readonly title: string
  /** Whether there is a picture besides the table. */
  readonly isDrawn: boolean
  /** Unfolds the table on the page and selects it, to be copied by hand. */
  onSelectTable(): void
}

/** What can be taken from one chart: its picture, its numbers. */
export function ChartMenu({ room, chart, input, table, title, isDrawn, onSelectTable }: ChartMenuProps) {
  const { words, language } = room
  const { take } = words
  const [status, setStatus] = useState('')
  const [shown, setShown] = useState<ShownPicture | null>(null)
  const figures = () => table.rows.flatMap(({ figure }) => (figure ? [figure] : []))
  const label = () => exportLabel(room, input, figures(), title)
  const save = (ending: string, blob: Blob) => {
    const name = exportName(room, [title], ending)
    saveFile(name, blob)
    setStatus(take.saved(name))
  }
  const takePicture = async (kind: 'png' | 'svg') => {
    setStatus(take.making)
    try {
      // Always on light paper: what is printed or pasted stands on white.
      const picture = chart.picture({ ...input, width: CHART_WIDTH, dark: false })
      if (picture.kind !== 'canvas') throw new Error('no picture')
      const drawn = await framedChart(picture, label(), words, await embeddedFonts())
      const blob = kind === 'svg' ? svgBlob(drawn.svg) : await pngOf(drawn, 2)
      save(kind, blob)
      if (mayNotSave()) setShown({ blob, name: exportName(room, [title], kind), title })
    } catch {
      setStatus(take.failed)
    }
  }
  // In the words of the page, of the dataset that the picture is of.
  const tableRoom = { words, language, dataset: input.dataset }
  const takeCsv = () => save('csv', new Blob([tableCsv(table, label(), tableRoom)], { type: 'text/csv;charset=utf-8' }))
  const copy = async () => {
    const { text, html } = tableCopy(table, label(), tableRoom)
    try {
      const item = {
        'text/plain': new Blob([text], { type: 'text/plain' }),
        'text/html': new Blob([html], { type: 'text/html' }),
      }
      await navigator.clipboard.write([new ClipboardItem(item)])
      setStatus(take.tableCopied)
    } catch {
      onSelectTable()
      setStatus(take.tableSelected)
    }
  }
  const item = (text: string, act: () => void) => (
    <Menu.Item key={text} className={styles.item ?? ''} onClick={act}>
      {text}
    </Menu.Item>
  )
  return (
    <div className={styles.take}>
      <span role="status" className={styles.status}>
        {status}
      </span>
      <Menu.Root>
        <Menu.Trigger className={styles.trigger ?? ''} aria-label={take.menu(title)}>
          <Download size={16} aria-hidden="true" />
          {take.download}
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner
            className={styles.positioner ?? ''}
            align="end"
            sideOffset={4}
            role="region"
            aria-label={take.menu(title)}
          >
            <Menu.Popup className={styles.popup ?? ''}>
              {isDrawn && item(take.png, () => void takePicture('png'))}
              {isDrawn && item(take.svg, () => void takePicture('svg'))}
              {item(take.csv, takeCsv)}
              {item(take.copyTable, () => void copy())}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <PictureDialog words={words} shown={shown} onClose={() => setShown(null)} />
    </div>
  )
}
