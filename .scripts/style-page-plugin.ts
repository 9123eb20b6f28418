import type { Plugin } from 'vite'

/** In development `?style=1` opens a page with every component and every picture in all its states; a build knows nothing of it. */
export function stylePage(): Plugin {
  return {
    name: 'style-page',
    apply: 'serve',
    transformIndexHtml: {
      order: 'pre',
      handler(html, { originalUrl = '' }) {
        const asked = new URL(originalUrl, 'http://localhost').searchParams.get('style') === '1'
        return asked ? html.replace('/src/main.tsx', '/tests/style-page/main.tsx') : html
      },
    },
  }
}
