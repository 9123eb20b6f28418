import { fold } from '../../model/fold.ts'

/** Gives a file to the browser to save. Where downloads are blocked, nothing happens and nobody is told: see `mayNotSave`. */
export function saveFile(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // Some browsers begin to read only after this turn.
  setTimeout(() => URL.revokeObjectURL(url), KEEP)
}

const KEEP = 60_000

/**
 * Whether a download may come to nothing: in a frame, which may forbid it without a word, and in the browsers inside chat apps of phones.
 * A picture is then shown too, to be saved by hand.
 */
export function mayNotSave(): boolean {
  const isTouch = typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches
  return window.parent !== window || isTouch
}

/** `mo-phong-nguon-tin-bieu-do-diem-2026-11-22.png`: letters that every system and every mail gateway lets through. */
export function fileName(parts: readonly string[], day: string, ending: string): string {
  const name = parts.map((part) => fold(part).replaceAll(' ', '-')).filter(Boolean)
  return `${[name.join('-').slice(0, MOST_LETTERS).replace(/-$/, ''), day].join('-')}.${ending}`
}

const MOST_LETTERS = 80
