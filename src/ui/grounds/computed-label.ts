import type { Words } from '../../locale/words.ts'
import type { Computed } from '../../model/figure.ts'

/** What a computed number is; of a change also against what. */
export function computedLabel(computed: Computed, { grounds }: Words): string {
  const { how } = computed
  return how === 'difference' || how === 'percent_change' ? grounds[how][computed.against] : grounds.computed[how]
}
