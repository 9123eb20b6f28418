import type { Graphic } from './graphics.ts'

/** `y` is the index of the bar. An open end for bars whose value is a lower bound: an arrow at the end of the bar. */
export function openEndSymbol(ends: readonly { readonly x: number; readonly y: number }[], colour: string) {
  return {
    silent: true,
    symbol: 'triangle',
    symbolSize: [12, 8],
    symbolRotate: -90,
    symbolOffset: [3, 0],
    itemStyle: { color: colour },
    label: { show: false },
    data: ends.map(({ x, y }) => ({ coord: [x, y] })),
  }
}

/** An open end at a point of a picture: the truth lies on this side. */
export function openEndAt(x: number, y: number, side: 1 | -1, line: string): Graphic {
  const points = [-4, 0, 4].map((down) => [Math.round((x + (down === 0 ? 2 : -2) * side) * 100) / 100, y + down])
  return { type: 'polyline', shape: { points }, style: { fill: 'none', stroke: line, lineWidth: 2 }, silent: true, z: 10, z2: 1 }
}
