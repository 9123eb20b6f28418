import { map } from '../../src/charts/map.ts'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { elementsIn } from './drawn-elements.ts'
import { drawSvg } from './ssr.ts'

/** An element above the land, as far as tests look at it. */
export interface MapElement {
  readonly type: string
  readonly name?: string
  readonly x?: number
  readonly y?: number
  readonly shape?: { readonly cx: number; readonly cy: number; readonly r: number }
  readonly style: {
    readonly text?: string
    readonly fill?: string
    readonly stroke?: string
    readonly align?: string
    readonly fontStyle?: string
  }
}

/** The land of one panel. */
export interface MapGeo {
  readonly regions: readonly {
    readonly name: string
    readonly silent: boolean
    readonly itemStyle?: { readonly areaColor: string }
  }[]
}

/** The picture of a map. Throws where there is a sentence instead. */
export function mapCanvas(input: PictureInput) {
  const picture = map.picture(input)
  if (picture.kind !== 'canvas') throw new Error('no map')
  return picture
}

/** The drawn map; its outlines must have been loaded. */
export function mapSvg(input: PictureInput): string {
  const { option, height } = mapCanvas(input)
  return drawSvg(option, input.width, height)
}

export function elementsOf(input: PictureInput): readonly MapElement[] {
  return elementsIn<MapElement>(mapCanvas(input).option)
}

/** The land of the first panel. */
export function geoOf(input: PictureInput): MapGeo {
  const [first] = (mapCanvas(input).option as unknown as { geo: readonly MapGeo[] }).geo
  if (!first) throw new Error('no outlines')
  return first
}

/** The circles that stand for a figure, sized or not, in the order of drawing. */
export function circlesOf(input: PictureInput) {
  const picture = mapCanvas(input)
  return elementsOf(input).flatMap(({ type, name, shape, style }) => {
    const figure = type === 'circle' && name !== undefined ? picture.pick(name) : null
    return figure && shape ? [{ figure, ...shape, fill: style.fill }] : []
  })
}

/** The drawn outlines: only they are scaled and have a line. */
export function landPaths(svg: string): string[] {
  return svg.split('\n').filter((line) => /^<path [^>]*transform="matrix\([^>]* stroke=/.test(line))
}

/** Of the outlines, which are the package's, a golden says how each begins and how long it is. */
export function withoutOutlines(svg: string): string {
  return svg.replace(/ d="([^"]{300,})"/g, (_, d: string) => ` d="${d.slice(0, 40)} … ${d.length}"`)
}
