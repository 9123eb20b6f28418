/** Text by which names are found: without marks, case or punctuation, `đ` as `d` (`Đắk Lắk` → `dak lak`). */
export function fold(text: string): string {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      // ð: some old files have the Icelandic letter, which looks the same as a capital.
      .replace(/[đð]/g, 'd')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  )
}

/** Whether every word of the query begins a word of the text, in any order. */
export function matchesFolded(text: string, query: string): boolean {
  return findsFolded(foldedWords(text), query)
}

/** The words of a text that is searched often, folded once. */
export function foldedWords(text: string): readonly string[] {
  return [...new Set(fold(text).split(' '))]
}

/** As `matchesFolded`, in a text that was folded before. */
export function findsFolded(words: readonly string[], query: string): boolean {
  return fold(query)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)))
}
