import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { wordsOf } from '../../src/locale/words.ts'
import type { Compared } from '../../src/query/compare-answer.ts'
import { SortChoice } from '../../src/ui/filters/sort-choice.tsx'
import { renderRoom } from '../support/room.tsx'

const { compare } = wordsOf('vi')
const compared = (kind: Compared['kind'], refused: Compared['refused'] = null): Compared => ({
  ...{ kind, refused, window: null, changes: new Map(), gone: [], likeForLike: [], peers: new Map(), targets: new Map() },
})
const buttons = () =>
  screen
    .getAllByRole('button')
    .map((button) => `${button.getAttribute('aria-pressed') === 'true' ? '* ' : ''}${button.textContent}`)

it('offers the number and the name, where nothing is compared', () => {
  renderRoom((room) => <SortChoice room={room} compared={null} />)
  expect(buttons()).toEqual([`* ${compare.sortByNumber}`, compare.sortByName])
})

it('offers the change in the words of what is compared', async () => {
  const { user, view } = renderRoom((room) => <SortChoice room={room} compared={compared('target')} />)
  expect(buttons()).toEqual([`* ${compare.sortByNumber}`, compare.sortByChange.target, compare.sortByName])
  await user.click(screen.getByRole('button', { name: compare.sortByChange.target }))
  expect(view().sort).toBe('-percent')
  expect(buttons()[1]).toBe(`* ${compare.sortByChange.target}`)
  await user.click(screen.getByRole('button', { name: compare.sortByName }))
  expect(view().sort).toBe('place')
  await user.click(screen.getByRole('button', { name: compare.sortByNumber }))
  expect(view().sort).toBeNull()
})

it('offers no change where nothing could be compared', () => {
  renderRoom((room) => <SortChoice room={room} compared={compared('yoy', 'no_window')} />)
  expect(buttons()).toEqual([`* ${compare.sortByNumber}`, compare.sortByName])
})
