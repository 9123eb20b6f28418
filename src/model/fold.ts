/** Text by which names are found: without marks, case or punctuation, `đ` as `d` (`Đắk Lắk` → `dak lak`). */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐð]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether every word of the query begins a word of the text, in any order. */
export function matchesFolded(text: string, query: string): boolean {
  const words = fold(text).split(' ')
  return fold(query)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)))
}
