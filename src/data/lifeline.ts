import type { Failure } from '../model/failure.ts'

/** Ties promises that may never settle (a worker that is gone answers nothing) to an end that always comes. */
export interface Lifeline {
  /** Settles as `promise` does, or rejects as soon as the line is cut; at once where it is cut already. */
  hold<T>(promise: Promise<T>): Promise<T>
  /** Rejects all that is held; only the first cut counts. */
  cut(failure: Failure): void
  /** Why the line was cut; null as long as it is whole. */
  readonly failure: Failure | null
}

export function createLifeline(): Lifeline {
  const held = new Set<(failure: Failure) => void>()
  let cutBy: Failure | null = null
  return {
    get failure() {
      return cutBy
    },
    hold: (promise) =>
      new Promise((resolve, reject) => {
        // A late answer of a promise let go is nobody's error.
        const release = () => held.delete(reject)
        void promise.then(resolve, reject).finally(release)
        if (cutBy) reject(cutBy)
        else held.add(reject)
      }),
    cut: (failure) => {
      if (cutBy) return
      cutBy = failure
      for (const reject of held) reject(failure)
      held.clear()
    },
  }
}
