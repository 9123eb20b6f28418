import './ui/page/fonts.css'
import './ui/page/tokens.css'
import './ui/page/boot.css'
import './ui/page/print.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { keepFew } from './ui/answer/keep-few.ts'
import { CrashBoundary } from './ui/page/crash-boundary.tsx'

const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
    mutations: { networkMode: 'always' },
  },
})
keepFew(client)

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={client}>
          <CrashBoundary>
            <App />
          </CrashBoundary>
        </QueryClientProvider>
      </CSPProvider>
    </StrictMode>,
  )
}
