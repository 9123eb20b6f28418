import type { Database } from '../../src/data/database.ts'

/** Milliseconds that work takes. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/**
 * Prints times as milliseconds and as a ratio to one plain scan of the observations of `schema`, which says more than
 * milliseconds of one machine do; `ask` prints the middle of five runs.
 */
export async function ratioPrinter(title: string, database: Database, schema: string) {
  const middleOf = async (sql: string) => {
    const times: number[] = []
    for (let run = 0; run < 5; run++) times.push(await timeOf(() => database.query(sql)))
    return times.sort((a, b) => a - b)[2] as number
  }
  const scan = await middleOf(`SELECT indicator_code, sum(value) AS s FROM ${schema}.observation GROUP BY 1`)
  const print = (name: string, ms: number) =>
    console.log(`${name.padEnd(44)} ${ms.toFixed(0).padStart(7)} ms  ${(ms / scan).toFixed(1).padStart(7)} × scan`)
  console.log(title)
  print('plain scan', scan)
  return { print, ask: async (name: string, sql: string) => print(name, await middleOf(sql)) }
}
