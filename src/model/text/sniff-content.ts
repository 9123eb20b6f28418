import type { FailureCode } from '../failure.ts'

/** What stands where a table was expected, told from the first bytes; null where nothing speaks against text. */
export function sniffBytes(bytes: Uint8Array): Extract<FailureCode, 'file-empty' | 'file-binary'> | null {
  if (bytes.length === 0) return 'file-empty'
  return binaryMagics.some((magic) => magic.every((byte, index) => bytes[index] === byte)) ? 'file-binary' : null
}

/** The same for text already decoded: blank, a web page (often a login page sent with status 200), JSON, or NULs. */
export function sniffText(text: string): Extract<FailureCode, 'file-empty' | 'file-html' | 'file-json' | 'file-binary'> | null {
  const start = text.slice(0, 2_000).trimStart()
  if (start === '' && text.trim() === '') return 'file-empty'
  if (/^<(?:!doctype\b|!--|\?xml\b|html\b|head\b|body\b|meta\b|script\b|title\b|table\b|div\b)/i.test(start)) return 'file-html'
  if (/^(?:\{\s*["}]|\[\s*(?:[{["\]\d-]|true\b|false\b|null\b))/.test(start)) return 'file-json'
  return text.includes('\u0000') ? 'file-binary' : null
}

const binaryMagics: readonly (readonly number[])[] = [
  [0x50, 0x41, 0x52, 0x31], // PAR1: Parquet
  [0x50, 0x4b, 0x03, 0x04], // zip, and so xlsx, ods, docx
  [0x50, 0x4b, 0x05, 0x06], // empty zip
  [0x1f, 0x8b], // gzip
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x52, 0x61, 0x72, 0x21], // rar
  [0xd0, 0xcf, 0x11, 0xe0], // OLE: xls, doc
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x00, 0x61, 0x73, 0x6d], // wasm
  [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31], // ARROW1
]
