import { labelOf } from '../locale/print-figure.ts'
import { indicatorOf } from '../model/dataset.ts'
import type { Room } from './room.ts'
import type { ChoiceGroup } from './search-choice.tsx'

/** The picker's list: the overview, then each domain as a whole and its indicators, in the package's order of domains. */
export function indicatorGroups({ dataset, words, language }: Room): ChoiceGroup[] {
  const domains = dataset.codes.filter((code) => code.key === 'domain').sort((a, b) => a.order - b.order)
  const groups = domains.map((domain): ChoiceGroup => {
    const items = dataset.indicators
      .filter((indicator) => indicator.domain === domain.value)
      .map((indicator) => ({
        value: indicator.code,
        label: indicator.label[language],
        sub: labelOf(dataset, 'unit', indicator.unit, language),
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

/** What the control says is chosen. */
export function shownIndicators({ dataset, view, words, language }: Room): string {
  const [first] = view.indicators
  if (first === undefined) return words.chrome.allDomains
  if (view.indicators.length > 1) return words.chrome.severalIndicators(view.indicators.length)
  if (first.startsWith('dom-')) return words.chrome.wholeDomain(labelOf(dataset, 'domain', first.slice(4), language))
  return indicatorOf(dataset, first)?.label[language] ?? first
}
