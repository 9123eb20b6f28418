/** The key that was meant: of a link that was escaped for HTML once too often, every `&` became `&amp;` and left `amp;` before the key. */
export function unescapedKey(key: string): string {
  return key.replace(/^(?:amp;)+/i, '')
}
