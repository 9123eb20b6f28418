import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import type { Territories } from '../../src/model/dataset.ts'
import { ChartCanvas } from '../../src/ui/chart/chart-canvas.tsx'
import { DataTable } from '../../src/ui/chart/data-table.tsx'
import { PatchworkTable } from '../../src/ui/overview/patchwork-table.tsx'
import { type StatesPicture, statesPictures } from './states-pictures.ts'
import styles from './style-page.module.css'
import { styleRoom } from './style-room.ts'

interface PictureStatesProps {
  readonly look: Pick<PictureInput, 'language' | 'words' | 'width' | 'dark'>
  readonly territories: Territories
}

/** Each chart with its table twin. */
export function PictureStates({ look, territories }: PictureStatesProps) {
  return statesPictures(look, territories).map((one) => <StatesSection key={one.name} {...one} />)
}

function StatesSection({ name, chart, input }: StatesPicture) {
  const room = styleRoom(input)
  const picture = chart.picture(input)
  return (
    <section className={styles.section} aria-label={name}>
      <h2>{name}</h2>
      {picture.kind === 'cells' && <PatchworkTable room={room} patchwork={picture.patchwork} />}
      {picture.kind === 'canvas' && (
        <ChartCanvas room={room} picture={picture} label={name} paper={{ width: input.width, scale: 1 }} />
      )}
      {picture.kind === 'nothing' && <p>{picture.reason}</p>}
      <details>
        <summary>{input.words.chart.tableTwin}</summary>
        <DataTable room={room} model={chart.table(input)} label={name} />
      </details>
    </section>
  )
}
