import { labelOf } from '../../locale/print-figure.ts'
import type { Words } from '../../locale/words.ts'
import { indicatorOf } from '../../model/dataset.ts'
import type { Coverage } from '../../model/rules/coverage.ts'
import type { Room } from '../answer/room.ts'
import type { ChoiceGroup } from './search-choice.tsx'

/** The picker's list: the overview, then each domain as a whole and its indicators, in the package's order of domains. */
export function indicatorGroups({ dataset, words, language }: Room, coverages: ReadonlyMap<string, Coverage>): ChoiceGroup[] {
  const domains = dataset.codes.filter((code) => code.key === 'domain').sort((a, b) => a.order - b.order)
  const groups = domains.map((domain): ChoiceGroup => {
    const items = dataset.indicators
      .filter((indicator) => indicator.domain === domain.value)
      .map((indicator) => ({
        value: indicator.code,
        label: indicator.label[language],
        sub: [labelOf(dataset, 'unit', indicator.unit, language), coverageText(coverages.get(indicator.code), words)]
          .filter(Boolean)
          .join(' · '),
        find: `${indicator.label.vi} ${indicator.label.en}`,
      }))
    const whole = {
      value: `dom-${domain.value}`,
      label: words.chrome.wholeDomain(domain.label[language]),
      find: `${domain.label.vi} ${domain.label.en}`,
    }
    return { value: domain.label[language], items: items.length > 1 ? [whole, ...items] : items }
  })
  return [
    { value: '', items: [{ value: 'all', label: words.chrome.allDomains }] },
    ...groups.filter((group) => group.items.length > 0),
  ]
}

/** `2 có số, 1 bằng chữ`: what a choice would show. */
function coverageText(coverage: Coverage | undefined, words: Words): string {
  if (!coverage) return ''
  const { coverageParts } = words.headline
  const counts = (Object.keys(coverageParts) as (keyof typeof coverageParts)[])
    .filter((key) => key !== 'notMentioned' && coverage[key] > 0)
    .map((key) => `${coverage[key]} ${coverageParts[key]}`)
  return counts.length > 0 ? counts.join(', ') : words.figure.state.not_mentioned
}

/** What the control says is chosen. */
export function shownIndicators({ dataset, view, words, language }: Room): string {
  const [first] = view.indicators
  if (first === undefined) return words.chrome.allDomains
  if (view.indicators.length > 1) return words.chrome.severalIndicators(view.indicators.length)
  if (first.startsWith('dom-')) return words.chrome.wholeDomain(labelOf(dataset, 'domain', first.slice(4), language))
  return indicatorOf(dataset, first)?.label[language] ?? first
}
