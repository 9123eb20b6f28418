import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NEWER_APIS, NEWER_STYLES } from './support/newer-than-chrome-109.ts'
import { type NewerUse, scanScript } from './support/scan-script.ts'
import { partsOf, scanStyle } from './support/scan-style.ts'

interface Allowed {
  readonly file: RegExp
  readonly what: string
  /** What stands around it; without it any use in such a file is meant. */
  readonly near?: RegExp
  readonly why: string
}

/** What the build may hold all the same: asked for before it is used, another thing of that name, or a mere ornament. */
const ALLOWED: readonly Allowed[] = [
  { file: /echarts-/, what: '.union', why: 'rectangles of zrender, no sets' },
  { file: /echarts-/, what: '.toArray', why: 'points of zrender' },
  { file: /engine-|duckdb-browser-eh\.worker-/, what: '.toArray', why: 'vectors and tables of Arrow' },
  { file: /parquet-worker-/, what: 'Symbol.dispose', near: /Symbol\.dispose&&/, why: 'parquet-wasm asks first' },
  { file: /parquet-worker-/, what: '.detached', near: /detached===void 0/, why: 'parquet-wasm knows that it may be missing' },
  { file: /index-/, what: '.toArray', near: /\.Children\.toArray\(/, why: 'children of React' },
  { file: /index-/, what: '.popover', near: /\.popover!=null/, why: 'an attribute that React looks for among those given' },
  {
    file: /index-/,
    what: '.startViewTransition',
    near: /try\{var/,
    why: 'React tries, and only for transitions that the app has none of',
  },
  {
    file: /index-/,
    what: '.toHex',
    near: /typeof Uint8Array\.from\(\[\]\)\.toHex==|\)return \w+\.toHex\(\)/,
    why: 'the hash asks first',
  },
  { file: /index-/, what: 'Uint8Array.fromHex', near: /typeof Uint8Array\.fromHex==/, why: 'the hash asks first' },
  { file: /index-/, what: 'URL.canParse', near: /typeof URL\.canParse==/, why: 'zod or the query cache asks first' },
  {
    file: /\.css$/,
    what: 'text-wrap',
    near: /: (?:pretty|balance)$/,
    why: 'an ornament: an older browser breaks the lines less evenly',
  },
]

const project = resolve(import.meta.dirname, '..')

describe('the build runs in Chrome 109', () => {
  let dist = ''
  const uses: (NewerUse & { readonly file: string })[] = []
  let scanned: readonly string[] = []

  beforeAll(() => {
    dist = mkdtempSync(join(tmpdir(), 'chrome-109-'))
    const { NODE_ENV: _test, VITEST: _vitest, ...env } = process.env
    const vite = join(project, 'node_modules/vite/bin/vite.js')
    execFileSync(process.execPath, [vite, 'build', '--outDir', dist, '--logLevel', 'error'], { cwd: project, env })
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    scanned = files.filter((file) => /\.(?:js|css)$/.test(file))
    for (const file of scanned) {
      const text = readFileSync(join(dist, file), 'utf8')
      const found = file.endsWith('.css') ? scanStyle(text) : scanScript(file, text)
      uses.push(...found.map((use) => ({ ...use, file })))
    }
  }, 60_000)
  afterAll(() => rmSync(dist, { recursive: true, force: true }))

  const isAllowed = (use: (typeof uses)[number], { file, what, near }: Allowed) =>
    file.test(use.file) && what === use.what && (near?.test(use.excerpt) ?? true)

  it('was read', () => {
    expect(scanned.filter((file) => file.endsWith('.css')).length).toBeGreaterThan(0)
    expect(scanned.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(4)
    expect(scanned.some((file) => /duckdb-browser-eh\.worker/.test(file))).toBe(true)
  })

  it('uses nothing newer', () => {
    const unfit = uses.filter((use) => !ALLOWED.some((allowed) => isAllowed(use, allowed)))
    expect(unfit.map(({ file, what, since, excerpt }) => `${file}: ${what} (Chrome ${since}): ${excerpt}`)).toEqual([])
  })

  it('needs every exception that is made', () => {
    expect(ALLOWED.filter((allowed) => !uses.some((use) => isAllowed(use, allowed)))).toEqual([])
  })
})

describe('the look for newer scripts finds', () => {
  const found = (code: string) => scanScript('x.js', code).map(({ what }) => what)

  it('every interface of the list', () => {
    for (const { path, common } of NEWER_APIS) {
      const [code, what] = path.includes('.prototype.') ? [`a.${lastOf(path)}`, `.${lastOf(path)}`] : [`use(${path})`, path]
      expect(found(code), path).toEqual(common ? [] : [what])
    }
  })

  it.each([
    ['a?.b.toSorted(f)', '.toSorted'],
    ["a['toSorted'](f)", '.toSorted'],
    ['new Iterator()', 'Iterator'],
    ['/[a--b]/v', 'the flag v of a pattern'],
    ["new RegExp('a', 'gv')", 'the flag v of a pattern'],
    ['/a(?i:b)/', 'a flag inside a pattern'],
    ['/(?<y>a)|(?<y>b)/', 'a name twice in a pattern'],
    ["import x from './x.json' with { type: 'json' }", 'an import attribute'],
    ['{ using x = open() }', 'using'],
  ])('%s', (code, what) => {
    expect(found(code)).toEqual([what])
  })

  it.each([
    ...['a.sort(f)', 'a.at(-1)', 'a.findLast(f)', 'structuredClone(a)', 'Object.hasOwn(a, b)', 'a.toSorted?.(f)', 'a.Iterator'],
    ...['({ Iterator: 1 })', "'a.toSorted()'", '/(?<!a)(?<y>b)(?:c)/du', "new RegExp('v', 'g')", 'class A { static { a() } #b }'],
  ])('nothing in %s', (code) => {
    expect(found(code)).toEqual([])
  })

  it('a script that does not parse', () => {
    expect(() => scanScript('x.js', 'a b')).toThrow('x.js')
  })
})

describe('the look for newer styles finds', () => {
  const found = (css: string) => scanStyle(css).map(({ what }) => what)

  it.each([
    ['a { color: color-mix(in srgb, red, blue) }', 'color-mix()'],
    ['a { color: RGB(from red r g b) }', 'a relative colour'],
    ['a { color: oklch(60% 0.1 20) }', 'a colour of a wide space'],
    ['a { color: light-dark(red, blue) }', 'light-dark()'],
    ['a { height: 2rlh }', 'a unit of the root’s letters'],
    ['a { grid-template-rows: subgrid }', 'subgrid'],
    ['a { width: round(1.5px, 1px) }', 'round(), mod(), rem()'],
    ['a { text-wrap: balance; color: red }', 'text-wrap'],
    ['a { field-sizing: content }', 'field-sizing'],
    ['a { b { color: red } }', 'nesting'],
    ['a { @media print { color: red } }', 'nesting'],
    ['@media print { a { &:hover { color: red } } }', 'nesting'],
    ['@scope (a) { b { color: red } }', '@scope'],
    ['@starting-style { a { opacity: 0 } }', '@starting-style'],
    ['a:popover-open { color: red }', ':popover-open'],
    ['@container style(--x: 1) { a { color: red } }', '@container style()'],
    ['a { mask: none }', 'mask without its prefix'],
    ['a { position-area: top }', 'anchor positioning'],
  ])('%s', (css, what) => {
    expect(found(css)).toEqual([what])
  })

  it('more than thirty things', () => {
    expect(new Set(NEWER_STYLES.map(({ what }) => what)).size).toBeGreaterThan(30)
  })

  it.each([
    ...['a:has(b) { height: 100dvh }', '@container (width > 300px) { a { color: red } }', '@layer a, b;', 'a { inset: 0 }'],
    ...[
      '@supports (text-wrap: balance) { a { text-wrap: balance } }',
      '/* a { text-wrap: balance } */',
      'a { -webkit-mask: none }',
    ],
    ...[
      '@keyframes a { from { color: red } }',
      "a::before { content: 'light-dark(' }",
      'a { --color: red; animation: spin 1s linear }',
    ],
    ...['a { background: linear-gradient(red, blue); margin: 1rem; line-height: 1lh; transform: rotate(1deg) }'],
  ])('nothing in %s', (css) => {
    expect(found(css)).toEqual([])
  })

  it('a sheet that is cut', () => {
    expect(() => partsOf('a { color: red')).toThrow('not closed')
  })
})

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}
