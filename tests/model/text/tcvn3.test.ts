import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/model/text/decode.ts'
import { tcvn3Text } from '../../../src/model/text/tcvn3.ts'
import { readRecords } from '../../support/dataset-files.ts'

/** What official yearbooks have in their ABC fonts, byte for byte as Latin-1 shows it. */
const SEEN = 'D©n sè vµ mËt ®é d©n sè n¨m 2024, th¸ng 6.5; môc lôc; thµnh phè, ph\u00adêng'

describe('letters of the ABC fonts', () => {
  it('are read as yearbooks print them, digits and separators as they are', () => {
    expect(tcvn3Text(latin1(SEEN))).toBe('Dân số và mật độ dân số năm 2024, tháng 6.5; mục lục; thành phố, phường')
    expect(decode(latin1(SEEN))).toMatchObject({ encoding: 'tcvn3' })
  })

  it('have a byte of their own each', () => {
    const letters = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ'
    const read = Array.from({ length: 0xff - 0xa1 }, (_, at) => tcvn3Text(latin1(`${SEEN} ${String.fromCharCode(0xa1 + at)}`)))
    const known = read.flatMap((text) => (text === null ? [] : [text.slice(-1)]))
    expect(known.join('')).toHaveLength(letters.length)
    expect(new Set(known)).toEqual(new Set(letters))
  })

  it('come back from every definition of the published indicators', async () => {
    const bytes = new Map(
      Array.from({ length: 0xff - 0xa1 }, (_, at) => 0xa1 + at).flatMap((byte) => {
        const text = tcvn3Text(latin1(`${SEEN} ${String.fromCharCode(byte)}`))
        return text === null ? [] : [[text.slice(-1), byte] as const]
      }),
    )
    // The fonts have no capitals with marks but seven.
    const records = await readRecords('public-reports/indicators.csv')
    const text = records.map((record) => record.definition_vi ?? '').join('\n')
    const small = [...text].map((letter) => (letter.charCodeAt(0) < 0x80 || bytes.has(letter) ? letter : letter.toLowerCase()))
    const written = small.map((letter) => (letter.charCodeAt(0) < 0x80 ? letter : bytes.has(letter) ? letter : '-'))
    const encoded = Uint8Array.from(written, (letter) => bytes.get(letter) ?? letter.charCodeAt(0))
    expect(encoded.some((byte) => byte > 0x80)).toBe(true)
    expect(decode(encoded)).toEqual({ text: written.join(''), encoding: 'tcvn3' })
  })
})

describe('other bytes', () => {
  it.each([
    ['too few words to be sure', 'b¸o c¸o th¸ng'],
    ['VNI', 'Xin chaøo caùc baïn, naêm hoïc, boä ñoäi, quaàn chuùng, nhaân daân'],
    ['French', 'Élève, déjà vu, près du café, à côté de la forêt, année scolaire'],
    ['German', 'Größe, Straße, für, über, Müller, schön, Käse, grün'],
    ['Spanish', 'año, señor, niño, mañana, corazón, país, después, también'],
  ])('are not taken for it: %s', (_, text) => {
    expect(tcvn3Text(latin1(text))).toBeNull()
  })
})

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
