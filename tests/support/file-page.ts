import { type FakeDatabase, fakeDatabase, oneRow } from './fake-database.ts'
import { answerOf, figureOf } from './small-dataset.ts'

/** A file of the small package's indicator, with one row for each value. */
export function tipsFile(values: readonly number[], name = 'so-lieu.csv', source = ''): File {
  const rows = values.map((value, at) => `63,36,tips,${2020 + at}-01-01,${2020 + at}-12-31,${value},${source}\n`)
  return readable(
    [`territory_set,province_code,indicator_code,period_start,period_end,value,source_id\n`, ...rows].join(''),
    name,
  )
}

/** A file whose bytes can be read as a browser reads them, also where the DOM of the test has no streams. */
export function readable(text: string, name: string): File {
  const file = new File([text], name)
  const stream = () =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(text))
        controller.close()
      },
    })
  return Object.defineProperty(file, 'stream', { configurable: true, value: stream })
}

/** An engine that accepts every row of every file but the last `rejected`; packages and files answer each view with 12 tips. */
export function fileEngine(rejected = 0, sources: readonly string[] = ['tep-1']): FakeDatabase {
  const found = [['place', '63:36'], ['indicator', 'tips'], ...sources.map((id) => ['source', id])] as const
  return fakeDatabase({
    load: (plan) => {
      const read = plan.files.reduce(
        (sum, { bytes }) => sum + new TextDecoder().decode(bytes).trimEnd().split('\n').length - 1,
        0,
      )
      return oneRow({
        read,
        kept: read - rejected,
        rejected,
        years: '2023,2024',
        latest_day: '2024-12-31',
        understood: 'source 1',
      })
    },
    query: (sql) => {
      if (sql.includes("'place' AS kind")) {
        return {
          length: found.length,
          columns: { kind: found.map(([kind]) => kind ?? ''), name: found.map(([, name]) => name ?? '') },
        }
      }
      return answerOf(sql.includes('AS asked') ? [figureOf('tips', '36', { value: 12 })] : [])
    },
  })
}
