import { describe, expect, it } from 'vitest'
import { isPlainPath, resolveInside } from '../../src/data/safe-path.ts'
import { Failure } from '../../src/model/failure.ts'

const base = 'https://atlas.example/app/datasets/'
const manifest = `${base}one/datapackage.json`

describe('resolveInside', () => {
  it.each([
    ['observations.csv', `${base}one/observations.csv`],
    ['years/2024.csv', `${base}one/years/2024.csv`],
    ['a_b-c.v2.csv', `${base}one/a_b-c.v2.csv`],
  ])('%s stays beside its descriptor', (path, url) => {
    expect(resolveInside(base, manifest, path, 'path')).toBe(url)
  })

  it.each([
    ...['../two/codes.csv', '..', '.', './codes.csv', 'a/../../x.csv', 'a/./b.csv', '../../config.json'],
    ...[
      '/datasets/one/codes.csv',
      '//evil.example/x.csv',
      'https://evil.example/x.csv',
      'HTTP://evil.example',
      'file:///etc/passwd',
    ],
    ...['data:text/csv,a', 'javascript:alert(1)', 'blob:x', '%2e%2e/x.csv', '..%2fx.csv', 'a%2fb.csv', 'a%00.csv'],
    ...['..\\x.csv', 'a\\b.csv', '\\\\evil\\x', 'codes.csv?x', 'codes.csv#x', 'a b.csv', 'bảng.csv', 'a//b.csv', 'a/', ''],
    ...['codes.csv\n', '\tcodes.csv', 'a\u0000.csv', '.hidden', 'a/.git/config', 'x:y@evil.example/z', `${'a'.repeat(201)}.csv`],
  ])('refuses %j', (path) => {
    const attempt = () => resolveInside(base, manifest, path, 'resources[0].path')
    expect(attempt).toThrow(Failure)
    expect(attempt).toThrow(
      expect.objectContaining({
        code: 'package-invalid',
        detail: { file: 'one/datapackage.json', column: 'resources[0].path', raw: `path-refused: ${path}`.slice(0, 500) },
      }),
    )
    expect(isPlainPath(path)).toBe(false)
  })

  it('refuses a descriptor that is itself outside the folder of the datasets', () => {
    for (const elsewhere of [
      'https://evil.example/app/datasets/one/',
      'https://atlas.example/other/',
      'http://atlas.example/app/datasets/one/',
    ]) {
      expect(() => resolveInside(base, `${elsewhere}datapackage.json`, 'codes.csv', 'path')).toThrow('path-refused')
    }
  })
})
