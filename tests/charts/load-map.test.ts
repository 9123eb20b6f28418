import { beforeEach, expect, test, vi } from 'vitest'
import type { Territories } from '../../src/model/dataset.ts'

const registered: unknown[] = []
const drawn: string[] = []

beforeEach(() => {
  vi.resetModules()
  registered.length = 0
  drawn.length = 0
  vi.doMock('echarts/core', () => ({ registerMap: (...asked: unknown[]) => registered.push(asked) }))
})

const territories: Territories = new Map()

test('however often it is asked for, the map of a list is made once', async () => {
  outlinesCome()
  const { loadMap, VIETNAM } = await import('../../src/charts/load-map.ts')
  await Promise.all([loadMap('63', territories), loadMap('63', territories)])
  await loadMap('34', territories)
  await loadMap('63', territories)
  expect(registered).toEqual([
    [VIETNAM['63'], { svg: '<svg/>' }],
    [VIETNAM['34'], { svg: '<svg/>' }],
  ])
  expect(VIETNAM['63']).not.toBe(VIETNAM['34'])
  expect(drawn).toHaveLength(2)
})

test('a file that does not come is a failure with its sentence, and is asked for again', async () => {
  vi.doMock('../../src/charts/map/vietnam-outlines.ts', () => {
    throw new Error('no such file')
  })
  const { loadMap } = await import('../../src/charts/load-map.ts')
  const failed: unknown = await loadMap('63', territories).catch((error: unknown) => error)
  expect(failed).toMatchObject({ name: 'Failure', code: 'http-unreachable' })
  expect(registered).toEqual([])
  outlinesCome()
  await loadMap('63', territories)
  expect(registered).toHaveLength(1)
})

function outlinesCome(): void {
  const vietnamSvg = () => {
    drawn.push('once')
    return '<svg/>'
  }
  vi.doMock('../../src/charts/map/vietnam-outlines.ts', () => ({ vietnamSvg }))
}
