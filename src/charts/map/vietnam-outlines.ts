import source from '@svg-maps/vietnam'
import { FRAME, INSETS, type Inset } from './map-places.ts'
import { type Outline, type Point, unionOf } from './map-union.ts'

/** What the package gives; its own types name a module that it does not bring. */
interface SvgMap {
  readonly locations: readonly { readonly id: string; readonly path: string }[]
}

/**
 * The outlines of provinces and of both archipelagos as an SVG text of `FRAME`. `units` has, by the name that a path gets, the codes
 * on the list of 63 whose outlines it is made of: several make one, without the borders between them. Paths of one name take one
 * colour. Islands stand in their boxes as they lie to one another, each without its bays and large enough to be seen. The text has
 * no styles of its own, which a content security policy would refuse.
 */
export function vietnamSvg(units: ReadonlyMap<string, readonly string[]>): string {
  const { locations }: SvgMap = source
  const pathsOf = (code: string, islands: boolean) =>
    locations.filter(({ id }) => OUTLINE_CODES[id] === code && isArchipelago(id) === islands)
  const unknown = locations.find(({ id }) => OUTLINE_CODES[id] === undefined)
  if (unknown) throw new RangeError(`outline ${unknown.id} belongs to no province`)
  const drawn = [...units].flatMap(([name, codes]) => {
    const land = landPath(codes.flatMap((code) => pathsOf(code, false).map(({ path }) => path)))
    const islands = codes.flatMap((code) => pathsOf(code, true).map(({ id, path }) => islandsIn(INSETS[id as Archipelago], path)))
    return [land, ...islands].map((d) => `<path name="${name}" d="${d}"/>`)
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${FRAME.width} ${FRAME.height}">${drawn.join('')}</svg>`
}

type Archipelago = keyof typeof INSETS

function isArchipelago(id: string): boolean {
  return Object.hasOwn(INSETS, id)
}

/** What nothing is joined to keeps the very path of the package. */
function landPath(paths: readonly string[]): string {
  const outlines = paths.flatMap(readOutlines)
  const joined = unionOf(outlines)
  const [only] = paths
  return only !== undefined && paths.length === 1 && joined.length === outlines.length ? only : joined.map(pathOf).join('')
}

function pathOf(corners: Outline): string {
  return `M${corners.map((corner) => corner.map((value) => value.toFixed(2)).join(' ')).join('L')}Z`
}

/** Mean of length and width below which no island is drawn, and the white around the islands in their box, in units of the frame. */
const SMALLEST = 6
const MARGIN = 14

function islandsIn(inset: Inset, path: string): string {
  const islands = readOutlines(path).map(hullOf)
  const all = extentOf(islands.flat())
  const scale = Math.min((inset.width - 2 * MARGIN) / all.width, (inset.height - 2 * MARGIN) / all.height)
  const middle: Point = [inset.x + inset.width / 2, inset.y + inset.height / 2]
  const drawn = islands.map((island) => {
    const own = extentOf(island)
    const enlarged = Math.max(scale, SMALLEST / Math.sqrt(own.width * own.height))
    const place = (at: 0 | 1) => middle[at] + (own.middle[at] - all.middle[at]) * scale
    const corners = island.map(
      ([x, y]): Point => [place(0) + (x - own.middle[0]) * enlarged, place(1) + (y - own.middle[1]) * enlarged],
    )
    return pathOf(corners)
  })
  return drawn.join('')
}

/** The corners that a band around the points would touch: of a reef that is a thin ring, hardly anything else could be coloured. */
function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const chain = (ordered: readonly Point[]) => {
    const kept: Point[] = []
    for (const point of ordered) {
      while (kept.length > 1 && !turns(kept.at(-2) as Point, kept.at(-1) as Point, point)) kept.pop()
      kept.push(point)
    }
    return kept.slice(0, -1)
  }
  return [...chain(sorted), ...chain(sorted.reverse())]
}

function turns(a: Point, b: Point, c: Point): boolean {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0
}

function extentOf(points: readonly Point[]) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const middle: Point = [(left + right) / 2, (top + bottom) / 2]
  return { width: right - left, height: bottom - top, middle }
}

/** The corners of every closed line of a path. Curves are taken as straight: islands are too small for the difference. */
export function readOutlines(path: string): Point[][] {
  const tokens = path.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?|[a-z]/gi) ?? []
  const outlines: Point[][] = []
  let command = ''
  let here: Point = [0, 0]
  let at = 0
  while (at < tokens.length) {
    if (/^[a-z]/i.test(tokens[at] as string)) command = tokens[at++] as string
    const length = POINTS[command.toLowerCase()]
    if (length === undefined) throw new RangeError(`path command ${command}`)
    if (length === 0) {
      here = outlines.at(-1)?.[0] ?? here
      continue
    }
    const [x, y] = [Number(tokens[at + 2 * length - 2]), Number(tokens[at + 2 * length - 1])]
    here = command === command.toLowerCase() ? [here[0] + x, here[1] + y] : [x, y]
    at += 2 * length
    if (command.toLowerCase() === 'm') {
      outlines.push([here])
      command = command === 'm' ? 'l' : 'L'
    } else outlines.at(-1)?.push(here)
  }
  return outlines
}

/** Points that a command takes; the last one is where it ends. */
const POINTS: Readonly<Record<string, number>> = { m: 1, l: 1, c: 3, z: 0 }

/** Id of an outline in the package → code of its province on the list of 63. */
export const OUTLINE_CODES: Readonly<Record<string, string>> = {
  hanoi: '01',
  hagiang: '02',
  caobang: '04',
  backan: '06',
  tuyenquang: '08',
  laocai: '10',
  dienbien: '11',
  laichau: '12',
  sonla: '14',
  yenbai: '15',
  hoabinh: '17',
  thainguyen: '19',
  langson: '20',
  quangninh: '22',
  bacgiang: '24',
  phutho: '25',
  vinhphuc: '26',
  bacninh: '27',
  haiduong: '30',
  haiphong: '31',
  hungyen: '33',
  thaibinh: '34',
  hanam: '35',
  namdinh: '36',
  ninhbinh: '37',
  thanhhoa: '38',
  nghean: '40',
  hatinh: '42',
  quangbinh: '44',
  quangtri: '45',
  tthue: '46',
  danang: '48',
  quangnam: '49',
  quangngai: '51',
  binhdinh: '52',
  phuyen: '54',
  khanhhoa: '56',
  ninhthuan: '58',
  binhthuan: '60',
  kontum: '62',
  gialai: '64',
  daklak: '66',
  daknong: '67',
  lamdong: '68',
  binhphuoc: '70',
  tayninh: '72',
  binhduong: '74',
  dongnai: '75',
  baria: '77',
  hcm: '79',
  longan: '80',
  tiengiang: '82',
  bentre: '83',
  travinh: '84',
  vinhlong: '86',
  dongthap: '87',
  angiang: '89',
  kiengiang: '91',
  cantho: '92',
  haugiang: '93',
  soctrang: '94',
  baclieu: '95',
  camau: '96',
  hoangsa: '48',
  truongsa: '56',
}
