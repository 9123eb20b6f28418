import type { Figure } from '../../model/figure.ts'

/** A sentence in which every figure can be questioned: text, or a figure with the text that stands for it. */
export type SentencePart = string | { readonly figure: Figure; readonly text: string }
