import '../../src/ui/page/fonts.css'
import '../../src/ui/page/tokens.css'
import '../../src/ui/page/boot.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { readCatalog, readReference } from '../../src/data/catalog.ts'
import { fetchBytes } from '../../src/data/fetch-bytes.ts'
import { StylePage } from './style-page.tsx'

const catalog = await readCatalog((url) => fetchBytes(url), new URL('/datasets/catalog.json', document.baseURI).href)
const { territories } = await readReference((url) => fetchBytes(url), catalog)
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={new QueryClient()}>
        <StylePage territories={territories} />
      </QueryClientProvider>
    </CSPProvider>,
  )
}
