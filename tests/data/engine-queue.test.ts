import { describe, expect, it, vi } from 'vitest'
import { createEngineQueue } from '../../src/data/engine-queue.ts'

describe('createEngineQueue', () => {
  it('runs one job at a time, in order, and gives each its own answer', async () => {
    const queue = createEngineQueue()
    let running = 0
    let most = 0
    const order: number[] = []
    const job = (id: number) => async () => {
      most = Math.max(most, ++running)
      order.push(id)
      await new Promise((resolve) => setTimeout(resolve, (id * 7) % 5))
      running--
      return id
    }
    const ids = Array.from({ length: 20 }, (_, id) => id)
    expect(await Promise.all(ids.map((id) => queue.run(job(id))))).toEqual(ids)
    expect(order).toEqual(ids)
    expect(most).toBe(1)
  })

  it('goes on after a job that fails', async () => {
    const queue = createEngineQueue()
    const failing = queue.run(() => Promise.reject(new Error('boom')))
    const next = queue.run(async () => 'next')
    await expect(failing).rejects.toThrow('boom')
    expect(await next).toBe('next')
  })

  it('never runs a job whose signal aborts while it waits', async () => {
    const queue = createEngineQueue()
    let finish: () => void = () => {}
    const first = queue.run(() => new Promise<void>((resolve) => (finish = resolve)))
    const controller = new AbortController()
    const job = vi.fn(async () => 'ran')
    const waiting = queue.run(job, controller.signal)
    const last = queue.run(async () => 'last')
    controller.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'query-cancelled' })
    finish()
    await first
    expect(await last).toBe('last')
    expect(job).not.toHaveBeenCalled()
  })

  it('refuses a job whose signal has aborted before', async () => {
    const job = vi.fn(async () => 'ran')
    await expect(createEngineQueue().run(job, AbortSignal.abort())).rejects.toMatchObject({ code: 'query-cancelled' })
    expect(job).not.toHaveBeenCalled()
  })

  it('leaves a running job to its own handling of the signal', async () => {
    const queue = createEngineQueue()
    const controller = new AbortController()
    const running = queue.run(async () => {
      controller.abort()
      return 'done'
    }, controller.signal)
    expect(await running).toBe('done')
  })
})
