/** A text in both languages of the product. Data text is never shown in the language the reader did not choose. */
export interface Bilingual {
  readonly vi: string
  readonly en: string
}

/** The two languages of the screens; Vietnamese is the default. */
export type Language = 'vi' | 'en'
