import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Words, wordsOf } from '../../src/locale/words.ts'
import type { FailureCode } from '../../src/model/failure.ts'
import type { NoticeReason } from '../../src/model/notice.ts'
import type { RowReason } from '../../src/model/rules/grounds.ts'
import { screenTexts } from '../support/describe-picture.ts'
import { openPublicReports, type PublicReports } from '../support/public-reports.ts'
import { LANGUAGES, PUBLIC_VIEWS, searchOf } from '../support/public-views.ts'

const locale = join(import.meta.dirname, '../../src/locale')
const model = join(import.meta.dirname, '../../src/model')
const vi = wordsOf('vi')
const en = wordsOf('en')
const ROOMS = Object.keys(vi) as (keyof Words)[]

describe.each(ROOMS)('the room %s', (room) => {
  test('has the same words in both languages, of the same kind and with the same gaps to fill', () => {
    expect(shapeOf(en[room])).toEqual(shapeOf(vi[room]))
  })

  test('has no word that is empty, or left as it is in the other language', () => {
    const other = new Map(leavesOf(en[room]))
    for (const [path, word] of leavesOf(vi[room])) {
      if (typeof word !== 'string') continue
      expect(word.trim(), path).not.toBe('')
      // A joiner or a sign has no language.
      if (/\p{L}/u.test(word)) expect(other.get(path), path).not.toBe(word)
    }
  })
})

