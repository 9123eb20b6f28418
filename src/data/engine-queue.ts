import { Failure } from '../model/failure.ts'

/** Runs one job at a time, first come first served. */
export interface EngineQueue {
  /** Settles as `job` does. A job whose signal aborts before its turn never runs and rejects with `query-cancelled` at once. */
  run<T>(job: () => Promise<T>, signal?: AbortSignal): Promise<T>
}

export function createEngineQueue(): EngineQueue {
  const waiting: (() => Promise<void>)[] = []
  let busy = false

  async function drain(): Promise<void> {
    if (busy) return
    busy = true
    for (let next = waiting.shift(); next; next = waiting.shift()) await next()
    busy = false
  }

  return {
    run: (job, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(new Failure('query-cancelled'))
          return
        }
        const leave = () => {
          waiting.splice(waiting.indexOf(turn), 1)
          reject(new Failure('query-cancelled'))
        }
        const turn = async () => {
          signal?.removeEventListener('abort', leave)
          await job().then(resolve, reject)
        }
        signal?.addEventListener('abort', leave, { once: true })
        waiting.push(turn)
        void drain()
      }),
  }
}
