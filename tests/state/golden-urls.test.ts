import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Notice } from '../../src/model/notice.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { fromSearch, toSearch } from '../../src/state/url.ts'

interface GoldenUrl {
  readonly search: string
  /** What differs from the empty view. */
  readonly view: Partial<View>
  readonly rest?: readonly (readonly [string, string])[]
  readonly notices?: readonly Notice[]
}

// Links in mails and slides: a line is added for every new shape and none is ever changed.
const file = new URL('../golden/urls.json', import.meta.url)
const urls = JSON.parse(readFileSync(file, 'utf8')) as readonly GoldenUrl[]

test('there are links to open', () => {
  expect(urls.length).toBeGreaterThanOrEqual(25)
})

test.each(urls)('$search', ({ search, view, rest = [], notices = [] }) => {
  const expected = { ...EMPTY_VIEW, ...view }
  expect(fromSearch(search, EMPTY_VIEW)).toEqual({ view: expected, rest, notices })
  for (const mode of ['address', 'send'] as const) {
    expect(fromSearch(toSearch(expected, EMPTY_VIEW, rest, mode), EMPTY_VIEW)).toEqual({ view: expected, rest, notices: [] })
  }
})
