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
