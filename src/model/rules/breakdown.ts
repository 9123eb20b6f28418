import { buildFigure, type Draft, isExactNumber, isOfOneTime, type Picked, wholeKey, wholeKeyOf } from './build-figure.ts'
import type { ResolvedRow, RuleBook } from './resolved-row.ts'
import { groupBy } from './standing.ts'
import { differs, type Window } from './time.ts'

/** Breakdown key → values kept; a key that an indicator does not have leaves it alone. */
export type BreakdownFilter = Readonly<Record<string, readonly string[]>>

/** Whether a filter asks something of an indicator: then its totals do not answer. */
export function isFiltered(book: RuleBook, indicator: string, filter: BreakdownFilter): boolean {
  return Object.keys(filter).some((key) => book.rules.has(`${indicator} ${key}`))
}

/**
 * Rule 2: parts of an additive breakdown add. The sum stands where there is no total (for the first such key), or where a
 * filter keeps several parts. Parts of other breakdowns never add.
 */
export function partsSums(
  kept: readonly Picked[],
  single: readonly Draft[],
  book: RuleBook,
  filter: BreakdownFilter,
  window: Window | null,
): Draft[] {
  const totals = new Set(single.filter((draft) => draft.basis === 'total').map((draft) => wholeKeyOf(draft)))
  const parts = kept.filter((p) => ruleOf(book, p.row.indicator, p.row.breakdownKey) === 'additive')
  return [...groupBy(parts, (p) => wholeKey({ ...p.row, breakdownKey: '' })).entries()].flatMap(([whole, group]) => {
    const key = group.map((p) => p.row.breakdownKey).sort()[0] as string
    const chosen = group.filter((p) => p.row.breakdownKey === key)
    const several = new Set(chosen.map((p) => p.row.breakdownValue)).size > 1
    const wanted = filter[key] !== undefined ? several : !totals.has(whole)
    return wanted ? [buildFigure(chosen, 'parts_sum', window)] : []
  })
}

/** Rule 2: a part of an additive whole does not stand beside it; a total that differs from its parts is flagged. */
export function markStanding(drafts: readonly Draft[], book: RuleBook, filter: BreakdownFilter): Draft[] {
  const summed = new Set(drafts.filter((draft) => draft.basis === 'parts_sum').map((draft) => wholeKeyOf(draft)))
  return drafts.map((draft) => {
    const additive = ruleOf(book, draft.indicator, draft.breakdownKey) === 'additive'
    const alone = filter[draft.breakdownKey] !== undefined && !summed.has(wholeKeyOf(draft))
    const stands = draft.basis !== 'part' || !additive || alone
    return { ...draft, stands, mismatch: draft.basis === 'total' && partsDiffer(draft, drafts, book) }
  })
}

function partsDiffer(total: Draft, drafts: readonly Draft[], book: RuleBook): boolean {
  if (!isExactNumber(total)) return false
  const parts = drafts.filter(
    (draft) =>
      draft.basis === 'part' &&
      ruleOf(book, draft.indicator, draft.breakdownKey) === 'additive' &&
      isOfOneTime(draft, total) &&
      wholeKeyOf(draft, '') === wholeKeyOf(total),
  )
  return [...groupBy(parts, (part) => part.breakdownKey).values()].some((group) => {
    if (!group.every((part) => isExactNumber(part) && part.unit === total.unit)) return false
    const sum = group.reduce((all, part) => all + (part.value as number), 0)
    return differs(sum, total.value as number)
  })
}

function ruleOf(book: RuleBook, indicator: string, key: ResolvedRow['breakdownKey']): string {
  return book.rules.get(`${indicator} ${key}`) ?? 'not_additive'
}
