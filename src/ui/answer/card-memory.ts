/** What a card of a picture was like when it was last on screen: a new answer makes it anew. */
interface CardMemory {
  /** In CSS pixels. */
  readonly width: number
  readonly isUnfolded: boolean
}

/** What is remembered of the card of a chart; nothing, for one that was never there. */
export function recallCard(chart: string): CardMemory {
  return CARDS.get(chart) ?? { width: 0, isUnfolded: false }
}

export function rememberCard(chart: string, change: Partial<CardMemory>): void {
  CARDS.set(chart, { ...recallCard(chart), ...change })
}

const CARDS = new Map<string, CardMemory>()
