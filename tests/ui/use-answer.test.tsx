import { act, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../src/model/failure.ts'
import type { View } from '../../src/model/view.ts'
import type { Room } from '../../src/ui/answer/room.ts'
import { type AnswerState, useAnswer } from '../../src/ui/answer/use-answer.ts'
import { type FakeAnswer, fakeDatabase, HANGS } from '../support/fake-database.ts'
import { renderRoom } from '../support/room.tsx'
import { answerOf, figureOf } from '../support/small-dataset.ts'

const tips = answerOf([figureOf('tips', '36', { value: 8968 })])
const models = answerOf([figureOf('models', '36', { value: 26 })])

/** What a SQL text of a view with one indicator asks about. */
const subject = (sql: string) => /indicator_code IN \('(\w+)'\)/.exec(sql)?.[1] ?? 'overview'

function open(answer: (subject: string, nth: number) => FakeAnswer, view: Partial<View> = { indicators: ['tips'] }) {
  const states: AnswerState[] = []
  const database = fakeDatabase({ query: (sql, nth) => answer(subject(sql), nth) })
  function Probe({ room }: { readonly room: Room }) {
    const state = useAnswer(room.workspace, room.dataset, room.view)
    states.push(state)
    const { answered, waiting, error } = state
    const [, again] = useState(0)
    return (
      <>
        <button type="button" onClick={() => again((times) => times + 1)}>
          draw again
        </button>
        <p data-testid="shown">
          {answered
            ? `${answered.view.indicators.join()} = ${answered.answer.figures.map((one) => one.value).join()}`
            : 'nothing'}
        </p>
        <p data-testid="state">{[waiting && 'waiting', error instanceof Failure && error.code].filter(Boolean).join()}</p>
      </>
    )
  }
  const room = renderRoom((shown) => <Probe room={shown} />, { database, view })
  const set = (change: Partial<View>) => act(() => room.store.setView(change))
  return { ...room, database, states, set, last: () => states.at(-1) as AnswerState }
}

const shown = () => screen.getByTestId('shown').textContent
const state = () => screen.getByTestId('state').textContent

describe('the answer to a view', () => {
  it('is nothing until it comes', async () => {
    const { database } = open(() => HANGS)
    expect([shown(), state()]).toEqual(['nothing', 'waiting'])
    await waitFor(() => expect(database.hanging).toHaveLength(1))
    act(() => database.hanging[0]?.settle(tips))
    await waitFor(() => expect([shown(), state()]).toEqual(['tips = 8968', '']))
  })

  it('stays with its own view while that of a new one is computed', async () => {
    const { database, set, states } = open((asked) => (asked === 'tips' ? tips : HANGS))
    await waitFor(() => expect(shown()).toBe('tips = 8968'))
    set({ indicators: ['models'] })
    expect([shown(), state()]).toEqual(['tips = 8968', 'waiting'])
    act(() => database.hanging[0]?.settle(models))
    await waitFor(() => expect([shown(), state()]).toEqual(['models = 26', '']))

    const answers = states.flatMap(({ answered }) => answered ?? [])
    expect(new Set(answers.map(({ view }) => view.indicators[0]))).toEqual(new Set(['tips', 'models']))
    for (const { view, answer } of answers) expect(answer.figures.map((one) => one.indicator)).toEqual(view.indicators)
  })

  it('is dropped where another view has been chosen since', async () => {
    const { database, set } = open(() => HANGS)
    set({ indicators: ['models'] })
    // The question that nobody waits for any more is cancelled.
    await waitFor(() => expect(database.hanging.map(({ sql }) => subject(sql))).toEqual(['models']))
    act(() => database.hanging[0]?.settle(models))
    await waitFor(() => expect([shown(), state()]).toEqual(['models = 26', '']))
  })

  it('is dropped also where it comes late all the same', async () => {
    const late: ((answer: typeof tips) => void)[] = []
    function Probe({ room }: { readonly room: Room }) {
      const deaf = { ...room.workspace, ask: () => new Promise<typeof tips>((resolve) => late.push(resolve)) }
      const { answered } = useAnswer(deaf, room.dataset, room.view)
      return <p data-testid="shown">{answered?.answer.figures.map((one) => one.indicator).join() ?? 'nothing'}</p>
    }
    const { store } = renderRoom((room) => <Probe room={room} />, { view: { indicators: ['tips'] } })
    act(() => store.setView({ indicators: ['models'] }))
    await waitFor(() => expect(late).toHaveLength(2))
    act(() => late[1]?.(models))
    await waitFor(() => expect(shown()).toBe('models'))
    await act(async () => {
      late[0]?.(tips)
      await new Promise((resolve) => setTimeout(resolve, 20))
    })
    expect(shown()).toBe('models')
  })

  it('is the same object as long as nothing changes, so that no picture is drawn twice', async () => {
    const { last, states, user } = open(() => tips)
    await waitFor(() => expect(shown()).toBe('tips = 8968'))
    const [{ answered }, times] = [last(), states.length]
    await user.click(screen.getByRole('button', { name: 'draw again' }))
    expect(states.length).toBeGreaterThan(times)
    expect(last().answered).toBe(answered)
  })
})

describe('what is asked', () => {
  it.each<Partial<View>>([
    { language: 'en' },
    { charts: ['bar'] },
    { theme: 'dark' },
    { sort: '-number' },
    { tab: 'rows' },
    { search: 'súng' },
  ])('is nothing new for %o, and the answer goes with the new view', async (change) => {
    const { database, set, last, view } = open(() => tips)
    await waitFor(() => expect(shown()).toBe('tips = 8968'))
    set(change)
    expect([database.queries.length, state()]).toEqual([1, ''])
    expect(last().answered?.view).toBe(view())
    expect(last().answered?.view).toMatchObject(change)
  })

  it.each<Partial<View>>([
    { indicators: ['weapons'] },
    { time: { kind: 'window', from: '2024', to: '2024' } },
    { territories: ['36'] },
    { filters: { item: ['gun'] } },
  ])('is new for %o', async (change) => {
    const { database, set } = open(() => tips)
    await waitFor(() => expect(shown()).toBe('tips = 8968'))
    set(change)
    await waitFor(() => expect(state()).toBe(''))
    expect(database.queries).toHaveLength(2)
    expect(database.queries[1]).not.toBe(database.queries[0])
  })

  it('is nothing for a view that has been answered before', async () => {
    const { database, set } = open((asked) => (asked === 'tips' ? tips : models))
    await waitFor(() => expect(shown()).toBe('tips = 8968'))
    set({ indicators: ['models'] })
    await waitFor(() => expect(shown()).toBe('models = 26'))
    set({ indicators: ['tips'] })
    expect([shown(), state(), database.queries.length]).toEqual(['tips = 8968', '', 2])
  })
})

describe('an answer that fails', () => {
  it('leaves the picture before it, and comes at the second try', async () => {
    const { database, set, last } = open((asked, nth) => {
      if (asked === 'tips') return tips
      return nth === 1 ? new Failure('engine-out-of-memory') : models
    })
    await waitFor(() => expect(shown()).toBe('tips = 8968'))
    set({ indicators: ['models'] })
    await waitFor(() => expect(state()).toBe('engine-out-of-memory'))
    expect(shown()).toBe('tips = 8968')

    await act(async () => last().retry())
    await waitFor(() => expect([shown(), state()]).toEqual(['models = 26', '']))
    expect(database.queries).toHaveLength(3)
  })

  it('leaves nothing where there was nothing, and comes at the second try', async () => {
    const { last } = open((_, nth) => (nth === 0 ? new Failure('query-failed') : tips))
    await waitFor(() => expect([shown(), state()]).toEqual(['nothing', 'query-failed']))
    await act(async () => last().retry())
    await waitFor(() => expect([shown(), state()]).toEqual(['tips = 8968', '']))
  })

  it('is forgotten when the reader goes back', async () => {
    const { set } = open((asked) => (asked === 'tips' ? tips : new Failure('query-failed')))
    await waitFor(() => expect(shown()).toBe('tips = 8968'))
    set({ indicators: ['models'] })
    await waitFor(() => expect(state()).toBe('query-failed'))
    set({ indicators: ['tips'] })
    expect([shown(), state()]).toEqual(['tips = 8968', ''])
  })
})
