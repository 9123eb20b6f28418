import type { Figure } from '../../model/figure.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import type { SentencePart } from './sentence-part.ts'

type Input = Omit<PictureInput, 'width' | 'dark'>

/** What the numbers of a view were divided by: of which years and on which basis (rule 12), and what of it is not verified. */
export function divisionSentences({ answer, words }: Input): SentencePart[][] {
  const { compare, figure } = words
  const divided = answer.figures.flatMap(({ normalised, stands }) => (stands && normalised ? [normalised] : []))
  const denominators = divided.flatMap((one) => one.denominators)
  const said = new Map(denominators.map((one) => [`${one.measure} ${one.basis}`, one]))
  const lines = [...said.values()].map(({ measure, basis }) => {
    const years = denominators.filter((one) => one.measure === measure && one.basis === basis).map(({ year }) => year)
    return compare.denominator(compare.dividedBy[measure], spanOf(years), compare.bases(basis))
  })
  const refused = answer.figures.flatMap(({ notNormalised, stands }) => (stands && notNormalised ? [notNormalised.reason] : []))
  return [
    ...lines.map((line) => [line]),
    ...(divided.some(({ allUnverified }) => allUnverified) ? [[compare.allUnverified]] : []),
    ...[...new Set(refused)].map((reason) => [compare.notDivided(count(answer.figures, reason), figure.notNormalised[reason])]),
  ]
}

function count(figures: readonly Figure[], reason: string): number {
  return figures.filter(({ stands, notNormalised }) => stands && notNormalised?.reason === reason).length
}

function spanOf(years: readonly number[]): string {
  const said = [...new Set(years)].sort((a, b) => a - b)
  const isRange = said.length > 2 && (said.at(-1) as number) - (said[0] as number) === said.length - 1
  return isRange ? `${said[0]}–${said.at(-1)}` : said.join(', ')
}
