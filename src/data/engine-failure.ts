import { Failure, type FailureCode } from '../model/failure.ts'

/** What the engine, its worker or the browser threw, as a Failure; one that is a Failure already passes through. */
export function engineFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  const raw = rawText(error)
  const code = classes.find(([pattern]) => pattern.test(raw))?.[1] ?? 'query-failed'
  const extension = code === 'engine-extension-missing' ? extensionName(raw) : undefined
  return new Failure(code, { raw: raw.slice(0, 500), ...(extension === undefined ? {} : { names: [extension] }) })
}

/** What an Arrow stream that became no table of so many rows is told as: the engine says nothing, or something of its own. */
export function importFailure(error: unknown, expected: number): Failure {
  const failure = engineFailure(error)
  return failure.code === 'query-failed' ? new Failure('rows-differ', { ...failure.detail, expected, found: 0 }) : failure
}

/** True where no later statement can be trusted: the worker has to go. */
export function breaksEngine(failure: Failure): boolean {
  return failure.code === 'engine-stopped' || trap.test(failure.detail.raw ?? '')
}

// A wasm trap leaves the engine's memory in an unknown state.
const trap =
  /\bRuntimeError\b|table index is out of bounds|signature mismatch|signature that does not match|memory access out of bounds|unreachable executed/i

// First match wins. Only the start of each pattern is the engine's own wording, which changes between versions.
const classes: readonly (readonly [RegExp, FailureCode])[] = [
  [/query was cancell?ed|\bINTERRUPT Error/i, 'query-cancelled'],
  [
    /Extension Autoloading Error|exists in the \w+ extension|Failed to load 'https?:|table index is out of bounds|signature mismatch|signature that does not match|Missing Extension Error/i,
    'engine-extension-missing',
  ],
  [
    /Out of Memory Error|failed to (?:allocate|pin)|could not allocate|std::bad_alloc|Array buffer allocation failed|Cannot enlarge memory|memory\.grow/i,
    'engine-out-of-memory',
  ],
  [/Permission Error|the configuration has been locked|disabled (?:by|through) configuration/i, 'engine-access-refused'],
  [
    /\bFATAL Error|\bINTERNAL Error|database has been invalidated|\bRuntimeError\b|memory access out of bounds|unreachable executed|reading 'peek'|worker is not set|duckdb is not initialized|Worker has been terminated/i,
    'engine-stopped',
  ],
]

function rawText(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.name === 'Error' ? error.message : `${error.name}: ${error.message}`
}

function extensionName(raw: string): string | undefined {
  return /exists in the (\w+) extension|required extension '(\w+)'/.exec(raw)?.slice(1).find(Boolean)
}
