/** The browser of all tests; nothing is downloaded. */
export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Starts without a sandbox (containers run as root) and without requests of the browser's own. */
export const chromiumArgs: string[] = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--no-first-run',
]
