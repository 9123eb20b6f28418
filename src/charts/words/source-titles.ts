import type { Dataset } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'

/**
 * What figures rest on, as an office names it: the titles of their sources, those of most figures first; titles that differ only in
 * their year are one, `Báo cáo tháng năm 2015–2024`.
 */
export function sourceTitles(figures: readonly Pick<Figure, 'sources'>[], dataset: Pick<Dataset, 'sources'>): string[] {
  const uses = new Map<string, number>()
  for (const id of figures.flatMap(({ sources }) => sources)) uses.set(id, (uses.get(id) ?? 0) + 1)
  const kinds = new Map<string, { readonly years: Set<number>; uses: number }>()
  for (const { id, title, publisher } of dataset.sources) {
    const used = uses.get(id)
    if (used === undefined) continue
    const name = (title || publisher).replace(/\.+$/, '')
    const [year, ...others] = name.match(YEAR) ?? []
    const isOfYear = year !== undefined && others.length === 0
    const key = isOfYear ? name.replace(YEAR, HOLE) : name
    const kind = kinds.get(key) ?? { years: new Set<number>(), uses: 0 }
    if (isOfYear) kind.years.add(Number(year))
    kind.uses += used
    kinds.set(key, kind)
  }
  return [...kinds].sort(([, a], [, b]) => b.uses - a.uses).map(([key, { years }]) => key.replace(HOLE, spans([...years])))
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?![\d/])/g
/** Stands for the year; in no title. */
const HOLE = '\u{e000}'

/** `2015–2018, 2020`. */
function spans(years: readonly number[]): string {
  const runs: [number, number][] = []
  for (const year of [...years].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] === year - 1) last[1] = year
    else runs.push([year, year])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
