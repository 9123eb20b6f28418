import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { type LocalFile, markOf } from '../../src/data/local-file.ts'
import { type OpenProgress, readFiles } from '../../src/data/read-files.ts'
import { Failure } from '../../src/model/failure.ts'
import { datasetsFolder, failureOf } from '../support/dataset-files.ts'
import { csvText, FULL, fileOf } from '../support/local-files.ts'
import { nodeFormats } from '../support/node-parquet.ts'

const read = (files: readonly LocalFile[], more: Parameters<typeof readFiles>[1] = {}) =>
  readFiles(files, { formats: nodeFormats, ...more })

const good = (name: string, value = '12') => fileOf(name, csvText([{ ...FULL, value }]))

describe('files that are read together', () => {
  it('stand in the order of their names, however they were chosen', async () => {
    const files = ['đ.csv', 'a.csv', 'e.csv', 'd.csv'].map((name) => good(name, String(name.charCodeAt(0))))
    const { ingests, accepted, refused, mark } = await read(files)
    expect(ingests.map(({ fileName }) => fileName)).toEqual(['a.csv', 'd.csv', 'đ.csv', 'e.csv'])
    expect(accepted.map(({ name }) => name)).toEqual(['a.csv', 'd.csv', 'đ.csv', 'e.csv'])
    expect(refused).toEqual([])
    expect((await read([...files].reverse())).mark).toBe(mark)
  })

  it('are known by their contents, not by their names', async () => {
    const [one, other] = [
      await read([good('a.csv', '1'), good('b.csv', '2')]),
      await read([good('x.csv', '2'), good('y.csv', '1')]),
    ]
    expect(other.mark).toBe(one.mark)
    expect((await read([good('a.csv', '1'), good('b.csv', '3')])).mark).not.toBe(one.mark)
    const alone = good('a.csv', '1')
    expect((await read([alone])).mark).toMatch(new RegExp(`^${alone.size}-[0-9a-f]{8}$`))
  })

  it('may be of several kinds', async () => {
    const bytes = new Uint8Array(await readFile(join(datasetsFolder, 'public-reports/observations.parquet')))
    const { ingests } = await read([fileOf('b.dat', bytes), good('a.parquet')])
    expect(ingests.map(({ kind, records }) => [kind, records])).toEqual([
      ['csv', 1],
      ['parquet', 109],
    ])
  })

  it('tell how far they are as one', async () => {
    const seen: OpenProgress[] = []
    const files = [good('a.csv'), fileOf('b.csv', '<html></html>'), good('c.csv', '13')]
    const size = files.reduce((sum, file) => sum + file.size, 0)
    await read(files, { onProgress: (progress) => seen.push(progress) })
    expect(new Set(seen.map((progress) => progress.size))).toEqual(new Set([size]))
    const loaded = seen.map((progress) => progress.loaded)
    expect(loaded).toEqual([...loaded].sort((a, b) => a - b))
    expect([loaded.length, loaded.at(-1)]).toEqual([3, size])
    expect(seen.every(({ step }) => step === 'reading')).toBe(true)
  })

  it('may be none', async () => {
    expect(await read([])).toEqual({ ingests: [], accepted: [], refused: [], mark: markOf([]) })
  })
})

