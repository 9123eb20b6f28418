import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Endings that every web server knows without being told; a file with any other may be answered with 404. */
export const KNOWN_ENDINGS: readonly string[] = ['html', 'js', 'css', 'json', 'csv', 'txt', 'svg', 'png', 'zip', 'bin']

/**
 * Makes a build that works on a server which nobody set up. Every `.wasm` travels gzipped as `.bin`, since such a server
 * compresses nothing either; every other file with an ending that it may not know is renamed: assets from `.woff2` to `.bin`,
 * files of datasets from `x.parquet` to `x.parquet.bin`. `src/data/fetch-packed.ts` reads both.
 */
export function bareServer(): Plugin {
  return {
    name: 'bare-server',
    enforce: 'post',
    configureServer: {
      // Before the server of the datasets, which knows the files by their names in the repository.
      order: 'pre',
      handler(server) {
        server.middlewares.use((request, _response, next) => {
          if (request.url) request.url = request.url.replace(/(\/datasets\/[^?#]+\.parquet)\.bin(?=$|[?#])/, '$1')
          next()
        })
      },
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const renamed = new Map<string, string>()
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || KNOWN_ENDINGS.includes(endingOf(file.fileName))) continue
          const isDataset = file.fileName.startsWith('datasets/')
          const fileName = isDataset ? `${file.fileName}.bin` : `${file.fileName.slice(0, -endingOf(file.fileName).length)}bin`
          const source = endingOf(file.fileName) === 'wasm' ? gzipSync(file.source, { level: 9 }) : file.source
          // A manifest names the files of its package as they are called in the repository.
          if (!isDataset) renamed.set(lastOf(file.fileName), lastOf(fileName))
          delete bundle[file.fileName]
          this.emitFile({ type: 'asset', fileName, source })
        }
        const rename = (text: string) => [...renamed].reduce((all, [from, to]) => all.replaceAll(from, to), text)
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk') file.code = rename(file.code)
          // Workers and copied scripts are assets too.
          else if (/^(?:html|js|css)$/.test(endingOf(file.fileName))) file.source = rename(textOf(file.source))
        }
      },
    },
  }
}

function endingOf(path: string): string {
  return lastOf(path).split('.').slice(1).at(-1) ?? ''
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function textOf(source: string | Uint8Array): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source)
}
