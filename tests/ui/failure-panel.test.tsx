import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import { Failure, type FailureCode, type FailureDetail } from '../../src/model/failure.ts'
import { FailurePanel } from '../../src/ui/page/failure-panel.tsx'

const languages = ['vi', 'en'] as const
const codes = Object.keys(wordsOf('vi').failure.sentence) as FailureCode[]
const RAW = 'Binder Error: Referenced column "x" not found'
/** All that a sentence can name; and nothing of it. */
const details: readonly FailureDetail[] = [
  { file: 'so-lieu.csv', line: 17, column: 'gia_tri', status: 404, expected: 109, found: 108, names: ['unit'], raw: RAW },
  { raw: RAW },
]
const cases = languages.flatMap((language) => codes.map((code) => [code, language] as const))

function open(error: unknown, more: { language?: 'vi' | 'en'; keeps?: boolean; onClose?: () => void } = {}) {
  const { language = 'vi', keeps = false, ...rest } = more
  const onRetry = vi.fn()
  const drawn = render(<FailurePanel error={error} words={wordsOf(language)} keeps={keeps} onRetry={onRetry} {...rest} />)
  const fold = drawn.container.querySelector('details') as HTMLDetailsElement
  const said = () => [...screen.getByRole('alert').querySelectorAll('p')].map((line) => line.textContent ?? '').join(' ')
  return { ...drawn, onRetry, fold, said }
}

describe.each(cases)('%s in %s', (code, language) => {
  it.each(details)('is a sentence of its own, with the raw text in the fold only: %o', (detail) => {
    const { said, fold } = open(new Failure(code, detail), { language })
    const sentence = wordsOf(language).failure.sentence[code](detail)
    expect(sentence.what).toMatch(/\S.*\.$/)
    expect(sentence.next).toMatch(/\S.*\.$/)
    expect(said()).toContain(sentence.what)
    expect(said()).toContain(sentence.next)
    expect(said()).not.toMatch(/undefined|null|NaN|\[object|Binder/)
    expect(said()).not.toContain(code)
    expect(fold.open).toBe(false)
    expect(fold).toHaveTextContent(code)
    expect(fold).toHaveTextContent(RAW)
    expect(within(fold).getByText(wordsOf(language).failure.details)).toBeInTheDocument()
  })
})

describe('a failure', () => {
  it.each(languages)('has for each code another sentence (%s)', (language) => {
    const sentences = codes.map((code) => wordsOf(language).failure.sentence[code]({}).what)
    expect(codes.length).toBeGreaterThan(25)
    expect(new Set(sentences).size).toBe(codes.length)
  })

  it('names file, line, column and status where they are known', () => {
    const detail = details[0] as FailureDetail
    const { sentence } = wordsOf('vi').failure
    expect(sentence['package-invalid'](detail).what).toMatch(/so-lieu\.csv.*17.*gia_tri/)
    expect(sentence['http-status'](detail).what).toMatch(/so-lieu\.csv.*404/)
    expect(sentence['rows-differ'](detail).what).toMatch(/so-lieu\.csv.*109.*108/)
    expect(sentence['csv-columns-missing'](detail).what).toMatch(/so-lieu\.csv.*unit/)
  })

  it('says what is kept only where something is', () => {
    const { kept } = wordsOf('vi').failure
    const first = open(new Failure('query-failed'), { keeps: true })
    expect(first.said()).toContain(kept)
    first.unmount()
    expect(open(new Failure('query-failed')).said()).not.toContain(kept)
  })

  it('can be tried again and, where the caller lets it, closed', async () => {
    const onClose = vi.fn()
    const { onRetry } = open(new Failure('query-failed'), { onClose })
    await userEvent.click(screen.getByRole('button', { name: wordsOf('vi').chrome.retry }))
    expect([onRetry.mock.calls.length, onClose.mock.calls.length]).toEqual([1, 0])
    await userEvent.click(screen.getByRole('button', { name: wordsOf('vi').chrome.close }))
    expect([onRetry.mock.calls.length, onClose.mock.calls.length]).toEqual([1, 1])
  })

  it('cannot be closed where nothing would be left', () => {
    open(new Failure('query-failed'))
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([wordsOf('vi').chrome.retry])
  })
})

describe('an error that is no failure', () => {
  it.each(languages)('is told in plain words, its text in the fold only (%s)', (language) => {
    const { said, fold } = open(new TypeError('x is not a function'), { language })
    expect(said()).toContain(wordsOf(language).chrome.crashed)
    expect(said()).not.toContain('x is not')
    expect(fold).toHaveTextContent('TypeError: x is not a function')
  })

  it('is cut where it is very long', () => {
    expect(open(new Error('x'.repeat(5000))).fold.textContent?.length).toBeLessThan(700)
  })
})
