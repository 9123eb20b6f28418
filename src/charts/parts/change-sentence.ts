import { printFigure } from '../../locale/print-figure.ts'
import { indicatorOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { type Change, measureOf } from '../../model/rules/change.ts'
import { totalOf } from '../../model/rules/comparability.ts'
import type { LikeForLike } from '../../model/rules/like-for-like.ts'
import { type TerritoryKey, territoryKey } from '../../model/territory.ts'
import { MANY } from './dense-finding.ts'
import type { PictureInput } from './picture-input.ts'
import { reporterName } from './reporters.ts'
import type { SentencePart } from './sentence-part.ts'

type Input = Omit<PictureInput, 'width' | 'dark'>

/** Of more names only so many are said. */
const MOST_NAMES = 8

/**
 * What has to be said of a comparison: with an earlier time the change of those that have both figures, who rose and fell most, and
 * who is left out; with targets how many reached theirs. Why there is none, where there is none. Empty where nothing is compared.
 */
export function changeSentences(input: Input): SentencePart[][] {
  const { compared } = input.answer
  const { compare } = input.words
  if (!compared) return []
  if (compared.refused) return [[compare.refusedAll[compared.refused]]]
  if (compared.kind === 'target') return targetSentence(input)
  if (compared.kind === 'peers') return []
  const [like, ...others] = compared.likeForLike
  if (!like || others.length > 0) return extremes([...compared.changes.values()], input)
  return [
    ...likeForLikeSentence(like, compared.kind, input),
    ...allUnits(like, input),
    ...extremes(
      [...compared.changes.values()].filter(({ now }) => like.pairs.some(([one]) => one === now)),
      input,
    ),
    ...leftOut(like, input),
  ]
}

function likeForLikeSentence(
  { change, pairs, whole, partly }: LikeForLike,
  kind: 'prev' | 'yoy',
  input: Input,
): SentencePart[][] {
  const { compare } = input.words
  const { now, base, percent, difference } = change
  if (!base || !difference || pairs.length < 2) return []
  const way = (difference.value as number) > 0 ? 'up' : (difference.value as number) < 0 ? 'down' : 'same'
  const size = way === 'same' ? [] : [unsigned(percent ?? difference, input)]
  const parts: SentencePart[] = [
    compare.likeForLike(whole.length + partly.length),
    compare.went(way),
    ...size,
    compare.against(kind),
    compare.from,
    { figure: base, text: print(base, input) },
    way === 'down' ? compare.toLower : compare.to,
    { figure: now, text: print(now, input) },
    '.',
  ]
  return [parts]
}

/** Rule 10: the sum of all that have a number now, where some of them are left out and the finding does not say it already. */
function allUnits({ measure, withoutBase, bounded, partly }: LikeForLike, input: Input): SentencePart[][] {
  const { answer, dataset, words } = input
  if (withoutBase.length + bounded.length + partly.length === 0) return []
  const group = answer.comparability.groups.find(
    ({ composition, scale }) => !composition && scale[0] !== undefined && measureOf(scale[0]) === measure,
  )
  const aggregation = indicatorOf(dataset, group?.scale[0]?.indicator ?? '')?.aggregation ?? 'none'
  const total = group && group.scale.length < MANY ? totalOf(group, aggregation) : null
  if (!group || !total) return []
  return [[words.compare.allUnits(group.scale.length), { figure: total, text: print(total, input) }, '.']]
}

/** "rose 12.3%" needs no sign. */
function unsigned(figure: Figure, input: Input): SentencePart {
  return { figure, text: print({ ...figure, value: Math.abs(figure.value as number) }, input).replace('+', '') }
}

/** Whose numbers rose and fell most, in the unit that is shown; ties are said together by the first of them only. */
function extremes(changes: readonly Change[], input: Input): SentencePart[][] {
  const { compare } = input.words
  const counted = changes.filter(({ difference, now }) => difference !== null && now.basis !== 'part')
  const measures = new Set(counted.map(({ now }) => now.comparisonKey))
  if (counted.length < 3 || measures.size !== 1) return []
  const ordered = [...counted].sort((a, b) => (b.difference?.value as number) - (a.difference?.value as number))
  const [up, down] = [ordered[0] as Change, ordered.at(-1) as Change]
  return [
    ...((up.difference?.value as number) > 0 ? [[compare.mostUp, ...named(up, input), '.']] : []),
    ...((down.difference?.value as number) < 0 ? [[compare.mostDown, ...named(down, input), '.']] : []),
  ]
}

function named({ now, base, difference, percent }: Change, input: Input): SentencePart[] {
  const name = reporterName(input.dataset, territoryKey(now.territory), input.language)
  const { compare } = input.words
  return [
    `${name} `,
    ...(difference ? [{ figure: difference, text: print(difference, input) }] : []),
    ...(percent ? [' (', { figure: percent, text: print(percent, input) }, ')'] : []),
    ...(base ? [compare.from, { figure: base, text: number(base, input) }] : []),
    ...[
      base && (now.value as number) < (base.value as number) ? compare.toLower : compare.to,
      { figure: now, text: number(now, input) },
    ],
  ]
}

function leftOut(
  { whole, partly, bounded, withoutNow, withoutBase }: LikeForLike,
  { dataset, words, language }: Input,
): SentencePart[][] {
  const names = (keys: readonly TerritoryKey[]) => keys.map((key) => reporterName(dataset, key, language))
  const missing = [...new Set([...withoutNow, ...withoutBase])].filter(
    (key) => !whole.includes(key) && !bounded.includes(key) && !partly.some(({ unit }) => unit === key),
  )
  const listed = (keys: readonly TerritoryKey[]) => {
    const said = names(keys).sort(new Intl.Collator('vi').compare)
    return said.length > MOST_NAMES ? [...said.slice(0, MOST_NAMES), words.headline.others(said.length - MOST_NAMES)] : said
  }
  return [
    ...(missing.length > 0 ? [[words.compare.notBoth(listed(missing))]] : []),
    ...(bounded.length > 0 ? [[words.compare.bounded(listed(bounded))]] : []),
    ...partly.slice(0, MOST_NAMES).map(({ unit, old }) => [words.compare.partly(names([unit]).join(), listed(old))]),
  ]
}

function targetSentence(input: Input): SentencePart[][] {
  const { compare } = input.words
  const all = [...(input.answer.compared?.targets ?? new Map()).entries()].filter(([figure]) => figure.stands)
  const indicators = new Set(all.map(([figure]) => figure.indicator))
  if (all.length < 2 || indicators.size !== 1) return all.length === 0 ? [[compare.noTargetAtAll]] : []
  const ordered = [...all].sort(([, a], [, b]) => (b.share.value as number) - (a.share.value as number))
  const reached = ordered.filter(([, { share }]) => (share.value as number) >= 100).length
  const [best, worst] = [ordered[0], ordered.at(-1)]
  const one = (entry: (typeof ordered)[number] | undefined): SentencePart[] =>
    entry
      ? [
          `${reporterName(input.dataset, territoryKey(entry[0].territory), input.language)} `,
          { figure: entry[1].share, text: print(entry[1].share, input) },
        ]
      : []
  return [[compare.reached(reached, all.length), compare.highestShare, ...one(best), compare.lowestShare, ...one(worst), '.']]
}

function print(figure: Figure, { dataset, words, language }: Input): string {
  return printFigure(figure, dataset, words.figure, language).full
}

function number(figure: Figure, { dataset, words, language }: Input): string {
  return printFigure(figure, dataset, words.figure, language).number
}
