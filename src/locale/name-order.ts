/** The order of Vietnamese names. One for all: to make a collator takes many times as long as to compare with it. */
export const nameOrder = new Intl.Collator('vi').compare
