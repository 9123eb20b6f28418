import type { AppConfig } from './config.ts'

/** Whom to tell of a wrong figure: a mail address, a page to open, or words such as a telephone number. */
export type Contact =
  | { readonly kind: 'mail'; readonly address: string }
  | { readonly kind: 'page'; readonly url: string }
  | { readonly kind: 'words'; readonly text: string }

/**
 * What `contact` of `config.json` is: an address, with or without `mailto:`; an address of a page on the server of the atlas (`/bao-sai/`
 * too) or on an origin that the configuration allows; anything else is words. Null where nobody is named.
 */
export function readContact(
  { contact, allowedDataOrigins, allowedEmbedOrigins }: Pick<AppConfig, 'contact' | 'allowedDataOrigins' | 'allowedEmbedOrigins'>,
  pageUrl: string,
): Contact | null {
  if (contact === '') return null
  const address = contact.replace(/^mailto:/i, '')
  if (MAIL.test(address)) return { kind: 'mail', address }
  const url = pageOf(contact, pageUrl)
  const isAllowed = url && [new URL(pageUrl).origin, ...allowedDataOrigins, ...allowedEmbedOrigins].includes(url.origin)
  return isAllowed ? { kind: 'page', url: url.href } : { kind: 'words', text: contact }
}

/** One address and nothing after it: no second one, no text of its own. */
const MAIL = /^[\w.+-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i

function pageOf(text: string, pageUrl: string): URL | null {
  if (!/^(?:https?:\/\/|\.{0,2}\/)\S+$/i.test(text)) return null
  try {
    const url = new URL(text, pageUrl)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null
  } catch {
    return null
  }
}