describe('the words of the screens', () => {
  const files = readdirSync(locale).filter((name) => /\.(vi|en)\.ts$/.test(name))

  test('are in two files a room', () => {
    expect(files.filter((name) => name.endsWith('.vi.ts')).map((name) => name.replace('.vi.', '.en.'))).toEqual(
      files.filter((name) => name.endsWith('.en.ts')),
    )
    expect(files.length).toBe(2 * ROOMS.length)
  })

  test.each(files.filter((name) => name.endsWith('.en.ts')))('%s: no Vietnamese letter in an English word', (name) => {
    // Names keep their letters: that of the other language, and those of the archipelagos.
    const withoutNames = (text: string) => text.replaceAll(/“[^”]*”|Tiếng Việt|Hoàng Sa|Trường Sa/g, '')
    expect(spokenTexts(name).filter((text) => isVietnamese(withoutNames(text)))).toEqual([])
  })

  test.each(files)('%s is in NFC, without straight quotes around words', (name) => {
    const texts = spokenTexts(name)
    expect(texts.length).toBeGreaterThan(0)
    for (const text of texts) {
      expect(text).toBe(text.normalize('NFC'))
      expect(text).not.toMatch(/"\p{L}/u)
    }
  })
})

describe('nothing that can be met is without a sentence', () => {
  const reasons = unionIn('rules/grounds.ts', 'RowReason')
  const standing = unionIn('rules/standing.ts', 'LeftOut')
  const full = { file: 'a.csv', line: 3, column: 'value', status: 403, expected: 9, found: 8, names: ['x', 'y'], raw: 'raw' }

  test.each(unionIn('failure.ts', 'FailureCode'))('failure %s', (code) => {
    for (const words of [vi, en]) {
      const sentence = words.failure.sentence[code as FailureCode]
      // A failure that speaks of names always comes with them; everything else may be unknown.
      for (const detail of [{ names: ['x'] }, full, { names: ['x'], line: 3 }, { names: ['x'], file: 'a.csv' }]) {
        const { what, next } = sentence(detail)
        expect(what).toMatch(/^\p{Lu}.*[.…]$/u)
        expect(next).toMatch(/^\p{Lu}.*[.…]$/u)
        expect(what + next).not.toMatch(/undefined|null|NaN|\[object|\(\)| {2}| [.,]/)
      }
    }
    expect(vi.failure.sentence[code as FailureCode](full)).not.toEqual(en.failure.sentence[code as FailureCode](full))
  })

  test.each(unionIn('notice.ts', 'NoticeReason'))('notice %s', (reason) => {
    for (const words of [vi, en]) {
      const line = words.notice.line('f.item', 'gun', reason as NoticeReason)
      expect(line).toMatch(/“f\.item” “gun”:? .{5,}/)
      expect(words.notice.line('f.item', '', reason as NoticeReason)).toBe(line.replace(' “gun”', ''))
      expect(line).not.toContain('undefined')
    }
  })

  test.each([...reasons, ...standing])('row left out: %s', (reason) => {
    expect(vi.grounds.reason[reason as RowReason].length).toBeGreaterThan(5)
    expect(en.grounds.reason[reason as RowReason].length).toBeGreaterThan(5)
  })

  test('each reason has words of its own', () => {
    for (const words of [vi, en]) {
      const all = Object.values(words.grounds.reason)
      expect(new Set(all).size).toBe(all.length)
      expect(Object.keys(words.grounds.reason).sort()).toEqual([...reasons, ...standing].sort())
    }
  })
})

describe('texts of the dataset', () => {
  let reports: PublicReports
  let pairs: readonly { readonly vi: string; readonly en: string }[]
  beforeAll(async () => {
    reports = await openPublicReports()
    const { indicators, codes, territories, title } = reports.dataset
    const places = [...territories].filter(([key]) => reports.dataset.reporters.includes(key)).map(([, { name }]) => name)
    const scopes = await Promise.all(PUBLIC_VIEWS.map((view) => reports.answerOf(searchOf(view))))
    pairs = [
      ...indicators.flatMap(({ label, definition }) => [label, definition]),
      ...codes.map(({ label }) => label),
      ...places,
      title,
      ...scopes.flatMap(({ answer }) => answer.figures.map((figure) => ({ vi: figure.scopeVi, en: figure.scopeEn }))),
    ].filter((pair) => pair.vi !== pair.en)
  })

  test.each(LANGUAGES)(
    'in %s, no label of the other language stands on a screen',
    async (language) => {
      const other = language === 'vi' ? 'en' : 'vi'
      expect(pairs.length).toBeGreaterThan(200)
      const own = new Set(pairs.map((pair) => pair[language]))
      const foreign = [...new Set(pairs.map((pair) => pair[other]))].filter((text) => !own.has(text))
      for (const view of PUBLIC_VIEWS) {
        const texts = screenTexts(await reports.answerOf(searchOf(view, language)))
        const all = texts.join('\n')
        const found = foreign.filter((text) => all.includes(text) && standsAlone(text, all))
        expect(found, view.name).toEqual([])
      }
    },
    120_000,
  )

  test('in Vietnamese no screen says that a report was not sent', async () => {
    for (const view of PUBLIC_VIEWS) {
      const texts = screenTexts(await reports.answerOf(searchOf(view)))
      expect(texts.filter((text) => /chưa gửi/i.test(text))).toEqual([])
    }
  })

  test('no screen has a text that is not in NFC, a hole or a code', async () => {
    const codes = [...reports.dataset.indicators.map(({ code }) => code), ...reports.dataset.codes.map(({ value }) => value)]
    const raw = codes.filter((code) => code.includes('_'))
    expect(raw.length).toBeGreaterThan(50)
    for (const view of PUBLIC_VIEWS) {
      for (const language of LANGUAGES) {
        for (const text of screenTexts(await reports.answerOf(searchOf(view, language)))) {
          expect(text).toBe(text.normalize('NFC'))
          expect(text).not.toMatch(/undefined|null|NaN|\[object/)
          expect(raw.filter((code) => text.includes(code))).toEqual([])
        }
      }
    }
  })
})

/** Every word of a room with its path; what `named.of` says is one leaf. */
function leavesOf(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, `${path}.${key}`))
}

function shapeOf(room: unknown): string[] {
  return leavesOf(room)
    .map(([path, leaf]) => `${path}: ${typeof leaf}${typeof leaf === 'function' ? ` of ${leaf.length}` : ''}`)
    .sort()
}

function isVietnamese(text: string): boolean {
  return /[\p{M}đĐ]/u.test(text.normalize('NFD'))
}

function standsAlone(text: string, all: string): boolean {
  const escaped = text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(all)
}

/** What a file of words can say: its string literals and the texts of its templates, without names of keys and imports. */
function spokenTexts(name: string): string[] {
  const { program, errors } = parseSync(name, readFileSync(join(locale, name), 'utf8'))
  expect(errors).toEqual([])
  return textsIn(program)
}

function textsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn)
  if (typeof node !== 'object' || node === null) return []
  const of = node as Readonly<Record<string, unknown>>
  if (of.type === 'ImportDeclaration' || String(of.type).startsWith('TS')) return []
  if (of.type === 'Literal') return typeof of.value === 'string' ? [of.value] : []
  if (of.type === 'TemplateElement') return [(of.value as { readonly cooked: string }).cooked].filter(Boolean)
  const spoken = of.type === 'Property' && of.computed === false ? [of.value] : Object.values(of)
  return spoken.flatMap(textsIn)
}

/** The names in a union type, read from its source, so that no list of them has to be kept. */
function unionIn(file: string, name: string): string[] {
  const text = readFileSync(join(model, file), 'utf8')
  const [, body = ''] = new RegExp(`export type ${name} =([\\s\\S]*?)\\n\\n`).exec(text) ?? []
  const found = [...body.matchAll(/'([^']+)'/g)].map(([, code]) => code as string)
  if (found.length < 3) throw new Error(`${file}: no union ${name}`)
  return found
}
