import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapWords } from '../../src/charts/parts/wrap-words.ts'

test('breaks between words, as late as it can', () => {
  expect(wrapWords('Nguồn tin do quần chúng nhân dân cung cấp', 16)).toEqual(['Nguồn tin do', 'quần chúng nhân', 'dân cung cấp'])
  expect(wrapWords('một hai', 7)).toEqual(['một hai'])
  expect(wrapWords('một hai', 6)).toEqual(['một', 'hai'])
})

test('a word longer than a line has a line of its own', () => {
  expect(wrapWords('ở Phan Rang-Tháp Chàm', 6)).toEqual(['ở Phan', 'Rang-Tháp', 'Chàm'])
})

test('an empty text is one empty line', () => {
  expect(wrapWords('', 10)).toEqual([''])
})

test('a letter with its marks counts once, for all text is NFC', () => {
  expect(wrapWords('ằằằ ộộộ'.normalize('NFC'), 7)).toHaveLength(1)
})

const word = fc.stringMatching(/^[a-zđăâêôơư]{1,12}$/)

test('nothing is lost, and no line is too long unless it is one word', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 40 }), (words, most) => {
      const text = words.join(' ')
      const lines = wrapWords(text, most)
      expect(lines.join(' ')).toBe(text)
      for (const [at, line] of lines.entries()) {
        if (line.includes(' ')) expect(line.length).toBeLessThanOrEqual(most)
        const [next] = lines[at + 1]?.split(' ') ?? []
        // The next word would not have fitted.
        if (next !== undefined) expect(line.length + 1 + next.length).toBeGreaterThan(most)
      }
    }),
  )
})
