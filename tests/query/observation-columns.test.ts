import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsvRecords } from '../../src/data/csv-text.ts'
import { fold } from '../../src/model/fold.ts'
import { decode } from '../../src/model/text/decode.ts'
import { matchColumns, missingColumns, OBSERVATION_COLUMNS } from '../../src/query/resolve/observation-columns.ts'

const ALL = OBSERVATION_COLUMNS.flatMap(({ name, vi }) => [[name, name] as const, [vi, name] as const])

describe('the columns of the form', () => {
  it('have names and headings of which no two mean the same when they are written without marks', () => {
    const folded = ALL.map(([text]) => fold(text))
    expect(folded.filter((text, at) => folded.indexOf(text) !== at)).toEqual([])
    expect(folded.filter((text) => text === '')).toEqual([])
  })

  it('are the headings of the template, but for those in English', async () => {
    const bytes = await readFile(join(import.meta.dirname, '../../public/templates/mau-so-lieu.csv'))
    const { header, rows } = parseCsvRecords(decode(new Uint8Array(bytes)).text)
    const headings = OBSERVATION_COLUMNS.filter(({ name }) => !name.endsWith('_en')).map(({ vi }) => vi)
    expect([...header].sort()).toEqual([...headings].sort())
    expect(rows).toEqual([])
    const { found, twice } = matchColumns(header)
    expect([found.size, twice, missingColumns({ found, twice })]).toEqual([header.length, [], []])
  })

  it('have words in NFC', () => {
    for (const { vi } of OBSERVATION_COLUMNS) expect(vi).toBe(vi.normalize('NFC'))
  })
})

describe('matchColumns', () => {
  it.each(ALL)('knows %s', (text, name) => {
    expect([...matchColumns([text]).found]).toEqual([[name, text]])
  })

  it('knows them in any case, decomposed, without marks, with blanks and strokes about', () => {
    const writings: readonly ((text: string) => string)[] = [
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => text.normalize('NFD'),
      (text) => text.toUpperCase().normalize('NFD'),
      (text) => fold(text),
      (text) => `  ${text.replaceAll(' ', '\u00a0 ')} *`,
      (text) => text.replaceAll(/[ _]/g, '-'),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(ALL.map((_, at) => at)), fc.array(fc.constantFrom(...writings)), (picked, changes) => {
        for (const at of picked) {
          const [text, name] = ALL[at] as (typeof ALL)[number]
          const written = changes.reduce((now, change) => change(now), text)
          expect([...matchColumns([written]).found]).toEqual([[name, written]])
        }
      }),
    )
  })

  it('takes English and Vietnamese beside each other, in any order, and passes by what it does not know', () => {
    const { found, twice } = matchColumns(['Số liệu', 'province_vi', 'Mã tỉnh', 'unit', 'STT', 'scope_en'])
    expect([...found]).toEqual([
      ['value', 'Số liệu'],
      ['province_code', 'Mã tỉnh'],
      ['unit', 'unit'],
      ['scope_en', 'scope_en'],
    ])
    expect(twice).toEqual([])
  })

  it('names every further column that means the same, and keeps the first', () => {
    const { found, twice } = matchColumns(['Mã tỉnh', 'value', 'province_code', 'MA TINH', 'Số liệu'])
    expect([...found]).toEqual([
      ['province_code', 'Mã tỉnh'],
      ['value', 'value'],
    ])
    expect(twice).toEqual(['province_code', 'MA TINH', 'Số liệu'])
  })
})

describe('missingColumns', () => {
  const names = (columns: readonly string[], byHand: boolean) =>
    missingColumns(matchColumns(columns), byHand).map(({ name }) => name)
  const NEEDED = ['territory_set', 'province_code', 'period_start', 'period_end', 'indicator_code', 'value']

  it('asks a package for every required column, in the order of the form', () => {
    const required = OBSERVATION_COLUMNS.filter((column) => column.required).map(({ name }) => name)
    expect(required).toHaveLength(13)
    expect(names([], false)).toEqual(required)
    expect(names(required, false)).toEqual([])
    for (const one of required) {
      expect(
        names(
          required.filter((name) => name !== one),
          false,
        ),
      ).toEqual([one])
    }
  })

  it('asks a file that was filled in by hand for what nothing else tells', () => {
    expect(names([], true)).toEqual(NEEDED)
    expect(names(['Danh mục tỉnh', 'Mã tỉnh', 'Từ ngày', 'Đến ngày', 'Mã chỉ tiêu', 'Số liệu'], true)).toEqual([])
    for (const one of NEEDED) {
      expect(
        names(
          NEEDED.filter((name) => name !== one),
          true,
        ),
      ).toEqual([one])
    }
  })
})
