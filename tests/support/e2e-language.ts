import type { Page } from '@playwright/test'
import { wordsOf } from '../../src/locale/words.ts'
import type { Language } from '../../src/model/bilingual.ts'
import { readRecords } from './dataset-files.ts'

/** What of a page's text belongs to the other language. */
export interface LanguageCheck {
  foreignWords(text: string): string[]
}

const TABLES = ['breakdowns', 'codes', 'indicators', 'models', 'observations', 'sources']
/** Columns with names, titles and printed words, which stand in Vietnamese in both languages. */
const NAMES = [
  'printed',
  'unit_name',
  'title_vi',
  'publisher',
  'author',
  'province_vi',
  'province_name',
  'name_vi',
  'place',
  'url',
]

/**
 * A word is foreign when the other language's words or labels have it and this one's do not. Names, titles, printed quotes and
 * whole texts of the data in the page's own language are taken out of the text before: an English note may name a town.
 */
export async function languageCheck(own: Language): Promise<LanguageCheck> {
  const other = own === 'vi' ? 'en' : 'vi'
  const rows = [...(await allRows()), ...(await readRecords('reference/provinces.csv'))]
  const columns = (ending: string) =>
    rows.flatMap((row) =>
      Object.entries(row)
        .filter(([name]) => name.endsWith(ending))
        .map(([, text]) => text),
    )
  const names = rows.flatMap((row) => NAMES.map((name) => row[name] ?? ''))
  // The button to the other language speaks that language; a file has the name that it has.
  const kept = [...names, ...columns(`_${own}`), wordsOf(own).chrome.switchLanguage, 'public-reports/observations.csv']
  const longestFirst = [...new Set(kept)].filter((text) => text.length > 1).sort((a, b) => b.length - a.length)
  const ownWords = new Set([...localeTexts(own), ...columns(`_${own}`)].flatMap(wordsIn))
  const labels = [...localeTexts(other), ...columns(`_${other}`)]
  const foreign = new Set(labels.flatMap(wordsIn).filter((word) => !ownWords.has(word)))
  return {
    foreignWords(text) {
      const bare = longestFirst.reduce((left, part) => left.replaceAll(part, ' '), text)
      // A town that an English note names may stand on two lines of a picture.
      const isVietnamese = (word: string) => own === 'en' && /[à-ỹđ]/.test(word) && !ownWords.has(word)
      return [...new Set(wordsIn(bare).filter((word) => foreign.has(word) || isVietnamese(word)))]
    },
  }
}

/** Everything that is said on the page, to eyes and to screen readers. */
export async function saidOn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const attributes = ['aria-label', 'title', 'placeholder', 'alt']
    const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => element.checkVisibility())
    const said = seen.flatMap((element) => attributes.map((name) => element.getAttribute(name) ?? ''))
    return [document.title, document.body.innerText, ...said].join('\n')
  })
}

async function allRows(): Promise<Record<string, string>[]> {
  return (await Promise.all(TABLES.map((name) => readRecords(`public-reports/${name}.csv`)))).flat()
}

/** The texts of a language; a function counts with its source, whose keywords both languages share. */
function localeTexts(language: Language): string[] {
  const texts = (value: unknown): string[] => {
    if (typeof value === 'string') return [value]
    if (typeof value === 'function') return [String(value)]
    return value !== null && typeof value === 'object' ? Object.values(value).flatMap(texts) : []
  }
  return texts(wordsOf(language))
}

function wordsIn(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1)
}
