import { beforeEach, expect, test, vi } from 'vitest'

const registered: unknown[] = []
const drawn: string[] = []

beforeEach(() => {
  vi.resetModules()
  registered.length = 0
  drawn.length = 0
  vi.doMock('echarts/core', () => ({ registerMap: (...asked: unknown[]) => registered.push(asked) }))
})

test('however often it is asked for, the map is made once', async () => {
  outlinesCome()
  const { loadMap, VIETNAM } = await import('../../src/charts/load-map.ts')
  await Promise.all([loadMap(), loadMap()])
  await loadMap()
  expect(registered).toEqual([[VIETNAM, { svg: '<svg/>' }]])
  expect(drawn).toHaveLength(1)
})

test('a file that does not come is a failure with its sentence, and is asked for again', async () => {
  vi.doMock('../../src/charts/parts/vietnam-outlines.ts', () => {
    throw new Error('no such file')
  })
  const { loadMap } = await import('../../src/charts/load-map.ts')
  const failed: unknown = await loadMap().catch((error: unknown) => error)
  expect(failed).toMatchObject({ name: 'Failure', code: 'http-unreachable' })
  expect(registered).toEqual([])
  outlinesCome()
  await loadMap()
  expect(registered).toHaveLength(1)
})

function outlinesCome(): void {
  const vietnamSvg = () => {
    drawn.push('once')
    return '<svg/>'
  }
  vi.doMock('../../src/charts/parts/vietnam-outlines.ts', () => ({ vietnamSvg }))
}
