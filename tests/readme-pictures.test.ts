import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumArgs, chromiumPath } from './support/chromium.ts'

interface ReadmePicture {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly whole?: boolean
}

interface Difference {
  readonly sizes: readonly string[]
  readonly changed: number
  readonly share: number
  readonly largest: number
  readonly box: readonly number[] | null
  readonly isChanged: boolean
}

interface Comparing {
  readonly TOLERANCE: number
  comparePictures(page: Page, one: string, other: string): Promise<Difference>
}

const root = resolve(import.meta.dirname, '..')
const { PICTURES }: { PICTURES: readonly ReadmePicture[] } = await import(join(root, '.scripts/readme-pictures.mjs'))
const { comparePictures, TOLERANCE }: Comparing = await import(join(root, '.scripts/compare-pictures.mjs'))
const readme = readFileSync(join(root, 'README.md'), 'utf8')

describe('the pictures of the README', () => {
  test('are those that are taken, no more and no fewer', () => {
    expect(readdirSync(join(root, '.readme')).sort()).toEqual(PICTURES.map(({ name }) => `${name}.png`).sort())
    expect(PICTURES).toHaveLength(12)
  })

  test.each(PICTURES)('$name has the size of its window and of what the README says, and is shown there', (picture) => {
    const { name, width, height, whole = false } = picture
    const size = sizeOf(join(root, `.readme/${name}.png`))
    expect(size.width).toBe(width)
    if (whole) expect(size.height).toBeGreaterThan(height)
    else expect(size.height).toBe(height)
    expect(readme).toContain(`[${name}](.readme/${name}.png) | ${size.width} × ${size.height} |`)
  })
})

describe('comparing two pictures', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArgs })
    page = await browser.newPage()
  })
  afterAll(() => browser.close())

  /** A picture of one colour with a rectangle of another in it. */
  const made = (width: number, height: number, grey: number, patch: readonly number[] = [], patchGrey = 0) =>
    page.evaluate(
      ({ size, colours, rectangle }) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: size[0], height: size[1] })
        const context = canvas.getContext('2d')
        if (!context) throw new Error('no canvas')
        const [ground, other] = colours.map((one) => `rgb(${one},${one},${one})`)
        context.fillStyle = ground ?? ''
        context.fillRect(0, 0, canvas.width, canvas.height)
        const [x = 0, y = 0, w = 0, h = 0] = rectangle
        context.fillStyle = other ?? ''
        context.fillRect(x, y, w, h)
        return canvas.toDataURL('image/png')
      },
      { size: [width, height], colours: [grey, patchGrey], rectangle: [...patch] },
    )
  const compare = async (one: Promise<string>, other: Promise<string>) => comparePictures(page, await one, await other)

  test('equal ones do not differ', async () => {
    const same = { sizes: ['80 × 50', '80 × 50'], changed: 0, share: 0, largest: 0, box: null, isChanged: false }
    expect(await compare(made(80, 50, 200), made(80, 50, 200))).toEqual(same)
  })

  test('a shade within the tolerance is no change, one beyond it is', async () => {
    const within = await compare(made(80, 50, 200), made(80, 50, 200 - TOLERANCE))
    expect(within).toMatchObject({ changed: 0, largest: TOLERANCE, isChanged: false })
    const beyond = await compare(made(80, 50, 200), made(80, 50, 199 - TOLERANCE))
    expect(beyond).toMatchObject({ changed: 4000, share: 1, box: [0, 0, 79, 49], isChanged: true })
  })

  test('what changed is counted and found', async () => {
    const found = await compare(made(80, 50, 200), made(80, 50, 200, [10, 20, 6, 5], 20))
    expect(found).toMatchObject({ changed: 30, share: 30 / 4000, largest: 180, box: [10, 20, 15, 24], isChanged: true })
  })

  test('a few stray pixels of many are no change', async () => {
    const found = await compare(made(100, 100, 200), made(100, 100, 200, [3, 4, 5, 2], 20))
    expect(found).toMatchObject({ changed: 10, share: 0.001, isChanged: false })
    expect(await compare(made(100, 100, 200), made(100, 100, 200, [3, 4, 11, 1], 20))).toMatchObject({ isChanged: true })
  })

  test('another size is a change, and what only one has counts', async () => {
    const found = await compare(made(80, 50, 200), made(80, 60, 200))
    expect(found).toMatchObject({ sizes: ['80 × 50', '80 × 60'], changed: 800, isChanged: true })
  })
})

/** From the header of a PNG. */
function sizeOf(path: string): { readonly width: number; readonly height: number } {
  const file = readFileSync(path)
  expect(file.subarray(1, 4).toString('latin1')).toBe('PNG')
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) }
}
