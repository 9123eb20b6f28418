import type { HelpWords } from '../../locale/help.vi.ts'
import type { RowsWords } from '../../locale/rows.vi.ts'
import type { Tab } from '../../model/view.ts'
import { TABS } from './tab-bar.tsx'

/** What a key does: opens the help, leads to the search of the screen, or opens a screen. */
export type ShortcutAction = 'help' | 'search' | Tab

export interface Shortcut {
  readonly action: ShortcutAction
  /** As printed on the key. */
  readonly key: string
  /** As tinykeys writes them: a layout may have a sign with Shift or without, and a row of figures that types letters. */
  readonly presses: readonly string[]
  /** Whether it is there where the view stands in a frame of another page, which has no other screens. */
  readonly inFrame: boolean
}

/** The one list of keys: what is bound, and what the help says is bound. */
export const SHORTCUTS: readonly Shortcut[] = [
  { action: 'help', key: '?', presses: ['?', 'Shift+?'], inFrame: true },
  { action: 'search', key: '/', presses: ['/', 'Shift+/'], inFrame: true },
  ...TABS.map((tab, at) => ({
    action: tab,
    key: String(at + 1),
    presses: [`(${at + 1}|Digit${at + 1})`],
    inFrame: false,
  })),
]

/** What a shortcut does, in words. */
export function shortcutLabel({ action }: Shortcut, help: HelpWords, { tabs }: RowsWords): string {
  return action === 'help' || action === 'search' ? help.keys[action] : help.openTab(tabs[action])
}
