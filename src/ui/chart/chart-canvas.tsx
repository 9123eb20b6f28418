import { useEffect, useRef, useState } from 'react'
import type { Picture } from '../../charts/chart-type.ts'
import { initChart } from '../../charts/echarts.ts'
import { placePressed } from '../../charts/parts/place-area.ts'
import { inTurn } from '../answer/in-turn.ts'
import type { Room } from '../answer/room.ts'
import { toggleFocus } from '../filters/toggle-focus.ts'
import { FailurePanel } from '../page/failure-panel.tsx'
import styles from './chart-canvas.module.css'

interface ChartCanvasProps {
  readonly room: Room
  readonly picture: Extract<Picture, { kind: 'canvas' }>
  readonly label: string
  /** On paper the picture has a width and a scale of its own. */
  readonly paper?: { readonly width: number; readonly scale: number }
}

/** An ECharts picture as SVG in the page; a click on what stands for a figure opens its grounds, one on a name makes its place stand out. */
export function ChartCanvas({ room, picture, label, paper }: ChartCanvasProps) {
  const element = useRef<HTMLDivElement>(null)
  const latest = useRef({ room, picture })
  latest.current = { room, picture }
  const [failed, setFailed] = useState<{ readonly picture: Picture; readonly error: unknown } | null>(null)
  const failure = failed?.picture === picture ? failed : null

  const isPaper = paper !== undefined
  useEffect(() => {
    const node = element.current
    if (!node || failure) return
    const chart = initChart(node)
    chart.on('click', (event) => {
      const { room, picture } = latest.current
      const name = String(event.name)
      const figure = picture.pick(name, event.componentIndex)
      const place = placePressed(name) ?? (figure ? null : (picture.place?.(name, event.componentIndex) ?? null))
      if (place) toggleFocus(place, room)
      else if (figure) room.openGrounds(figure, room)
    })
    let leave: (() => void) | null = null
    let gone = false
    const draw = () => {
      if (!gone) chart.setOption(picture.option)
    }
    const coming = picture.prepare?.()
    if (coming !== undefined) {
      coming.then(draw, (error: unknown) => {
        if (!gone) setFailed({ picture, error })
      })
    } else if (isPaper) {
      // The browser lays out the paper at once.
      draw()
    } else {
      leave = inTurn(draw)
    }
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(node)
    return () => {
      gone = true
      leave?.()
      observer.disconnect()
      chart.dispose()
    }
  }, [picture, failure, isPaper])

  if (failure) return <FailurePanel error={failure.error} words={room.words} keeps onRetry={() => setFailed(null)} />
  return (
    <div role="img" aria-label={`${label}. ${picture.summary}`}>
      <div
        ref={element}
        className={styles.canvas}
        style={{ height: picture.height, ...(paper ? { width: paper.width, zoom: paper.scale } : {}) }}
        aria-hidden="true"
      />
    </div>
  )
}
