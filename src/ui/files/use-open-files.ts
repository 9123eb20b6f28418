import { useCallback, useRef, useState } from 'react'
import { type LocalFile, localFileOf } from '../../data/local-file.ts'
import type { OpenProgress } from '../../data/read-files.ts'
import type { FilesOutcome } from '../../data/workspace.ts'
import { Failure } from '../../model/failure.ts'

/** Opens files and shows them; rejects with a Failure that is not about one file. */
export type RunOpenFiles = (
  files: readonly LocalFile[],
  options: { readonly signal: AbortSignal; readonly onProgress: (progress: OpenProgress) => void },
) => Promise<FilesOutcome>

export interface OpeningFiles {
  /** While files are being opened. */
  readonly progress: OpenProgress | null
  /** What became of the last ones, until it is dismissed. */
  readonly outcome: FilesOutcome | null
  readonly error: unknown
  open(files: readonly File[]): void
  cancel(): void
  dismiss(): void
}

/** One opening at a time: new files take the place of those that are still being read. `first`: what was opened before. */
export function useOpenFiles(run: RunOpenFiles, first: FilesOutcome | null = null): OpeningFiles {
  const [state, setState] = useState<Pick<OpeningFiles, 'progress' | 'outcome' | 'error'>>({ ...IDLE, outcome: first })
  const running = useRef<AbortController | null>(null)

  const open = useCallback(
    (files: readonly File[]) => {
      if (files.length === 0) return
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      const show = (next: Partial<typeof state>) => {
        if (running.current === controller) setState({ ...IDLE, ...next })
      }
      const size = files.reduce((sum, file) => sum + file.size, 0)
      show({ progress: { step: 'reading', loaded: 0, size } })
      run(files.map(localFileOf), { signal: controller.signal, onProgress: (progress) => show({ progress }) }).then(
        (outcome) => show({ outcome }),
        (error: unknown) => show(error instanceof Failure && error.code === 'query-cancelled' ? {} : { error }),
      )
    },
    [run],
  )
  const cancel = useCallback(() => {
    running.current?.abort()
    running.current = null
    setState(IDLE)
  }, [])
  return { ...state, open, cancel, dismiss: cancel }
}

const IDLE = { progress: null, outcome: null, error: null } as const
