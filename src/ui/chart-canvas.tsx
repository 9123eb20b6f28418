import { useEffect, useRef } from 'react'
import type { Picture } from '../charts/chart-type.ts'
import { initChart } from '../charts/echarts.ts'
import styles from './chart-canvas.module.css'
import type { Room } from './room.ts'

interface ChartCanvasProps {
  readonly room: Room
  readonly picture: Extract<Picture, { kind: 'canvas' }>
  readonly label: string
}

/** An ECharts picture as SVG in the page; a click on a bar opens the grounds of its figure. */
export function ChartCanvas({ room, picture, label }: ChartCanvasProps) {
  const element = useRef<HTMLDivElement>(null)
  const latest = useRef({ room, picture })
  latest.current = { room, picture }

  useEffect(() => {
    const node = element.current
    if (!node) return
    const chart = initChart(node)
    chart.on('click', (event) => {
      const figure = latest.current.picture.pick(String(event.name))
      if (figure) latest.current.room.openGrounds(figure)
    })
    chart.setOption(picture.option)
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(node)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [picture])

  return (
    <div role="img" aria-label={`${label}. ${picture.summary}`}>
      <div ref={element} className={styles.canvas} style={{ height: picture.height }} aria-hidden="true" />
    </div>
  )
}
