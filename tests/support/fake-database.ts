import type { Database, LoadPlan } from '../../src/data/database.ts'
import { Failure } from '../../src/model/failure.ts'
import type { Cell, ResultSet } from '../../src/model/result-set.ts'

/** Stands for an answer that comes only when the test settles it, the signal aborts or the engine stops. */
export const HANGS = Symbol('hangs')

export type FakeAnswer = ResultSet | Failure | typeof HANGS

/** What the database answers; `nth` counts the calls of its kind from 0. Where nothing is scripted the answer is empty. */
export interface FakeScript {
  query?(sql: string, nth: number): FakeAnswer
  load?(plan: LoadPlan, nth: number): FakeAnswer
}

/** A Database without an engine: it keeps what it was asked and answers by its script, which a test may exchange. */
export interface FakeDatabase extends Database {
  script: FakeScript
  readonly queries: readonly string[]
  readonly loads: readonly LoadPlan[]
  /** The questions that hang, oldest first. */
  readonly hanging: readonly Hanging[]
  /** The engine goes away: all that hangs, and all that comes, is answered `engine-stopped`. */
  stop(): void
}

export interface Hanging {
  readonly sql: string
  settle(answer: ResultSet | Failure): void
}

export function fakeDatabase(script: FakeScript = {}): FakeDatabase {
  const queries: string[] = []
  const loads: LoadPlan[] = []
  let hanging: Hanging[] = []
  let stopped: Failure | null = null

  const answer = (given: FakeAnswer, sql: string, signal?: AbortSignal) => {
    if (stopped) return Promise.reject(stopped)
    if (signal?.aborted) return Promise.reject(new Failure('query-cancelled'))
    if (given === HANGS) return hang(sql, signal)
    if (!(given instanceof Failure)) return Promise.resolve(given)
    if (given.code === 'engine-stopped') stopped = given
    return Promise.reject(given)
  }
  const hang = (sql: string, signal?: AbortSignal) =>
    new Promise<ResultSet>((resolve, reject) => {
      const question: Hanging = {
        sql,
        settle: (given) => {
          hanging = hanging.filter((other) => other !== question)
          if (given instanceof Failure) reject(given)
          else resolve(given)
        },
      }
      hanging = [...hanging, question]
      signal?.addEventListener('abort', () => question.settle(new Failure('query-cancelled')))
    })

  return {
    script,
    queries,
    loads,
    get hanging() {
      return hanging
    },
    query(sql, signal) {
      queries.push(sql)
      return answer(this.script.query?.(sql, queries.length - 1) ?? NOTHING, sql, signal)
    },
    load(plan, signal) {
      loads.push(plan)
      return answer(this.script.load?.(plan, loads.length - 1) ?? NOTHING, plan.statements.at(-1) ?? '', signal)
    },
    close: async () => {},
    stop() {
      stopped = new Failure('engine-stopped', { raw: 'stopped by the test' })
      for (const question of hanging) question.settle(stopped)
    },
  }
}

/** A result of one row. */
export function oneRow(cells: Readonly<Record<string, Cell>>): ResultSet {
  return { length: 1, columns: Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, [cell]])) }
}

const NOTHING: ResultSet = { length: 0, columns: {} }
