import { invalidPackage } from './package-problem.ts'

/** Letters, digits, `.`, `_`, `-`, parted by single `/`; no part starts with a dot. So no `..`, scheme, query, escape or backslash. */
const PLAIN_PATH = /^(?:[A-Za-z0-9_][A-Za-z0-9._-]*\/)*[A-Za-z0-9_][A-Za-z0-9._-]*$/

export function isPlainPath(path: string): boolean {
  return path.length <= 200 && PLAIN_PATH.test(path)
}

/**
 * URL of `path`, read relative to `manifest`, inside the folder `base` (a URL that ends in `/`).
 * Throws Failure `package-invalid` for a path that is not plain or that leads elsewhere; `column` says where it stood.
 */
export function resolveInside(base: string, manifest: string, path: string, column: string): string {
  const refuse = (): never => {
    throw invalidPackage('path-refused', path, { file: fileIn(base, manifest), column })
  }
  if (!isPlainPath(path)) return refuse()
  const folder = new URL(base)
  const found = new URL(path, manifest)
  const sameServer =
    found.protocol === folder.protocol && found.host === folder.host && found.username === '' && found.password === ''
  return sameServer && found.pathname.startsWith(folder.pathname) ? found.href : refuse()
}

/** `public-reports/codes.csv`: a file as it is named to the reader, seen from the folder of the datasets. */
export function fileIn(base: string, url: string): string {
  return url.startsWith(base) ? url.slice(base.length) : url
}
