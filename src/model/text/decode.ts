import { Failure } from '../failure.ts'
import { tcvn3Text } from './tcvn3.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'tcvn3'

export interface DecodedText {
  /** Without a byte order mark, in NFC, without lone surrogates. */
  readonly text: string
  readonly encoding: Encoding
}

/**
 * Reads bytes as text: a byte order mark decides, else strict UTF-8, else windows-1258, else TCVN3, where the outcome reads as Vietnamese.
 * Throws `file-encoding-unknown`; letters are never guessed.
 */
export function decode(bytes: Uint8Array, file?: string): DecodedText {
  const marked = markedEncoding(bytes)
  const encoding = marked ?? 'utf-8'
  const text = strictText(bytes, encoding)
  if (text !== null) return { text: text.normalize('NFC'), encoding }
  if (marked === null) {
    const vietnamese = windows1258Text(bytes)
    if (vietnamese !== null) return { text: vietnamese, encoding: 'windows-1258' }
    const abc = tcvn3Text(bytes)
    if (abc !== null) return { text: abc, encoding: 'tcvn3' }
  }
  throw new Failure('file-encoding-unknown', file === undefined ? {} : { file })
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function strictText(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

// The decoder gives base letters with combining tones ("ê" + U+0323): NFC joins them.
function windows1258Text(bytes: Uint8Array): string | null {
  const text = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  return readsAsVietnamese(text) ? text : null
}

/**
 * Bytes of any one-byte encoding can be read as windows-1258. TCVN3 and VNI then give tones without a vowel, symbols inside
 * words and letters that Vietnamese does not have; windows-1252 gives foreign letters.
 */
function readsAsVietnamese(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(text)) return false
  if (/\p{M}/u.test(text)) return false
  if (/\p{L}[\u00a1-\u00bf\u00d7\u00f7]\p{L}|[\u00a8-\u00aa\u00ac-\u00ae\u00b6\u00b8\u00b9]\p{L}/u.test(text)) return false
  const marked = text.match(/[^\P{L}A-Za-z]/gu) ?? []
  const foreign = marked.filter((letter) => !vietnameseLetters.has(letter.toLowerCase())).length
  // A foreign name may hold its own letters; more than one in ten is another encoding.
  return marked.length > 0 && foreign * 10 <= marked.length
}

const vietnameseLetters = new Set(['đ', ...markedVowels()])

function markedVowels(): string[] {
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
  return [...'aăâeêioôơuưy'].flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')))
}