describe('a file that cannot be opened', () => {
  const header = csvText([])
  const EMPTY = ','.repeat(header.split(',').length - 1)
  it.each([
    ['that is empty', '', 'file-empty', {}],
    ['that is a web page', '<!DOCTYPE html><html></html>', 'file-html', {}],
    ['that is JSON', '{"error": 1}', 'file-json', {}],
    ['that is a workbook', 'PK\u0003\u0004\u0014\u0000\u0006\u0000', 'file-binary', {}],
    ['that has a heading only', header, 'csv-no-rows', {}],
    ['with a quote that is not closed', `${header}"63,36\n`, 'csv-unclosed-quote', { line: 2 }],
    [
      'without columns that nothing tells',
      'Mã tỉnh,Mã chỉ tiêu,Số liệu,unit\n36,flow,1,tip\n',
      'csv-columns-missing',
      { names: ['Danh mục tỉnh (territory_set)', 'Từ ngày (period_start)', 'Đến ngày (period_end)'] },
    ],
    [
      'with headings that are nearly those of the form',
      'Danh mục tỉnh,Mã tinhr,Chỉ tieu,Từ ngay,Den ngày,Số lieu,Ghi\n63,36,flow,1/1/2024,31/12/2024,1,\n',
      'csv-columns-missing',
      {
        names: ['Mã tỉnh (province_code)', 'Mã chỉ tiêu (indicator_code)'],
        near: [
          { name: 'Mã tinhr', meant: 'Mã tỉnh' },
          { name: 'Chỉ tieu', meant: 'Mã chỉ tiêu' },
        ],
      },
    ],
    ['with a heading that may be two', 'Tỉnh\n36\n', 'csv-columns-missing', { near: [] }],
    [
      'below title rows of as many cells',
      `BÁO CÁO${EMPTY}\nQuý I${EMPTY}\n\n${header}63${EMPTY}\n`,
      'csv-title-rows',
      { line: 4 },
    ],
    ['below a title of one cell', `BÁO CÁO QUÝ I\n${header}63${EMPTY}\n`, 'csv-title-rows', { line: 2 }],
    ['below a title with a comma', `Nam Định, quý I\n${csvText([FULL], undefined, ';')}`, 'csv-title-rows', { line: 2 }],
    ['with a column without a name, and no title', 'a,,c\n1,2,3\n', 'columns-faulty', { names: ['#2'], line: 1 }],
    ['with a column twice', csvText([FULL]).replace('printed', 'Số liệu'), 'columns-twice', { names: ['Số liệu'] }],
    ['that is cut off', 'PAR1xxxxxxxxxxxx', 'parquet-damaged', {}],
  ])('%s is named with the reason, and the others are opened', async (_, content, code, detail) => {
    const { ingests, refused, mark } = await read([good('a.csv'), fileOf('b.csv', content), good('c.csv', '13')])
    expect(ingests.map(({ fileName }) => fileName)).toEqual(['a.csv', 'c.csv'])
    expect(refused.map(({ name, failure }) => [name, failure.code])).toEqual([['b.csv', code]])
    expect(refused[0]?.failure.detail).toMatchObject({ file: 'b.csv', ...detail })
    expect(mark).toBe((await read([good('a.csv'), good('c.csv', '13')])).mark)
  })

  it('because the disk does not give it is named too', async () => {
    const gone: LocalFile = {
      name: 'b.csv',
      size: 5,
      read: () => Promise.reject(new Failure('local-file-unreadable', { file: 'b.csv' })),
    }
    const odd: LocalFile = { name: 'c.csv', size: 5, read: () => Promise.reject(new RangeError('no memory')) }
    const { ingests, refused } = await read([gone, good('a.csv'), odd])
    expect(ingests).toHaveLength(1)
    expect(refused.map(({ name, failure }) => [name, failure.code, failure.detail.file])).toEqual([
      ['b.csv', 'local-file-unreadable', 'b.csv'],
      ['c.csv', 'local-file-unreadable', 'c.csv'],
    ])
    expect(refused[1]?.failure.detail.raw).toContain('no memory')
  })

  it('because it is another one once more is named with that one, and does not count twice', async () => {
    const { ingests, refused, mark } = await read([good('số liệu (1).csv'), good('số liệu.csv'), good('a.csv', '13')])
    expect(ingests).toHaveLength(2)
    const [copy] = refused
    expect([refused.length, copy?.failure.code, copy?.failure.detail.file]).toEqual([1, 'local-file-twice', copy?.name])
    const kept = ingests.map(({ fileName }) => fileName).filter((name) => name !== 'a.csv')
    expect(copy?.failure.detail.names).toEqual(kept)
    expect(mark).toBe((await read([good('x.csv'), good('a.csv', '13')])).mark)
  })

  it('is not a file with rows of which none has as many cells as the heading', async () => {
    const { ingests, refused } = await read([fileOf('a.csv', `${header}63,36\n`)])
    expect(refused).toEqual([])
    expect(ingests).toMatchObject([{ recordsInFile: 1, records: 0, held: [{ line: 2, reason: 'field-count' }] }])
  })
})

describe('a cancel', () => {
  it('ends everything, and no further file is begun', async () => {
    const controller = new AbortController()
    const later = vi.fn(good('c.csv').read)
    const files: LocalFile[] = [
      good('a.csv'),
      { ...good('b.csv', '13'), read: () => Promise.reject(new Failure('query-cancelled')) },
      { ...good('c.csv'), read: later },
    ]
    expect((await failureOf(read(files, { signal: controller.signal }))).code).toBe('query-cancelled')
    expect(later).not.toHaveBeenCalled()
  })

  it('comes through to the file that is being read', async () => {
    expect((await failureOf(read([good('a.csv')], { signal: AbortSignal.abort() }))).code).toBe('query-cancelled')
  })
})
