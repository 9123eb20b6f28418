import { describe, expect, it } from 'vitest'
import { sniffBytes, sniffText } from '../../../src/model/text/sniff-content.ts'

describe('sniffBytes', () => {
  it.each([
    ['nothing', [], 'file-empty'],
    ['Parquet', [0x50, 0x41, 0x52, 0x31, 0x15, 0x04], 'file-binary'],
    ['a zip, which xlsx is', [0x50, 0x4b, 0x03, 0x04, 0x14], 'file-binary'],
    ['gzip', [0x1f, 0x8b, 0x08], 'file-binary'],
    ['an old Excel file', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'file-binary'],
    ['text', [0x61, 0x2c, 0x62], null],
    ['text that begins as a magic does', [0x50, 0x4b, 0x2c, 0x62], null],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00], null],
  ])('%s', (_name, bytes, expected) => {
    expect(sniffBytes(new Uint8Array(bytes))).toBe(expected)
  })
})

describe('sniffText', () => {
  it.each([
    ['', 'file-empty'],
    [' \r\n\t\n', 'file-empty'],
    ['<!DOCTYPE html>\n<title>Đăng nhập</title>', 'file-html'],
    ['\n <HTML><body>401', 'file-html'],
    ['<table><tr><td>a</td></tr></table>', 'file-html'],
    ['{"error":"unauthorized"}', 'file-json'],
    ['{ }', 'file-json'],
    ['[\n  {"a": 1}\n]', 'file-json'],
    ['[1, 2]', 'file-json'],
    ['[]', 'file-json'],
    ['a,b\u0000\n1,2', 'file-binary'],
    ['a,b\n1,2\n', null],
    ['[id],[name]\n1,2\n', null],
    ['<5 tuổi,>=5 tuổi\n1,2\n', null],
    ['{chưa rõ},b\n1,2\n', null],
  ])('%j is %s', (text, expected) => {
    expect(sniffText(text)).toBe(expected)
  })
})
