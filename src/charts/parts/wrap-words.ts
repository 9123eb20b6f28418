/**
 * Breaks a text into lines of at most `most` characters, or what else `lengthOf` counts, between words only. Pictures break their
 * own lines, because ECharts takes every letter beyond ASCII for as wide as a Chinese one and breaks Vietnamese at half the width.
 */
export function wrapWords(text: string, most: number, lengthOf = (line: string) => line.length): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && lengthOf(`${last} ${word}`) <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
