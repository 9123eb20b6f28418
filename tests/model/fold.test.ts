import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, matchesFolded } from '../../src/model/fold.ts'

describe('fold', () => {
  test.each([
    ['Đắk Lắk', 'dak lak'],
    ['ĐẮK LẮK', 'dak lak'],
    ['Thừa Thiên Huế', 'thua thien hue'],
    ['Bà Rịa - Vũng Tàu', 'ba ria vung tau'],
    ['TP. Hồ Chí Minh', 'tp ho chi minh'],
    ['đường ƯỚC ượt ơ', 'duong uoc uot o'],
    ['Mô hình “Dân vận khéo”', 'mo hinh dan van kheo'],
    ['  2.127\ttin ', '2 127 tin'],
    ['Ðồng Nai', 'dong nai'],
    ['', ''],
    ['–…!', ''],
  ])('%j is %j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('a text folds alike however its marks are encoded, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })

  test('no mark, capital or punctuation is left of a Vietnamese text', () => {
    const letters = 'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ'
    expect(fold(letters + letters.toUpperCase())).toMatch(/^[a-z]+$/)
  })
})

describe('matchesFolded', () => {
  test.each([
    ['Trà Vinh', 'tra', true],
    ['Trà Vinh', 'vi tr', true],
    ['Trà Vinh', 'TRÀ vinh', true],
    ['Trà Vinh', 'inh', false],
    ['Trà Vinh', 'tra vinh long', false],
    ['Vĩnh Phúc', 'vinh', true],
    ['Bà Rịa - Vũng Tàu', 'vung-tau', true],
    ['Đắk Nông', 'dak nong', true],
    ['Đắk Nông', 'đăk', true],
    ['bất kỳ', '', true],
    ['bất kỳ', ' – ', true],
  ])('%j has the words of %j: %s', (text, query, expected) => {
    expect(matchesFolded(text, query)).toBe(expected)
  })
})
