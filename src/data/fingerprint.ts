import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** SHA-256 of the files, one after another, as 64 hex digits: what `cat a b | sha256sum` prints. */
export function sha256Hex(...files: readonly Uint8Array[]): string {
  // crypto.subtle does not exist on plain-http intranets.
  const hash = sha256.create()
  for (const bytes of files) hash.update(bytes)
  return bytesToHex(hash.digest())
}

/** First 8 hex digits of `sha256Hex`: names a state of the data in links and in the engine's schema. */
export function fingerprint(...files: readonly Uint8Array[]): string {
  return sha256Hex(...files).slice(0, 8)
}
