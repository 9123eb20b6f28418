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
  const words = fold(text).split(' ')
  return fold(query)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)))
}
