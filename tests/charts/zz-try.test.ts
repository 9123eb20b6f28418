import { test } from 'vitest'
import { vietnamSvg } from '../../src/charts/parts/vietnam-outlines.ts'

test('x', () => {
  const s = vietnamSvg()
  const all = [...s.matchAll(/<path name="(\d\d)" d="([^"]*)"/g)]
  console.log(all.length)
  for (const [, n, d] of all) if (d?.startsWith('M') && (n === '56' || n === '48')) console.log(n, d.slice(0, 400), d.length)
})
