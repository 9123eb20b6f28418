import type { ReactNode } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { wordsOf } from '../../locale/words.ts'
import { EMPTY_VIEW } from '../../model/view.ts'
import { fromSearch } from '../../state/url.ts'
import { FailurePanel } from './failure-panel.tsx'
import { FailedStart } from './opening-screen.tsx'

/** Around the whole app: React takes everything off the screen after an error while drawing, and an empty page says nothing. */
export function CrashBoundary({ children }: { readonly children: ReactNode }) {
  return (
    <ErrorBoundary
      fallbackRender={({ error }) => {
        const words = wordsOf(fromSearch(window.location.search, EMPTY_VIEW).view.language)
        return (
          <FailedStart words={words}>
            <FailurePanel error={error} words={words} keeps={false} onRetry={() => window.location.reload()} />
          </FailedStart>
        )
      }}
    >
      {children}
    </ErrorBoundary>
  )
}
