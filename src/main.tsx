import './ui/fonts.css'
import './ui/tokens.css'
import './ui/boot.css'
import './ui/print.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { CrashBoundary } from './ui/crash-boundary.tsx'
import { keepFew } from './ui/keep-few.ts'

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
