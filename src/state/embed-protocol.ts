import { unescapedKey } from './params/unescaped-key.ts'

/** What an embedded page tells the page around it: JSON-RPC 2.0, no data rows, nothing but that it is there and how tall. */
export interface EmbedMessage {
  readonly jsonrpc: '2.0'
  readonly method: 'ready' | 'resized'
  readonly params: { readonly height?: number }
}

/** Whether a link asks for the view without the page around it: `embed=1`. */
export function isEmbedded(search: string): boolean {
  return [...new URLSearchParams(search)].some(([key, value]) => unescapedKey(key) === 'embed' && value === '1')
}

/** Keys of a link that speak of the frame, not of the view: a link to be sent carries none of them. */
export const EMBED_KEYS: readonly string[] = ['embed', 'show', 'lock']

export function ready(): EmbedMessage {
  return { jsonrpc: '2.0', method: 'ready', params: {} }
}

/** `height` in CSS pixels, of the content and not of the frame. */
export function resized(height: number): EmbedMessage {
  return { jsonrpc: '2.0', method: 'resized', params: { height: Math.ceil(height) } }
}

/** Tells the page around, whatever its origin: height and readiness say nothing about the data. */
export function tellHost(host: Pick<Window, 'postMessage'>, message: EmbedMessage): void {
  host.postMessage(message, '*')
}
