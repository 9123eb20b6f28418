import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { fingerprint } from '../../src/data/fingerprint.ts'
import { type FileMark, LARGEST_FILE, localFileOf, markOf } from '../../src/data/local-file.ts'
import { localFileForm } from '../../src/state/params/forms.ts'
import { failureOf } from '../support/dataset-files.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** A file whose bytes come in these pieces, whatever size it says it has. */
function pieces(size: number, parts: readonly (Uint8Array<ArrayBuffer> | Error)[], onCancel = () => {}): File {
  const left = [...parts]
  const stream = () =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => {
        const next = left.shift()
        if (next === undefined) controller.close()
        else if (next instanceof Error) controller.error(next)
        else controller.enqueue(next)
      },
      cancel: onCancel,
    })
  return Object.defineProperty(Object.assign(new File([], 'số liệu.csv'), { stream }), 'size', { value: size })
}

describe('a file of the reader', () => {
  it('has its name in NFC and its size', () => {
    const file = localFileOf(new File(['abc'], 'Số liệu.csv'.normalize('NFD')))
    expect([file.name, file.size]).toEqual(['Số liệu.csv', 3])
  })

  it('is read whole, anew each time', async () => {
    const text = 'số liệu\n'.repeat(50_000)
    const file = localFileOf(new File([text], 'a.csv'))
    const first = await file.read()
    expect(new TextDecoder().decode(first)).toBe(text)
    const second = await file.read()
    expect(second).not.toBe(first)
    expect(second).toEqual(first)
  })

  it('tells how far it is, to its end', async () => {
    const progress = vi.fn()
    await localFileOf(pieces(6, [bytesOf('ab'), bytesOf('c'), bytesOf('def')])).read(undefined, progress)
    expect(progress.mock.calls).toEqual([[2], [3], [6]])
  })

  it('may be empty', async () => {
    expect(await localFileOf(new File([], 'a.csv')).read()).toEqual(new Uint8Array())
  })

  it('that is too big is not begun', async () => {
    const file = pieces(LARGEST_FILE + 1, [new Error('read')])
    const { code, detail } = await failureOf(localFileOf(file).read())
    expect([code, detail]).toEqual(['file-too-big', { file: 'số liệu.csv', expected: 268_435_456, found: 268_435_457 }])
  })

  it.each([
    ['cannot be begun', () => Object.assign(new File([], 'số liệu.csv'), { stream: () => throwing() })],
    ['breaks off', () => pieces(9, [bytesOf('abc'), new DOMException('gone', 'NotReadableError')])],
    ['is shorter than it was', () => pieces(4, [bytesOf('abc')])],
    ['is longer than it was', () => pieces(2, [bytesOf('abc')])],
  ])('that %s is named', async (_, make) => {
    const { code, detail } = await failureOf(localFileOf(make()).read())
    expect([code, detail.file]).toEqual(['local-file-unreadable', 'số liệu.csv'])
  })

  it('is let go where the reader does not want it any more', async () => {
    const controller = new AbortController()
    const cancelled = vi.fn()
    const reading = localFileOf(pieces(9, [bytesOf('abc'), bytesOf('def'), bytesOf('ghi')], cancelled)).read(
      controller.signal,
      () => controller.abort(),
    )
    expect((await failureOf(reading)).code).toBe('query-cancelled')
    expect(cancelled).toHaveBeenCalledOnce()
    expect((await failureOf(localFileOf(new File(['a'], 'a.csv')).read(AbortSignal.abort()))).code).toBe('query-cancelled')
  })
})

describe('markOf', () => {
  const mark = (text: string): FileMark => ({ size: bytesOf(text).length, hash: fingerprint(bytesOf(text)) })

  it('is the size and the hash of one file, as sha256sum prints it', () => {
    expect(markOf([mark('abc')])).toBe('3-ba7816bf')
  })

  it('is the same in any order, of the form that links have, and another where one content is another', () => {
    const texts = fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(texts, fc.string(), fc.nat(), (contents, other, at) => {
        const marks = contents.map(mark)
        const found = markOf(marks)
        expect(markOf([...marks].reverse())).toBe(found)
        expect(localFileForm.read(found)).toEqual({ value: found })
        expect(Number(found.split('-')[0])).toBe(marks.reduce((sum, { size }) => sum + size, 0))
        fc.pre(!contents.includes(other))
        expect(markOf(marks.with(at % marks.length, mark(other))).split('-')[1]).not.toBe(found.split('-')[1])
        expect(markOf(marks.slice(1))).not.toBe(found)
      }),
    )
  })
})

function throwing(): never {
  throw new TypeError('a folder')
}
