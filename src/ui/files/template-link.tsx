import type { Words } from '../../locale/words.ts'

const FILES = { template: 'mau-so-lieu.csv', codes: 'bang-ma.csv' } as const

/** A link to the form to fill in, or to the list of all codes that its columns take. */
export function TemplateLink({ of, words }: { readonly of: keyof typeof FILES; readonly words: Words }) {
  return (
    <a href={new URL(`templates/${FILES[of]}`, document.baseURI).href} download>
      {words.open[of]}
    </a>
  )
}
