import type { Told, ToldFigure } from './told-figure.ts'

/** Rule 8: of the figures of one unit, those that stand for a domain. */
export function headlineChoice(figures: readonly ToldFigure[], domain: string, { meta, hit }: Told): ToldFigure[] {
  const order = meta.indicators
    .filter((one) => one.domain === domain && one.headlineOrder !== null)
    .sort((a, b) => (a.headlineOrder ?? 0) - (b.headlineOrder ?? 0))
  const standing = order.map(({ code }) => figures.filter((one) => one.indicator === code && one.stands))
  const firstPart = standing.findIndex((all) => all.length > 0)
  const firstOwn = standing.findIndex((all) => all.some(({ scope }) => scope === ''))
  if (firstPart > 0 && firstOwn === firstPart) hit('rule 8: a later indicator stands where the first is missing')
  if (firstOwn < 0) return standing[firstPart] ?? []
  const own = (standing[firstOwn] ?? []).filter(({ scope }) => scope === '')
  if (firstPart < firstOwn || own.length < (standing[firstOwn]?.length ?? 0))
    hit('rule 8: an own figure goes before one of a part')
  return own
}
