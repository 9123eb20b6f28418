import latinUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import vietnameseUrl from '@fontsource-variable/inter/files/inter-vietnamese-wght-normal.woff2?url'

let known: Promise<string> | null = null

/**
 * The page's typeface as `@font-face` rules with its data inside: a picture of its own knows no fonts of the page. Empty where the files
 * cannot be read (a frame without an origin): then the system's letters stand in the same places.
 */
export function embeddedFonts(): Promise<string> {
  known ??= Promise.all([faceOf(latinUrl, LATIN), faceOf(vietnameseUrl, VIETNAMESE)]).then(
    (faces) => faces.join(''),
    () => {
      known = null
      return ''
    },
  )
  return known
}

/** The ranges of `fonts.css`. */
const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const VIETNAMESE =
  'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB'

async function faceOf(url: string, range: string): Promise<string> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${response.status} ${url}`)
  const data = base64(new Uint8Array(await response.arrayBuffer()))
  return `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(data:font/woff2;base64,${data}) format('woff2');unicode-range:${range}}`
}

function base64(bytes: Uint8Array): string {
  let text = ''
  // More arguments than some thousands overflow the stack.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}
