import { describe, expect, it } from 'vitest'
import { createLifeline } from '../../src/data/lifeline.ts'
import { Failure } from '../../src/model/failure.ts'

const stopped = new Failure('engine-stopped')

describe('createLifeline', () => {
  it('passes on what settles in time', async () => {
    const line = createLifeline()
    expect(await line.hold(Promise.resolve(1))).toBe(1)
    await expect(line.hold(Promise.reject(new Error('own')))).rejects.toThrow('own')
    expect(line.failure).toBeNull()
  })

  it('rejects what never settles, and all that comes later', async () => {
    const line = createLifeline()
    const hanging = [line.hold(new Promise(() => {})), line.hold(new Promise(() => {}))]
    line.cut(stopped)
    expect(await Promise.allSettled(hanging)).toEqual([
      { status: 'rejected', reason: stopped },
      { status: 'rejected', reason: stopped },
    ])
    await expect(line.hold(new Promise(() => {}))).rejects.toBe(stopped)
    expect(line.failure).toBe(stopped)
  })

  it('counts only the first cut', async () => {
    const line = createLifeline()
    line.cut(stopped)
    line.cut(new Failure('engine-start-timeout'))
    expect(line.failure).toBe(stopped)
  })

  it('swallows the late rejection of a promise let go', async () => {
    const line = createLifeline()
    let reject: (error: Error) => void = () => {}
    const held = line.hold(new Promise((_, no) => (reject = no)))
    line.cut(stopped)
    await expect(held).rejects.toBe(stopped)
    reject(new Error('late'))
    // An unhandled rejection would fail the run.
    await new Promise((resolve) => setTimeout(resolve, 5))
  })
})
