import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { keepFew, LARGE_ANSWER } from '../../src/ui/answer/keep-few.ts'

it('keeps the newest large answers that nobody looks at, all that somebody does, and all small ones', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  const end = keepFew(client)
  const ask = (name: string, meta?: typeof LARGE_ANSWER) =>
    client.fetchQuery({ queryKey: [name], queryFn: async () => name, ...(meta ? { meta } : {}) })
  await ask('shown', LARGE_ANSWER)
  const leave = new QueryObserver(client, { queryKey: ['shown'], queryFn: async () => 'shown', meta: LARGE_ANSWER }).subscribe(
    () => {},
  )
  await ask('small')
  for (let nth = 0; nth < 10; nth++) {
    await ask(`large ${nth}`, LARGE_ANSWER)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await ask('last')
  const names = client
    .getQueryCache()
    .getAll()
    .map(({ queryKey }) => queryKey[0])
  expect(names).toEqual(['shown', 'small', 'large 4', 'large 5', 'large 6', 'large 7', 'large 8', 'large 9', 'last'])
  leave()
  end()
  client.clear()
})
