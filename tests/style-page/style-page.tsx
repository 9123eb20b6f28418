import { useState } from 'react'
import { wordsOf } from '../../src/locale/words.ts'
import type { Language } from '../../src/model/bilingual.ts'
import type { Territories } from '../../src/model/dataset.ts'
import { PlainChoice } from '../../src/ui/filters/plain-choice.tsx'
import { OpeningScreen } from '../../src/ui/page/opening-screen.tsx'
import { useDark } from '../../src/ui/page/use-dark.ts'
import { ComponentStates } from './component-states.tsx'
import { PictureStates } from './picture-states.tsx'
import styles from './style-page.module.css'

const LANGUAGES = [
  { value: 'vi', label: 'Tiếng Việt' },
  { value: 'en', label: 'English' },
]
const THEMES = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]
const WIDTHS = [
  { value: '1100', label: '1100 px' },
  { value: '324', label: '324 px' },
]

/** Every component and every picture in all its states, in the language, theme and width that are chosen. */
export function StylePage({ territories }: { readonly territories: Territories }) {
  const [language, setLanguage] = useState<Language>('vi')
  const [theme, setTheme] = useState<'light' | 'dark'>('light')
  const [width, setWidth] = useState('1100')
  const dark = useDark(theme)
  const look = { language, words: wordsOf(language), dark, width: Number(width) }
  return (
    <div className={styles.page} lang={language}>
      <h1>Style</h1>
      <div className={styles.row}>
        <PlainChoice
          label="Language"
          choices={LANGUAGES}
          chosen={language}
          onChoose={(one) => setLanguage(one === 'en' ? 'en' : 'vi')}
        />
        <PlainChoice
          label="Theme"
          choices={THEMES}
          chosen={theme}
          onChoose={(one) => setTheme(one === 'dark' ? 'dark' : 'light')}
        />
        <PlainChoice label="Width" choices={WIDTHS} chosen={width} onChoose={setWidth} />
      </div>
      <ComponentStates look={look} />
      <PictureStates look={look} territories={territories} />
      {/* As tall as the window, each. */}
      <OpeningScreen words={look.words} percent={null} onCancel={null} />
      <OpeningScreen words={look.words} percent={42} onCancel={() => {}} />
    </div>
  )
}
