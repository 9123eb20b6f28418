import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/model/text/decode.ts'

const sentence = 'Đắk Lắk: Công an xã Ea Kao tiếp nhận 1.250 tin báo, thu hồi 37 khẩu súng'

describe('decode', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    expect(decode(utf8(sentence))).toEqual({ text: sentence, encoding: 'utf-8' })
    expect(decode(utf8(`\uFEFF${sentence}`))).toEqual({ text: sentence, encoding: 'utf-8' })
  })

  it('reads UTF-16 of either byte order', () => {
    expect(decode(utf16(sentence, true))).toEqual({ text: sentence, encoding: 'utf-16le' })
    expect(decode(utf16(sentence, false))).toEqual({ text: sentence, encoding: 'utf-16be' })
  })

  it('joins letters and tones that come apart', () => {
    const { text } = decode(utf8(sentence.normalize('NFD')))
    expect(text).toBe(sentence)
    expect(text).not.toBe(sentence.normalize('NFD'))
  })

  it('reads windows-1258 letter by letter', () => {
    const text = 'Tỉnh,Số vụ\nHải Phòng,12\nĐà Nẵng,7\nỨng Hòa,ƠƯ ơư ẳ ỗ ự\n'
    expect(decode(windows1258(text))).toEqual({ text, encoding: 'windows-1258' })
  })

  it('takes a foreign name within windows-1258, but not a foreign text', () => {
    const long = 'Tổng số tin báo của quần chúng nhân dân về an ninh, trật tự trên địa bàn tỉnh Nghệ An. '
    expect(decode(windows1258(`${long}Müller`)).text).toContain('Müller')
    expect(() => decode(latin1('Straße,Größe\nMünchen,5\n'))).toThrow('file-encoding-unknown')
  })

  it.each([
    ['TCVN3 "Việt Nam"', [0x56, 0x69, 0xd6, 0x74, 0x20, 0x4e, 0x61, 0x6d]],
    ['TCVN3 "báo cáo"', [0x62, 0xb8, 0x6f, 0x20, 0x63, 0xb8, 0x6f]],
    ['TCVN3 "tình hình"', [0x74, 0xd7, 0x6e, 0x68, 0x20, 0x68, 0xd7, 0x6e, 0x68]],
    ['VNI "Huyện"', [0x48, 0x75, 0x79, 0x65, 0xe4, 0x6e]],
    ['Shift-JIS "日本語テスト"', [0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x83, 0x65, 0x83, 0x58, 0x83, 0x67]],
    ['UTF-8 cut within a letter', [0x61, 0x2c, 0xe1, 0xba]],
    ['UTF-16 cut within a letter', [0xff, 0xfe, 0x61, 0x00, 0x62]],
    ['UTF-16 with half a pair', [0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00]],
  ])('refuses %s', (_name, bytes) => {
    expect(() => decode(new Uint8Array(bytes), 'a.csv')).toThrow('file-encoding-unknown (a.csv)')
  })
})

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function utf16(text: string, little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + text.length * 2))
  view.setUint16(0, 0xfeff, little)
  for (let index = 0; index < text.length; index++) view.setUint16(2 + index * 2, text.charCodeAt(index), little)
  return new Uint8Array(view.buffer)
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

/** Letters that windows-1258 has stay; of the others the tone comes apart, as Windows writes them. */
function windows1258(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1258')
  const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  const bytes = [...text].flatMap((letter) => {
    const whole = byteOf.get(letter)
    if (whole !== undefined) return [whole]
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(letter.normalize('NFD'))?.[0] ?? ''
    const vowel = letter.normalize('NFD').replace(tone, '').normalize('NFC')
    return [byteOf.get(vowel), byteOf.get(tone)]
  })
  if (bytes.includes(undefined)) throw new Error(`windows-1258 has not all of ${text}`)
  return Uint8Array.from(bytes as number[])
}
