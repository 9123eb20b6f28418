import { registerMap } from 'echarts/core'
import { Failure } from '../model/failure.ts'

/** Name under which the outlines of Vietnam are known to ECharts. */
export const VIETNAM = 'vietnam'

let loading: Promise<void> | undefined

/**
 * Makes the outlines known to ECharts. They are a file of their own, fetched once; a `Failure` where it does not come, and then
 * the next call fetches again.
 */
export function loadMap(): Promise<void> {
  loading ??= register().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function register(): Promise<void> {
  const { vietnamSvg } = await import('./parts/vietnam-outlines.ts').catch((error: unknown) => {
    throw new Failure('http-unreachable', { file: 'vietnam-outlines', raw: String(error).slice(0, 500) })
  })
  registerMap(VIETNAM, { svg: vietnamSvg() })
}
