/**
 * Reads bytes as TCVN3, the letters of the ABC fonts (.VnTime); null where they are not it. Capitals with marks are in fonts of their
 * own there (.VnTimeH) and come out small. Numbers and separators are the same bytes as everywhere.
 */
export function tcvn3Text(bytes: Uint8Array): string | null {
  let text = ''
  for (const byte of bytes) {
    const letter = byte < 0x80 ? String.fromCharCode(byte) : LETTERS.get(byte)
    if (letter === undefined) return null
    text += letter
  }
  return isVietnamese(text) ? text : null
}

const FIRST = 0xa1
const NONE = '.'

/** From 0xA1 to 0xFE, 16 bytes a line. */
const TABLE = [
  'ĂÂÊÔƠƯĐăâêôơưđ.',
  '.....àảãáạ.ằẳẵắ.',
  '......ặầẩẫấậè.ẻẽ',
  'éẹềểễếệìỉ...ĩíịò',
  '.ỏõóọồổỗốộờởỡớợù',
  '.ủũúụừửữứựỳỷỹýỵ',
].join('')

const LETTERS = new Map([
  [0xa0, ' '],
  ...[...TABLE].flatMap((letter, at) => (letter === NONE ? [] : [[FIRST + at, letter] as const])),
])

/** Bytes of other encodings give letters too, but no words: nine of ten with marks have to be syllables, and a few different ones. */
function isVietnamese(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const marked = new Set(words.filter((word) => /[^a-z]/.test(word)))
  const wrong = [...marked].filter((word) => !isSyllable(word)).length
  return marked.size >= FEWEST_WORDS && wrong * 10 <= marked.size
}

const FEWEST_WORDS = 4

function isSyllable(word: string): boolean {
  const toneless = word.normalize('NFD').replace(TONES, '')
  const tones = word.normalize('NFD').length - toneless.length
  return tones <= 1 && SYLLABLE.test(toneless.normalize('NFC'))
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const ONSETS = 'b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x'
const VOWELS = [
  ...['[aăâeêioôơuưy]', 'i[aêu]', 'y[aêu]', 'u[aôâêơyi]', 'ư[aơiu]', 'o[aăeoi]', 'a[iyou]', 'â[uy]', 'eo', 'êu', 'ôi', 'ơi'],
  ...['iêu', 'yêu', 'uôi', 'ươi', 'ươu', 'uyê', 'uya', 'uyu', 'oa[iyo]', 'oeo', 'uây'],
].join('|')
const SYLLABLE = new RegExp(`^(?:${ONSETS})?(?:${VOWELS})(?:ch?|m|ng|nh|n|p|t)?$`)
